// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// The state of a computed column's cell before it is filled.
enum CellState: UInt8, Sendable {
  case empty
  /// The tool's formula, whatever its cached value; in a column that the tool fills with values, any value.
  case ours
  /// A formula of the tool from an earlier edition of the playbook, or from before a column that it reads existed.
  case former
  /// A value that somebody typed.
  case typed
  /// A formula that is not the tool's.
  case otherFormula

  /// Whether the cell belongs to the team and must stay as it is.
  var isOvertyped: Bool { self == .typed || self == .otherFormula }
}

/// The states of all computed columns in a workbook, one per row of the sheet's ``RowLayout/range``.
struct CellStates: Sendable {
  private var states: [ColumnID: [CellState]] = [:]
  /// By index of the sheets that were read: whether they have formulas outside the computed columns.
  private var others: [Int: Bool] = [:]

  subscript(id: ColumnID) -> [CellState]? { states[id] }

  /// Whether any cell holds a formula of the tool.
  func holdFormulas(_ isFormulaColumn: (ColumnID) -> Bool) -> Bool {
    states.contains { id, states in isFormulaColumn(id) && states.contains { $0 == .ours || $0 == .former } }
  }

  /// Whether the sheet has formulas that are not the tool's; nil if that is not known.
  func holdsOtherFormulas(onSheet index: Int) -> Bool? { others[index] }

  init(_ team: BoundWorkbook, formulas: [ColumnID: OwnFormulas]) throws(SpreadsheetError) {
    let sheets = team.sheets.filter { $0.rows.count > 0 }
    let found = try concurrentMap(sheets.count) { (index: Int) throws(SpreadsheetError) in
      try Self.columns(of: sheets[index], team, formulas)
    }
    for (columns, places) in found {
      for column in columns { states[column.id] = column.states }
      others.merge(places) { $0 || $1 }
    }
    for sheet in sheets {
      let strange = sheet.columns.contains {
        states[ColumnID(sheet: sheet.prefix, key: $0.key)]?.contains(.otherFormula) ?? false
      }
      if strange { for index in [sheet.sheetIndex] + sheet.parts.map(\.sheetIndex) { others[index] = true } }
    }
  }

  private struct Watched {
    let id: ColumnID
    let number: Int
    /// Nil if no formula is expected, so that any formula is somebody else's.
    var formulas: OwnFormulas?
    let holdsValues: Bool
    var states: [CellState]
  }

  private static func columns(
    of sheet: LocatedSheet, _ team: BoundWorkbook, _ formulas: [ColumnID: OwnFormulas]
  ) throws(SpreadsheetError) -> (columns: [Watched], others: [Int: Bool]) {
    var others: [Int: Bool] = [:]
    for index in [sheet.sheetIndex] + sheet.parts.map(\.sheetIndex) { others[index] = sheet.hasFormulas }
    var columns = sheet.columns.filter(\.definition.isComputed).map { column in
      let id = ColumnID(sheet: sheet.prefix, key: column.key)
      return Watched(
        id: id, number: column.number, formulas: formulas[id], holdsValues: team.holdsValues(id),
        states: Array(repeating: .empty, count: sheet.rows.count))
    }
    if columns.isEmpty { return ([], others) }
    if sheet.hasFormulas {
      try scan(sheet, team.workbook, &columns, &others)
      return (columns, others)
    }
    // Without formulas, the values that were read are enough.
    for index in columns.indices {
      guard let values = sheet.column(columns[index].id.key)?.values else { continue }
      columns[index].states = (0..<values.count).map { offset in
        values[offset].isEmpty ? .empty : columns[index].holdsValues ? .ours : .typed
      }
    }
    return (columns, others)
  }

