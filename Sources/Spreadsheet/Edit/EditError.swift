/// Why an edit can't be made: nothing of it is then made.
public struct EditError: Error, Hashable, Sendable {
  /// The name of the sheet; nil for something of the whole workbook.
  public var sheet: String?
  public var cell: CellReference?
  public var reason: Reason

  public init(_ reason: Reason, sheet: String? = nil, cell: CellReference? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.cell = cell
  }

  public enum Reason: Hashable, Sendable {
    // What was asked for

    /// A position that ``Workbook/sheets`` does not have.
    case noSuchSheet(position: Int, count: Int)
    /// A chart, a dialog or a module: a sheet without cells.
    case sheetWithoutCells
    /// NaN or infinite, which the file format does not know.
    case notFinite(Double)
    /// In UTF-16 units; a cell holds 32,767.
    case textTooLong(Int)
    /// In UTF-16 units; a formula has at most 8,192.
    case formulaTooLong(Int)
    case emptyFormula
    /// A character that XML can't hold.
    case formulaCharacter(UInt32)
    case notAnErrorCode(String)
    case styleOutOfRange(Int, count: Int)
    /// Neither `RRGGBB` nor another thing that a style can hold.
    case styleValue(String)
    case tooManyStyles
    /// `values` and `written` of a fill differ in length, or its cells lie outside the sheet.
    case misshapenFill(column: Int, firstRow: Int)
    /// Two fills that write the same cell.
    case overlappingFills(column: Int, row: Int)
    case columnFormat(column: Int, what: String)
    case sheetName(String, why: String)
    case frozenRows(Int)
    case definedName(String, why: String)
    /// A chart that the format has no room for.
    case chart(String)

    // What stands in its way

    /// Excel keeps a multi-cell array formula whole; the range is that of the array.
    case partOfArray(CellRange)
    /// The range is that of the what-if data table.
    case partOfDataTable(CellRange)
    /// Another tab shows the same part, and would change too; the name is that of the other one.
    case sharedPart(otherSheet: String)
    /// Only the first cell of a merged range holds a value.
    case coveredByMerge(CellRange)
    /// A note on a cell that has a discussion (a threaded comment), whose mirror the note of that cell is.
    case discussedCell
    case tableHeader(table: String, why: String)
    case tableTotals(table: String, why: String)
    case noSuchTable(PartName)
    case tableColumn(table: String, column: String, why: String)
    /// What lies where a table or a filter should grow to.
    case noRoom(for: String, range: CellRange, why: String)
    /// Rows out of order or twice, where the edit would have to find a place among them.
    case unorderedRows(row: Int)
    /// Cells out of order or twice in the row.
    case unorderedCells(row: Int)
    /// A row or a cell that is stored twice: which of the two is the one, programs differ in.
    case storedTwice(SheetDisorder)
    /// A package that bears a digital signature, which any edit would break.
    case signed
    /// Something that could not follow rows that are put in or taken out.
    case rows(why: String)
    /// Something that the edit needs is not there or not as the standard says.
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
    case .textTooLong(let length): "the text has \(length) characters; a cell holds at most \(TextMarkup.maxLength)"
    case .formulaTooLong(let length):
      "the formula has \(length) characters; expected at most \(PreparedFormula.maxLength)"
    case .emptyFormula: "the formula is empty"
    case .formulaCharacter(let scalar):
      "the formula has the character U+\(String(scalar, radix: 16, uppercase: true)), which the file format can't hold"
    case .notAnErrorCode(let code): "\"\(code)\" is not an error code such as #N/A"
    case .styleOutOfRange(let style, let count): "there is no cell format \(style); the workbook has \(count)"
    case .styleValue(let value): "\"\(value)\" is not something that a cell format can hold"
    case .tooManyStyles: "the workbook can't take another cell format; Excel's limit is \(StyleIndices.maxFormats)"
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
