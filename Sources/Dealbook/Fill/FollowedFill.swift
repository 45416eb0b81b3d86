// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet

/// Fills a workbook, and brings up to date the stored values of the team's own formulas that depend on what the fill writes. Where the
/// tool's columns read these in turn, it is filled again.
struct FollowedFill {
  private(set) var analysis: Analysis
  private(set) var report = FillReport()
  private(set) var bytes: [UInt8] = []
  /// Whether the last fill read values that have changed since.
  private(set) var readsWhatFollowed = false
  /// Cells that were changed before, by sheet index.
  private let repaired: [Int: Set<CellReference>]
  /// What has followed so far, by sheet index.
  private var followed: [Int: [CellReference: CellChange]] = [:]

  init(_ analysis: Analysis, repaired: [Int: Set<CellReference>]) {
    self.analysis = analysis
    self.repaired = repaired
  }

  /// The cells whose stored value changes, in the order of the sheets.
  var recalculated: [CellChange] {
    followed.sorted { $0.key < $1.key }.flatMap { _, cells in
      cells.sorted { $0.key < $1.key }.map(\.value).filter { !ColumnFiller.isSame($0.old, $0.new) }
    }
  }

  mutating func fill(
    _ plan: (Analysis) throws(DealbookError) -> (WorkbookEdit, FillReport)
  ) throws(DealbookError) {
    if readsWhatFollowed { analysis = try analysis.storing(followed.mapValues { $0.mapValues(\.new) }) }
    while true {
      let (edit, report) = try plan(analysis)
      self.report = report
      do throws(SpreadsheetError) { return try write(edit) } catch {
        // Each iteration leaves out one more sheet.
        guard case .edit(let refusal) = error,
          let sheet = analysis.team.sheets.first(where: { $0.title == refusal.sheet }),
          analysis.writes(on: sheet.prefix)
        else { throw .spreadsheet(error) }
        analysis = try analysis.leavingOut(sheet.prefix, because: refusal.clause)
      }
    }
  }

  private mutating func write(_ edit: WorkbookEdit) throws(SpreadsheetError) {
    let workbook = analysis.team.workbook
    let applied = try workbook.applyingQuietly(edit)
    readsWhatFollowed = false
    bytes = applied.bytes
    let earlier = repaired.merging(followed.mapValues { Set($0.keys) }, uniquingKeysWith: { $0.union($1) })
    guard applied.changesValues || applied.isStale || !earlier.isEmpty else { return }
    let filled = try Workbook(bytes, limits: workbook.package.limits)
    let calculated = try FollowedFormulas(analysis, edit, after: earlier).followed(in: filled)
    var consequences = calculated?.edit ?? WorkbookEdit()
    let isOpen = applied.isStale || calculated.map { !$0.kept.isEmpty } ?? false
    consequences.recalculation = isOpen ? .always : .never
    bytes = try filled.applying(consequences)
    if let calculated { try note(calculated.changes, in: filled) }
  }

  private mutating func note(_ changes: [CalculatedWorkbook.Change], in filled: Workbook) throws(SpreadsheetError) {
    let sheets = analysis.team.workbook.sheets
    for (number, own) in Dictionary(grouping: changes, by: \.sheet) {
      let name = filled.sheets[number].name
      guard let index = sheets.firstIndex(where: { $0.name == name }) else { continue }
      let texts = try filled.formulas(of: Set(own.map(\.cell)), onSheet: number)
      for change in own {
        let before = followed[index]?[change.cell]
        let old = before?.old ?? change.old
        if before?.new != change.new, analysis.reads(change.cell, onSheet: index) { readsWhatFollowed = true }
        followed[index, default: [:]][change.cell] = CellChange(
          sheet: name, cell: change.cell, old: old, new: change.new, formula: texts[change.cell])
      }
    }
  }
}

extension Analysis {
  /// Whether the computed columns may depend on a cell that people fill in.
  fileprivate func reads(_ cell: CellReference, onSheet index: Int) -> Bool {
    if [team.settings.sheetIndex, team.lists.sheetIndex].contains(index) { return true }
    return team.sheets.contains { sheet in
      let part = sheet.parts.first { $0.sheetIndex == index }
      guard sheet.sheetIndex == index || part != nil else { return false }
      return sheet.rows.range.contains(cell.row + (part?.shift ?? 0))
        && sheet.columns.contains { $0.number == cell.column }
    }
  }
}

extension Workbook {
  /// The texts of the formulas in these cells.
  fileprivate func formulas(
    of cells: Set<CellReference>, onSheet index: Int
  ) throws(SpreadsheetError) -> [CellReference: String] {
    var found: [CellReference: String] = [:]
    var formulas = StreamedFormulas()
    try forEachRow(ofSheet: index) { row, sheet throws(SpreadsheetError) in
      try formulas.take(row, sheet)
      for cell in row.cells where cell.formulaKind != .none {
        guard let place = CellReference(row: row.index, column: cell.column), cells.contains(place) else { continue }
        found[place] = try formulas.formula(of: cell, row: row.index, sheet)?.text
      }
    }
    return found
  }
}
