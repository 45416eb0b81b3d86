// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Recomputes the team's own formulas if cells that they read have changed, so that a total below a repaired column does not keep showing
/// the old sum. A formula that cannot be computed here keeps its value, and the spreadsheet program is asked to recalculate.
struct StaleFormulas {
  /// If the team has more formulas than this, they are left to the program.
  private static let mostFormulas = 20_000
  private static let mostStale = 4_000
  /// Formulas in longer chains of dependencies are left to the program.
  private static let mostPasses = 16

  private let workbook: Workbook
  private var formulas: [TeamFormula] = []
  /// The range of changed rows, by sheet and column.
  private var changed: [Int: [Int: ClosedRange<Int>]] = [:]
  /// By sheet, column and row.
  private var values: [Int: [Int: [Int: CellValue]]] = [:]
  /// The rows of cells whose value cannot be computed here, by sheet and column.
  private var unknowns: [Int: [Int: Set<Int>]] = [:]

  /// - Parameter isOurs: whether the tool itself writes the formula of a cell.
  init?(
    _ workbook: Workbook, changed: [SheetPlace], isOurs: (SheetPlace) -> Bool, sheets: Range<Int>
  ) throws(SpreadsheetError) {
    self.workbook = workbook
    for place in changed { note(place) }
    var found: [(sheetIndex: Int, cell: CellReference, text: String, stored: CellValue)] = []
    var lastRow: [Int: Int] = [:]
    for index in sheets where workbook.sheets[index].kind == .worksheet {
      guard let part = workbook.sheets[index].part, workbook.package.contains(part) else { continue }
      let sheet = try workbook.worksheet(at: index)
      try sheet.forEachRow { row throws(SpreadsheetError) in
        lastRow[index] = row.index
        for cell in row.cells where cell.formulaKind != .none && found.count <= Self.mostFormulas {
          guard let place = CellReference(row: row.index, column: cell.column),
            !isOurs(SheetPlace(sheetIndex: index, range: CellRange(place, place)))
          else { continue }
          let isPlain = cell.formulaKind != .array && cell.formulaKind != .dataTable
          let text = isPlain ? try sheet.formula(of: cell, row: row.index)?.text ?? "" : ""
          found.append((index, place, text, try sheet.value(of: cell, row: row.index)))
        }
      }
    }
    guard !found.isEmpty, found.count <= Self.mostFormulas else { return nil }
    var names: [String: SheetPlace] = [:]
    for name in workbook.definedNames where name.sheetIndex == nil {
      names[name.name.lowercased()] = SheetPlace(name.formula, in: workbook)
    }
    formulas = found.map { formula in
      TeamFormula(
        sheetIndex: formula.sheetIndex, cell: formula.cell, text: formula.text, stored: formula.stored, in: workbook,
        names: names, lastRow: lastRow)
    }
  }

  /// The cells whose cached value was out of date, with the new value.
  consuming func recalculated() throws(SpreadsheetError) -> [(formula: TeamFormula, value: CellValue)] {
    let stale = staleFormulas()
    guard !stale.isEmpty, stale.count <= Self.mostStale else { return [] }
    try load(stale.flatMap { formulas[$0].reads ?? [] })
    for formula in formulas where formula.reads == nil { unknown(formula) }
    var results: [Int: CellValue] = [:]
    var given: Set<Int> = []
    var isSettled = false
    for _ in 0..<Self.mostPasses where !isSettled {
      isSettled = true
      for index in stale where !given.contains(index) {
        let formula = formulas[index]
        guard !(formula.reads ?? []).contains(where: isUnknown), let value = formula.value(cells) else {
          unknown(formula)
          given.insert(index)
          results[index] = nil
          isSettled = false
          continue
        }
        guard results[index] ?? formula.stored != value else { continue }
        results[index] = value
        values[formula.sheetIndex, default: [:]][formula.cell.column, default: [:]][formula.cell.row] = value
        isSettled = false
      }
    }
    guard isSettled else { return [] }
    return results.sorted { $0.key < $1.key }.compactMap { index, value in
      ColumnFiller.isSame(formulas[index].stored, value) ? nil : (formulas[index], value)
    }
  }

  /// A formula that cannot be computed makes those that depend on it unknown too.
  private mutating func unknown(_ formula: TeamFormula) {
    unknowns[formula.sheetIndex, default: [:]][formula.cell.column, default: []].insert(formula.cell.row)
  }

  private func isUnknown(_ place: SheetPlace) -> Bool {
    unknowns[place.sheetIndex]?[place.range.first.column]?.contains { place.range.rows.contains($0) } ?? false
  }

  private mutating func note(_ place: SheetPlace) {
    for column in place.range.columns {
      let known = changed[place.sheetIndex]?[column]
      let rows = place.range.rows
      changed[place.sheetIndex, default: [:]][column] =
        known.map { min($0.lowerBound, rows.lowerBound)...max($0.upperBound, rows.upperBound) } ?? rows
    }
  }

  private func isChanged(_ place: SheetPlace) -> Bool {
    (changed[place.sheetIndex] ?? [:]).contains {
      place.range.columns.contains($0.key) && $0.value.overlaps(place.range.rows)
    }
  }

  /// The formulas that depend on changed cells, directly or indirectly.
  private mutating func staleFormulas() -> [Int] {
    var stale: Set<Int> = []
    var found = true
    while found {
      found = false
      for index in formulas.indices where !stale.contains(index) {
        guard let reads = formulas[index].reads, reads.contains(where: isChanged) else { continue }
        stale.insert(index)
        note(formulas[index].place)
        found = true
      }
    }
    return stale.sorted()
  }

  /// Reads the columns that contain the ranges.
  private mutating func load(_ places: [SheetPlace]) throws(SpreadsheetError) {
    var wanted: [Int: Set<Int>] = [:]
    for place in places { wanted[place.sheetIndex, default: []].formUnion(place.range.columns) }
    for (index, columns) in wanted where workbook.sheets[index].kind == .worksheet {
      let sheet = try workbook.worksheet(at: index)
      var read: [Int: [Int: CellValue]] = [:]
      try sheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells where columns.contains(cell.column) {
          let value = try sheet.value(of: cell, row: row.index)
          if value != .blank { read[cell.column, default: [:]][row.index] = value }
        }
      }
      values[index] = read
    }
  }

  private func cells(_ place: SheetPlace) -> [CellValue] {
    let column = values[place.sheetIndex]?[place.range.first.column] ?? [:]
    return place.range.rows.map { column[$0] ?? .blank }
  }
}
