// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension RepairedWorkbook {
  /// The filled workbook with updated cached values of the team's own formulas that depend on what was repaired or filled, and the cells
  /// that this changed.
  ///
  /// - Parameters:
  ///   - filled: the bytes that result from filling ``workbook``.
  ///   - report: the report of that fill.
  public func recalculating(
    _ filled: [UInt8], after report: FillReport
  ) throws(DealbookError) -> (bytes: [UInt8], changes: [CellChange]) {
    guard !repairs.isEmpty else { return (filled, []) }
    let team = analysis.team
    let sheets = Dictionary(
      workbook.sheets.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var changed = repairs.compactMap { repair in
      sheets[repair.sheet].map { SheetPlace(sheetIndex: $0, range: CellRange(repair.cell, repair.cell)) }
    }
    for column in report.columns where column.changed > 0 {
      guard let sheet = team.sheet(column.id.sheet),
        let first = CellReference(row: sheet.rows.range.lowerBound, column: column.number),
        let last = CellReference(row: sheet.rows.range.upperBound - 1, column: column.number)
      else { continue }
      changed.append(SheetPlace(sheetIndex: sheet.sheetIndex, range: CellRange(first, last)))
    }
    do {
      let after = try Workbook(filled, limits: workbook.package.limits)
      // Sheets after the team's are new and belong to the tool.
      guard
        let stale = try StaleFormulas(
          after, changed: changed, isOurs: WrittenFormulas(analysis).contains, sheets: 0..<workbook.sheets.count)
      else { return (filled, []) }
      var edit = WorkbookEdit()
      var changes: [CellChange] = []
      for (formula, value) in try stale.recalculated() {
        edit.sheets[formula.sheetIndex, default: SheetEdit()].cells[formula.cell] = CellEdit(
          value, formula: formula.text)
        changes.append(
          CellChange(
            sheet: after.sheets[formula.sheetIndex].name, cell: formula.cell, old: formula.stored, new: value,
            formula: formula.text))
      }
      return changes.isEmpty ? (filled, []) : (try after.applying(edit), changes)
    } catch {
      throw .spreadsheet(error)
    }
  }
}

/// The cells with the tool's own formulas.
private struct WrittenFormulas {
  private var columns: [Int: [Int: (rows: Range<Int>, states: [CellState]?)]] = [:]
  private let funnelIndex: Int?

  init(_ analysis: Analysis) {
    funnelIndex = analysis.team.funnelIndex
    for id in analysis.choice.ids {
      guard let sheet = analysis.team.sheet(id.sheet), let number = analysis.layout.numbers[id] else { continue }
      columns[sheet.sheetIndex, default: [:]][number] = (sheet.rows.range, analysis.states[id])
    }
  }

  func contains(_ place: SheetPlace) -> Bool {
    if place.sheetIndex == funnelIndex { return true }
    let cell = place.range.first
    guard let (rows, states) = columns[place.sheetIndex]?[cell.column], rows.contains(cell.row) else { return false }
    return states?[cell.row - rows.lowerBound] != .otherFormula
  }
}
