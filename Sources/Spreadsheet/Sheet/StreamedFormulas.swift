// SPDX-License-Identifier: Apache-2.0

/// A column formula, prepared so that it can be found among stored formulas without creating strings.
public struct FormulaPattern: Sendable {
  fileprivate let prepared: PreparedFormula
  private let formula: RowFormula

  /// Nil if the formula can't be written to a file.
  public init?(_ formula: RowFormula) {
    guard let prepared = try? PreparedFormula(formula, lastRow: CellReference.maxRow) else { return nil }
    self.prepared = prepared
    self.formula = formula
  }

  /// Whether derived cells of a shared formula have it when the first one has. Asked only where a formula is shared: most are not, and the
  /// answer costs more than all else here.
  fileprivate var isShareable: Bool { PreparedFormula.isShareable(formula) }

  /// Whether the cell has this formula, spelled exactly as it would be written here. An equivalent formula with another spelling
  /// gives false.
  ///
  /// - Parameter row: the row number as ASCII digits.
  public func stands(in cell: StoredCell, row: [UInt8], _ cells: SheetCells) -> Bool {
    cell.formulaKind == .normal && prepared.stands(in: cells.bytes.span, cell.formula, row: row)
  }
}

/// Resolves the formulas of a sheet while its rows are read one after the other (``Workbook/forEachRow(ofSheet:strings:_:)``),
/// including the derived formulas of shared formulas:
/// ```swift
/// var formulas = StreamedFormulas()
/// try workbook.forEachRow(ofSheet: index) { row, cells in
///   try formulas.take(row, cells)
///   for cell in row.cells {
///     if let formula = try formulas.formula(of: cell, row: row.index, cells) { print(formula) }
///   }
/// }
/// ```
public struct StreamedFormulas {
  private var masters = SharedFormulas()
  /// By number, the columns of shared formulas whose first cell matches the pattern of its column.
  private var matched: [Int: Int] = [:]
  /// Whether a derived formula came before its master, which no program writes. Its text can then only be found by reading the
  /// whole sheet (``Worksheet/formula(of:row:)``).
  public private(set) var isIncomplete = false

  public init() {}

  /// Registers the next row. Must be called for every row, before asking for its formulas.
  public mutating func take(_ row: StoredRow, _ cells: SheetCells) throws(SpreadsheetError) {
    do throws(ScanError) {
      try masters.note(row, cells.reader, in: cells.bytes.span, from: cells.start)
    } catch {
      throw cells.located(error)
    }
  }

  /// Whether the cell, one of the row that was taken last, has just the formula of its column, as ``FormulaPattern`` says; also where
  /// it shares that with the cells above it.
  public mutating func stands(
    _ pattern: FormulaPattern, in cell: StoredCell, row: Int, digits: [UInt8], _ cells: SheetCells
  ) throws(SpreadsheetError) -> Bool {
    switch cell.formulaKind {
    case .normal: return pattern.stands(in: cell, row: digits, cells)
    case .sharedMaster:
      guard pattern.isShareable, let number = try cells.formula(of: cell, row: row)?.sharedIndex else { return false }
      let stands = pattern.prepared.stands(in: cells.bytes.span, cell.formula, row: digits)
      matched[number] = stands ? cell.column : nil
      return stands
    case .sharedDerived:
      guard !matched.isEmpty, let number = try cells.formula(of: cell, row: row)?.sharedIndex else { return false }
      return matched[number] == cell.column
    default: return false
    }
  }

  /// The formula of a cell in the row registered last; nil if the cell has none.
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
