// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Whether every open deal has a chance of its own, so that none has to come from its stage: programs that keep one for each deal may have a
/// single stage, ‘Open’, of which nobody says how many are won.
enum OwnChances {
  static let column = ColumnID(sheet: OutcomeColumn.sheet, key: "prob")

  static func areComplete(_ team: BoundWorkbook) -> Bool {
    guard let sheet = team.sheet(OutcomeColumn.sheet), let chances = sheet.column("prob_override"),
      chances.obstacle == nil, let stages = sheet.values(of: OutcomeColumn.stage),
      let labels = ClosedOpenDeals(team.lists)
    else { return false }
    let outcomes = sheet.values(of: OutcomeColumn.key)
    let kinds = team.lists[OutcomeColumn.list].map { table in
      Dictionary(
        zip(table.labels.map { ReferenceIndex.key($0.shownText) }, table.columns["kind"] ?? []),
        uniquingKeysWith: { first, _ in first })
    }
    let most = chances.convention.percentScale == .hundreds ? 100.0 : 1
    var isAny = false
    for offset in 0..<min(stages.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      if labels.isOver(stages[offset].shownText) != false { continue }
      if let outcomes, offset < outcomes.count {
        let word = ReferenceIndex.key(outcomes[offset].shownText)
        if !word.isEmpty, kinds?[word] != .number(1) { continue }
      }
      guard offset < chances.values.count, let chance = chances.values.number(at: offset),
        (0...most).contains(chance)
      else { return false }
      isAny = true
    }
    return isAny
  }
}
