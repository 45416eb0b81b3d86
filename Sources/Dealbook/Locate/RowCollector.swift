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
  /// Their errors.
  private var errors: [CellError] = []
  private var known = KnownStrings()

  /// What a cell of a row holds until it is known whether the row is data: nothing that would have to be counted or freed.
  private enum Pending {
    case number(Double)
    case boolean(Bool)
    /// A text that the column has a number for.
    case text(Int)
    /// By its place among the errors of the row.
    case error(Int)
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
    errors.removeAll(keepingCapacity: true)
    // The first cell that holds something tells a total row by its text.
    var isFirst = true
    var firstText: String?
    var holdsInput = false
    for cell in row.cells {
      let slot = cell.column < slots.count ? slots[cell.column] : -1
      // Cells of unknown columns are looked at only to recognise a total row.
      guard slot >= 0 || isFirst else { continue }
      let pending: Pending
      var isEmpty = false
      switch try sheet.scalar(of: cell, row: row.index) {
      case .blank: continue
      case .number(let number): pending = .number(number)
      case .boolean(let flag): pending = .boolean(flag)
      case .error:
        let error = try sheet.error(of: cell, row: row.index)
        pending = .error(errors.count)
        errors.append(error)
      case .sharedString(let index):
        if !isFirst, let number = known.number(of: index, slot: slot) {
          pending = .text(number)
          break
        }
        let text = try sheet.value(of: cell, row: row.index).text ?? ""
        isEmpty = StraySpace.isBlank(text)
        if isFirst, !isEmpty { firstText = text }
        guard slot >= 0 else {
          if !isEmpty { isFirst = false }
          continue
        }
        let number = values[slot].number(of: text)
        if !isEmpty { known.note(index, number: number, slot: slot, of: sheet.strings.count) }
        pending = .text(number)
      case .text:
        let text = try sheet.text(of: cell, row: row.index)
        isEmpty = StraySpace.isBlank(text)
        if isFirst, !isEmpty { firstText = text }
        pending = slot >= 0 ? .text(values[slot].number(of: text)) : .text(0)
      }
      if !isEmpty { isFirst = false }
      guard slot >= 0 else { continue }
      cells.append((slot, pending))
      if bound[slot].isInput, !isEmpty { holdsInput = true }
    }
    let kind: RowLayout.Kind =
      if let firstText, totals.contains(firstText) { .total } else if holdsInput || countsBlankRows { .data } else {
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
      case .number(let number): values[slot].append(number: number)
      case .boolean(let flag): values[slot].append(.boolean(flag))
      case .text(let number): values[slot].append(textNumber: number)
      case .error(let place): values[slot].append(.error(errors[place]))
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
