// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Works out which cells a repair would change: what the findings propose, and nothing else.
struct RepairPlanner {
  let analysis: Analysis
  let level: RepairLevel
  /// Cells that an earlier pass could not change.
  let refused: Set<RepairPlan.Place>
  var plan = RepairPlan()

  var team: BoundWorkbook { analysis.team }

  init(_ analysis: Analysis, level: RepairLevel, refused: Set<RepairPlan.Place>) {
    self.analysis = analysis
    self.level = level
    self.refused = refused
  }

  consuming func planned() throws(DealbookError) -> RepairPlan {
    do {
      for sheet in team.sheets {
        if sheet.parts.isEmpty { try repair(sheet) } else { try repairTabs(of: sheet) }
      }
      try repairSettings()
    } catch {
      throw .spreadsheet(error)
    }
    return plan
  }

  /// A finding to repair, chosen among those on its cell.
  struct Candidate {
    var finding: Finding
    var kind: RuleKind
    var cell: CellReference
  }

  /// By cell. Of several findings on one cell, the most specific is repaired first; a later pass handles the rest.
  func candidates(_ prefix: String) -> [CellReference: Candidate] {
    var candidates: [CellReference: Candidate] = [:]
    for finding in analysis.findings where finding.sheet == prefix {
      let kind = team.playbook.rules[finding.rule].kind
      guard isRepaired(finding), kind == .overtyped || finding.repair != nil,
        let cell = CellReference(row: finding.row, column: finding.columnNumber)
      else { continue }
      if let known = candidates[cell], Self.rank(known.kind) <= Self.rank(kind) { continue }
      candidates[cell] = Candidate(finding: finding, kind: kind, cell: cell)
    }
    return candidates
  }

  func isRepaired(_ finding: Finding) -> Bool {
    team.playbook.rules[finding.rule].repairLevel.map { $0 <= level } ?? false
  }

  private static func rank(_ kind: RuleKind) -> Int {
    switch kind {
    case .otherLanguage, .tickAlias, .textDate, .textNumber: 0
    case .whitespace: 1
    default: 2
    }
  }

  // MARK: Data sheets

  private mutating func repair(_ sheet: LocatedSheet) throws(SpreadsheetError) {
    guard let headerRow = sheet.lastHeaderRow else { return }
    var candidates = candidates(sheet.prefix)
    for place in refused where place.sheetIndex == sheet.sheetIndex { candidates[place.cell] = nil }
    let rounding = level == .all ? RoundingRemainder(analysis, on: sheet).corrections : []
    let foreign = sheet.columns.filter { $0.moneyScale != nil && !$0.definition.isComputed }
    let shares = level == .all ? sheet.columns.filter { $0.obstacle == .percentHundreds } : []
    guard !candidates.isEmpty || !rounding.isEmpty || !foreign.isEmpty else { return }
    let headers = try HeaderCells(of: foreign, on: sheet, in: team.workbook)
    let facts = try StoredFacts(
      team.workbook.worksheet(at: sheet.sheetIndex),
      of: Set(candidates.keys).union(rounding.map(\.cell)).union(headers.places),
      wholeColumns: Set((foreign + shares).map(\.number)).union(
        foreign.isEmpty ? [] : sheet.unitlessUnknown.map(\.column)),
      below: headerRow)
    let formats = try dateFormats(candidates, of: sheet, on: [(sheet.sheetIndex, 0)])
    // Numbers in a column with another unit are read in 元, so they may only be written together with its header.
    var groups: [Int: Int] = [:]
    var dependents: UnitDependents?
    refuseLines(of: sheet)
    for column in foreign {
      candidates = candidates.filter { $0.key.column != column.number || !Self.isNumber($0.value.kind) }
      if let group = try scale(column, of: sheet, headers, facts, &dependents) {
        groups[column.number] = group
      }
    }
    for column in sheet.columns where column.definition.type == .percent && !column.definition.isComputed {
      guard column.convention.percentScale != .fractions else {
        continue
      }
      candidates = candidates.filter { $0.key.column != column.number || $0.value.kind != .percentScale }
      if shares.contains(where: { $0.number == column.number }) { rescale(column, of: sheet, &candidates, facts) }
    }
    for (cell, candidate) in candidates.sorted(by: { $0.key < $1.key }) {
      guard let column = sheet.columns.first(where: { $0.number == cell.column }) else { continue }
      let formula = facts.formulas[cell]
      if candidate.kind == .overtyped {
        restore(candidate.finding, column, of: sheet, at: cell, formula: formula, style: facts.styles[cell] ?? 0)
      } else if formula != nil {
        plan.unmade.append(
          UnmadeRepair(rule: rule(candidate.finding), sheet: sheet.title, cell: cell, reason: .formula))
      } else if let new = candidate.finding.repair {
        wish(
          rule(candidate.finding), column, of: sheet, at: cell, rowID: candidate.finding.rowID,
          old: candidate.finding.found, new: new, style: facts.styles[cell] ?? 0, format: formats[cell.column])
      }
    }
    for correction in rounding where facts.formulas[correction.cell] == nil {
      guard !refused.contains(.init(sheetIndex: sheet.sheetIndex, cell: correction.cell)) else { continue }
      wish(
        RoundingRemainder.rule, correction.column, of: sheet, at: correction.cell, rowID: correction.rowID,
        old: .blank, new: .number(correction.amount), style: facts.styles[correction.cell] ?? 0)
    }
  }

