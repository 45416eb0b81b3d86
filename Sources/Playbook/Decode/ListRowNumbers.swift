// SPDX-License-Identifier: Apache-2.0

/// The row numbers of lists by code; they give `@st.WON` in a formula its meaning.
struct ListRowNumbers {
  private var numbers: [String: [String: Int]] = [:]
  /// The numbers of rows that mean the same as an earlier row, by list and that row's number.
  private var synonyms: [String: [Int: [Int]]] = [:]

  /// Whether a formula without an `@` may change too.
  var hasSynonyms: Bool { synonyms.contains { !$0.value.isEmpty } }

  init() {}

  /// - Parameter lists: the mapping under `lists:`, before its rows are decoded.
  init(_ lists: YAMLNode?) {
    var codes: [String: [String]] = [:]
    for list in lists?.pairs ?? [] {
      let named = list.value["order"]?.items?.compactMap(\.text)
      codes[list.key] = named ?? (list.value["rows"]?.pairs ?? []).map(\.key)
    }
    self.init(codes: codes)
  }

  /// - Parameter codes: those of each list, in the order of its rows.
  init(codes: [String: [String]]) {
    for (list, codes) in codes {
      numbers[list] = Dictionary(
        codes.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
      if Self.asking[list] != nil { synonyms[list] = Self.synonyms(codes) }
    }
  }

  /// The lists of whose labels formulas ask whether they are a certain one, with the columns that hold them. A team's further words for
  /// what a row means have its code with a number: `LOST2`.
  static let asking = [
    "rs": "status", "cs": "status", "ls": "status", "br": "buy_role", "lc": "lifecycle", "po": "position",
  ]

  /// The code without a number at its end, if that is another one.
  static func base(of code: String) -> String? {
    let base = code.prefix { !("0"..."9").contains($0) }
    return base.count < code.count && code.dropFirst(base.count).allSatisfy(\.isNumber) ? String(base) : nil
  }

  private static func synonyms(_ codes: [String]) -> [Int: [Int]] {
    var synonyms: [Int: [Int]] = [:]
    for (place, code) in codes.enumerated() {
      guard let base = base(of: code), let first = codes.firstIndex(of: base) else { continue }
      synonyms[first + 1, default: []].append(place + 1)
    }
    return synonyms
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
    return withSynonyms(String(decoding: result + rest, as: UTF8.self))
  }

  /// `{status}=INDEX(rs_label,4)` as `OR({status}=INDEX(rs_label,4),{status}=INDEX(rs_label,7))`, if row 7 means the same. A count of rows
  /// with such a label becomes a sum of counts.
  private func withSynonyms(_ formula: String) -> String {
    var formula = formula
    for (list, rows) in synonyms.sorted(by: { $0.key < $1.key }) {
      guard let column = Self.asking[list] else { continue }
      for (row, others) in rows.sorted(by: { $0.key < $1.key }) {
        let labels = ([row] + others).map { "INDEX(\(list)_label,\($0))" }
        formula = Self.counting(formula, labels)
        for (sign, function) in [("=", "OR"), ("<>", "AND")] {
          let all = labels.map { "{\(column)}\(sign)\($0)" }
          formula = formula.replacing(all[0], with: "\(function)(\(all.joined(separator: ",")))")
        }
      }
    }
    return formula
  }

  /// `COUNTIFS(a,INDEX(br_label,1))` as the sum of the same for each of the labels.
  private static func counting(_ formula: String, _ labels: [String]) -> String {
    let name = "COUNTIFS("
    guard formula.contains(labels[0]), formula.contains(name) else { return formula }
    var result = ""
    var rest = formula[...]
    while let start = rest.firstRange(of: name), let end = closing(rest[start.upperBound...]) {
      let call = String(rest[start.lowerBound...end])
      let all = labels.map { call.replacing(labels[0], with: $0) }
      result += rest[..<start.lowerBound]
      result += call.contains(labels[0]) ? "(\(all.joined(separator: "+")))" : call
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// Where the bracket is closed that has been opened before the text.
  private static func closing(_ text: Substring) -> String.Index? {
    var (depth, isQuoted) = (1, false)
    for place in text.indices {
      switch text[place] {
      case "\"": isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted:
        depth -= 1
        if depth == 0 { return place }
      default: break
      }
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}

extension ListDefinition {
  /// Whether a list may have several labels that mean the same, as rows whose codes differ by a number at the end: `IN`, `IN2`.
  public static func maySayOneThingTwice(_ list: String) -> Bool { ListRowNumbers.asking[list] != nil }
}
