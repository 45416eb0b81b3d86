// SPDX-License-Identifier: Apache-2.0

extension Workbook {
  /// The worksheet with this title. An exact match is preferred to one that differs in case.
  ///
  /// ```swift
  /// print(try book["Deals"]["B2"])
  /// ```
  /// The sheet is read on first access, which takes time and memory proportional to its number of cells. Later accesses return
  /// the same cells.
  ///
  /// - Throws: ``SpreadsheetError/noSheetNamed(_:titles:)`` if no sheet has the title, or the error that reading it raises.
  public subscript(title: String) -> Sheet {
    get throws(SpreadsheetError) {
      let index = try index(ofSheet: title)
      return try opened.sheet(at: index) { () throws(SpreadsheetError) in try Sheet(self, at: index) }
    }
  }

  /// Calls `body` for each row of a worksheet, in file order. Only a few rows are in memory at a time, whatever the size of the
  /// sheet.
  ///
  /// ```swift
  /// try book.forEachRow(of: "Deals") { row in total += row["I"].number ?? 0 }
  /// ```
  /// - Throws: the error that `body` throws, or a ``SpreadsheetError`` if the sheet does not exist or can't be read. By then,
  ///   `body` has been called for the rows before the error.
  public func forEachRow(of title: String, _ body: (Sheet.Row) throws -> Void) throws {
    let reader = ContentReader(self)
    let index = try index(ofSheet: title)
    try carryingErrors { carrier throws(SpreadsheetError) in
      try forEachRow(ofSheet: index) { stored, cells throws(SpreadsheetError) in
        let row = try reader.row(stored, cells)
        if !row.cells.isEmpty { try carrier.run { try body(row) } }
      }
    }
  }

  /// The position of the sheet with this title in ``sheets``.
  package func index(ofSheet title: String) throws(SpreadsheetError) -> Int {
    let index =
      sheets.firstIndex { $0.name == title } ?? sheets.firstIndex { $0.name.lowercased() == title.lowercased() }
    guard let index else { throw .noSheetNamed(title, titles: sheets.map(\.name)) }
    return index
  }
}
