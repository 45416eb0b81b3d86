/// What should differ in one table.
public struct TableEdit: Sendable {
  /// As in ``Table/part``.
  public var part: PartName
  /// Columns to append at the right edge, in this order. Their header cells are written with the table; the cells below are
  /// the caller's. A column whose name the table has already is not appended again, but gets its formula.
  public var newColumns: [NewTableColumn]

  /// The row down to which the table should reach at least, for rows that are written right below it; nil leaves it as it is. A
  /// table with a row of totals has no rows below its data and refuses.
  public var lastRow: Int?

  /// How many of the last columns the table loses; their cells are the caller's, header cells included.
  public var removedColumns = 0
  /// Columns that lose the formula which new rows get.
  public var withoutFormula: Set<String> = []

  public init(part: PartName, newColumns: [NewTableColumn], lastRow: Int? = nil) {
    self.part = part
    self.newColumns = newColumns
    self.lastRow = lastRow
  }
}

public struct NewTableColumn: Hashable, Sendable {
  /// The text of the header cell: 1–255 UTF-16 units, unlike that of every other column of the table.
  public var name: String
  /// The formula that the program puts into new rows, as for the first data row; nil for none.
  public var calculatedFormula: String?
  /// The cell format of the header cell.
  public var headerStyle: StyleChoice

  public init(name: String, calculatedFormula: String?, headerStyle: StyleChoice = .keep) {
    self.name = name
    self.calculatedFormula = calculatedFormula
    self.headerStyle = headerStyle
  }
}
