// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Blank rows between rows of data` {
  /// Deals in rows 2 and `last`. Row 9 exists in the file but is empty.
  private static func read(last: Int, blankRows: Int) throws -> Int {
    func row(_ number: Int, _ texts: [String]) -> String {
      let cells = texts.enumerated().map { index, text in
        "<c r='\("ABC"[String.Index(utf16Offset: index, in: "ABC")])\(number)' t='inlineStr'><is><t>\(text)</t></is></c>"
      }
      return "<row r='\(number)'>\(cells.joined())</row>"
    }
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Deals",
      rows: row(1, ["Deal ID", "Opportunity", "Sales stage"]) + row(2, ["D-1", "one", "Won"])
        + "<row r='9'><c r='A9' s='0'/></row>" + row(last, ["D-2", "two", "Lost"])
        + "<row r='1048576'><c r='A1048576' s='0'/></row>")
    builder.styles = "<cellXfs count='1'><xf numFmtId='0'/></cellXfs>"
    var limits = Limits.untrusted
    limits.blankRows = blankRows
    let analysis = try Analysis(
      Workbook(builder.bytes(), limits: limits), playbook: .builtIn,
      options: ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31)), columns: .all)
    return analysis.team.rowCount
  }

  @Test func `may be as many as the limit says, and any number below the last one`() throws {
    #expect(try Self.read(last: 20, blankRows: 17) == 2)
  }

  @Test func `are refused where there are more, with the row that stands below them`() throws {
    let error = try #require(throws: (any Error).self) { try Self.read(last: 20, blankRows: 16) }
    #expect(
      "\(error)".contains(
        "xl/worksheets/sheet1.xml, sheet “Deals”, row 20: blank-rows is 17, more than the limit of 16"))
  }

  @Test func `a deal in the last row of the grid does not cost a million rows`() throws {
    let error = try #require(throws: (any Error).self) {
      try Self.read(last: 1_048_575, blankRows: Limits.default.blankRows)
    }
    #expect("\(error)".contains("row 1048575"))
  }

  @Test func `are those of spaces alone, whether shared strings or not, and a total is one behind spaces too`() throws {
    func inline(_ place: String, _ text: String) -> String {
      "<c r='\(place)' t='inlineStr'><is><t xml:space='preserve'>\(text)</t></is></c>"
    }
    func shared(_ place: String, _ index: Int) -> String { "<c r='\(place)' t='s'><v>\(index)</v></c>" }
    var builder = WorkbookBuilder()
    builder.sharedStrings = "<si><t xml:space='preserve'>  </t></si><si><t>Total</t></si>"
    builder.add(
      sheet: "Deals",
      rows: "<row r='1'>\(inline("A1", "Deal ID"))\(inline("B1", "Opportunity"))\(inline("C1", "Sales stage"))</row>"
        + "<row r='2'>\(inline("A2", "D-1"))\(inline("B2", "one"))</row>"
        + "<row r='3'>\(inline("A3", "  "))\(inline("B3", " "))</row>"
        + "<row r='4'>\(shared("A4", 0))\(shared("B4", 0))</row>"
        + "<row r='5'>\(shared("A5", 0))\(shared("B5", 1))</row>"
        + "<row r='6'>\(inline("A6", " "))\(inline("B6", "Total"))</row>"
        + "<row r='7'>\(shared("A7", 0))\(inline("B7", "two"))</row>")
    let analysis = try Analysis(
      Workbook(builder.bytes()), playbook: .builtIn,
      options: ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31)), columns: .all)
    let sheet = try #require(analysis.team.sheet("de"))
    #expect(sheet.rows.totalRows == [5, 6])
    #expect(sheet.rows.kinds == [.data, .blank, .blank, .total, .total, .data])
  }
}
