/// A workbook that is made from nothing. The same design gives the same bytes.
public struct WorkbookDesign: Sendable {
  /// In the order of the tabs; the first visible one is shown when the file is opened.
  public var sheets: [SheetDesign] = []
  /// Names of the workbook, beside those for printing that ``SheetDesign/print`` asks for.
  public var definedNames: [DefinedNameEdit] = []
  /// The font of every cell. A program that does not have it takes another.
  public var fontName = "Calibri"
  /// In points.
  public var fontSize = 11.0
  /// Shown in the file's properties.
  public var title = ""
  /// The program or person that the properties name as creator.
  public var creator = ""
  /// Whether the first visible sheet is the one that is shown when the file is opened. A caller that puts another one before it
  /// says no.
  public var opensOnFirstSheet = true

  public init() {}

  /// The file.
  ///
  /// - Throws: ``SpreadsheetError/edit(_:)`` for a name, a value or a number of cells that the format does not allow.
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

/// A worksheet that is made from nothing.
public struct SheetDesign: Sendable {
  /// The name on the tab: 1–31 UTF-16 units, none of `\ / ? * [ ] :`.
  public var name: String
  public var isHidden = false
  /// Of the tab, as `RRGGBB`.
  public var tabColor: String?
  public var showsGridlines = true
  /// In percent, 10 … 400.
  public var zoom = 100
  public var cells: [CellReference: CellDesign] = [:]
  /// Ascending, each column once.
  public var columns: [ColumnDesign] = []
  /// In points, of rows that state none.
  public var defaultRowHeight = 15.0
  /// In points; a row without one has the default height.
  public var rowHeights: [Int: Double] = [:]
  /// Rows and columns that stay in view.
  public var frozenRows = 0
  public var frozenColumns = 0
  public var mergedRanges: [CellRange] = []
  /// The first that applies wins over those after it.
  public var conditionalFormats: [ConditionalFormat] = []
  public var validations: [EntryRule] = []
  public var links: [CellLink] = []
  public var tables: [TableDesign] = []
  public var charts: [PlacedChart] = []
  public var print = PrintDesign()

  public init(name: String) { self.name = name }
}

/// A cell of a new workbook.
public struct CellDesign: Hashable, Sendable {
  /// The value, or with a formula its cached value.
  public var value: CellValue
  /// In the notation of the file, without the leading `=`.
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
  /// In characters of the workbook's font (18.3.1.13), 0 … 255.
  public var width: Double
  /// Of cells that do not exist yet.
  public var look: CellLook
  public var isHidden: Bool
  /// 0 … 7.
  public var outlineLevel: Int
  /// On the column beside a group: that the group is folded away.
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

/// A cell that leads to another place in the workbook.
public struct CellLink: Hashable, Sendable {
  public var cell: CellReference
  /// As a formula would name it: `'商機'!A1`.
  public var location: String
  public var tooltip: String?

  public init(cell: CellReference, location: String, tooltip: String? = nil) {
    self.cell = cell
    self.location = location
    self.tooltip = tooltip
  }
}

/// A table (18.5) over cells that the sheet has: one header row, and data rows below it.
public struct TableDesign: Hashable, Sendable {
  /// Unique in the workbook, also among defined names.
  public var name: String
  /// The header row and at least one data row. The header cells are texts, each unlike the others.
  public var range: CellRange
  /// The formula that the program puts into new rows, as for the first data row, by column number of the sheet.
  public var calculatedFormulas: [Int: String]
  /// A built-in style such as `TableStyleLight1`.
  public var style: String

  public init(name: String, range: CellRange, calculatedFormulas: [Int: String] = [:], style: String) {
    self.name = name
    self.range = range
    self.calculatedFormulas = calculatedFormulas
    self.style = style
  }
}

/// How a worksheet prints.
public struct PrintDesign: Hashable, Sendable {
  public var isLandscape = false
  /// The number of pages side by side that the columns are shrunk to; nil for no shrinking.
  public var pagesWide: Int?
  /// The same for the rows; without it there are as many pages as the rows take.
  public var pagesTall: Int?
  /// Between the margins at the left and the right.
  public var isCentered = false
  /// Rows and columns that every page repeats.
  public var titleRows: ClosedRange<Int>?
  public var titleColumns: ClosedRange<Int>?
  /// In the codes of 18.3.1.46: `&P / &N`.
  public var footer = ""

  public init() {}
}
