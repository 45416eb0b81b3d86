// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Creating cells` {
  private func rows(_ rows: String, _ cells: [String], before: String = "") throws -> String {
    try EditedBook(rows: rows, before: before) { sheet in
      for cell in cells { if let reference = CellReference(cell) { sheet.cells[reference] = CellEdit(.number(9)) } }
    }.rows
  }

  @Test func `a cell comes between its neighbours`() throws {
    #expect(
      try rows("<row r=\"1\"><c r=\"A1\"/><c r=\"D1\"/></row>", ["B1", "C1", "E1"])
        == "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>9</v></c><c r=\"C1\"><v>9</v></c><c r=\"D1\"/><c r=\"E1\"><v>9</v></c></row>"
    )
  }

  @Test func `columns are ordered as numbers, not as letters`() throws {
    #expect(
      try rows("<row r=\"1\"><c r=\"Z1\"/><c r=\"AB1\"/></row>", ["AA1", "B1"])
        == "<row r=\"1\"><c r=\"B1\"><v>9</v></c><c r=\"Z1\"/><c r=\"AA1\"><v>9</v></c><c r=\"AB1\"/></row>")
  }

  @Test func `a row comes between its neighbours`() throws {
    #expect(
      try rows("<row r=\"2\"/>\n<row r=\"10\"/>", ["A1", "A9", "A11"])
        == "<row r=\"1\"><c r=\"A1\"><v>9</v></c></row><row r=\"2\"/>\n<row r=\"9\"><c r=\"A9\"><v>9</v></c></row>"
        + "<row r=\"10\"/><row r=\"11\"><c r=\"A11\"><v>9</v></c></row>")
  }

  @Test func `a self-closed row opens`() throws {
    #expect(
      try rows("<row r=\"1\" ht=\"20\" />", ["A1", "C1"])
        == "<row r=\"1\" ht=\"20\"><c r=\"A1\"><v>9</v></c><c r=\"C1\"><v>9</v></c></row>")
  }

  @Test func `a row without cells gets some`() throws {
    #expect(try rows("<row r=\"1\"></row>", ["A1"]) == "<row r=\"1\"><c r=\"A1\"><v>9</v></c></row>")
  }

  @Test func `a self-closed sheetData opens`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.set("xl/worksheets/sheet1.xml", WorkbookBuilder.worksheet("<sheetData/><pageMargins/>"))
    let cell = try #require(CellReference("B2"))
    let book = try EditedBook(builder) { $0.sheets[0, default: SheetEdit()].cells[cell] = CellEdit(.number(9)) }
    #expect(
      try book.sheet.contains("<sheetData><row r=\"2\"><c r=\"B2\"><v>9</v></c></row></sheetData><pageMargins/>"))
  }

  @Test func `cells come before what ends a row`() throws {
    #expect(
      try rows("<row r=\"1\"><c r=\"A1\"/><extLst/></row>", ["B1"])
        == "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>9</v></c><extLst/></row>")
  }

  // MARK: References

  @Test func `cells that are counted are followed by such`() throws {
    #expect(
      try rows("<row><c/><c/></row>", ["C1", "D1"]) == "<row><c/><c/><c><v>9</v></c><c><v>9</v></c></row>")
  }

  @Test func `a gap behind counted cells makes all say where they are`() throws {
    #expect(
      try rows("<row><c/><c s=\"1\"/></row>", ["D1"])
        == "<row><c r=\"A1\"/><c r=\"B1\" s=\"1\"/><c r=\"D1\"><v>9</v></c></row>")
  }

  @Test func `a counted cell that is written says where it is when the others do`() throws {
    #expect(
      try rows("<row><c/><c/></row>", ["B1", "D1"])
        == "<row><c r=\"A1\"/><c r=\"B1\"><v>9</v></c><c r=\"D1\"><v>9</v></c></row>")
  }

  @Test func `a row behind counted rows states its number`() throws {
    #expect(
      try rows("<row><c/></row><row><c/></row>", ["A4"])
        == "<row><c/></row><row><c/></row><row r=\"4\"><c r=\"A4\"><v>9</v></c></row>")
  }

  // MARK: What follows from new cells

  @Test(arguments: [("1:3", "1:5"), ("2:9", "2:9"), ("6:7", "5:7")])
  func `spans are widened`(_ old: String, _ new: String) throws {
    #expect(try rows("<row r=\"1\" spans=\"\(old)\"/>", ["E1"]).contains("<row r=\"1\" spans=\"\(new)\">"))
  }

  @Test func `spans in several pieces are dropped`() throws {
    #expect(try rows("<row r=\"1\" spans=\"1:3 8:9\" ht=\"9\"/>", ["E1"]).contains("<row r=\"1\" ht=\"9\">"))
  }

  @Test func `spans stay when no cell is new`() throws {
    #expect(
      try rows("<row r=\"1\" spans=\"1:1\"><c r=\"E1\"/></row>", ["E1"])
        == "<row r=\"1\" spans=\"1:1\"><c r=\"E1\"><v>9</v></c></row>")
  }

  @Test(arguments: [("A1:B2", "A1:D9"), ("A1", "A1:D9"), ("B2:F20", "B2:F20"), ("1:49", "1:49")])
  func `the dimension is widened where it is one`(_ old: String, _ new: String) throws {
    let cell = try #require(CellReference("D9"))
    let book = try EditedBook(rows: "", before: "<dimension ref=\"\(old)\"/>") {
      $0.cells[cell] = CellEdit(.number(9))
    }
    #expect(try book.sheet.contains("<dimension ref=\"\(new)\"/>"))
  }

  @Test func `a new cell has the style of its row`() throws {
    #expect(
      try rows(
        "<row r=\"1\" s=\"3\" customFormat=\"1\"/>", ["A1"],
        before: "<cols><col min=\"1\" max=\"1\" style=\"2\"/></cols>"
      )
      .contains("<c r=\"A1\" s=\"3\"><v>9</v></c>"))
  }

  @Test func `a new cell has the style of its column when its row has none`() throws {
    let columns = "<cols><col min=\"2\" max=\"4\" style=\"2\"/></cols>"
    #expect(try rows("<row r=\"1\" s=\"3\"/>", ["C1"], before: columns).contains("<c r=\"C1\" s=\"2\"><v>9</v></c>"))
    #expect(
      try rows("", ["C1", "E1"], before: columns).contains("<c r=\"C1\" s=\"2\"><v>9</v></c><c r=\"E1\"><v>9</v></c>"))
  }

  // MARK: Disorder

  @Test func `a row that is there twice is not written`() throws {
    let rows = "<row r=\"1\"/><row r=\"5\"/><row r=\"5\"/><row r=\"7\"/>"
    #expect(try refusal(rows: rows, "A5", CellEdit(.number(1)))?.reason == .unorderedRows(row: 5))
  }

  @Test func `a row whose place nobody knows is not written`() throws {
    let rows = "<row r=\"1\"/><row r=\"8\"/><row r=\"5\"/><row r=\"9\"/>"
    #expect(try refusal(rows: rows, "A6", CellEdit(.number(1)))?.reason == .unorderedRows(row: 6))
  }

  @Test func `rows away from the disorder are written`() throws {
    let rows = "<row r=\"1\"/><row r=\"8\"/><row r=\"5\"/><row r=\"9\"/>"
    var builder = WorkbookBuilder(rows: rows)
    builder.styles = nil
    var edit = WorkbookEdit()
    for cell in ["A2", "A9"] {
      edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference(cell))] = CellEdit(.number(1))
    }
    let bytes = try Workbook(builder.bytes()).applying(edit)
    #expect(try Workbook(bytes).applying(edit) == bytes)
  }

  @Test func `cells out of order keep their row from being written`() throws {
    let rows = "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>"
    #expect(try refusal(rows: rows, "C1", CellEdit(.number(1)))?.reason == .unorderedCells(row: 1))
  }
}

@Suite struct `A sheet in which something is stored twice` {
  private static func refusal(_ rows: String) throws -> String? {
    let workbook = try Workbook(WorkbookBuilder(rows: rows).bytes())
    var edit = WorkbookEdit()
    edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference("D9"))] = CellEdit(.number(1))
    do throws(SpreadsheetError) {
      _ = try workbook.applying(edit)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `is not written, wherever the edit is, and both places are named`() throws {
    let cells = try Self.refusal("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>")
    #expect(cells?.contains("cell B1 is stored twice (at bytes ") == true)
    #expect(cells?.contains(" and ") == true)
    let rows = try Self.refusal(
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>")
    #expect(rows?.contains("row 2 is stored twice (at bytes ") == true)
    #expect(try Self.refusal("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>") == nil)
  }
}
