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
  private let targetReaders: CellReaders
  private let sourceReaders: CellReaders
  private let system: DateSystem
  /// Days to add to a date of the export.
  private let daysBetween: Double
  /// Where the export says in a column of its own what is won and lost.
  private let outcomeStages: OutcomeStages?
  /// The team's IDs that are numbers, by the number.
  private var numberedIDs: [String: String] = [:]
  private(set) var report: UpdateReport.Sheet
  private(set) var edit = SheetEdit()
  /// Rows to insert above the content below the data.
  private(set) var insertion: RowChange.Insertion?

  init(_ source: LocatedSheet, _ target: LocatedSheet, key: String, team: BoundWorkbook, export: BoundWorkbook) {
    (self.source, self.target, self.key, self.team, self.export) = (source, target, key, team, export)
    outcomeStages = OutcomeStages(source, target, team)
    targetReaders = CellReaders(team)
    sourceReaders = CellReaders(export)
    system = team.workbook.dateSystem
    // The calendars of the two date systems begin 1,462 days apart (18.17.4.1).
    daysBetween =
      system == export.workbook.dateSystem
      ? 0 : system == .year1900 ? Self.daysFrom1900To1904 : -Self.daysFrom1900To1904
    report = UpdateReport.Sheet(title: target.title)
  }

  private static let daysFrom1900To1904 = 1462.0

  mutating func compare() throws(SpreadsheetError) {
    let matched = ColumnMatch(source, target, export: export)
    report.passedOver = matched.passedOver
    let sourceRows = offsets(of: source)
    let targetRows = offsets(of: target)
    let common = sourceRows.compactMap { id, from in
      targetRows[id].flatMap { from.count == 1 && $0.count == 1 ? (from: from[0], to: $0[0]) : nil }
    }
    let pairs = matched.pairs.filter { !isInOtherUnit($0, common) }
    for pair in matched.pairs where !pairs.contains(where: { $0.target.key == pair.target.key }) {
      report.passedOver.append(.init(header: pair.source.header, reason: .unit))
    }
    let formulas = try formulaCells()
    for place in targetRows.values.compactMap(\.first) {
      let id = self.id(of: target, at: place)
      if let number = Self.number(of: id) { numberedIDs[number] = id }
    }
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
        if let known = Self.number(of: id).flatMap({ numberedIDs[$0] }) {
          // Formulas can't tell the two apart, and whoever wrote them may not have meant two.
          keep(.similarID, row: id, "", known)
        } else {
          new.append((id, offset))
        }
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

  // MARK: Rows

  private func fold(_ id: String) -> String { TextFolding.label(id) }

  /// The number that an ID is, without leading zeros; nil if it has anything but digits.
  private static func number(of id: String) -> String? {
    guard !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = id.drop { $0 == "0" }
    return number.isEmpty ? "0" : String(number)
  }

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

  /// Whether the amounts of the export are those of the team in another unit, though neither says so: most of them differ by the same
  /// power of ten, or are of another order.
  private func isInOtherUnit(_ pair: ColumnMatch.Pair, _ rows: [(from: Int, to: Int)]) -> Bool {
    guard pair.target.definition.type == .money else { return false }
    var scale = CommonScale()
    for row in rows {
      guard case .value(.number(let new)) = value(pair, at: row.from), row.to < pair.target.values.count,
        case .number(let old) = pair.target.values[row.to]
      else { continue }
      scale.add(old, new)
    }
    return scale.ofMost != nil || scale.isOfOtherOrder
  }

  private enum Reading {
    case blank
    case value(CellValue)
    case kept(UpdateReport.Kept.Reason)
  }

  /// The export's value in the form of the team's column.
  private func value(_ pair: ColumnMatch.Pair, at offset: Int) -> Reading {
    if let outcomeStages, pair.target.key == OutcomeColumn.stage {
      switch outcomeStages.stage(at: offset) {
      case .asWritten: break
      case .label(let label): return .value(label)
      case .notUnderstood: return .kept(.unreadable)
      }
    }
    guard offset < pair.source.values.count else { return .blank }
    let value = pair.source.values[offset]
    if value.isEmpty || value.text.map(StraySpace.isBlank) == true { return .blank }
    let type = pair.target.definition.type
    switch type {
    case .date:
      switch sourceReaders.date(value, order: pair.source.convention.dateOrder) {
      case .number(let serial), .readable(let serial): return .value(.number(serial + daysBetween))
      case let other: return .kept(Self.reason(other))
      }
    case .percent:
      switch pair.shares?.share(value, sourceReaders) {
      case .number(let number)?: return .value(.number(number))
      case .kept(let reason)?: return .kept(reason)
      case .unread(let reading)?: return .kept(Self.reason(reading))
      case nil: return .kept(.percentScale)
      }
    case .money, .number, .ratio, .integer, .score:
      switch sourceReaders.number(value, in: pair.source) {
      case .number(let number), .readable(let number): return .value(.number(number))
      case let other: return .kept(Self.reason(other))
      }
    default:
      if case .error = value { return .kept(.unreadable) }
      return .value(value)
    }
  }

  private static func reason(_ reading: CellReaders.Reading) -> UpdateReport.Kept.Reason {
    switch reading {
    case .ambiguous: .ambiguous
    case .foreign: .otherCurrency
    default: .unreadable
    }
  }

  /// Notes a label that the list of the column does not have.
  private mutating func tellUnknownLabel(_ value: CellValue, in column: LocatedColumn, row: String) {
    guard case .list(let list) = column.definition.allowed, let reader = targetReaders.labels[list],
      let text = value.text, reader.meaning(of: text) == nil
    else { return }
    report.unknownLabels.append(.init(reason: .unreadable, row: row, column: column.header, value: text))
  }

  private func isSame(_ old: CellValue, _ new: CellValue) -> Bool {
    if case .number(let a) = old, case .number(let b) = new { return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b)) }
    return old == new || StraySpace.trimmed(old.shownText) == StraySpace.trimmed(new.shownText)
  }

  private mutating func set(
    _ pair: ColumnMatch.Pair, from offset: Int, to place: Int, row id: String, _ formulas: Set<CellReference>
  ) {
    let new: CellValue
    let old = place < pair.target.values.count ? pair.target.values[place] : .blank
    switch value(pair, at: offset) {
    case .blank: return
    case .kept(let reason):
      // What both have in the same words is no difference.
      if old == pair.source.values[offset] { return }
      return keep(reason, row: id, pair.target.header, pair.source.values[offset].shownText)
    case .value(let value): new = value
    }
    if isSame(old, new) { return }
    // A text of the team's with the same meaning stays as it is written.
    if case .text = old, case .number(let number) = new, reads(old, as: number, in: pair.target) { return }
    guard let cell = CellReference(row: target.rows.range.lowerBound + place, column: pair.target.number) else {
      return
    }
    let type = pair.target.definition.type
    func shown(_ value: CellValue) -> String { ShownValue.found(value, type: type, system: system) }
    if formulas.contains(cell) { return keep(.formula, row: id, pair.target.header, shown(new)) }
    tellUnknownLabel(new, in: pair.target, row: id)
    edit.cells[cell] = CellEdit(new)
    let own = target.place(ofRow: cell.row)
    if let place = CellReference(row: own.row, column: cell.column) {
      report.changes.append(
        .init(sheet: own.title, cell: place, old: old, new: new, oldText: shown(old), newText: shown(new)))
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

  private mutating func add(_ rows: [(id: String, offset: Int)], _ pairs: [ColumnMatch.Pair]) {
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
        let new: CellValue
        switch value(pair, at: row.offset) {
        case .blank: continue
        case .kept(let reason):
          keep(reason, row: row.id, pair.target.header, pair.source.values[row.offset].shownText)
          continue
        case .value(let value): new = value
        }
        tellUnknownLabel(new, in: pair.target, row: row.id)
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
