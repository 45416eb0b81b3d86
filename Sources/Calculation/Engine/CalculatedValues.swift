public import Spreadsheet

/// The values of some formulas, calculated from what the file holds.
public struct CalculatedValues: Sendable {
  /// By position of the sheet in ``Workbook/sheets``.
  public let values: [Int: [CellReference: CellValue]]
  /// Why cells have none.
  public let kept: [Int: [CellReference: KeptReason]]
}

extension Workbook {
  /// The values of the formulas in these cells, by position of the sheet. Only they and what they need are calculated; a cell
  /// without a formula has none.
  ///
  /// - Parameter trustsStored: whether a formula among those needed that can't be calculated here gives the value that the file
  ///   stores for it; false where the file itself calls its values stale.
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
    let engine = Engine(book, asOf: options.asOf.flatMap { $0.serial(in: dateSystem) }, trustsStored: trustsStored)
    // What spills fills cells that others read, and nobody knows which before.
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
