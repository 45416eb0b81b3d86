/// Where the rows of lists stand, by code: what `@st.WON` in a formula means.
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

  /// Each `@list.CODE` as its number. A row that a company's list has no longer stands where nothing comes after it, at the end
  /// of the list, so that no row is taken for it that means something else; of stages, where the won one stands.
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
