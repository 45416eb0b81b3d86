// SPDX-License-Identifier: Apache-2.0

/// The row numbers of lists by code; they give `@st.WON` in a formula its meaning.
struct ListRowNumbers {
  private var numbers: [String: [String: Int]] = [:]

  init() {}

  /// - Parameter lists: the mapping under `lists:`, before its rows are decoded.
  init(_ lists: YAMLNode?) {
    for list in lists?.pairs ?? [] {
      let named = list.value["order"]?.items?.compactMap(\.text)
      let codes = named ?? (list.value["rows"]?.pairs ?? []).map(\.key)
      numbers[list.key] = Dictionary(
        codes.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Replaces each `@list.CODE` with its row number. A code that a company's list no longer has becomes the number of the list's last row
  /// or, in the list of stages, of the won stage.
  func resolving(_ formula: String) -> String {
    var result: [UInt8] = []
    var rest = Array(formula.utf8)[...]
    while let mark = rest.firstIndex(of: UInt8(ascii: "@")) {
      result += rest[..<mark]
      let word = rest[(mark + 1)...].prefix { Self.isWord($0) }
      let parts = String(decoding: word, as: UTF8.self).split(separator: ".", maxSplits: 1).map(String.init)
      if parts.count == 2, let rows = numbers[parts[0]] {
        result += String(rows[parts[1]] ?? rows["WON"] ?? rows.count).utf8
        rest = rest[word.endIndex...]
      } else {
        result.append(UInt8(ascii: "@"))
        rest = rest[(mark + 1)...]
      }
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
