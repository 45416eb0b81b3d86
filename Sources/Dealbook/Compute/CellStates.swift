import Formula
import Playbook
import Spreadsheet

/// What the cells of a computed column hold before it is filled.
enum CellState: UInt8, Sendable {
  case empty
  /// Our formula, whatever its cached value; in a column that the tool fills with values, any value.
  case ours
  /// A formula of ours from an earlier edition of the playbook, or from before a column that it reads was there.
  case former
  /// A value that somebody typed.
  case typed
  /// A formula that is not ours.
  case otherFormula

  /// Whether the cell is the team's own and must stay as it is.
  var isOvertyped: Bool { self == .typed || self == .otherFormula }
}

/// The states of all computed columns that a workbook has, one per row of the sheet's ``RowLayout/range``.
struct CellStates: Sendable {
  private var states: [ColumnID: [CellState]] = [:]

  subscript(id: ColumnID) -> [CellState]? { states[id] }

  init(_ team: TeamWorkbook, formulas: [ColumnID: OwnFormulas]) throws(SpreadsheetError) {
    for sheet in team.sheets where sheet.rows.count > 0 {
      var columns: [Int: Watched] = [:]
      for column in sheet.columns where column.definition.isComputed {
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        columns[column.number] = Watched(
          id: id, formulas: formulas[id], holdsValues: team.holdsValues(id),
          states: Array(repeating: .empty, count: sheet.rows.count))
      }
      guard !columns.isEmpty else { continue }
      guard sheet.hasFormulas else {
        // Without formulas the values that were read tell all.
        for (number, column) in columns {
          guard let values = sheet.columns.first(where: { $0.number == number })?.values else { continue }
          states[column.id] = (0..<values.count).map { offset in
            values[offset].isEmpty ? .empty : column.holdsValues ? .ours : .typed
          }
        }
        continue
      }
      try Self.scan(sheet, team.workbook, &columns)
      for column in columns.values { states[column.id] = column.states }
    }
  }

  private struct Watched {
    var id: ColumnID
    /// Nil where no formula is expected: any is somebody else's.
    var formulas: OwnFormulas?
    var holdsValues: Bool
    var states: [CellState]
  }

  private static func scan(
    _ sheet: LocatedSheet, _ workbook: Workbook, _ columns: inout [Int: Watched]
  ) throws(SpreadsheetError) {
    var watched = columns
    var formulas = PassingFormulas()
    try workbook.forEachRow(ofSheet: sheet.sheetIndex) { row, cells throws(SpreadsheetError) in
      try formulas.take(row, cells)
      try note(row, cells, on: sheet, in: &watched) { cell throws(SpreadsheetError) in
        try formulas.formula(of: cell, row: row.index, cells)
      }
    }
    if formulas.isIncomplete {
      let worksheet = try workbook.worksheet(at: sheet.sheetIndex)
      watched = columns
      try worksheet.forEachRow { row throws(SpreadsheetError) in
        try note(row, worksheet.cells, on: sheet, in: &watched) { cell throws(SpreadsheetError) in
          try worksheet.formula(of: cell, row: row.index)
        }
      }
    }
    columns = watched
  }

  private static func note(
    _ row: StoredRow, _ cells: SheetCells, on sheet: LocatedSheet, in watched: inout [Int: Watched],
    formula: (StoredCell) throws(SpreadsheetError) -> CellFormula?
  ) throws(SpreadsheetError) {
    guard sheet.rows.range.contains(row.index) else { return }
    let offset = row.index - sheet.rows.range.lowerBound
    for cell in row.cells where watched[cell.column] != nil {
      let state: CellState
      if cell.formulaKind == .none {
        let isEmpty = try cells.value(of: cell, row: row.index).isEmpty
        state = isEmpty ? .empty : watched[cell.column]?.holdsValues == true ? .ours : .typed
      } else {
        let text = try formula(cell)?.text
        state = text.flatMap { watched[cell.column]?.formulas?.state(of: $0, row: row.index) } ?? .otherFormula
      }
      watched[cell.column]?.states[offset] = state
    }
  }
}
