// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Works out how a workbook must change to remove what fills have added.
struct RemovalPlanner {
  private let analysis: Analysis
  private let record: FillRecord
  private var edit = WorkbookEdit()
  private(set) var report = RemovalReport()
  /// What is removed, for finding what reads it.
  private var gone = GoneThings()

  private var team: BoundWorkbook { analysis.team }
  private var workbook: Workbook { team.workbook }

  init(_ analysis: Analysis) {
    self.analysis = analysis
    record = analysis.team.meta?.record ?? FillRecord()
  }

  /// The edit; empty if nothing is removed, in which case the report says why.
  mutating func plan() throws(SpreadsheetError) -> WorkbookEdit {
    guard !record.isEmpty, let meta = team.meta, meta.isOurs else {
      report.refusal = .noRecord
      return WorkbookEdit()
    }
    for sheet in team.sheets { try removeColumns(of: sheet) }
    noteUntold()
    try removeSheets()
    try removeSettings()
    try removeLists()
    restoreAsOf()
    removeNames()
    remove(sheetAt: meta.sheetIndex)
    let readers = try gone.readers(in: analysis)
    guard readers.isEmpty else {
      report = RemovalReport()
      report.refusal = .readers(readers)
      return WorkbookEdit()
    }
    // Nothing that stays reads what is removed.
    edit.recalculation = .never
    return edit
  }

  // MARK: Columns

  private mutating func removeColumns(of sheet: LocatedSheet) throws(SpreadsheetError) {
    guard let headerRow = sheet.headerRow else { return }
    let places =
      [(index: sheet.sheetIndex, title: sheet.title, headerRow: headerRow, shift: 0)]
      + sheet.parts.map { (index: $0.sheetIndex, title: $0.title, headerRow: $0.headerRow, shift: $0.shift) }
    for place in places {
      var sweep = ColumnSweep(sheet, analysis, record)
      guard !sweep.columns.isEmpty else { continue }
      var kept: [(cell: CellReference, text: String)] = []
      try sweep.run(at: place.index, headerRow: place.headerRow, shift: place.shift) { kept.append(($0, $1)) }
      for (cell, text) in kept { gone.kept.append((place.index, cell, text)) }
      try remove(sweep, at: place.index, title: place.title, headerRow: place.headerRow)
    }
  }

  private mutating func remove(
    _ sweep: ColumnSweep, at index: Int, title: String, headerRow: Int
  ) throws(SpreadsheetError) {
    var wishes = SheetEdit()
    var removable = Set(sweep.columns.filter { $0.hasOwnHeader && $0.kept == 0 }.map(\.number))
    for table in try workbook.tables(ofSheet: index) where table.headerRowCount > 0 {
      guard table.range.first.row == headerRow else { continue }
      // A table has no gaps, so columns are removed from its last one backwards.
      var count = 0
      while removable.contains(table.range.last.column - count) { count += 1 }
      let goes = (table.range.last.column - count + 1)..<(table.range.last.column + 1)
      removable = removable.filter { !table.range.columns.contains($0) || goes.contains($0) }
      var tableEdit = TableEdit(part: table.part, newColumns: [])
      tableEdit.removedColumns = table.isFed ? 0 : count
      if table.isFed { removable = removable.filter { !table.range.columns.contains($0) } }
      for column in sweep.columns
      where table.range.columns.contains(column.number) && !removable.contains(column.number) {
        let place = column.number - table.range.first.column
        guard table.columns.indices.contains(place), table.columns[place].calculatedFormula != nil else { continue }
        tableEdit.withoutFormula.insert(table.columns[place].name)
      }
      for column in goes where removable.contains(column) {
        gone.tableColumns.insert(table.columns[column - table.range.first.column].name)
      }
      if tableEdit.removedColumns > 0 || !tableEdit.withoutFormula.isEmpty { wishes.tables.append(tableEdit) }
    }
    for column in sweep.columns {
      let isRemoved = removable.contains(column.number)
      if let fill = column.fill { wishes.fills.append(fill) }
      if isRemoved, let cell = CellReference(row: headerRow, column: column.number) {
        wishes.cells[cell] = .removed
        if let look = record.look(of: column.id, at: column.number) {
          wishes.restoredColumns.append(look)
        } else {
          wishes.forgottenColumns.insert(column.number)
        }
        gone.columns[index, default: []].insert(column.number)
      }
      if column.cleared > 0 || isRemoved {
        report.columns.append(
          .init(sheet: title, header: column.header, cells: column.cleared, kept: column.kept, isRemoved: isRemoved))
      }
    }
    let stays = sweep.columns.filter { $0.hasOwnHeader && !removable.contains($0.number) }.map(\.number).max() ?? 0
    let edge = RightEdge(from: sweep.edge.old, to: max(sweep.edge.new, stays))
    if edge.new < edge.old, edge.new > 0 { wishes.rightEdge = edge }
    edit.sheets[index] = wishes
  }

  private mutating func noteUntold() {
    for sheet in team.sheets {
      for column in sheet.columns where column.definition.isComputed {
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        if !record.knows(id), analysis.states[id]?.contains(where: { $0 == .ours || $0 == .former }) == true {
          report.untold.append(id)
        }
      }
    }
    for (prefix, keys) in record.columns.sorted(by: { $0.key < $1.key }) {
      for key in keys.sorted() where team.sheet(prefix)?.column(key) == nil {
        report.missing.append(ColumnID(sheet: prefix, key: key))
      }
    }
  }

  // MARK: Sheets

