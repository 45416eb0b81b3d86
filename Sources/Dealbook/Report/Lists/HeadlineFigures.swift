// SPDX-License-Identifier: Apache-2.0

public import Playbook
import Spreadsheet

/// The headline figures of a page about a workbook: those of its dashboard's cards, as numbers.
public struct HeadlineFigures: Sendable {
  /// The same names as in `dealbook report --json`.
  public enum Key: String, CaseIterable, Sendable {
    case target, won, commit, best, chance, p10, p50, p90, overdue, overdueLines, due30, due60, due90, alerts, watches
  }

  /// Money in the workbook's own currency, `chance` from 0 to 1, the others as counts.
  public private(set) var values: [Key: Double] = [:]
  /// Why a figure is missing: the sheet or column that it would need, in words.
  public private(set) var reasons: [Key: String] = [:]
  /// The rows that figures leave out, a sentence for each reason: “Won leaves out 1 deal without a closing date (G7)”.
  public let gaps: [String]
  /// The first and last day of the period; empty if the settings state none.
  public let start: String
  public let end: String
  /// The reports that were asked for, as far as the workbook has what they need, in the order of a dashboard.
  public private(set) var reports: [ReportPage.Section] = []
  /// The reports that were asked for, but lack what they need, have nothing to show, or whose formulas failed.
  public private(set) var leftOut: [LeftOut] = []

  /// A report that is not there, and why.
  public struct LeftOut: Hashable, Sendable {
    /// As in `R1`.
    public let id: String
    public let title: String
    public let reason: String
  }

  /// - Parameters:
  ///   - language: the language of the reasons; by default the workbook's.
  ///   - ids: reports of the dashboard to compute as well: `R1`.
  ///   - saysWhy: whether to state ``reasons`` and ``gaps``.
  ///
  /// Cost: one pass over deals, payments, renewals and accounts, and the exact distribution of the open deals; for each report, a pass
  /// over the rows that it sums up for each line of it.
  /// Nothing takes anything else with it: a formula that fails, such as one over a list that a playbook lacks, is a reason.
  public init(
    _ analysis: Analysis, language: Language? = nil, reports ids: [String] = [], saysWhy: Bool = true
  ) {
    let source = DashboardSource(analysis, language: language)
    var data = ChartData(analysis, sheet: source.words.chartData, hasFormulas: false)
    var figures = DashboardFigures(source)
    do { try figures.add(to: &data) } catch {
      for key in Key.allCases { reasons[key] = "\(error)" }
    }
    for key in Key.allCases where reasons[key] == nil {
      guard let own = DashboardFigures.Key(rawValue: key.rawValue) else { continue }
      let value = data.shown("figures.value", row: DashboardFigures.row(own))?.value
      if let number = value?.number {
        values[key] = number
      } else if case .error = value {
        reasons[key] = source.words.readsError
      } else {
        reasons[key] = figures.reason(own)
      }
    }
    for maker in ids.isEmpty ? [] : DashboardContent.makers(source, figures) where ids.contains(maker.id) {
      switch Self.report(maker, &data, source) {
      case .success(let section): reports.append(section)
      case .failure(let reason): leftOut.append(LeftOut(id: maker.id, title: maker.name, reason: reason.text))
      }
    }
    gaps = saysWhy ? FigureGaps(source: source, basis: figures.basis).sentences() : []
    if !saysWhy { reasons = [:] }
    let system = analysis.team.workbook.dateSystem
    func day(_ name: String) -> String {
      analysis.team.settings.number(name).flatMap { SerialDate.isoText(serial: $0.rounded(.down), system: system) }
        ?? ""
    }
    (start, end) = (day("PeriodStart"), day("PeriodEnd"))
  }

  private struct Reason: Error {
    var text: String
  }

  /// A report, or why there is none. What one that fails has begun stays in `data`, where nothing reads it: no two share a block.
  private static func report(
    _ maker: any TileMaker, _ data: inout ChartData, _ source: DashboardSource
  ) -> Result<ReportPage.Section, Reason> {
    if let id = source.lack(maker.needs) { return .failure(Reason(text: source.reason(lacking: id))) }
    if let reason = maker.refusal ?? maker.obstacle { return .failure(Reason(text: reason)) }
    do {
      guard let tile = try maker.make(&data) else { return .failure(Reason(text: source.words.noData)) }
      let table = maker.table(data)
      try data.settle(table.columns.map(\.key), of: table.block)
      return .success(SalesReport.section(maker, tile, data, source))
    } catch {
      return .failure(Reason(text: "\(error)"))
    }
  }
}
