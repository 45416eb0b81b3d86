/// Cells without text: what reads whole columns into typed storage.
///
/// ```swift
/// try sheet.forEachRow { row in
///   for cell in row.cells where wanted[cell.column] {
///     switch try sheet.scalar(of: cell, row: row.index) {
///     case .number(let number): …
///     case .sharedString(let index): …  // each distinct string is looked up once in `sheet.strings`
/// ```
extension Worksheet {
  /// The value of a cell without making a text or an error code; a shared string is an index into ``strings``, which has
  /// it: an index that is not in the table is an error.
  public func scalar(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellScalar {
    let scalar = try scanning { () throws(ScanError) in try reader.scalar(of: cell, row: row, in: bytes.span) }
    if case .sharedString(let index) = scalar, index >= strings.count {
      throw .scan(part: part, sheet: info.name, outOfTable(index, cell, row))
    }
    return scalar
  }

  /// The text of a cell whose scalar is `text`.
  public func text(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> String {
    try scanning { () throws(ScanError) in try reader.text(of: cell, row: row, in: bytes.span) }
  }

  /// The error of a cell whose scalar is `error`.
  public func error(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellError {
    try scanning { () throws(ScanError) in try reader.error(of: cell, row: row, in: bytes.span) }
  }

  /// The first row or cell that is stored twice or out of order; nil in a sheet as it should be. Walks through all rows.
  public func disorder() throws(SpreadsheetError) -> SheetDisorder? {
    try scanning { () throws(ScanError) in
      var cursor = RowCursor(layout)
      var row = StoredRow()
      while cursor.disorder == nil, try cursor.next(in: bytes.span, into: &row) {}
      return cursor.disorder
    }
  }

  /// The text of a shared string, told with the cell when it can't be read.
  func sharedText(_ index: Int, _ cell: StoredCell, _ row: Int) throws(SpreadsheetError) -> String {
    do throws(SpreadsheetError) { return try strings.text(at: index) } catch {
      throw .scan(
        part: part, sheet: info.name,
        ScanError(
          place: CellReader.place(cell, row), offset: cell.value.lowerBound, subject: "the shared string \(index)",
          found: "\(error)", expected: "a text"))
    }
  }

  private func outOfTable(_ index: Int, _ cell: StoredCell, _ row: Int) -> ScanError {
    ScanError(
      place: CellReader.place(cell, row), offset: cell.value.lowerBound, subject: "the shared string index",
      found: String(index),
      expected: strings.count == 0 ? "none: there are no shared strings" : "0 … \(strings.count - 1)")
  }

  @inline(always)
  private func scanning<Result>(_ scan: () throws(ScanError) -> Result) throws(SpreadsheetError) -> Result {
    do throws(ScanError) { return try scan() } catch {
      throw .scan(part: part, sheet: info.name, error)
    }
  }
}
