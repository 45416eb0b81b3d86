// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Compares a sheet of an export with the team's sheet.
struct SheetUpdate {
  private let source: LocatedSheet
  private let target: LocatedSheet
  private let key: String
  private let team: BoundWorkbook
  private let export: BoundWorkbook
  private let values: UpdateValues
  private let doubts: UpdateDoubts
  /// The tabs from which the team's sheet is read, if there are several.
  private let tabs: TabChoice?
  /// By column, what is left out of the amounts of the export.
  private var amounts: [String: AmountDoubts] = [:]
  private(set) var report: UpdateReport.Sheet
  private(set) var edit = SheetEdit()
  /// Rows to add, by tab.
  private(set) var additions: [RowAddition] = []

  init(
    _ source: LocatedSheet, _ target: LocatedSheet, key: String, team: BoundWorkbook, export: BoundWorkbook,
    accepting accepted: Set<String>
  ) {
    (self.source, self.target, self.key, self.team, self.export) = (source, target, key, team, export)
    values = UpdateValues(source, target, team: team, export: export)
    doubts = UpdateDoubts(source: source, target: target, values: values, accepted: accepted)
    let keys = source.columns.map(\.key).filter { $0 != key && target.holds($0) }
    tabs = target.parts.isEmpty ? nil : TabChoice(target, keys: keys)
    report = UpdateReport.Sheet(
      title: target.title, key: target.column(key)?.header ?? "", tabs: target.tabTitles)
  }

  struct CommonRow {
    let id: String
    /// Its offset in the export,
    let from: Int
    /// and in the team's sheet.
    let to: Int
  }

  struct NewRow {
    let id: String
    let offset: Int
  }

  mutating func compare() throws(SpreadsheetError) {
    let matched = ColumnMatch(source, target, export: export)
    let free = try FreeColumns(source, of: export, target, of: team)
    report.passedOver = matched.passedOver.filter { $0.reason != .noColumn || !free.holds($0.header) }
    report.otherNames = matched.pairs.compactMap { pair in
      let (other, own) = (pair.source.header, pair.target.header)
      return TextFolding.label(other) == TextFolding.label(own) ? nil : .init(export: other, team: own)
    }
    let match = RowMatch(rows(of: source), rows(of: target))
    var common: [CommonRow] = []
    var new: [NewRow] = []
    var similar: Set<String> = []
    for offset in 0..<source.rows.count where source.rows.kinds[offset] == .data {
      let id = id(of: source, at: offset)
      guard !id.isEmpty else {
        keep(.noID, row: "\(source.place(ofRow: source.rows.range.lowerBound + offset).row)")
        continue
      }
      switch match.place(of: id) {
      case .row(let place): common.append(CommonRow(id: id, from: offset, to: place))
      case .new: new.append(NewRow(id: id, offset: offset))
      case .ambiguous: keep(.ambiguousID, row: id)
      case .similar(let known):
        keep(.similarID, row: id, "", known)
        similar.insert(known)
      }
    }
    let missing = match.missing.filter { !similar.contains($0.id) }
    report.missing = missing.map(\.id)
    let doubted = doubts.ofRows(new, isAll: common.isEmpty, missing: missing, matched.pairs, key: key)
    for (row, doubt) in zip(new, doubted) { if let doubt { keep(doubt.reason, row: row.id, "", doubt.known) } }
    new = zip(new, doubted).compactMap { $1 == nil ? $0 : nil }
    let pairs = matched.pairs.filter { pair in
      amounts[pair.target.key] = doubts.ofAmounts(pair, common, new)
      guard
        let reason = doubts.ofLabels(pair, common.map(\.from) + new.map(\.offset)) ?? amounts[pair.target.key]?.column
      else { return true }
      report.passedOver.append(.init(header: pair.source.header, reason: reason))
      return false
    }
    let formulas = try formulaCells()
    for row in common {
      for pair in pairs where pair.target.key != key {
        set(pair, from: row.from, to: row.to, row: row.id, formulas)
      }
    }
    for row in common { set(free, row) }
    tellReopened(common, pairs)
    try add(new, pairs, free)
  }

