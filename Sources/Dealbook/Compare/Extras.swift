// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The notes and number formats of two sheets.
struct Extras {
  private let old: [Int: Tab]
  private let new: [Int: Tab]

  /// Those of one tab.
  private struct Tab {
    var notes: SheetNotes
    var formats: [CellReference: String]
  }

  init(_ oldBook: RecordBook, _ newBook: RecordBook, _ old: RecordSheet, _ new: RecordSheet) throws(SpreadsheetError) {
    self.old = try Self.tabs(oldBook, old)
    self.new = try Self.tabs(newBook, new)
  }

  private static func tabs(_ book: RecordBook, _ sheet: RecordSheet) throws(SpreadsheetError) -> [Int: Tab] {
    var tabs: [Int: Tab] = [:]
    for tab in sheet.tabs {
      tabs[tab.number] = Tab(
        notes: try book.team.workbook.notes(at: tab.sheetIndex), formats: try formats(book, tab.sheetIndex))
    }
    return tabs
  }

  private static func formats(_ book: RecordBook, _ index: Int) throws(SpreadsheetError) -> [CellReference: String] {
    let workbook = book.team.workbook
    var formats: [CellReference: String] = [:]
    try workbook.forEachRow(ofSheet: index) { row, _ throws(SpreadsheetError) in
      for cell in row.cells {
        let code = workbook.styles.numberFormat(at: cell.style).code
        guard code != "General", let place = CellReference(row: row.index, column: cell.column) else { continue }
        formats[place] = code
      }
    }
    return formats
  }

  func changes(_ columns: ColumnPairs, _ row: Int, _ other: Int) -> [WorkbookDifference.Cell] {
    var cells: [WorkbookDifference.Cell] = []
    let (before, after) = (old[columns.old.rows[row].tab], new[columns.new.rows[other].tab])
    for pair in columns.pairs {
      guard let a = pair.old, let b = pair.new, let place = columns.old.place(row, a),
        let newPlace = columns.new.place(other, b)
      else { continue }
      let column = columns.new.columns[b]
      func add(_ kind: WorkbookDifference.Cell.Kind, _ old: String, _ new: String) {
        guard old != new else { return }
        cells.append(
          WorkbookDifference.Cell(
            kind: kind, column: column.publicKey, header: column.header, old: old, new: new, oldCell: place,
            newCell: newPlace, isComputed: false))
      }
      add(.note, before?.notes.notes[place]?.text ?? "", after?.notes.notes[newPlace]?.text ?? "")
      add(.format, before?.formats[place] ?? "", after?.formats[newPlace] ?? "")
    }
    return cells
  }
}
