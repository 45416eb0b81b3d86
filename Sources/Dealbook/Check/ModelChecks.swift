// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// The built-in checks of computed figures that compare a row with its group.
struct ModelChecks {
  let team: BoundWorkbook
  let computation: Computation

  func run(_ findings: inout FindingCollector) {
    for rule in findings.rules(.medianRatio) { medianRatio(rule, &findings) }
    for rule in findings.rules(.rebalanceInfeasible) { rebalanceInfeasible(rule, &findings) }
    for rule in findings.rules(.staleValues) { staleValues(rule, &findings) }
    for rule in findings.rules(.calibration) { calibration(rule, &findings) }
  }

  /// The caps of the present period's members do not allow the next team target to be distributed in full (TGT-011). Checked only if the
  /// sheet has the column of rebalanced targets.
  private func rebalanceInfeasible(_ rule: Int, _ findings: inout FindingCollector) {
    guard case .sheet(let prefix) = team.playbook.rules[rule].sheet, let sheet = team.sheet(prefix),
      sheet.column("rebalanced") != nil, team.settings.unknown["NextTeamTarget"] == nil,
      let whole = team.settings.number("NextTeamTarget"),
      let start = team.settings.number("PeriodStart"),
      let end = team.settings.number("PeriodEnd")
    else { return }
    for group in DealtTargets(sheet, computation.environment, team).groups
    where group.start == start && group.end == end {
      guard case .infeasible(let lowest)? = group.result else { continue }
      findings.add(
        rule, sheet: prefix,
        arguments: [
          "a": ThousandsGroups.text(CellValue.shown(Double(lowest) / 100)),
          "b": ThousandsGroups.text(CellValue.shown(whole)),
        ])
    }
  }

  /// Rows whose stored values, written by the tool, differ from what their inputs give today (TGT-012).
  private func staleValues(_ rule: Int, _ findings: inout FindingCollector) {
    guard case .sheet(let prefix) = team.playbook.rules[rule].sheet, let sheet = team.sheet(prefix),
      case .column(let key) = team.playbook.rules[rule].place
    else { return }
    let columns = team.playbook.rules[rule].parameters.texts("columns").compactMap { key in
      sheet.column(key).flatMap { stored in
        computation.columns[ColumnID(sheet: prefix, key: key)].map { (stored: stored, fresh: $0) }
      }
    }
    let place = sheet.column(key) ?? columns.first?.stored
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      let isStale = columns.contains { stored, fresh in
        // A cell that is not filled yet is not stale.
        !stored.values[offset].isEmpty && !ColumnFiller.isSame(stored.values[offset], fresh[offset])
      }
      if isStale {
        findings.add(rule, sheet, offset: offset, place, found: place?.values[offset] ?? .blank)
      }
    }
  }

  /// Service stages whose renewal rate differs from the one stated in the list (REN-012).
  private func calibration(_ rule: Int, _ findings: inout FindingCollector) {
    let definition = team.playbook.rules[rule]
    guard case .sheet(let prefix) = definition.sheet, let sheet = team.sheet(prefix),
      case .column(let key) = definition.place, let column = sheet.column(key),
      case .list(let stages) = column.definition.allowed, let status = sheet.column("status"),
      case .list(let statuses) = status.definition.allowed,
      let labels = team.lists[stages]?.columns["label"], let bases = team.lists[stages]?.columns["base"],
      let outcomes = team.lists[statuses]?.columns["label"], outcomes.count >= 4,
      let least = definition.parameters.number("min_rows"), let tolerance = definition.parameters.number("tolerance")
    else { return }
    let (renewed, lost) = (ReferenceIndex.key(outcomes[2].shownText), ReferenceIndex.key(outcomes[3].shownText))
    var counts: [String: (ended: Int, renewed: Int)] = [:]
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      let outcome = ReferenceIndex.key(status.values[offset].shownText)
      guard outcome == renewed || outcome == lost else { continue }
      let stage = ReferenceIndex.key(column.values[offset].shownText)
      counts[stage, default: (0, 0)].ended += 1
      if outcome == renewed { counts[stage, default: (0, 0)].renewed += 1 }
    }
    for (place, label) in labels.enumerated() where place < bases.count && !label.isEmpty {
      guard let base = bases[place].number, let count = counts[ReferenceIndex.key(label.shownText)],
        Double(count.ended) >= least
      else { continue }
      let rate = Double(count.renewed) / Double(count.ended)
      // A rate exactly at the limit is within it, despite rounding in the division.
      guard abs(rate - base) > tolerance + 1e-9 else { continue }
      findings.add(
        rule, sheet: prefix, row: sheet.headerRow ?? 0, columnNumber: column.number, column: key, found: .number(base),
        arguments: ["stage": label.shownText, "p": CellValue.shown((rate * 1e4).rounded() / 100) + "%"])
    }
  }

  /// Rows whose figure exceeds the median of their group by more than a factor (TGT-009).
  private func medianRatio(_ rule: Int, _ findings: inout FindingCollector) {
    let definition = team.playbook.rules[rule]
    guard case .sheet(let prefix) = definition.sheet, let sheet = team.sheet(prefix),
      definition.needs.allSatisfy(team.has),
      let key = definition.parameters.text("column"), let factor = definition.parameters.number("factor"),
      let values = computation.columns[ColumnID(sheet: prefix, key: key)]
    else { return }
    let group = definition.parameters.texts("group")
    let parts = group.compactMap { sheet.column($0) }
    guard parts.count == group.count else { return }

    var figures: [[CellValue]: [(offset: Int, figure: Double)]] = [:]
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      guard let figure = values[offset].number else { continue }
      figures[parts.map { $0.values[offset] }, default: []].append((offset, figure))
    }
    for members in figures.values {
      let sorted = members.map(\.figure).sorted()
      let middle = sorted.count / 2
      let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      for (offset, figure) in members where figure > factor * median {
        findings.add(
          Finding(
            rule: rule, sheet: prefix, row: sheet.rows.range.lowerBound + offset,
            columnNumber: sheet.column(key)?.number ?? 0, column: key, rowID: sheet.rowID(at: offset),
            found: .number(figure), repair: nil,
            arguments: ["a": CellValue.shown(figure), "b": CellValue.shown((median * 1e4).rounded() / 1e4)]))
      }
    }
  }
}
