// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Shifting a shared formula` {
  @Test(arguments: [
    ("A1+B2", 1, 0, "A2+B3"), ("A1+B2", 0, 2, "C1+D2"), ("$A1+B$2+$C$3", 5, 5, "$A6+G$2+$C$3"),
    ("SUM(A:C,$A:C,1:3,$1:3)", 2, 1, "SUM(B:D,$A:D,3:5,$1:5)"), ("Plan!A1:B2", 1, 1, "Plan!B2:C3"),
    ("'A1 B2'!A1", 1, 0, "'A1 B2'!A2"), ("[1]Q1:Q4!$A1", 1, 0, "[1]Q1:Q4!$A2"), ("\"A1\"&A1", 1, 0, "\"A1\"&A2"),
    ("LOG10(A1)", 1, 0, "LOG10(A2)"), ("Q1Sales*A1", 1, 0, "Q1Sales*A2"),
    ("T[[#This Row],[A1]]+A1", 1, 0, "T[[#This Row],[A1]]+A2"),
    ("A1#", 1, 0, "A2#"), ("{1,2}+A1", 1, 0, "{1,2}+A2"), ("#REF!+A1", 1, 0, "#REF!+A2"), ("b7", 0, 1, "C7"),
    (" A1\n", 1, 0, " A2\n"), ("A1", 0, 0, "A1"),
    ("_xlfn.XLOOKUP(A1,B:B,客戶!C:C)", 1, 0, "_xlfn.XLOOKUP(A2,B:B,客戶!C:C)"),
  ])
  func `relative parts move and all else stays`(text: String, rows: Int, columns: Int, expected: String) {
    #expect(SharedFormula.shifted(text, rows: rows, columns: columns) == expected)
  }

  @Test func `a part that leaves the sheet comes in again at the other edge`() {
    #expect(SharedFormula.shifted("A1", rows: -1, columns: -1) == "XFD1048576")
    #expect(SharedFormula.shifted("XFD1048576", rows: 1, columns: 1) == "A1")
    #expect(SharedFormula.shifted("B2", rows: -1_048_577, columns: 16_384) == "B1")
    #expect(SharedFormula.shifted("1:1", rows: .min, columns: .max) == "1:1")
  }
}

@Suite struct `Shared formulas of one index with many masters` {
  @Test func `take the last master before them`() throws {
    let rows = (1...4).map { row in
      "<row r='\(row)'><c r='A\(row)'><f t='shared' ref='A\(row)' si='0'>Z\(row * 10)</f></c>"
        + "<c r='B\(row)'><f t='shared' si='0'/></c></row>"
    }
    let sheet = try Workbook(WorkbookBuilder(rows: rows.joined()).bytes()).worksheet(at: 0)
    var texts: [String] = []
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where cell.column == 2 {
        texts.append(try sheet.formula(of: cell, row: row.index)?.text ?? "")
      }
    }
    #expect(texts == ["AA10", "AA20", "AA30", "AA40"])
  }
}
