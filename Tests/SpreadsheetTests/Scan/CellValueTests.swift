// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Values of cells` {
  @Test(arguments: [
    ("<c r='A7'><v>12</v></c>", "12.0"), ("<c r='A7' t='n'><v/></c>", "-"), ("<c r='A7' t='n'/>", "-"),
    ("<c r='A7'><v> \n1E+3\t</v></c>", "1000.0"), ("<c r='A7'><v>-0</v></c>", "-0.0"),
    ("<c r='A7'><v>&#49;2</v></c>", "12.0"),
    ("<c r='A7'><v>1<!-- -->2</v></c>", "12.0"), ("<c r='A7'><v>  </v></c>", "-"),
    ("<c r='A7' t='b'><v>1</v></c>", "TRUE"),
    ("<c r='A7' t='b'><v>true</v></c>", "TRUE"), ("<c r='A7' t='b'><v>0</v></c>", "FALSE"),
    ("<c r='A7' t='b'><v> false </v></c>", "FALSE"), ("<c r='A7' t='b'><v/></c>", "-"),
    ("<c r='A7' t='e'><v>#N/A</v></c>", "#N/A"),
    ("<c r='A7' t='e'><v> #FUTURE! </v></c>", "#FUTURE!"), ("<c r='A7' t='s'><v>41</v></c>", "s41"),
    ("<c r='A7' t='s'><v/></c>", "-"),
    ("<c r='A7' t='s'><v> 3 </v></c>", "s3"), ("<c r='A7' t='str'><v></v></c>", "\"\""), ("<c r='A7' t='str'/>", "-"),
    ("<c r='A7' t='str'><v>12</v></c>", "\"12\""), ("<c r='A7' t='inlineStr'><is><t/></is></c>", "\"\""),
    ("<c r='A7' t='inlineStr'><v>old</v></c>", "\"old\""), ("<c r='A7'><is><t>no type</t></is></c>", "\"no type\""),
    ("<c r='A7' t='n'><v>1</v><is><t>x</t></is></c>", "1.0"),
    ("<c r='A7' t='inlineStr'><v>x</v><is><t>y</t></is></c>", "\"y\""),
    ("<c r='A7' t='inlineStr'><v><is><t>inside</t></is></v></c>", "\"inside\""), ("<c r='A7' s=''><v>1</v></c>", "1.0"),
    ("<c r='A7' t='d'><v>2026-03-31</v></c>", "46112.0"),
    ("<c r='A7' t='d'><v>2026-03-31T18:00:00Z</v></c>", "46112.75"),
    ("<c r='A7' t='d'><v>31.3.2026</v></c>", "\"31.3.2026\""),
    // As DuckDB 1.5 stores 0/0, see findings/shares-of-nothing.sh.
    ("<c r='A7'><v>-nan</v></c>", "\"-nan\""), ("<c r='A7'><v> INF </v></c>", "\" INF \""),
    // As py-excel-rs 1.0 stores what is true, and days.
    ("<c r='A7' t='b'><v>TRUE</v></c>", "TRUE"), ("<c r='A7' t='b'><v>FALSE</v></c>", "FALSE"),
    ("<c r='A7' t='n' s='1'><v>2026-05-01</v></c>", "\"2026-05-01\""),
    ("<c r='A7' t='d'><v>1899-01-01</v></c>", "\"1899-01-01\""),
    ("<c r='A7' t='d'><v>06:00</v></c>", "0.25"), ("<c r='A7' t='d'/>", "-"),
  ])
  func `of every type`(cell: String, expected: String) throws {
    #expect(try ScannedSheet.cell(cell) == "A7=\(expected)")
  }

  @Test func `a date counts from the first day of the workbook's system`() throws {
    let cell = "<c r='A7' t='d'><v>1904-01-02</v></c>"
    #expect(try ScannedSheet.cell(cell, dateSystem: .year1904) == "A7=1.0")
    #expect(try ScannedSheet.cell(cell, dateSystem: .year1900) == "A7=1463.0")
  }

  @Test(arguments: [
    ("<c r='B7' t='b'><v>yes</v></c>", "cell B7: the value is \"yes\", expected 1, 0, true or false"),
    ("<c r='B7'><v>1e999</v></c>", "cell B7: the value is \"1e999\", expected a finite number"),
    ("<c r='B7'><v>1,5</v></c>", "cell B7: the value is \"1,5\", expected a finite number"),
    ("<c r='B7'><v>0x10</v></c>", "cell B7: the value is \"0x10\", expected a finite number"),
    ("<c r='B7' t='s'><v>-1</v></c>", "cell B7: the value is \"-1\", expected an index into the shared strings"),
    ("<c r='B7' t='s'><v>1.5</v></c>", "cell B7: the value is \"1.5\", expected an index into the shared strings"),
    (
      "<c r='B7' t='s'><v>99999999999999999999</v></c>",
      "cell B7: the value is \"99999999999999999999\", expected an index"
    ),
    ("<c r='B7' t='q'/>", "cell B7: the type of the cell is \"q\", expected b, d, e, inlineStr, n, s or str"),
    ("<c r='B7' s='-1'/>", "cell B7: the style index is \"-1\", expected a whole number from 0 on"),
    ("<c r='B7' s='4294967296'/>", "cell B7: the style index is \"4294967296\""),
    ("<c r='XFE7'/>", "row 7: the reference of a cell is \"XFE7\", expected A7 … XFD7"),
    ("<c r='B0'/>", "row 7: the reference of a cell is \"B0\""),
    ("<c r='B8'/>", "row 7: the reference of a cell is \"B8\""),
    ("<c r='B99999999999999999999'/>", "row 7: the reference of a cell is \"B99999999999999999999\""),
    ("<c r='7'/>", "row 7: the reference of a cell is \"7\""), ("<c r=''/>", "row 7: the reference of a cell is \"\""),
    ("<c r='B7' t='str'><v>a&nbsp;b</v></c>", "cell B7: a reference in the text is \"&nbsp;\""),
    ("<c r='B7' t='str'><v>a&#0;b</v></c>", "cell B7: a reference in the text is \"&#0;\""),
    ("<c r='B7' t='str'><v>a&#xD800;b</v></c>", "cell B7: a reference in the text is \"&#xD800;\""),
    ("<c r='B7' t='str'><v>a&lt b</v></c>", "cell B7: a reference in the text is"),
    ("<c r='B7' t='str'><v>a\u{1}b</v></c>", "cell B7: a character of the text is"),
    ("<c r='B7' t='str'><v>a\u{FFFF}b</v></c>", "cell B7: a character of the text is"),
    ("<c r='B7'><f t='magic'>1</f></c>", "cell B7: the type of the formula is \"magic\""),
    ("<c r='B7'><v>1</v><v>2</v></c>", "cell B7: the markup is \"<v>2</v>"),
    ("<c r='B7' r='B7'/>", "expected each attribute once"),
    ("<c r='B7'><v>1</c>", "cell B7: the markup is"), ("<c r='B7'><v>1</f></c>", "cell B7: the markup is"),
    ("<c r='B7'></d>", "cell B7: the markup is \"</d>"), ("<c r='B7' s=1/>", "expected a value in quotes"),
    ("<c r='B7'><v><b/>1</v></c>", "cell B7: the markup is"),
    ("<c r='B7' t='inlineStr'><is><t>a</is></c>", "cell B7: the markup is"),
    ("<c r='B7' t='inlineStr'><is></t></is></c>", "cell B7: the markup is"),
  ])
  func `what is wrong is told with its cell`(cell: String, expected: String) throws {
    let error = try #require(throws: ScanError.self) { try ScannedSheet.cell(cell) }
    #expect(error.description.contains(expected), "\(error)")
  }

  @Test func `text that is no UTF-8 is told with its cell`() throws {
    for bad: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80]] {
      for type in ["str", "inlineStr"] {
        let (open, close) = type == "str" ? ("<v>", "</v>") : ("<is><t>", "</t></is>")
        let head = #"<worksheet xmlns="\#(ScannedSheet.main)"><sheetData><row r="2"><c r="C2" t="\#(type)">\#(open)a"#
        let part = Array(head.utf8) + bad + Array("\(close)</c></row></sheetData></worksheet>".utf8)
        let sheet = try ScannedSheet(part: part)
        let error = try #require(throws: ScanError.self) { try sheet.cells() }
        #expect(try error.place == .cell(#require(CellReference("C2"))) && error.expected == "valid UTF-8")
      }
    }
  }
}

