// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Repairs that findings propose but a fill would not make, so that they are not offered to anybody: those of a column in another unit if
/// something reads it in that unit, and those of cells whose value comes from a team's formula.
package struct RefusedRepairs: Sendable {
  private struct Column: Hashable {
    var prefix: String
    var number: Int
  }

  /// Columns that keep their unit, and why.
  private var units: [Column: UnmadeRepair.Reason] = [:]
  /// The lines that state the unit, by prefix.
  private var lines: [String: [UnitLine]] = [:]
  /// The tabs of sheets that have several, by prefix.
  private var tabs: [String: [String]] = [:]
  /// Cells of input columns that hold formulas, by prefix.
  private var formulas: [String: Set<CellReference>] = [:]
  private let rules: [RuleDefinition]

  /// Reads again only those sheets that have a column in another unit or formulas.
  init(_ analysis: Analysis) {
    rules = analysis.team.playbook.rules
    // The findings of a sheet are consecutive.
    var known: Set<String> = []
    var last = ""
    for finding in analysis.findings where finding.sheet != last && rules[finding.rule].repairLevel != nil {
      last = finding.sheet
      known.insert(last)
    }
    for sheet in analysis.team.sheets where known.contains(sheet.prefix) {
      guard sheet.parts.isEmpty else {
        tabs[sheet.prefix] = sheet.tabTitles
        for column in sheet.columns where column.moneyScale != nil && !column.definition.isComputed {
          units[Column(prefix: sheet.prefix, number: column.number)] = .severalTabs(sheet.tabTitles)
        }
        if sheet.hasFormulas {
          formulas[sheet.prefix] = (try? Self.inputFormulas(of: sheet, in: analysis.team.workbook)) ?? []
        }
        continue
      }
      // Read errors are reported by the fill.
      let planner = RepairPlanner(analysis, level: .safe, refused: [])
      for (number, reason) in (try? planner.columnsKeepingUnit(of: sheet)) ?? [:] {
        units[Column(prefix: sheet.prefix, number: number)] = reason
      }
      lines[sheet.prefix] = sheet.effectiveUnitLines
      guard sheet.hasFormulas else { continue }
      formulas[sheet.prefix] = (try? Self.inputFormulas(of: sheet, in: analysis.team.workbook)) ?? []
    }
  }

  private static func inputFormulas(
    of sheet: LocatedSheet, in workbook: Workbook
  ) throws(SpreadsheetError) -> Set<CellReference> {
    let inputs = Set(sheet.columns.filter { !$0.definition.isComputed }.map(\.number))
    var found: Set<CellReference> = []
    for (index, shift) in [(sheet.sheetIndex, 0)] + sheet.parts.map({ ($0.sheetIndex, $0.shift) }) {
      try workbook.forEachRow(ofSheet: index) { row, _ throws(SpreadsheetError) in
        let number = row.index + shift
        guard sheet.rows.range.contains(number), sheet.place(ofRow: number).sheetIndex == index else { return }
        for cell in row.cells where cell.formulaKind != .none && inputs.contains(cell.column) {
          if let place = CellReference(row: number, column: cell.column) { found.insert(place) }
        }
      }
    }
    return found
  }

  var isEmpty: Bool {
    tabs.isEmpty && units.isEmpty && lines.values.allSatisfy(\.isEmpty) && formulas.values.allSatisfy(\.isEmpty)
  }

  /// Why the repair of a finding would not be made; nil if it would.
  package func reason(rule: Int, sheet: String, row: Int, column: Int) -> UnmadeRepair.Reason? {
    guard contains(rule: rule, sheet: sheet, row: row, column: column) else { return nil }
    let kind = rules[rule].kind
    if let tabs = tabs[sheet], !RepairPlanner.isOfSingleCells(kind) { return .severalTabs(tabs) }
    if kind == .unitHeader, let line = lines[sheet]?.first(where: { $0.stands(atRow: row, column: column) }) {
      return .unitLine(line)
    }
    if kind == .unitHeader || RepairPlanner.isNumber(kind), let reason = units[Column(prefix: sheet, number: column)] {
      return reason
    }
    return .formula
  }

  /// Whether the repair of a finding would not be made.
  func contains(rule: Int, sheet: String, row: Int, column: Int) -> Bool {
    let kind = rules[rule].kind
    if tabs[sheet] != nil, !RepairPlanner.isOfSingleCells(kind) { return rules[rule].repairLevel != nil }
    if !units.isEmpty, kind == .unitHeader || RepairPlanner.isNumber(kind),
      units[Column(prefix: sheet, number: column)] != nil
    {
      return true
    }
    if kind == .unitHeader,
      lines[sheet]?.contains(where: { $0.stands(atRow: row, column: column) }) == true
    {
      return true
    }
    guard kind != .overtyped, let own = formulas[sheet], !own.isEmpty,
      let cell = CellReference(row: row, column: column)
    else { return false }
    return own.contains(cell)
  }
}