  private static func scan(
    _ sheet: LocatedSheet, _ workbook: Workbook, _ columns: inout [Watched], _ others: inout [Int: Bool]
  ) throws(SpreadsheetError) {
    let index = sheet.sheetIndex
    others[index] = try scan(sheet, sheetIndex: index, shift: 0, workbook, &columns)
    for part in sheet.parts {
      others[part.sheetIndex] = try scan(
        sheet, sheetIndex: part.sheetIndex, shift: part.shift, workbook, &columns)
    }
  }

  /// - Parameter shift: the offset added to row numbers of the sheet at `sheetIndex`.
  /// - Returns: whether there are formulas outside the columns.
  private static func scan(
    _ sheet: LocatedSheet, sheetIndex: Int, shift: Int, _ workbook: Workbook, _ columns: inout [Watched]
  ) throws(SpreadsheetError) -> Bool {
    let own =
      sheet.parts.first { $0.sheetIndex == sheetIndex }?.rows ?? 1..<(sheet.parts.first?.rows.lowerBound ?? .max)
    var places = [Int?](repeating: nil, count: (columns.map(\.number).max() ?? 0) + 1)
    for (place, column) in columns.enumerated() { places[column.number] = place }
    var watched = columns
    var formulas = StreamedFormulas()
    var hasOthers = false
    let data = sheet.rows.range
    try workbook.forEachRow(ofSheet: sheetIndex) { row, cells throws(SpreadsheetError) in
      try formulas.take(row, cells)
      if !hasOthers {
        let isData = own.contains(row.index + shift) && data.contains(row.index + shift)
        hasOthers = row.cells.contains { cell in
          cell.formulaKind != .none && !(isData && cell.column < places.count && places[cell.column] != nil)
        }
      }
      guard own.contains(row.index + shift) else { return }
      try note(row, row.index + shift, cells, on: sheet, places, in: &watched) {
        (cell, pattern, digits) throws(SpreadsheetError) in
        if let pattern, try formulas.stands(pattern, in: cell, row: row.index, digits: digits, cells) { return .own }
        return .other(try formulas.formula(of: cell, row: row.index, cells)?.text)
      }
    }
    if formulas.isIncomplete {
      let worksheet = try workbook.worksheet(at: sheetIndex)
      watched = columns
      try worksheet.forEachRow { row throws(SpreadsheetError) in
        guard own.contains(row.index + shift) else { return }
        try note(row, row.index + shift, worksheet.cells, on: sheet, places, in: &watched) {
          (cell, pattern, digits) throws(SpreadsheetError) in
          if pattern?.stands(in: cell, row: digits, worksheet.cells) == true { return .own }
          return .other(try worksheet.formula(of: cell, row: row.index)?.text)
        }
      }
    }
    columns = watched
    return hasOthers
  }

  /// What a cell that has a formula has.
  private enum FoundFormula {
    /// That of its column, spelled as it is written here.
    case own
    case other(String?)
  }

  /// - Parameter places: the index of a column in `watched`, by column number.
  private static func note(
    _ row: StoredRow, _ number: Int, _ cells: SheetCells, on sheet: LocatedSheet, _ places: [Int?],
    in watched: inout [Watched],
    formula: (StoredCell, FormulaPattern?, [UInt8]) throws(SpreadsheetError) -> FoundFormula
  ) throws(SpreadsheetError) {
    guard sheet.rows.range.contains(number) else { return }
    let offset = number - sheet.rows.range.lowerBound
    let digits = Array(String(row.index).utf8)
    for cell in row.cells where cell.column < places.count {
      guard let place = places[cell.column] else { continue }
      let state: CellState
      if cell.formulaKind == .none {
        let isEmpty = try cells.value(of: cell, row: row.index).isEmpty
        state = isEmpty ? .empty : watched[place].holdsValues ? .ours : .typed
      } else {
        state =
          switch try formula(cell, watched[place].formulas?.pattern, digits) {
          case .own: .ours
          case .other(let text):
            text.flatMap { watched[place].formulas?.state(of: $0, row: row.index) } ?? .otherFormula
          }
      }
      watched[place].states[offset] = state
    }
  }
}