  static func isNumber(_ kind: RuleKind) -> Bool {
    switch kind {
    case .textNumber, .percentScale, .decimals: true
    default: false
    }
  }

  func rule(_ finding: Finding) -> String { team.playbook.rules[finding.rule].id }

  mutating func wish(
    _ rule: String, _ column: LocatedColumn, of sheet: LocatedSheet, at cell: CellReference, rowID: String,
    old: CellValue, new: CellValue, style: Int, format: String? = nil, isHeader: Bool = false, group: Int? = nil,
    onTab tab: LocatedSheet.Place? = nil
  ) {
    plan.wishes.append(
      RepairPlan.Wish(
        repair: Repair(
          rule: rule, sheet: tab?.title ?? sheet.title, prefix: sheet.prefix, cell: cell, rowID: rowID,
          column: column.key,
          header: column.header, old: old, oldFormula: nil, new: new, newFormula: nil, restoresFormula: false,
          type: isHeader ? nil : column.definition.type, dateSystem: team.workbook.dateSystem),
        sheetIndex: tab?.sheetIndex ?? sheet.sheetIndex, style: style, note: nil, format: format, group: group))
  }

  /// Empties a computed cell that somebody typed over, so that the fill writes its formula; a note keeps the typed value.
  private mutating func restore(
    _ finding: Finding, _ column: LocatedColumn, of sheet: LocatedSheet, at cell: CellReference, formula: String?,
    style: Int
  ) {
    guard analysis.choice.ids.contains(ColumnID(sheet: sheet.prefix, key: column.key)) else { return }
    let repair = Repair(
      rule: rule(finding), sheet: sheet.title, prefix: sheet.prefix, cell: cell, rowID: finding.rowID,
      column: column.key, header: column.header, old: finding.found, oldFormula: formula, new: .blank, newFormula: nil,
      restoresFormula: true, type: column.definition.type, dateSystem: team.workbook.dateSystem)
    let text = RepairWords.note(repair.oldText, rule: repair.rule)[team.language]
    plan.wishes.append(
      RepairPlan.Wish(
        repair: repair, sheetIndex: sheet.sheetIndex, style: style,
        note: CellNote(author: RepairWords.author, text: text), format: nil, group: nil))
  }

  /// The date format that the team uses in columns where text becomes dates: that of most dates in the column, otherwise of neighbouring
  /// date columns.
  ///
  /// - Parameter tabs: where the rows are, with what their numbers are shifted by.
  func dateFormats(
    _ candidates: [CellReference: Candidate], of sheet: LocatedSheet, on tabs: [(sheetIndex: Int, shift: Int)]
  ) throws(SpreadsheetError) -> [Int: String] {
    let columns = Set(candidates.values.filter { $0.kind == .textDate }.map(\.cell.column))
    guard !columns.isEmpty else { return [:] }
    let dates = Set(sheet.columns.filter { $0.definition.type == .date }.map(\.number))
    var counts: [Int: [Int: Int]] = [:]
    for (index, shift) in tabs {
      try team.workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
        guard sheet.rows.range.contains(row.index + shift) else { return }
        for cell in row.cells where dates.contains(cell.column) {
          guard case .number = try cells.scalar(of: cell, row: row.index) else { continue }
          counts[cell.column, default: [:]][cell.style, default: 0] += 1
        }
      }
    }
    func format(_ styles: [Int: Int]) -> String? {
      let shown = styles.filter { team.workbook.styles.numberFormat(at: $0.key).kind == .date }
      return shown.max { ($0.value, $1.key) < ($1.value, $0.key) }.map {
        team.workbook.styles.numberFormat(at: $0.key).code
      }
    }
    let all = counts.values.reduce(into: [Int: Int]()) { $0.merge($1, uniquingKeysWith: +) }
    var formats: [Int: String] = [:]
    for column in columns { formats[column] = counts[column].flatMap(format) ?? format(all) }
    return formats
  }
}
