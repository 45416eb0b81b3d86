// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// What moves do, each alone.
///
/// Where no deal's figures depend on other deals, all moves are applied together and computed once, and each is then read in its own row.
struct MoveTrials {
  struct Candidate {
    var row: Int
    /// The key of the changed column.
    var key: String
    var told: Advice.Move
  }

  enum Attempt: Sendable {
    case move(TotalDistribution.Item, Advice.Worth)
    case lacksEvidence
    case changesNothing
  }

  let table: SandTable
  let reader: SituationReader
  /// The chances without a move if deals depend on each other.
  let together: TrialOutlook?

  /// The figures of a deal by which a move is judged.
  private static let figures: Set = [
    "de_stage_no", "de_is_open", "de_is_won", "de_prob", "de_amount", "de_close_eff", "de_owner",
  ]

  /// - Parameter target: the row of the Targets sheet for which the value of each move is told; nil for none.
  func attempts(_ candidates: [Candidate], _ target: Int?) throws(DealbookError) -> [Attempt] {
    if candidates.count > 1, let all = try atOnce(candidates, target) { return all }
    return try concurrentMap(candidates.count) { (place: Int) throws(DealbookError) in
      try alone(candidates[place], target)
    }
  }

  // MARK: One after the other

  private func alone(_ candidate: Candidate, _ target: Int?) throws(DealbookError) -> Attempt {
    let supposed = try ScenarioApplication(Scenario(name: "", changes: [candidate.told.change]), on: table)
    let trial = try Trial(supposed.team, supposed.edits, on: table)
    return try judged(candidate, in: trial) { () throws(DealbookError) in
      let outlook = try TrialOutlook(trial, bonds: together?.bonds ?? [:])
      return target.flatMap { row in outlook.rows[row].flatMap(\.self).map { worth($0, of: row) } }
    }
  }

  private func judged(
    _ candidate: Candidate, in trial: Trial, worth: () throws(DealbookError) -> Advice.Worth?
  ) throws(DealbookError) -> Attempt {
    let (row, told) = (candidate.row, candidate.told)
    func number(_ key: String) -> Double? {
      trial.environment.column("de_\(key)").flatMap { row < $0.count ? $0.number(at: row) : nil }
    }
    if told.kind == .advance, let before = reader.number("de_stage_no", row), let after = number("stage_no"),
      after <= before
    {
      return .lacksEvidence
    }
    let old = reader.number("de_prob", row) ?? 0
    guard number("is_open") == 1, let chance = number("prob"), (0...1).contains(chance),
      let amount = number("amount").flatMap(OpenDeals.cents), told.kind == .bringBack ? chance > 0 : chance > old
    else { return .changesNothing }
    return .move(TotalDistribution.Item(amount: amount, probability: chance), try worth() ?? told.worth)
  }

  // MARK: All at once

  /// Nil if the moves cannot be told apart that way.
  private func atOnce(_ candidates: [Candidate], _ target: Int?) throws(DealbookError) -> [Attempt]? {
    let keys = Set(candidates.map(\.key))
    guard areOfOneRow(changing: Set(keys.map { "de_\($0)".lowercased() })) else { return nil }
    let supposed = try ScenarioApplication(Scenario(name: "", changes: candidates.map(\.told.change)), on: table)
    // Formulas of the team's own that follow a move may look at other deals.
    guard !supposed.changesPlan, supposed.edits.values.isEmpty, supposed.edits.structure.isEmpty,
      supposed.edits.cells.values.reduce(0, { $0 + $1.count }) == candidates.count
    else { return nil }
    let trial = try Trial(supposed.team, supposed.edits, on: table)
    guard trial.changed["de_is_won"] == nil, TrialOutlook.targetColumns.allSatisfy({ trial.changed[$0] == nil }) else {
      return nil
    }
    let deals = target.flatMap { MovedDeals($0, trial, together) }
    return try concurrentMap(candidates.count) { (place: Int) throws(DealbookError) in
      try judged(candidates[place], in: trial) { () throws(DealbookError) in
        guard let target, let figures = deals?.figures(moving: candidates[place].row) else { return nil }
        return worth(figures, of: target)
      }
    }
  }

  /// Whether what these columns of a deal hold reaches the figures of that deal alone.
  private func areOfOneRow(changing columns: Set<String>) -> Bool {
    var touched = columns
    var mixed: Set<String> = []
    for step in table.analysis.plan.steps {
      guard let reads = table.reads[step.id] else { continue }
      let beyond = reads.keyed.reduce(reads.toHere.union(reads.whole)) { $0.union($1.columns) }
      if !mixed.isDisjoint(with: reads.columns) || !touched.isDisjoint(with: beyond) {
        mixed.insert(step.id.name.lowercased())
      } else if !touched.isDisjoint(with: reads.own) {
        touched.insert(step.id.name.lowercased())
      }
    }
    return mixed.isDisjoint(with: Self.figures)
  }

  /// The change in the figures of a row of the Targets sheet.
  private func worth(_ figures: OutlookFigures, of row: Int) -> Advice.Worth {
    let base = together?.rows[row].flatMap(\.self)
    func difference(_ key: String) -> Double {
      let before = base.map { $0.value(key).number ?? 0 } ?? reader.number("tg_\(key)", row) ?? 0
      return ((figures.value(key).number ?? before) - before)
    }
    return Advice.Worth(
      chance: OutlookFigures.rounded(difference("p_exact")), p10: SituationReader.cents(difference("p10")),
      commit: SituationReader.cents(difference("commit")))
  }
}

/// The deals of a row of the Targets sheet, of which one at a time is as after its move.
private struct MovedDeals: Sendable {
  private let before: OutlookInput
  private let after: [Int: TotalDistribution.Item]
  private let confidence: Double
  private let bonds: [Int: Int]
  private let portfolio: Portfolio?

  /// Nil if the row has no chances to compare.
  init?(_ row: Int, _ trial: Trial, _ together: TrialOutlook?) {
    guard let sheet = trial.team.sheet("tg"), row < sheet.rows.count, row < trial.table.outlook.inputs.count,
      let before = trial.table.outlook.inputs[row],
      let after = OutlookInput(row, on: sheet, in: trial.environment, OpenDeals(trial.environment))
    else { return nil }
    self.before = before
    self.after = Dictionary(zip(after.rows, after.items), uniquingKeysWith: { first, _ in first })
    confidence = trial.table.outlook.confidence
    bonds = together?.bonds ?? [:]
    let grain = bonds.isEmpty ? TotalDistribution(won: 0, items: before.items).grain : 1
    portfolio = bonds.isEmpty ? Portfolio(Array(zip(before.rows, before.items)), grain: grain) : nil
  }

  func figures(moving row: Int) -> OutlookFigures {
    var input = before
    let place = input.rows.firstIndex { $0 >= row } ?? input.rows.count
    if place < input.rows.count, input.rows[place] == row {
      input.rows.remove(at: place)
      input.items.remove(at: place)
    }
    if let item = after[row] {
      input.rows.insert(row, at: place)
      input.items.insert(item, at: place)
    }
    if let total = portfolio?.distribution(won: input.won, Array(zip(input.rows, input.items))) {
      return OutlookFigures(total, input, confidence: confidence)
    }
    let bonds = bonds.isEmpty ? [] : input.rows.map { self.bonds[$0] }
    let total =
      bonds.isEmpty
      ? TotalDistribution(won: input.won, items: input.items)
      : TotalDistribution(won: input.won, items: input.items, bonds: bonds)
    return OutlookFigures(total, input, confidence: confidence)
  }
}
