/// A wish for how a workbook should differ from what it is: what is not named here stays as it was, byte for byte.
public struct WorkbookEdit: Sendable {
  /// By position of the sheet in ``Workbook/sheets``.
  public var sheets: [Int: SheetEdit] = [:]
  /// Added after the last sheet, in this order.
  public var newSheets: [NewSheet] = []
  /// Defined names of the workbook to add or to redefine. Names with equal text already there cost nothing.
  public var definedNames: [DefinedNameEdit] = []
  /// Cell formats to append; a `StyleChoice.new(n)` refers to the n-th of them.
  public var newStyles: [NewStyle] = []
  /// Ask the spreadsheet program to calculate everything when it next opens the file.
  public var recalculateOnLoad = false

  public init() {}
}

/// What should differ in one worksheet.
public struct SheetEdit: Sendable {
  public var cells: [CellReference: CellEdit] = [:]
  /// Whole columns of cells; a cell also named in `cells` follows `cells`.
  public var fills: [ColumnFill] = []
  /// Widths, visibility and outline of columns.
  public var columns: [ColumnFormat] = []
  public var tables: [TableEdit] = []

  public init() {}
}

/// What one cell should hold.
public struct CellEdit: Sendable {
  /// The value, or with a formula its cached value. `.blank` without a formula empties the cell but keeps its style.
  public var value: CellValue
  /// A formula in the notation of the file, without the leading `=`.
  public var formula: String?
  public var style: StyleChoice

  public init(_ value: CellValue, formula: String? = nil, style: StyleChoice = .keep) {
    self.value = value
    self.formula = formula
    self.style = style
  }
}

/// Which cell format a written cell gets.
public enum StyleChoice: Hashable, Sendable {
  /// That of the cell as it is; for a new cell that of its row or column, if they state one.
  case keep
  /// An existing index into `cellXfs`.
  case index(Int)
  /// The n-th of ``WorkbookEdit/newStyles``.
  case new(Int)
}

/// A cell format made from an existing one with some things changed. Equal ones are appended once.
public struct NewStyle: Hashable, Sendable {
  /// Index into `cellXfs` of the format to start from.
  public var base: Int
  /// A number format code, for example `#,##0.00`; nil keeps that of the base.
  public var numberFormat: String?
  /// Bold text; nil keeps that of the base.
  public var bold: Bool?
  /// Background as `RRGGBB`; nil keeps that of the base.
  public var fill: String?
  /// Text colour as `RRGGBB`; nil keeps that of the base.
  public var textColor: String?
  public var wrapText: Bool?

  public init(
    base: Int, numberFormat: String? = nil, bold: Bool? = nil, fill: String? = nil,
    textColor: String? = nil, wrapText: Bool? = nil
  ) {
    self.base = base
    self.numberFormat = numberFormat
    self.bold = bold
    self.fill = fill
    self.textColor = textColor
    self.wrapText = wrapText
  }
}

/// A run of cells of one column, stored compactly: a formula that differs by row number only, and values.
public struct ColumnFill: Sendable {
  public var column: Int
  /// The row of `values[0]`.
  public var firstRow: Int
  /// One per row from `firstRow` on.
  public var values: [CellValue]
  /// Which of these rows are written; the others are not touched. As long as `values`.
  public var written: [Bool]
  /// Nil writes plain values.
  public var formula: RowFormula?
  public var style: StyleChoice

  public init(
    column: Int, firstRow: Int, values: [CellValue], written: [Bool], formula: RowFormula?,
    style: StyleChoice
  ) {
    self.column = column
    self.firstRow = firstRow
    self.values = values
    self.written = written
    self.formula = formula
    self.style = style
  }
}

/// The text of a formula with holes for the row number: `["IF($B", "=\"\",\"\",$C", "*2)"]`.
public struct RowFormula: Hashable, Sendable {
  /// The row number stands between one segment and the next. Not escaped, no leading `=`.
  public var segments: [String]

  public init(segments: [String]) { self.segments = segments }

  /// The text of the formula in `row`.
  public func text(row: Int) -> String { segments.joined(separator: String(row)) }
}

/// How a column looks; what is nil stays as it is.
public struct ColumnFormat: Hashable, Sendable {
  public var column: Int
  /// In characters of the default font (18.3.1.13).
  public var width: Double?
  public var hidden: Bool?
  public var outlineLevel: Int?

  public init(column: Int, width: Double? = nil, hidden: Bool? = nil, outlineLevel: Int? = nil) {
    self.column = column
    self.width = width
    self.hidden = hidden
    self.outlineLevel = outlineLevel
  }
}

/// Columns to append at the right edge of a table. Their header cells are written by the caller as text.
public struct TableEdit: Sendable {
  /// The part name of the table, as in ``Table/part``.
  public var part: String
  public var newColumns: [NewTableColumn]

  public init(part: String, newColumns: [NewTableColumn]) {
    self.part = part
    self.newColumns = newColumns
  }
}

public struct NewTableColumn: Hashable, Sendable {
  /// Must equal the text of the header cell.
  public var name: String
  /// The formula that the program puts into new rows, as for the first data row; nil for none.
  public var calculatedFormula: String?

  public init(name: String, calculatedFormula: String?) {
    self.name = name
    self.calculatedFormula = calculatedFormula
  }
}

/// A worksheet that does not exist yet.
public struct NewSheet: Sendable {
  /// The name on the tab: 1–31 UTF-16 units, none of `\ / ? * [ ] :`.
  public var name: String
  public var hidden: Bool
  public var cells: [CellReference: CellEdit] = [:]
  public var fills: [ColumnFill] = []
  public var columns: [ColumnFormat] = []
  /// Rows that stay in view at the top; 0 for none.
  public var frozenRows = 0

  public init(name: String, hidden: Bool = false) {
    self.name = name
    self.hidden = hidden
  }
}

/// A defined name of the whole workbook.
public struct DefinedNameEdit: Hashable, Sendable {
  public var name: String
  /// For example `'商機'!$I$5:$I$5000`; nil removes the name.
  public var formula: String?
  public var hidden: Bool

  public init(name: String, formula: String?, hidden: Bool = false) {
    self.name = name
    self.formula = formula
    self.hidden = hidden
  }
}
