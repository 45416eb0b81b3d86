// SPDX-License-Identifier: Apache-2.0

import Base
import Calculation
import Spreadsheet

/// Brings up to date the stored values of formulas that are not the tool's and depend on what a fill writes.
///
/// Sheets without such formulas are not read again.
struct FollowedFormulas {
  private let analysis: Analysis
  private let edit: WorkbookEdit
  /// Cells that were changed before the fill, by sheet index.
  private let earlier: [Int: Set<CellReference>]
  private let settled: SettledFormulas

  init(_ analysis: Analysis, _ edit: WorkbookEdit, after earlier: [Int: Set<CellReference>]) {
    self.analysis = analysis
    self.edit = edit
    self.earlier = earlier
    settled = SettledFormulas(analysis, edit)
  }

  /// What follows from the fill, in the workbook that it wrote; nil if nothing depends on it.
  func followed(in filled: Workbook) throws(SpreadsheetError) -> CalculatedWorkbook? {
    let original = analysis.team.workbook
    let sheets = try sheetsWithOtherFormulas()
    guard !sheets.isEmpty else { return nil }
    // New sheets may come first.
    let numbers = Dictionary(
      filled.sheets.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    func moved(_ index: Int) -> Int? { numbers[original.sheets[index].name] }
    var changed: [Int: Set<CellReference>] = [:]
    for (index, cells) in earlier.merging(edit.sheets.mapValues(\.writtenCells), uniquingKeysWith: { $0.union($1) }) {
      if let number = moved(index) { changed[number] = cells }
    }
    var before: [Int: Int] = [:]
    for index in original.sheets.indices { if let number = moved(index) { before[number] = index } }
    let settled = settled
    let scope = FormulaScope(sheets: Set(sheets.compactMap(moved))) { [before] number, cell in
      before[number].map { settled.contains(cell, onSheet: $0) } ?? true
    }
    let calculated = try filled.recalculated(
      after: changed, CalculationOptions(asOf: analysis.options.asOf), in: scope)
    return calculated.changes.isEmpty && calculated.kept.isEmpty ? nil : calculated
  }

  /// The formulas that this fill has not computed.
  func others() throws(SpreadsheetError) -> OtherFormulas {
    let sheets = analysis.team.workbook.sheets
    return OtherFormulas(
      sheets: sheets.map(\.name), holding: Set(try sheetsWithOtherFormulas().map { sheets[$0].name }),
      settled: settled)
  }

  /// The sheets with formulas that are not the tool's.
  private func sheetsWithOtherFormulas() throws(SpreadsheetError) -> [Int] {
    var found: [Int] = []
    let team = analysis.team
    for index in team.workbook.sheets.indices where team.workbook.sheets[index].kind == .worksheet {
      if index == team.funnelIndex { continue }
      let holds =
        if let known = analysis.states.holdsOtherFormulas(onSheet: index) { known } else {
          try team.workbook.hasFormula(onSheet: index)
        }
      if holds { found.append(index) }
    }
    return found
  }
}

/// The formulas of a workbook that a fill has not computed, for following what depends on further cells once the analysis is gone.
struct OtherFormulas: Sendable {
  private let numbers: [String: Int]
  private let holding: Set<String>
  private let settled: SettledFormulas

  fileprivate init(sheets: [String], holding: Set<String>, settled: SettledFormulas) {
    numbers = Dictionary(sheets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.holding = holding
    self.settled = settled
  }

  /// - Parameter workbook: the workbook that was filled, perhaps with other sheets besides.
  func scope(in workbook: Workbook) -> FormulaScope {
    var sheets: Set<Int> = []
    var before: [Int: Int] = [:]
    for (index, sheet) in workbook.sheets.enumerated() {
      before[index] = numbers[sheet.name]
      if before[index] == nil || holding.contains(sheet.name) { sheets.insert(index) }
    }
    return FormulaScope(sheets: sheets) { [before, settled] number, cell in
      before[number].map { settled.contains(cell, onSheet: $0) } ?? false
    }
  }
}

/// The tool's own formulas, whose values a fill has computed.
private struct SettledFormulas: Sendable {
  private var columns: [Int: [Int: (rows: Range<Int>, states: [CellState]?, shift: Int)]] = [:]
  private var written: [Int: Set<CellReference>] = [:]

  init(_ analysis: Analysis, _ edit: WorkbookEdit) {
    for id in analysis.choice.ids {
      guard let sheet = analysis.team.sheet(id.sheet), let number = analysis.layout.numbers[id] else { continue }
      let states = analysis.states[id]
      let own = sheet.rows.range.lowerBound..<(sheet.parts.first?.rows.lowerBound ?? sheet.rows.range.upperBound)
      columns[sheet.sheetIndex, default: [:]][number] = (own, states, 0)
      for part in sheet.parts { columns[part.sheetIndex, default: [:]][number] = (part.rows, states, part.shift) }
      first[sheet.sheetIndex] = sheet.rows.range.lowerBound
      for part in sheet.parts { first[part.sheetIndex] = sheet.rows.range.lowerBound }
    }
    for (index, sheet) in edit.sheets {
      let formulas = sheet.cells.filter { $0.value.formula != nil }
      if !formulas.isEmpty { written[index] = Set(formulas.keys) }
    }
  }

  /// By sheet index, the first row of the data in the numbering of the states.
  private var first: [Int: Int] = [:]

  func contains(_ cell: CellReference, onSheet index: Int) -> Bool {
    if written[index]?.contains(cell) == true { return true }
    guard let (rows, states, shift) = columns[index]?[cell.column], rows.contains(cell.row + shift) else {
      return false
    }
    guard let states, let first = first[index], states.indices.contains(cell.row + shift - first) else { return true }
    return states[cell.row + shift - first] != .otherFormula
  }
}
