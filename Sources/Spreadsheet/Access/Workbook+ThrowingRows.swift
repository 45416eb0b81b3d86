// SPDX-License-Identifier: Apache-2.0

// The calls that go through rows end with a SpreadsheetError alone, which the compiler wants spelled out in closures. For everybody
// outside this package they take closures that throw any error.

extension Workbook {
  /// Calls `body` for each row of the sheet at `index`, in file order. Only a few rows are in memory at a time, whatever the size
  /// of the sheet.
  ///
  /// ```swift
  /// var sum = 0.0
  /// try book.forEachRow(ofSheet: 0) { row, cells in
  ///   for cell in row.cells {
  ///     if case .number(let number) = try cells.scalar(of: cell, row: row.index) { sum += number }
  ///   }
  /// }
  /// ```
  /// The row and the cells are reused, so copy whatever must outlive the call. If the part is damaged, `body` has already been
  /// called for the rows before the damage; only when this method returns has the whole part, including its checksum, been
  /// checked.
  ///
  /// - Parameter strings: the shared strings; if nil, the table of the workbook is read.
  /// - Returns: the content of the sheet outside its rows.
  /// - Throws: the error that `body` throws, or a ``SpreadsheetError`` if the sheet can't be read.
  @_disfavoredOverload @discardableResult
  public func forEachRow(
    ofSheet index: Int, strings: SharedStringTable? = nil, _ body: (StoredRow, SheetCells) throws -> Void
  ) throws -> SheetFrame {
    try carryingErrors { carrier throws(SpreadsheetError) in
      try forEachRow(ofSheet: index, strings: strings) { row, cells throws(SpreadsheetError) in
        try carrier.run { try body(row, cells) }
      }
    }
  }

  /// Calls `body` for the rows up to number `last`, as ``forEachRow(ofSheet:strings:_:)`` does for all rows. What comes after
  /// them is neither read nor checked.
  ///
  /// - Throws: the error that `body` throws, or a ``SpreadsheetError`` if the rows can't be read.
  @_disfavoredOverload
  public func forFirstRows(
    ofSheet index: Int, through last: Int, strings: SharedStringTable? = nil,
    _ body: (StoredRow, SheetCells) throws -> Void
  ) throws {
    try carryingErrors { carrier throws(SpreadsheetError) in
      try forFirstRows(ofSheet: index, through: last, strings: strings) { row, cells throws(SpreadsheetError) in
        try carrier.run { try body(row, cells) }
      }
    }
  }
}

extension Worksheet {
  /// Calls `body` for each row in file order. The row is reused, so copy whatever must outlive the call.
  ///
  /// - Throws: the error that `body` throws, or a ``SpreadsheetError`` if the sheet can't be read.
  @_disfavoredOverload
  public func forEachRow(_ body: (StoredRow) throws -> Void) throws {
    try carryingErrors { carrier throws(SpreadsheetError) in
      try forEachRow { row throws(SpreadsheetError) in try carrier.run { try body(row) } }
    }
  }
}

/// Carries an error of a caller's closure out of a call that can only end with a ``SpreadsheetError``.
struct ErrorCarrier {
  fileprivate private(set) var problem: (any Error)?

  mutating func run(_ body: () throws -> Void) throws(SpreadsheetError) {
    do { try body() } catch {
      problem = error
      // Any error ends the reading. This one is a placeholder: the caller gets `problem` instead.
      throw .noSheet(at: 0, count: 0)
    }
  }
}

/// Calls `body` and throws the error that its carrier holds, if there is one, in place of what `body` throws.
@discardableResult
func carryingErrors<Result>(_ body: (inout ErrorCarrier) throws(SpreadsheetError) -> Result) throws -> Result {
  var carrier = ErrorCarrier()
  do throws(SpreadsheetError) { return try body(&carrier) } catch { throw carrier.problem ?? error }
}
