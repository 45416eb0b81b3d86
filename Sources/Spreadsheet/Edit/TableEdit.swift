/// What should differ in one table.
public struct TableEdit: Sendable {
  /// As in ``Table/part``.
  public var part: PartName
  /// Columns to append at the right edge, in this order. Their header cells are written with the table; the cells below are
  /// the caller's. A column whose name the table has already is not appended again, but gets its formula.
  public var newColumns: [NewTableColumn]

  public init(part: PartName, newColumns: [NewTableColumn]) {
    self.part = part
    self.newColumns = newColumns
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
