// SPDX-License-Identifier: Apache-2.0

/// The reason an edit can't be made. If one part of an edit fails, none of it is applied.
public struct EditError: Error, Hashable, Sendable {
  /// The name of the sheet, or nil if the error concerns the whole workbook.
  public var sheet: String?
  public var cell: CellReference?
  public var reason: Reason

  public init(_ reason: Reason, sheet: String? = nil, cell: CellReference? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.cell = cell
  }

  public enum Reason: Hashable, Sendable {
    // The request itself is invalid

    /// The position is not in ``Workbook/sheets``.
    case noSuchSheet(position: Int, count: Int)
    /// The sheet is a chart, dialog or module sheet, which has no cells.
    case sheetWithoutCells
    /// The number is NaN or infinite, which the file format can't store.
    case notFinite(Double)
    /// The length in UTF-16 code units; a cell holds at most 32,767.
    case textTooLong(Int)
    /// The length in UTF-16 code units; a formula has at most 8,192.
    case formulaTooLong(Int)
    case emptyFormula
    /// The formula contains a character that XML can't represent.
    case formulaCharacter(UInt32)
    case notAnErrorCode(String)
    case styleOutOfRange(Int, count: Int)
    /// The text is neither a colour (`RRGGBB`) nor any other value that a style can have.
    case styleValue(String)
    case tooManyStyles
    /// The `values` and `written` of a fill differ in length, or its cells lie outside the sheet.
    case misshapenFill(column: Int, firstRow: Int)
    /// Two fills write the same cell.
    case overlappingFills(column: Int, row: Int)
    case columnFormat(column: Int, what: String)
    case sheetName(String, why: String)
    case frozenRows(Int)
    case definedName(String, why: String)
    /// The chart can't be expressed in the file format.
    case chart(String)

    // The workbook does not allow it

    /// The cell is part of an array formula, which Excel lets nobody change in part; the range is that of the array.
    case partOfArray(CellRange)
    /// The cell is part of a what-if data table; the range is that of the data table.
    case partOfDataTable(CellRange)
    /// Another tab uses the same worksheet part and would change too; the name is that of the other sheet.
    case sharedPart(otherSheet: String)
    /// The cell is in a merged range, where only the first cell holds a value.
    case coveredByMerge(CellRange)
    /// The cell has a threaded comment, so its note is a mirror of the thread and can't be edited.
    case discussedCell
    case tableHeader(table: String, why: String)
    case tableTotals(table: String, why: String)
    case noSuchTable(PartName)
    case tableColumn(table: String, column: String, why: String)
    /// A table or a filter can't grow, because something else is in the way.
    case noRoom(for: String, range: CellRange, why: String)
    /// The sheet stores rows out of order or twice, so a new row has no definite position.
    case unorderedRows(row: Int)
    /// The row stores cells out of order or twice.
    case unorderedCells(row: Int)
    /// A row or a cell is stored twice. Programs differ in which of the two they use.
    case storedTwice(SheetDisorder)
    /// The package is digitally signed, and any edit would invalidate the signature.
    case signed
    /// Rows can't be inserted or removed, because something that refers to them could not be updated.
    case rows(why: String)
    /// Something the edit needs is missing or does not follow the standard.
    case unfit(part: String, why: String)
  }
}

extension EditError: CustomStringConvertible {
  public var description: String {
    var place = sheet.map { "sheet \"\($0)\"" } ?? ""
    if let cell { place += place.isEmpty ? "cell \(cell)" : ", cell \(cell)" }
    return place.isEmpty ? reason.description : "\(place): \(reason.description)"
  }
}

extension EditError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchSheet(let position, let count): "there is no sheet at position \(position); the workbook has \(count)"
    case .sheetWithoutCells: "this sheet has no cells (a chart, a dialog or a module)"
    case .notFinite(let value): "\(value) can't be stored in a cell; expected a finite number"
    case .textTooLong(let length): "the text has \(length) characters; a cell holds at most \(ExcelLimits.textLength)"
    case .formulaTooLong(let length):
      "the formula has \(length) characters; expected at most \(ExcelLimits.formulaLength)"
    case .emptyFormula: "the formula is empty"
    case .formulaCharacter(let scalar):
      "the formula has the character U+\(String(scalar, radix: 16, uppercase: true)), which the file format can't hold"
    case .notAnErrorCode(let code): "\"\(code)\" is not an error code such as #N/A"
    case .styleOutOfRange(let style, let count): "there is no cell format \(style); the workbook has \(count)"
    case .styleValue(let value): "\"\(value)\" is not something that a cell format can hold"
    case .tooManyStyles: "the workbook can't take another cell format; Excel's limit is \(ExcelLimits.cellFormats)"
    case .misshapenFill(let column, let row):
      "the fill of column \(column) from row \(row) does not fit its values or the sheet"
    case .overlappingFills(let column, let row): "two fills write column \(column), row \(row)"
    case .columnFormat(let column, let what): "column \(column) can't have \(what)"
    case .sheetName(let name, let why): "a sheet can't be called \"\(name)\": \(why)"
    case .frozenRows(let count): "\(count) rows can't be frozen"
    case .definedName(let name, let why): "the defined name \"\(name)\" can't be set: \(why)"
    case .chart(let why): "the chart can't be drawn: \(why)"
    case .partOfArray(let range):
      "the cell is part of the array formula in \(range), which can only be changed as a whole"
    case .partOfDataTable(let range):
      "the cell is part of the data table in \(range), which can only be changed as a whole"
    case .sharedPart(let other): "the sheet \"\(other)\" has its cells in the same part, and would change too"
    case .coveredByMerge(let range):
      "the cell is covered by the merged range \(range); its value stands in \(range.first)"
    case .discussedCell: "the cell has a discussion (a threaded comment), beside which it can't have a note"
    case .tableHeader(let table, let why): "the cell is a header of the table \"\(table)\": \(why)"
    case .tableTotals(let table, let why): "the cell is in the totals row of the table \"\(table)\": \(why)"
    case .noSuchTable(let part): "the sheet has no table \(part)"
    case .tableColumn(let table, let column, let why):
      "the table \"\(table)\" can't get the column \"\(column)\": \(why)"
    case .noRoom(let what, let range, let why): "\(what) can't take in \(range): \(why)"
    case .unorderedRows(let row):
      "row \(row) can't be written, as the rows of this sheet are out of order or there twice"
    case .unorderedCells(let row):
      "row \(row) can't be written, as its cells are out of order or there twice"
    case .storedTwice(let disorder):
      "\(disorder), and programs differ in which of the two they go by: remove one, and the sheet can be written"
    case .signed: "the workbook bears a digital signature, which an edit would break"
    case .rows(let why): "rows can't be put in or taken out: \(why)"
    case .unfit(let part, let why): "\(part): \(why)"
    }
  }
}
