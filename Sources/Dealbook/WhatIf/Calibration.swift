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
    /// The Wilson interval of ``passed``.
    public var passedLow: Double?
    public var passedHigh: Double?
    /// Whether there are enough closed deals for a conclusion.
    public var isEnough: Bool
  }

  /// With fewer closed deals than this there is no conclusion.
  public static let fewest = 20

  public var stages: [Stage]
  /// The actual rates as changes; empty if no stage has enough closed deals.
  public var changes: [String]
  /// What was seen, for rates from a history; nil for those from the workbook's own deals.
  public var seen: SeenDeals?

  /// The actual rates as a scenario with that name; nil if there is no conclusion.
  public func scenario(named name: String) -> Scenario? {
    changes.isEmpty ? nil : Scenario(name: name, changes: changes)
  }

  /// The closed deals of the stage that has the most of them.
  public var most: Int { stages.map(\.closed).max() ?? 0 }

  /// From the workbook's own deals. Nil for a workbook without stages, or without deals that are won or lost.
  ///
  /// Where most lost deals do not say at which stage they were lost, as in the exports of CRMs, only the rate of the first stage is known,
  /// which all of them have reached.
  public init?(_ table: SandTable) {
    guard let funnel = Funnel(table), table.analysis.plan.contains(ColumnID(sheet: "de", key: "peak")) else {
      return nil
    }
    let reader = SituationReader(table.team, table.base.environment, plan: table.analysis.plan)
    var counts = Array(repeating: Count(), count: funnel.codes.count)
    let lost = funnel.codes.firstIndex(of: "LOST").map { Double($0 + 1) }
    var (stating, silent) = (0, 0)
    for row in reader.rows("de") {
      let isWon = reader.number("de_is_won", row) == 1
      guard isWon || lost != nil && reader.number("de_stage_no", row) == lost,
        let peak = reader.number("de_peak", row).flatMap({ Int(exactly: $0) }), (1...funnel.codes.count).contains(peak)
      else { continue }
      if !isWon { if reader.text("de_lost_from", row).isEmpty { silent += 1 } else { stating += 1 } }
      for place in 0..<peak {
        counts[place].take(isWon: isWon, hasPassed: isWon || place < peak - 1, funnel.stated[place])
      }
    }
    let isStated = silent <= stating
    if !isStated { for place in counts.indices.dropFirst(Self.firstDealStage) { counts[place] = Count() } }
    self.init(funnel, counts, knowsPassed: isStated)
    guard stages.contains(where: { $0.closed > 0 }) else { return nil }
  }

  /// From closed deals that a history has seen pass through the stages. Each counts in the stages that it was seen to leave, with the chance
  /// that was stated then. Nil for a workbook without stages.
  public init?(_ table: SandTable, history: SeenDeals) {
    guard let funnel = Funnel(table) else { return nil }
    var counts = Array(repeating: Count(), count: funnel.codes.count)
    var seen = history
    seen.deals.removeAll { deal in
      // A stage that is none of this workbook's: the deal is another funnel's.
      !deal.stages.allSatisfy { stage in
        funnel.isOpen.indices.contains(stage.number - 1) && funnel.isOpen[stage.number - 1]
          && table.readers.labels[funnel.list]?.meaning(of: stage.label) != nil
      }
    }
    seen.leftOut += history.deals.count - seen.deals.count
    for deal in seen.deals {
      let peak = deal.stages.map(\.number).max() ?? 0
      for stage in deal.stages {
        counts[stage.number - 1].take(isWon: deal.isWon, hasPassed: deal.isWon || stage.number < peak, stage.stated)
      }
    }
    self.init(funnel, counts)
    self.seen = seen
  }

  /// Of one stage.
  private struct Count {
    var closed = 0
    var won = 0
    var passed = 0
    /// The squared differences between the stated chances and the outcomes, and their number.
    var error = 0.0
    var stated = 0

    mutating func take(isWon: Bool, hasPassed: Bool, _ chance: Double?) {
      closed += 1
      if isWon { won += 1 }
      if hasPassed { passed += 1 }
      guard let chance else { return }
      let miss = (isWon ? 1 : 0) - chance
      error += miss * miss
      stated += 1
    }
  }

  /// The stages of a workbook, in order.
  private struct Funnel {
    let list: String
    let labels: [String]
    let codes: [String]
    let isOpen: [Bool]
    let stated: [Double]
    let passes: [Double?]

    init?(_ table: SandTable) {
      guard let list = table.team.playbook.funnel?.list, let listed = table.team.lists[list],
        let codes = listed.columns["code"]?.map(\.shownText), !codes.isEmpty, let open = listed.columns["open"],
        let stated = listed.columns["prob"], let passes = listed.columns["conv"]
      else { return nil }
      self.list = list
      self.codes = codes
      labels = codes.indices.map { $0 < listed.labels.count ? listed.labels[$0].shownText : codes[$0] }
      isOpen = codes.indices.map { open[$0] == .number(1) }
      self.stated = codes.indices.map { stated[$0].number ?? 0 }
      self.passes = codes.indices.map { passes[$0].number }
    }
  }

  /// The place of the stage at which a lost deal counts that does not say where it was lost.
  private static let firstDealStage = 2

  /// - Parameter knowsPassed: whether it is known at which stages deals were lost.
  private init(_ funnel: Funnel, _ counts: [Count], knowsPassed: Bool = true) {
    stages = []
    changes = []
    for (place, count) in counts.enumerated() where funnel.isOpen[place] {
      var stage = Stage(
        label: funnel.labels[place], code: funnel.codes[place], stated: funnel.stated[place], closed: count.closed,
        won: count.won, statedPass: funnel.passes[place], isEnough: count.closed >= Self.fewest)
      if count.closed > 0 {
        stage.rate = Self.rounded(Double(count.won) / Double(count.closed))
        (stage.low, stage.high) = Self.interval(count.won, of: count.closed)
        if count.stated > 0 { stage.brier = Self.rounded(count.error / Double(count.stated)) }
      }
      if count.closed > 0, knowsPassed {
        // To the next stage; after the last stage, the win.
        stage.passed = Self.rounded(Double(count.passed) / Double(count.closed))
        (stage.passedLow, stage.passedHigh) = Self.interval(count.passed, of: count.closed)
      }
      if stage.isEnough, let passed = stage.passed {
        changes.append("stages.\(stage.label).conv=\(CellValue.number(passed).shownText)")
      }
      stages.append(stage)
    }
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

/// Closed deals that the history of nights has seen pass through the stages.
public struct SeenDeals: Hashable, Sendable {
  public struct Deal: Hashable, Sendable {
    /// The stages that it was seen to leave.
    public var stages: [Stage]
    public var isWon: Bool

    public init(stages: [Stage], isWon: Bool) {
      self.stages = stages
      self.isWon = isWon
    }
  }

  public struct Stage: Hashable, Sendable {
    /// From 1.
    public var number: Int
    public var label: String
    /// The chance of winning that was stated when the deal left the stage.
    public var stated: Double?

    public init(number: Int, label: String, stated: Double?) {
      self.number = number
      self.label = label
      self.stated = stated
    }
  }

  public var deals: [Deal] = []
  /// How many workbooks the deals are from.
  public var workbooks = 0
  /// The first and the last night, as `2026-03-31`; empty without any.
  public var first = ""
  public var last = ""
  /// Deals in stages that the workbook does not have.
  public var leftOut = 0

  public init() {}
}
