/// A run of cells of one column, stored compactly: a formula that differs by row number only, and values.
public struct ColumnFill: Sendable {
  public var column: Int
  /// The row of `values[0]`.
  public var firstRow: Int
  /// One per row from `firstRow` on.
  public var values: any CellValues
  /// Which of these rows are written; the others are not touched. As long as `values`.
  public var written: [Bool]
  /// Nil writes plain values.
  public var formula: RowFormula?
  public var style: StyleChoice
  /// See ``CellEdit/keepsFormula``.
  public var keepsFormula = false
  /// See ``CellEdit/removed``.
  public private(set) var isRemoved = false

  /// Cells that go as if they had never been stored.
  public init(column: Int, firstRow: Int, removed: [Bool]) {
    self.init(
      column: column, firstRow: firstRow, values: BlankCells(count: removed.count), written: removed, formula: nil,
      style: .keep)
    isRemoved = true
  }

  /// Cells that lose value and formula and keep their style.
  public init(column: Int, firstRow: Int, emptied: [Bool]) {
    self.init(
      column: column, firstRow: firstRow, values: BlankCells(count: emptied.count), written: emptied, formula: nil,
      style: .keep)
  }

  /// New cached values of formulas that are there.
  public init(column: Int, firstRow: Int, cached values: any CellValues, written: [Bool]) {
    self.init(column: column, firstRow: firstRow, values: values, written: written, formula: nil, style: .keep)
    keepsFormula = true
  }

  public init(
    column: Int, firstRow: Int, values: any CellValues, written: [Bool], formula: RowFormula?, style: StyleChoice
  ) {
    self.column = column
    self.firstRow = firstRow
    self.values = values
    self.written = written
    self.formula = formula
    self.style = style
  }
}

/// Values of cells below each other, each made when it is asked for: who has them in another form need not make them all.
public protocol CellValues: Sendable {
  var count: Int { get }
  subscript(index: Int) -> CellValue { get }
}

extension [CellValue]: CellValues {}

private struct BlankCells: CellValues {
  let count: Int
  subscript(index: Int) -> CellValue { .blank }
}

/// The text of a formula with holes for the row number: `["IF($B", "=\"\",\"\",$C", "*2)"]`.
public struct RowFormula: Hashable, Sendable {
  /// The row number stands between one segment and the next. Not escaped, no leading `=`.
  public var segments: [String]

  public init(segments: [String]) { self.segments = segments }

  /// The text of the formula in `row`.
  public func text(row: Int) -> String { segments.joined(separator: String(row)) }
}
