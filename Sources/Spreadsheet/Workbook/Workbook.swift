public import XML

/// An immutable view of the bytes of a workbook: its sheets, names, styles and strings. Edits are a value that ``applying(_:)``
/// turns into new bytes.
public struct Workbook: Sendable {
  public let package: OPCPackage
  public let kind: WorkbookKind
  /// The main part, most often `/xl/workbook.xml`.
  public let part: PartName
  /// Those of the main part.
  public let relationships: Relationships
  /// The main part.
  public let document: XMLDocument
  /// In the order of the tabs.
  public let sheets: [SheetInfo]
  /// In the order of the file.
  public let definedNames: [DefinedName]
  public let dateSystem: DateSystem
  public let calculation: CalculationSettings
  /// The books that formulas call `[1]`, `[2]` …, as parts of this package; nil for one whose relationship leads nowhere.
  public let externalLinks: [PartName?]
  public let styles: Styles
  public let sharedStrings: SharedStrings
  let cellTally = CellTally()
  let frames = SheetFrames()
  let opened = OpenedSheets()
  /// The file that it was read from; nil for one made of bytes.
  var origin: Origin?

  /// Reads everything but the cells: those are read sheet by sheet, and the shared strings when first asked for.
  public init(_ bytes: [UInt8], limits: Limits = .default) throws(SpreadsheetError) {
    package = try OPCPackage(bytes, limits: limits)
    part = try package.mainPart()
    let contentType = package.contentTypes.type(of: part) ?? ""
    if let foreign = ForeignPackage(contentType: contentType) { throw .notAWorkbook(foreign) }
    document = try package.document(of: part, neededBy: "the package")
    let root = document.root
    guard root.isNamed("workbook", in: XMLNamespace.spreadsheet) else {
      guard WorkbookKind(contentType: contentType) == nil else {
        throw .unexpectedRoot(part: part, found: root.qualifiedName, expected: "workbook")
      }
      throw .notAWorkbook(.other(contentType: contentType))
    }
    // A main part that is a workbook is one, whatever the content types say of it.
    kind = WorkbookKind(contentType: contentType) ?? .workbook
    relationships = try package.relationships(of: part)
    // Without relationships no sheet can be found: that is no empty workbook.
    if relationships.all.isEmpty, root.firstChild("sheets")?.firstChild("sheet") != nil {
      throw .missingPart(part.relationshipPart, neededBy: "the workbook")
    }
    sheets = try Self.sheets(root, relationships, package.contentTypes, in: part, limits)
    definedNames = try Self.definedNames(root, sheetCount: sheets.count, in: part, limits)
    dateSystem = root.firstChild("workbookPr")?.boolean("date1904") == true ? .year1904 : .year1900
    calculation = CalculationSettings(root.firstChild("calcPr"))
    let relationships = relationships
    externalLinks =
      root.firstChild("externalReferences")?.children("externalReference").map {
        $0.relationshipID.flatMap { relationships[id: $0] }?.part
      } ?? []
    styles = try Styles(package, relationships)
    sharedStrings = SharedStrings(package, relationships)
  }

  private static func sheets(
    _ root: XMLElement, _ relationships: Relationships, _ types: ContentTypes, in part: PartName, _ limits: Limits
  ) throws(SpreadsheetError) -> [SheetInfo] {
    let elements = root.firstChild("sheets")?.children("sheet") ?? []
    guard elements.count <= limits.sheets else {
      throw .limit(LimitBreach(name: "sheets", place: part.entryName, actual: elements.count, limit: limits.sheets))
    }
    return elements.map { element in
      let relationship = element.relationshipID.flatMap { relationships[id: $0] }
      var kind = SheetKind(relationshipType: relationship?.type ?? "")
      // A sheet that a strange relationship leads to must not pass for an empty one.
      if kind == .unknown, relationship?.part.flatMap(types.type)?.hasSuffix(".worksheet+xml") == true {
        kind = .worksheet
      }
      return SheetInfo(
        name: element.xString("name") ?? "", kind: kind,
        state: SheetState(stored: element.attribute("state")), sheetID: element.integer("sheetId"),
        part: relationship?.part)
    }
  }

  private static func definedNames(
    _ root: XMLElement, sheetCount: Int, in part: PartName, _ limits: Limits
  ) throws(SpreadsheetError) -> [DefinedName] {
    let elements = root.firstChild("definedNames")?.children("definedName") ?? []
    guard elements.count <= limits.definedNames else {
      throw .limit(
        LimitBreach(name: "defined-names", place: part.entryName, actual: elements.count, limit: limits.definedNames))
    }
    // A name of a sheet that does not exist belongs to nobody, and certainly not to the whole workbook.
    return elements.compactMap { element in
      let sheetIndex = element.integer("localSheetId")
      if element.attribute("localSheetId") != nil {
        guard let sheetIndex, sheetIndex >= 0, sheetIndex < sheetCount else { return nil }
      }
      return DefinedName(
        name: element.xString("name") ?? "", sheetIndex: sheetIndex, formula: XString.decoded(element.text),
        isHidden: element.boolean("hidden") ?? false, comment: element.xString("comment"))
    }
  }

  /// The part with the cells of the tab at `index`, which exists. Macro and dialog sheets are grids too.
  public func worksheetPart(at index: Int) throws(SpreadsheetError) -> PartName {
    guard sheets.indices.contains(index) else { throw .noSheet(at: index, count: sheets.count) }
    let sheet = sheets[index]
    guard sheet.kind.hasCells, let part = sheet.part else {
      throw .noWorksheet(sheet: sheet.name, kind: sheet.kind)
    }
    guard package.contains(part) else { throw .missingPart(part, neededBy: "sheet “\(sheet.name)”") }
    return part
  }
}
