// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Reads the records of one sheet.
struct RecordReader {
  private let workbook: Workbook

  init(_ workbook: Workbook) { self.workbook = workbook }

  // MARK: Data sheets

  /// The rows of a data sheet, and the other cells on each of its tabs.
  func data(_ sheet: LocatedSheet) throws(SpreadsheetError) -> [RecordSheet] {
    var tabs = Tab.all(of: sheet)
    var scan = DataScan(sheet, workbook)
    var around: [RecordSheet] = []
    for place in tabs.indices {
      let grid = try read(&tabs[place], of: sheet, &scan)
      let tab = tabs[place]
      let rest = grid.sheet(.around(sheet.prefix), at: tab.tab.sheetIndex, title: tab.tab.title)
      around.append(rest.with(rows: rest.rows.map { $0.on(tab: tab.tab.number) }, tabs: [tab.tab]))
    }
    let data = RecordSheet(
      kind: .data(sheet.prefix), sheetIndex: sheet.sheetIndex, title: sheet.title, columns: scan.columns(),
      rows: Self.rows(of: sheet, tabs), tabs: tabs.map(\.tab))
    return [data] + around.sorted { $0.sheetIndex < $1.sheetIndex }
  }

  /// A tab of a data sheet, with the offset from its row numbers to those of the whole.
  private struct Tab {
    var tab: RecordTab
    var shift = 0
    /// Its rows in the continued numbering, and whatever follows them.
    var rows: Range<Int>

    static func all(of sheet: LocatedSheet) -> [Tab] {
      let last = max(sheet.lastHeaderRow ?? 0, sheet.hintRows.last ?? 0, sheet.headerRow ?? 0)
      let header = (sheet.headerRow ?? 0)...last
      let first = Tab(
        tab: RecordTab(number: 0, sheetIndex: sheet.sheetIndex, title: sheet.title, header: header),
        rows: 0..<(sheet.parts.first?.rows.lowerBound ?? .max))
      return [first]
        + sheet.parts.enumerated().map { place, part in
          Tab(
            tab: RecordTab(
              number: place + 1, sheetIndex: part.sheetIndex, title: part.title,
              header: part.headerRow...max(part.headerRow, part.rows.lowerBound - part.shift - 1)),
            shift: part.shift, rows: part.rows)
        }
    }
  }

