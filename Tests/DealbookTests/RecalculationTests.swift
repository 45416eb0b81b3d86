// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

/// Deals in 萬元, one formula of the team's beside them in D2, and those in `more` on a separate sheet.
private func recalculated(
  _ formula: String, stored: String = "<v>1</v>", more: String = "", names: String = "", level: RepairLevel = .safe
) throws -> (filled: Workbook, changes: [String: CellValue]) {
  var builder = WorkbookBuilder()
  func text(_ place: String, _ text: String) -> String { "<c r=\"\(place)\" \(RepairBook.text(text))</c>" }
  builder.add(
    sheet: "商機",
    rows: "<row r=\"1\">\(text("A1", "商機編號"))\(text("B1", "金額(萬元)"))\(text("C1", "贏率(手填)"))</row>"
      + "<row r=\"2\">\(text("A2", "D001"))<c r=\"B2\"><v>3</v></c><c r=\"D2\"><f>\(formula)</f>\(stored)</c></row>"
      + "<row r=\"3\">\(text("A3", "D002"))\(text("B3", "40萬"))<c r=\"C3\"><v>9</v></c></row>")
  builder.add(sheet: "Mine", rows: more)
  builder.afterSheets = names
  let repaired = try RepairedWorkbook(
    Workbook(builder.bytes()), playbook: .builtIn, options: ReadOptions(today: nil), level: level)
  let filled = try FilledWorkbook(repaired.analysis, repaired: repaired.changedCells)
  return (
    try Workbook(filled.bytes),
    Dictionary(uniqueKeysWithValues: filled.recalculated.map { ("\($0.sheet)!\($0.cell)", $0.new) })
  )
}

@Suite struct `The team's own formulas after a repair` {
  @Test(arguments: [
    ("SUM(B2:B3)", 430_000), ("SUM(B:B)", 430_000), ("SUM($A$2:$C$3)", 430_009), ("B2*2", 60_000),
    ("B3/B2", 400_000 / 30_000),
    ("SUM(商機!B2:B3)*Rate", 860_000), ("SUM(Amounts)", 430_000), ("SUMIF(A2:A3,\"D002\",B2:B3)", 400_000),
    ("COUNTIF(B2:B3,\"&gt;0\")", 2), ("IF(B2&gt;0,B2*12,0)", 360_000), ("IF(B2&lt;B3,7,8)", 7),
    ("ROUND(SUM(B2:B3),20)", 430_000), ("SUBTOTAL(9,B2:B3)", 430_000), ("VLOOKUP(A3,A2:B3,2,FALSE)", 400_000),
    ("SUMPRODUCT((A2:A3=\"D002\")*B2:B3)", 400_000),
  ])
  func `show what they come to now`(_ formula: String, _ value: Double) throws {
    let names =
      "<definedNames><definedName name=\"Amounts\">商機!$B$2:$B$3</definedName><definedName name=\"Rate\">Mine!$A$1</definedName></definedNames>"
    let book = try recalculated(formula, more: "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>", names: names)
    #expect(book.changes == ["商機!D2": .number(value)])
    var cell: ListedCell?
    try CellListing.forEach(in: book.filled, sheetIndex: 0) { if "\($0.cell)" == "D2" { cell = $0 } }
    #expect(cell?.value == .number(value))
    #expect(cell?.formula != nil)
  }

  /// A threshold in the old unit would be wrong beside amounts in the new one, and so would a factor between the two.
  @Test(arguments: [
    "COUNTIF(B2:B3,\"&gt;100\")", "IF(B2&gt;100,7,8)", "SUM(B2:B3)*10000", "B2+50", "SUM(B2:B3)/C2",
    "B2&amp;\"萬元\"", "1/(B2-30000)", "TODAY()+B2",
  ])
  func `keep a column in its unit where they would become false`(_ formula: String) throws {
    let book = try recalculated(formula)
    #expect(book.changes.isEmpty)
    var amount: ListedCell?
    try CellListing.forEach(in: book.filled, sheetIndex: 0) { if "\($0.cell)" == "B2" { amount = $0 } }
    #expect(amount?.value == .number(3))
  }

  @Test func `follow each other`() throws {
    let more = "<row r=\"1\"><c r=\"A1\"><f>B1+1</f><v>5</v></c><c r=\"B1\"><f>商機!D2</f><v>4</v></c></row>"
    let changes = try recalculated("SUM(B2:B3)", more: more).changes
    #expect(changes["Mine!A1"] == .number(430_001))
    #expect(changes["Mine!B1"] == .number(430_000))
  }

  @Test(arguments: ["C3*2", "SUM(Mine!A1:A9)", "1+1"])
  func `stay as they are where they read nothing that changed`(_ formula: String) throws {
    #expect(try recalculated(formula).changes.isEmpty)
  }

  @Test(arguments: [
    "[1]Other!A1+B2", "NOSUCH(B2)", "RAND()*B2",
  ])
  func `that can't be computed here are left to the program, which is asked to calculate`(_ formula: String) throws {
    let book = try recalculated(formula)
    #expect(book.changes.isEmpty)
    #expect(book.filled.calculation.fullCalculationOnLoad)
  }

  @Test func `are not built on one that can't be computed`() throws {
    let more = "<row r=\"1\"><c r=\"A1\"><f>商機!D2+商機!B2</f><v>5</v></c></row>"
    #expect(try recalculated("[1]Other!A1+B2", more: more).changes.isEmpty)
  }

  @Test func `that go in a circle end`() throws {
    let more = "<row r=\"1\"><c r=\"A1\"><f>B1+商機!B2</f><v>5</v></c><c r=\"B1\"><f>A1</f><v>4</v></c></row>"
    #expect(try recalculated("SUM(B2:B3)", more: more).changes.isEmpty)
  }
}
