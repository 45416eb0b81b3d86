// SPDX-License-Identifier: Apache-2.0

/// The changes to one table.
public struct TableEdit: Sendable {
  /// The table part, as in ``Table/part``.
  public var part: PartName
  /// Columns to append at the right edge, in this order. Their header cells are written with the table; the caller writes the
  /// cells below. If the table already has a column of that name, no column is added, and the existing one gets the formula.
  public var newColumns: [NewTableColumn]

  /// The last row the table should reach, for rows written directly below it; a table that already reaches further stays. Nil
  /// leaves the table as it is. Fails for a table with a totals row, because no rows can be added below its data.
  public var lastRow: Int?

  /// The number of columns that the table loses at its right edge. The caller deletes the cells, including the header cells.
  public var removedColumns = 0
  /// The names of columns that lose the formula for new rows.
  public var withoutFormula: Set<String> = []

  public init(part: PartName, newColumns: [NewTableColumn], lastRow: Int? = nil) {
    self.part = part
    self.newColumns = newColumns
    self.lastRow = lastRow
  }
}

public struct NewTableColumn: Hashable, Sendable {
  /// The text of the header cell: 1–255 UTF-16 code units, different from every other column name in the table.
  public var name: String
  /// The formula that the spreadsheet program fills into new rows, written as for the first data row; nil for none.
  public var calculatedFormula: String?
  /// The cell format of the header cell.
  public var headerStyle: StyleChoice

  public init(name: String, calculatedFormula: String?, headerStyle: StyleChoice = .keep) {
    self.name = name
    self.calculatedFormula = calculatedFormula
    self.headerStyle = headerStyle
  }
}
