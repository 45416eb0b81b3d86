// SPDX-License-Identifier: Apache-2.0

/// The rows of a sheet that stores them, or their cells, out of order or twice: each once, by number, with its cells by column.
public struct OrderedRows: Sendable {
  /// Of what is stored twice, the first one.
  public private(set) var rows: [StoredRow] = []
  public let cells: SheetCells
  /// The first place that is stored twice; nil if there is none.
  public private(set) var twofold: Twofold?

  /// A row or a cell that is stored twice.
  public struct Twofold: Sendable {
    public let row: Int
    /// The column of the cell; nil for a row.
    public let column: Int?
    /// The stored cells: the rows, or the cell, the first time and the second time.
    public let both: [[StoredCell]]
  }

  /// Reads the whole sheet into memory.
  init(_ workbook: Workbook, at index: Int, strings: SharedStringTable?) throws(SpreadsheetError) {
    let sheet = try Worksheet(workbook, at: index, strings: strings)
    cells = sheet.cells
    var stored: [StoredRow] = []
    try sheet.forEachRow { row throws(SpreadsheetError) in stored.append(row) }
    // Rows with the same number stay in the order of the file.
    let order = stored.indices.sorted { (stored[$0].index, $0) < (stored[$1].index, $1) }
    rows.reserveCapacity(order.count)
    for place in order {
      var row = stored[place]
      if let first = rows.last, first.index == row.index {
        twofold = twofold ?? Twofold(row: row.index, column: nil, both: [first.cells, row.cells])
        continue
      }
      if zip(row.cells, row.cells.dropFirst()).allSatisfy({ $0.column < $1.column }) {
        rows.append(row)
        continue
      }
      var once: [StoredCell] = []
      once.reserveCapacity(row.cells.count)
      for cell in row.cellsByColumn.map({ row.cells[$0] }) {
        if let first = once.last, first.column == cell.column {
          twofold = twofold ?? Twofold(row: row.index, column: cell.column, both: [[first], [cell]])
        } else {
          once.append(cell)
        }
      }
      row.cells = once
      rows.append(row)
    }
  }
}

extension Workbook {
  /// The rows of the sheet at `index`, each once and in order. For sheets whose ``SheetFrame/disorder`` is not nil; others need not be held
  /// in memory as a whole.
  ///
  /// - Parameter strings: the shared strings; if nil, the table of the workbook is read.
  public func orderedRows(
    ofSheet index: Int, strings: SharedStringTable? = nil
  ) throws(SpreadsheetError) -> OrderedRows {
    try OrderedRows(self, at: index, strings: strings)
  }
}
