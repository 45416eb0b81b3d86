// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `The calculation chain` {
  private func builder() -> WorkbookBuilder {
    var builder = WorkbookBuilder(
      rows: "<row r=\"1\"><c r=\"A1\"><f>B1</f><v>1</v></c><c r=\"B1\"><v>1</v></c></row>")
    builder.set("xl/calcChain.xml", WorkbookBuilder.part("calcChain", "<c r=\"A1\" i=\"1\"/>"))
    builder.contentTypes =
      "<Override PartName=\"/xl/calcChain.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml\"/>"
    builder.workbookRelationships = WorkbookBuilder.relationship("rIdChain", "calcChain", "calcChain.xml")
    return builder
  }

  private func edited(_ cell: String, _ edit: CellEdit) throws -> EditedBook {
    let reference = try #require(CellReference(cell))
    return try EditedBook(builder()) {
      $0.sheets[0, default: SheetEdit()].cells[reference] = edit
      $0.recalculation = .never
    }
  }

  @Test func `a formula that goes takes the chain with it, and all that leads to the chain`() throws {
    let book = try edited("A1", CellEdit(.number(2)))
    #expect(
      try book.changedParts
        == ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "-xl/calcChain.xml"])
    #expect(try !book.text("[Content_Types].xml").contains("calcChain"))
    #expect(try !book.text("xl/_rels/workbook.xml.rels").contains("calcChain"))
  }

  @Test func `a formula that is cleared takes the chain with it`() throws {
    #expect(try edited("A1", CellEdit(.blank)).changedParts.contains("-xl/calcChain.xml"))
  }

  @Test(arguments: [("A1", "B1+1"), ("C1", "A1")])
  func `a formula that is written leaves the chain`(_ cell: String, _ formula: String) throws {
    #expect(try edited(cell, CellEdit(.number(2), formula: formula)).changedParts == ["xl/worksheets/sheet1.xml"])
  }

  @Test func `a value that is written leaves the chain`() throws {
    #expect(try edited("B1", CellEdit(.number(2))).changedParts == ["xl/worksheets/sheet1.xml"])
  }
}

@Suite struct `Asking for a calculation` {
  private let formula = "<row r=\"1\"><c r=\"A1\"><f>B1</f><v>1</v></c><c r=\"B1\"><v>1</v></c></row>"

  private func workbook(
    rows: String, otherRows: String? = nil, afterSheets: String = "", _ change: (inout WorkbookEdit) -> Void
  ) throws -> String {
    var builder = WorkbookBuilder(rows: rows)
    if let otherRows { builder.add(sheet: "Other", rows: otherRows) }
    builder.afterSheets = afterSheets
    return try EditedBook(builder, change).text("xl/workbook.xml")
  }

  private func set(_ cell: String, _ edit: CellEdit) -> (inout WorkbookEdit) -> Void {
    { if let reference = CellReference(cell) { $0.sheets[0, default: SheetEdit()].cells[reference] = edit } }
  }

  private let asked = "<calcPr fullCalcOnLoad=\"1\"/>"

  @Test func `a changed value under formulas asks`() throws {
    #expect(try workbook(rows: formula, set("B1", CellEdit(.number(2)))).contains("</sheets>\(asked)</workbook>"))
  }

  @Test func `a changed value under formulas of another sheet asks`() throws {
    #expect(try workbook(rows: "", otherRows: formula, set("B1", CellEdit(.number(2)))).contains(asked))
  }

  @Test func `a changed value without formulas does not ask`() throws {
    #expect(try !workbook(rows: "", otherRows: "<row r=\"1\"/>", set("B1", CellEdit(.number(2)))).contains("calcPr"))
  }

  @Test func `a style does not ask`() throws {
    let styled = "<row r=\"1\"><c r=\"B1\" s=\"3\"><v>1</v></c></row>"
    let edit = set("B1", CellEdit(.number(1), style: .index(0)))
    #expect(try !workbook(rows: styled, otherRows: formula, edit).contains("calcPr"))
  }

  @Test func `formulas that all get fresh values do not ask`() throws {
    let edit = set("A1", CellEdit(.number(2), formula: "B1+1"))
    #expect(try !workbook(rows: formula, edit).contains("calcPr"))
  }

  @Test func `a formula without a value asks`() throws {
    #expect(try workbook(rows: "", set("A1", CellEdit(.blank, formula: "1+1"))).contains(asked))
  }

  @Test func `never means never`() throws {
    let text = try workbook(rows: formula) {
      set("B1", CellEdit(.number(2)))(&$0)
      $0.recalculation = .never
    }
    #expect(!text.contains("calcPr"))
  }

  @Test func `always means also without a change`() throws {
    #expect(try workbook(rows: "") { $0.recalculation = .always }.contains(asked))
  }

  @Test func `what the settings say otherwise stays`() throws {
    let settings = "<calcPr calcId=\"191029\" fullCalcOnLoad=\"0\" iterate=\"1\"/><oleSize ref=\"A1\"/>"
    #expect(
      try workbook(rows: formula, afterSheets: settings, set("B1", CellEdit(.number(2))))
        .contains("<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\" iterate=\"1\"/>"))
  }

  @Test func `a workbook that asks already is not touched`() throws {
    var builder = WorkbookBuilder(rows: formula)
    builder.afterSheets = "<calcPr fullCalcOnLoad=\"true\"/>"
    #expect(try EditedBook(builder, set("B1", CellEdit(.number(2)))).changedParts == ["xl/worksheets/sheet1.xml"])
  }

  @Test func `the settings come where the schema wants them`() throws {
    let after = "<definedNames><definedName name=\"n\">1</definedName></definedNames><pivotCaches/>"
    #expect(
      try workbook(rows: formula, afterSheets: after, set("B1", CellEdit(.number(2))))
        .contains("</definedNames>\(asked)<pivotCaches/>"))
  }
}
