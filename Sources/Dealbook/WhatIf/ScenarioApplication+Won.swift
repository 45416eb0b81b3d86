// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension ScenarioApplication {
  private static let stage = ColumnID(sheet: OutcomeColumn.sheet, key: OutcomeColumn.stage)
  private static let outcome = ColumnID(sheet: OutcomeColumn.sheet, key: OutcomeColumn.key)
  /// The step that says that the contract is signed.
  static let signature = "k13"
  private static let close = ColumnID(sheet: OutcomeColumn.sheet, key: ClosedOpenDeals.close)

  /// A deal that a scenario wins without a word of the day is won on the as-of date: without a day it would count neither as won nor as
  /// open.
  mutating func closeWonDeals() {
    guard let sheet = team.sheet(OutcomeColumn.sheet), let column = sheet.column(Self.close.key),
      column.obstacle == nil, let today = team.asOf
    else { return }
    let won = WonLabels(team.lists)
    let touched = Set((cells[Self.stage] ?? [:]).keys).union((cells[Self.outcome] ?? [:]).keys)
    let rows = touched.sorted().filter { row in
      let outcome = text(Self.outcome, row)
      guard won.isWon(stage: text(Self.stage, row), outcome: outcome) else { return false }
      return text(Self.close, row).isEmpty && (!outcome.isEmpty || !lacksSignature(row, on: sheet))
    }
    guard let first = rows.first else { return }
    for row in rows { cells[Self.close, default: [:]][row] = .number(today.rounded(.down)) }
    let day = SerialDate.isoText(serial: today.rounded(.down), system: team.workbook.dateSystem) ?? ""
    let place = rows.count == 1 ? "deals.\(rowName(first, on: sheet.prefix))" : "deals"
    tell(
      "\(place).\(Self.close.key)=\(day)", count: rows.count,
      rows.map { (Self.close, $0, .blank, .number(today.rounded(.down))) }, column)
    told[told.count - 1].isAssumed = true
  }

  /// The IDs of deals that the scenario calls won and whose steps say otherwise.
  func unsignedDeals() -> [String] {
    guard let sheet = team.sheet(OutcomeColumn.sheet) else { return [] }
    let won = WonLabels(team.lists)
    return (cells[Self.stage] ?? [:]).keys.sorted()
      .filter { row in
        let outcome = text(Self.outcome, row)
        return outcome.isEmpty && won.isWon(stage: text(Self.stage, row), outcome: outcome)
          && lacksSignature(row, on: sheet)
      }
      .map { rowName($0, on: sheet.prefix) }
  }

  /// A deal that a scenario takes back to an open stage of the team's own list has no closing date: with the one that it has it would
  /// contradict itself, and count nowhere.
  mutating func reopenDeals() {
    guard ClosedOpenDeals.areOwnStages(team.playbook), let sheet = team.sheet(OutcomeColumn.sheet),
      let column = sheet.column(Self.close.key), column.obstacle == nil, let deals = ClosedOpenDeals(team.lists)
    else { return }
    let rows = (cells[Self.stage] ?? [:]).keys.sorted().filter { row in
      cells[Self.close]?[row] == nil && row < column.values.count && column.values[row].number != nil
        && deals.isOver(text(Self.stage, row)) == false && text(Self.outcome, row).isEmpty
    }
    guard let first = rows.first else { return }
    for row in rows { cells[Self.close, default: [:]][row] = .blank }
    let place = rows.count == 1 ? "deals.\(rowName(first, on: sheet.prefix))" : "deals"
    tell(
      "\(place).\(Self.close.key)=", count: rows.count, rows.map { (Self.close, $0, column.values[$0], .blank) }, column
    )
    told[told.count - 1].isAssumed = true
  }

  /// Whether steps are ticked and the contract is not among them: the deal then stands where its steps say.
  private func lacksSignature(_ row: Int, on sheet: LocatedSheet) -> Bool {
    let steps = sheet.columns.filter { $0.definition.type == .tick && $0.key.first == "k" }
    func isTicked(_ key: String, _ ticks: [Tick]) -> Bool {
      let text = text(ColumnID(sheet: sheet.prefix, key: key), row)
      return ticks.contains { $0.rawValue == text }
    }
    return steps.contains { isTicked($0.key, [.yes, .notApplicable]) } && !isTicked(Self.signature, [.yes])
  }

  /// What a cell holds in the scenario.
  private func text(_ id: ColumnID, _ row: Int) -> String {
    let typed = table.team.values(of: id)
    let value = cells[id]?[row] ?? typed.flatMap { row < $0.count ? $0[row] : nil } ?? .blank
    return StraySpace.trimmed(value.shownText)
  }

  /// Which deals have a closing date and an open stage may have changed, and with it those that get no figures.
  mutating func markClosedOpen() {
    guard let index = team.sheets.firstIndex(where: { $0.prefix == OutcomeColumn.sheet }),
      ClosedOpenDeals.areOwnStages(team.playbook), let deals = ClosedOpenDeals(team.lists)
    else { return }
    let rows = Set([Self.stage, Self.outcome, Self.close].flatMap { edits.cells[$0] ?? [] })
    guard !rows.isEmpty else { return }
    let before = team.sheets[index].closedOpen
    deals.mark(&team.sheets[index], rows)
    let changed = before.symmetricDifference(team.sheets[index].closedOpen)
    guard !changed.isEmpty else { return }
    edits.marked[OutcomeColumn.sheet] = Set(edits.marked[OutcomeColumn.sheet] ?? []).union(changed).sorted()
  }
}
