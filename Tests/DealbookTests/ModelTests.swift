// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import Testing

@Suite struct `Targets dealt out anew` {
  /// documents/method.md, Targets (rebalancing); in 元.
  func deal(
    _ team: Int, targets: [Int] = [3_000_000, 1_000_000, 500_000],
    weights: [Int] = [423_095_254, 53_551_879, 23_352_867]
  ) -> TargetRebalance? {
    TargetRebalance(
      team: team * 100, members: zip(targets, weights).map { .init(target: $0 * 100, weight: $1) }, capUp: 0.10,
      capDown: 0.15, unit: 10_000 * 100)
  }

  func shared(_ targets: [Int], pool: Int) -> TargetRebalance {
    .shared(targets: targets.map { $0 * 100 }, pool: pool * 100)
  }

  @Test func `everybody stays within the caps and the rest is the team's`() {
    #expect(deal(5_000_000) == shared([3_300_000, 1_100_000, 550_000], pool: 50_000))
    #expect(deal(4_600_000) == shared([3_300_000, 870_000, 430_000], pool: 0))
    #expect(deal(4_500_000) == shared([3_220_000, 850_000, 430_000], pool: 0))
    #expect(deal(4_000_000) == shared([2_720_000, 850_000, 430_000], pool: 0))
  }

  @Test func `lower bounds beyond the team target leave nothing to deal out`() {
    #expect(deal(3_820_000) == .infeasible(lowest: 383_000_000))
    #expect(deal(3_830_000) == shared([2_550_000, 850_000, 430_000], pool: 0))
  }

  @Test func `equal weights give equal targets`() {
    #expect(
      deal(4_500_000, targets: [1_600_000, 1_400_000, 1_500_000], weights: [1, 1, 1])
        == shared([1_500_000, 1_500_000, 1_500_000], pool: 0))
  }

  @Test func `missing units go to the largest remainder, ties to the first row`() {
    #expect(
      deal(1_000_000, targets: [330_000, 330_000, 330_000], weights: [7, 7, 7])
        == shared([340_000, 330_000, 330_000], pool: 0))
  }

  @Test func `what is no whole unit stays in the pool`() {
    #expect(deal(4_504_321)?.pool == 432_100)
  }

  @Test func `nobody's potential counts where nobody has any`() {
    #expect(
      deal(600_000, targets: [300_000, 300_000], weights: [0, -5]) == shared([300_000, 300_000], pool: 0))
  }

  @Test func `numbers that make no sense give nothing`() {
    #expect(TargetRebalance(team: 100, members: [], capUp: 0.1, capDown: 0.1, unit: 0) == nil)
    #expect(TargetRebalance(team: -1, members: [], capUp: 0.1, capDown: 0.1, unit: 1) == nil)
    #expect(TargetRebalance(team: 1, members: [], capUp: .nan, capDown: 0.1, unit: 1) == nil)
    #expect(
      TargetRebalance(team: 1, members: [.init(target: .max, weight: 1)], capUp: 0.1, capDown: 0.1, unit: 1) == nil)
  }

  @Test func `the Targets sheet holds them as values`() throws {
    let values = try Golden.analysis("inputs_hant.xlsx").values(of: ColumnID(sheet: "tg", key: "rebalanced"))
    #expect(values?.prefix(3) == [.number(3_300_000), .number(1_100_000), .number(550_000)])
  }

  @Test func `a team target below the lower bounds is a finding`() throws {
    var changed = try ChangedWorkbook()
    try changed.set("tg", "target", row: 1, to: .number(9_000_000))
    // Nobody has asked for rebalanced targets yet.
    #expect(try changed.rules("TGT-011") == 0)
    let analysis = try changed.filled().after.analysis()
    let finding = try #require(analysis.findings.first { analysis.team.playbook.rules[$0.rule].id == "TGT-011" })
    #expect(
      FindingWriter(analysis.team).describe(finding).message == "下限合計 8,930,000 超過團隊目標 5,000,000")
  }
}

extension TargetRebalance {
  fileprivate var pool: Int? {
    if case .shared(_, let pool) = self { pool } else { nil }
  }
}

@Suite struct `The sensitivity of a target to each deal` {
  @Test func `is its chance with the deal won less that with it lost`() {
    let items = [(1_200_000, 0.8), (600_000, 0.336), (900_000, 0.5)].map {
      TotalDistribution.Item(amount: $0.0 * 100, probability: $0.1)
    }
    let found = TotalDistribution.sensitivities(won: 700_000_00, items: items, target: 3_000_000_00)
    #expect(found.map { ($0 * 1e12).rounded() / 1e12 } == [0.168, 0.4, 0.2688])
  }

  @Test func `agrees with the two distributions that it stands for`() {
    let items = (0..<9).map { TotalDistribution.Item(amount: 1000 + $0 * 7, probability: Double($0) / 8) }
    let found = TotalDistribution.sensitivities(won: 500, items: items, target: 5100)
    for place in items.indices {
      var others = items
      let item = others.remove(at: place)
      let rest = TotalDistribution(won: 500, items: others)
      let expected = rest.probability(atLeast: 5100 - item.amount) - rest.probability(atLeast: 5100)
      #expect(abs(found[place] - expected) < 1e-12)
    }
  }

  @Test func `stands on the Deals sheet as a value`() throws {
    let values = try Golden.analysis("inputs_hant.xlsx").values(of: ColumnID(sheet: "de", key: "sensitivity"))
    #expect(values?.prefix(4) == [.number(0.168), .number(0.4), .number(0.2688), .text("")])
  }

