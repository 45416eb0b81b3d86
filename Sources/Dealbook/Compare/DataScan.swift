// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Collects from the data rows of a sheet what ``LocatedSheet`` does not hold: columns unknown to the playbook, formulas, and values typed
/// over computed cells.
struct DataScan {
  private let sheet: LocatedSheet
  private let workbook: Workbook
  /// By column number: the index of a known column in `known`, or of another column in `others`.
  private var slots: [Slot]
  private var known: [KnownColumn]
  private var others: [OtherColumn] = []
  /// The offset from the row numbers of the tab that is read to those of the whole.
  var shift = 0

  private enum Slot {
    case none
    case known(Int)
    case other(Int)
  }

  private struct KnownColumn {
    var column: LocatedColumn
    var formulas: [Int: String] = [:]
    /// For a computed column: the cells with a value but no formula,
    var plain: [Int] = []
    /// and the number of cells with a formula.
    var formulaCount = 0
  }

  private struct OtherColumn {
    var number: Int
    var header: String?
    var values = ColumnBuilder()
    var formulas: [Int: String] = [:]
    var dates: Set<Int> = []
  }

  init(_ sheet: LocatedSheet, _ workbook: Workbook) {
    self.sheet = sheet
    self.workbook = workbook
    let last = max(sheet.lastUsedColumn, sheet.columns.last?.number ?? 0)
    slots = Array(repeating: .none, count: last + 1)
    known = sheet.columns.map { KnownColumn(column: $0) }
    for (place, column) in sheet.columns.enumerated() where column.number <= last {
      slots[column.number] = .known(place)
    }
    var headers: [Int: String] = [:]
    for header in sheet.unknownHeaders + sheet.duplicateHeaders { headers[header.column] = header.header }
    for number in stride(from: 1, through: last, by: 1) {
      guard case .none = slots[number] else { continue }
      slots[number] = .other(others.count)
      others.append(OtherColumn(number: number, header: headers[number]))
    }
  }

  /// Whether the cells must be read again.
  var needsCells: Bool { sheet.hasFormulas || !others.isEmpty }

  mutating func take(
    _ row: StoredRow, _ cells: SheetCells, _ formulas: inout StreamedFormulas
  ) throws(SpreadsheetError) {
    for cell in row.cells where wantsFormula(cell) {
      let text = try formulas.formula(of: cell, row: row.index, cells)?.text
      note(formula: text ?? "", of: cell, row.index)
    }
    try takeValues(row, cells)
  }

  mutating func take(
    _ row: StoredRow, _ cells: SheetCells, formula: (StoredCell) throws(SpreadsheetError) -> String?
  ) throws(SpreadsheetError) {
    for cell in row.cells where wantsFormula(cell) { note(formula: try formula(cell) ?? "", of: cell, row.index) }
    try takeValues(row, cells)
  }

  /// The formula text of a computed column is known and need not be read.
  private func wantsFormula(_ cell: StoredCell) -> Bool {
    guard cell.formulaKind != .none, cell.column < slots.count else { return false }
    switch slots[cell.column] {
    case .none: return false
    case .known(let place): return !known[place].column.definition.isComputed
    case .other: return true
    }
  }

  private mutating func note(formula: String, of cell: StoredCell, _ row: Int) {
    if FormulaShape.isTruthValue(formula) { return }
    let offset = row + shift - sheet.rows.range.lowerBound
    switch slots[cell.column] {
    case .none: break
    case .known(let place): known[place].formulas[offset] = formula
    case .other(let place): others[place].formulas[offset] = formula
    }
  }

  private mutating func takeValues(_ row: StoredRow, _ cells: SheetCells) throws(SpreadsheetError) {
    let offset = row.index + shift - sheet.rows.range.lowerBound
    for cell in row.cells where cell.column < slots.count {
      switch slots[cell.column] {
      case .none: break
      case .known(let place):
        guard known[place].column.definition.isComputed else { continue }
        if cell.formulaKind != .none {
          known[place].formulaCount += 1
        } else if offset < known[place].column.values.count, !known[place].column.values[offset].isEmpty {
          known[place].plain.append(offset)
        }
      case .other(let place):
        let value = try cells.value(of: cell, row: row.index)
        guard value != .blank else { continue }
        if case .number = value, workbook.styles.numberFormat(at: cell.style).isDate {
          others[place].dates.insert(offset)
        }
        others[place].values.append(value, at: offset)
      }
    }
  }

  /// From left to right.
  func columns() -> [RecordColumn] {
    let count = sheet.rows.count
    var columns: [RecordColumn] = known.map { entry in
      let definition = entry.column.definition
      var column = RecordColumn(
        key: definition.key, header: entry.column.header, number: entry.column.number, type: definition.type,
        isComputed: definition.isComputed, values: entry.column.values)
      column.formulas = entry.formulas
      column.located = entry.column
      column.isID = definition.key == sheet.definition.idColumn?.key
      // If most cells have formulas, a plain value was typed over one.
      if definition.isComputed, entry.formulaCount > entry.plain.count { column.typed = Set(entry.plain) }
      return column
    }
    var seen: [String: Int] = [:]
    for entry in others {
      let values = entry.values
      if entry.header == nil, values.count == 0, entry.formulas.isEmpty { continue }
      let letters = ColumnName.letters(entry.number)
      var key = entry.header.map { "=" + HeaderNormalizer.key($0) } ?? "#" + letters
      let times = seen[key, default: 0]
      seen[key] = times + 1
      if times > 0 { key += "\u{1F}\(times + 1)" }
      var builder = values
      if builder.count < count { builder.appendBlanks(count - builder.count) }
      var column = RecordColumn(
        key: key, header: entry.header ?? letters, number: entry.number, type: nil, isComputed: false,
        values: builder.finish())
      column.formulas = entry.formulas
      column.dates = entry.dates
      columns.append(column)
    }
    return columns.sorted { $0.number < $1.number }
  }
}
