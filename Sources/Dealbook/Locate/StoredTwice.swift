// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A row or cell that the file stores twice, with the content of both. Programs differ in which of the two they use.
struct StoredTwice: Sendable {
  let row: Int
  /// 0 for a row.
  let column: Int
  /// `B7`, or `7` for a row.
  let place: String
  /// The contents of the first and of the second one.
  let both: [String]

  /// The number of values that identify a row.
  private static let shownOfRow = 3

  /// Reads the sheet again, up to the second one. Nil if it is only out of order.
  init?(_ disorder: SheetDisorder, in workbook: Workbook, sheetIndex: Int) throws(SpreadsheetError) {
    switch disorder.kind {
    case .cellTwice(let cell): (row, column, place) = (cell.row, cell.column, "\(cell)")
    case .rowTwice(let number): (row, column, place) = (number, 0, "\(number)")
    case .rowAfter, .cellAfter: return nil
    }
    var found: [String] = []
    let (row, column) = (row, column)
    try workbook.forEachRow(ofSheet: sheetIndex) { stored, cells throws(SpreadsheetError) in
      guard stored.index == row, found.count < 2 else { return }
      var texts: [String] = []
      for cell in stored.cells where column == 0 || cell.column == column {
        let value = try cells.value(of: cell, row: stored.index)
        if column > 0 || !value.isEmpty { texts.append(value.shownText) }
      }
      if column == 0 { found.append(texts.prefix(Self.shownOfRow).joined(separator: " ")) } else { found += texts }
    }
    both = Array(found.prefix(2))
  }
}
