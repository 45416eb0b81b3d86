// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Regular expressions` {
  /// What becomes of a formula whose cell holds `old`.
  private func result(_ formula: String) throws -> CalculatedWorkbook {
    let text = formula.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\(text)</f><v>old</v></c></row>"
    return try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated()
  }

  @Test(arguments: [
    // Syntax that PCRE2 has in some editions only, or that is read in several ways.
    "REGEXTEST(\"abc\",\"[[:alpha:]]\")", "REGEXTEST(\"abc\",\"\\p{L}\")", "REGEXTEST(\"abc\",\"a{,2}\")",
    "REGEXTEST(\"abc\",\"(?<n>a)\")", "REGEXTEST(\"abc\",\"(?x) a b\")", "REGEXTEST(\"abc\",\"a\\Kb\")",
    "REGEXTEST(\"abc\",\"(a*)*\")", "REGEXTEST(\"abc\",\"(*UCP)a\")", "REGEXTEST(\"abc\",\"a(?=b)*\")",
    // Mistakes.
    "REGEXTEST(\"abc\",\"(a\")", "REGEXTEST(\"abc\",\"a)\")", "REGEXTEST(\"abc\",\"*a\")",
    "REGEXTEST(\"abc\",\"[b-a]\")",
    "REGEXTEST(\"abc\",\"\")", "REGEXTEST(\"abc\",\"a\",2)", "REGEXTEST(\"abc\",\"(a)\\2\")",
    // Whether these are letters and digits depends on how PCRE2 is called.
    "REGEXTEST(\"訂單\",\"\\w\")", "REGEXTEST(\"é\",\"\\b\")", "REGEXTEST(\"１\",\"\\d\")", "REGEXTEST(\"É\",\"é\",1)",
    "REGEXTEST(\"😀\",\"^.$\")",
    // So does what ends a line.
    "REGEXTEST(\"a\"&CHAR(10)&\"b\",\"a$\")", "REGEXTEST(\"a\"&CHAR(10)&\"b\",\"a.b\")",
    // Results that are not documented: several in one direction or the other, empty ones, groups that took no part.
    "REGEXEXTRACT(\"10 12\",\"\\d+\",1)", "REGEXEXTRACT(\"ab\",\"(a)(b)\",2)", "REGEXEXTRACT(\"ab\",\"a\",2)",
    "REGEXEXTRACT(\"ab\",\"x*\")", "REGEXEXTRACT(\"ab\",\"(x)?a\",2)", "REGEXEXTRACT(\"ab\",\"a\",3)",
    "REGEXREPLACE(\"ab\",\"x*\",\"-\")", "REGEXREPLACE(\"ab\",\"(x)?a\",\"$1\")", "REGEXREPLACE(\"ab\",\"a\",\"$1\")",
    "REGEXREPLACE(\"ab\",\"(a)\",\"$12\")", "REGEXREPLACE(\"ab\",\"a\",\"$$\")", "REGEXREPLACE(\"ab\",\"a\",\"\\n\")",
    "REGEXREPLACE(\"ab\",\"a\",\"-\",2)",
  ])
  func `that are not certain to be read alike keep what Excel stored`(_ formula: String) throws {
    let result = try result("_xlfn." + formula)
    #expect(result.changes.isEmpty)
    guard case .pattern(let function, _)? = result.kept.first?.reason else {
      Issue.record("kept: \(result.kept)")
      return
    }
    #expect(formula.hasPrefix(function))
  }

  @Test func `that would try for ever are left to Excel`() throws {
    let result = try result("_xlfn.REGEXTEST(REPT(\"a\",3000),\"(a+)+b\")")
    #expect(result.changes.isEmpty)
    guard case .pattern("REGEXTEST", "(a+)+b")? = result.kept.first?.reason else {
      Issue.record("kept: \(result.kept)")
      return
    }
  }

  @Test func `of a long text need no recursion`() throws {
    let result = try result("_xlfn.REGEXEXTRACT(REPT(\"ab\",16000),\"^(?:ab)*$\")")
    #expect(result.changes.first?.new == .text(String(repeating: "ab", count: 16_000)))
  }

  @Test func `are found in each cell of a range`() throws {
    let result = try result("SUM(--_xlfn.REGEXTEST({\"a1\",\"b\",\"c3\"},\"[0-9]\"))")
    #expect(result.changes.first?.new == .number(2))
  }
}
