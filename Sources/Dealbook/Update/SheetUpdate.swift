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
  private let targetReaders: CellReaders
  private let sourceReaders: CellReaders
  private let hasSameDates: Bool
  private(set) var report: UpdateReport.Sheet
  private(set) var edit = SheetEdit()
  /// Rows to insert above the content below the data.
  private(set) var insertion: RowChange.Insertion?

  init(_ source: LocatedSheet, _ target: LocatedSheet, key: String, team: BoundWorkbook, export: BoundWorkbook) {
    (self.source, self.target, self.key, self.team) = (source, target, key, team)
    targetReaders = CellReaders(team)
    sourceReaders = CellReaders(export)
    hasSameDates = team.workbook.dateSystem == export.workbook.dateSystem
    report = UpdateReport.Sheet(title: target.title)
  }

  private struct Pair {
    let source: LocatedColumn
    let target: LocatedColumn
  }

  mutating func compare() throws(SpreadsheetError) {
    let pairs = self.pairs()
    let sourceRows = offsets(of: source)
    let targetRows = offsets(of: target)
    let formulas = try formulaCells()
    var new: [(id: String, offset: Int)] = []
    for offset in 0..<source.rows.count where source.rows.kinds[offset] == .data {
      let id = self.id(of: source, at: offset)
      guard !id.isEmpty else {
        keep(.noID, row: "\(source.place(ofRow: source.rows.range.lowerBound + offset).row)")
        continue
      }
      guard sourceRows[fold(id)]?.count == 1, targetRows[fold(id)]?.count ?? 0 < 2 else {
        keep(.ambiguousID, row: id)
        continue
      }
      guard let place = targetRows[fold(id)]?.first else {
        new.append((id, offset))
        continue
      }
      for pair in pairs where pair.target.key != key {
        set(pair, from: offset, to: place, row: id, formulas)
      }
    }
    report.missing = targetRows.filter { sourceRows[$0.key] == nil }.flatMap(\.value).sorted().map {
      id(of: target, at: $0)
    }
    add(new, pairs)
  }

  // MARK: Columns

  /// Columns that both sheets have, with the same meaning in both.
  private mutating func pairs() -> [Pair] {
    var pairs: [Pair] = []
    for column in source.columns where !column.definition.isComputed {
      guard let own = target.column(column.key) else {
        report.passedOver.append(column.header)
        continue
      }
      guard meanTheSame(own, column) else {
        report.passedOver.append(column.header)
        continue
      }
      pairs.append(Pair(source: column, target: own))
    }
    report.passedOver += source.unknownHeaders.map(\.header)
    return pairs
  }

  /// Whether numbers mean the same in both columns: the same unit, currency, scale and date system.
  private func meanTheSame(_ own: LocatedColumn, _ other: LocatedColumn) -> Bool {
    switch own.definition.type {
    case .date: return hasSameDates
    case .percent: return own.convention.percentScale == other.convention.percentScale
    case .money:
      guard own.moneyScale == other.moneyScale else { return false }
      guard let ours = own.convention.currency, let theirs = other.convention.currency else { return true }
      return ours == theirs
    default: return true
    }
  }

  // MARK: Rows

  private func fold(_ id: String) -> String { TextFolding.label(id) }

  private func id(of sheet: LocatedSheet, at offset: Int) -> String {
    guard let values = sheet.column(key)?.values, offset < values.count else { return "" }
    return StraySpace.trimmed(values[offset].shownText)
  }

  private func offsets(of sheet: LocatedSheet) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      let id = id(of: sheet, at: offset)
      if !id.isEmpty { places[fold(id), default: []].append(offset) }
    }
    return places
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

  /// The export's value in the form of the team's column; nil if it cannot be read, blank if the export has none.
  private func value(_ pair: Pair, at offset: Int) -> CellValue? {
    guard offset < pair.source.values.count else { return .blank }
    let value = pair.source.values[offset]
    if value.isEmpty || value.text.map(StraySpace.isBlank) == true { return .blank }
    switch pair.target.definition.type {
    case .date:
      switch sourceReaders.date(value, order: pair.source.convention.dateOrder) {
      case .number(let serial), .readable(let serial): return .number(serial)
      default: return nil
      }
    case .money, .number, .ratio, .percent, .integer, .score:
      switch sourceReaders.number(value, in: pair.source) {
      case .number(let number), .readable(let number): return .number(number)
      default: return nil
      }
    default:
      if case .error = value { return nil }
      return value
    }
  }

  private func isSame(_ old: CellValue, _ new: CellValue) -> Bool {
    if case .number(let a) = old, case .number(let b) = new { return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b)) }
    return old == new || StraySpace.trimmed(old.shownText) == StraySpace.trimmed(new.shownText)
  }

  private mutating func set(
    _ pair: Pair, from offset: Int, to place: Int, row id: String, _ formulas: Set<CellReference>
  ) {
    guard let new = value(pair, at: offset) else {
      return keep(.unreadable, row: id, pair.target.header, pair.source.values[offset].shownText)
    }
    if new.isEmpty { return }
    let old = place < pair.target.values.count ? pair.target.values[place] : .blank
    if isSame(old, new) { return }
    // A text of the team's with the same meaning stays as it is written.
    if case .text = old, case .number(let number) = new, reads(old, as: number, in: pair.target) { return }
    guard let cell = CellReference(row: target.rows.range.lowerBound + place, column: pair.target.number) else {
      return
    }
    if formulas.contains(cell) { return keep(.formula, row: id, pair.target.header, new.shownText) }
    edit.cells[cell] = CellEdit(new)
    let own = target.place(ofRow: cell.row)
    if let shown = CellReference(row: own.row, column: cell.column) {
      report.changes.append(CellChange(sheet: own.title, cell: shown, old: old, new: new, formula: nil))
    }
  }

  private func reads(_ value: CellValue, as number: Double, in column: LocatedColumn) -> Bool {
    let reading =
      column.definition.type == .date
      ? targetReaders.date(value, order: column.convention.dateOrder) : targetReaders.number(value, in: column)
    guard case .readable(let read) = reading else { return false }
    return abs(read - number) <= 1e-9 * max(1, abs(number))
  }

  private mutating func keep(
    _ reason: UpdateReport.Kept.Reason, row: String, _ column: String = "", _ value: String = ""
  ) {
    report.kept.append(.init(reason: reason, row: row, column: column, value: value))
  }

  // MARK: New rows

  private mutating func add(_ rows: [(id: String, offset: Int)], _ pairs: [Pair]) {
    guard !rows.isEmpty else { return }
    let last = target.rows.count > 0 ? target.rows.range.upperBound - 1 : (target.lastHeaderRow ?? 1)
    let table = ((try? team.workbook.tables(ofSheet: target.sheetIndex)) ?? []).first { $0.range.rows.contains(last) }
    // Content below the data must stay directly below it: it moves down, and so do the references to it.
    var below = (target.rows.totalRows + target.rows.otherRows).filter { $0 > last }
    if let table, table.totalsRowCount > 0 { below.append(table.range.last.row - table.totalsRowCount + 1) }
    if let bottom = below.min(), bottom <= last + rows.count {
      let start = target.rows.count > 0 ? target.rows.range.lowerBound : last + 1
      insertion = .init(before: bottom, count: last + rows.count - bottom + 1, listStart: start)
    }
    guard target.parts.isEmpty, table?.isFed != true, canInsert() else {
      insertion = nil
      for row in rows { keep(.noRoom, row: row.id) }
      return
    }
    for (number, row) in rows.enumerated() {
      report.added.append(row.id)
      for pair in pairs {
        guard let cell = CellReference(row: last + 1 + number, column: pair.target.number) else { continue }
        guard let new = value(pair, at: row.offset) else {
          keep(.unreadable, row: row.id, pair.target.header, pair.source.values[row.offset].shownText)
          continue
        }
        if new.isEmpty { continue }
        edit.cells[cell] = CellEdit(
          new, style: target.formats.firstRow[pair.target.number].map { .index($0) } ?? .keep)
      }
    }
    edit.appendedRows = AppendedRows(after: last, count: rows.count, columns: 1...max(1, target.lastUsedColumn))
  }

  /// Whether every reference to rows below can be adjusted.
  private func canInsert() -> Bool {
    guard let insertion else { return true }
    return (try? team.workbook.applying(RowChange(insertion: insertion), toSheet: target.sheetIndex)) != nil
  }
}