@Suite struct `Text of cells` {
  private func text(_ stored: String) throws -> String {
    let sheet = try ScannedSheet("<row r='1'><c r='A1' t='str'><v>\(stored)</v></c></row>")
    return try sheet.reader.text(of: sheet.rows[0].cells[0], row: 1, in: sheet.bytes.span)
  }

  @Test(arguments: [
    ("a &amp; &lt;b&gt; &quot;&apos;", "a & <b> \"'"), ("&#20013;&#x6587;&#x1F600;", "中文😀"),
    ("&#xD;&#10;&#9;", "\r\n\t"),
    ("a\r\nb\rc\n", "a\nb\nc\n"), ("<![CDATA[a\r\n<b>&amp;]]>", "a\n<b>&amp;"), ("  a  ", "  a  "), ("", ""),
    ("a<?pi b?>c<!-- d -->e", "ace"), ("客戶 é", "客戶 é"), ("&amp;lt;", "&lt;"), ("&#0000000000000000000000000065;", "A"),
    ("，：＋", "，：＋"), ("\u{F8FF}\u{FFFD}", "\u{F8FF}\u{FFFD}"),
  ])
  func `is what XML says`(stored: String, expected: String) throws { #expect(try text(stored) == expected) }

  @Test(arguments: [
    ("_x0041_", "A"), ("a_x000D__x000a_b", "a\r\nb"), ("_x005F_x0041_", "_x0041_"), ("_x005f_x005F_", "_x005F_"),
    ("_xD83D__xDE00_", "😀"), ("_xD83D_", "_xD83D_"), ("_xDE00__xD83D_", "_xDE00__xD83D_"), ("_X0041_", "_X0041_"),
    ("_x041_", "_x041_"), ("_x0041", "_x0041"), ("_x00G1_", "_x00G1_"), ("__x0041__", "_A_"), ("_x0000_", "\u{0}"),
    ("_xFFFF_", "\u{FFFF}"), ("_&#120;0041_", "A"), ("_x00<!-- -->41_", "A"), ("_x", "_x"), ("_", "_"),
  ])
  func `reads the escapes of ST_Xstring`(stored: String, expected: String) throws {
    #expect(Array(try text(stored).utf8) == Array(expected.utf8))
  }

  @Test func `of runs is put together, each with its own escapes, without phonetic ones`() throws {
    let cell =
      "<c r='A7' t='inlineStr'><is><r><rPr><b/></rPr><t>a_x00</t></r> <r><t xml:space='preserve'>41_ </t></r><rPh sb='0' eb='1'><t>p</t></rPh><phoneticPr fontId='0'/><extLst><t>x</t></extLst></is></c>"
    #expect(try ScannedSheet.cell(cell) == "A7=\"a_x0041_ \"")
  }
}

@Suite struct `Numbers of cells` {
  private func number(_ stored: String) throws -> Double? {
    let sheet = try ScannedSheet("<row r='1'><c r='A1'><v>\(stored)</v></c></row>")
    guard case .number(let number) = try sheet.reader.scalar(of: sheet.rows[0].cells[0], row: 1, in: sheet.bytes.span)
    else { return nil }
    return number
  }