  // MARK: Rows

  private func id(of sheet: LocatedSheet, at offset: Int) -> String {
    guard let values = sheet.column(key)?.values, offset < values.count else { return "" }
    return StraySpace.trimmed(values[offset].shownText)
  }

  private func rows(of sheet: LocatedSheet) -> [RowMatch.Row] {
    (0..<sheet.rows.count).compactMap { offset in
      guard sheet.rows.kinds[offset] == .data else { return nil }
      let id = id(of: sheet, at: offset)
      return id.isEmpty ? nil : RowMatch.Row(id: id, offset: offset)
    }
  }

  /// Cells of the team's sheet that have formulas.
  private func formulaCells() throws(SpreadsheetError) -> Set<CellReference> {
    guard target.hasFormulas else { return [] }
    var cells: Set<CellReference> = []
    for (index, shift) in [(target.sheetIndex, 0)] + target.parts.map({ ($0.sheetIndex, $0.shift) }) {
      try team.workbook.forEachRow(ofSheet: index) { row, _ in
        for cell in row.cells where cell.formulaKind != .none {
          if let place = CellReference(row: row.index + shift, column: cell.column) { cells.insert(place) }
        }
      }
    }
    return cells
  }

  // MARK: Cells

  /// Notes a label that the list of the column does not have.
  private mutating func tellUnknownLabel(_ value: CellValue, in column: LocatedColumn, row: String) {
    guard let text = value.text, values.knows(text, in: column) == false else { return }
    report.unknownLabels.append(.init(reason: .unreadable, row: row, column: column.header, value: text))
  }

  private mutating func set(
    _ pair: ColumnMatch.Pair, from offset: Int, to place: Int, row id: String, _ formulas: Set<CellReference>
  ) {
    let new: CellValue
    let old = place < pair.target.values.count ? pair.target.values[place] : .blank
    switch values.value(pair, at: offset) {
    case .blank: return
    case .kept(let reason):
      // What both have in the same words is no difference.
      if old == pair.source.values[offset] { return }
      return keep(reason, row: id, pair.target.header, pair.source.values[offset].shownText)
    case .value(let value): new = value
    }
    if values.isSame(old, new, in: pair.target) { return }
    guard let cell = CellReference(row: target.rows.range.lowerBound + place, column: pair.target.number) else {
      return
    }
    let type = pair.target.definition.type
    func shown(_ value: CellValue) -> String { ShownValue.found(value, type: type, system: team.workbook.dateSystem) }
    if formulas.contains(cell) { return keep(.formula, row: id, pair.target.header, shown(new)) }
    if let reason = amounts[pair.target.key]?.rows[offset] {
      return keep(reason, row: id, pair.target.header, shown(new))
    }
    tellUnknownLabel(new, in: pair.target, row: id)
    edit.cells[cell] = CellEdit(new)
    let own = target.place(ofRow: cell.row)
    if let place = CellReference(row: own.row, column: cell.column) {
      report.changes.append(
        .init(sheet: own.title, cell: place, old: old, new: new, oldText: shown(old), newText: shown(new)))
    }
    if let tabs, tabs.keys.contains(pair.target.key), tabs.tab(of: new.shownText, in: pair.target.key) != own.part {
      report.misplaced.append(.init(row: id, column: pair.target.header, value: new.shownText, tab: own.title))
    }
  }

  /// Brings over what the playbook does not know.
  private mutating func set(_ free: FreeColumns, _ row: CommonRow) {
    let number = target.rows.range.lowerBound + row.to
    for column in free.columns {
      switch free.outcome(column, from: row.from, row: number) {
      case .same: continue
      case .formula(let new): keep(.formula, row: row.id, column.header, FreeColumns.text(new))
      case .otherKind(let new): keep(.otherKind, row: row.id, column.header, FreeColumns.text(new))
      case .value(let new, let old):
        guard let cell = free.cell(column, row: number) else { continue }
        edit.cells[cell] = CellEdit(new)
        report.changes.append(
          .init(
            sheet: target.title, cell: cell, old: free.stored(old), new: new, oldText: FreeColumns.text(old),
            newText: new.shownText))
      }
    }
  }

