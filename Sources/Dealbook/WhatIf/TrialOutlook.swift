// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Zip

/// The inputs of the distributions in the unchanged workbook, to tell which of them a scenario does not change.
struct OutlookBase: Sendable {
  /// One for each row of the Targets sheet.
  let inputs: [OutlookInput?]
  let deals: OpenDeals
  let confidence: Double

  init(_ analysis: Analysis) {
    let environment = analysis.written.environment
    let deals = OpenDeals(environment)
    self.deals = deals
    inputs =
      analysis.team.sheet("tg").map { sheet in
        (0..<sheet.rows.count).map { OutlookInput($0, on: sheet, in: environment, deals) }
      } ?? []
    confidence = TargetOutlook.confidence(analysis.team)
  }
}

/// The exact chances of the Targets sheet in a scenario; only rows whose deals or goals it changes are computed.
struct TrialOutlook: Sendable {
  /// The changed rows, with the new values of their cells.
  private(set) var rows: [Int: OutlookFigures?] = [:]
  /// The open deals in the scenario; nil if unchanged.
  private(set) var deals: OpenDeals?
  /// The owners whose deals the scenario changes, in lower case; nil if it may be all.
  private(set) var owners: Set<String>?
  /// The rows of the Deals sheet that have another owner.
  private(set) var moved: Set<Int> = []
  /// Whether the scenario leaves the People sheet alone.
  private(set) var keepsPeople = false
  /// The bond of each row of the Deals sheet; empty without bonds.
  let bonds: [Int: Int]

  /// The unchanged workbook.
  let table: SandTable

  private static let dealColumns: Set = [
    "de_owner", "de_is_open", "de_close_eff", "de_amount", "de_prob", "de_is_won", "de_in_period",
  ]
  static let targetColumns: Set = ["tg_owner", "tg_p_start", "tg_p_end", "tg_won", "tg_target", "tg_floor"]

  init(_ trial: Trial, bonds: [Int: Int]) throws(DealbookError) {
    self.bonds = bonds
    table = trial.table
    let confidence = TargetOutlook.confidence(trial.team)
    let base = trial.table.outlook
    let isOther =
      !bonds.isEmpty || confidence != base.confidence || trial.changesRows
      || trial.changed.keys.contains { Self.dealColumns.contains($0) || Self.targetColumns.contains($0) }
    guard isOther else { return }
    if bonds.isEmpty, confidence == base.confidence, !trial.changesRows {
      let rows = Set(Self.dealColumns.flatMap { trial.changed[$0] ?? [] })
      if let (deals, owners) = base.deals.following(rows, from: table.base.environment, to: trial.environment) {
        (self.deals, self.owners) = (deals, owners)
        moved = Set(trial.changed["de_owner"] ?? [])
        keepsPeople = !trial.changed.keys.contains { $0.hasPrefix("pe_") }
      }
    }
    let deals = self.deals ?? OpenDeals(trial.environment)
    self.deals = deals
    let changedRows = Set(Self.targetColumns.flatMap { trial.changed[$0] ?? [] })
    let names = trial.environment.column("tg_owner")
    guard let sheet = trial.team.sheet("tg") else { return }
    var work = 0
    for row in 0..<sheet.rows.count {
      if let owners, !changedRows.contains(row),
        names.map({ row < $0.count && owners.contains($0[row].shownText.lowercased()) }) != true
      {
        continue
      }
      let input = OutlookInput(row, on: sheet, in: trial.environment, deals)
      let before = row < base.inputs.count ? base.inputs[row] : nil
      if input == before, confidence == base.confidence, row < base.inputs.count,
        bonds.isEmpty || input?.rows.contains(where: { bonds[$0] != nil }) != true
      {
        continue
      }
      work += input.map { OutlookWork.steps(of: $0.items) } ?? 0
      try OutlookWork.require(work, row: row, on: sheet, team: trial.team)
      rows[row] = .some(input.map { figures($0, row, confidence) })
    }
  }

  private func figures(_ input: OutlookInput, _ row: Int, _ confidence: Double) -> OutlookFigures {
    if bonds.isEmpty,
      let total = table.portfolio(ofTarget: row)?.distribution(won: input.won, Array(zip(input.rows, input.items)))
    {
      return OutlookFigures(total, input, confidence: confidence)
    }
    return OutlookFigures(distribution(won: input.won, input.items, rows: input.rows), input, confidence: confidence)
  }

  /// The distribution with the bonds of the scenario.
  func distribution(won: Int, _ items: [TotalDistribution.Item], rows: [Int]) -> TotalDistribution {
    bonds.isEmpty
      ? TotalDistribution(won: won, items: items)
      : TotalDistribution(won: won, items: items, bonds: rows.map { bonds[$0] })
  }
}
