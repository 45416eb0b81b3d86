// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

// Tabs that are read as one sheet.
extension RepairPlanner {
  /// Whether a repair is one of single cells, which can be made on each tab alone. Units and shares are those of a whole column, which lies on
  /// several tabs, and computed cells have values there.
  static func isOfSingleCells(_ kind: RuleKind) -> Bool {
    switch kind {
    case .unitHeader, .percentScale, .overtyped: false
    default: true
    }
  }

  mutating func repairTabs(of sheet: LocatedSheet) throws(SpreadsheetError) {
    let foreign = Set(sheet.columns.filter { $0.moneyScale != nil && !$0.definition.isComputed }.map(\.number))
    let all = candidates(sheet.prefix)
    let single = all.filter { cell, candidate in
      Self.isOfSingleCells(candidate.kind) && !(foreign.contains(cell.column) && Self.isNumber(candidate.kind))
    }
    leaveTabs(of: sheet, all.filter { single[$0.key] == nil }, hasUnits: !foreign.isEmpty)
    guard !single.isEmpty else { return }
    let formats = try dateFormats(
      single, of: sheet, on: [(sheet.sheetIndex, 0)] + sheet.parts.map { ($0.sheetIndex, $0.shift) })
    let byTab = Dictionary(grouping: single) { sheet.place(ofRow: $0.key.row).part }
    for (_, candidates) in byTab.sorted(by: { $0.key < $1.key }) {
      try repair(candidates.sorted { $0.key < $1.key }.map(\.value), of: sheet, formats)
    }
  }

  /// Repairs cells of one tab.
  private mutating func repair(
    _ candidates: [Candidate], of sheet: LocatedSheet, _ formats: [Int: String]
  ) throws(SpreadsheetError) {
    guard let first = candidates.first else { return }
    let index = sheet.place(ofRow: first.cell.row).sheetIndex
    var cells: [(candidate: Candidate, tab: LocatedSheet.Place, cell: CellReference)] = []
    for candidate in candidates {
      let tab = sheet.place(ofRow: candidate.cell.row)
      guard let cell = CellReference(row: tab.row, column: candidate.cell.column),
        !refused.contains(.init(sheetIndex: tab.sheetIndex, cell: cell))
      else { continue }
      cells.append((candidate, tab, cell))
    }
    let facts = try StoredFacts(
      team.workbook.worksheet(at: index), of: Set(cells.map(\.cell)), wholeColumns: [], below: 0)
    for (candidate, tab, cell) in cells {
      guard let column = sheet.columns.first(where: { $0.number == cell.column }), let new = candidate.finding.repair
      else {
        continue
      }
      guard facts.formulas[cell] == nil else {
        plan.unmade.append(UnmadeRepair(rule: rule(candidate.finding), sheet: tab.title, cell: cell, reason: .formula))
        continue
      }
      wish(
        rule(candidate.finding), column, of: sheet, at: cell, rowID: candidate.finding.rowID,
        old: candidate.finding.found, new: new, style: facts.styles[cell] ?? 0, format: formats[cell.column], onTab: tab
      )
    }
  }

  /// Says which repairs are those of columns on several tabs.
  private mutating func leaveTabs(of sheet: LocatedSheet, _ left: [CellReference: Candidate], hasUnits: Bool) {
    let first = left.min { $0.key < $1.key }?.value.finding
    guard hasUnits || first != nil, let row = sheet.headerRow, let cell = CellReference(row: row, column: 1) else {
      return
    }
    let unitRule = hasUnits ? team.playbook.rules.first { $0.kind == .unitHeader }?.id : nil
    plan.unmade.append(
      UnmadeRepair(
        rule: unitRule ?? first.map(rule) ?? "", sheet: sheet.title, cell: cell, reason: .severalTabs(sheet.tabTitles)))
  }
}