  /// Reads one tab. Returns the other cells on it.
  private func read(
    _ tab: inout Tab, of sheet: LocatedSheet, _ scan: inout DataScan
  ) throws(SpreadsheetError) -> GridScan {
    let (rows, index, ownRows, shift) = (sheet.rows, tab.tab.sheetIndex, tab.rows, tab.shift)
    let header = tab.tab.header ?? 0...0
    var around = GridScan(workbook)
    func isData(_ row: Int) -> Bool {
      let number = row + shift
      return ownRows.contains(number) && row > header.upperBound && rows.range.contains(number)
        && rows.kinds[number - rows.range.lowerBound] == .data
    }
    guard scan.needsCells || !rows.totalRows.isEmpty || !rows.otherRows.isEmpty else {
      guard header.lowerBound > 1 else { return around }
      var formulas = StreamedFormulas()
      try workbook.forFirstRows(ofSheet: index, through: header.lowerBound - 1) { row, cells throws(SpreadsheetError) in
        try formulas.take(row, cells)
        try around.take(row, cells, &formulas)
      }
      return around
    }
    let start = tab.tab.number == 0 ? DataScan(sheet, workbook) : scan
    scan.shift = tab.shift
    var formulas = StreamedFormulas()
    var hidden: Set<Int> = []
    try workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
      try formulas.take(row, cells)
      if cells.isHidden(row) { hidden.insert(row.index) }
      if isData(row.index) {
        try scan.take(row, cells, &formulas)
      } else if !header.contains(row.index) {
        try around.take(row, cells, &formulas)
      }
    }
    tab.tab.hiddenRows = hidden
    guard formulas.isIncomplete else { return around }
    // Only reading the whole sheet gives all formulas.
    (scan, around) = (start, GridScan(workbook))
    scan.shift = tab.shift
    let whole = try workbook.worksheet(at: index)
    try whole.forEachRow { row throws(SpreadsheetError) in
      let text = { (cell: StoredCell) throws(SpreadsheetError) in
        try whole.formula(of: cell, row: row.index)?.text
      }
      if isData(row.index) {
        try scan.take(row, whole.cells, formula: text)
      } else if !header.contains(row.index) {
        try around.take(row, whole.cells, formula: text)
      }
    }
    return around
  }

  private static func rows(of sheet: LocatedSheet, _ tabs: [Tab]) -> [RecordRow] {
    let ids = sheet.rowIDs
    var place = 0
    return sheet.rows.kinds.indices.compactMap { offset in
      guard sheet.rows.kinds[offset] == .data else { return nil }
      let id = ids[offset]
      let number = sheet.rows.range.lowerBound + offset
      while place + 1 < tabs.count, number >= tabs[place].rows.upperBound { place += 1 }
      return RecordRow(
        offset: offset, number: number - tabs[place].shift, id: id, key: ReferenceIndex.key(id), tab: place)
    }
  }

  // MARK: Other sheets

  /// The sheet as plain cells.
  func plain(at index: Int) throws(SpreadsheetError) -> RecordSheet {
    try grid(at: index).sheet(.plain, at: index, title: workbook.sheets[index].name)
  }

  /// A Settings sheet: each row is identified by the first text in it, which is the name of the setting.
  func settings(at index: Int) throws(SpreadsheetError) -> RecordSheet {
    let sheet = try grid(at: index).sheet(.settings, at: index, title: workbook.sheets[index].name)
    let rows = sheet.rows.map { row in
      var row = row
      for column in sheet.columns {
        guard let text = column.values[row.offset].text, !StraySpace.isBlank(text) else { continue }
        row.id = StraySpace.trimmed(text)
        row.key = HeaderNormalizer.key(text)
        break
      }
      return row
    }
    return RecordSheet(
      kind: .settings, sheetIndex: index, title: sheet.title, columns: sheet.columns, rows: rows)
  }

  /// The option lists of a Lists sheet: each row is identified by its code.
  func lists(_ lists: ListTables, at index: Int) throws(SpreadsheetError) -> [RecordSheet] {
    let grid = try CellGrid(workbook.worksheet(at: index))
    var sheets: [RecordSheet] = []
    for (prefix, table) in lists.tables.sorted(by: { $0.key < $1.key }) where table.isOnSheet {
      let names = table.places.sorted { $0.value < $1.value }
      var columns: [RecordColumn] = []
      for (name, number) in names {
        var formulas: [Int: String] = [:]
        var values = ColumnBuilder(capacity: table.rows.count)
        for (offset, row) in table.rows.enumerated() {
          values.append(grid[row, number])
          if let cell = CellReference(row: row, column: number), let formula = grid.formulas[cell] {
            formulas[offset] = formula
          }
        }
        var column = RecordColumn(
          key: name, header: "\(prefix).\(name)", number: number, type: nil, isComputed: !formulas.isEmpty,
          values: values.finish())
        column.formulas = formulas
        column.isID = name == "code"
        columns.append(column)
      }
      let known = columns.first { $0.key == "code" } ?? columns.first
      let rows = table.rows.enumerated().map { offset, number in
        let id = known?.values[offset].shownText ?? ""
        return RecordRow(offset: offset, number: number, id: id, key: ReferenceIndex.key(id))
      }
      sheets.append(
        RecordSheet(
          kind: .list(prefix), sheetIndex: index, title: workbook.sheets[index].name, columns: columns, rows: rows))
    }
    return sheets
  }

  private func grid(at index: Int) throws(SpreadsheetError) -> GridScan {
    var scan = GridScan(workbook)
    var formulas = StreamedFormulas()
    try workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
      try formulas.take(row, cells)
      try scan.take(row, cells, &formulas)
    }
    guard formulas.isIncomplete else { return scan }
    scan = GridScan(workbook)
    let whole = try workbook.worksheet(at: index)
    try whole.forEachRow { row throws(SpreadsheetError) in
      try scan.take(row, whole.cells) { cell throws(SpreadsheetError) in
        try whole.formula(of: cell, row: row.index)?.text
      }
    }
    return scan
  }
}
