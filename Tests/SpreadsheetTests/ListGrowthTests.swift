// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

/// What reads a list of which a row has been added below: rows 2 to 4 are now 2 to 5. As in Excel when a row is inserted in such a range.
@Suite struct `What reads a whole list` {
  private static let growth = ListGrowth(sheet: 0, list: ListRows(header: 1, rows: 2...4), last: 5)

  /// A list of amounts with shares of them and a running total, and a report with `rows`.
  private static func book(_ rows: String, after: String = "", names: String = "", chart: String? = nil) throws
    -> Workbook
  {
    var builder = WorkbookBuilder()
    let data = (2...5).map { row in
      """
      <row r='\(row)'><c r='A\(row)'><v>\(row)</v></c><c r='B\(row)'><f>A\(row)/SUM(A$2:A$4)</f><v>0</v></c>\
      <c r='C\(row)'><f>SUM(A$2:A\(row))</f><v>0</v></c></row>
      """
    }
    builder.add(
      sheet: "Deals", rows: "<row r='1'><c r='A1' t='inlineStr'><is><t>Amount</t></is></c></row>" + data.joined(),
      after: "<conditionalFormatting sqref='A2:A5'><cfRule type='expression' priority='1'>"
        + "<formula>A2=MAX($A$2:$A$4)</formula></cfRule></conditionalFormatting>")
    builder.add(sheet: "Report", rows: rows, after: after)
    if !names.isEmpty { builder.afterSheets = "<definedNames>\(names)</definedNames>" }
    if let chart { builder.set("xl/charts/chart1.xml", chart) }
    return try Workbook(builder.bytes())
  }

  private static func formulas(_ workbook: Workbook, _ index: Int) throws -> [String: String] {
    var formulas: [String: String] = [:]
    let sheet = try workbook.worksheet(at: index)
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells {
        guard let text = try sheet.formula(of: cell, row: row.index)?.text,
          let place = CellReference(row: row.index, column: cell.column)
        else { continue }
        formulas["\(place)"] = text
      }
    }
    return formulas
  }

  @Test func `grows with it, in the rows of the list and elsewhere, and running totals stay`() throws {
    let book = try Self.book(
      """
      <row r='1'><c r='A1'><f t='shared' ref='A1:B1' si='0'>SUM(Deals!$A$2:$A$4)</f><v>9</v></c>\
      <c r='B1'><f t='shared' si='0'/><v>9</v></c><c r='C1'><f t='shared' ref='C1:D1' si='1'>A1+1</f><v>1</v></c>\
      <c r='D1'><f t='shared' si='1'/><v>1</v></c>\
      <c r='E1'><f t='array' ref='E1'>SUM(Deals!A2:A4*2)</f><v>18</v></c></row>
      """)
    let (bytes, grown) = try book.growing([Self.growth])
    let after = try Workbook(#require(bytes))
    #expect(
      try Self.formulas(after, 1)
        == [
          "A1": "SUM(Deals!$A$2:$A$5)", "B1": "SUM(Deals!$A$2:$A$5)", "C1": "A1+1", "D1": "B1+1",
          "E1": "SUM(Deals!A2:A5*2)",
        ])
    let own = try Self.formulas(after, 0)
    #expect(own["B2"] == "A2/SUM(A$2:A$5)" && own["B5"] == "A5/SUM(A$2:A$5)")
    #expect(own["C4"] == "SUM(A$2:A4)")
    #expect(grown.cells[1]?.map(\.description) == ["A1", "B1", "E1"])
    #expect(grown.formats == [0: ["A2:A5"]])
    // The formulas that are not concerned keep their bytes.
    let text = String(
      decoding: try after.package.bytes(of: #require(after.sheets[1].part)), as: UTF8.self)
    #expect(text.contains("<f t='shared' ref='C1:D1' si='1'>A1+1</f>") && text.contains("<f t=\"array\" ref=\"E1\">"))
    #expect(try after.growing([Self.growth]).bytes == nil)
  }

  @Test func `names grow unless a formula puts them beside something that does not`() throws {
    let names =
      "<definedName name='All'>Deals!$A$2:$A$4</definedName><definedName name='_xlnm.Print_Area' localSheetId='0'>Deals!$A$2:$A$4</definedName>"
    let book = try Self.book("<row r='1'><c r='A1'><f>SUM(All)</f><v>9</v></c></row>", names: names)
    let (bytes, grown) = try book.growing([Self.growth])
    #expect(grown.names == ["All"])
    #expect(try Workbook(#require(bytes)).definedNames.map(\.formula) == ["Deals!$A$2:$A$5", "Deals!$A$2:$A$4"])
    let other = try Self.book("<row r='1'><c r='A1'><f>SUMPRODUCT(All*B1:B3)</f><v>9</v></c></row>", names: names)
    #expect(try other.growingReaders([Self.growth]).names == [])
    #expect(try book.growingReaders([Self.growth], except: GrowthExceptions(names: ["all"])).names == [])
  }

  @Test func `charts grow with a copy of the new values, unless a series does not`() throws {
    func chart(_ other: String) -> String {
      """
      <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser>\
      <c:cat><c:numRef><c:f>\(other)</c:f></c:numRef></c:cat><c:val><c:numRef><c:f>Deals!$A$2:$A$4</c:f><c:numCache>\
      <c:formatCode>0.0</c:formatCode><c:ptCount val="3"/></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea>\
      </c:chart></c:chartSpace>
      """
    }
    let (bytes, grown) = try Self.book("", chart: chart("Deals!$B$2:$B$4")).growing([Self.growth])
    #expect(grown.charts.count == 1)
    let after = try Workbook(#require(bytes))
    let text = String(decoding: try after.package.bytes(of: grown.charts[0]), as: UTF8.self)
    #expect(text.contains("<c:f>Deals!$A$2:$A$5</c:f>") && text.contains("<c:f>Deals!$B$2:$B$5</c:f>"))
    #expect(text.contains("<c:formatCode>0.0</c:formatCode><c:ptCount val=\"4\"/>"))
    #expect(text.contains("<c:pt idx=\"3\"><c:v>5</c:v></c:pt>"))
    #expect(try Self.book("", chart: chart("Report!$B$2:$B$4")).growingReaders([Self.growth]).charts.isEmpty)
  }
}
