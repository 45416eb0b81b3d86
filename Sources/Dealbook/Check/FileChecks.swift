// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The checks of cells as the file stores them: overtyped computed cells, merged cells, volatile formulas.
struct FileChecks {
  let team: BoundWorkbook
  let states: CellStates
  let plan: ComputationPlan

  func run(_ findings: inout FindingCollector) {
    for sheet in team.sheets { storedTwice(sheet, &findings) }
    for sheet in team.sheets where sheet.rows.count > 0 {
      overtyped(sheet, &findings)
      merged(sheet, &findings)
      volatileFormulas(sheet, &findings)
    }
  }

  private func storedTwice(_ sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard let rule = findings.general(.storedTwice) else { return }
    for twofold in sheet.twofold {
      findings.add(
        rule, sheet: sheet.prefix, row: twofold.row, columnNumber: twofold.column, found: .text(twofold.place),
        arguments: ["place": twofold.place, "a": twofold.both.first ?? "", "b": twofold.both.last ?? ""])
    }
  }

  private func overtyped(_ sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard let rule = findings.general(.overtyped) else { return }
    for column in sheet.columns {
      let id = ColumnID(sheet: sheet.prefix, key: column.key)
      // A column that the tool fills with values holds values, and a column that cannot be computed belongs to the team.
      guard plan.contains(id), column.definition.formula != nil, let cells = states[id] else { continue }
      // The formulas of a fill by another playbook are nobody's mistake.
      let isAnothers = team.lists.areForeign && team.meta?.record.knows(id) == true
      for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data && cells[offset].isOvertyped {
        if isAnothers, cells[offset] == .otherFormula { continue }
        findings.add(rule, sheet, offset: offset, column, found: column.values[offset])
      }
    }
  }

  private func merged(_ sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard let rule = findings.general(.mergedData), let first = sheet.columns.first, let last = sheet.columns.last,
      let from = CellReference(row: sheet.rows.range.lowerBound, column: first.number),
      let to = CellReference(row: sheet.rows.range.upperBound - 1, column: last.number)
    else { return }
    let data = CellRange(from, to)
    for range in sheet.mergedCells where range.overlaps(data) {
      // A merged total or blank row is decoration, not data.
      let touchesData = range.rows.clamped(to: data.rows).contains {
        sheet.rows.kinds[$0 - sheet.rows.range.lowerBound] == .data
      }
      guard touchesData else { continue }
      findings.add(
        rule, sheet: sheet.prefix, row: range.first.row, columnNumber: range.first.column,
        found: .text("\(range)"), arguments: ["range": "\(range)"])
    }
  }

  private func volatileFormulas(_ sheet: LocatedSheet, _ findings: inout FindingCollector) {
    guard let rule = findings.general(.volatileFormula) else { return }
    for hit in sheet.volatileFormulas where sheet.rows.range.contains(hit.row) {
      let column = sheet.columns.first { $0.number == hit.column }
      findings.add(
        Finding(
          rule: rule, sheet: sheet.prefix, row: hit.row, columnNumber: hit.column, column: column?.key ?? "",
          rowID: sheet.rowID(at: hit.row - sheet.rows.range.lowerBound), found: .text(hit.function), repair: nil,
          arguments: ["fn": hit.function]))
    }
  }
}
