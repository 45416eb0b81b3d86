// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Evaluating a formula against a workbook` {
  private func book() throws -> Workbook {
    try Workbook(
      PlainWorkbook([
        .init("Deals", [["Deal", "Amount"], ["D-001", 1200], ["D-002", 800]]),
        .init("Sums", [["All", .formula("SUM(Deals!B:B)", 0)]]),
      ]).bytes())
  }

  @Test func `reads cells, whole columns and other formulas`() throws {
    let book = try book()
    #expect(try book.evaluate("SUM(Deals!B:B)") == 2000)
    #expect(try book.evaluate("=COUNTIF(B:B,\">1000\")", on: "Deals") == 1)
    #expect(try book.evaluate("Sums!B1*2") == 4000)
    #expect(try book.evaluate("VLOOKUP(\"x\",Deals!A:B,2,FALSE)") == .error(.notAvailable))
    #expect(try book.evaluate("0.1+0.2-0.3") == 0)
    #expect(try book.evaluate("SUM(BYROW(Deals!B2:B3,SUM))") == 2000)
    #expect(try book.evaluate("INDEX(FILTER(Deals!A2:A3,Deals!B2:B3<1000),1)") == "D-002")
  }

  @Test func `what has no value says why`() throws {
    let book = try book()
    #expect(throws: NotCalculated(formula: "TODAY()", reason: .volatile("TODAY"))) { try book.evaluate("TODAY()") }
    #expect(throws: NotCalculated.self) { try book.evaluate("SUM(") }
    #expect(throws: SpreadsheetError.self) { try book.evaluate("B2", on: "Leads") }
  }

  @Test func `recalculating brings the formulas up to date that read a cell that was set`() throws {
    var book = try book()
    try book.set("Deals!B2", to: 2200)
    let changes = try book.recalculate().changes
    #expect(changes.map(\.new) == [.number(3000)])
    #expect(try book["Sums"]["B1"] == 3000)
  }
}
