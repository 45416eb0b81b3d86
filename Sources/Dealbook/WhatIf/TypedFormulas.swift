// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The typed columns that contain formulas of the team's own, which may follow the changes of a scenario.
struct TypedFormulas: Sendable {
  let columns: Set<ColumnID>

  /// Scans the cells of sheets with formulas once.
  init(_ team: BoundWorkbook) throws(SpreadsheetError) {
    var found: Set<ColumnID> = []
    for sheet in team.sheets where sheet.hasFormulas {
      var ids: [Int: ColumnID] = [:]
      for column in sheet.columns where !column.definition.isComputed {
        ids[column.number] = ColumnID(sheet: sheet.prefix, key: column.key)
      }
      try sheet.forEachRow(in: team.workbook) { _, row, _ throws(SpreadsheetError) in
        for cell in row.cells where cell.formulaKind != .none {
          if let id = ids[cell.column] { found.insert(id) }
        }
      }
    }
    columns = found
  }
}
