// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// The record of what fills have added to a workbook, kept on its hidden sheet `_meta`. ``RemovedFill`` uses it to undo them.
///
/// It identifies the tool's additions by names that survive sorting, inserting and renaming. Digests of the contents after the fill show
/// whether people have typed anything since.
struct FillRecord: Hashable, Sendable {
  /// A kind of sheet that fills create.
  enum Kind: String, CaseIterable, Sendable { case settings, lists, funnel, dashboard, chart }

  struct Sheet: Hashable, Sendable {
    var name: String
    /// The digest of the cells without formulas, as they were written.
    var digest: String

    /// Whether nobody has typed on it since: the cells without formulas are as they were written.
    func isUntouched(_ typed: [CellReference: CellValue]) -> Bool { CellDigest.text(of: typed) == digest }
  }

  /// Computed columns that were added with their headers: keys by sheet prefix.
  var columns: [String: Set<String>] = [:]
  /// Columns that already had a header, but no formula of the tool: their empty cells got one and kept their format.
  var cells: [String: Set<String>] = [:]
  /// The same, if the cells got a format from the tool.
  var formatted: [String: Set<String>] = [:]
  /// The formats of added columns before they were added, if the file stated any, by column name.
  var looks: [String: String] = [:]
  var sheets: [Kind: Sheet] = [:]
  /// Settings added to an existing sheet, with the digests of their values.
  var settings: [String: String] = [:]
  /// List columns added to an existing sheet, by header.
  var lists: [String: String] = [:]
  var names: Set<String> = []
  /// The as-of date that people had entered before a fill was given another one, and that other date: serial numbers; nil for blank.
  var asOf: (old: Double?, new: Double)? {
    get { moved.map { ($0.old, $0.new) } }
    set { moved = newValue.map { Moved(old: $0.old, new: $0.new) } }
  }

  /// The as-of date that a fill took from the clock, a serial number; nil if somebody stated it. As long as it stands in the settings, the
  /// date goes on with the clock.
  var clock: Double?
  /// The period that a fill chose by the as-of date; nil if somebody stated it. As long as it stands in the settings, the period goes on
  /// with that date.
  var period: Period?

  /// The first and the last day of a period, serial numbers.
  struct Period: Hashable, Sendable {
    var start: Double
    var end: Double
  }

  private struct Moved: Hashable, Sendable {
    var old: Double?
    var new: Double
  }
  private var moved: Moved?

  init() {}

  var isEmpty: Bool { self == FillRecord() }

  /// Whether a fill has recorded how a column was added.
  func knows(_ id: ColumnID) -> Bool {
    [columns, cells, formatted].contains { $0[id.sheet]?.contains(id.key) == true }
  }

  // MARK: On the sheet

  private static let start = "fill."
  /// Nearly the longest text that a cell can hold, in UTF-16 units.
  private static let longest = 30_000

  init(_ entries: [String: CellValue]) {
    for (key, value) in entries where key.hasPrefix(Self.start) {
      guard let text = value.text else { continue }
      // A text that is too long for one cell continues under the key with a number.
      let parts = key.dropFirst(Self.start.count).split(separator: ".").map(String.init)
      let words = text.split(separator: " ").map(String.init)
      switch (parts.first, parts.dropFirst().first) {
      case ("columns", let prefix?): columns[prefix, default: []].formUnion(words)
      case ("cells", let prefix?): cells[prefix, default: []].formUnion(words)
      case ("formatted", let prefix?): formatted[prefix, default: []].formUnion(words)
      case ("asof", _):
        if let new = words.last.flatMap({ Double($0) }) { asOf = (words.count > 1 ? Double(words[0]) : nil, new) }
      case ("clock", _): clock = Double(text)
      case ("period", _):
        if words.count == 2, let start = Double(words[0]), let end = Double(words[1]) {
          period = Period(start: start, end: end)
        }
      case ("names", _): names.formUnion(words)
      case ("looks", _): looks.merge(Self.pairs(words)) { old, _ in old }
      case ("settings", _): settings.merge(Self.pairs(words)) { old, _ in old }
      case ("lists", _): lists.merge(Self.pairs(words)) { old, _ in old }
      case ("sheet", let name?):
        guard let kind = Kind(rawValue: name), let digest = words.first else { continue }
        sheets[kind] = Sheet(name: String(text.dropFirst(digest.count + 1)), digest: digest)
      default: break
      }
    }
  }