  private mutating func removeSheets() throws(SpreadsheetError) {
    var kept: [FillRecord.Kind: Int] = [:]
    var going: [FillRecord.Kind: Int] = [:]
    for kind in FillRecord.Kind.allCases {
      guard let sheet = record.sheets[kind], let index = team.index(of: kind, sheet) else { continue }
      let isSame = try sheet.isUntouched(CellGrid(workbook.worksheet(at: index)).typed)
      let hasNotes = try workbook.hasNotes(onSheet: index)
      if isSame, !hasNotes { going[kind] = index } else { kept[kind] = index }
    }
    // A dashboard shows the contents of the sheet behind it.
    if kept[.dashboard] != nil, let data = going.removeValue(forKey: .chart) { kept[.chart] = data }
    for index in going.values.sorted() {
      report.sheets.append(workbook.sheets[index].name)
      remove(sheetAt: index)
    }
    for index in kept.values.sorted() {
      report.keptSheets.append(workbook.sheets[index].name)
      let grid = try CellGrid(workbook.worksheet(at: index))
      for cell in grid.formulas.keys {
        edit.sheets[index, default: SheetEdit()].cells[cell] = CellEdit(grid[cell])
      }
      gone.valued.insert(index)
    }
  }

  private mutating func remove(sheetAt index: Int) {
    edit.removedSheets.insert(index)
    edit.sheets[index] = nil
    gone.sheets.insert(index)
  }

  // MARK: Settings and lists

  private mutating func removeSettings() throws(SpreadsheetError) {
    guard let index = team.settings.sheetIndex, !edit.removedSheets.contains(index) else { return }
    let grid = try CellGrid(workbook.worksheet(at: index))
    for (name, digest) in record.settings.sorted(by: { $0.key < $1.key }) {
      guard case .cell(index, let cell)? = team.settings.entries[name]?.source, cell.column > 1,
        grid[cell.row, cell.column - 1] == .text(name)
      else { continue }
      let value = grid[cell]
      guard name == "AsOf" || CellDigest.text(of: value.isEmpty ? [] : [value]) == digest else {
        report.keptSettings.append(name)
        continue
      }
      report.settings.append(name)
      let definition = team.settings.entries[name]?.definition
      var columns = [cell.column - 1, cell.column]
      // In the cells beside it, only the tool's own words are removed.
      for (column, words) in [
        (team.settings.layout.unitColumn, definition?.unit), (team.settings.layout.noteColumn, definition?.titles),
      ] {
        guard let column, let text = grid[cell.row, column].text, words?.all.contains(text) == true else { continue }
        columns.append(column)
      }
      for column in Set(columns) {
        guard let own = CellReference(row: cell.row, column: column) else { continue }
        edit.sheets[index, default: SheetEdit()].cells[own] = .removed
      }
    }
  }

  private mutating func restoreAsOf() {
    guard let moved = record.asOf, case .cell(let index, let cell)? = team.settings.entries["AsOf"]?.source,
      !edit.removedSheets.contains(index), team.settings.storedAsOf == .number(moved.new),
      edit.sheets[index]?.cells[cell] == nil
    else { return }
    edit.sheets[index, default: SheetEdit()].cells[cell] = CellEdit(moved.old.map { .number($0) } ?? .blank)
    report.asOf = "\(workbook.sheets[index].name)!\(cell)"
  }

  private mutating func removeLists() throws(SpreadsheetError) {
    guard let index = team.lists.sheetIndex, !edit.removedSheets.contains(index), !record.lists.isEmpty else { return }
    let grid = try CellGrid(workbook.worksheet(at: index))
    let headerRow = team.lists.headerRow
    var all: Set<Int> = []
    for (header, digest) in record.lists.sorted(by: { $0.key < $1.key }) {
      guard let column = (1...max(1, grid.lastColumn)).first(where: { grid[headerRow, $0] == .text(header) }) else {
        continue
      }
      guard CellDigest.text(of: grid.typed(inColumn: column, below: headerRow)) == digest else {
        report.keptLists.append(header)
        // What people changed stays; formulas that read the tool's names are replaced with their values.
        gone.valuedColumns[index, default: []].insert(column)
        for cell in grid.formulas.keys where cell.column == column {
          edit.sheets[index, default: SheetEdit()].cells[cell] = CellEdit(grid[cell])
        }
        continue
      }
      report.lists.append(header)
      all.insert(column)
      for row in headerRow...max(headerRow, grid.lastRow) {
        guard let cell = CellReference(row: row, column: column), !grid[cell].isEmpty || grid.formulas[cell] != nil
        else { continue }
        edit.sheets[index, default: SheetEdit()].cells[cell] = .removed
      }
    }
    guard !all.isEmpty else { return }
    edit.sheets[index, default: SheetEdit()].forgottenColumns = all
    gone.columns[index, default: []].formUnion(all)
    let left = grid.inReadingOrder.map(\.0.column).filter { !all.contains($0) }.max() ?? 0
    if left > 0, left < grid.lastColumn { edit.sheets[index]?.rightEdge = RightEdge(from: grid.lastColumn, to: left) }
  }

  // MARK: Names

  private mutating func removeNames() {
    for name in workbook.definedNames
    where name.sheetIndex == nil && record.names.contains(where: { $0.lowercased() == name.name.lowercased() }) {
      edit.definedNames.append(DefinedNameEdit(name: name.name, formula: nil))
      gone.names.insert(name.name.lowercased())
    }
    report.names = edit.definedNames.count
  }
}

extension Workbook {
  /// Whether a sheet has comments.
  fileprivate func hasNotes(onSheet index: Int) throws(SpreadsheetError) -> Bool {
    guard let part = sheets[index].part else { return false }
    return try package.relationships(of: part).all.contains { $0.type.lowercased().contains("comment") }
  }
}
