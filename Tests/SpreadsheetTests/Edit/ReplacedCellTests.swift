// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Replacing what a cell holds` {
  /// Edits A1, the only cell.
  private func replaced(_ cell: String, _ edit: CellEdit) throws -> String {
    let rows = try EditedBook(rows: "<row r=\"1\">\(cell)</row>", "A1", edit).rows
    return String(rows.dropFirst("<row r=\"1\">".count).dropLast("</row>".count))
  }

  @Test func `the cell's other attributes stay, in their order`() throws {
    #expect(
      try replaced("<c s='7' r=\"A1\"  ph=\"1\" t=\"b\"><v>1</v></c>", CellEdit(.number(2)))
        == "<c s='7' r=\"A1\"  ph=\"1\"><v>2</v></c>")
  }

  @Test func `a type is replaced where it stands`() throws {
    #expect(
      try replaced("<c r=\"A1\" t=\"s\" s=\"3\"><v>0</v></c>", CellEdit(.text("x")))
        == "<c r=\"A1\" t=\"inlineStr\" s=\"3\"><is><t>x</t></is></c>")
  }

  @Test func `a number type that is spelled out stays`() throws {
    #expect(
      try replaced("<c r=\"A1\" t=\"n\"><v>1</v></c>", CellEdit(.number(2))) == "<c r=\"A1\" t=\"n\"><v>2</v></c>")
  }

  @Test func `metadata of the old value goes with it`() throws {
    #expect(
      try replaced("<c r=\"A1\" cm=\"1\" vm=\"2\"><f>X()</f><v>1</v></c>", CellEdit(.number(2)))
        == "<c r=\"A1\"><v>2</v></c>")
  }

  @Test func `metadata of a formula that stays is kept`() throws {
    #expect(
      try replaced(
        "<c r=\"A1\" cm=\"1\"><f t=\"array\" ref=\"A1\">X()</f><v>1</v></c>", CellEdit(.number(2), formula: "X()"))
        == "<c r=\"A1\" cm=\"1\"><f t=\"array\" ref=\"A1\">X()</f><v>2</v></c>")
  }

  @Test func `what we know nothing of stays`() throws {
    #expect(
      try replaced("<c r=\"A1\"><v>1</v><extLst><ext uri=\"u\"/></extLst></c>", CellEdit(.number(2), formula: "B1"))
        == "<c r=\"A1\"><f>B1</f><v>2</v><extLst><ext uri=\"u\"/></extLst></c>")
  }

  @Test func `a value comes before what must follow it`() throws {
    #expect(
      try replaced("<c r=\"A1\"><extLst><ext uri=\"u\"/></extLst></c>", CellEdit(.number(2)))
        == "<c r=\"A1\"><v>2</v><extLst><ext uri=\"u\"/></extLst></c>")
  }

  @Test func `space between the elements stays`() throws {
    #expect(
      try replaced("<c r=\"A1\">\n  <v>1</v>\n</c>", CellEdit(.number(2))) == "<c r=\"A1\">\n  <v>2</v>\n</c>")
  }

  @Test func `a self-closed cell gets contents`() throws {
    #expect(try replaced("<c r=\"A1\" s=\"4\" />", CellEdit(.number(2))) == "<c r=\"A1\" s=\"4\"><v>2</v></c>")
  }

  @Test func `a formula gets another cached value and stays as it is`() throws {
    #expect(
      try replaced("<c r=\"A1\"><f ca=\"1\">B1&quot;</f><v>1</v></c>", CellEdit(.text("x"), formula: "B1\""))
        == "<c r=\"A1\" t=\"str\"><f ca=\"1\">B1&quot;</f><v>x</v></c>")
  }

  @Test func `another formula replaces the old one with its attributes`() throws {
    #expect(
      try replaced("<c r=\"A1\"><f ca=\"1\">B1</f><v>1</v></c>", CellEdit(.number(1), formula: "B2"))
        == "<c r=\"A1\"><f>B2</f><v>1</v></c>")
  }

  @Test func `a formula over a text of the same value stores the text as cached`() throws {
    #expect(
      try replaced("<c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c>", CellEdit(.text("x"), formula: "B1"))
        == "<c r=\"A1\" t=\"str\"><f>B1</f><v>x</v></c>")
  }

  @Test func `the same formula without a value keeps the cached one`() throws {
    #expect(
      try EditedBook(
        rows: "<row r=\"1\"><c r=\"A1\"><f>B1</f><v>1</v></c></row>", "A1", CellEdit(.blank, formula: "B1")
      ).isUnchanged)
  }

  @Test(arguments: [
    ("<c r=\"A1\"><v>1.0</v></c>", CellEdit(.number(1))), ("<c r=\"A1\"><v> 1E0 </v></c>", CellEdit(.number(1))),
    ("<c r=\"A1\" t=\"b\"><v>true</v></c>", CellEdit(.boolean(true))),
    ("<c r=\"A1\" t=\"s\"><v>0</v></c>", CellEdit(.text("one"))),
    ("<c r=\"A1\" t=\"s\"><v>1</v></c>", CellEdit(.text("rich text"))),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b</t></is></c>", CellEdit(.text("a\rb"))),
    ("<c r=\"A1\" t=\"str\"><v>x</v></c>", CellEdit(.text("x"))),
    ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", CellEdit(.error(.notAvailable))),
    ("<c r=\"A1\" t=\"d\"><v>2026-03-31</v></c>", CellEdit(.number(46112))),
    ("<c r=\"A1\" s=\"1\"/>", CellEdit(.blank)), ("<c r=\"A1\"><v></v></c>", CellEdit(.blank)),
    ("<c r=\"A1\" s=\"1\"><v>1</v></c>", CellEdit(.number(1), style: .index(1))),
    ("<c r=\"A1\"><f><![CDATA[B1<2]]></f><v>1</v></c>", CellEdit(.number(1), formula: "B1<2")),
  ])
  func `a cell that holds it already is not touched`(_ cell: String, _ edit: CellEdit) throws {
    var builder = WorkbookBuilder(rows: "<row r=\"1\">\(cell)</row>")
    builder.sharedStrings = "<si><t>one</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>"
    builder.styles = "<cellXfs count=\"2\"><xf/><xf numFmtId=\"14\"/></cellXfs>"
    let reference = try #require(CellReference("A1"))
    #expect(try EditedBook(builder) { $0.sheets[0, default: SheetEdit()].cells[reference] = edit }.isUnchanged)
  }

  @Test func `texts that differ in their bytes only are different`() throws {
    // The same letter as one code point and as two, which Swift considers equal.
    let cell = try replaced("<c r=\"A1\" t=\"inlineStr\"><is><t>\u{E9}</t></is></c>", CellEdit(.text("e\u{301}")))
    #expect(cell.unicodeScalars.contains("\u{301}"))
  }

  @Test func `a value that can't be read is replaced`() throws {
    #expect(try replaced("<c r=\"A1\"><v>abc</v></c>", CellEdit(.number(1))) == "<c r=\"A1\"><v>1</v></c>")
  }

  @Test func `a style is replaced and nothing else`() throws {
    var builder = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\" s=\"1\" vm=\"1\"><v>1</v></c></row>")
    builder.styles = "<cellXfs><xf/><xf/><xf/></cellXfs>"
    let reference = try #require(CellReference("A1"))
    let book = try EditedBook(builder) {
      $0.sheets[0, default: SheetEdit()].cells[reference] = CellEdit(.number(1), style: .index(2))
    }
    #expect(try book.rows == "<row r=\"1\"><c r=\"A1\" s=\"2\" vm=\"1\"><v>1</v></c></row>")
  }

  @Test func `a style that the workbook does not have is refused`() throws {
    #expect(
      try refusal(rows: "", "A1", CellEdit(.number(1), style: .index(5)))?.reason == .styleOutOfRange(5, count: 0))
  }

  @Test func `only the cell's own bytes differ`() throws {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>22</v></c><c r=\"C1\"><v>3</v></c></row>"
    let book = try EditedBook(rows: rows, "B1", CellEdit(.number(5)))
    let name = "xl/worksheets/sheet1.xml"
    let difference = try #require(try book.difference(in: name))
    #expect(difference.removedText == "22")
    #expect(difference.insertedText == "5")
    #expect(try book.changedParts == [name])
  }

  @Test func `cells of a part with prefixes get prefixes`() throws {
    var builder = WorkbookBuilder(rows: "")
    let main = WorkbookBuilder.mainNamespace
    builder.set(
      "xl/worksheets/sheet1.xml",
      "<x:worksheet xmlns:x=\"\(main)\"><x:sheetData><x:row r=\"2\"><x:c r=\"A2\"/></x:row></x:sheetData></x:worksheet>"
    )
    let book = try EditedBook(builder) { edit in
      for cell in ["A2", "B2", "A1"] {
        guard let reference = CellReference(cell) else { continue }
        edit.sheets[0, default: SheetEdit()].cells[reference] = CellEdit(
          .text(cell), formula: cell == "B2" ? "A1" : nil)
      }
    }
    #expect(
      try book.sheet.contains(
        "<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>A1</x:t></x:is></x:c></x:row>"
          + "<x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>A2</x:t></x:is></x:c>"
          + "<x:c r=\"B2\" t=\"str\"><x:f>A1</x:f><x:v>B2</x:v></x:c></x:row>"))
  }
}

