// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// Writes the parts of a new workbook.
struct DesignWriter {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  private let design: WorkbookDesign
  private var styles: StyleBook
  private var strings: StringBook? = StringBook()
  /// The entry name, content type and content of each part, in archive order. The type is nil for parts whose extension has a
  /// default type.
  private var parts: [(name: String, type: String?, text: String)] = []
  private var tableNames: Set<String> = []
  private var charts = 0
  private var drawings = 0

  init(_ design: WorkbookDesign) {
    self.design = design
    styles = StyleBook(fontName: design.fontName, fontSize: design.fontSize)
  }

  mutating func write() throws(EditError) {
    var names: [String] = []
    for (offset, sheet) in design.sheets.enumerated() {
      if let problem = NameRules.problem(ofSheetName: sheet.name, among: names) {
        throw EditError(.sheetName(sheet.name, why: problem))
      }
      names.append(sheet.name)
      do throws(EditError) {
        try write(sheet, number: offset + 1)
      } catch {
        throw EditError(error.reason, sheet: error.sheet ?? sheet.name, cell: error.cell)
      }
    }
    add("xl/workbook.xml", Self.spreadsheetType + "sheet.main+xml", try workbook())
    add(
      "xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml",
      ThemeMarkup.text(font: design.fontName))
    add("xl/styles.xml", Self.spreadsheetType + "styles+xml", styles.part())
    add("xl/sharedStrings.xml", Self.spreadsheetType + "sharedStrings+xml", strings?.part() ?? "")
    addProperties()
  }

  func finished() throws(SpreadsheetError) -> [UInt8] {
    var archive = ZipBuilder()
    archive.add("[Content_Types].xml", Array((Self.declaration + contentTypes()).utf8))
    for part in parts { archive.add(part.name, Array((Self.declaration + part.text).utf8)) }
    do throws(ZipError) {
      return try archive.finish()
    } catch {
      throw SpreadsheetError(error)
    }
  }

  // MARK: Sheets

  private mutating func write(_ sheet: SheetDesign, number: Int) throws(EditError) {
    var relationships: [(type: String, target: String)] = []
    for table in sheet.tables {
      let id = tableNames.count + 1
      guard tableNames.insert(table.name.lowercased()).inserted,
        !design.definedNames.contains(where: { $0.name.lowercased() == table.name.lowercased() })
      else { throw EditError(.definedName(table.name, why: "there is a table or a name called so")) }
      if let problem = NameRules.problem(ofDefinedName: table.name) {
        throw EditError(.definedName(table.name, why: problem))
      }
      add(
        "xl/tables/table\(id).xml", Self.spreadsheetType + "table+xml",
        try TableMarkup(table, on: sheet).text(id: id))
      relationships.append(("table", "../tables/table\(id).xml"))
    }
    var surroundings = SheetMarkup.Surroundings(isSelected: design.opensOnFirstSheet && number == firstVisible)
    surroundings.tables = relationships.indices.map { "rId\($0 + 1)" }
    if !sheet.charts.isEmpty {
      let drawing = try addDrawing(of: sheet)
      relationships.append(("drawing", "../drawings/drawing\(drawing).xml"))
      surroundings.drawing = "rId\(relationships.count)"
    }
    let markup = SheetMarkup(sheet, in: surroundings)
    add(
      "xl/worksheets/sheet\(number).xml", Self.spreadsheetType + "worksheet+xml",
      try markup.text(styles: &styles, strings: &strings))
    if !relationships.isEmpty {
      add("xl/worksheets/_rels/sheet\(number).xml.rels", nil, Self.relationships(relationships))
    }
  }

  /// Adds the parts for the charts of a sheet and returns the number of their drawing.
  private mutating func addDrawing(of sheet: SheetDesign) throws(EditError) -> Int {
    var targets: [(type: String, target: String)] = []
    for placed in sheet.charts {
      charts += 1
      let markup = ChartMarkup(chart: placed.chart, isStrict: false, dates1904: false)
      add("xl/charts/chart\(charts).xml", DrawingMarkup.chartContentType, try markup.part())
      targets.append(("chart", "../charts/chart\(charts).xml"))
    }
    drawings += 1
    let name = "xl/drawings/drawing\(drawings).xml"
    let ids = targets.indices.map { "rId\($0 + 1)" }
    add(name, DrawingMarkup.contentType, try DrawingMarkup(charts: sheet.charts, isStrict: false).part(ids: ids))
    add("xl/drawings/_rels/drawing\(drawings).xml.rels", nil, Self.relationships(targets))
    return drawings
  }

  private var firstVisible: Int { (design.sheets.firstIndex { !$0.isHidden } ?? 0) + 1 }

  // MARK: Workbook

