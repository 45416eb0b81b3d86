// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Tables of a worksheet` {
  private func tables(_ xml: String) throws -> [Table] {
    var builder = WorkbookBuilder(rows: "")
    builder.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      WorkbookBuilder.relationships(
        WorkbookBuilder.relationship("t", "table", "../tables/table1.xml")
          + WorkbookBuilder.relationship("u", "table", "../tables/gone.xml")
          + WorkbookBuilder.relationship("v", "drawing", "../drawings/drawing1.xml")))
    builder.set("xl/tables/table1.xml", xml)
    return try Table.tables(ofSheet: PartName("/xl/worksheets/sheet1.xml"), in: OPCPackage(builder.bytes()))
  }

  private let namespace = "xmlns='\(WorkbookBuilder.mainNamespace)'"

  @Test func `are read with range, filter, columns and formulas`() throws {
    let table = try #require(
      try tables(
        """
        <table \(namespace) id="3" name="T" displayName="Deals" ref="B2:D9" totalsRowCount="1">\
        <autoFilter ref="B2:D8"/><tableColumns count="3"><tableColumn id="1" name="客戶"/>\
        <tableColumn id="2" name="金額_x000a_(萬)" totalsRowFunction="sum"/>\
        <tableColumn id="5" name="a &amp; b"><calculatedColumnFormula>Deals[[#This Row],[客戶]]&amp;"x"</calculatedColumnFormula>\
        </tableColumn></tableColumns></table>
        """
      ).first)
    #expect(table.part == PartName("/xl/tables/table1.xml"))
    #expect(table.id == 3)
    #expect(table.displayName == "Deals")
    #expect(table.name == "T")
    #expect(table.range == CellRange("B2:D9"))
    #expect(table.autoFilter == CellRange("B2:D8"))
    #expect(table.headerRowCount == 1)
    #expect(table.totalsRowCount == 1)
    #expect(table.dataRows == 3...8)
    #expect(table.columns.map(\.name) == ["客戶", "金額\n(萬)", "a & b"])
    #expect(table.columns.map(\.id) == [1, 2, 5])
    #expect(table.columns[1].totalsFunction == "sum")
    #expect(table.columns[2].calculatedFormula == "Deals[[#This Row],[客戶]]&\"x\"")
  }

  @Test func `without header, totals and filter are all data`() throws {
    let table = try #require(try tables("<table \(namespace) displayName='T' ref='A1:B3' headerRowCount='0'/>").first)
    #expect(table.dataRows == 1...3)
    #expect(table.autoFilter == nil)
    #expect(table.columns.isEmpty)
  }

  @Test func `with counts beyond their range have no data rows`() throws {
    let table = try #require(
      try tables("<table \(namespace) displayName='T' ref='A1:B2' headerRowCount='9' totalsRowCount='99'/>").first)
    #expect(table.dataRows == nil)
    #expect(table.totalsRowCount == 1)
  }

  @Test func `without a range are refused with the place`() {
    let expected = SpreadsheetError.invalid(
      part: PartName("/xl/tables/table1.xml"), offset: 94, subject: "the range of the table", found: "“A0:B2”",
      expected: "a range such as A1:D9")
    #expect(throws: expected) { try tables("<table \(namespace) displayName='T' ref='A0:B2'/>") }
  }

  @Test func `with another root element are refused`() {
    #expect(throws: SpreadsheetError.self) { try tables("<worksheet \(namespace) ref='A1:B2'/>") }
  }
}