@Suite struct `Clearing a cell` {
  @Test func `a cell with a style keeps it`() throws {
    #expect(
      try EditedBook(rows: "<row r=\"1\"><c r=\"A1\" s=\"2\" t=\"s\"><v>0</v></c></row>", "A1", CellEdit(.blank)).rows
        == "<row r=\"1\"><c r=\"A1\" s=\"2\"/></row>")
  }

  @Test func `a cell without a style goes`() throws {
    #expect(
      try EditedBook(
        rows: "<row r=\"1\"><c r=\"A1\"><f>B1</f><v>1</v></c><c r=\"B1\"><v>2</v></c></row>", "A1", CellEdit(.blank)
      ).rows == "<row r=\"1\"><c r=\"B1\"><v>2</v></c></row>")
  }

  @Test func `a cell with an attribute of its own stays`() throws {
    #expect(
      try EditedBook(rows: "<row r=\"1\"><c r=\"A1\" ph=\"1\"><v>1</v></c></row>", "A1", CellEdit(.blank)).rows
        == "<row r=\"1\"><c r=\"A1\" ph=\"1\"/></row>")
  }

  @Test func `a cell from which others are counted stays`() throws {
    #expect(
      try EditedBook(rows: "<row><c><v>1</v></c><c><v>2</v></c></row>", "A1", CellEdit(.blank)).rows
        == "<row><c/><c><v>2</v></c></row>")
  }

  @Test func `a cell that is not there stays away`() throws {
    #expect(try EditedBook(rows: "<row r=\"2\"/>", "A1", CellEdit(.blank)).isUnchanged)
    #expect(try EditedBook(rows: "<row r=\"2\"/>", "B2", CellEdit(.blank)).isUnchanged)
  }
}
