// SPDX-License-Identifier: Apache-2.0

public import XML

/// An immutable view of a workbook file: its sheets, names, styles and strings. To change it, build a ``WorkbookEdit`` and call
/// ``applying(_:)``, which returns the bytes of a new file.
public struct Workbook: Sendable {
  public let package: OPCPackage
  public let kind: WorkbookKind
  /// The name of the main part, usually `/xl/workbook.xml`.
  public let part: PartName
  /// The relationships of the main part.
  public let relationships: Relationships
  /// The parsed main part.
  public let document: XMLDocument
  /// The sheets in tab order.
  public let sheets: [SheetInfo]
  /// The defined names in file order.
  public let definedNames: [DefinedName]
  public let dateSystem: DateSystem
  public let calculation: CalculationSettings
  /// The external workbooks that formulas refer to as `[1]`, `[2]` …, as parts of this package; nil if a relationship leads
  /// nowhere.
  public let externalLinks: [PartName?]
  public let styles: Styles
  public let sharedStrings: SharedStrings
  let cellTally = CellTally()
  let frames = SheetFrames()
  let opened = OpenedSheets()
  /// The file the workbook was read from; nil if it was created from bytes.
  var origin: Origin?

  /// Reads everything except the cells, which are read sheet by sheet, and the shared strings, which are read on first access.
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
    // A main part whose root element is a workbook is accepted, whatever its content type.
    kind = WorkbookKind(contentType: contentType) ?? .workbook
    relationships = try package.relationships(of: part)
    // Without relationships no sheet can be located. That is a damaged workbook, not an empty one.
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
      // A worksheet with an unusual relationship type must not be mistaken for an empty sheet.
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
    // A name that belongs to a sheet that does not exist is dropped; treating it as workbook-level would be wrong.
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

  /// The part with the cells of the sheet at `index`. Macro sheets and dialog sheets have cells too. Throws if the sheet has no
  /// cells or its part is missing.
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