  private mutating func keep(
    _ reason: UpdateReport.Kept.Reason, row: String, _ column: String = "", _ value: String = ""
  ) {
    report.kept.append(.init(reason: reason, row: row, column: column, value: value))
  }

  /// Names the deals that the export has opened again without a word of the day on which they had closed: the team's stays, and by it they
  /// may count as won.
  private mutating func tellReopened(_ common: [CommonRow], _ pairs: [ColumnMatch.Pair]) {
    guard target.prefix == OutcomeColumn.sheet, let deals = ClosedOpenDeals(team.lists),
      let stage = pairs.first(where: { $0.target.key == OutcomeColumn.stage }),
      let close = target.column(ClosedOpenDeals.close)
    else { return }
    let other = pairs.first { $0.target.key == ClosedOpenDeals.close }
    for row in common {
      guard row.to < min(close.values.count, stage.target.values.count), !close.values[row.to].isEmpty,
        deals.isOver(stage.target.values[row.to].shownText) == true,
        case .value(let new) = values.value(stage, at: row.from), deals.isOver(new.shownText) == false
      else { continue }
      if let other {
        guard case .blank = values.value(other, at: row.from) else { continue }
      }
      let day = ShownValue.found(close.values[row.to], type: .date, system: team.workbook.dateSystem)
      keep(.reopened, row: row.id, close.header, day)
    }
  }

  // MARK: New rows

  private mutating func add(
    _ rows: [NewRow], _ pairs: [ColumnMatch.Pair], _ free: FreeColumns
  ) throws(SpreadsheetError) {
    var byTab: [Int: [NewRow]] = [:]
    for row in rows {
      guard let tab = tab(of: row.offset, pairs) else {
        keep(.noTab, row: row.id)
        continue
      }
      byTab[tab, default: []].append(row)
    }
    for (tab, rows) in byTab.sorted(by: { $0.key < $1.key }) {
      var addition = RowAddition(rows.count, to: target, tab: tab)
      guard addition.canBeMade(in: team.workbook) else {
        for row in rows { keep(.noRoom, row: row.id) }
        continue
      }
      for (number, row) in rows.enumerated() {
        report.added.append(.init(id: row.id, sheet: addition.title))
        for pair in pairs {
          guard let value = addedValue(pair, row) else { continue }
          addition.set(value, row: number, column: pair.target.number, in: target)
        }
        for column in free.columns {
          switch free.outcome(column, from: row.offset, row: nil) {
          case .value(let value, _): addition.set(value, row: number, column: free.number(of: column), in: target)
          case .otherKind(let new): keep(.otherKind, row: row.id, column.header, FreeColumns.text(new))
          case .same, .formula: continue
          }
        }
      }
      try addition.carryDown(target, in: team.workbook)
      additions.append(addition)
    }
  }

  /// What a new row gets in a column; nil if nothing.
  private mutating func addedValue(_ pair: ColumnMatch.Pair, _ row: NewRow) -> CellValue? {
    switch values.value(pair, at: row.offset) {
    case .blank: return nil
    case .kept(let reason):
      keep(reason, row: row.id, pair.target.header, pair.source.values[row.offset].shownText)
      return nil
    case .value(let new):
      if let reason = amounts[pair.target.key]?.rows[row.offset] {
        keep(reason, row: row.id, pair.target.header, new.shownText)
        return nil
      }
      tellUnknownLabel(new, in: pair.target, row: row.id)
      return new
    }
  }

  /// The tab on which a new row belongs.
  private func tab(of offset: Int, _ pairs: [ColumnMatch.Pair]) -> Int? {
    guard let tabs else { return 0 }
    return tabs.tab { key in
      guard let pair = pairs.first(where: { $0.target.key == key }),
        case .value(let value) = values.value(pair, at: offset)
      else { return "" }
      return value.shownText
    }
  }
}
