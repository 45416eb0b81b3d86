// SPDX-License-Identifier: Apache-2.0

internal import Synchronization
public import XML

/// The cells of one worksheet, as an immutable view of the bytes of its part.
public struct Worksheet: Sendable {
  public let info: SheetInfo
  public let part: PartName
  /// The encoding in which the part is stored.
  public let encoding: XMLEncoding
  package let layout: SheetLayout
  /// The cells of the whole part; the ranges of ``StoredRow`` and ``StoredCell`` refer to its bytes.
  public let cells: SheetCells

  private let workbook: Workbook
  private let loaded = Loaded()

  /// The bytes of the part, converted to UTF-8.
  public var bytes: [UInt8] { cells.bytes }
  /// The shared strings of the workbook.
  public var strings: SharedStringTable { cells.strings }

  /// If `strings` is nil, the table of the workbook is read.
  init(_ workbook: Workbook, at index: Int, strings: SharedStringTable? = nil) throws(SpreadsheetError) {
    part = try workbook.worksheetPart(at: index)
    info = workbook.sheets[index]
    self.workbook = workbook
    let stored = try workbook.package.bytes(of: part)
    let bytes: [UInt8]
    do throws(XMLError) {
      encoding = try XMLEncoding.detect(stored)
      bytes = try encoding.toUTF8(stored)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
    do throws(ScanError) { layout = try SheetLayout(bytes) } catch {
      throw .scan(part: part, sheet: info.name, error)
    }
    let strings = if let strings { strings } else { try workbook.sharedStrings.table() }
    cells = SheetCells(
      part: part, sheet: info.name, bytes: bytes, strings: strings,
      reader: CellReader(layout, dateSystem: workbook.dateSystem), limits: workbook.package.limits)
  }

  /// Calls `body` for each row in file order. The row is reused, so copy whatever must outlive the call.
  package func forEachRow(
    _ body: (StoredRow) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    var cursor = RowCursor(layout)
    var row = StoredRow()
    var budget = CellBudget(workbook, part)
    while try next(&cursor, &row) {
      try budget.add(row.cells.count)
      try body(row)
    }
    try budget.close()
  }

  private func next(_ cursor: inout RowCursor, _ row: inout StoredRow) throws(SpreadsheetError) -> Bool {
    do throws(ScanError) { return try cursor.next(in: bytes.span, into: &row) } catch {
      throw cells.located(error)
    }
  }

  /// The formula of a cell; nil if it has none. Derived cells of a shared formula get their own text.
  public func formula(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellFormula? {
    guard cell.formulaKind != .none else { return nil }
    let stored: CellFormula?
    var shared: SharedFormulas?
    do throws(ScanError) {
      stored = try cells.reader.formula(of: cell, row: row, in: bytes.span)
      if stored?.kind == .sharedDerived {
        shared = try loaded.sharedFormulas { () throws(ScanError) in
          try SharedFormulas(layout, cells.reader, in: bytes.span)
        }.get()
      }
    } catch {
      throw .scan(part: part, sheet: info.name, error)
    }
    guard var formula = stored else { return nil }
    if let shared { formula = shared.expanded(formula, of: cell, row: row) }
    try cells.requireLength(of: formula, cell, row: row)
    return formula
  }

  /// The first row or cell that is stored twice; if there is none, the first that is out of order; nil if all are in order. Reads the rows
  /// up to the first that is stored twice.
  public func disorder() throws(SpreadsheetError) -> SheetDisorder? {
    var cursor = RowCursor(layout)
    var row = StoredRow()
    while cursor.disorder?.isTwofold != true, try next(&cursor, &row) {}
    return cursor.disorder
  }

  /// Everything in the part except the rows.
  public func surroundings() throws(SpreadsheetError) -> WorksheetSurroundings {
    do throws(XMLError) {
      return try WorksheetSurroundings(
        bytes, encoding: encoding, without: layout.sheetDataContent, limits: workbook.package.limits.xml)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
  }

  /// The merged cells, filter, columns and other properties outside the rows.
  public func facts() throws(SpreadsheetError) -> SheetFacts {
    try SheetFacts(surroundings(), part: part, limits: workbook.package.limits)
  }

  /// The tables on the sheet.
  public func tables() throws(SpreadsheetError) -> [Table] {
    try Table.tables(ofSheet: part, in: workbook.package)
  }

  /// Results that are computed once, on first access.
  private final class Loaded: Sendable {
    private let shared = Mutex<Result<SharedFormulas, ScanError>?>(nil)

    func sharedFormulas(
      _ read: () throws(ScanError) -> SharedFormulas
    ) -> Result<SharedFormulas, ScanError> {
      shared.withLock { shared in
        if let shared { return shared }
        let new = Result { () throws(ScanError) in try read() }
        shared = new
        return new
      }
    }
  }
}

/// The contents of cells, as ``SheetCells`` returns them.
extension Worksheet {
  public func scalar(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellScalar {
    try cells.scalar(of: cell, row: row)
  }

  public func text(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> String {
    try cells.text(of: cell, row: row)
  }

  public func error(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellError {
    try cells.error(of: cell, row: row)
  }

  public func value(of cell: StoredCell, row: Int) throws(SpreadsheetError) -> CellValue {
    try cells.value(of: cell, row: row)
  }
}

extension Workbook {
  /// The tables on the worksheet at position `index` in ``sheets``.
  public func tables(ofSheet index: Int) throws(SpreadsheetError) -> [Table] {
    try Table.tables(ofSheet: worksheetPart(at: index), in: package)
  }

  /// The worksheet at position `index` in ``sheets``. Its part is inflated and checked to be a worksheet; its rows are read on
  /// request.
  public func worksheet(at index: Int) throws(SpreadsheetError) -> Worksheet {
    try Worksheet(self, at: index)
  }
}
