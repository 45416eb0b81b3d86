// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML

@Suite struct `Filling columns` {
  private func fill(
    _ column: Int, from row: Int, _ values: [CellValue], written: [Bool]? = nil, formula: [String]? = nil
  ) -> ColumnFill {
    ColumnFill(
      column: column, firstRow: row, values: values, written: written ?? values.map { _ in true },
      formula: formula.map { RowFormula(segments: $0) }, style: .keep)
  }

  @Test func `each row gets the formula with its own number`() throws {
    let book = try EditedBook(rows: "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row>") {
      $0.fills = [fill(2, from: 9, [.number(1), .text("x")], formula: ["A", "&\"<\"&C", ""])]
    }
    #expect(
      try book.rows
        == "<row r=\"9\"><c r=\"A9\"><v>1</v></c><c r=\"B9\"><f>A9&amp;\"&lt;\"&amp;C9</f><v>1</v></c></row>"
        + "<row r=\"10\"><c r=\"B10\" t=\"str\"><f>A10&amp;\"&lt;\"&amp;C10</f><v>x</v></c></row>")
  }

  @Test func `a formula reads right in each row, whatever is stored and calculated there`() throws {
    // Rows with more and more digits, some of them there, some with a format of their own, and results of all types.
    let numbers = Array(8...12) + Array(98...102) + Array(9_998...10_002)
    let values: [CellValue] = [.number(1), .text("x"), .boolean(true), .number(0.25), .error(CellError(code: "#N/A"))]
    let types = ["", " t=\"str\"", " t=\"b\"", "", " t=\"e\""]
    let stored = ["1", "x", "1", "0.25", "#N/A"]
    var (before, after) = ("", "")
    for row in numbers {
      let isThere = row % 3 > 0
      let style = row % 3 == 2 ? " s=\"0\" customFormat=\"1\"" : ""
      if isThere { before += "<row r=\"\(row)\"\(style)><c r=\"A\(row)\"><v>\(row)</v></c></row>" }
      after += "<row r=\"\(row)\"\(isThere ? style : "")>"
      if isThere { after += "<c r=\"A\(row)\"><v>\(row)</v></c>" }
      after +=
        "<c r=\"C\(row)\"\(types[row % 5])><f>A\(row)&amp;A$9+\(row)</f><v>\(stored[row % 5])</v></c></row>"
    }
    let written = (8...10_002).map { numbers.contains($0) }
    let book = try EditedBook(rows: before) {
      $0.fills = [
        fill(3, from: 8, (8...10_002).map { values[$0 % 5] }, written: written, formula: ["A", "&A$9+", ""])
      ]
    }
    #expect(try book.rows == after)
  }

  private func shared(rows: String, _ fills: ColumnFill...) throws -> EditedBook {
    var builder = WorkbookBuilder()
    builder.add(sheet: "Sheet1", rows: rows)
    return try EditedBook(builder) {
      $0.sheets[0, default: SheetEdit()].fills = fills
      $0.formulas = .shared
    }
  }

  @Test func `the first of cells that share a formula has its text, and the others refer to it`() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"4\">C1</f></c></row>"
      + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"4\"/></c><c r=\"B2\"><v>7</v></c></row>"
    let book = try shared(
      rows: rows,
      fill(
        2, from: 1, [.number(1), .number(2), .number(3), .number(4)], written: [true, false, true, true],
        formula: ["IF($A", "=\"\",\"\",A$1*C", "+rate)"]))
    #expect(
      try book.rows
        == rows.replacing(
          "</f></c></row>",
          with:
            "</f></c><c r=\"B1\"><f t=\"shared\" ref=\"B1:B4\" si=\"5\">IF($A1=\"\",\"\",A$1*C1+rate)</f><v>1</v></c></row>"
        )
        + "<row r=\"3\"><c r=\"B3\"><f t=\"shared\" si=\"5\"/><v>3</v></c></row>"
        + "<row r=\"4\"><c r=\"B4\"><f t=\"shared\" si=\"5\"/><v>4</v></c></row>")
  }

  @Test(arguments: [["A", "*", ""], ["Other!A", ""], ["T[x]+A", ""], ["A", "+B7"], ["A", "&\"row ", "\""]])
  func `a formula that does not read so in each row, or names another sheet, is shared by no cells`(
    segments: [String]
  ) throws {
    let book = try shared(rows: "", fill(2, from: 1, [.number(1), .number(2)], formula: segments))
    #expect(try !book.rows.contains("shared"))
    #expect(try book.rows.matches(of: /<f>/).count == 2)
  }

  @Test func `a formula that stands in a cell stays, whether it is shared or has a text of its own`() throws {
    let rows =
      "<row r=\"1\"><c r=\"B1\"><f>A1*2</f><v>2</v></c></row><row r=\"2\"><c r=\"B2\"><f>A2*2</f><v>2</v></c></row>"
    #expect(
      try shared(rows: rows, fill(2, from: 1, [.number(2), .number(2)], formula: ["A", "*2"])).isUnchanged)
  }

  @Test func `rows that are not written stay as they are`() throws {
    let rows = "<row r=\"1\"><c r=\"B1\"><v>7</v></c></row><row r=\"2\"><c r=\"B2\"><v>8</v></c></row>"
    let book = try EditedBook(rows: rows) {
      $0.fills = [fill(2, from: 1, [.number(1), .number(2), .number(3)], written: [true, false, false])]
    }
    #expect(try book.rows == rows.replacing("<v>7</v>", with: "<v>1</v>"))
  }

  @Test func `fills and single cells come in order of column, and a single cell wins`() throws {
    let single = try #require(CellReference("C1"))
    let before = try #require(CellReference("A1"))
    let book = try EditedBook(rows: "") {
      $0.fills = [fill(4, from: 1, [.number(4)]), fill(3, from: 1, [.number(3)]), fill(2, from: 1, [.number(2)])]
      $0.cells = [single: CellEdit(.text("own")), before: CellEdit(.number(1))]
    }
    #expect(
      try book.rows
        == "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c>"
        + "<c r=\"C1\" t=\"inlineStr\"><is><t>own</t></is></c><c r=\"D1\"><v>4</v></c></row>")
  }

  @Test func `single cells outside the filled rows are written too`() throws {
    let above = try #require(CellReference("A1"))
    let below = try #require(CellReference("A9"))
    let book = try EditedBook(rows: "") {
      $0.fills = [fill(1, from: 4, [.number(4)])]
      $0.cells = [above: CellEdit(.number(1)), below: CellEdit(.number(9))]
    }
    #expect(try book.rows.matches(of: /r="A\d"/).count == 3)
  }

  @Test func `a single cell in a row that its fill leaves out is written`() throws {
    let cell = try #require(CellReference("B5"))
    let book = try EditedBook(rows: "") {
      $0.fills = [fill(1, from: 4, [.number(4), .number(5)], written: [true, false])]
      $0.cells = [cell: CellEdit(.number(9))]
    }
    #expect(try book.rows.hasSuffix("<row r=\"5\"><c r=\"B5\"><v>9</v></c></row>"))
  }

  @Test func `fresh values with the same formulas change the values only`() throws {
    let rows = "<row r=\"1\"><c r=\"B1\" s=\"0\"><f>A1&amp;\"&lt;\"</f><v>1</v></c></row>"
    let book = try EditedBook(rows: rows) { $0.fills = [fill(2, from: 1, [.number(5)], formula: ["A", "&\"<\""])] }
    #expect(try book.rows == rows.replacing("<v>1</v>", with: "<v>5</v>"))
  }

  @Test func `a column that is filled already costs nothing`() throws {
    let rows =
      "<row r=\"1\"><c r=\"B1\"><f>A1</f><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><f>A2</f><v>2</v></c></row>"
    #expect(
      try EditedBook(rows: rows) { $0.fills = [fill(2, from: 1, [.number(1), .number(2)], formula: ["A", ""])] }
        .isUnchanged)
  }

  @Test func `fills that share no cell may share a column`() throws {
    let book = try EditedBook(rows: "") {
      $0.fills = [
        fill(1, from: 1, [.number(1), .number(2), .number(3)], written: [true, false, true]),
        fill(1, from: 2, [.number(9)]),
      ]
    }
    #expect(try book.rows.matches(of: /<v>(\d)<\/v>/).map(\.1) == ["1", "9", "3"])
  }

  @Test func `fills that share a cell are refused`() throws {
    let error = try refusal {
      _ = try EditedBook(rows: "") {
        $0.fills = [fill(1, from: 1, [.number(1), .number(2)]), fill(1, from: 2, [.number(9)])]
      }
    }
    #expect(error?.reason == .overlappingFills(column: 1, row: 2))
  }

  @Test(arguments: [(0, 1, 1), (1, 0, 1), (16_385, 1, 1), (1, 1_048_576, 2), (1, 1, 0)])
  func `a fill that does not fit is refused`(_ column: Int, _ row: Int, _ count: Int) throws {
    let values = [CellValue](repeating: .number(1), count: count)
    let error = try refusal {
      _ = try EditedBook(rows: "") {
        $0.fills = [fill(column, from: row, values, written: [true] + values.dropFirst().map { _ in true })]
      }
    }
    #expect(error?.reason == .misshapenFill(column: column, firstRow: row))
  }
}

