// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Reading the workbook part` {
  @Test func `tabs come in order with kind, state and id`() throws {
    var builder = WorkbookBuilder()
    builder.add(sheet: "商機 &amp; 回款")
    builder.add(sheet: "B", attributes: "state=\"hidden\"")
    builder.add(sheet: "C", attributes: "state=\"veryHidden\"")
    let sheets = try Workbook(builder.bytes()).sheets
    #expect(sheets.map(\.name) == ["商機 & 回款", "B", "C"])
    #expect(sheets.map(\.state) == [.visible, .hidden, .veryHidden])
    #expect(sheets.map(\.sheetID) == [1, 2, 3])
    #expect(sheets.map(\.kind) == [.worksheet, .worksheet, .worksheet])
  }

  @Test func `chart, dialog and macro sheets and old modules are tabs without cells`() throws {
    var builder = WorkbookBuilder()
    builder.set(
      "xl/workbook.xml",
      "<workbook xmlns='\(WorkbookBuilder.mainNamespace)' xmlns:r='\(WorkbookBuilder.relationshipNamespace)'><sheets>"
        + "<sheet name='Chart' sheetId='1' r:id='c'/><sheet name='Dialog' sheetId='2' r:id='d'/>"
        + "<sheet name='Macro' sheetId='3' r:id='m'/><sheet name='Module1' sheetId='4' r:id=''/></sheets>"
        + "<definedNames><definedName name='n' localSheetId='3'>1</definedName></definedNames></workbook>")
    builder.set(
      "xl/_rels/workbook.xml.rels",
      WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("c", "chartsheet", "chartsheets/sheet1.xml")
          + WorkbookBuilder.relationship("d", "dialogsheet", "dialogsheets/sheet1.xml")
          + "<Relationship Id='m' Type='http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet' Target='m.xml'/>"
      ))
    let workbook = try Workbook(builder.bytes())
    #expect(workbook.sheets.map(\.kind) == [.chartsheet, .dialogsheet, .macrosheet, .unknown])
    #expect(workbook.sheets[3].part == nil)
    #expect(workbook.definedNames.first?.sheetIndex == 3)
    #expect(throws: SpreadsheetError.noWorksheet(sheet: "Chart", kind: .chartsheet)) {
      try workbook.worksheetPart(at: 0)
    }
    #expect(throws: SpreadsheetError.noSheet(at: 4, count: 4)) { try workbook.worksheetPart(at: 4) }
  }

  @Test func `a worksheet whose part is missing is named`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.remove("xl/worksheets/sheet1.xml")
    let workbook = try Workbook(builder.bytes())
    #expect(throws: SpreadsheetError.missingPart(PartName("/xl/worksheets/sheet1.xml"), neededBy: "sheet “Sheet1”")) {
      try workbook.worksheetPart(at: 0)
    }
  }

  @Test func `defined names keep scope, formula, comment and hiddenness`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.afterSheets = """
      <definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$1:$B$2</definedName>\
      <definedName name="rate" comment="yearly &amp; net">1&lt;2</definedName></definedNames>
      """
    let names = try Workbook(builder.bytes()).definedNames
    #expect(names.map(\.name) == ["_xlnm._FilterDatabase", "rate"])
    #expect(names.map(\.sheetIndex) == [0, nil])
    #expect(names.map(\.formula) == ["Sheet1!$A$1:$B$2", "1<2"])
    #expect(names.map(\.isHidden) == [true, false])
    #expect(names[1].comment == "yearly & net")
  }

  @Test(arguments: ["1", "-1", "x"]) func `a name of a sheet that does not exist is left out`(_ id: String) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.afterSheets = "<definedNames><definedName name='a' localSheetId='\(id)'>1</definedName></definedNames>"
    #expect(try Workbook(builder.bytes()).definedNames.isEmpty)
  }

  @Test(arguments: [
    ("", DateSystem.year1900), ("<workbookPr/>", .year1900), ("<workbookPr date1904='0'/>", .year1900),
    ("<workbookPr date1904='false'/>", .year1900), ("<workbookPr date1904='1'/>", .year1904),
    ("<workbookPr date1904='true'/>", .year1904), ("<workbookPr date1904=' TRUE '/>", .year1904),
  ])
  func `the date system is read in every spelling`(_ xml: String, _ system: DateSystem) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.beforeSheets = xml
    #expect(try Workbook(builder.bytes()).dateSystem == system)
  }

  @Test func `calculation settings have their defaults and are read`() throws {
    var builder = WorkbookBuilder(rows: "")
    var settings = try Workbook(builder.bytes()).calculation
    #expect(settings.mode == .automatic)
    #expect(settings.fullPrecision)
    #expect(!settings.iterates && !settings.fullCalculationOnLoad)
    builder.afterSheets = "<calcPr calcMode='manual' fullCalcOnLoad='1' iterate='true' fullPrecision='0'/>"
    settings = try Workbook(builder.bytes()).calculation
    #expect(settings.mode == .manual)
    #expect(!settings.fullPrecision)
    #expect(settings.iterates && settings.fullCalculationOnLoad)
  }

  @Test func `external books keep their numbers`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.afterSheets =
      "<externalReferences><externalReference r:id='e2'/><externalReference r:id='gone'/><externalReference r:id='e1'/>"
      + "</externalReferences>"
    builder.workbookRelationships =
      WorkbookBuilder.relationship("e1", "externalLink", "externalLinks/externalLink1.xml")
      + WorkbookBuilder.relationship("e2", "externalLink", "externalLinks/externalLink2.xml")
    let links = try Workbook(builder.bytes()).externalLinks.map { $0?.description }
    #expect(links == ["/xl/externalLinks/externalLink2.xml", nil, "/xl/externalLinks/externalLink1.xml"])
  }

  @Test func `that lost its relationships is refused, not read as empty`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.remove("xl/_rels/workbook.xml.rels")
    let bytes = try builder.bytes()
    #expect(throws: SpreadsheetError.self) { try Workbook(bytes) }
  }
}
