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
  private let last: Int
  private let count: Int
  /// The first row of the list,
  private let start: Int
  /// and that of what stands below it.
  private let bottom: Int?

  /// - Parameter tab: 0 for the sheet itself, otherwise one more than the index among its parts.
  init(_ count: Int, to sheet: LocatedSheet, tab: Int) {
    self.count = count
    let part = tab > 0 ? sheet.parts[tab - 1] : nil
    (sheetIndex, title) = (part?.sheetIndex ?? sheet.sheetIndex, part?.title ?? sheet.title)
    let rows = part?.rows ?? 1..<(sheet.parts.first?.rows.lowerBound ?? .max)
    let shift = part?.shift ?? 0
    let data = zip(sheet.rows.range, sheet.rows.kinds).filter { $1 == .data && rows.contains($0) }.map(\.0)
    let last = (data.last ?? part.map { $0.rows.lowerBound - 1 } ?? sheet.lastHeaderRow ?? 1) - shift
    self.last = last
    // Content below the data must stay directly below it: it moves down, and so do the references to it.
    let below = (sheet.rows.totalRows + sheet.rows.otherRows).filter { rows.contains($0) && $0 - shift > last }
    start = (data.first.map { $0 - shift }) ?? last + 1
    bottom = below.min().map { $0 - shift }
    edit.appendedRows = AppendedRows(after: last, count: count, columns: 1...max(1, sheet.lastUsedColumn))
  }

  /// Whether the rows can be added: nothing feeds the table from outside, and every reference to rows below can be adjusted.
  mutating func canBeMade(in workbook: Workbook) -> Bool {
    let table = ((try? workbook.tables(ofSheet: sheetIndex)) ?? []).first { $0.range.rows.contains(last) }
    if table?.isFed == true { return false }
    let totals = table.flatMap { $0.totalsRowCount > 0 ? $0.range.last.row - $0.totalsRowCount + 1 : nil }
    guard let bottom = [bottom, totals].compactMap(\.self).min(), bottom <= last + count else { return true }
    let insertion = RowChange.Insertion(before: bottom, count: last + count - bottom + 1, listStart: start)
    self.insertion = insertion
    return (try? workbook.applying(RowChange(insertion: insertion), toSheet: sheetIndex)) != nil
  }

  mutating func set(_ value: CellValue, row number: Int, column: Int, in sheet: LocatedSheet) {
    guard let cell = CellReference(row: last + 1 + number, column: column) else { return }
    edit.cells[cell] = CellEdit(value, style: sheet.formats.firstRow[column].map { .index($0) } ?? .keep)
  }
}
