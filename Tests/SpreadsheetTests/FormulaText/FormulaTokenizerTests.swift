// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

/// `kind:text` for every token, without white space.
private func tokens(_ formula: String, _ notation: FormulaNotation = .excel) -> [String] {
  let bytes = Array(formula.utf8)
  return FormulaTokenizer.tokens(in: bytes, notation: notation).filter { $0.kind != .whitespace }.map {
    "\($0.kind):" + String(decoding: bytes[$0.range], as: UTF8.self)
  }
}

@Suite struct `Tokens of a formula` {
  @Test(arguments: [
    ("1", "number:1"), (".5", "number:.5"), ("1.", "number:1."), ("12.50E-3", "number:12.50E-3"),
    ("1e5", "number:1e5"), (#""say ""yes""""#, #"text:"say ""yes""""#), (#""""#, #"text:"""#),
    ("TRUE", "boolean:TRUE"), ("false", "boolean:false"), ("#REF!", "error:#REF!"), ("#DIV/0!", "error:#DIV/0!"),
    ("#N/A", "error:#N/A"), ("#GETTING_DATA", "error:#GETTING_DATA"), ("#SPILL!", "error:#SPILL!"),
    ("#n/a", "error:#n/a"), ("AsOf", "name:AsOf"), ("_x.1", "name:_x.1"), ("客戶", "name:客戶"), ("\\a?", "name:\\a?"),
    ("Q1Sales", "name:Q1Sales"), ("LOG10", "cell:LOG10"), ("B7", "cell:B7"), ("$B$7", "cell:$B$7"),
    ("xfd1048576", "cell:xfd1048576"),
    ("XFE1", "name:XFE1"), ("A0", "name:A0"), ("A1048577", "name:A1048577"), ("A1B", "name:A1B"), ("A1.5", "name:A1.5"),
    ("TRUE1", "name:TRUE1"), ("R", "name:R"), ("A1.", "name:A1."),
  ])
  func `one token`(text: String, expected: String) { #expect(tokens(text) == [expected]) }

  @Test func `a name directly before a parenthesis is a function even when it looks like a cell`() {
    #expect(
      tokens("LOG10(A1)+_xlfn.XLOOKUP(TRUE(),x)") == [
        "function:LOG10", "openParenthesis:(", "cell:A1", "closeParenthesis:)", "operation:+",
        "function:_xlfn.XLOOKUP", "openParenthesis:(", "function:TRUE", "openParenthesis:(", "closeParenthesis:)",
        "comma:,", "name:x", "closeParenthesis:)",
      ])
  }

  @Test(arguments: [
    "Plan!", "客戶!", "'It''s 1'!", "'C:\\x\\[book.xlsx]Plan'!", "[1]Rates!", "[1]!", "[Book 1.xlsx]Plan!",
    "Jan:Dec!", "Q1:Q4!", "[1]Jan:Dec!", "2024!", "A.B!", "A:C!",
  ])
  func `a sheet qualifier ends with its exclamation mark`(qualifier: String) {
    #expect(tokens(qualifier + "A1") == ["sheet:\(qualifier)", "cell:A1"])
  }

  @Test func `a range that begins with a cell is not a span of sheets`() {
    #expect(tokens("A1:Plan!B2") == ["cell:A1", "operation::", "sheet:Plan!", "cell:B2"])
    #expect(
      tokens("Plan!a:Plan!b") == ["sheet:Plan!", "name:a", "operation::", "sheet:Plan!", "name:b"])
  }

  @Test(arguments: [
    ("A:C", "column:A operation:: column:C"), ("$A:$XFD", "column:$A operation:: column:$XFD"),
    ("1:3", "row:1 operation:: row:3"), ("$1:$1048576", "row:$1 operation:: row:$1048576"),
    ("P!A:A", "sheet:P! column:A operation:: column:A"), ("A:C5", "name:A operation:: cell:C5"),
    ("A:XFE", "name:A operation:: name:XFE"), ("A:f(", "name:A operation:: function:f openParenthesis:("),
    ("1:0", "number:1 operation:: number:0"), ("1:1048577", "number:1 operation:: number:1048577"),
    ("$A", "unknown:$ name:A"), ("A1:A", "cell:A1 operation:: name:A"), ("1:2.5", "number:1 operation:: number:2.5"),
  ])
  func `whole columns and rows are told from names and numbers`(text: String, expected: String) {
    #expect(tokens(text).joined(separator: " ") == expected)
  }

