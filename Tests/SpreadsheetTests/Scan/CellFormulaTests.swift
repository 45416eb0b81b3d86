// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Formulas of cells` {
  @Test func `text is unescaped and otherwise as stored`() throws {
    let sheet = try ScannedSheet(
      "<row r='1'><c r='A1'><f> _xlfn.X(B1)&lt;&gt;\"a_x0041_\"\r\n</f><v>1</v></c><c r='B1'><f/></c><c r='C1'/></row>")
    #expect(try sheet.formulas() == ["A1:= _xlfn.X(B1)<>\"a_x0041_\"\n"])
  }

  @Test func `cells of a shared formula get their own text, wherever the master stands`() throws {
    let sheet = try ScannedSheet(
      """
      <row r='1'><c r='B1'><f t='shared' si='4'/></c></row><row r='2'><c r='A2'><f t='shared' ref='A2:B3' si='4'>A1+$C$1*2</f></c>\
      <c r='B2'><f t="shared" si='4'/></c></row><row r='3'><c r='A3'><f t='shared' si=' 4 '></f></c></row>
      """)
    #expect(try sheet.formulas() == ["B1:=B1048576+$C$1*2", "A2:=A1+$C$1*2", "B2:=B1+$C$1*2", "A3:=A2+$C$1*2"])
  }

  @Test func `a cell without a master has no text but a reason`() throws {
    let sheet = try ScannedSheet(
      "<row r='1'><c r='A1'><f t='shared' si='1'/></c><c r='B1'><f t='shared'/></c><c r='C1'><f t='shared' si='x'/></c></row>"
    )
    #expect(
      try sheet.formulas() == [
        "A1:?its shared formula has no master", "B1:?the shared formula has no valid si",
        "C1:?the shared formula has no valid si",
      ])
  }

  @Test func `of several masters with one index the last before the cell counts`() throws {
    let sheet = try ScannedSheet(
      "<row r='1'><c r='A1'><f t='shared' ref='A1:A2' si='0'>B1</f></c></row><row r='2'><c r='A2'><f t='shared' si='0'/></c></row><row r='3'><c r='A3'><f t='shared' ref='A3:A4' si='0'>C3</f></c></row><row r='4'><c r='A4'><f t='shared' si='0'/></c></row>"
    )
    #expect(try sheet.formulas() == ["A1:=B1", "A2:=B2", "A3:=C3", "A4:=C4"])
  }

  @Test func `arrays and data tables say what they cover`() throws {
    let sheet = try ScannedSheet(
      "<row r='1'><c r='A1'><f t='array' ref='A1:B2' ca='1'>ROW(1:2)</f></c><c r='C1'><f t='dataTable' ref='C1:D2' dt2D='1' dtr='1' r1='F1' r2='G1'/></c><c r='E1'><f t='dataTable' ref='E1:E2' dtr='true' r1='F1'/></c><c r='F1'><f t='dataTable' ref='F1:F2' r1='F9'/></c></row>"
    )
    #expect(try sheet.formulas() == ["A1:=ROW(1:2)", "C1:=TABLE(F1,G1)", "E1:=TABLE(F1,)", "F1:=TABLE(,F9)"])
    let row = sheet.rows[0]
    let array = try #require(try sheet.reader.formula(of: row.cells[0], row: 1, in: sheet.bytes.span))
    #expect(array.kind == .array && array.range == CellRange("A1:B2") && array[attribute: "ca"] == "1")
    let table = try #require(try sheet.reader.formula(of: row.cells[1], row: 1, in: sheet.bytes.span))
    #expect(
      table.kind == .dataTable && table.range == CellRange("C1:D2") && table.attributes.map(\.name).contains("r2"))
  }
}
