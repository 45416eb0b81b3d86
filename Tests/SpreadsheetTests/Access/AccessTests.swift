// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `A workbook as a program reads and edits it` {
  private static let plain = PlainWorkbook([
    .init(
      "Deals",
      [["Deal", "Amount", "Close"], ["D-001", 1200, .date(46_112)], ["D-002", nil, nil], ["D-003", 800.5, nil]]),
    .init("Sums", [["All", .formula("SUM(Deals!B:B)", 2000.5)]]),
  ])

  private func book() throws -> Workbook { try Workbook(Self.plain.bytes()) }

  @Test func `cells are found by title and reference, with their types`() throws {
    let book = try book()
    #expect(try book["Deals"]["A2"] == "D-001")
    #expect(try book["deals"]["b2"] == 1200)
    #expect(try book["Deals"]["C2"] == .date(#require(SerialDate(year: 2026, month: 3, day: 31))))
    #expect(try book["Deals"]["B3"].isBlank)
    #expect(try book["Deals"]["ZZ999"] == .blank)
    #expect(try book["Sums"]["B1"].number == 2000.5)
    #expect(try book["Sums"].rows.first?.cells.last?.hasFormula == true)
  }

  @Test func `a sheet that is not there is an error that names those that are`() throws {
    let book = try book()
    #expect(throws: SpreadsheetError.noSheetNamed("Leads", titles: ["Deals", "Sums"])) { try book["Leads"] }
    #expect(
      "\(SpreadsheetError.noSheetNamed("Leads", titles: ["Deals"]))" == "there is no sheet “Leads”; there are: Deals")
  }

  @Test func `rows come in order and know their numbers`() throws {
    let rows = try book()["Deals"].rows
    #expect(rows.map(\.number) == [1, 2, 3, 4])
    #expect(rows.dropFirst().compactMap { $0["B"].number } == [1200, 800.5])
    #expect(rows[3][2] == 800.5)
  }

  @Test func `a closure over rows may throw an error of its own`() throws {
    struct Enough: Error {}
    var seen = 0
    #expect(throws: Enough.self) {
      try book().forEachRow(of: "Deals") { row in
        seen += 1
        if row.number == 2 { throw Enough() }
      }
    }
    #expect(seen == 2)
  }

  @Test func `closures over stored rows may throw errors of their own, or none`() throws {
    struct Enough: Error {}
    let book = try book()
    var rows = 0
    #expect(throws: Enough.self) {
      try book.forEachRow(ofSheet: 0) { row, cells in
        rows += 1
        for cell in row.cells where try cells.scalar(of: cell, row: row.index) == .number(1200) { throw Enough() }
      }
    }
    #expect(rows == 2)
    #expect(throws: Enough.self) { try book.forFirstRows(ofSheet: 0, through: 1) { _, _ in throw Enough() } }
    #expect(throws: Enough.self) { try book.worksheet(at: 0).forEachRow { _ in throw Enough() } }
    #expect(throws: SpreadsheetError.self) { try book.forEachRow(ofSheet: 7) { _, _ in throw Enough() } }
    try book.forEachRow(ofSheet: 0) { _, _ in rows += 1 }
    #expect(rows == 6)
  }

  @Test func `what is set is there, and nothing else differs`() throws {
    var book = try book()
    let before = try book["Deals"]
    try book.set([
      "Deals!B3": 300, "'Deals'!A3": "D-002b", "Deals!C3": .date(#require(SerialDate(year: 2026, month: 4, day: 1))),
    ])
    let after = try book["Deals"]
    #expect(after["B3"] == 300)
    #expect(after["A3"].text == "D-002b")
    #expect(after["C3"].date?.isoText == "2026-04-01")
    #expect(after["A2"] == before["A2"])
    #expect(before["B3"] == .blank)
  }

  @Test(arguments: ["B3", "Deals!", "Deals!3B", "Leads!B3"]) func `what is no cell is refused and changes nothing`(
    _ name: String
  ) throws {
    var book = try book()
    let bytes = book.package.archive.bytes
    #expect(throws: SpreadsheetError.self) { try book.set(name, to: 1) }
    #expect(book.package.archive.bytes == bytes)
  }
}