@Suite struct `Encodings in an edit` {
  private func encoded(_ encoding: XMLEncoding, named name: String) throws -> EditedBook {
    var builder = WorkbookBuilder(rows: "")
    let mark = name == "UTF-16" ? "\u{FEFF}" : ""
    let text =
      "\(mark)<?xml version=\"1.0\" encoding=\"\(name)\"?><worksheet xmlns=\"\(WorkbookBuilder.mainNamespace)\">"
      + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>é</t></is></c></row></sheetData></worksheet>"
    builder.set("xl/worksheets/sheet1.xml", bytes: encoding.fromUTF8(Array(text.utf8)))
    let cell = try #require(CellReference("B1"))
    return try EditedBook(builder) { $0.sheets[0, default: SheetEdit()].cells[cell] = CellEdit(.text("商é😀")) }
  }

  @Test(arguments: [
    (XMLEncoding.utf16LittleEndian, "UTF-16"), (.utf16BigEndian, "UTF-16"), (.latin1, "ISO-8859-1"),
    (.ascii, "US-ASCII"),
  ])
  func `a part is written back in its own`(_ encoding: XMLEncoding, _ name: String) throws {
    let book = try encoded(encoding, named: name)
    let bytes = try Workbook(book.bytes).package.bytes(of: PartName("/xl/worksheets/sheet1.xml"))
    #expect(try XMLEncoding.detect(bytes) == encoding)
    let scanned = try ScannedSheet(part: encoding.toUTF8(bytes))
    #expect(try scanned.cells() == ["A1=\"é\"", "B1=\"商é😀\""])
  }
}
