// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Reads the records of one sheet.
struct RecordReader {
  private let workbook: Workbook

  init(_ workbook: Workbook) { self.workbook = workbook }

  // MARK: Data sheets

  /// The rows of a data sheet, and the other cells on it.
  func data(_ sheet: LocatedSheet) throws(SpreadsheetError) -> [RecordSheet] {
    let rows = sheet.rows
    let header = (sheet.headerRow ?? 0)...max(sheet.lastHeaderRow ?? 0, sheet.hintRows.last ?? 0, sheet.headerRow ?? 0)
    var scan = DataScan(sheet, workbook)
    var around = GridScan(workbook)
    let hasMore = scan.needsCells || !rows.totalRows.isEmpty || !rows.otherRows.isEmpty
    if hasMore {
      var formulas = StreamedFormulas()
      try workbook.forEachRow(ofSheet: sheet.sheetIndex) { row, cells throws(SpreadsheetError) in
        try formulas.take(row, cells)
        if rows.range.contains(row.index), rows.kinds[row.index - rows.range.lowerBound] == .data {
          try scan.take(row, cells, &formulas)
        } else if !header.contains(row.index) {
          try around.take(row, cells, &formulas)
        }
      }
      if formulas.isIncomplete {
        // Only reading the whole sheet gives all formulas.
        (scan, around) = (DataScan(sheet, workbook), GridScan(workbook))
        let whole = try workbook.worksheet(at: sheet.sheetIndex)
        try whole.forEachRow { row throws(SpreadsheetError) in
          let text = { (cell: StoredCell) throws(SpreadsheetError) in
            try whole.formula(of: cell, row: row.index)?.text
          }
          if rows.range.contains(row.index), rows.kinds[row.index - rows.range.lowerBound] == .data {
            try scan.take(row, whole.cells, formula: text)
          } else if !header.contains(row.index) {
            try around.take(row, whole.cells, formula: text)
          }
        }
      }
    } else if header.lowerBound > 1 {
      var formulas = StreamedFormulas()
      try workbook.forFirstRows(ofSheet: sheet.sheetIndex, through: header.lowerBound - 1) {
        row, cells throws(SpreadsheetError) in
        try formulas.take(row, cells)
        try around.take(row, cells, &formulas)
      }
    }
    let data = RecordSheet(
      kind: .data(sheet.prefix), sheetIndex: sheet.sheetIndex, title: sheet.title, columns: scan.columns(),
      rows: Self.rows(of: sheet))
    return [data, around.sheet(.around(sheet.prefix), at: sheet.sheetIndex, title: sheet.title)]
  }

  private static func rows(of sheet: LocatedSheet) -> [RecordRow] {
    let ids = sheet.rowIDs
    return sheet.rows.kinds.indices.compactMap { offset in
      guard sheet.rows.kinds[offset] == .data else { return nil }
      let id = ids[offset]
      return RecordRow(
        offset: offset, number: sheet.rows.range.lowerBound + offset, id: id, key: ReferenceIndex.key(id))
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
