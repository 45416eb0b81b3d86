import Formula
import Playbook
import Spreadsheet

/// Collects the rows below a header: what each row is, and the cells of the bound columns.
struct RowCollector {
  private let bound: [BoundColumn]
  /// Position in `bound` by column number; -1 for a column that is not bound.
  private let slots: [Int]
  private let totals: TotalWords
  /// See ``ReadOptions/countsBlankRows``.
  private let countsBlankRows: Bool
  private var values: [ColumnBuilder]
  private var kinds: [RowLayout.Kind] = []
  private var firstRow = 0
  /// The last data row plus one, as an offset from `firstRow`.
  private var end = 0
  private var dataRows = 0
  private(set) var totalRows: [Int] = []
  private(set) var firstRowFormats: [Int: Int] = [:]
  /// The cells of the row that is being read.
  private var cells: [(slot: Int, cell: Pending)] = []
  private var known = KnownStrings()

  /// What a cell of a row holds until it is known whether the row is data.
  private enum Pending {
    case value(CellValue)
    /// A text that the column has a number for.
    case text(Int)
  }

  /// A column of the header: where it stands and whether people type into it.
  struct BoundColumn {
    var number: Int
    var isInput: Bool
  }

  init(bound: [BoundColumn], totals: TotalWords, countsBlankRows: Bool) {
    self.bound = bound
    self.totals = totals
    self.countsBlankRows = countsBlankRows
    var slots = [Int](repeating: -1, count: (bound.map(\.number).max() ?? 0) + 1)
    for (slot, column) in bound.enumerated() { slots[column.number] = slot }
    self.slots = slots
    values = Array(repeating: ColumnBuilder(), count: bound.count)
  }

  mutating func add(_ row: StoredRow, in sheet: SheetCells) throws(SpreadsheetError) {
    cells.removeAll(keepingCapacity: true)
    var first: CellValue?
    var holdsInput = false
    for cell in row.cells {
      let slot = cell.column < slots.count ? slots[cell.column] : -1
      // Cells of unknown columns are looked at only to recognise a total row.
      guard slot >= 0 || first == nil else { continue }
      let value: CellValue
      var shared: Int?
      switch try sheet.scalar(of: cell, row: row.index) {
      case .blank: continue
      case .number(let number): value = .number(number)
      case .boolean(let flag): value = .boolean(flag)
      case .sharedString(let index):
        if first != nil, let number = known.number(of: index, slot: slot) {
          cells.append((slot, .text(number)))
          if bound[slot].isInput { holdsInput = true }
          continue
        }
        shared = index
        value = try sheet.value(of: cell, row: row.index)
      case .text, .error: value = try sheet.value(of: cell, row: row.index)
      }
      let isEmpty = value.isEmpty
      if first == nil, !isEmpty { first = value }
      guard slot >= 0 else { continue }
      if let shared, !isEmpty, case .text(let text) = value {
        let number = values[slot].number(of: text)
        known.note(shared, number: number, slot: slot, of: sheet.strings.count)
        cells.append((slot, .text(number)))
      } else {
        cells.append((slot, .value(value)))
      }
      if bound[slot].isInput, !isEmpty { holdsInput = true }
    }
    let kind: RowLayout.Kind =
      if let text = first?.text, totals.contains(text) { .total } else if holdsInput || countsBlankRows { .data } else {
        .blank
      }
    if kind == .total { totalRows.append(row.index) }
    guard kind == .data || !kinds.isEmpty else { return }
    if kinds.isEmpty {
      firstRow = row.index
      for cell in row.cells { firstRowFormats[cell.column] = cell.style }
    }
    let offset = row.index - firstRow
    // What is blank at the end costs nothing and may be as long as it will.
    if kind != .blank { try sheet.require(blankRows: offset - dataRows, above: row.index) }
    if kind == .data { dataRows += 1 }
    // Rows are ascending: what lies between is not in the file at all.
    guard offset >= kinds.count else { return }
    while kinds.count < offset { kinds.append(.blank) }
    kinds.append(kind)
    for (slot, cell) in cells {
      values[slot].appendBlanks(offset - values[slot].count)
      switch cell {
      case .value(let value): values[slot].append(value)
      case .text(let number): values[slot].append(textNumber: number)
      }
    }
    if kind == .data { end = offset + 1 }
  }

  func layout() -> RowLayout {
    RowLayout(range: firstRow..<(firstRow + end), kinds: Array(kinds.prefix(end)), totalRows: totalRows)
  }

  /// The cells of each bound column from the first to the last data row.
  func columns() -> [Column] {
    values.map { builder in
      var builder = builder
      if builder.count < end { builder.appendBlanks(end - builder.count) }
      return builder.finish(prefix: end)
    }
  }
}

/// The shared strings that were met, so that each is decoded once in the column that holds it.
private struct KnownStrings {
  /// For each shared string the column that it was last met in, and its number there.
  private var places: [(slot: Int32, number: Int32)] = []

  func number(of index: Int, slot: Int) -> Int? {
    guard index < places.count, slot >= 0, places[index].slot == Int32(slot) else { return nil }
    return Int(places[index].number)
  }

  mutating func note(_ index: Int, number: Int, slot: Int, of count: Int) {
    if places.isEmpty { places = Array(repeating: (-1, 0), count: count) }
    guard index < places.count, let slot = Int32(exactly: slot), let number = Int32(exactly: number) else { return }
    places[index] = (slot, number)
  }
}

/// The words with which a subtotal or total row begins.
struct TotalWords {
  private let words: Set<String>
  /// Whether a digit rules a text out: ids have them, and no usual word.
  private let haveNoDigits: Bool

  init(_ words: [String]) {
    self.words = Set(words.map(Self.normalized))
    haveNoDigits = !self.words.contains { $0.utf8.contains(where: Self.isDigit) }
  }

  func contains(_ text: String) -> Bool {
    guard text.utf8.count < 64, !(haveNoDigits && text.utf8.contains(where: Self.isDigit)) else { return false }
    return words.contains(Self.normalized(text))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func normalized(_ text: String) -> String {
    TextFolding.folded(text).filter { !$0.isWhitespace && $0 != ":" }
  }
}
