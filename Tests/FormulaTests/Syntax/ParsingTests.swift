// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `Parsing a formula` {
  struct Grouping: Sendable, CustomTestStringConvertible {
    let text: String
    let meant: String
    let other: String
    var testDescription: String { text }
    init(_ text: String, is meant: String, not other: String) {
      (self.text, self.meant, self.other) = (text, meant, other)
    }
  }

  @Test(arguments: [
    Grouping("-2^2", is: "(-2)^2", not: "-(2^2)"),
    Grouping("2^3^2", is: "(2^3)^2", not: "2^(3^2)"),
    Grouping("2^-3^2", is: "(2^(-3))^2", not: "2^(-(3^2))"),
    Grouping("-2%", is: "(-2)%", not: "-(2%)"),
    Grouping("2^3%", is: "2^(3%)", not: "(2^3)%"),
    Grouping("2*3^2", is: "2*(3^2)", not: "(2*3)^2"),
    Grouping("1+2*3", is: "1+(2*3)", not: "(1+2)*3"),
    Grouping("8-3-2", is: "(8-3)-2", not: "8-(3-2)"),
    Grouping("8/4/2", is: "(8/4)/2", not: "8/(4/2)"),
    Grouping("6/3*2", is: "(6/3)*2", not: "6/(3*2)"),
    Grouping("1&2+3", is: "1&(2+3)", not: "(1&2)+3"),
    Grouping("\"a\"&1=2", is: "(\"a\"&1)=2", not: "\"a\"&(1=2)"),
    Grouping("1=2=3", is: "(1=2)=3", not: "1=(2=3)"),
    Grouping("1<2>=3", is: "(1<2)>=3", not: "1<(2>=3)"),
    Grouping("1<>-1", is: "1<>(-1)", not: "1<(-1)"),
    Grouping("--A1+1", is: "(-(-A1))+1", not: "-(-(A1+1))"),
    Grouping("-A1:B2", is: "-(A1:B2)", not: "-A1"),
    Grouping("@A1:B2", is: "@(A1:B2)", not: "@A1"),
    Grouping("A1:B2 B1:C3", is: "(A1:B2) (B1:C3)", not: "A1:(B2 B1):C3"),
    Grouping("(A1,B1 C1)", is: "(A1,(B1 C1))", not: "((A1,B1) C1)"),
    Grouping("-a b", is: "-(a b)", not: "-a"),
    Grouping("a#:b", is: "(a#):b", not: "(a:b)#"),
  ])
  func `operators bind as in Excel`(_ grouping: Grouping) throws {
    #expect(try Expression(parsing: grouping.text) == Expression(parsing: grouping.meant))
    #expect(try Expression(parsing: grouping.text) != Expression(parsing: grouping.other))
  }

  @Test func `white space around operators changes nothing`() throws {
    #expect(try Expression(parsing: " 1 +\n2\t* F( 3 , 4 ) ") == Expression(parsing: "1+2*F(3,4)"))
  }

  @Test func `white space between two references intersects them`() throws {
    #expect(
      try Expression(parsing: "A1 b") == .binary(.intersection, Expression(parsing: "A1"), .name("b", sheet: nil)))
  }

  @Test func `a leading equals sign is ignored`() throws {
    #expect(try Expression(parsing: "=A1") == Expression(parsing: "A1"))
  }

  // MARK: Literals

  @Test(arguments: [("12", 12), (".5", 0.5), ("5.", 5), ("1E5", 100_000), ("1.5e-3", 0.0015), ("1E+2", 100)])
  func `numbers are read`(_ text: String, _ value: Double) throws {
    #expect(try Expression(parsing: text) == .number(value))
  }

  @Test func `a doubled quotation mark in a text is one`() throws {
    #expect(try Expression(parsing: #""say ""yes""""#) == .text(#"say "yes""#))
  }

  @Test func `an accent or a line end behind the quotation mark belongs to the text`() throws {
    #expect(try Expression(parsing: "\"\u{301}a\"") == .text("\u{301}a"))
    #expect(try Expression(parsing: "\"\r\n\"") == .text("\r\n"))
  }

  @Test func `TRUE is a value and TRUE() a call`() throws {
    #expect(try Expression(parsing: "true") == .boolean(true))
    #expect(try Expression(parsing: "FALSE") == .boolean(false))
    #expect(try Expression(parsing: "TRUE()") == .call("TRUE", []))
  }

  @Test func `errors are values`() throws {
    #expect(try Expression(parsing: "#n/a") == .error(.notAvailable))
    #expect(try Expression(parsing: "#DIV/0!") == .error(.divisionByZero))
  }

  @Test(arguments: ["#REF!$A$1", "#REF!A:B", "Plan!#REF!", "#REF!name"])
  func `what referred to a deleted sheet is #REF!`(_ text: String) throws {
    #expect(try Expression(parsing: text) == .error(.reference))
  }

  @Test func `an array constant holds rows of literals`() throws {
    let expected = Expression.array([
      [.number(1), .number(-2)], [.text("a"), .boolean(true)], [.error(.notAvailable), .number(3)],
    ])
    #expect(try Expression(parsing: "{1, -2;\"a\",TRUE;#N/A,+3}") == expected)
  }

  // MARK: References

  @Test func `each end of a range keeps its own dollar signs`() throws {
    func axis(_ number: Int, _ absolute: Bool) -> Reference.Axis { Reference.Axis(number, absolute: absolute) }
    let expected = Reference(
      area: .range(
        Reference.Corner(column: axis(1, true), row: axis(2, false)),
        Reference.Corner(column: axis(28, false), row: axis(3, true))))
    #expect(try Expression(parsing: "$A2:AB$3") == .reference(expected))
  }

  @Test func `whole columns and whole rows are references`() throws {
    let columns = Reference.Area.columns(Reference.Axis(1, absolute: true), Reference.Axis(3, absolute: false))
    let rows = Reference.Area.rows(Reference.Axis(2, absolute: false), Reference.Axis(4, absolute: true))
    #expect(try Expression(parsing: "$A:C") == .reference(Reference(area: columns)))
    #expect(
      try Expression(parsing: "Plan!2:$4")
        == .reference(Reference(sheet: SheetQualifier(first: "Plan"), area: rows)))
  }

  @Test(arguments: [
    ("Plan!A1", SheetQualifier(first: "Plan")),
    ("'It''s 1'!A1", SheetQualifier(first: "It's 1")),
    ("商機!A1", SheetQualifier(first: "商機")),
    ("Jan:Dec!A1", SheetQualifier(first: "Jan", last: "Dec")),
    ("'1 a:2 b'!A1", SheetQualifier(first: "1 a", last: "2 b")),
    ("[1]Rates!A1", SheetQualifier(workbook: "1", first: "Rates")),
    ("'[2]My rates'!A1", SheetQualifier(workbook: "2", first: "My rates")),
    (#"'C:\d\[r.xlsx]S'!A1"#, SheetQualifier(workbook: "r.xlsx", path: #"C:\d\"#, first: "S")),
  ])
  func `a reference may name its sheet`(_ text: String, _ sheet: SheetQualifier) throws {
    guard case .reference(let reference) = try Expression(parsing: text) else {
      Issue.record("no reference")
      return
    }
    #expect(reference.sheet == sheet)
  }

  @Test func `a range with a sheet at its first end is one reference`() throws {
    #expect(try Expression(parsing: "Plan!A1:B2").description == "Plan!A1:B2")
    guard case .reference = try Expression(parsing: "Plan!A1:B2") else {
      Issue.record("no reference")
      return
    }
  }

  @Test func `a range between a cell and a call is an operation`() throws {
    #expect(
      try Expression(parsing: "A1:INDEX(b,2)")
        == .binary(.range, Expression(parsing: "A1"), .call("INDEX", [.name("b", sheet: nil), .number(2)])))
  }

  @Test func `names may belong to a sheet or to another workbook`() throws {
    #expect(try Expression(parsing: "Plan!rate") == .name("rate", sheet: SheetQualifier(first: "Plan")))
    #expect(try Expression(parsing: "[1]!rate") == .name("rate", sheet: SheetQualifier(workbook: "1", first: "")))
  }

  @Test func `what lies outside a worksheet is a name`() throws {
    #expect(try Expression(parsing: "XFE1") == .name("XFE1", sheet: nil))
  }

  @Test func `structured references are kept as written`() throws {
    #expect(
      try Expression(parsing: "Sales[[#This Row],[a b]]")
        == .structured(StructuredReference(table: "Sales", specifier: "[#This Row],[a b]")))
    #expect(try Expression(parsing: "[@a]*2").description == "[@a]*2")
  }

  // MARK: Calls

  @Test func `an argument may be missing`() throws {
    #expect(try Expression(parsing: "IF(A1,,2)") == .call("IF", [Expression(parsing: "A1"), .missing, .number(2)]))
    #expect(try Expression(parsing: "F()") == .call("F", []))
    #expect(try Expression(parsing: "F(,)") == .call("F", [.missing, .missing]))
    #expect(try Expression(parsing: "F(1,)") == .call("F", [.number(1), .missing]))
  }

  @Test(arguments: ["_xlfn.xlookup(1)", "XLOOKUP(1)", "_xlfn._xlws.XLOOKUP(1)"])
  func `functions are in upper case and without prefix`(_ text: String) throws {
    #expect(try Expression(parsing: text) == .call("XLOOKUP", [.number(1)]))
  }

  @Test func `the functions SINGLE and ANCHORARRAY of files are the operators @ and #`() throws {
    #expect(try Expression(parsing: "_xlfn.SINGLE(A1:A3)") == Expression(parsing: "@A1:A3"))
    #expect(try Expression(parsing: "_xlfn.ANCHORARRAY(A1)") == Expression(parsing: "A1#"))
  }

  @Test func `a space between a function and its parenthesis is forgiven`() throws {
    #expect(try Expression(parsing: "SUM (A1,B1)") == Expression(parsing: "SUM(A1,B1)"))
    #expect(try Expression(parsing: "rate_a (A1)") == Expression(parsing: "(rate_a) A1"))
  }

  @Test func `inside parentheses a comma unites, in a call it separates`() throws {
    guard case .call("SUM", let arguments) = try Expression(parsing: "SUM((A1,B2),C3)") else {
      Issue.record("no call")
      return
    }
    #expect(arguments.map(\.description) == ["(A1,B2)", "C3"])
  }

  @Test func `only a defined name may list areas without parentheses`() throws {
    let text = "Plan!$A$1:$B$2,Plan!$D$1"
    #expect(try ParsedFormula(text, isDefinedName: true).expression.description == "(Plan!$A$1:$B$2,Plan!$D$1)")
    #expect(throws: FormulaError.self) { try ParsedFormula(text) }
  }

  @Test func `uses are listed with their places`() throws {
    let formula = try ParsedFormula("IF(a,\"💰\",ROUND(b,{c}))", notation: .template)
    #expect(formula.calls.map(\.name) == ["IF", "ROUND"])
    #expect(formula.calls.map(\.argumentCount) == [3, 2])
    #expect(formula.calls.map(\.position) == [1, 11])
    #expect(formula.names.map(\.name) == ["a", "b"])
    #expect(formula.keys.map(\.position) == [19])
  }
}
