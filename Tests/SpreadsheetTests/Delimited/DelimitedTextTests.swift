// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `A text file of fields` {
  func fields(_ text: String) throws -> [[String]] { try DelimitedText(Array(text.utf8)).rows.map(\.fields) }

  @Test(arguments: [",", ";", "\t", "|"])
  func `shows its separator`(mark: String) throws {
    let text = try DelimitedText(Array("id\(mark)name\(mark)sum\r\n1\(mark)\"a\(mark)b\"\(mark)2\r\n".utf8))
    #expect(String(text.separator) == mark)
    #expect(text.rows.map(\.fields) == [["id", "name", "sum"], ["1", "a\(mark)b", "2"]])
    #expect(text.hasQuotes)
  }

  @Test func `keeps quotes, line breaks and blanks that stand in quotes`() throws {
    #expect(
      try fields("a,b\n\"say \"\"hi\"\"\",\"two\nlines\"\n,\n") == [
        ["a", "b"], ["say \"hi\"", "two\nlines"], ["", ""],
      ])
    #expect(try fields("sep=;\na;b,c\n") == [["a", "b,c"]])
  }

  @Test func `is read in the encoding that it is in`() throws {
    let text = "客戶,金額\n台積,5\n"
    var little: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { little += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    // 客户,金额
    let gbk: [UInt8] = [0xBF, 0xCD, 0xBB, 0xA7, 0x2C, 0xBD, 0xF0, 0xB6, 0xEE, 0x0A]
    // 客戶,金額,代碼
    let big5: [UInt8] = [0xAB, 0xC8, 0xA4, 0xE1, 0x2C, 0xAA, 0xF7, 0xC3, 0x42, 0x2C, 0xA5, 0x4E, 0xBD, 0x58, 0x0A]
    let western: [UInt8] = Array("M".utf8) + [0xFC] + Array("ller,Stra".utf8) + [0xDF] + Array("e\n".utf8)
    var cases: [(bytes: [UInt8], encoding: TextEncoding, first: String)] = []
    cases.append((Array(text.utf8), .utf8, "客戶"))
    cases.append((little, .utf16LittleEndian, "客戶"))
    cases.append((gbk, .gb18030, "客户"))
    cases.append((big5, .big5, "客戶"))
    cases.append((western, .windows1252, "Müller"))
    for (bytes, encoding, first) in cases {
      let read = try DelimitedText(bytes)
      #expect(read.encoding == encoding)
      #expect(read.rows.first?.fields.first == first)
    }
  }

  @Test func `may have a list below figures of another width`() throws {
    let figures = "Team;Nord\nErstellt;30.11.2026\nOffen;2\nPipeline;179500\nQuote;50\n"
    let list = "Angebot;Kunde;Status;Wert\na;b;c;1\nd;e;f;2\n"
    #expect(try fields(figures + "\n" + list).last == ["d", "e", "f", "2"])
    #expect(try fields(figures + list).last == ["d", "e", "f", "2"])
    // The names may hold the separator.
    #expect(throws: DelimitedError.tooManyFields(line: 4, found: 3, expected: 2)) {
      try fields("a,b\n1,2\n3,4\nSmith, J,1\nSmith, K,2\nSmith, L,3\n5,6\n7,8\n")
    }
    #expect(throws: DelimitedError.tooManyFields(line: 6, found: 3, expected: 2)) {
      try fields("a,b\n1,2\n3,4\n5,6\n7,8\nSmith, J,1\nSmith, K,2\nSmith, L,3\n")
    }
  }

  @Test(arguments: [
    ("a,b\n\"x,1\n", DelimitedError.unclosedQuote(line: 2)), ("a,b\n\"x\"y,1\n", .textAfterQuote(line: 2)),
    ("a,b\n1,2\n1,234,5\n3,4\n", .tooManyFields(line: 3, found: 3, expected: 2)),
    ("a,b\n1,\u{0}\n", .controlCharacter(line: 2)),
  ])
  func `that contradicts itself is refused with its line`(text: String, error: DelimitedError) {
    #expect(throws: error) { try DelimitedText(Array(text.utf8)) }
  }

  @Test func `is a workbook of one sheet, in which only what is a number anywhere is one`() throws {
    let text = try DelimitedText(
      Array("id,amount,date\n007,1234.5,2026-03-10\n12345678901234567,\"1,5\",3/4/2026\n".utf8))
    let workbook = try Workbook(text, sheetName: "deals [new]")
    #expect(workbook.sheets.map(\.name) == ["deals new"])
  }

  /// The values of the columns of a text with `;` between its fields, below the header.
  private func columns(_ lines: String...) throws -> [[CellValue]] {
    let workbook = try Workbook(DelimitedText(Array(lines.joined(separator: "\n").utf8)), sheetName: "x")
    var values: [[CellValue]] = []
    let sheet = try workbook.worksheet(at: 0)
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where row.index > 1 {
        while values.count < cell.column { values.append([]) }
        values[cell.column - 1].append(try sheet.value(of: cell, row: row.index))
      }
    }
    return values
  }

  @Test func `has numbers with a decimal comma where a column shows it, and then its points are no decimals`() throws {
    let found = try columns("id;sum;share", "a;1.234,56;10 %", "b;1.234;50 %", "c;12,5;100 %", "d;-7;0 %")
    #expect(found[1] == [.number(1234.56), .number(1234), .number(12.5), .number(-7)])
    #expect(found[2] == [.number(0.1), .number(0.5), .number(1), .number(0)])
  }

  @Test func `has as numbers what a cell holds digit by digit, and keeps longer ones as text`() throws {
    // Programs write a double in its shortest form, with up to 17 digits. IDs and card numbers would lose digits.
    let found = try columns(
      "id;sum", "6225880212345678;0.30000000000000004", "1;3.141592653589793", "2;0.12345678901234567", "3;0.5")
    #expect(found[0].first == .text("6225880212345678"))
    #expect(found[1] == [.number(0.1 + 0.2), .number(.pi), .text("0.12345678901234567"), .number(0.5)])
  }

  @Test func `has all numbers written in one way, as one program has written them`() throws {
    let found = try columns("id;sum;fee", "a;1.234,56;2.500", "b;99,5;1.000")
    #expect(found[2] == [.number(2500), .number(1000)])
    let english = try columns("id;sum;fee", "a;\"1,234.56\";\"2,500\"", "b;99.5;\"1,000\"")
    #expect(english[2] == [.number(2500), .number(1000)])
  }

  @Test func `leaves what can be read in two ways, and what is no number, as text`() throws {
    // Two numbers that contradict each other; nothing that shows the sign; ids, amounts with a currency, telephones.
    #expect(try columns("a;b", "1,5;x", "1.5;x")[0] == [.text("1,5"), .number(1.5)])
    #expect(try columns("a;b", "1,500;x", "2,500;x")[0] == [.text("1,500"), .text("2,500")])
    let found = try columns("sum;id;money;phone", "1,5;007;€ 12,50;123 456 789", "2,25;008;€ 3,10;987 654 321")
    #expect(found[1] == [.text("007"), .text("008")])
    #expect(found[2] == [.number(12.5), .number(3.1)])
    #expect(found[3] == [.text("123 456 789"), .text("987 654 321")])
  }

  @Test func `leaves 120.000 as text where nothing in the file says whether it is 120`() throws {
    let found = try columns("id;sum;note", "a;120.000;x", "b;80.000;1.500")
    #expect(found[1] == [.text("120.000"), .text("80.000")])
    #expect(found[2] == [.text("x"), .text("1.500")])
    // A number elsewhere in the file tells, if it has as many decimals: who writes 0.5 writes 120 without three zeros.
    #expect(try columns("sum;rate", "120.000;0.500", "80.000;1250.125")[0] == [.number(120), .number(80)])
    #expect(try columns("sum;rate", "120.000;0.5", "80.000;1.25")[0] == [.text("120.000"), .text("80.000")])
    #expect(try columns("sum,rate", "120.000,0.5", "80.000,1.25")[0] == [.text("120.000"), .text("80.000")])
    #expect(try columns("sum\trate", "120,000\t0,5", "80,000\t1,25")[0] == [.text("120,000"), .text("80,000")])
    #expect(try columns("sum\trate", "120,000\t0.5", "80,000\t1.25")[0] == [.number(120_000), .number(80_000)])
    #expect(try columns("sum;rate", "120.000;0,5", "80.000;1,25")[0] == [.number(120_000), .number(80_000)])
    #expect(try columns("sum", "0.125", "0.250")[0] == [.number(0.125), .number(0.25)])
  }

  @Test func `has an amount with its currency as a number where all of the column have the same`() throws {
    let dollars = try columns("sum;other", "$120,000.00;$5", "-$80.50;5 €", "$0.00;7")
    #expect(dollars[0] == [.number(120_000), .number(-80.5), .number(0)])
    #expect(dollars[1] == [.text("$5"), .text("5 €"), .number(7)])
    #expect(try columns("sum;x", "1.200,50 €;a", "3,10 €;b")[0] == [.number(1200.5), .number(3.1)])
    #expect(try columns("sum;x", "$120.000;a", "$80.000;b")[0] == [.text("$120.000"), .text("$80.000")])
  }

  private func dates(_ fields: [String]) throws -> [CellValue] {
    let workbook = try Workbook(
      DelimitedText(Array((["id,day"] + fields.map { "x,\($0)" }).joined(separator: "\n").utf8)), sheetName: "x")
    var values: [CellValue] = []
    let sheet = try workbook.worksheet(at: 0)
    try sheet.forEachRow { row throws(SpreadsheetError) in
      guard row.index > 1, let cell = row.cells.last else { return }
      values.append(try sheet.value(of: cell, row: row.index))
    }
    return values
  }

  @Test func `has days where a column tells the order of their parts, and texts where it does not`() throws {
    #expect(try dates(["3/14/2026", "3/4/2026 8:30 AM"]) == [.number(46_095), .number(46_085)])
    #expect(try dates(["14/3/2026", "3/4/2026"]) == [.number(46_095), .number(46_115)])
    #expect(
      try dates(["2026-03-10", "2026-03-10 08:30", "2026-03-10T08:30:00.123Z", "2026-03-10T08:30:00+08:00"])
        == [CellValue](repeating: .number(46_091), count: 4))
    for text in ["2026-03-10 Q1:follow up", "2026-03-10 08:30 call back", "2026-+3-10"] {
      #expect(try dates([text]) == [.text(text)])
    }
    #expect(try dates(["03.04.2026"]) == [.number(46_115)])
    #expect(try dates(["3/4/2026", "5/6/2026"]) == [.text("3/4/2026"), .text("5/6/2026")])
    #expect(try dates(["3/14/2026", "14/3/2026"]) == [.text("3/14/2026"), .text("14/3/2026")])
    #expect(try dates(["3/14/2026", "2/30/2026", "soon"]) == [.number(46_095), .text("2/30/2026"), .text("soon")])
  }

  /// Taiwan, China and Japan write dates so; the month follows the year everywhere (CLDR 47, yMd of zh, zh-Hant and ja).
  @Test func `has days where the year stands first, whatever stands between`() throws {
    for text in [
      "2026/3/10", "2026/03/10", "2026.3.10", "2026.03.10", "2026-3-10", "2026年3月10日", "2026年03月10日", "2026/3/10 8:30",
      "2026-03-10 8:30", "2026年3月10日 08:30:00",
    ] { #expect(try dates([text]) == [.number(46_091)], "\(text)") }
    for text in [
      "2026/3", "2026/13/1", "2026/2/30", "2026/3-10", "2026年3月", "2026年3月10", "20260/3/1", "2026/3/100", "1899/3/10",
      "2026/3/10 to 12", "2026/3/10/1", "2026.3.10.2",
    ] { #expect(try dates([text]) == [.text(text)], "\(text)") }
  }
}
