// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Rows that cells of other sheets seem to mean, although formulas do not find them there: “Alpha GmbH ” with a space at its end, “HT2026003”
/// for “HT-2026-003”, a name where the other rows have the ID.
///
/// A sum over the cells that are found would leave the others out, and 0 would be said of whom they mean.
struct LikeReferences: Sendable {
  /// A cell that seems to mean a row.
  struct Cell: Hashable, Sendable {
    let column: ColumnID
    /// The offset of its row.
    let offset: Int
  }

  /// By the prefix of the sheet that is meant and the offset of the row there.
  private(set) var rows: [String: [Int: [Cell]]] = [:]
  /// The same of rows of deals that share the name by which other sheets call them, and of the rows that call them so.
  private(set) var twofold: [String: [Int: [Cell]]] = [:]
  /// What the cells of a column seem to mean, by their text.
  private(set) var meant: [ColumnID: [String: String]] = [:]

  var isEmpty: Bool { rows.isEmpty && twofold.isEmpty }

  init() {}

  init(_ sheets: [LocatedSheet], _ references: References, _ playbook: Playbook) {
    let byPrefix = Dictionary(uniqueKeysWithValues: sheets.map { ($0.prefix, $0) })
    var targets: [String: Target] = [:]
    func target(_ prefix: String, _ keys: [String]) -> Target? {
      let name = ([prefix] + keys).joined(separator: " ")
      if let known = targets[name] { return known }
      targets[name] = byPrefix[prefix].flatMap { Target($0, keys) }
      return targets[name]
    }
    for sheet in sheets where !(playbook.isBuiltIn && sheet.confidence == 1) {
      for column in sheet.columns where !column.definition.isComputed {
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        guard references.lost[id] == nil, let prefix = References.target(of: id, playbook), prefix != sheet.prefix,
          prefix != "pe", let key = byPrefix[prefix]?.definition.idColumn?.key
        else { continue }
        let holds = references.named[id] ?? key
        var keys = [holds]
        for other in [key, "name"] where !keys.contains(other) { keys.append(other) }
        guard let target = target(prefix, keys) else { continue }
        look(at: column, of: sheet, for: target, as: id)
        if prefix == "de", holds != key { markTwofold(column, of: sheet, target, as: id) }
      }
    }
    owners(byPrefix, references)
  }

  /// The rows of a sheet of which a figure that reads these columns may leave cells out.
  func offsets(on prefix: String, reading columns: some Sequence<ColumnID>) -> Set<Int> {
    guard rows[prefix] != nil || twofold[prefix] != nil else { return [] }
    let read = Set(columns)
    return Set(
      [rows, twofold].flatMap { rows in
        (rows[prefix] ?? [:]).filter { $0.value.contains { read.contains($0.column) } }.keys
      })
  }

  private mutating func markTwofold(
    _ column: LocatedColumn, of sheet: LocatedSheet, _ target: Target, as id: ColumnID
  ) {
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      let text = column.values[offset].shownText
      guard !column.values[offset].isEmpty, target.finds(text) else { continue }
      let places = target.places(exactly: text)
      guard places.count > 1 else { continue }
      let cell = Cell(column: id, offset: offset)
      twofold[sheet.prefix, default: [:]][offset, default: []].append(cell)
      for place in places { twofold[target.prefix, default: [:]][place, default: []].append(cell) }
    }
  }

  private mutating func look(at column: LocatedColumn, of sheet: LocatedSheet, for target: Target, as id: ColumnID) {
    for (offset, top) in sheet.mergedTops(of: column) {
      for place in target.places(under: column.values[top].shownText) {
        rows[target.prefix, default: [:]][place, default: []].append(Cell(column: id, offset: offset))
      }
    }
    var known = [[Int]?](repeating: nil, count: column.values.textCount)
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      let text = column.values.textNumber(at: offset)
      let places: [Int]
      if let text, let found = known[text] {
        places = found
      } else {
        let shown = column.values[offset].shownText
        places = column.values[offset].isEmpty ? [] : target.places(like: shown)
        if let text { known[text] = places }
        if let first = places.first { meant[id, default: [:]][shown] = target.shown(first) }
      }
      for place in places {
        rows[target.prefix, default: [:]][place, default: []].append(Cell(column: id, offset: offset))
      }
    }
  }

  /// The owners of targets whom deals spell otherwise: what they win would count for nobody.
  private mutating func owners(_ sheets: [String: LocatedSheet], _ references: References) {
    let id = ColumnID(sheet: "de", key: "owner")
    guard references.lost[ColumnID(sheet: "tg", key: "owner")] == nil, let targets = sheets["tg"],
      let deals = sheets["de"], let column = deals.column("owner"), let target = Target(targets, ["owner"])
    else { return }
    look(at: column, of: deals, for: target, as: id)
    // A name that is a part of another: the same person, if each of them stands on one of the sheets alone.
    let named = Target(deals, ["owner"])
    for place in target.offsets where rows["tg"]?[place] == nil {
      let words = NameWords(target.shown(place))
      guard named?.finds(target.shown(place)) == false else { continue }
      for offset in 0..<min(column.values.count, deals.rows.count) where deals.rows.kinds[offset] == .data {
        let other = column.values[offset].shownText
        if !target.finds(other), words.mayBe(NameWords(other)) {
          rows["tg", default: [:]][place, default: []].append(Cell(column: id, offset: offset))
        }
      }
    }
  }
}

