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
      guard let won = cell("won", row).number.flatMap(cents), !owner.isEmpty,
        let start = cell("p_start", row).number, let end = cell("p_end", row).number,
        let items = deals.items(owner: owner.shownText, from: start, to: end)
      else {
        builder.append(.text(""))
        continue
      }
      let total = TotalDistribution(won: won, items: items)
      switch key {
      case "p_exact", "p_floor":
        let goal = cell(key == "p_exact" ? "target" : "floor", row).number.flatMap(cents)
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

  /// Nil for an amount that no whole number of cents can hold.
  fileprivate static func cents(_ amount: Double) -> Int? {
    Int(exactly: (amount * 100).rounded(.toNearestOrAwayFromZero))
  }

  /// Open deals by owner, in the order of the sheet.
  private struct OpenDeals {
    private var byOwner: [String: [(close: Double, amount: Int, probability: Double)]] = [:]

    init(_ environment: Environment) {
      guard let owner = environment.column("de_owner"), let open = environment.column("de_is_open"),
        let close = environment.column("de_close_eff"), let amount = environment.column("de_amount"),
        let probability = environment.column("de_prob")
      else { return }
      for row in 0..<owner.count where open[row] == .number(1) {
        guard let day = close[row].number, let cents = amount[row].number.flatMap(TargetOutlook.cents),
          let chance = probability[row].number
        else { continue }
        byOwner[owner[row].shownText.lowercased(), default: []].append((day, cents, chance))
      }
    }

    /// Nil when a probability lies outside 0…1, which a rule reports: no distribution has it.
    func items(owner: String, from start: Double, to end: Double) -> [TotalDistribution.Item]? {
      let deals = (byOwner[owner.lowercased()] ?? []).filter { $0.close >= start && $0.close <= end }
      guard deals.allSatisfy({ (0...1).contains($0.probability) }) else { return nil }
      return deals.map { TotalDistribution.Item(amount: $0.amount, probability: $0.probability) }
    }
  }
}
