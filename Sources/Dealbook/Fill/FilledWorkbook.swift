// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A workbook with its computed columns written: the bytes, and a report.
///
/// A sheet that cannot be written is left as it is, and so is everything that would depend on it; the rest is done. Formulas of the team's
/// own that depend on what is written get their current values.
public struct FilledWorkbook: Sendable {
  /// What was understood and computed.
  public let analysis: Analysis
  public let report: FillReport
  /// The workbook's own bytes if everything existed and was right.
  public let bytes: [UInt8]
  /// Formulas that are not the tool's whose stored values change.
  public let recalculated: [CellChange]

  /// How often the team's formulas may change what the tool's columns read.
  private static let mostRounds = 4

  /// - Parameters:
  ///   - asValues: write plain values instead of formulas.
  ///   - formulas: how they are stored.
  ///   - listsChanges: list every cell in the report, as `--diff` shows them.
  ///   - dashboard: as for ``FillPlanner``.
  ///   - repaired: cells that were changed before, by sheet index; formulas that depend on them follow too.
  /// - Throws: errors that are not due to a single sheet.
  public init(
    _ analysis: Analysis, asValues: Bool = false, formulas: FormulaForm = .plain, listsChanges: Bool = false,
    dashboard: DashboardWish = .renewed, repaired: [Int: Set<CellReference>] = [:]
  ) throws(DealbookError) {
    var step = FollowedFill(analysis, repaired: repaired)
    var round = 0
    repeat {
      round += 1
      try step.fill { (analysis) throws(DealbookError) in
        var (edit, report) = try FillPlanner(
          analysis, asValues: asValues, listsChanges: listsChanges, dashboard: dashboard
        ).plan()
        edit.formulas = formulas
        return (edit, report)
      }
    } while round < Self.mostRounds && step.readsWhatFollowed
    self.analysis = step.analysis
    report = step.report
    bytes = step.bytes
    recalculated = step.recalculated
  }
}
