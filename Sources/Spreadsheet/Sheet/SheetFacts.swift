internal import XML

/// What a worksheet says outside its rows.
public struct SheetFacts: Hashable, Sendable {
  /// As the file states it: often wrong, so never a bound of anything.
  public let dimension: CellRange?
  /// In the order of the file.
  public let mergedCells: [CellRange]
  /// The range of the sheet's own filter; tables have theirs.
  public let autoFilter: CellRange?
  /// In the order of the file, from the left.
  public let columns: [ColumnInfo]
  public let frozenPane: FrozenPane?
  public let dataValidations: [DataValidation]
  public let hyperlinks: [CellHyperlink]
  /// Whether cells are locked against editing.
  public let isProtected: Bool
  /// Whether the sheet is read from right to left.
  public let isRightToLeft: Bool

  /// Ranges that are none, as LibreOffice's dimension `1:49`, are left out.
  public init(_ sheet: WorksheetSurroundings, part: PartName, limits: Limits) throws(SpreadsheetError) {
    dimension = sheet.element("dimension")?.attribute("ref").flatMap { CellRange($0) }
    let merges = sheet.element("mergeCells")?.children("mergeCell") ?? []
    guard merges.count <= limits.mergedCells else {
      throw .limit(
        LimitBreach(name: "merged-cells", place: part.entryName, actual: merges.count, limit: limits.mergedCells))
    }
    mergedCells = merges.compactMap { $0.attribute("ref").flatMap { CellRange($0) } }
    autoFilter = sheet.element("autoFilter")?.attribute("ref").flatMap { CellRange($0) }
    columns = sheet.elements("cols").flatMap { $0.children("col") }.compactMap(ColumnInfo.init)
    let view = sheet.element("sheetViews")?.firstChild("sheetView")
    frozenPane = view?.firstChild("pane").flatMap(FrozenPane.init)
    isRightToLeft = view?.boolean("rightToLeft") ?? false
    dataValidations = (sheet.element("dataValidations")?.children("dataValidation") ?? []).map(DataValidation.init)
    hyperlinks = (sheet.element("hyperlinks")?.children("hyperlink") ?? []).compactMap(CellHyperlink.init)
    isProtected = sheet.element("sheetProtection")?.boolean("sheet") ?? false
  }
}

/// How a run of columns looks (`col`, 18.3.1.13).
public struct ColumnInfo: Hashable, Sendable {
  /// Numbers of columns, within 1 … 16,384.
  public let columns: ClosedRange<Int>
  /// In characters of the default font.
  public let width: Double?
  public let isHidden: Bool
  /// Of cells that the file does not store; 0 when not stated.
  public let style: Int
  /// 0 … 7.
  public let outlineLevel: Int
  public let isCollapsed: Bool

  init?(_ element: XMLElement) {
    guard let min = element.integer("min"), let max = element.integer("max"), min >= 1, min <= max,
      min <= CellReference.maxColumn
    else { return nil }
    columns = min...Swift.min(max, CellReference.maxColumn)
    width = element.double("width")
    isHidden = element.boolean("hidden") ?? false
    style = Swift.max(element.integer("style") ?? 0, 0)
    outlineLevel = Swift.min(Swift.max(element.integer("outlineLevel") ?? 0, 0), 7)
    isCollapsed = element.boolean("collapsed") ?? false
  }
}

/// How many rows and columns stay in view when the rest is scrolled.
public struct FrozenPane: Hashable, Sendable {
  public let rows: Int
  public let columns: Int

  /// Nil for a pane that is split but not frozen.
  init?(_ element: XMLElement) {
    guard let state = element.attribute("state"), state == "frozen" || state == "frozenSplit" else { return nil }
    func count(_ name: String, upTo limit: Int) -> Int {
      Int(Swift.min(Swift.max(element.double(name) ?? 0, 0), Double(limit)))
    }
    rows = count("ySplit", upTo: CellReference.maxRow)
    columns = count("xSplit", upTo: CellReference.maxColumn)
  }
}

/// What may be typed into some cells (18.3.1.32).
public struct DataValidation: Hashable, Sendable {
  public let ranges: [CellRange]
  /// `list`, `decimal`, `date` … as written; `none` when not stated.
  public let type: String
  /// Without a leading `=`; for a list perhaps `"a,b,c"` in its quotes.
  public let formula1: String?
  public let formula2: String?

  init(_ element: XMLElement) {
    ranges = (element.attribute("sqref") ?? "").split(whereSeparator: \.isWhitespace).compactMap { CellRange($0) }
    type = element.attribute("type") ?? "none"
    formula1 = element.firstChild("formula1").map { XString.decoded($0.text) }
    formula2 = element.firstChild("formula2").map { XString.decoded($0.text) }
  }
}

/// A link from cells (18.3.1.47).
public struct CellHyperlink: Hashable, Sendable {
  public let range: CellRange
  /// Of the relationship that leads outside.
  public let relationshipID: String?
  /// A place in this workbook.
  public let location: String?

  init?(_ element: XMLElement) {
    guard let range = element.attribute("ref").flatMap({ CellRange($0) }) else { return nil }
    self.range = range
    relationshipID = element.relationshipID
    location = element.xString("location")
  }
}
