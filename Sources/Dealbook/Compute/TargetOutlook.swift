import Formula
import Playbook
import Spreadsheet

/// The columns of the Targets sheet that no formula gives: the exact chance of reaching target and floor, P10, P50,
/// P90 and what can be promised (method.md, 5.2).
enum TargetOutlook {
  /// One of `p_exact`, `p_floor`, `p10`, `p50`, `p90`, `commit` for each row.
  static func column(
    _ key: String, on sheet: LocatedSheet, in environment: Environment, team: TeamWorkbook
  ) -> Column {
    let deals = OpenDeals(environment)
    let confidence = team.settings.number("TargetConf") ?? 0.8
    func cell(_ name: String, _ row: Int) -> CellValue { environment.column("tg_\(name)")?[row] ?? .blank }
    var builder = ColumnBuilder(capacity: sheet.rows.count)
    for row in 0..<sheet.rows.count {
      guard sheet.rows.kinds[row] == .data else {
        builder.append(.blank)
        continue
      }
      let owner = cell("owner", row)
      guard let won = cell("won", row).number.flatMap(OpenDeals.cents), !owner.isEmpty,
        let start = cell("p_start", row).number, let end = cell("p_end", row).number,
        let open = deals.deals(owner: owner.shownText, from: start, to: end)
      else {
        builder.append(.text(""))
        continue
      }
      let total = TotalDistribution(won: won, items: open.map(\.item))
      switch key {
      case "p_exact", "p_floor":
        let goal = cell(key == "p_exact" ? "target" : "floor", row).number.flatMap(OpenDeals.cents)
        builder.append(goal.map { .number(rounded(total.probability(atLeast: $0))) } ?? .text(""))
      case "p10", "p50", "p90":
        let share = Double(key.dropFirst()).map { $0 / 100 } ?? 0.5
        builder.append(.number(Double(total.quantile(share)) / 100))
      default:
        builder.append(.number(Double(total.committable(confidence: confidence)) / 100))
      }
    }
    return builder.finish()
  }

  /// Probabilities are shown with four decimals.
  private static func rounded(_ probability: Double) -> Double {
    (probability * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000
  }
}