  @Test func `amounts that no sum can hold are left out`() throws {
    var changed = try ChangedWorkbook()
    for row in 1...2 { try changed.set("de", "amount", row: row, to: .number(9e16)) }
    let values = try changed.analysis().values(of: ColumnID(sheet: "de", key: "sensitivity"))
    #expect(values?[0] == .text(""))
  }
}

@Suite struct `The normal approximation of a target's chance` {
  /// documents/method.md, Targets: won, deals, target and the value of the column `p_norm`.
  static let cases: [(won: Double, deals: [(Double, Double)], target: Double, expected: Double)] = [
    (0, Array(repeating: (100, 0.5), count: 2), 100, 0.5), (0, Array(repeating: (10, 0.3), count: 10), 30, 0.5),
    (0, [(300, 0.5), (100, 0.5), (200, 0.5)], 300, 0.5), (50, [(300, 0.5), (100, 0.5), (200, 0.5)], 350, 0.5),
    (0, [(30, 0.5), (20, 0.5), (10, 0.5)], 30, 0.5), (0, [(500, 1), (400, 0), (100, 0.25)], 600, 0.0416),
    (1000, [], 900, 1), (0, [], 1, 0),
    (700_000, [(1_200_000, 0.8), (600_000, 0.336), (900_000, 0.5)], 3_000_000, 0.1683),
    (0, Array(repeating: (1000, 0.2), count: 20), 5000, 0.2881),
  ]

  @Test(arguments: cases.indices) func `is the method's`(_ index: Int) throws {
    let (won, deals, target, expected) = Self.cases[index]
    let formula = try #require(Playbook.builtIn.sheet("tg")?.column("p_norm")?.computed?.formula)
    let mu = deals.reduce(won) { $0 + $1.0 * $1.1 }
    let variance = deals.reduce(0) { $0 + $1.0 * $1.0 * $1.1 * (1 - $1.1) }
    var environment = Environment()
    for (key, value) in [("mu", mu), ("sigma", (variance.squareRoot() * 100).rounded() / 100), ("target", target)] {
      environment.define("tg_\(key)", column: Column([.number(value)]))
    }
    let bound = try BoundFormula(FormulaTemplate(formula).expression, sheet: "tg", in: environment)
    #expect(try bound.evaluate(rows: 1, in: environment)[0] == .number(expected))
  }
}

@Suite struct `Checks of what an earlier run left` {
  @Test func `a probability that its inputs no longer give is stale`() throws {
    var filled = try ChangedWorkbook().filled().after
    #expect(try filled.rules("TGT-012") == 0)
    try filled.set("de", "amount", row: 1, to: .number(1_300_000))
    #expect(try filled.rules("TGT-012") == 1)
  }

  @Test func `a renewal rate far from the one of its service stage is told`() throws {
    var changed = try ChangedWorkbook()
    let rows = changed.rowCount("re")
    #expect(try changed.rules("REN-012") == 0)
    // The golden workbook has too few rows for a conclusion, so lower the required number.
    for row in 1...rows {
      try changed.set("re", "status", row: row, to: .text("已流失"))
      try changed.set("re", "sv", row: row, to: .text("客戶成功管理"))
    }
    let reading = PlaybookReader.read([
      PlaybookSource(
        name: "few.yaml",
        bytes: Array("extends: key-account\nrules: {REN-012: {params: {min_rows: \(rows), tolerance: 0.1}}}\n".utf8))
    ])
    let playbook = try #require(reading.playbook)
    let analysis = try Analysis(changed.workbook, playbook: playbook, options: ReadOptions(today: FillTests.today))
    let findings = analysis.findings.filter { playbook.rules[$0.rule].id == "REN-012" }
    #expect(findings.map { FindingWriter(analysis.team).describe($0).message } == ["客戶成功管理續約率應校準為 0%"])
  }
}

@Suite struct `The period of a workbook that states none` {
  func settings(asOf: SerialDate?) throws -> (start: Double?, end: Double?) {
    let settings = try Golden.analysis("inputs_core_hant.xlsx", asOf: asOf).team.settings
    return (settings.number("PeriodStart"), settings.number("PeriodEnd"))
  }

  @Test func `is the year of the as-of date`() throws {
    let later = try settings(asOf: SerialDate(year: 2027, month: 2, day: 28))
    #expect(later.start == SerialDate(year: 2027, month: 1, day: 1)?.serial(in: .year1900))
    #expect(later.end == SerialDate(year: 2027, month: 12, day: 31)?.serial(in: .year1900))
    let analysis = try Golden.analysis("inputs_core_hant.xlsx", asOf: SerialDate(year: 2027, month: 2, day: 28))
    #expect(!analysis.findings.contains { analysis.team.playbook.rules[$0.rule].id == "SET-005" })
  }

  @Test func `is the business year of the as-of date where the playbook's is one`() throws {
    let reading = PlaybookReader.read([
      PlaybookSource(
        name: "april.yaml",
        bytes: Array("extends: key-account\nsettings: {PeriodStart: 2025-04-01, PeriodEnd: 2026-03-31}\n".utf8))
    ])
    let analysis = try Analysis(
      Workbook(Golden.bytes("inputs_core_hant.xlsx")), playbook: #require(reading.playbook),
      options: ReadOptions(asOf: SerialDate(year: 2028, month: 2, day: 29), today: nil))
    #expect(
      analysis.team.settings.number("PeriodStart")
        == SerialDate(year: 2027, month: 4, day: 1)?.serial(in: .year1900))
  }

  @Test func `is the one that is stated, whatever the as-of date`() throws {
    let analysis = try Golden.analysis("inputs_hant.xlsx", asOf: SerialDate(year: 2027, month: 2, day: 28))
    #expect(
      analysis.team.settings.number("PeriodStart")
        == SerialDate(year: 2025, month: 1, day: 1)?.serial(in: .year1900))
  }
}
