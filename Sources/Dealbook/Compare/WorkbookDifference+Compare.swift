// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

extension WorkbookDifference {
  /// Compares two workbooks. Once they are read, it costs one pass over the rows of both.
  public init(_ old: RecordBook, _ new: RecordBook, options: DifferenceOptions = DifferenceOptions())
    throws(DealbookError)
  {
    do throws(SpreadsheetError) {
      let books = try RecordBook.agreeing([old, new])
      let (old, new) = (books[0], books[1])
      var found = try SheetPairs(old, new).pairs
      let renaming = SheetRenaming(
        found.compactMap { pair -> (old: String, new: String)? in
          guard let old = pair.old, let new = pair.new else { return nil }
          return (old.title, new.title)
        })
      for place in found.indices { found[place].old = found[place].old.map(renaming.applied(to:)) }
      let lists = Self.lists(found)
      for place in found.indices {
        let pair = found[place]
        func title(_ tab: RecordTab) -> String { pair.new?.tab(tab.number)?.title ?? tab.title }
        found[place].old = pair.old.map { lists.old.masked($0, title: title) }
        found[place].new = pair.new.map { lists.new.masked($0, title: title) }
      }
      let pairs = found
      let steady = SteadySheets(
        pairs.compactMap { pair in
          guard let old = pair.old, let new = pair.new else { return nil }
          return (old, new, new.tabs.map(\.title))
        })
      let names = (old: RowNames(old.team), new: RowNames(new.team))
      sheets = try concurrentMap(pairs.count) { (place: Int) throws(SpreadsheetError) in
        try SheetComparison(old, new, pairs[place], names: names, steady, lists, options).sheets()
      }.flatMap(\.self)
    } catch {
      throw .spreadsheet(error)
    }
  }
}

/// Compares two sheets, one of which may be missing.
private struct SheetComparison {
  let oldBook: RecordBook
  let newBook: RecordBook
  let pair: SheetPairs.Pair
  let names: (old: RowNames, new: RowNames)
  let steady: SteadySheets
  let lists: (old: WholeLists, new: WholeLists)
  let options: DifferenceOptions

  init(
    _ old: RecordBook, _ new: RecordBook, _ pair: SheetPairs.Pair, names: (old: RowNames, new: RowNames),
    _ steady: SteadySheets, _ lists: (old: WholeLists, new: WholeLists), _ options: DifferenceOptions
  ) {
    (oldBook, newBook, self.pair, self.names, self.steady, self.options) = (old, new, pair, names, steady, options)
    self.lists = lists
  }

  /// Empty if there is no difference. There is one for each tab.
  func sheets() throws(SpreadsheetError) -> [WorkbookDifference.Sheet] {
    switch (pair.old, pair.new) {
    case (let old?, let new?): return try compared(old, new)
    case (nil, let new?): return try isComputed(new, in: newBook) ? [] : whole(new, .added)
    case (let old?, nil): return try isComputed(old, in: oldBook) ? [] : whole(old, .removed)
    case (nil, nil): return []
    }
  }

  /// Whether a fill added the sheet and nobody has typed on it since: it is as computed as the columns that came with it.
  private func isComputed(_ sheet: RecordSheet, in book: RecordBook) throws(SpreadsheetError) -> Bool {
    guard !options.includesComputed, !options.includesAll, let record = book.team.meta?.record else { return false }
    for (kind, own) in record.sheets where book.team.index(of: kind, own) == sheet.sheetIndex {
      return own.isUntouched(try CellGrid(book.team.workbook.worksheet(at: sheet.sheetIndex)).typed)
    }
    return false
  }

  private func whole(_ sheet: RecordSheet, _ change: WorkbookDifference.Change) -> [WorkbookDifference.Sheet] {
    // Titles and totals of a sheet come and go with it.
    if case .around = sheet.kind { return [] }
    return sheet.tabs.map { tab in
      let rows = sheet.rows.indices.filter { sheet.rows[$0].tab == tab.number }.map { row(sheet, $0, change) }
      return WorkbookDifference.Sheet(
        kind: sheet.kind, change: change, title: tab.title, oldTitle: nil, addedColumns: [], removedColumns: [],
        rows: rows)
    }
  }

