// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Sheet = PlainWorkbook.Sheet

@Suite struct `Sheets without a column for what their rows belong to` {
  @Test func `leave out what would be summed by it`() throws {
    let book = try NamedBook([
      Sheet(
        "Contracts",
        [
          ["Contract No", "Account", "Amount", "Sign date"], ["K1", "Alpha", 100_000, .date(46_000)],
          ["K2", "Beta", 50_000, .date(46_010)],
        ]),
      Sheet(
        "Invoices",
        [
          ["Invoice No", "Customer", "Due date", "Amount", "Paid amount"],
          ["I1", "Alpha", .date(46_100), 70_000, 70_000], ["I2", "Beta", .date(46_110), 20_000, 0],
        ]),
    ])
    #expect(book.adopted.team.sheet("pa")?.column("received") != nil)
    #expect(!book.adopted.plan.contains(ColumnID(sheet: "co", key: "received")))
    #expect(!book.adopted.plan.contains(ColumnID(sheet: "co", key: "map_stage")))
    #expect(book.adopted.plan.contains(ColumnID(sheet: "pa", key: "outstanding")))
  }
}

@Suite struct `Amounts and states of receivables` {
  private func invoices(_ header: [PlainWorkbook.Cell], _ rows: [[PlainWorkbook.Cell]]) throws -> NamedBook {
    try NamedBook([Sheet("Rechnungen", [header] + rows)])
  }

  @Test func `are gross where a column says so`() throws {
    let book = try invoices(
      ["Rechnungsnummer", "Kunde", "Rechnungsbetrag", "Brutto-Betrag", "Bezahlter Betrag", "Fällig am"],
      (0..<5).map { row in
        [
          .text("R-\(row)"), "Alpha", 1000, 1190, .number(row == 0 ? 0 : 1190), .date(46_200 + row),
        ]
      })
    #expect(book.adopted.team.sheet("pa")?.column("amt_override")?.header == "Brutto-Betrag")
  }

  @Test(arguments: [("Paid", 0.0), ("Offen", 1000), ("已收款", 0), ("待收款", 1000)])
  func `are doubtful where they say different things`(state: String, received: Double) throws {
    let book = try invoices(
      ["Invoice No", "Customer", "Amount", "Paid amount", "Due date", "Payment status"],
      (0..<5).map { row in
        [
          .text("R-\(row)"), "Alpha", 1000, .number(row == 3 ? received : 400), .date(46_200 + row),
          .text(row == 3 ? state : "Partly"),
        ]
      })
    let column = try #require(book.adopted.team.sheet("pa")?.column("received"))
    guard case .rowSign(let header, let text, _)? = column.obstacle else {
      Issue.record("\(String(describing: column.obstacle))")
      return
    }
    #expect(header == "Payment status" && text == state)
  }

  @Test func `are not where they agree`() throws {
    let book = try invoices(
      ["Invoice No", "Customer", "Amount", "Paid amount", "Due date", "Payment status"],
      (0..<4).map { row in
        [
          .text("R-\(row)"), "Alpha", 1000, .number([0, 1000, 400, 0][row]), .date(46_200 + row),
          .text(["Open", "Paid", "Partly", "Overdue"][row]),
        ]
      })
    #expect(try #require(book.adopted.team.sheet("pa")?.column("received")).obstacle == nil)
  }
}

@Suite struct `The row of a team among targets` {
  @Test func `is in no sum`() throws {
    let rows: [[PlainWorkbook.Cell]] = [("Ann", 100_000.0), ("Bob", 200_000), ("Team", 300_000)].map {
      [.text($0.0), .date(46_023), .date(46_387), .number($0.1)]
    }
    let book = try NamedBook([
      Sheet("Targets", [["Owner", "Period start", "Period end", "Target"]] + rows),
      Sheet(
        "Deals",
        [
          ["Deal name", "Customer", "Stage", "Amount", "Expected close", "Owner"],
          ["x", "Alpha", "Closed Won", 70_000, .date(46_200), "Ann"],
          ["y", "Beta", "Proposal", 20_000, .date(46_370), "Bob"],
        ]),
    ])
    let targets = try #require(book.adopted.team.sheet("tg"))
    #expect(targets.rows.dataCount == 2 && targets.rows.count == 2)
    #expect(targets.columns.allSatisfy { $0.values.count == 2 })
  }
}
