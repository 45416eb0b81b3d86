// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Adding a sheet` {
  private func added(_ builder: WorkbookBuilder, _ sheets: [NewSheet]) throws -> EditedBook {
    try EditedBook(builder) { $0.newSheets = sheets }
  }

  @Test func `it stands behind the others with what it should hold`() throws {
    var sheet = NewSheet(name: "清單 & <A>", hidden: true)
    if let cell = CellReference("B2") { sheet.cells[cell] = CellEdit(.text("x")) }
    sheet.columns = [ColumnFormat(column: 2, width: 30)]
    sheet.frozenRows = 2
    let book = try added(WorkbookBuilder(rows: ""), [sheet])
    #expect(
      try book.changedParts
        == ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "+xl/worksheets/sheet2.xml"])
    let workbook = try Workbook(book.bytes)
    #expect(workbook.sheets.map(\.name) == ["Sheet1", "清單 & <A>"])
    #expect(workbook.sheets.last?.state == .hidden)
    #expect(workbook.sheets.last?.sheetID == 2)
    let text = try book.text("xl/worksheets/sheet2.xml")
    #expect(
      text.contains(
        "<dimension ref=\"A1:B2\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"2\" topLeftCell=\"A3\" "
          + "activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
          + "<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"2\" max=\"2\" width=\"30\" customWidth=\"1\"/></cols>"
          + "<sheetData><row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData><pageMargins"))
  }

  @Test func `its pages have a direction, a width and repeated rows where that is asked for, and nothing otherwise`()
    throws
  {
    var sheet = NewSheet(name: "it's new")
    var print = PrintDesign()
    print.isLandscape = true
    print.pagesWide = 1
    print.titleRows = 1...1
    sheet.print = print
    let book = try added(WorkbookBuilder(rows: ""), [NewSheet(name: "plain"), sheet])
    let text = try book.text("xl/worksheets/sheet3.xml")
    #expect(text.contains("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension"))
    #expect(text.contains("<pageSetup paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\" orientation=\"landscape\"/>"))
    #expect(
      try book.text("xl/workbook.xml").contains(
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"2\">'it''s new'!$1:$1</definedName>"))
    let plain = try book.text("xl/worksheets/sheet2.xml")
    #expect(!plain.contains("<pageSetup") && !plain.contains("<sheetPr>"))
  }

  @Test func `the rows that it repeats are its own, with sheets before it and sheets gone`() throws {
    var design = SheetDesign(name: "first")
    design.print.titleRows = 1...2
    var last = SheetDesign(name: "last")
    last.print.titleRows = 3...3
    let book = try Workbook(added(WorkbookBuilder(rows: ""), [NewSheet(name: "A"), NewSheet(name: "B")]).bytes)
    var edit = WorkbookEdit()
    edit.removedSheets = [1]
    edit.newDesigns = [DesignedSheet(last)]
    let gone = try Workbook(book.applying(edit))
    #expect(gone.sheets.map(\.name) == ["Sheet1", "B", "last"])
    #expect(gone.definedNames.first { $0.name == "_xlnm.Print_Titles" }?.sheetIndex == 2)
    edit = WorkbookEdit()
    edit.newDesigns = [DesignedSheet(design, isFirst: true, isShownFirst: false), DesignedSheet(last)]
    let more = try Workbook(book.applying(edit))
    #expect(more.sheets.map(\.name) == ["first", "Sheet1", "A", "B", "last"])
    #expect(more.definedNames.filter { $0.name == "_xlnm.Print_Titles" }.map(\.sheetIndex) == [4])
  }

  @Test func `numbers and names that are taken are left alone`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.set("xl/worksheets/sheet2.xml", WorkbookBuilder.worksheet("<sheetData/>"))
    builder.workbookRelationships = WorkbookBuilder.relationship("rId3", "theme", "theme.xml")
    let book = try added(builder, [NewSheet(name: "A"), NewSheet(name: "B")])
    #expect(try book.changedParts.suffix(2) == ["+xl/worksheets/sheet3.xml", "+xl/worksheets/sheet4.xml"])
    let text = try book.text("xl/workbook.xml")
    #expect(
      text.contains(
        "<sheet name=\"A\" sheetId=\"2\" r:id=\"rId4\"/><sheet name=\"B\" sheetId=\"3\" r:id=\"rId5\"/></sheets>"))
  }

  @Test func `a prefix that each sheet declares for itself is declared again`() throws {
    var builder = WorkbookBuilder(rows: "")
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    builder.set(
      "xl/workbook.xml",
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets>"
        + "<sheet xmlns:q=\"\(relationships)\" name=\"S\" sheetId=\"1\" q:id=\"rId1\"/></sheets></workbook>")
    let book = try added(builder, [NewSheet(name: "N")])
    #expect(
      try book.text("xl/workbook.xml").contains(
        "<sheet name=\"N\" sheetId=\"2\" xmlns:q=\"\(relationships)\" q:id=\"rId2\"/></sheets>"))
    #expect(try Workbook(book.bytes).sheets.last?.kind == .worksheet)
  }

  @Test func `a name that the package speaks of is taken too`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.contentTypes = "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"x/y\"/>"
    builder.workbookRelationships = WorkbookBuilder.relationship("rId3", "worksheet", "worksheets/sheet3.xml")
    #expect(try added(builder, [NewSheet(name: "A")]).changedParts.last == "+xl/worksheets/sheet4.xml")
  }

  @Test func `a Strict workbook gets a Strict sheet`() throws {
    var builder = WorkbookBuilder(rows: "")
    let strict = "http://purl.oclc.org/ooxml"
    builder.set(
      "xl/workbook.xml",
      "<w:workbook xmlns:w=\"\(strict)/spreadsheetml/main\" xmlns:q=\"\(strict)/officeDocument/relationships\">"
        + "<w:sheets><w:sheet name=\"S\" sheetId=\"1\" q:id=\"rId1\"/></w:sheets></w:workbook>")
    let book = try added(builder, [NewSheet(name: "N")])
    #expect(try book.text("xl/workbook.xml").contains("<w:sheet name=\"N\" sheetId=\"2\" q:id=\"rId2\"/></w:sheets>"))
    #expect(try book.text("xl/worksheets/sheet2.xml").contains("<worksheet xmlns=\"\(strict)/spreadsheetml/main\">"))
    #expect(
      try book.text("xl/_rels/workbook.xml.rels").contains(
        "Type=\"\(strict)/officeDocument/relationships/worksheet\" Target=\"worksheets/sheet2.xml\""))
    #expect(try Workbook(book.bytes).sheets.last?.kind == .worksheet)
  }

  @Test(arguments: [
    "", "sheet1", String(repeating: "x", count: 32), "a/b", "a\\b", "a?", "a*", "[a", "a]", "a:b", "'a", "a'",
    "History",
    "a\u{1}",
  ])
  func `a name that no sheet can have is refused`(_ name: String) throws {
    let error = try refusal { _ = try added(WorkbookBuilder(rows: ""), [NewSheet(name: name)]) }
    guard case .sheetName(name, _) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `two new sheets of one name are refused`() throws {
    let error = try refusal { _ = try added(WorkbookBuilder(rows: ""), [NewSheet(name: "N"), NewSheet(name: "n")]) }
    #expect(error?.reason == .sheetName("n", why: "there is a sheet of that name"))
  }

  @Test func `a sheet that is not there can't be edited`() throws {
    #expect(throws: SpreadsheetError.noSheet(at: 4, count: 1)) {
      try EditedBook(WorkbookBuilder(rows: "")) { $0.sheets[4] = SheetEdit() }
    }
  }
}

