// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// The values of certain formulas, calculated from the contents of the file.
public struct CalculatedValues: Sendable {
  /// By index of the sheet in ``Workbook/sheets``.
  public let values: [Int: [CellReference: CellValue]]
  /// Why some of the cells have no value.
  public let kept: [Int: [CellReference: KeptReason]]
}

extension Workbook {
  /// Calculates the formulas in these cells, given by sheet index. Only they and their dependencies are calculated; a cell without a
  /// formula has no value.
  ///
  /// - Parameter trustsStored: whether a needed formula that cannot be calculated here gives the value stored for it in the file. Pass
  ///   false if the file itself marks its values as stale.
  public func calculatedValues(
    of cells: [Int: Set<CellReference>], trustsStored: Bool, _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) -> CalculatedValues {
    let book = Book(self)
    try book.read()
    var wanted: [(sheet: Int, cell: CellReference, formula: Int)] = []
    for (sheet, places) in cells.sorted(by: { $0.key < $1.key }) {
      for cell in places.sorted() {
        guard let formula = book.formula(at: Place(sheet: sheet, row: cell.row, column: cell.column)) else { continue }
        wanted.append((sheet, cell, formula))
      }
    }
    let engine = Engine(book, options, trustsStored: trustsStored)
    // Spilled ranges fill cells that other formulas read, and it is not known in advance which cells.
    engine.run(book.formulas.indices.filter { book.formulas[$0].kind == .dynamic } + wanted.map(\.formula))
    var values: [Int: [CellReference: CellValue]] = [:]
    var kept: [Int: [CellReference: KeptReason]] = [:]
    for (sheet, cell, formula) in wanted {
      if let reason = engine.kept[formula] {
        kept[sheet, default: [:]][cell] = reason
      } else if let value = book.value(at: Place(sheet: sheet, row: cell.row, column: cell.column)) {
        values[sheet, default: [:]][cell] = value.cellValue
      }
    }
    return CalculatedValues(values: values, kept: kept)
  }
}