/// The rows of a sheet that others refer to.
private struct Target {
  let prefix: String
  /// The data rows with an entry.
  private(set) var offsets: [Int] = []
  private let column: LocatedColumn
  /// The entries as formulas compare them.
  private var exact: [String: [Int]] = [:]
  private var like: [String: [Int]] = [:]

  /// - Parameter keys: the column in which cells are found, then others that say which row it is.
  init?(_ sheet: LocatedSheet, _ keys: [String]) {
    guard let column = keys.first.flatMap(sheet.column) else { return nil }
    prefix = sheet.prefix
    self.column = column
    for (place, key) in keys.enumerated() {
      guard let values = sheet.values(of: key) else { continue }
      for offset in 0..<min(values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
        let value = values[offset]
        if value.isEmpty { continue }
        if place == 0 {
          exact[value.shownText.lowercased(), default: []].append(offset)
          offsets.append(offset)
        }
        let key = LikeText.key(value.shownText)
        if !key.isEmpty, like[key]?.contains(offset) != true { like[key, default: []].append(offset) }
      }
    }
  }

  /// Whether formulas find it.
  func finds(_ text: String) -> Bool { exact[text.lowercased()] != nil }

  func places(exactly text: String) -> [Int] { exact[text.lowercased()] ?? [] }

  func shown(_ offset: Int) -> String { column.values[offset].shownText }

  /// The rows that a text means, whether formulas find it or not.
  func places(under text: String) -> [Int] { like[LikeText.key(text)] ?? [] }

  /// The rows that a text seems to mean that formulas do not find.
  func places(like text: String) -> [Int] { finds(text) ? [] : places(under: text) }
}

/// The form in which what people write of the same is the same: without case and width, blanks, marks, and the legal form of a company.
enum LikeText {
  static func key(_ text: String) -> String {
    var words = TextFolding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    while words.count > 1, let last = words.last, forms.contains(last) { words.removeLast() }
    let name = TextFolding.name(words.joined())
    for form in endings where name.hasSuffix(form) && name.count > form.count + 1 {
      return String(name.dropLast(form.count))
    }
    return name
  }

  private static let forms: Set<String> = [
    "gmbh", "mbh", "ag", "se", "kg", "kgaa", "ohg", "ug", "ek", "co", "inc", "incorporated", "corp", "corporation",
    "ltd",
    "limited", "llc", "llp", "plc", "sa", "sarl", "srl", "spa", "bv", "nv", "ab", "oy", "as", "pte", "pty", "company",
  ]
  /// In the form of ``TextFolding/name(_:)``, longer ones first.
  private static let endings = ["股份有限公司", "有限责任公司", "有限公司", "股份公司", "责任公司"]
}

/// The words of a person's name.
private struct NameWords {
  private let words: Set<String>
  private let folded: String

  init(_ name: String) {
    words = Set(TextFolding.folded(name).split { !$0.isLetter && !$0.isNumber }.map(String.init))
    folded = TextFolding.name(name)
  }

  /// Whether one name is a part of the other: a first name, or a Chinese one without the family's.
  func mayBe(_ other: NameWords) -> Bool {
    guard let shorter = [self, other].min(by: { $0.words.count < $1.words.count }), !shorter.words.isEmpty else {
      return false
    }
    // ‘Huber, Tom’ and ‘Tom Huber’.
    if words == other.words { return words.count > 1 }
    if words.isSubset(of: other.words) || other.words.isSubset(of: words) {
      return shorter.words.contains { $0.count > 1 || !$0.utf8.allSatisfy { $0 < 0x80 } }
    }
    let (short, long) = folded.count < other.folded.count ? (folded, other.folded) : (other.folded, folded)
    return short != long && short.count > 1 && !short.utf8.contains { $0 < 0x80 } && long.contains(short)
  }
}
