// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A dynamic array that fills several cells.
struct SpilledArray {
  let range: CellRange
  /// Without the leading `=`.
  let formula: String

  static func all(onSheet index: Int, of workbook: Workbook) throws(SpreadsheetError) -> [SpilledArray] {
    let metadata = try CellMetadata(workbook)
    guard metadata.hasDynamic else { return [] }
    var found: [SpilledArray] = []
    try workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
      for cell in row.cells where cell.formulaKind == .array && metadata.isDynamic(cell, in: cells) {
        guard let formula = try cells.formula(of: cell, row: row.index), let range = formula.range,
          range.first != range.last
        else { continue }
        found.append(SpilledArray(range: range, formula: formula.text ?? ""))
      }
    }
    return found
  }

  /// Adds what Excel does when cells of the array are written: one in its first cell takes the place of the whole, one in another is in
  /// the way, and to empty another changes nothing.
  func settle(_ cells: inout [CellReference: CellEdit]) {
    let inside = cells.filter { range.contains($0.key) }
    guard !inside.isEmpty else { return }
    for (cell, edit) in inside where cell != range.first && edit.formula == nil && edit.value == .blank {
      cells[cell] = nil
    }
    if let first = inside[range.first] {
      if first.spills || first.spillsIfSeveral, first.formula == formula { return }
      cells[range.first]?.endsSpill = true
    } else {
      guard inside.contains(where: { cells[$0.key] != nil }) else { return }
      cells[range.first] = CellEdit(
        cached: .error(CellError(code: "#SPILL!")), arrayRange: CellRange(range.first, range.first))
    }
    for row in range.rows {
      for column in range.columns {
        guard let cell = CellReference(row: row, column: column), cells[cell] == nil else { continue }
        cells[cell] = CellEdit(.blank)
      }
    }
  }
}
