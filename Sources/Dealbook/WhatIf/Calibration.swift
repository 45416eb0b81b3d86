// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The actual rates of the stages among closed deals, and how certain they are. They are never applied silently, only offered as a
/// scenario.
public struct Calibration: Sendable {
  public struct Stage: Sendable {
    public var label: String
    public var code: String
    /// The chance of winning from this stage, as stated in the lists.
    public var stated: Double
    /// The closed deals that had reached the stage, and those of them that were won.
    public var closed: Int
    public var won: Int
    /// The share that was won; nil without any closed deal.
    public var rate: Double?
    /// The Wilson interval: in 19 of 20 such histories it contains the true rate.
    public var low: Double?
    public var high: Double?
    /// The mean squared difference between the stated chance and the outcome (Brier score): 0 is perfect, 0.25 is a coin toss.
    public var brier: Double?
    /// The share that went on to the next stage, and the share stated in the lists.
    public var passed: Double?
    public var statedPass: Double?
    /// Whether there are enough closed deals for a conclusion.
    public var isEnough: Bool
  }

  /// With fewer closed deals than this there is no conclusion.
  public static let fewest = 20

  public var stages: [Stage]
  /// The actual rates as changes; empty if no stage has enough closed deals.
  public var changes: [String]

  /// The actual rates as a scenario with that name; nil if there is no conclusion.
  public func scenario(named name: String) -> Scenario? {
    changes.isEmpty ? nil : Scenario(name: name, changes: changes)
  }

  /// Nil for a workbook without stages, or without deals that are won or lost.
  public init?(_ table: SandTable) {
    guard let list = table.team.playbook.funnel?.list, let listed = table.team.lists[list],
      let codes = listed.columns["code"]?.map(\.shownText), let open = listed.columns["open"],
      let stated = listed.columns["prob"], let passes = listed.columns["conv"],
      table.analysis.plan.contains(ColumnID(sheet: "de", key: "peak"))
    else { return nil }
    let reader = SituationReader(table.team, table.base.environment, plan: table.analysis.plan)
    // By stage number, from 1: the closed deals that had come this far, and those of them that were won.
    var reached = Array(repeating: 0, count: codes.count + 2)
    var won = reached
    let lost = codes.firstIndex(of: "LOST").map { Double($0 + 1) }
    for row in reader.rows("de") {
      let isWon = reader.number("de_is_won", row) == 1
      guard isWon || lost != nil && reader.number("de_stage_no", row) == lost,
        let peak = reader.number("de_peak", row).flatMap({ Int(exactly: $0) }), (1...codes.count).contains(peak)
      else { continue }
      for stage in 1...peak {
        reached[stage] += 1
        if isWon { won[stage] += 1 }
      }
    }
    stages = []
    changes = []
    for place in codes.indices where open[place] == .number(1) {
      let number = place + 1
      let chance = stated[place].number ?? 0
      let closed = reached[number]
      var stage = Stage(
        label: place < listed.labels.count ? listed.labels[place].shownText : codes[place], code: codes[place],
        stated: chance, closed: closed, won: won[number], statedPass: passes[place].number,
        isEnough: closed >= Self.fewest)
      if closed > 0 {
        let rate = Double(won[number]) / Double(closed)
        (stage.low, stage.high) = Self.interval(won[number], of: closed)
        stage.rate = Self.rounded(rate)
        stage.brier = Self.rounded(
          (Double(won[number]) * (1 - chance) * (1 - chance) + Double(closed - won[number]) * chance * chance)
            / Double(closed))
        // The next stage; after the last stage, the win.
        stage.passed = Self.rounded(Double(max(reached[number + 1], won[number])) / Double(closed))
      }
      if stage.isEnough, let passed = stage.passed {
        changes.append("stages.\(stage.label).conv=\(CellValue.number(passed).shownText)")
      }
      stages.append(stage)
    }
    guard stages.contains(where: { $0.closed > 0 }) else { return nil }
  }

  private static func interval(_ hits: Int, of count: Int) -> (Double, Double) {
    // The 97.5 % quantile of the normal distribution.
    let z = 1.959963984540054
    let (n, p) = (Double(count), Double(hits) / Double(count))
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return (rounded(max(0, middle - reach)), rounded(min(1, middle + reach)))
  }

  private static func rounded(_ share: Double) -> Double {
    (share * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000
  }
}
