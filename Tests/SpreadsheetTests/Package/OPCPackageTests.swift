// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML
import Zip

@Suite struct `Opening a package` {
  private func error(_ bytes: [UInt8], _ limits: Limits = .default) -> SpreadsheetError? {
    do throws(SpreadsheetError) {
      _ = try Workbook(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func workbook(contentType: String) throws -> [UInt8] {
    var builder = WorkbookBuilder(rows: "")
    builder.workbookContentType = contentType
    return try builder.bytes()
  }

  @Test func `what is no zip archive is refused as such`() {
    #expect(error(Array("a,b\n1,2\n".utf8)) == .zip(.notAZip(.text)))
  }

  @Test func `an archive without content types is no workbook`() throws {
    var zip = ZipBuilder()
    zip.add("a.txt", Array("a".utf8))
    #expect(try error(zip.finish()) == .notAWorkbook(.plainArchive))
  }

  @Test func `an OpenDocument file is named`() throws {
    var zip = ZipBuilder()
    zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    zip.add("content.xml", Array("<a/>".utf8))
    #expect(try error(zip.finish()) == .notAWorkbook(.openDocument))
  }

  @Test(arguments: [
    ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", ForeignPackage.binaryWorkbook),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", .wordDocument),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", .presentation),
  ])
  func `documents of other programs are named`(_ contentType: String, _ foreign: ForeignPackage) throws {
    #expect(try error(workbook(contentType: contentType)) == .notAWorkbook(foreign))
  }

  @Test(arguments: [
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", WorkbookKind.workbook),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", .template),
    ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", .macroWorkbook),
    ("application/vnd.ms-excel.template.macroEnabled.main+xml", .macroTemplate),
    ("application/vnd.ms-excel.addin.macroEnabled.main+xml", .addIn), ("application/xml", .workbook),
  ])
  func `kinds of workbooks are told by content type`(_ contentType: String, _ kind: WorkbookKind) throws {
    #expect(try Workbook(workbook(contentType: contentType)).kind == kind)
  }

  @Test func `a package without relationships and without a workbook type has no workbook part`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.remove("_rels/.rels")
    builder.workbookContentType = "application/xml"
    #expect(try error(builder.bytes()) == .notAWorkbook(.noWorkbookPart))
  }

  @Test func `the content type tells the workbook part when no relationship does`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.remove("_rels/.rels")
    #expect(try Workbook(builder.bytes()).part == PartName("/xl/workbook.xml"))
  }

  @Test func `a relationship to a workbook part that is not there is named`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.remove("xl/workbook.xml")
    #expect(try error(builder.bytes()) == .missingPart(PartName("/xl/workbook.xml"), neededBy: "the package"))
  }

  @Test func `a main part that is no workbook is refused by its root element`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.set("xl/workbook.xml", "<workbook xmlns='urn:other'/>")
    let expected = SpreadsheetError.unexpectedRoot(
      part: PartName("/xl/workbook.xml"), found: "workbook", expected: "workbook")
    #expect(try error(builder.bytes()) == expected)
  }

  @Test func `of several main parts the first one that is there counts`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.set(
      "_rels/.rels",
      WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("a", "officeDocument", "gone.xml")
          + WorkbookBuilder.relationship("b", "officeDocument", "xl/workbook.xml")))
    #expect(try Workbook(builder.bytes()).part == PartName("/xl/workbook.xml"))
  }

  @Test func `two workbook parts are refused, and both are named`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.set(
      "_rels/.rels",
      WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("a", "officeDocument", "xl/workbook.xml")
          + WorkbookBuilder.relationship("b", "officeDocument", "xl/other.xml")))
    builder.set("xl/other.xml", "<workbook/>")
    let found = try error(builder.bytes())
    #expect(
      found
        == .twofold(
          part: .packageRelationships, subject: "the workbook part", first: "xl/workbook.xml", second: "xl/other.xml"))
    #expect(found?.description.contains("xl/workbook.xml and xl/other.xml") == true)
  }

  @Test func `two relationships with one id are refused where they differ, and what both say is told`() throws {
    func book(_ second: String) throws -> [UInt8] {
      var builder = WorkbookBuilder(rows: "")
      builder.workbookRelationships =
        WorkbookBuilder.relationship("x", "theme", "theme/a.xml") + WorkbookBuilder.relationship("x", "theme", second)
      return try builder.bytes()
    }
    #expect(try error(book("theme/a.xml")) == nil)
    let text = try error(book("theme/b.xml"))?.description
    #expect(text?.contains("“x” is said to be “theme/a.xml” (theme) and “theme/b.xml” (theme)") == true)
  }

  @Test func `malformed XML is told with part, line and byte`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.set("xl/workbook.xml", "<workbook>\n<sheets></workbook>")
    let message = try #require(error(builder.bytes())).description
    #expect(message.hasPrefix("xl/workbook.xml: not well-formed XML at line 2, byte "))
  }

  @Test func `a DOCTYPE is told with its part`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.set("xl/_rels/workbook.xml.rels", "<!DOCTYPE a><a/>")
    let message = try #require(error(builder.bytes())).description
    #expect(message.hasPrefix("xl/_rels/workbook.xml.rels: a document type declaration"))
  }

  @Test func `a workbook part elsewhere with absolute and backslashed targets is found`() throws {
    var builder = WorkbookBuilder()
    builder.add(sheet: "A", rows: "<row r='1'/>")
    builder.set(
      "_rels/.rels",
      WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("x", "officeDocument", "\\Main\\Book.xml")))
    builder.set(
      "main/book.xml",
      "<workbook xmlns='\(WorkbookBuilder.mainNamespace)' xmlns:r='\(WorkbookBuilder.relationshipNamespace)'>"
        + "<sheets><sheet name='B' sheetId='7' r:id='z'/></sheets></workbook>")
    builder.set(
      "main/_rels/book.xml.rels",
      WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("z", "worksheet", "/XL/worksheets/sheet1.xml")))
    let workbook = try Workbook(builder.bytes())
    #expect(workbook.part == PartName("/main/book.xml"))
    #expect(workbook.sheets.map(\.name) == ["B"])
    #expect(try workbook.worksheetPart(at: 0) == PartName("/xl/worksheets/sheet1.xml"))
  }

  @Test func `Strict relationships and namespaces are read`() throws {
    var builder = WorkbookBuilder(rows: "")
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    builder.set(
      "_rels/.rels",
      WorkbookBuilder.relationships(
        "<Relationship Id='a' Type='\(strict)/officeDocument' Target='xl/workbook.xml'/>"))
    builder.set(
      "xl/workbook.xml",
      "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:q='\(strict)'>"
        + "<x:sheets><x:sheet name='S' sheetId='1' q:id='b'/></x:sheets></x:workbook>")
    builder.set(
      "xl/_rels/workbook.xml.rels",
      WorkbookBuilder.relationships(
        "<Relationship Id='b' Type='\(strict)/worksheet' Target='worksheets/sheet1.xml'/>"))
    let sheet = try #require(try Workbook(builder.bytes()).sheets.first)
    #expect(sheet.kind == .worksheet)
    #expect(sheet.part == PartName("/xl/worksheets/sheet1.xml"))
  }

  @Test func `external targets are never parts`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      WorkbookBuilder.relationships(
        "<Relationship Id='a' Type='t' Target='sheet1.xml' TargetMode='External'/><Relationship Id='b' Type='t' Target=''/>"
      ))
    let package = try OPCPackage(builder.bytes())
    let found = try package.relationships(of: PartName("/xl/worksheets/sheet1.xml"))
    #expect(found[id: "a"]?.isExternal == true)
    #expect(found.all.map(\.part) == [nil, nil])
  }
}

