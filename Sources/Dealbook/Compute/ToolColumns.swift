// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Spreadsheet

/// The computed columns that no formula gives: distributions, how much each deal decides, and redistributed targets.
struct ToolColumns {
  /// Six columns share the same distributions.
  private var outlook: TargetOutlook?

  /// The columns that a column without a formula depends on.
  static func columnsRead(by id: ColumnID) -> [ColumnID] {
    func columns(_ sheet: String, _ keys: [String]) -> [ColumnID] { keys.map { ColumnID(sheet: sheet, key: $0) } }
    let deals = columns("de", ["owner", "is_open", "close_eff", "amount", "prob"])
    switch (id.sheet, id.key) {
    case ("tg", "p_exact"): return deals + columns("tg", ["won", "p_start", "p_end", "target"])
    case ("tg", "p_floor"): return deals + columns("tg", ["won", "p_start", "p_end", "floor"])
    case ("tg", "p10"), ("tg", "p50"), ("tg", "p90"), ("tg", "commit"):
      return deals + columns("tg", ["won", "p_start", "p_end"])
    case ("tg", "rebalanced"): return columns("tg", ["raw_next", "target", "p_start", "p_end"])
    case ("de", "sensitivity"): return deals + columns("tg", ["won", "p_start", "p_end", "target"])
    default: return []
    }
  }

  static func settingsRead(by id: ColumnID) -> [String] {
    (id.sheet, id.key) == ("tg", "rebalanced") ? ["NextTeamTarget"] : []
  }

  /// Nil for a column that the tool does not know: a company's own, which stays as it is.
  mutating func column(
    _ id: ColumnID, on sheet: LocatedSheet, in environment: Environment, team: BoundWorkbook
  ) throws(DealbookError) -> Column? {
    switch (id.sheet, id.key) {
    case ("tg", "p_exact"), ("tg", "p_floor"), ("tg", "p10"), ("tg", "p50"), ("tg", "p90"), ("tg", "commit"):
      if let outlook { return outlook.column(id.key, on: sheet) }
      try OutlookWork.require(on: sheet, in: environment, team: team)
      let fresh = TargetOutlook(on: sheet, in: environment, team: team)
      outlook = fresh
      return fresh.column(id.key, on: sheet)
    case ("tg", "rebalanced"): return DealtTargets(sheet, environment, team).column(on: sheet)
    case ("de", "sensitivity"):
      if let targets = team.sheet("tg") { try OutlookWork.require(on: targets, in: environment, team: team) }
      return DealSensitivity.column(on: sheet, in: environment, team: team)
    default: return nil
    }
  }
}

/// How much each open deal changes its owner's chance of reaching the target.
enum DealSensitivity {
  static func column(on sheet: LocatedSheet, in environment: Environment, team: BoundWorkbook) -> Column {
    var results = Array(repeating: CellValue.text(""), count: sheet.rows.count)
    if let targets = team.sheet("tg") {
      let deals = OpenDeals(environment)
      @Sendable func cell(_ name: String, _ row: Int) -> CellValue { environment.column("tg_\(name)")?[row] ?? .blank }
      let decided = concurrentMap(targets.rows.count) { row -> [(row: Int, sensitivity: Double)] in
        let owner = cell("owner", row)
        guard targets.rows.kinds[row] == .data, !owner.isEmpty, let start = cell("p_start", row).number,
          let end = cell("p_end", row).number, let won = cell("won", row).number.flatMap(OpenDeals.cents),
          let goal = cell("target", row).number.flatMap(OpenDeals.cents),
          let own = deals.deals(owner: owner.shownText, from: start, to: end)
        else { return [] }
        let sensitivities = TotalDistribution.sensitivities(won: won, items: own.map(\.item), target: goal)
        return zip(own, sensitivities).map { ($0.row, $1) }
      }
      // If a deal falls into the periods of two rows of its owner, the first row counts.
      for (row, sensitivity) in decided.reversed().joined() where row < results.count {
        results[row] = .number((sensitivity * 10_000).rounded(.toNearestOrAwayFromZero) / 10_000)
      }
    }
    var builder = ColumnBuilder(capacity: sheet.rows.count)
    for row in 0..<sheet.rows.count { builder.append(sheet.rows.kinds[row] == .data ? results[row] : .blank) }
    return builder.finish()
  }
}

/// The next team target, distributed among the rows of each period.
struct DealtTargets {
  /// The rows of one period.
  struct Group {
    var start: Double
    var end: Double
    /// Those that have a target and a target derived from potential.
    var rows: [Int]
    var result: TargetRebalance?
  }

  private(set) var groups: [Group] = []

  init(_ sheet: LocatedSheet, _ environment: Environment, _ team: BoundWorkbook) {
    guard let raw = environment.column("tg_raw_next"), let target = environment.column("tg_target"),
      let start = environment.column("tg_p_start"), let end = environment.column("tg_p_end"),
      raw.count == sheet.rows.count, target.count == raw.count, start.count == raw.count, end.count == raw.count
    else { return }
    var places: [[Double]: Int] = [:]
    var members: [[TargetRebalance.Member]] = []
    for row in 0..<sheet.rows.count where sheet.rows.kinds[row] == .data {
      guard let weight = raw[row].number.flatMap(OpenDeals.cents),
        let present = target[row].number.flatMap(OpenDeals.cents), let first = start[row].number,
        let last = end[row].number
      else { continue }
      let place = places[[first, last]] ?? groups.count
      if place == groups.count {
        places[[first, last]] = place
        groups.append(Group(start: first, end: last, rows: []))
        members.append([])
      }
      groups[place].rows.append(row)
      members[place].append(.init(target: present, weight: weight))
    }
    guard team.settings.unknown["NextTeamTarget"] == nil,
      let whole = team.settings.number("NextTeamTarget").flatMap(OpenDeals.cents),
      let unit = team.settings.number("TargetRound").flatMap(OpenDeals.cents),
      let up = team.settings.number("CapUp"), let down = team.settings.number("CapDown")
    else { return }
    for place in groups.indices {
      groups[place].result = TargetRebalance(
        team: whole, members: members[place], capUp: up, capDown: down, unit: unit)
    }
  }

  func column(on sheet: LocatedSheet) -> Column {
    var values: [Int: Int] = [:]
    for group in groups {
      guard case .shared(let targets, _) = group.result else { continue }
      for (row, target) in zip(group.rows, targets) { values[row] = target }
    }
    var builder = ColumnBuilder(capacity: sheet.rows.count)
    for row in 0..<sheet.rows.count {
      builder.append(
        sheet.rows.kinds[row] == .data ? values[row].map { .number(Double($0) / 100) } ?? .text("") : .blank)
    }
    return builder.finish()
  }
}
