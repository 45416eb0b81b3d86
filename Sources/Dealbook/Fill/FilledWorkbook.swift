// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A workbook with its computed columns written: the bytes, and a report.
///
/// A sheet that cannot be written is left as it is, and so is everything that would depend on it; the rest is done.
public struct FilledWorkbook: Sendable {
  /// What was understood and computed.
  public let analysis: Analysis
  public let report: FillReport
  /// The workbook's own bytes if everything existed and was right.
  public let bytes: [UInt8]

  /// - Parameters:
  ///   - asValues: write plain values instead of formulas.
  ///   - formulas: how they are stored.
  ///   - listsChanges: list every cell in the report, as `--diff` shows them.
  ///   - dashboard: as for ``FillPlanner``.
  /// - Throws: errors that are not due to a single sheet.
  public init(
    _ analysis: Analysis, asValues: Bool = false, formulas: FormulaForm = .plain, listsChanges: Bool = false,
    dashboard: DashboardWish = .renewed
  ) throws(DealbookError) {
    var analysis = analysis
    while true {
      var (edit, report) = try FillPlanner(
        analysis, asValues: asValues, listsChanges: listsChanges, dashboard: dashboard
      ).plan()
      edit.formulas = formulas
      do throws(SpreadsheetError) {
        bytes = try analysis.team.workbook.applying(edit)
        self.analysis = analysis
        self.report = report
        return
      } catch {
        // Each iteration leaves out one more sheet.
        guard case .edit(let refusal) = error,
          let sheet = analysis.team.sheets.first(where: { $0.title == refusal.sheet }),
          analysis.writes(on: sheet.prefix)
        else { throw .spreadsheet(error) }
        analysis = try analysis.leavingOut(sheet.prefix, because: refusal.clause)
      }
    }
  }
}
