// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A further tab that is read together with another as one sheet: one for each person, month or region.
///
/// Its rows are numbered on from those of the tabs before it, so that code that works with columns sees one sheet.
public struct LocatedPart: Hashable, Sendable {
  /// The index among the workbook's sheets.
  public let sheetIndex: Int
  /// The name on the tab.
  public let title: String
  /// The first row of its own header.
  public let headerRow: Int
  /// Its rows below the header, in the continued numbering.
  public let rows: Range<Int>
  /// The offset from its own row numbers to the continued numbering.
  public let shift: Int
}

extension LocatedSheet {
  /// The names on all its tabs.
  public var tabTitles: [String] { [title] + (targetColumns == nil ? parts.map(\.title) : []) }

  /// The actual place of a row.
  public struct Place: Hashable, Sendable {
    /// Index into ``LocatedSheet/parts`` plus one; 0 for the sheet itself.
    public let part: Int
    public let sheetIndex: Int
    /// The name on the tab.
    public let title: String
    public let row: Int
  }

  /// The actual place of a row in the continued numbering.
  public func place(ofRow row: Int) -> Place {
    guard let number = parts.firstIndex(where: { $0.rows.contains(row) }) else {
      return Place(part: 0, sheetIndex: sheetIndex, title: title, row: row)
    }
    let part = parts[number]
    return Place(part: number + 1, sheetIndex: part.sheetIndex, title: part.title, row: row - part.shift)
  }

  /// Calls `body` for each row of the table on all its tabs, with its offset among the rows of the sheet.
  ///
  /// Cost: reads the rows of the tabs again.
  func forEachRow(
    in workbook: Workbook, _ body: (Int, StoredRow, SheetCells) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    for (index, shift) in [(sheetIndex, 0)] + parts.map({ ($0.sheetIndex, $0.shift) }) {
      try workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
        let number = row.index + shift
        guard rows.range.contains(number), place(ofRow: number).sheetIndex == index else { return }
        try body(number - rows.range.lowerBound, row, cells)
      }
    }
  }

  /// Splits an edit of the combined sheet into edits of the tabs that it is read from.
  ///
  /// Edits of header cells apply to each of them.
  func divided(_ edit: SheetEdit) -> [(sheetIndex: Int, edit: SheetEdit)] {
    guard let first = parts.first, let headerRow else { return [(sheetIndex, edit)] }
    func cut(to rows: Range<Int>, shift: Int, headerRow place: Int) -> SheetEdit {
      var part = SheetEdit()
      part.columns = edit.columns
      part.fills = edit.fills.compactMap { $0.cut(to: rows, shift: shift) }
      for (cell, wish) in edit.cells {
        let row = cell.row == headerRow ? place : rows.contains(cell.row) ? cell.row - shift : nil
        if let row, let own = CellReference(row: row, column: cell.column) { part.cells[own] = wish }
      }
      return part
    }
    var own = cut(to: 1..<first.rows.lowerBound, shift: 0, headerRow: headerRow)
    own.tables = edit.tables
    return [(sheetIndex, own)]
      + parts.map { ($0.sheetIndex, cut(to: $0.rows, shift: $0.shift, headerRow: $0.headerRow)) }
  }
}

extension ColumnFill {
  /// The part of the fill for certain rows, with `shift` subtracted from their numbers; nil if there is none.
  fileprivate func cut(to rows: Range<Int>, shift: Int) -> ColumnFill? {
    let own = (firstRow..<(firstRow + values.count)).clamped(to: rows)
    let offsets = (own.lowerBound - firstRow)..<(own.upperBound - firstRow)
    guard !own.isEmpty, written[offsets].contains(true) else { return nil }
    return ColumnFill(
      column: column, firstRow: own.lowerBound - shift, values: offsets.map { values[$0] },
      written: Array(written[offsets]), formula: formula, style: style)
  }
}

extension BoundWorkbook {
  /// The prefixes of the sheets that are read from several tabs.
  var divided: Set<String> { Set(sheets.filter { !$0.parts.isEmpty }.map(\.prefix)) }
}