  /// The entries of the record in `_meta`, in a fixed order.
  var entries: [(key: String, value: CellValue)] {
    var entries: [(key: String, value: CellValue)] = []
    func add(_ key: String, _ words: some Collection<String>) {
      var (text, number) = ("", 1)
      func close() {
        guard !text.isEmpty else { return }
        entries.append((Self.start + key + (number > 1 ? ".\(number)" : ""), .text(text)))
      }
      for word in words.sorted() {
        if text.utf16.count + word.utf16.count > Self.longest {
          close()
          (text, number) = ("", number + 1)
        }
        text += (text.isEmpty ? "" : " ") + word
      }
      close()
    }
    for (kind, byPrefix) in [("columns", columns), ("cells", cells), ("formatted", formatted)] {
      for (prefix, keys) in byPrefix.sorted(by: { $0.key < $1.key }) { add("\(kind).\(prefix)", keys) }
    }
    for kind in Kind.allCases {
      if let sheet = sheets[kind] {
        entries.append((Self.start + "sheet.\(kind.rawValue)", .text("\(sheet.digest) \(sheet.name)")))
      }
    }
    add("looks", looks.map { "\($0.key)=\($0.value)" })
    add("settings", settings.map { "\($0.key)=\($0.value)" })
    add("lists", lists.map { "\($0.key)=\($0.value)" })
    add("names", names)
    if let asOf {
      let words = [asOf.old, asOf.new].compactMap { $0.map { "\($0)" } }
      entries.append((Self.start + "asof", .text(words.joined(separator: " "))))
    }
    if let clock { entries.append((Self.start + "clock", .text("\(clock)"))) }
    if let period { entries.append((Self.start + "period", .text("\(period.start) \(period.end)"))) }
    return entries
  }

  private static func pairs(_ words: [String]) -> [String: String] {
    var pairs: [String: String] = [:]
    for word in words {
      guard let sign = word.lastIndex(of: "=") else { continue }
      pairs[String(word[..<sign])] = String(word[word.index(after: sign)...])
    }
    return pairs
  }
}

extension FillRecord {
  /// A format in the form of the record: width, hidden, outline level, collapsed.
  static func text(of column: ColumnInfo) -> String {
    "\(column.width.map { "\($0)" } ?? "")/\(column.isHidden ? 1 : 0)/\(column.outlineLevel)/\(column.isCollapsed ? 1 : 0)"
  }

  /// The format of a column before it was added; nil if the file did not state any.
  func look(of id: ColumnID, at number: Int) -> ColumnFormat? {
    guard let parts = looks[id.description]?.split(separator: "/", omittingEmptySubsequences: false), parts.count == 4,
      let level = Int(parts[2]), (0...7).contains(level)
    else { return nil }
    let width = Double(parts[0]).flatMap { (0...255).contains($0) ? $0 : nil }
    return ColumnFormat(
      column: number, width: width, hidden: parts[1] == "1", outlineLevel: level, collapsed: parts[3] == "1")
  }
}

/// A digest that shows whether typed cells have changed. It is not a security measure and does not withstand deliberate forgery.
struct CellDigest {
  private var hash = FNV1a()

  var text: String { hash.value.hexadecimal(digits: 16) }

  mutating func add(_ value: CellValue) {
    switch value {
    // Programs store line ends in different ways.
    case .text(let text): for byte in text.utf8 where byte != 0x0D { hash.add(byte) }
    case .number(let number): hash.add("#\(number == 0 ? 0 : number)")
    case .boolean(let boolean): hash.add("?\(boolean)")
    default: hash.add(value.shownText)
    }
    hash.add(0)
  }

  mutating func add(_ cell: CellReference) {
    hash.add("\(cell)")
    hash.add(1)
  }

  /// The digest of cells and their positions. The as-of date, next to its name, is left out, because it depends on the run and nobody typed
  /// it.
  static func text(of cells: [CellReference: CellValue]) -> String {
    var digest = CellDigest()
    for (cell, value) in cells.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
      if cell.column > 1, let left = CellReference(row: cell.row, column: cell.column - 1),
        cells[left] == .text("AsOf")
      {
        continue
      }
      digest.add(cell)
      digest.add(value)
    }
    return digest.text
  }

  static func text(of values: [CellValue]) -> String {
    var digest = CellDigest()
    for value in values { digest.add(value) }
    return digest.text
  }
}

extension CellGrid {
  /// The cells without a formula.
  var typed: [CellReference: CellValue] {
    var typed: [CellReference: CellValue] = [:]
    for (cell, value) in inReadingOrder where formulas[cell] == nil { typed[cell] = value }
    return typed
  }

  /// The cells without a formula in a column, below its header.
  func typed(inColumn column: Int, below row: Int) -> [CellValue] {
    guard row < lastRow else { return [] }
    var values = ((row + 1)...lastRow).map { below -> CellValue in
      guard let cell = CellReference(row: below, column: column), formulas[cell] == nil else { return .blank }
      return self[cell]
    }
    while values.last?.isEmpty == true { values.removeLast() }
    return values
  }
}
