// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

/// A cell that was never filled has no number format: a date written into it without one would read 46338.
@Suite struct `A date in a cell that was empty` {
  /// The number formats of the numbers in a column, from the top.
  private func formats(_ column: String, of bytes: [UInt8]) throws -> [String] {
    let workbook = try Workbook(bytes)
    var formats: [String] = []
    try workbook.worksheet(at: 0).forEachRow { row in
      for cell in row.cells where cell.type == .number && cell.hasValueElement {
        guard let place = CellReference(row: row.index, column: cell.column),
          place.description == "\(column)\(row.index)"
        else { continue }
        formats.append(workbook.styles.numberFormat(at: cell.style).code)
      }
    }
    return formats
  }

  @Test func `is shown as the other dates of its column after an update`() throws {
    let team = try UpdateBook.team([
      UpdateBook.row("D-001", 100, .blank), UpdateBook.row("D-002", 200, .blank), UpdateBook.row("D-003", 300),
    ])
    let export = try UpdateBook.csv(
      """
      Amount,Deal ID,Account ID,Deal name,Declared stage,Expected close
      100,D-001,A1,a deal,Verify opportunity,2026-06-27
      200,D-002,A1,a deal,Verify opportunity,
      300,D-003,A1,a deal,Verify opportunity,2026-07-01
      400,D-004,A2,another,Verify opportunity,2026-07-02
      """)
    let bytes = try WorkbookUpdate(of: team, from: export).apply()
    let code = try #require(formats("E", of: team.workbook.bytesForTests).first)
    #expect(try formats("E", of: bytes) == [code, code, code])
    #expect(try formats("F", of: bytes) == ["General", "General", "General", "General"])
  }

  @Test func `is shown as a date where the column has no other`() throws {
    let team = try UpdateBook.team([UpdateBook.row("D-001", 100, .blank)])
    let export = try UpdateBook.csv(
      "Amount,Deal ID,Account ID,Deal name,Declared stage,Expected close\n100,D-001,A1,a deal,Verify opportunity,2026-06-27\n"
    )
    #expect(try formats("E", of: WorkbookUpdate(of: team, from: export).apply()) == ["yyyy-mm-dd"])
  }

  @Test func `is shown as a date after a merge, and after a choice between two`() throws {
    let base = CopyBook(count: 3).changed { $0.deals[1][4] = nil }
    let anna = base.changed { $0.deals[1][4] = .date(46_338) }
    let code = try #require(formats("E", of: base.bytes()).first)
    #expect(try formats("E", of: Merged(base, base, anna).bytes) == [code, code, code])
    let boris = base.changed { $0.deals[1][4] = .date(46_339) }
    let merged = try Merged(base, base, anna, boris, sheet: true)
    #expect(try formats("E", of: merged.bytes) == [code, code])
    let (_, resolved) = try merged.resolved(["boris"])
    #expect(try formats("E", of: resolved.team.workbook.bytesForTests) == [code, code, code])
  }

  @Test func `is shown as the other dates of its column after it was set, with the looks of its row`() throws {
    var book = try Workbook(
      PlainWorkbook([.init("x", [["Day"], [.date(46_200)], [.blank]])]).bytes())
    try book.set(["x!A3": .date(#require(SerialDate(year: 2026, month: 11, day: 12))), "x!B3": 5])
    let code = try #require(formats("A", of: book.bytesForTests).first)
    #expect(try formats("A", of: book.bytesForTests) == [code, code])
    #expect(try formats("B", of: book.bytesForTests) == ["General"])
  }
}
