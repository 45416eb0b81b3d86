/// A formula of a column, to be found among stored ones without making texts of them.
public struct FormulaPattern: Sendable {
  private let prepared: PreparedFormula

  /// Nil for a formula that can't be written.
  public init?(_ formula: RowFormula) {
    guard let prepared = try? PreparedFormula(formula, lastRow: CellReference.maxRow) else { return nil }
    self.prepared = prepared
  }

  /// Whether the cell has just this formula, spelled as it would be written here. Where it has another spelling, which can be
  /// the same formula, this is false.
  ///
  /// - Parameter row: the digits of its row.
  public func stands(in cell: StoredCell, row: [UInt8], _ cells: SheetCells) -> Bool {
    cell.formulaKind == .normal && prepared.stands(in: cells.bytes.span, cell.formula, row: row)
  }
}

/// The formulas of a sheet whose rows pass (``Workbook/forEachRow(ofSheet:strings:_:)``), derived ones of shared formulas
/// included:
/// ```swift
/// var formulas = PassingFormulas()
/// try workbook.forEachRow(ofSheet: index) { (row, cells) throws(SpreadsheetError) in
///   try formulas.take(row, cells)
///   for cell in row.cells {
///     if let formula = try formulas.formula(of: cell, row: row.index, cells) { print(formula) }
///   }
/// }
/// ```
public struct PassingFormulas {
  private var masters = SharedFormulas()
  /// Whether a derived formula came before any master of its own, as no program writes it: what it says is only known to who
  /// reads the sheet whole (``Worksheet/formula(of:row:)``).
  public private(set) var isIncomplete = false

  public init() {}

  /// Takes the next row: every one must be shown, and before its formulas are asked for.
  public mutating func take(_ row: StoredRow, _ cells: SheetCells) throws(SpreadsheetError) {
    do throws(ScanError) {
      try masters.note(row, cells.reader, in: cells.bytes.span, from: cells.start)
    } catch {
      throw cells.located(error)
    }
  }

  /// The formula of a cell of the row that was taken last; nil when it has none.
  public mutating func formula(
    of cell: StoredCell, row: Int, _ cells: SheetCells
  ) throws(SpreadsheetError) -> CellFormula? {
    guard var formula = try cells.formula(of: cell, row: row) else { return nil }
    if formula.kind == .sharedDerived {
      formula = masters.expanded(formula, of: cell, row: row, from: cells.start)
      isIncomplete = isIncomplete || formula.text == nil && formula.sharedIndex != nil
    }
    try cells.requireLength(of: formula, cell, row: row)
    return formula
  }
}
