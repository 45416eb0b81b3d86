// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Rows and cells` {
  @Test func `ranges point at the elements`() throws {
    let sheet = try ScannedSheet(
      #"<row r="2" spans="1:3"><c r="B2" s="5" t="str"><f>A1&amp;1</f><v>x</v></c><c r="C2"/></row>"#)
    let row = try #require(sheet.rows.first)
    #expect(sheet.text(row.element).hasSuffix("</row>"))
    #expect(sheet.text(row.startTag) == #"<row r="2" spans="1:3">"#)
    #expect(sheet.text(row.cells[0].element) == #"<c r="B2" s="5" t="str"><f>A1&amp;1</f><v>x</v></c>"#)
    #expect(sheet.text(row.cells[0].formula) == "<f>A1&amp;1</f>")
    #expect(sheet.text(row.cells[0].value) == "x")
    #expect(row.cells[0].style == 5 && row.cells[0].column == 2)
    #expect(sheet.text(row.cells[1].element) == #"<c r="C2"/>"#)
    #expect(row.cells[1].formula == 0..<0 && row.cells[1].value == 0..<0 && !row.cells[1].hasValueElement)
  }

  @Test func `an empty value is told from none`() throws {
    let cells = try ScannedSheet("<row r='1'><c r='A1'><v></v></c><c r='B1'><v/></c><c r='C1'></c></row>").rows[0].cells
    #expect(cells.map(\.hasValueElement) == [true, true, false])
    #expect(cells.allSatisfy { $0.value.isEmpty })
  }

  @Test func `of an inline string the value is what is inside`() throws {
    let sheet = try ScannedSheet(#"<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>"#)
    #expect(sheet.text(sheet.rows[0].cells[0].value) == "<r><t>a</t></r>")
  }

  @Test func `rows and cells without a reference are counted on`() throws {
    let sheet = try ScannedSheet(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"
    )
    #expect(try sheet.cells() == ["A1=1.0", "B1=2.0", "C5=3.0", "D5=4.0", "A6=5.0"])
  }

  @Test func `a row without a number is where its first cell says`() throws {
    #expect(
      try ScannedSheet("<row><c r='B9'><v>1</v></c><c r='C9'/></row><row><c/></row>").cells() == [
        "B9=1.0", "C9=-", "A10=-",
      ])
    #expect(throws: ScanError.self) { try ScannedSheet("<row><c r='B9'/><c r='C8'/></row>") }
  }

  @Test func `the last row and the last column are read and nothing lies behind them`() throws {
    #expect(try ScannedSheet("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>").cells() == ["XFD1048576=1.0"])
    for rows in [
      "<row r='1048577'/>", "<row r='0'/>", "<row r='-1'/>", "<row r=''/>", "<row r='2147483648'/>", "<row r='1.5'/>",
      "<row r='99999999999999999999'/>", "<row r='1048576'/><row/>", "<row r='1'><c r='XFD1'/><c/></row>",
      "<row r='1' r='1'/>",
    ] {
      #expect(throws: ScanError.self, "\(rows)") { try ScannedSheet(rows) }
    }
  }

  @Test func `a row of more cells than there are columns is refused`() throws {
    let cells = String(repeating: "<c r='A1'/>", count: 16_384)
    #expect(try ScannedSheet("<row r='1'>\(cells)</row>").rows[0].cells.count == 16_384)
    #expect(throws: ScanError.self) { try ScannedSheet("<row r='1'>\(cells)<c r='A1'/></row>") }
  }

  @Test func `the buffer is emptied for each row`() throws {
    let sheet = try ScannedSheet("<row r='1'><c r='A1'/><c r='B1'/></row><row r='2'/><row r='3'><c r='A3'/></row>")
    #expect(sheet.rows.map { $0.cells.count } == [2, 0, 1])
  }

  @Test(arguments: [
    "<row r='1'></c></row>", "</row>", "<row r='1'>", "<row r='1'><c r='A1'></row>", "<row r='1'><c r='A1'/>", "<>",
    "<row r='1'><></row>", "<row/ >",
    "<row r='1'><!DOCTYPE a></row>", "<!ENTITY a>", "<row r='1'><c r='A1'/></rov>", "<!-- never closed",
    "<row r='1'><![CDATA[ </row>", "<?pi",
  ])
  func `markup that is not well formed is refused`(rows: String) {
    #expect(throws: ScanError.self) { try ScannedSheet(rows) }
  }
}

@Suite struct `Rows and cells out of order` {
  @Test(arguments: [
    ("<row r='1'><c r='A1'/><c r='C1'/></row><row r='4'/>", ""),
    ("<row r='2'/><row r='2'/>", "row 2 is stored twice"), ("<row r='3'/><row r='2'/>", "row 2 is stored after row 3"),
    ("<row r='1'><c r='B1'/><c r='B1'/></row>", "cell B1 is stored twice"),
    ("<row r='1'><c r='B1'/><c r='A1'/></row>", "cell A1 is stored after cell B1"),
    ("<row r='1'><c r='B1' /><c r='B1' /></row>", "cell B1 is stored twice"),
    ("<row r='1'><c r='B1'/><c r='A1'/><c/></row>", "cell B1 is stored twice"),
  ])
  func `are read and told`(rows: String, expected: String) throws {
    let sheet = try ScannedSheet(rows)
    #expect((sheet.disorder?.description ?? "").hasPrefix(expected) && (sheet.disorder == nil) == expected.isEmpty)
  }

  @Test func `are told with both places`() throws {
    let sheet = try ScannedSheet("<row r='1'><c r='B1'><v>1</v></c><c r='B1'><v>2</v></c></row>")
    #expect(try sheet.cells() == ["B1=1.0", "B1=2.0"])
    let disorder = try #require(sheet.disorder)
    #expect(disorder.offsets.map { sheet.text($0..<($0 + 15)) } == ["<c r='B1'><v>1<", "<c r='B1'><v>2<"])
  }
}
