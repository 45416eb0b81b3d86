// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The properties of a worksheet that are stored outside its rows.
public struct SheetFacts: Hashable, Sendable {
  /// The used range as the file states it. It is often wrong, so do not use it as a bound.
  public let dimension: CellRange?
  /// The merged ranges in file order.
  public let mergedCells: [CellRange]
  /// The range of the sheet's own AutoFilter; tables have their own.
  public let autoFilter: CellRange?
  /// Whether the sheet's own AutoFilter has a criterion, so that rows may be hidden by it.
  public let isFiltered: Bool
  /// The column formats in file order, from the left.
  public let columns: [ColumnInfo]
  public let frozenPane: FrozenPane?
  public let dataValidations: [DataValidation]
  public let hyperlinks: [CellHyperlink]
  /// Whether sheet protection is on, so that locked cells can't be edited.
  public let isProtected: Bool
  /// Whether the sheet runs from right to left.
  public let isRightToLeft: Bool

  /// Ignores text that is not a range, such as the dimension `1:49` that LibreOffice writes.
  public init(_ sheet: WorksheetSurroundings, part: PartName, limits: Limits) throws(SpreadsheetError) {
    dimension = sheet.element("dimension")?.attribute("ref").flatMap { CellRange($0) }
    let merges = sheet.element("mergeCells")?.children("mergeCell") ?? []
    guard merges.count <= limits.mergedCells else {
      throw .limit(
        LimitBreach(name: "merged-cells", place: part.entryName, actual: merges.count, limit: limits.mergedCells))
    }
    mergedCells = merges.compactMap { $0.attribute("ref").flatMap { CellRange($0) } }
    autoFilter = sheet.element("autoFilter")?.attribute("ref").flatMap { CellRange($0) }
    isFiltered = sheet.element("autoFilter")?.firstChild("filterColumn") != nil
    columns = sheet.elements("cols").flatMap { $0.children("col") }.compactMap(ColumnInfo.init)
    let view = sheet.element("sheetViews")?.firstChild("sheetView")
    frozenPane = view?.firstChild("pane").flatMap(FrozenPane.init)
    isRightToLeft = view?.boolean("rightToLeft") ?? false
    dataValidations = (sheet.element("dataValidations")?.children("dataValidation") ?? []).map(DataValidation.init)
    hyperlinks = (sheet.element("hyperlinks")?.children("hyperlink") ?? []).compactMap(CellHyperlink.init)
    isProtected = sheet.element("sheetProtection")?.boolean("sheet") ?? false
  }
}

/// The format of a run of columns (`col`, 18.3.1.13).
public struct ColumnInfo: Hashable, Sendable {
  /// The column numbers, within 1 … 16,384.
  public let columns: ClosedRange<Int>
  /// The width in characters of the default font.
  public let width: Double?
  public let isHidden: Bool
  /// The style index for cells that the file does not store; 0 if not stated.
  public let style: Int
  /// The outline (grouping) level, 0 … 7.
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

/// The numbers of rows and columns that stay in view when the rest is scrolled.
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

/// A rule for what may be entered into some cells (18.3.1.32).
public struct DataValidation: Hashable, Sendable {
  public let ranges: [CellRange]
  /// The type as written: `list`, `decimal`, `date` …; `none` if not stated.
  public let type: String
  /// The first formula without a leading `=`; for a list it may be a quoted literal such as `"a,b,c"`.
  public let formula1: String?
  public let formula2: String?

  init(_ element: XMLElement) {
    ranges = (element.attribute("sqref") ?? "").split(whereSeparator: \.isWhitespace).compactMap { CellRange($0) }
    type = element.attribute("type") ?? "none"
    formula1 = element.firstChild("formula1").map { XString.decoded($0.text) }
    formula2 = element.firstChild("formula2").map { XString.decoded($0.text) }
  }
}

/// A hyperlink on a range of cells (18.3.1.47).
public struct CellHyperlink: Hashable, Sendable {
  public let range: CellRange
  /// The id of the relationship to an external target.
  public let relationshipID: String?
  /// A location in this workbook.
  public let location: String?

  init?(_ element: XMLElement) {
    guard let range = element.attribute("ref").flatMap({ CellRange($0) }) else { return nil }
    self.range = range
    relationshipID = element.relationshipID
    location = element.xString("location")
  }
}
