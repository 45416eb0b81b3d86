// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A row or cell that the file stores twice, with the content of both. Programs differ in which of the two they use.
struct StoredTwice: Sendable {
  /// In the continued numbering, if it is on a further tab.
  var row: Int
  /// 0 for a row.
  let column: Int
  /// `B7`, or `7` for a row.
  let place: String
  /// The contents of the first and of the second one.
  let both: [String]

  /// The number of values that identify a row.
  private static let shownOfRow = 3

  /// Nil if the rows are only out of order.
  init?(_ rows: OrderedRows) throws(SpreadsheetError) {
    guard let twofold = rows.twofold else { return nil }
    row = twofold.row
    column = twofold.column ?? 0
    place = twofold.column.flatMap { CellReference(row: twofold.row, column: $0)?.description } ?? "\(twofold.row)"
    var both: [String] = []
    for cells in twofold.both {
      var texts: [String] = []
      for cell in cells {
        let value = try rows.cells.value(of: cell, row: twofold.row)
        if column > 0 || !value.isEmpty { texts.append(value.shownText) }
      }
      both.append(texts.prefix(Self.shownOfRow).joined(separator: " "))
    }
    self.both = both
  }
}
