// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The notes and number formats of two sheets.
struct Extras {
  private let notes: (old: SheetNotes, new: SheetNotes)
  private let formats: (old: [CellReference: String], new: [CellReference: String])

  init(_ oldBook: RecordBook, _ newBook: RecordBook, _ old: RecordSheet, _ new: RecordSheet) throws(SpreadsheetError) {
    notes = (
      try oldBook.team.workbook.notes(at: old.sheetIndex), try newBook.team.workbook.notes(at: new.sheetIndex)
    )
    formats = (try Self.formats(oldBook, old.sheetIndex), try Self.formats(newBook, new.sheetIndex))
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
      add(.note, notes.old.notes[place]?.text ?? "", notes.new.notes[newPlace]?.text ?? "")
      add(.format, formats.old[place] ?? "", formats.new[newPlace] ?? "")
    }
    return cells
  }
}
