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
    #expect(row.cells[1].formula == 0..<0 && !row.cells[1].hasValueElement)
    #expect(sheet.text(try #require(sheet.layout.sheetData)).hasPrefix("<sheetData>"))
    #expect(sheet.text(sheet.layout.sheetDataContent).hasPrefix("<row"))
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
}