@Suite struct `Defined names in an edit` {
  private func workbook(_ names: String?, _ edits: [DefinedNameEdit], rest: String = "") throws -> String {
    var builder = WorkbookBuilder(rows: "")
    builder.afterSheets = (names.map { "<definedNames>\($0)</definedNames>" } ?? "") + rest
    return try EditedBook(builder) { $0.definedNames = edits }.text("xl/workbook.xml")
  }

  @Test func `a workbook without names gets a list where the schema wants it`() throws {
    #expect(
      try workbook(
        nil, [DefinedNameEdit(name: "d_amount", formula: "'商機'!$I$5:$I$9")], rest: "<calcPr calcId=\"1\"/><extLst/>"
      ).contains(
        "</sheets><definedNames><definedName name=\"d_amount\">'商機'!$I$5:$I$9</definedName></definedNames><calcPr"))
  }

  @Test func `a name is added behind the others`() throws {
    #expect(
      try workbook(
        "<definedName name=\"a\">1</definedName>", [DefinedNameEdit(name: "b", formula: "A1&\"<\"", hidden: true)]
      )
      .contains("</definedName><definedName name=\"b\" hidden=\"1\">A1&amp;\"&lt;\"</definedName></definedNames>"))
  }

  @Test(arguments: ["<definedNames/>", "<definedNames />", "<definedNames\n  />"])
  func `an empty list is opened cleanly`(_ list: String) throws {
    // R's openxlsx searches for the tag as text and would find no name after `<definedNames >`.
    #expect(
      try workbook(nil, [DefinedNameEdit(name: "b", formula: "1")], rest: list)
        .contains("</sheets><definedNames><definedName name=\"b\">1</definedName></definedNames></workbook>"))
  }

  @Test func `a name is redefined where it stands`() throws {
    #expect(
      try workbook(
        "<definedName name=\"Rate\" comment=\"c\" hidden=\"1\">1</definedName>",
        [DefinedNameEdit(name: "rate", formula: "2")]
      ).contains("<definedName name=\"Rate\" comment=\"c\">2</definedName>"))
  }

  @Test func `a name of one sheet is another name`() throws {
    #expect(
      try workbook(
        "<definedName name=\"a\" localSheetId=\"0\">1</definedName>", [DefinedNameEdit(name: "a", formula: "2")]
      )
      .contains("<definedName name=\"a\" localSheetId=\"0\">1</definedName><definedName name=\"a\">2</definedName>"))
  }

  @Test func `an equal name costs nothing`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.afterSheets = "<definedNames><definedName name=\"a\">1&gt;0</definedName></definedNames>"
    #expect(try EditedBook(builder) { $0.definedNames = [DefinedNameEdit(name: "A", formula: "1>0")] }.isUnchanged)
  }

  @Test func `a name is removed`() throws {
    #expect(
      try workbook(
        "<definedName name=\"a\">1</definedName><definedName name=\"b\">2</definedName>",
        [DefinedNameEdit(name: "a", formula: nil)]
      ).contains("<definedNames><definedName name=\"b\">2</definedName></definedNames>"))
  }

  @Test func `the last name takes the list with it`() throws {
    #expect(
      try !workbook("<definedName name=\"a\">1</definedName>", [DefinedNameEdit(name: "a", formula: nil)])
        .contains("definedNames"))
  }

  @Test(arguments: ["", "1a", "a b", "A1", "xfd1048576", "R1C1", "c", "r5", "a-b", String(repeating: "n", count: 256)])
  func `what reads as something else is refused`(_ name: String) throws {
    let error = try refusal { _ = try workbook(nil, [DefinedNameEdit(name: name, formula: "1")]) }
    guard case .definedName(name, _) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["商機_金額", "_a", "\\a", "a.b", "ABCD1", "rate1x", "RC_1"])
  func `what is a name is taken`(_ name: String) throws {
    #expect(try workbook(nil, [DefinedNameEdit(name: name, formula: "1")]).contains("name=\"\(name)\""))
  }

  @Test(arguments: ["", "=1"])
  func `a formula that is none is refused`(_ formula: String) throws {
    let error = try refusal { _ = try workbook(nil, [DefinedNameEdit(name: "a", formula: formula)]) }
    #expect(error?.reason == .definedName("a", why: "expected a formula without \"=\""))
  }

  @Test func `a name that is set twice is refused`() throws {
    let error = try refusal {
      _ = try workbook(nil, [DefinedNameEdit(name: "a", formula: "1"), DefinedNameEdit(name: "A", formula: "2")])
    }
    #expect(error?.reason == .definedName("A", why: "it is set twice"))
  }
}
