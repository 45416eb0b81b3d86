// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Turns a computed column into the cells to write.
struct ColumnFiller {
  let analysis: Analysis
  let asValues: Bool
  /// Whether each changed cell is listed.
  let listsChanges: Bool

  struct Result {
    var fill: ColumnFill?
    var changed = 0
    var kept = 0
    var changes: [CellChange] = []
  }

  /// - Parameter style: for cells without a format of their own.
  func fill(_ id: ColumnID, on sheet: LocatedSheet, number: Int, style: StyleChoice) -> Result {
    guard let computed = analysis.written.columns[id] else { return Result() }
    let template = asValues ? nil : analysis.templates[id]
    let formula = template.map { analysis.layout.rowFormula($0, of: id) }
    let states = analysis.states[id]
    let stored = sheet.column(id.key)?.values
    // Formulas replace values, or values replace formulas, even if the value stays the same.
    let changesKind = template != nil && analysis.team.holdsValues(id) || asValues && !analysis.team.holdsValues(id)
    var result = Result()
    var written = Array(repeating: false, count: sheet.rows.count)
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      if sheet.isUnfigured(offset, sparesPatterns: false) || analysis.doubted.isBlank(offset, of: id, states) {
        continue
      }
      let old = stored?[offset] ?? .blank
      switch states?[offset] ?? .empty {
      case .typed, .otherFormula:
        result.kept += 1
        continue
      case .ours:
        if !changesKind, Self.isSame(old, computed[offset]) { continue }
      case .former: break
      case .empty:
        if formula == nil, computed[offset].isEmpty { continue }
      }
      written[offset] = true
      result.changed += 1
      let place = sheet.place(ofRow: sheet.rows.range.lowerBound + offset)
      if listsChanges, let cell = CellReference(row: place.row, column: number) {
        result.changes.append(
          CellChange(
            sheet: place.title, cell: cell, old: old, new: computed[offset],
            formula: formula?.text(row: cell.row)))
      }
    }
    guard result.changed > 0 else { return result }
    result.fill = ColumnFill(
      column: number, firstRow: sheet.rows.range.lowerBound, values: computed, written: written,
      formula: formula, style: style)
    return result
  }

  /// Equal in fifteen digits: a difference in the last bit, from another program, is not a change.
  static func isSame(_ old: CellValue, _ new: CellValue) -> Bool {
    if case .number(let a) = old, case .number(let b) = new {
      return a == b || abs(a - b) <= 1e-14 * max(abs(a), abs(b))
    }
    return old == new
  }
}