  @Test(arguments: [
    "0", "1", "-1", "+1", "0.1", ".5", "5.", "1e22", "1e23", "1e-22", "1e-23", "9007199254740993", "9007199254740992.5",
    "123456789012345678", "0.30000000000000004", "7.1000000000000005", "46.200000000000003", "1.7976931348623157E308",
    "4.9e-324", "2.2250738585072014E-308", "2.225073858507201e-308", "18446744073709551615", "18446744073709551616",
    "0.000000000000000000001", "123456789.123456789123456789", "1E+3", "1e0000000003", "0e999999999999",
    "1e-999999999999",
    "8.5E-5", "0.0000000000000000000000000000000000000000000001", "00000000000000000000000001.5", "5e-1", "1.0E05",
    "179769313486231580793728971405301e276", "9223372036854775807.49999999", "0.49999999999999994",
  ])
  func `are the nearest ones`(stored: String) throws {
    let expected = try #require(Double(stored))
    #expect(try number(stored)?.bitPattern == expected.bitPattern)
  }

  @Test func `are the nearest ones whatever the digits are`() throws {
    var random = SeededRandom(42)
    var rows = ""
    var expected: [Double] = []
    for row in 1...4_000 {
      let digits = (0..<(1 + random.roll(20))).map { _ in "\(random.roll(10))" }
      let point = random.roll(digits.count + 1)
      var text = digits[..<point].joined() + (point < digits.count ? "." + digits[point...].joined() : "")
      if random.roll(3) == 0 { text += "E\(random.roll(60) - 30)" }
      rows += "<row r='\(row)'><c r='A\(row)'><v>\(text)</v></c></row>"
      expected.append(try #require(Double(text)))
    }
    let sheet = try ScannedSheet(rows)
    for (row, expected) in zip(sheet.rows, expected) {
      let scalar = try sheet.reader.scalar(of: row.cells[0], row: row.index, in: sheet.bytes.span)
      #expect(scalar == .number(expected), "\(sheet.text(row.cells[0].value))")
    }
  }

  @Test(arguments: [
    "", ".", "-", "+", "e5", "1e", "1e+", "1 2", "--1", "1.2.3", "1e5.5", "infin", "-nans", "0x1p3", "1_000", "１",
  ])
  func `are not guessed`(stored: String) throws {
    if stored.isEmpty {
      #expect(try number(stored) == nil)
    } else {
      #expect(throws: ScanError.self) { try number(stored) }
    }
  }
}
