// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// CRMs export the minute of closing. The day counts (documents/method.md, Reading what was typed).
@Suite struct `A date with a time of day` {
  @Test func `is inside the period whose last day it is`() throws {
    // 31 December 2026, 23:30, and 14:03 on another day.
    let book = try NamedBook([
      .init(
        "Deals",
        [
          ["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close", "Actual close"],
          ["D-1", "Acme", "a", "Tom", 120, "Closed Won", .date(46_387), .time(46_387.979)],
          ["D-2", "Bolt", "b", "Mei", 50, "Closed Won", .date(46_091), .time(46_091.585)],
          ["D-3", "Core", "c", "Mei", 70, "Proposal", .date(46_376), nil],
        ])
    ])
    try book.expect("de.close_eff", ["46387", "46091", "46376"])
    try book.expect("de.in_period", ["1", "1", "1"])
    #expect(HeadlineFigures(book.adopted).values[.won] == 170)
  }

  @Test func `is overdue from the next day on`() throws {
    // As of 30 November 2026, 46,356: due on that day at 18:00, on the day before, and later.
    let book = try NamedBook([
      .init(
        "Invoices",
        [
          ["Invoice No", "Customer", "Due date", "Invoice amount", "Paid amount"],
          ["I-1", "Acme", .time(46_356.75), 100, 0], ["I-2", "Bolt", .time(46_355.75), 30, 0],
          ["I-3", "Core", .time(46_400.5), 10, 0],
        ])
    ])
    try book.expect("pa.days_over", ["0", "1", "0"])
    #expect(HeadlineFigures(book.adopted).values[.overdue] == 30)
  }

  @Test func `changes nothing where no time is stored`() throws {
    let rows = [UpdateBook.headers, UpdateBook.row("D-001", 100)]
    let filled = try FilledBook(PlainWorkbook([.init("Deals", rows)]).bytes(), playbook: .builtIn)
    #expect(try !formulas(filled.filled.bytes).contains { $0.contains("INT(") })
    var timed = rows
    timed[1][4] = .time(46_200.5)
    let other = try FilledBook(PlainWorkbook([.init("Deals", timed)]).bytes(), playbook: .builtIn)
    #expect(try formulas(other.filled.bytes).contains { $0.contains("INT($E2)") })
    #expect(try other.again(playbook: .builtIn).filled.bytes == other.filled.bytes)
  }

  private func formulas(_ bytes: [UInt8]) throws -> [String] {
    var found: [String] = []
    try CellListing.forEach(in: Workbook(bytes), sheetIndex: 0) {
      if let formula = $0.formula { found.append(formula) }
    }
    return found
  }
}