  private func compared(_ old: RecordSheet, _ new: RecordSheet) throws(SpreadsheetError) -> [WorkbookDifference.Sheet] {
    let systems = (oldBook.team.workbook.dateSystem, newBook.team.workbook.dateSystem)
    let columns = ColumnPairs(
      old, new, dateShift: DateSystem.shift(from: systems.0, to: systems.1), followsHeaders: true,
      steady: steady)
    let aligned = RowPairs(columns).pairs
    let looked = options.includesComputed ? columns.pairs : columns.inputs
    let extras = options.includesAll ? try Extras(oldBook, newBook, old, new) : nil
    // Values of formulas and formulas beside values differ without anybody having typed anything.
    let looksAtAll = options.includesComputed || options.includesAll
    let suspects = looksAtAll ? [:] : suspects(columns, aligned, looked)
    let all = Array(looked.indices)
    // By tab.
    var rows: [Int: [WorkbookDifference.Row]] = [:]
    let isDivided = old.tabs.count > 1 || new.tabs.count > 1
    for (place, match) in aligned.enumerated() {
      guard let a = match.old, let b = match.new else {
        if let b = match.new { rows[new.rows[b].tab, default: []].append(row(new, b, .added)) }
        if let a = match.old { rows[old.rows[a].tab, default: []].append(row(old, a, .removed)) }
        continue
      }
      let isMoved = isDivided && old.rows[a].tab != new.rows[b].tab
      if !looksAtAll, suspects[place] == nil, !isMoved { continue }
      var cells: [WorkbookDifference.Cell] = []
      for pair in looksAtAll ? all : suspects[place] ?? [] {
        if let cell = changed(columns, looked[pair], a, b) { cells.append(cell) }
      }
      if let extras { cells += extras.changes(columns, a, b) }
      if isMoved { cells.insert(move(old, a, new, b), at: 0) }
      guard !cells.isEmpty else { continue }
      rows[new.rows[b].tab, default: []].append(
        WorkbookDifference.Row(
          change: .changed, id: new.rows[b].id.isEmpty ? old.rows[a].id : new.rows[b].id,
          formerID: match.hasOtherID ? old.rows[a].id : nil, name: name(new, b, isNew: true),
          oldRow: old.rows[a].number, newRow: new.rows[b].number, certainty: match.certainty, cells: cells))
    }
    // Columns that one of two tables lacks; on other sheets the cells show it.
    var (added, removed): ([String], [String]) = ([], [])
    if old.kind == new.kind, case .data = new.kind {
      let counts = { (column: RecordColumn) in options.includesComputed || !column.isComputed }
      added = columns.pairs.compactMap { pair in
        pair.old == nil ? pair.new.flatMap { counts(new.columns[$0]) ? new.columns[$0].header : nil } : nil
      }
      removed = columns.pairs.compactMap { pair in
        pair.new == nil ? pair.old.flatMap { counts(old.columns[$0]) ? old.columns[$0].header : nil } : nil
      }
    }
    let renamed = columns.renamed
    return Self.tabs(old, new).enumerated().compactMap { place, tab in
      let (before, now) = (old.tab(tab), new.tab(tab))
      let isRenamed = before != nil && now != nil && before?.title != now?.title
      let own = rows[tab] ?? []
      let (addedHere, removedHere) = place == 0 ? (added, removed) : ([], [])
      guard
        !own.isEmpty || !addedHere.isEmpty || !removedHere.isEmpty || place == 0 && !renamed.isEmpty || before == nil
          || now == nil
          || options.includesAll && isRenamed && !new.kind.isAround
      else { return nil }
      return WorkbookDifference.Sheet(
        kind: new.kind, change: before == nil ? .added : now == nil ? .removed : .changed,
        title: (now ?? before)?.title ?? new.title, oldTitle: isRenamed ? before?.title : nil,
        renamedColumns: place == 0 ? renamed : [], addedColumns: addedHere, removedColumns: removedHere, rows: own)
    }
  }

