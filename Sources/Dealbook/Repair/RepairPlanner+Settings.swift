// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension RepairPlanner {
  /// Repairs settings that were typed as text.
  mutating func repairSettings() throws(SpreadsheetError) {
    var bySheet: [Int: [(Finding, CellReference)]] = [:]
    for finding in analysis.findings where finding.sheet == SpecialSheetKind.settings.rawValue {
      guard isRepaired(finding), finding.repair != nil,
        case .cell(let index, let cell)? = team.settings.entries[finding.column]?.source,
        !refused.contains(.init(sheetIndex: index, cell: cell))
      else { continue }
      bySheet[index, default: []].append((finding, cell))
    }
    for (index, found) in bySheet.sorted(by: { $0.key < $1.key }) {
      let facts = try StoredFacts(
        team.workbook.worksheet(at: index), of: Set(found.map(\.1)), wholeColumns: [], below: 0)
      for (finding, cell) in found {
        let title = team.workbook.sheets[index].name
        guard facts.formulas[cell] == nil, let new = finding.repair, let setting = team.playbook.setting(finding.column)
        else {
          plan.unmade.append(UnmadeRepair(rule: rule(finding), sheet: title, cell: cell, reason: .formula))
          continue
        }
        let isDate = if case .date = setting.defaultValue { true } else { false }
        plan.wishes.append(
          RepairPlan.Wish(
            repair: Repair(
              rule: rule(finding), sheet: title, prefix: finding.sheet, cell: cell, rowID: "", column: setting.name,
              header: setting.titles[team.messageLanguage], old: finding.found, oldFormula: nil, new: new,
              newFormula: nil,
              restoresFormula: false, type: isDate ? .date : .number, dateSystem: team.workbook.dateSystem),
            sheetIndex: index, style: facts.styles[cell] ?? 0, note: nil, format: nil, group: nil))
      }
    }
  }
}