  @Test(arguments: ["[Amount]", "[[#This Row],[a]]", "[#All]", "[a']b'[c]", "[@[net '#]]", "[[a]:[b]]"])
  func `brackets after a table name or alone are one structured reference`(brackets: String) {
    #expect(tokens("Sales" + brackets) == ["name:Sales", "structured:\(brackets)"])
    #expect(tokens(brackets) == ["structured:\(brackets)"])
  }

  @Test func `operators, separators and array braces`() {
    #expect(
      tokens("-A1%<>{1,2;3}<=@B1#&C1>=2").map { $0.prefix { $0 != ":" } } == [
        "operation", "cell", "operation", "operation", "openBrace", "number", "comma", "number", "semicolon",
        "number", "closeBrace", "operation", "operation", "cell", "operation", "operation", "cell", "operation",
        "number",
      ])
  }

  @Test func `template notation knows the column keys and leaves array constants alone`() {
    #expect(
      tokens("{amount}*{^account_id}", .template) == [
        "templateCell:{amount}", "operation:*", "templateColumn:{^account_id}",
      ])
    #expect(tokens("{1,2}", .template).first == "openBrace:{")
    #expect(tokens("{TRUE}", .template) == ["openBrace:{", "boolean:TRUE", "closeBrace:}"])
    #expect(tokens("{amount}") == ["openBrace:{", "name:amount", "closeBrace:}"])
  }

  @Test(arguments: [
    #""open"#, "'open", "'a'b", "[open", "{", "}", "|", "1..2", "????", "$", "$$A$1", "A$", "#", "!", "!A1", "\u{3000}",
    "a\u{A0}b", "A1 : B2\r\n\t+ 1", "🙂!A1", "'''", "1:2:3", "$1:", ":$A:$B", "A:B:C", "....1.2.3",
  ])
  func `whatever the text is, the tokens put together are the text`(text: String) {
    let bytes = Array(text.utf8)
    for notation in [FormulaNotation.excel, .template] {
      let tokens = FormulaTokenizer.tokens(in: bytes, notation: notation)
      #expect(tokens.flatMap { bytes[$0.range] } == bytes)
      #expect(tokens.allSatisfy { !$0.range.isEmpty })
    }
  }

  @Test func `random bytes are cut without a gap`() {
    let signs = Array("A1$:!'\"[]{}()#,; .?_\\Ee+-<>=0\u{3000}".utf8) + [0xFF, 0xE3, 0x00]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      let bytes = (0..<24).map { _ in signs[Int(random.next() % UInt64(signs.count))] }
      #expect(FormulaTokenizer.tokens(in: bytes).flatMap { bytes[$0.range] } == bytes, "\(bytes)")
    }
  }

  @Test(arguments: ["?", "1.", "'", "'a", "[", "[]", "a:", "A:", "A:B!", "\"", "{", "{^", "$", "."])
  func `a long text costs time in proportion to its length`(piece: String) {
    func seconds(_ count: Int) -> Double {
      let bytes = Array(String(repeating: piece, count: count).utf8)
      let clock = ContinuousClock()
      let took = clock.measure { _ = FormulaTokenizer.tokens(in: bytes) }
      return Double(took.components.attoseconds) / 1e18 + Double(took.components.seconds)
    }
    _ = seconds(1_000)
    // Linear time gives 16, quadratic time 256.
    #expect(seconds(64_000) < max(0.05, seconds(4_000)) * 80)
  }
}

@Suite struct `Axes of a reference` {
  @Test func `numbers and dollars of each kind`() throws {
    func axes(_ text: String) -> FormulaAxes? {
      let bytes = Array(text.utf8)
      return FormulaAxes(bytes.span, 0..<bytes.count)
    }
    let cell = try #require(axes("$xfd1048576"))
    #expect(cell.column == 16_384 && cell.row == 1_048_576 && cell.columnIsAbsolute && !cell.rowIsAbsolute)
    let row = try #require(axes("$3"))
    #expect(row.column == 0 && row.row == 3 && row.rowIsAbsolute && !row.columnIsAbsolute)
    let column = try #require(axes("$C"))
    #expect(column.column == 3 && column.row == 0 && column.columnIsAbsolute && !column.rowIsAbsolute)
    for wrong in ["", "$", "A$", "A0", "XFE1", "A1048577", "1A", "A1 ", "99999999999999999999", "$A$$1"] {
      #expect(axes(wrong) == nil, "\(wrong)")
    }
  }
}