  /// The numbers of the tabs: first those of the new sheet, beginning with one that both have, then those that only the old one has.
  private static func tabs(_ old: RecordSheet, _ new: RecordSheet) -> [Int] {
    let numbers = new.tabs.sorted { $0.sheetIndex < $1.sheetIndex }.map(\.number)
    let gone = old.tabs.map(\.number).filter { new.tab($0) == nil }
    return numbers.filter { old.tab($0) != nil } + numbers.filter { old.tab($0) == nil } + gone
  }

  /// That a row is on another tab than before.
  private func move(_ old: RecordSheet, _ row: Int, _ new: RecordSheet, _ other: Int) -> WorkbookDifference.Cell {
    WorkbookDifference.Cell(
      kind: .tab, column: "", header: "", old: old.tab(ofRow: row).title, new: new.tab(ofRow: other).title,
      oldCell: old.columns.isEmpty ? nil : old.place(row, 0), newCell: new.columns.isEmpty ? nil : new.place(other, 0),
      isComputed: false)
  }

  /// For the rows in which something may differ, by their place in `aligned`: the places in `looked` of the columns in which it may.
  private func suspects(
    _ columns: ColumnPairs, _ aligned: [RowPairs.Pair], _ looked: [ColumnPairs.Pair]
  ) -> [Int: [Int]] {
    var places: [Int] = []
    var rows: [(old: Int, new: Int)] = []
    for (place, match) in aligned.enumerated() {
      guard let a = match.old, let b = match.new else { continue }
      places.append(place)
      rows.append((a, b))
    }
    let matching = MatchingRows(rows, of: columns)
    var found: [Int: [Int]] = [:]
    for (pair, column) in looked.enumerated() {
      for index in columns.suspects(column, matching) {
        found[places[index], default: []].append(pair)
      }
    }
    return found
  }

  /// Nil if the cells of a pair of columns are the same.
  private func changed(
    _ columns: ColumnPairs, _ pair: ColumnPairs.Pair, _ row: Int, _ other: Int
  ) -> WorkbookDifference.Cell? {
    let (old, new) = (columns.old, columns.new)
    let a = pair.old.map { old.columns[$0] }
    let b = pair.new.map { new.columns[$0] }
    let isComputed = (a ?? b)?.isComputed ?? false
    if isComputed, options.includesComputed {
      let (x, y) = (value(old, row, pair.old), value(new, other, pair.new))
      if x.isEmpty && y.isEmpty || ColumnFiller.isSame(x, y) { return nil }
      return cell(.value, columns, pair, row, other, RecordCell(value: x), RecordCell(value: y), isComputed: true)
    }
    if columns.isSame(pair, row, other) {
      guard options.includesComputed || options.includesAll else { return nil }
      let (x, y) = (pair.old.map { old.cell(row, $0) } ?? .nothing, pair.new.map { new.cell(other, $0) } ?? .nothing)
      guard x.formula != nil || y.formula != nil else { return nil }
      if options.includesComputed, !ColumnFiller.isSame(x.value, y.value), !(x.value.isEmpty && y.value.isEmpty) {
        return cell(
          .value, columns, pair, row, other, RecordCell(value: x.value), RecordCell(value: y.value), isComputed: true)
      }
      if options.includesAll, x.formula != y.formula, (x.formula == nil) != (y.formula == nil) {
        return cell(.formula, columns, pair, row, other, x, y, isComputed: false)
      }
      return nil
    }
    let (x, y) = (pair.old.map { old.cell(row, $0) } ?? .nothing, pair.new.map { new.cell(other, $0) } ?? .nothing)
    // Formulas of totals and notes change when rows are inserted or other sheets change; nobody typed those changes.
    if new.kind.isAround, x.formula != nil || y.formula != nil, !options.includesAll { return nil }
    let kind: WorkbookDifference.Cell.Kind = x.formula != nil && y.formula != nil ? .formula : .value
    return cell(kind, columns, pair, row, other, x, y, isComputed: isComputed)
  }