@Suite struct `A part that two sheets share` {
  @Test func `is read for both and edited for none`() throws {
    var builder = WorkbookBuilder(rows: "<row r='1'><c r='A1'><v>1</v></c></row>")
    builder.set(
      "xl/workbook.xml",
      WorkbookBuilder.part(
        "workbook",
        "<sheets><sheet name='a' sheetId='1' r:id='rId1'/><sheet name='b' sheetId='2' r:id='rId1'/></sheets>"))
    let workbook = try Workbook(builder.bytes())
    #expect(try workbook.worksheet(at: 1).part == workbook.worksheet(at: 0).part)
    var edit = WorkbookEdit()
    edit.sheets[0] = SheetEdit()
    edit.sheets[0]?.cells[try #require(CellReference("A1"))] = CellEdit(.number(2))
    #expect(throws: SpreadsheetError.edit(EditError(.sharedPart(otherSheet: "b"), sheet: "a"))) {
      try workbook.applying(edit)
    }
  }
}

@Suite struct `Shared strings in UTF-16` {
  @Test(arguments: [("UTF-16", true), ("UTF-8", false)])
  func `may not say that they are something else`(declared: String, isRead: Bool) throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"\(declared)\"?><sst xmlns=\"\(WorkbookBuilder.mainNamespace)\"><si><t>x</t></si></sst>"
    var builder = WorkbookBuilder(rows: "<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
    builder.sharedStrings = ""
    builder.set(
      "xl/sharedStrings.xml", bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let workbook = try Workbook(builder.bytes())
    #expect(((try? workbook.worksheet(at: 0)) != nil) == isRead)
  }
}

@Suite struct `A sheet that a strange relationship leads to` {
  @Test func `is read when its content type tells what it is`() throws {
    var builder = WorkbookBuilder(rows: "<row r='1'><c r='A1'><v>7</v></c></row>")
    builder.set(
      "xl/_rels/workbook.xml.rels",
      WorkbookBuilder.relationships("<Relationship Id='rId1' Type='urn:x' Target='worksheets/sheet1.xml'/>"))
    let workbook = try Workbook(builder.bytes())
    #expect(workbook.sheets[0].kind == .worksheet)
    var cells = 0
    try workbook.worksheet(at: 0).forEachRow { cells += $0.cells.count }
    #expect(cells == 1)
  }
}
