import Playbook
import Spreadsheet

/// The typed columns in which a team keeps formulas of its own: what a scenario changes they may follow.
struct TypedFormulas: Sendable {
  let columns: Set<ColumnID>

  /// Goes through the cells of sheets that have formulas, once.
  init(_ team: TeamWorkbook) throws(SpreadsheetError) {
    var found: Set<ColumnID> = []
    for sheet in team.sheets where sheet.hasFormulas {
      var ids: [Int: ColumnID] = [:]
      for column in sheet.columns where !column.definition.isComputed {
        ids[column.number] = ColumnID(sheet: sheet.prefix, key: column.key)
      }
      let range = sheet.rows.range
      try team.workbook.forEachRow(ofSheet: sheet.sheetIndex) { row, _ throws(SpreadsheetError) in
        guard range.contains(row.index) else { return }
        for cell in row.cells where cell.formulaKind != .none {
          if let id = ids[cell.column] { found.insert(id) }
        }
      }
    }
    columns = found
  }
}