  private func value(_ sheet: RecordSheet, _ row: Int, _ column: Int?) -> CellValue {
    guard let column, sheet.rows[row].offset < sheet.columns[column].values.count else { return .blank }
    return sheet.columns[column].values[sheet.rows[row].offset]
  }

  private func cell(
    _ kind: WorkbookDifference.Cell.Kind, _ columns: ColumnPairs, _ pair: ColumnPairs.Pair, _ row: Int, _ other: Int,
    _ x: RecordCell, _ y: RecordCell, isComputed: Bool
  ) -> WorkbookDifference.Cell {
    let (old, new) = (columns.old, columns.new)
    let known = pair.new.map { new.columns[$0] } ?? pair.old.map { old.columns[$0] }
    return WorkbookDifference.Cell(
      kind: kind, column: known?.publicKey ?? "", header: known?.header ?? "",
      old: pair.old.map { oldBook.shown(lists.old.unmasked(x), old, row, $0, asFormula: kind == .formula) } ?? "",
      new: pair.new.map { newBook.shown(lists.new.unmasked(y), new, other, $0, asFormula: kind == .formula) } ?? "",
      oldCell: pair.old.flatMap { old.place(row, $0) }, newCell: pair.new.flatMap { new.place(other, $0) },
      isComputed: isComputed)
  }

  private func row(_ sheet: RecordSheet, _ row: Int, _ change: WorkbookDifference.Change) -> WorkbookDifference.Row {
    let isNew = change == .added
    let book = isNew ? newBook : oldBook
    let cells = sheet.columns.indices.compactMap { place -> WorkbookDifference.Cell? in
      let column = sheet.columns[place]
      if column.isComputed, !column.typed.contains(sheet.rows[row].offset) { return nil }
      let cell = sheet.cell(row, place)
      guard !cell.isNothing else { return nil }
      let text = book.shown(cell, sheet, row, place, asFormula: false)
      return WorkbookDifference.Cell(
        kind: .value, column: column.publicKey, header: column.header, old: isNew ? "" : text, new: isNew ? text : "",
        oldCell: isNew ? nil : sheet.place(row, place), newCell: isNew ? sheet.place(row, place) : nil,
        isComputed: column.isComputed)
    }
    return WorkbookDifference.Row(
      change: change, id: sheet.rows[row].id, formerID: nil, name: name(sheet, row, isNew: isNew),
      oldRow: isNew ? nil : sheet.rows[row].number, newRow: isNew ? sheet.rows[row].number : nil, certainty: 1,
      cells: cells)
  }

  private func name(_ sheet: RecordSheet, _ row: Int, isNew: Bool) -> String {
    guard case .data(let prefix) = sheet.kind else { return "" }
    return (isNew ? names.new : names.old).name(sheet: prefix, offset: sheet.rows[row].offset)
  }
}

extension RecordSheet.Kind {
  var isAround: Bool { if case .around = self { true } else { false } }
  var isData: Bool { if case .data = self { true } else { false } }
}

extension RecordColumn {
  /// The key without the markers that distinguish the team's own columns from the playbook's.
  var publicKey: String { isKnown || !(key.hasPrefix("=") || key.hasPrefix("#")) ? key : header }
}

extension RecordBook {
  /// A cell as the team sees it: a date as a date, a share as its column stores it.
  func shown(_ cell: RecordCell, _ sheet: RecordSheet, _ row: Int, _ column: Int, asFormula: Bool) -> String {
    if asFormula, let formula = cell.formula { return "=" + formula }
    let entry = sheet.columns[column]
    let isDate = entry.type == .date || entry.dates.contains(sheet.rows[row].offset)
    return ShownValue.cut(
      ShownValue.found(cell.value, type: isDate ? .date : entry.type, system: team.workbook.dateSystem))
  }
}

extension DateSystem {
  /// The offset that converts a date of one date system to the same day in the other.
  static func shift(from old: DateSystem, to new: DateSystem) -> Double {
    switch (old, new) {
    case (.year1900, .year1904): -1462
    case (.year1904, .year1900): 1462
    default: 0
    }
  }
}
