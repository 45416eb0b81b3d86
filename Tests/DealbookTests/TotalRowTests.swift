// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

private func figures(_ sheets: [PlainWorkbook.Sheet]) throws -> HeadlineFigures {
  let book = try PlainWorkbook(sheets).bytes()
  return HeadlineFigures(try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis())
}

@Suite struct `A row that is the total of those above it` {
  @Test(arguments: ["Total", "Team", "Alle", "Sales team", "Overall", "Company", "团队", "團隊"])
  func `is no target of anybody, whatever it is called`(name: String) throws {
    let year: [Cell] = [.date(46_023), .date(46_387)]
    let found = try figures([
      .init(
        "Deals",
        [
          ["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Close Date"],
          ["D-1", "Acme", "a", "Tom", 120, "Closed Won", .date(46_091)],
          ["D-2", "Bolt", "b", "Mei", 50, "Proposal", .date(46_376)],
        ]),
      .init(
        "Targets",
        [
          ["Owner", "Period start", "Period end", "Target"], ["Tom"] + year + [400], ["Mei"] + year + [300],
          [.text(name)] + year + [700],
        ]),
    ])
    #expect(found.values[.target] == 700)
  }

  private static let headers: [Cell] = ["Invoice No", "Customer", "Due date", "Invoice amount", "Paid amount"]

  private func overdue(_ last: [Cell]) throws -> Double? {
    let rows: [[Cell]] = [
      ["I-1", "Acme", .date(46_100), 100, 100], ["I-2", "Bolt", .date(46_120), 50, 0],
      ["I-3", "Core", .date(46_130), 30, 0],
    ]
    let book = try NamedBook([.init("Invoices", [Self.headers] + rows + [last])])
    return HeadlineFigures(book.adopted).values[.overdue]
  }

  /// 80 of the three invoices are open and past due.
  @Test(arguments: ["Alle", "Team", "Overall", "All customers", "Summe Debitoren", "全部"])
  func `is no payment, whatever it is called`(name: String) throws {
    #expect(try overdue([.text(name), nil, nil, 180, 100]) == 80)
    #expect(try overdue([nil, .text(name), nil, 180, 100]) == 80)
    #expect(try overdue([.text(name), nil, .date(46_130), 180, 100]) == 80)
  }

  @Test func `is a payment if it has a number of its own, or is no sum`() throws {
    #expect(try overdue(["I-4", "Duo", .date(46_130), 180, 100]) == 160)
    #expect(try overdue(["Rest", "Duo", .date(46_130), 170, 100]) == 150)
  }
}
