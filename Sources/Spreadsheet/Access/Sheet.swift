// SPDX-License-Identifier: Apache-2.0

import Base

/// The cells of one worksheet, in memory.
///
/// ```swift
/// let deals = try book["Deals"]
/// print(deals["B2"], deals.rows.count)
/// for row in deals.rows.dropFirst() where row["H"].text == "Won" { total += row["I"].number ?? 0 }
/// ```
/// All cells are read when the sheet is first requested and stay in memory for the life of the workbook, at about 60 bytes per
/// cell. To go through a sheet with millions of cells, use ``Workbook/forEachRow(of:_:)``.
public struct Sheet: Sendable {
  /// The name on the sheet's tab.
  public let title: String
  /// The rows that contain at least one non-blank cell or formula, from top to bottom.
  public let rows: [Row]

  /// The cells of one row.
  public struct Row: Sendable {
    /// The row number as the sheet shows it, starting at 1.
    public let number: Int
    /// The cells that are not blank or have a formula, from left to right.
    public let cells: [Cell]

    /// The content of the cell in a column; `.blank` if the row has no such cell.
    ///
    /// - Parameter column: the column letters, in upper or lower case.
    public subscript(column: String) -> CellContent {
      ColumnName.number(column.uppercased()).map { self[$0] } ?? .blank
    }

    /// The content of the cell in a column, counted from 1; `.blank` if the row has no such cell.
    public subscript(column: Int) -> CellContent {
      let place = cells.partitioningIndex { $0.column >= column }
      return place < cells.count && cells[place].column == column ? cells[place].content : .blank
    }
  }

  public struct Cell: Hashable, Sendable {
    /// The column number, starting at 1.
    public let column: Int
    public let content: CellContent
    /// Whether the content is the result of a formula.
    public let hasFormula: Bool
  }

  /// The content of a cell such as `B2`; `.blank` if there is no such cell or the text is not a cell reference.
  public subscript(cell: String) -> CellContent { CellReference(cell).map { self[$0] } ?? .blank }

  public subscript(cell: CellReference) -> CellContent { row(cell.row)?[cell.column] ?? .blank }

  /// The row with this number, or nil if it has no content.
  public func row(_ number: Int) -> Row? {
    let place = rows.partitioningIndex { $0.number >= number }
    return place < rows.count && rows[place].number == number ? rows[place] : nil
  }
}

extension Sheet {
  init(_ workbook: Workbook, at index: Int) throws(SpreadsheetError) {
    title = workbook.sheets[index].name
    var rows: [Row] = []
    let reader = ContentReader(workbook)
    try workbook.forEachRow(ofSheet: index) { stored, cells throws(SpreadsheetError) in
      let row = try reader.row(stored, cells)
      if !row.cells.isEmpty { rows.append(row) }
    }
    // A file may store its rows in any order.
    self.rows = rows.sorted { $0.number < $1.number }
  }
}

/// Converts stored rows and cells to ``Sheet/Row`` and ``Sheet/Cell``.
struct ContentReader {
  private let styles: Styles
  private let system: DateSystem

  init(_ workbook: Workbook) {
    styles = workbook.styles
    system = workbook.dateSystem
  }

  func row(_ stored: StoredRow, _ cells: SheetCells) throws(SpreadsheetError) -> Sheet.Row {
    var row: [Sheet.Cell] = []
    var isOrdered = true
    for cell in stored.cells {
      let value = try cells.value(of: cell, row: stored.index)
      let hasFormula = cell.formulaKind != .none
      guard value != .blank || hasFormula else { continue }
      var showsDate = false
      if case .number(let number) = value {
        showsDate = cell.type == .isoDate || styles.numberFormat(at: cell.style).kind(of: number) == .date
      }
      if let last = row.last, last.column >= cell.column { isOrdered = false }
      row.append(
        Sheet.Cell(
          column: cell.column, content: CellContent(value, showsDate: showsDate, in: system), hasFormula: hasFormula))
    }
    return Sheet.Row(number: stored.index, cells: isOrdered ? row : row.sorted { $0.column < $1.column })
  }
}
