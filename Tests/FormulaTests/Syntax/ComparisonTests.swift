// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `Comparing formulas` {
  @Test(arguments: [
    ("IF($A7=\"\",1,2)", "if( $A7 = \"\" , 1 , 2 )"), ("de_amount*2", "DE_AMOUNT*2"), ("$a7", "$A7"),
    ("TRUE", "TRUE()"), ("IF(A1,FALSE,1)", "IF(A1,FALSE(),1)"), ("(A1+B1)*C1", "((A1)+B1)*(C1)"),
    ("XLOOKUP(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"), ("LET(x,1,x)", "_xlfn.LET(_xlpm.x,1,_xlpm.x)"),
    ("A1*0.10", "A1*0.1"), ("1E3", "1000"), ("Sheet1!A1", "'Sheet1'!A1"), ("商機!$A$1", "'商機'!$A$1"),
    ("A1*2", "=A1*2"), ("A1*2", "=+A1*2"), ("A1*2", " = + A1*2"), ("plan!A1", "Plan!A1"), ("#n/a", "#N/A"),
    ("SUM($A:$B)", "SUM($A$1:$B$1048576)"), ("SUM(2:3)", "SUM(A2:XFD3)"), ("@A1:A3", "_xlfn.SINGLE(A1:A3)"),
    ("T[a]", "t[A]"),
    ("123456789012345678", "1.23456789012346E+017"), ("0.12345678901234565", "0.123456789012346"),
    ("{0.99999999999999999}", "{1}"), ("1.7976931348623157E+308", "1.79769313486231570E+308"),
  ])
  func `what programs rewrite makes no difference`(_ a: String, _ b: String) {
    #expect(FormulaComparison.sameFormula(a: a, b: b))
    #expect(FormulaComparison.sameFormula(a: b, b: a))
  }

  @Test(arguments: [
    ("$A7", "A7"), ("$A7", "$A$7"), ("$A7", "$A8"), ("\"a\"", "\"A\""), ("A1+B1", "B1+A1"), ("A1-(B1-C1)", "A1-B1-C1"),
    ("1", "\"1\""), ("0.1", "0.100000000000001"), ("5E-324", "1E-323"), ("Plan!A1", "A1"), ("F(1,)", "F(1)"),
    ("TRUE", "1"), ("A1", "=-A1"),
    ("\"a b\"", "\"ab\""), ("A1 B1", "A1,B1"), ("A1:B2", "A1"), ("-A1", "A1"), ("A1", ""), ("", "="),
  ])
  func `everything else does`(_ a: String, _ b: String) {
    #expect(!FormulaComparison.sameFormula(a: a, b: b))
  }

  @Test func `what does not parse is the same only as itself`() {
    #expect(FormulaComparison.sameFormula(a: "1+", b: "1+"))
    #expect(!FormulaComparison.sameFormula(a: "1+", b: "1 +"))
  }
}

/// Keeps a matcher's state between expectations, which capture values as constants.
private final class Matching {
  private var matcher: RowFormulaMatcher

  init(_ formula: RowFormula) { matcher = RowFormulaMatcher(formula) }

  func matches(_ text: String, row: Int) -> Bool { matcher.matches(text, row: row) }
}

@Suite struct `Matching the cells of a column` {
  static let ours = RowFormula(segments: ["IF($A", "=\"\",\"\",SUM($B$5:$B", ",$C$7)*0.5)"])

  @Test func `our own text matches in its row only`() {
    let column = Matching(Self.ours)
    #expect(column.matches("IF($A7=\"\",\"\",SUM($B$5:$B7,$C$7)*0.5)", row: 7))
    #expect(!column.matches("IF($A7=\"\",\"\",SUM($B$5:$B7,$C$7)*0.5)", row: 8))
    #expect(!column.matches("IF($A77=\"\",\"\",SUM($B$5:$B7,$C$7)*0.5)", row: 7))
    #expect(!column.matches("IF($A7=\"\",\"\",SUM($B$5:$B7,$C$7)*0.5)+1", row: 7))
    #expect(!column.matches("IF($A7", row: 7))
  }

  @Test func `another spelling matches in every row, first seen or again`() {
    let column = Matching(Self.ours)
    for row in [7, 8, 5, 1_048_576, 7] {
      #expect(column.matches("IF( $A\(row)=\"\", \"\", SUM($B$5:$B\(row), $C$7)*0.50 )", row: row))
      #expect(!column.matches("IF( $A\(row)=\"\", \"\", SUM($B$5:$B\(row), $C$8)*0.50 )", row: row))
    }
  }

  @Test func `an absolute row is no hole`() {
    let column = Matching(RowFormula(segments: ["$A", "+1"]))
    #expect(column.matches("$A7 +1", row: 7))
    #expect(!column.matches("$A$8 +1", row: 8))
    #expect(!column.matches("$A7 +1", row: 8))
    #expect(column.matches("$A9 +1", row: 9))
  }

  @Test func `a row number that equals by chance teaches nothing`() {
    // Row 7 is written out in our formula, so the cell in row 7 looks the same with and without a hole.
    let column = Matching(RowFormula(segments: ["A7+B", ""]))
    #expect(column.matches("A7 + B7", row: 7))
    #expect(column.matches("A7 + B8", row: 8))
    #expect(!column.matches("A8 + B8", row: 8))
    #expect(!column.matches("A9 + B9", row: 9))
    #expect(column.matches("A7 + B7", row: 7))
  }

  @Test func `many other formulas in a column are told apart`() {
    let column = Matching(RowFormula(segments: ["$A", "+1"]))
    for row in 2...60 {
      #expect(!column.matches("$A\(row)+\(row)", row: row))
      #expect(column.matches("$A\(row) + 1", row: row))
    }
  }

  @Test func `the last row of a worksheet matches`() {
    let column = Matching(RowFormula(segments: ["$A", "+1"]))
    #expect(column.matches("$A1048576 + 1", row: 1_048_576))
  }
}
