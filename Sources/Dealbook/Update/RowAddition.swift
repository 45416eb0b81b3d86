// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Rows to add below those of a tab.
struct RowAddition {
  let sheetIndex: Int
  /// The name on the tab.
  let title: String
  private(set) var edit = SheetEdit()
  /// Rows to insert above the content below the data.
  private(set) var insertion: RowChange.Insertion?
  /// The rows of data on the tab.
  private let data: [Int]
  private let last: Int
  private let count: Int
  /// The first row of the list,
  private let start: Int
  /// and that of what stands below it.
  private let bottom: Int?
  /// The first total below it.
  private let total: Int?

  /// - Parameter tab: 0 for the sheet itself, otherwise one more than the index among its parts.
  init(_ count: Int, to sheet: LocatedSheet, tab: Int) {
    self.count = count
    let part = tab > 0 ? sheet.parts[tab - 1] : nil
    (sheetIndex, title) = (part?.sheetIndex ?? sheet.sheetIndex, part?.title ?? sheet.title)
    let rows = part?.rows ?? 1..<(sheet.parts.first?.rows.lowerBound ?? .max)
    let shift = part?.shift ?? 0
    let own = zip(sheet.rows.range, sheet.rows.kinds).filter { $1 == .data && rows.contains($0) }.map(\.0)
    let last = (own.last ?? part.map { $0.rows.lowerBound - 1 } ?? sheet.lastHeaderRow ?? 1) - shift
    self.last = last
    data = own.map { $0 - shift }
    // Content below the data must stay directly below it: it moves down, and so do the references to it.
    total = sheet.rows.totalRows.filter { rows.contains($0) && $0 - shift > last }.min().map { $0 - shift }
    let below = (sheet.rows.totalRows + sheet.rows.otherRows).filter { rows.contains($0) && $0 - shift > last }
    start = (own.first.map { $0 - shift }) ?? last + 1
    bottom = below.min().map { $0 - shift }
    edit.appendedRows = AppendedRows(after: last, count: count, columns: 1...max(1, sheet.lastUsedColumn))
  }

  /// The rows of the list before; nil if it had none.
  var list: ClosedRange<Int>? { data.isEmpty ? nil : start...last }

  /// Whether the rows can be added: nothing feeds the table from outside, and every reference to rows below can be adjusted.
  mutating func canBeMade(in workbook: Workbook) -> Bool {
    let table = ((try? workbook.tables(ofSheet: sheetIndex)) ?? []).first { $0.range.rows.contains(last) }
    if table?.isFed == true { return false }
    let totals = table.flatMap { $0.totalsRowCount > 0 ? $0.range.last.row - $0.totalsRowCount + 1 : nil }
    guard let bottom = [bottom, totals].compactMap(\.self).min() else { return true }
    // A total a little below the data, as people write it with a blank row between, would not count what stands in that row.
    let insertion: RowChange.Insertion
    if let total, total == bottom, total - last <= LocatedSheet.mostBlankRowsAboveTotal + 1, totals == nil {
      insertion = RowChange.Insertion(before: last + 1, count: count, listStart: start)
    } else if bottom <= last + count {
      insertion = RowChange.Insertion(before: bottom, count: last + count - bottom + 1, listStart: start)
    } else {
      return true
    }
    self.insertion = insertion
    return (try? workbook.applying(RowChange(insertion: insertion), toSheet: sheetIndex)) != nil
  }

  /// Gives the new rows the formulas that all rows above have, where nothing else is written.
  mutating func carryDown(_ sheet: LocatedSheet, in workbook: Workbook) throws(SpreadsheetError) {
    let formulas = try ContinuedFormulas(sheet, sheetIndex: sheetIndex, rows: data, in: workbook)
    for row in last + 1..<last + 1 + count { edit.cells.merge(formulas.cells(ofRow: row)) { own, _ in own } }
  }

  mutating func set(_ value: CellValue, row number: Int, column: Int, in sheet: LocatedSheet) {
    guard let cell = CellReference(row: last + 1 + number, column: column) else { return }
    edit.cells[cell] = CellEdit(value, style: sheet.formats.firstRow[column].map { .index($0) } ?? .keep)
  }
}
