// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet

/// The formulas whose values are needed to read the workbook but for which the file has no valid value.
struct OpenFormulas {
  /// By sheet index.
  private let cells: [Int: Set<CellReference>]

  /// Nil if there are none, as in nearly every workbook; nothing is then calculated.
  init?(_ sheets: [LocatedSheet], _ settings: SettingsTable) {
    var cells = settings.openFormulas
    for sheet in sheets where !sheet.openFormulas.isEmpty {
      cells[sheet.sheetIndex, default: []].formUnion(sheet.openFormulas)
    }
    guard !cells.isEmpty else { return nil }
    self.cells = cells
  }

  /// The values of the formulas, by sheet index. If the workbook cannot be read as a whole, they stay unknown.
  ///
  /// - Parameter day: the result of TODAY.
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
