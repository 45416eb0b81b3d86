// SPDX-License-Identifier: Apache-2.0

/// A run of cells in one column, stored compactly: a formula that varies only by row number, and a value per row.
public struct ColumnFill: Sendable {
  public var column: Int
  /// The row of `values[0]`, starting at 1.
  public var firstRow: Int
  /// One value per row, from `firstRow` on.
  public var values: any CellValues
  /// Which of these rows to write; the others are left alone. Must have as many elements as `values`.
  public var written: [Bool]
  /// The formula for every written cell; nil writes plain values.
  public var formula: RowFormula?
  public var style: StyleChoice
  /// See ``CellEdit/keepsFormula``.
  public var keepsFormula = false
  /// See ``CellEdit/removed``.
  public private(set) var isRemoved = false

  /// Deletes cells, including their style, as if they had never been stored.
  public init(column: Int, firstRow: Int, removed: [Bool]) {
    self.init(
      column: column, firstRow: firstRow, values: BlankCells(count: removed.count), written: removed, formula: nil,
      style: .keep)
    isRemoved = true
  }

  /// Empties cells, but keeps their style.
  public init(column: Int, firstRow: Int, emptied: [Bool]) {
    self.init(
      column: column, firstRow: firstRow, values: BlankCells(count: emptied.count), written: emptied, formula: nil,
      style: .keep)
  }

  /// Updates the cached values of formulas that are already in the cells.
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

/// The values of consecutive cells in a column, produced on demand. A caller that has them in another form does not have to build
/// an array.
public protocol CellValues: Sendable {
  var count: Int { get }
  subscript(index: Int) -> CellValue { get }
}

extension [CellValue]: CellValues {}

private struct BlankCells: CellValues {
  let count: Int
  subscript(index: Int) -> CellValue { .blank }
}
