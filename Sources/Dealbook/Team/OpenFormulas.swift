import Calculation
import Spreadsheet

/// The formulas that a reading of the workbook needs and for which the file has no value that holds.
struct OpenFormulas {
  /// By position of the sheet.
  private let cells: [Int: Set<CellReference>]

  /// Nil where there are none, as in nearly every workbook: then nothing is calculated.
  init?(_ sheets: [LocatedSheet], _ settings: SettingsTable) {
    var cells = settings.openFormulas
    for sheet in sheets where !sheet.openFormulas.isEmpty {
      cells[sheet.sheetIndex, default: []].formUnion(sheet.openFormulas)
    }
    guard !cells.isEmpty else { return nil }
    self.cells = cells
  }

  /// What they give, by position of the sheet. Where the workbook can't be read as a whole, they stay unknown.
  ///
  /// - Parameter day: what TODAY gives.
  func calculated(in workbook: Workbook, trustsStored: Bool, day: SerialDate?) -> [Int: FormulaValues] {
    var known = cells.mapValues { _ in FormulaValues() }
    guard
      let result = try? workbook.calculatedValues(
        of: cells, trustsStored: trustsStored, CalculationOptions(asOf: day))
    else { return known }
    for (sheet, values) in result.values { known[sheet]?.values = values }
    for (sheet, kept) in result.kept { known[sheet]?.kept = kept }
    return known
  }
}