  private func workbook() throws(EditError) -> String {
    var sheets = ""
    for (offset, sheet) in design.sheets.enumerated() {
      let state = sheet.isHidden ? " state=\"hidden\"" : ""
      sheets +=
        "<sheet name=\"\(XMLEscape.attribute(XString.encoded(sheet.name)))\" sheetId=\"\(offset + 1)\"\(state) r:id=\"rId\(offset + 1)\"/>"
    }
    let names = try definedNames()
    let count = design.sheets.count
    return "<workbook xmlns=\"\(XMLNamespace.spreadsheet)\" xmlns:r=\"\(XMLNamespace.relationships)\"><workbookPr/>"
      + "<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"28800\" windowHeight=\"15000\" tabRatio=\"850\""
      + " activeTab=\"\(min(firstVisible, count) - 1)\"/></bookViews><sheets>\(sheets)</sheets>"
      + (names.isEmpty ? "" : "<definedNames>\(names)</definedNames>") + "<calcPr calcId=\"0\"/></workbook>"
  }

  /// The defined names, sorted by name as other programs do.
  private func definedNames() throws(EditError) -> String {
    var markup: [(key: String, text: String)] = []
    var seen: Set<String> = []
    for name in design.definedNames {
      guard let formula = name.formula else { continue }
      if let problem = NameRules.problem(ofDefinedName: name.name) {
        throw EditError(.definedName(name.name, why: problem))
      }
      guard seen.insert(name.name.lowercased()).inserted else {
        throw EditError(.definedName(name.name, why: "it is there already"))
      }
      let hidden = name.hidden ? " hidden=\"1\"" : ""
      markup.append(
        (name.name.lowercased(), "<definedName name=\"\(name.name)\"\(hidden)>\(XMLEscape.text(formula))</definedName>")
      )
    }
    for (index, sheet) in design.sheets.enumerated() {
      let titles = PrintMarkup.titles(sheet.print, ofSheet: sheet.name)
      guard !titles.isEmpty else { continue }
      markup.append(
        (
          "_xlnm.print_titles",
          "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">\(XMLEscape.text(titles))</definedName>"
        ))
    }
    return markup.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .map(\.element.text).joined()
  }

  // MARK: Package

  private mutating func add(_ name: String, _ type: String?, _ text: String) { parts.append((name, type, text)) }

  private mutating func addProperties() {
    let sheets = design.sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
    add(
      "xl/_rels/workbook.xml.rels", nil,
      Self.relationships(
        sheets + [("theme", "theme/theme1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]))
    add(
      "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(XMLEscape.text(design.title))</dc:title>"
        + "<dc:creator>\(XMLEscape.text(design.creator))</dc:creator></cp:coreProperties>")
    let base = XMLNamespace.relationships
    add(
      "_rels/.rels", nil,
      "<Relationships xmlns=\"\(XMLNamespace.packageRelationships)\">"
        + "<Relationship Id=\"rId1\" Type=\"\(base)/officeDocument\" Target=\"xl/workbook.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
        + " Target=\"docProps/core.xml\"/></Relationships>")
  }

  private static func relationships(_ all: [(type: String, target: String)]) -> String {
    let items = all.enumerated().map { offset, item in
      "<Relationship Id=\"rId\(offset + 1)\" Type=\"\(XMLNamespace.relationships)/\(item.type)\" Target=\"\(item.target)\"/>"
    }
    return "<Relationships xmlns=\"\(XMLNamespace.packageRelationships)\">\(items.joined())</Relationships>"
  }

  private func contentTypes() -> String {
    let overrides = parts.compactMap { part in
      part.type.map { "<Override PartName=\"/\(part.name)\" ContentType=\"\($0)\"/>" }
    }
    return "<Types xmlns=\"\(XMLNamespace.contentTypes)\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(overrides.joined())</Types>"
  }
}

/// The shared strings of a new workbook (18.4.9), each text once.
struct StringBook {
  private var texts: [String] = []
  private var positions: [String: Int] = [:]
  private var uses = 0

  mutating func index(of text: String) throws(EditError) -> Int {
    guard !TextMarkup.isTooLong(text) else { throw EditError(.textTooLong(text.utf16.count)) }
    uses += 1
    if let known = positions[text] { return known }
    positions[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  func part() -> String {
    var bytes: [UInt8] = []
    for text in texts {
      bytes += (TextMarkup.needsPreserve(text) ? "<si><t xml:space=\"preserve\">" : "<si><t>").utf8
      TextMarkup.append(text, to: &bytes)
      bytes += "</t></si>".utf8
    }
    return "<sst xmlns=\"\(XMLNamespace.spreadsheet)\" count=\"\(uses)\" uniqueCount=\"\(texts.count)\">"
      + String(decoding: bytes, as: UTF8.self) + "</sst>"
  }
}
