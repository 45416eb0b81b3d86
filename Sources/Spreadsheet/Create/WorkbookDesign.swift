// SPDX-License-Identifier: Apache-2.0

/// A new workbook. The same design always gives the same bytes.
public struct WorkbookDesign: Sendable {
  /// The sheets in tab order. The first visible one is active when the file is opened.
  public var sheets: [SheetDesign] = []
  /// The workbook's defined names, in addition to those that ``SheetDesign/print`` requires.
  public var definedNames: [DefinedNameEdit] = []
  /// The font of every cell. A program that does not have it uses another one.
  public var fontName = "Calibri"
  /// The font size in points.
  public var fontSize = 11.0
  /// The title in the file's properties.
  public var title = ""
  /// The program or person named as creator in the file's properties.
  public var creator = ""
  /// Whether the first visible sheet is selected when the file is opened. Set this to false if another sheet will be inserted
  /// before it.
  public var opensOnFirstSheet = true

  public init() {}

  /// The bytes of the file.
  ///
  /// - Throws: ``SpreadsheetError/edit(_:)`` if the format does not allow a name or value, or has no room for all cell formats.
  public func bytes() throws(SpreadsheetError) -> [UInt8] {
    var writer = DesignWriter(self)
    do throws(EditError) {
      try writer.write()
    } catch {
      throw .edit(error)
    }
    return try writer.finished()
  }
}

/// A new worksheet.
public struct SheetDesign: Sendable {
  /// The name on the tab: 1–31 UTF-16 code units, none of `\ / ? * [ ] :`.
  public var name: String
  public var isHidden = false
  /// The colour of the tab, as `RRGGBB`.
  public var tabColor: String?
  public var showsGridlines = true
  /// The zoom in percent, 10 … 400.
  public var zoom = 100
  public var cells: [CellReference: CellDesign] = [:]
  /// The columns in ascending order, each at most once.
  public var columns: [ColumnDesign] = []
  /// The height in points of rows that are not in ``rowHeights``.
  public var defaultRowHeight = 15.0
  /// The row heights in points, by row number. Other rows have the default height.
  public var rowHeights: [Int: Double] = [:]
  /// The numbers of rows and columns that stay in view.
  public var frozenRows = 0
  public var frozenColumns = 0
  public var mergedRanges: [CellRange] = []
  /// The conditional formats. The first one that applies wins.
  public var conditionalFormats: [ConditionalFormat] = []
  public var validations: [EntryRule] = []
  public var links: [CellLink] = []
  public var tables: [TableDesign] = []
  public var charts: [PlacedChart] = []
  public var print = PrintDesign()

  public init(name: String) { self.name = name }
}

/// A cell of a new worksheet.
public struct CellDesign: Hashable, Sendable {
  /// The value; for a formula, its cached value.
  public var value: CellValue
  /// The formula as the file stores it, without the leading `=`.
  public var formula: String?
  public var look: CellLook

  public init(_ value: CellValue = .blank, formula: String? = nil, look: CellLook = CellLook()) {
    self.value = value
    self.formula = formula
    self.look = look
  }
}

/// A column of a new worksheet.
public struct ColumnDesign: Hashable, Sendable {
  public var column: Int
  /// The width in characters of the workbook's font (18.3.1.13), 0 … 255.
  public var width: Double
  /// The look of cells that do not exist yet.
  public var look: CellLook
  public var isHidden: Bool
  /// The outline (grouping) level, 0 … 7.
  public var outlineLevel: Int
  /// Whether the group next to this column is collapsed.
  public var isCollapsed: Bool

  public init(
    column: Int, width: Double, look: CellLook = CellLook(), isHidden: Bool = false, outlineLevel: Int = 0,
    isCollapsed: Bool = false
  ) {
    self.column = column
    self.width = width
    self.look = look
    self.isHidden = isHidden
    self.outlineLevel = outlineLevel
    self.isCollapsed = isCollapsed
  }
}

/// A link from a cell to another place in the workbook.
public struct CellLink: Hashable, Sendable {
  public var cell: CellReference
  /// The target, written as in a formula: `'商機'!A1`.
  public var location: String
  public var tooltip: String?

  public init(cell: CellReference, location: String, tooltip: String? = nil) {
    self.cell = cell
    self.location = location
    self.tooltip = tooltip
  }
}

/// A table (18.5) over cells of the sheet: one header row, and data rows below it.
public struct TableDesign: Hashable, Sendable {
  /// The name, which must differ from all other table names and defined names in the workbook.
  public var name: String
  /// The header row and at least one data row. The header cells must contain distinct texts.
  public var range: CellRange
  /// The formulas that the spreadsheet program fills into new rows, written as for the first data row, by column number of the
  /// sheet.
  public var calculatedFormulas: [Int: String]
  /// The name of a built-in style such as `TableStyleLight1`.
  public var style: String

  public init(name: String, range: CellRange, calculatedFormulas: [Int: String] = [:], style: String) {
    self.name = name
    self.range = range
    self.calculatedFormulas = calculatedFormulas
    self.style = style
  }
}

/// The print settings of a worksheet.
public struct PrintDesign: Hashable, Sendable {
  public var isLandscape = false
  /// The number of pages in width to which the columns are scaled; nil for no scaling.
  public var pagesWide: Int?
  /// The number of pages in height to which the rows are scaled; nil for as many as needed. Has no effect without ``pagesWide``.
  public var pagesTall: Int?
  /// The scale in percent, 10 … 400; nil for 100. Has no effect with ``pagesWide``.
  public var scale: Int?
  /// The rows and columns with which a new page begins. Excel follows breaks between columns only without ``pagesWide``.
  public var rowBreaks: [Int] = []
  public var columnBreaks: [Int] = []
  /// Whether the page is centred between the left and right margins.
  public var isCentered = false
  /// The rows and columns that are repeated on every page.
  public var titleRows: ClosedRange<Int>?
  public var titleColumns: ClosedRange<Int>?
  /// The footer in the codes of 18.3.1.46: `&P / &N`.
  public var footer = ""

  public init() {}
}
