import Formula
import Playbook
import Spreadsheet
import Zip

/// The columns of the Targets sheet that no formula gives: the exact chance of reaching target and floor, P10, P50,
/// P90 and what can be promised (method.md, 5.2).
struct TargetOutlook {
  /// What one distribution tells; nil where the row has no goal to ask about.
  private struct Figures {
    var target: Double?
    var floor: Double?
    var quantiles: [Int]
    var committable: Int
  }

  /// For each row of the sheet; nil for rows that lack what a distribution needs.
  private let figures: [Figures?]

  /// Works out the distribution of each row, once for all columns, rows side by side.
  init(on sheet: LocatedSheet, in environment: Environment, team: TeamWorkbook) {
    let deals = OpenDeals(environment)
    let confidence = team.settings.number("TargetConf") ?? 0.8
    @Sendable func cell(_ name: String, _ row: Int) -> CellValue { environment.column("tg_\(name)")?[row] ?? .blank }
    figures = concurrentMap(sheet.rows.count) { row in
      let owner = cell("owner", row)
      guard sheet.rows.kinds[row] == .data, !owner.isEmpty, let won = cell("won", row).number.flatMap(OpenDeals.cents),
        let start = cell("p_start", row).number, let end = cell("p_end", row).number,
        let open = deals.deals(owner: owner.shownText, from: start, to: end)
      else { return nil }
      let total = TotalDistribution(won: won, items: open.map(\.item))
      func chance(of goal: String) -> Double? {
        cell(goal, row).number.flatMap(OpenDeals.cents).map { total.probability(atLeast: $0) }
      }
      return Figures(
        target: chance(of: "target"), floor: chance(of: "floor"), quantiles: [0.1, 0.5, 0.9].map(total.quantile),
        committable: total.committable(confidence: confidence))
    }
  }

  /// One of `p_exact`, `p_floor`, `p10`, `p50`, `p90`, `commit` for each row.
  func column(_ key: String, on sheet: LocatedSheet) -> Column {
    var builder = ColumnBuilder(capacity: figures.count)
    for (row, figures) in figures.enumerated() {
      guard let figures else {
        builder.append(sheet.rows.kinds[row] == .data ? .text("") : .blank)
        continue
      }
      switch key {
      case "p_exact": builder.append(figures.target.map { .number(Self.rounded($0)) } ?? .text(""))
      case "p_floor": builder.append(figures.floor.map { .number(Self.rounded($0)) } ?? .text(""))
      case "p10": builder.append(.number(Double(figures.quantiles[0]) / 100))
      case "p50": builder.append(.number(Double(figures.quantiles[1]) / 100))
      case "p90": builder.append(.number(Double(figures.quantiles[2]) / 100))
      default: builder.append(.number(Double(figures.committable) / 100))
      }
    }
    return builder.finish()
  }

  /// Probabilities are shown with four decimals.
  private static func rounded(_ probability: Double) -> Double {
    (probability * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000
  }
}
