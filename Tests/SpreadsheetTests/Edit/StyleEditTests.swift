// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `New cell formats` {
  private let sheet =
    "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/></numFmts>"
    + "<fonts count=\"2\"><font><sz val=\"11\"/><color theme=\"1\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"9\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
    + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    + "<xf numFmtId=\"170\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\"><alignment horizontal=\"center\"/></xf></cellXfs>"

  private func book(_ styles: [NewStyle], in sheet: String?, uses: [StyleChoice]? = nil) throws -> EditedBook {
    var builder = WorkbookBuilder(rows: "")
    builder.styles = sheet
    return try EditedBook(builder) { edit in
      edit.newStyles = styles
      for (index, style) in (uses ?? styles.indices.map { .new($0) }).enumerated() {
        guard let cell = CellReference(row: index + 1, column: 1) else { continue }
        edit.sheets[0, default: SheetEdit()].cells[cell] = CellEdit(.number(1), style: style)
      }
    }
  }

  private func styles(_ styles: [NewStyle]) throws -> String { try book(styles, in: sheet).text("xl/styles.xml") }

  @Test func `a number format is appended to those of the workbook`() throws {
    let text = try styles([NewStyle(base: 1, numberFormat: "#,##0.00;[Red]\"<\"0")])
    #expect(
      text.contains(
        "<numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/>"
          + "<numFmt numFmtId=\"171\" formatCode=\"#,##0.00;[Red]&quot;&lt;&quot;0\"/></numFmts>"))
    #expect(
      text.contains(
        "<xf numFmtId=\"171\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\">"
          + "<alignment horizontal=\"center\"/></xf></cellXfs>"))
    #expect(text.contains("<cellXfs count=\"3\">"))
  }

  @Test(arguments: [("#,##0.00", 4), ("0%", 9), ("@", 49), ("yyyy", 170)])
  func `a number format that there is already is used`(_ code: String, _ id: Int) throws {
    let text = try styles([NewStyle(base: 0, numberFormat: code)])
    #expect(text.contains("<numFmts count=\"1\">"))
    #expect(
      text.contains(
        "<xf numFmtId=\"\(id)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
      ))
  }

  @Test func `the first number format of a workbook has the number 164`() throws {
    let text = try book(
      [NewStyle(base: 0, numberFormat: "0.0\"x\"")], in: "<fonts/><cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    ).text("xl/styles.xml")
    #expect(
      text.contains("<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;x&quot;\"/></numFmts><fonts/>")
    )
  }

  @Test func `bold and colour make a font of the old one`() throws {
    let text = try styles([NewStyle(base: 0, bold: true, textColor: "c00000")])
    #expect(
      text.contains(
        "<font><b/><sz val=\"11\"/><color rgb=\"FFC00000\"/><name val=\"Calibri\"/></font></fonts>"))
    #expect(text.contains("<fonts count=\"3\">"))
    #expect(text.contains("fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"))
  }

  @Test func `bold is taken away`() throws {
    #expect(try styles([NewStyle(base: 1, bold: false)]).contains("<font><sz val=\"9\"/></font></fonts>"))
  }

  @Test func `a background is appended to the fills`() throws {
    let text = try styles([NewStyle(base: 0, fill: "D9E1F2")])
    #expect(
      text.contains(
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFD9E1F2\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
      ))
    #expect(
      text.contains(
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"/></cellXfs>"))
  }

  @Test func `text is wrapped, with the rest of the alignment kept`() throws {
    #expect(
      try styles([NewStyle(base: 1, wrapText: true)])
        .contains("applyAlignment=\"1\"><alignment horizontal=\"center\" wrapText=\"1\"/></xf></cellXfs>"))
    #expect(
      try styles([NewStyle(base: 0, wrapText: true)]).contains(
        "applyAlignment=\"1\"><alignment wrapText=\"1\"/></xf></cellXfs>"))
  }

  @Test func `a style like its base is its base`() throws {
    let styles = [NewStyle(base: 1, numberFormat: "yyyy", bold: true, wrapText: false)]
    let book = try book(styles, in: sheet)
    #expect(try book.changedParts == ["xl/worksheets/sheet1.xml"])
    #expect(try book.rows == "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row>")
  }

  @Test func `equal styles are appended once, and a second fill appends none`() throws {
    let style = NewStyle(base: 0, numberFormat: "0.000", bold: true, fill: "FF0000")
    let book = try book([style, style, NewStyle(base: 0, bold: true)], in: sheet)
    #expect(
      try book.rows
        == "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" s=\"2\"><v>1</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\" s=\"3\"><v>1</v></c></row>")
    #expect(try book.text("xl/styles.xml").contains("<fonts count=\"3\">"))
  }

  @Test func `styles that no cell uses are not appended`() throws {
    let book = try book([NewStyle(base: 0, bold: true)], in: sheet, uses: [.index(1)])
    #expect(try book.changedParts == ["xl/worksheets/sheet1.xml"])
  }

  @Test func `a workbook without styles gets a part for them`() throws {
    let book = try book([NewStyle(base: 0, numberFormat: "0.00")], in: nil)
    #expect(
      try book.changedParts
        == [
          "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "+xl/styles.xml",
        ])
    let workbook = try Workbook(book.bytes)
    #expect(workbook.styles.cellFormats.map(\.numberFormatID) == [0, 2])
  }

  @Test func `prefixes of the styles part are kept`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.styles = ""
    builder.set(
      "xl/styles.xml",
      "<x:styleSheet xmlns:x=\"\(WorkbookBuilder.mainNamespace)\"><x:cellXfs><x:xf/></x:cellXfs></x:styleSheet>")
    let cell = try #require(CellReference("A1"))
    let text = try EditedBook(builder) {
      $0.newStyles = [NewStyle(base: 0, numberFormat: "0.0", bold: true, fill: "FFFFFF", wrapText: true)]
      $0.sheets[0, default: SheetEdit()].cells[cell] = CellEdit(.number(1), style: .new(0))
    }.text("xl/styles.xml")
    #expect(
      text.contains(
        "<x:numFmts count=\"1\"><x:numFmt numFmtId=\"164\" formatCode=\"0.0\"/></x:numFmts>"
          + "<x:fonts count=\"1\"><x:font><x:b/></x:font></x:fonts>"
          + "<x:fills count=\"1\"><x:fill><x:patternFill patternType=\"solid\"><x:fgColor rgb=\"FFFFFFFF\"/>"))
    #expect(text.contains("<x:alignment wrapText=\"1\"/></x:xf></x:cellXfs>"))
  }

  @Test(arguments: [
    NewStyle(base: 0, fill: "red"), NewStyle(base: 0, textColor: "#FF0000"), NewStyle(base: 0, numberFormat: ""),
    NewStyle(base: 0, numberFormat: String(repeating: "0", count: 256)),
  ])
  func `what no format can hold is refused`(_ style: NewStyle) throws {
    let error = try refusal { _ = try styles([style]) }
    guard case .styleValue = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a base that is not there is refused`() throws {
    #expect(try refusal { _ = try styles([NewStyle(base: 2)]) }?.reason == .styleOutOfRange(2, count: 2))
  }
}
