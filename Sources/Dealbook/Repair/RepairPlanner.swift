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
  private var plan = RepairPlan()

  private var team: BoundWorkbook { analysis.team }

  init(_ analysis: Analysis, level: RepairLevel, refused: Set<RepairPlan.Place>) {
    self.analysis = analysis
    self.level = level
    self.refused = refused
  }

  consuming func planned() throws(DealbookError) -> RepairPlan {
    do {
      // Tabs that are read as one sheet would each have to be repaired separately.
      for sheet in team.sheets where sheet.parts.isEmpty { try repair(sheet) }
      try repairSettings()
    } catch {
      throw .spreadsheet(error)
    }
    return plan
  }

  /// A finding to repair, chosen among those on its cell.
  private struct Candidate {
    var finding: Finding
    var kind: RuleKind
    var cell: CellReference
  }

  /// By cell. Of several findings on one cell, the most specific is repaired first; a later pass handles the rest.
  private func candidates(_ prefix: String) -> [CellReference: Candidate] {
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

  private func isRepaired(_ finding: Finding) -> Bool {
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
    guard let headerRow = sheet.headerRow else { return }
    var candidates = candidates(sheet.prefix)
    for place in refused where place.sheetIndex == sheet.sheetIndex { candidates[place.cell] = nil }
    let rounding = level == .all ? RoundingRemainder(analysis, on: sheet).corrections : []
    let foreign = sheet.columns.filter { $0.moneyScale != nil && !$0.definition.isComputed }
    let shares = level == .all ? sheet.columns.filter { $0.obstacle == .percentHundreds } : []
    guard !candidates.isEmpty || !rounding.isEmpty || !foreign.isEmpty else { return }
    let headers = foreign.compactMap { CellReference(row: headerRow, column: $0.number) }
    let facts = try StoredFacts(
      team.workbook.worksheet(at: sheet.sheetIndex),
      of: Set(candidates.keys).union(rounding.map(\.cell)).union(headers),
      wholeColumns: Set((foreign + shares).map(\.number)).union(
        foreign.isEmpty ? [] : sheet.unitlessUnknown.map(\.column)),
      below: headerRow)
    let formats = try dateFormats(candidates, of: sheet)
    // Numbers in a column with another unit are read in 元, so they may only be written together with its header.
    var groups: [Int: Int] = [:]
    var dependents: UnitDependents?
    refuseLines(of: sheet)
    for column in foreign {
      candidates = candidates.filter { $0.key.column != column.number || !Self.isNumber($0.value.kind) }
      if let group = try scale(column, of: sheet, headerRow: headerRow, facts, &dependents) {
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

  private func rule(_ finding: Finding) -> String { team.playbook.rules[finding.rule].id }

  private mutating func wish(
    _ rule: String, _ column: LocatedColumn, of sheet: LocatedSheet, at cell: CellReference, rowID: String,
    old: CellValue, new: CellValue, style: Int, format: String? = nil, isHeader: Bool = false, group: Int? = nil
  ) {
    plan.wishes.append(
      RepairPlan.Wish(
        repair: Repair(
          rule: rule, sheet: sheet.title, prefix: sheet.prefix, cell: cell, rowID: rowID, column: column.key,
          header: column.header, old: old, oldFormula: nil, new: new, newFormula: nil, restoresFormula: false,
          type: isHeader ? nil : column.definition.type, dateSystem: team.workbook.dateSystem),
        sheetIndex: sheet.sheetIndex, style: style, note: nil, format: format, group: group))
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
  private func dateFormats(
    _ candidates: [CellReference: Candidate], of sheet: LocatedSheet
  ) throws(SpreadsheetError) -> [Int: String] {
    let columns = Set(candidates.values.filter { $0.kind == .textDate }.map(\.cell.column))
    guard !columns.isEmpty else { return [:] }
    let dates = Set(sheet.columns.filter { $0.definition.type == .date }.map(\.number))
    var counts: [Int: [Int: Int]] = [:]
    try team.workbook.forEachRow(ofSheet: sheet.sheetIndex) { row, cells throws(SpreadsheetError) in
      guard sheet.rows.range.contains(row.index) else { return }
      for cell in row.cells where dates.contains(cell.column) {
        guard case .number = try cells.scalar(of: cell, row: row.index) else { continue }
        counts[cell.column, default: [:]][cell.style, default: 0] += 1
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

  // MARK: Columns in another unit

  /// The numbers of the sheet's columns that keep a unit other than 元, each with the reason.
  consuming func columnsKeepingUnit(
    of sheet: LocatedSheet
  ) throws(SpreadsheetError) -> [Int: UnmadeRepair.Reason] {
    let foreign = sheet.columns.filter { $0.moneyScale != nil && !$0.definition.isComputed }
    guard let headerRow = sheet.headerRow else { return [:] }
    // What stands under a line about the unit keeps it; only the others have to be looked at.
    var kept: [Int: UnmadeRepair.Reason] = [:]
    for column in foreign { if let line = column.unitLine { kept[column.number] = .unitLine(line) } }
    let others = foreign.filter { $0.unitLine == nil }
    guard !others.isEmpty else { return kept }
    let facts = try StoredFacts(
      team.workbook.worksheet(at: sheet.sheetIndex),
      of: Set(others.compactMap { CellReference(row: headerRow, column: $0.number) }),
      wholeColumns: Set(others.map(\.number) + sheet.unitlessUnknown.map(\.column)), below: headerRow)
    var dependents: UnitDependents?
    for column in others where try scale(column, of: sheet, headerRow: headerRow, facts, &dependents) == nil {
      kept[column.number] = plan.unmade.last?.reason ?? .header
    }
    return kept
  }

  /// Converts a column that stores 60 % as 60 to shares, including its texts: all of it or nothing.
  private mutating func rescale(
    _ column: LocatedColumn, of sheet: LocatedSheet, _ candidates: inout [CellReference: Candidate],
    _ facts: StoredFacts
  ) {
    guard let index = team.playbook.rules.firstIndex(where: { $0.kind == .percentScale }),
      !refused.contains(where: { $0.sheetIndex == sheet.sheetIndex && $0.cell.column == column.number })
    else { return }
    let rule = team.playbook.rules[index].id
    let cells = (facts.columns[column.number] ?? []).filter { row, _ in
      sheet.rows.range.contains(row) && sheet.rows.kinds[row - sheet.rows.range.lowerBound] == .data
    }
    for (row, _) in cells {
      guard let cell = CellReference(row: row, column: column.number), facts.formulas[cell] != nil else { continue }
      plan.unmade.append(
        UnmadeRepair(rule: rule, sheet: sheet.title, cell: cell, reason: .formulaInPercentColumn(cell)))
      return
    }
    let readers = CellReaders(team)
    let group = plan.wishes.count
    for (row, value) in cells {
      guard let cell = CellReference(row: row, column: column.number) else { continue }
      let rowID = sheet.rowID(at: row - sheet.rows.range.lowerBound)
      let (number, isText): (Double, Bool)
      switch readers.number(value, in: column) {
      case .number(let found): (number, isText) = (found, false)
      case .readable(let found): (number, isText) = (found, true)
      default: continue
      }
      candidates[cell] = nil
      guard number != 0 || isText else { continue }
      let textRule = team.playbook.rules.first { $0.kind == .textNumber }?.id
      wish(
        isText ? textRule ?? rule : rule, column, of: sheet, at: cell, rowID: rowID, old: value,
        new: .number(NumberReader.scaled(number, byPowerOfTen: -2)), style: facts.styles[cell] ?? 0, group: group)
    }
  }

  /// A line such as 單位：萬元 speaks of columns that are not the tool's, too: it is not changed, nor are the numbers under it.
  private mutating func refuseLines(of sheet: LocatedSheet) {
    guard let rule = team.playbook.rules.first(where: { $0.kind == .unitHeader })?.id else { return }
    for line in sheet.effectiveUnitLines {
      guard let cell = line.cell ?? CellReference(row: 1, column: 1) else { continue }
      plan.unmade.append(UnmadeRepair(rule: rule, sheet: sheet.title, cell: cell, reason: .unitLine(line)))
    }
  }

  /// Converts a column to 元, including its header and total rows. Nil if something in it cannot be converted.
  private mutating func scale(
    _ column: LocatedColumn, of sheet: LocatedSheet, headerRow: Int, _ facts: StoredFacts,
    _ dependents: inout UnitDependents?
  ) throws(SpreadsheetError) -> Int? {
    guard column.unitLine == nil, let scale = column.moneyScale,
      let index = team.playbook.rules.firstIndex(where: { $0.kind == .unitHeader }),
      let header = CellReference(row: headerRow, column: column.number),
      !refused.contains(where: { $0.sheetIndex == sheet.sheetIndex && $0.cell.column == column.number })
    else { return nil }
    let rule = team.playbook.rules[index].id
    func give(up reason: UnmadeRepair.Reason) -> Int? {
      plan.unmade.append(UnmadeRepair(rule: rule, sheet: sheet.title, cell: header, reason: reason))
      return nil
    }
    // The new header must say that the column is converted, or it would be converted once more.
    guard facts.formulas[header] == nil, sheet.lastHeaderRow == headerRow,
      let renamed = HeaderNormalizer.inSingleUnits(column.header),
      column.moneyScale(under: renamed) == nil
    else { return give(up: .header) }
    if dependents == nil {
      dependents = try UnitDependents(
        team.workbook, of: sheet,
        columns: Set(sheet.columns.filter { $0.moneyScale != nil && !$0.definition.isComputed }.map(\.number)),
        headerRow: headerRow,
        own: Set(
          [team.funnelIndex, team.settings.sheetIndex, team.lists.sheetIndex, team.meta?.sheetIndex].compactMap { $0 }),
        tables: Set(team.sheets.map(\.sheetIndex)))
    }
    if let other = unstatedTwin(of: column, on: sheet)?.header ?? addend(of: column, on: sheet, facts) {
      return give(up: .sameNumbers(other))
    }
    if let blocking = dependents?.blocking, !blocking.isEmpty { return give(up: .readElsewhere(blocking)) }
    plan.stating += (dependents?.stating ?? []).filter { !plan.stating.contains($0) }
    let cells = facts.columns[column.number] ?? []
    let totals = Set(sheet.rows.totalRows)
    for (row, _) in cells where !totals.contains(row) {
      if let cell = CellReference(row: row, column: column.number), facts.formulas[cell] != nil {
        return give(up: .formulaInColumn(cell))
      }
    }
    let group = plan.wishes.count
    wish(
      rule, column, of: sheet, at: header, rowID: "", old: .text(column.header), new: .text(renamed),
      style: facts.styles[header] ?? 0, isHeader: true, group: group)
    let readers = CellReaders(team)
    let power = NumberReader.powerOfTen(of: scale)
    for (row, value) in cells {
      guard let cell = CellReference(row: row, column: column.number), facts.formulas[cell] == nil else { continue }
      let offset = row - sheet.rows.range.lowerBound
      let rowID = sheet.rows.range.contains(row) ? sheet.rowID(at: offset) : ""
      let style = facts.styles[cell] ?? 0
      switch (value, readers.number(value, in: column)) {
      case (.number(let number), _):
        guard number != 0 else { continue }
        wish(
          rule, column, of: sheet, at: cell, rowID: rowID, old: value,
          new: .number(NumberReader.scaled(number, byPowerOfTen: power)), style: style, group: group)
      case (_, .readable(let number)):
        let rule = team.playbook.rules.first { $0.kind == .textNumber }?.id ?? rule
        wish(
          rule, column, of: sheet, at: cell, rowID: rowID, old: value, new: .number(number), style: style, group: group)
      default: break
      }
    }
    return group
  }

  /// Another column of amounts whose header says no unit, and whose numbers are as large as those of the column: the unit of one is likely
  /// that of both, and converting one alone would put them 10,000 times apart.
  private func unstatedTwin(of column: LocatedColumn, on sheet: LocatedSheet) -> LocatedColumn? {
    func middle(_ column: LocatedColumn) -> Double? {
      let numbers = (0..<min(column.values.count, sheet.rows.count)).compactMap { row in
        sheet.rows.kinds[row] == .data ? column.values.number(at: row).flatMap { $0 > 0 ? $0 : nil } : nil
      }.sorted()
      return numbers.isEmpty ? nil : numbers[numbers.count / 2]
    }
    guard let own = middle(column) else { return nil }
    return sheet.columns.first { other in
      guard other.number != column.number, other.definition.type == .money, !other.definition.isComputed,
        other.unit == nil, other.unitLine == nil, other.moneyScale == nil,
        other.definition.convention.moneyUnit == nil, let middle = middle(other)
      else { return false }
      return (0.05...20).contains(middle / own)
    }
  }

  /// The first of several columns without a unit that are not read, and that add up to the column in each row: the quarters of a year.
  private func addend(of column: LocatedColumn, on sheet: LocatedSheet, _ facts: StoredFacts) -> String? {
    func numbers(_ column: Int) -> [Int: Double] {
      Dictionary((facts.columns[column] ?? []).compactMap { row, value in value.number.map { (row, $0) } }) { $1 }
    }
    let own = numbers(column.number)
    var run: [(header: UnboundHeader, numbers: [Int: Double])] = []
    func isSum() -> Bool {
      let rows = own.filter { row, _ in run.contains { $0.numbers[row] != nil } }
      return run.count > 1 && rows.count > 1
        && rows.allSatisfy { row, total in
          abs(run.reduce(0) { $0 + ($1.numbers[row] ?? 0) } - total) <= 1e-6 * max(1, abs(total))
        }
    }
    for header in sheet.unitlessUnknown {
      let numbers = numbers(header.column)
      if numbers.isEmpty || run.last.map({ $0.header.column + 1 != header.column }) == true {
        if isSum() { break }
        run = []
      }
      if !numbers.isEmpty { run.append((header, numbers)) }
    }
    return isSum() ? run.first?.header.header : nil
  }

  // MARK: Settings

  /// Repairs settings that were typed as text.
  private mutating func repairSettings() throws(SpreadsheetError) {
    var bySheet: [Int: [(Finding, CellReference)]] = [:]
    for finding in analysis.findings where finding.sheet == SpecialSheetKind.settings.rawValue {
      guard isRepaired(finding), finding.repair != nil,
        case .cell(let index, let cell)? = team.settings.entries[finding.column]?.source,
        !refused.contains(.init(sheetIndex: index, cell: cell))
      else { continue }
      bySheet[index, default: []].append((finding, cell))
    }
    for (index, found) in bySheet.sorted(by: { $0.key < $1.key }) {
      let facts = try StoredFacts(
        team.workbook.worksheet(at: index), of: Set(found.map(\.1)), wholeColumns: [], below: 0)
      for (finding, cell) in found {
        let title = team.workbook.sheets[index].name
        guard facts.formulas[cell] == nil, let new = finding.repair, let setting = team.playbook.setting(finding.column)
        else {
          plan.unmade.append(UnmadeRepair(rule: rule(finding), sheet: title, cell: cell, reason: .formula))
          continue
        }
        let isDate = if case .date = setting.defaultValue { true } else { false }
        plan.wishes.append(
          RepairPlan.Wish(
            repair: Repair(
              rule: rule(finding), sheet: title, prefix: finding.sheet, cell: cell, rowID: "", column: setting.name,
              header: setting.titles[team.messageLanguage], old: finding.found, oldFormula: nil, new: new,
              newFormula: nil,
              restoresFormula: false, type: isDate ? .date : .number, dateSystem: team.workbook.dateSystem),
            sheetIndex: index, style: facts.styles[cell] ?? 0, note: nil, format: nil, group: nil))
      }
    }
  }
}

extension LocatedSheet {
  /// Headers that are not read and state no unit, from left to right.
  fileprivate var unitlessUnknown: [UnboundHeader] {
    (unknownHeaders + duplicateHeaders).filter {
      HeaderNormalizer.normalize($0.header).unit == nil && UnitStatement.unit(inHeader: $0.header) == nil
    }.sorted { $0.column < $1.column }
  }
}

/// The text that a repair writes into notes.
enum RepairWords {
  static let author = "dealbook"

  static func note(_ typed: String, rule: String) -> Localized {
    Localized(
      traditionalChinese: "原先填寫：\(typed)（已還原公式，\(rule)）", simplifiedChinese: "原先填写：\(typed)（已还原公式，\(rule)）",
      english: "Typed before: \(typed) (formula restored, \(rule))")
  }
}
