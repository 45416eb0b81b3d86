import Formula
import Playbook
import Spreadsheet

/// Collects the rows below a header: what each row is, and the cells of the bound columns.
struct RowCollector {
  private let bound: [BoundColumn]
  /// Position in `bound` by column number.
  private let slots: [Int: Int]
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

  /// A column of the header: where it stands and whether people type into it.
  struct BoundColumn {
    var number: Int
    var isInput: Bool
  }

  init(bound: [BoundColumn], totals: TotalWords, countsBlankRows: Bool) {
    self.bound = bound
    self.totals = totals
    self.countsBlankRows = countsBlankRows
    slots = Dictionary(uniqueKeysWithValues: bound.enumerated().map { ($0.element.number, $0.offset) })
    values = Array(repeating: ColumnBuilder(), count: bound.count)
  }

  mutating func add(_ row: StoredRow, in sheet: Worksheet) throws(SpreadsheetError) {
    var cells: [(slot: Int, value: CellValue)] = []
    var first: CellValue?
    var holdsInput = false
    for cell in row.cells {
      let slot = slots[cell.column]
      // Cells of unknown columns are looked at only to recognise a total row.
      guard slot != nil || first == nil else { continue }
      let value = try sheet.value(of: cell, row: row.index)
      if first == nil, !value.isEmpty { first = value }
      guard let slot else { continue }
      if case .blank = value { continue }
      cells.append((slot, value))
      if bound[slot].isInput, !value.isEmpty { holdsInput = true }
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
    for (slot, value) in cells {
      values[slot].appendBlanks(offset - values[slot].count)
      values[slot].append(value)
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

/// The words with which a subtotal or total row begins.
struct TotalWords {
  private let words: Set<String>

  init(_ words: [String]) { self.words = Set(words.map(Self.normalized)) }

  func contains(_ text: String) -> Bool {
    text.utf8.count < 64 && words.contains(Self.normalized(text))
  }

  private static func normalized(_ text: String) -> String {
    TextFolding.folded(text).filter { !$0.isWhitespace && $0 != ":" }
  }
}
