// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// What a report says of a list that lacks a day, a period or an amount.
@Suite struct `A list that lacks something` {
  typealias Cell = PlainWorkbook.Cell

  private static func page(_ adoption: Adoption) throws -> ReportPage {
    try SalesReport(adoption.analysis(), file: "b.xlsx", language: .english).page
  }

  private static func deals(_ headers: [String], _ more: (Int) -> [Cell]) throws -> Adoption {
    try ForeignList.adopt("Deals", ["Deal ID", "Customer", "Deal name", "Stage", "Amount"] + headers) {
      [
        .text("D-\($0)"), .text("Acme \($0 % 3)"), .text("Roof \($0)"),
        ForeignList.one(["Proposal", "Closed Won", "Negotiation", "Closed Lost"], $0), .number(10_000),
      ] + more($0)
    }
  }

  @Test func `says what is won and open in all where no deal has a closing date`() throws {
    let notes = try Self.page(Self.deals([]) { _ in [] }).notes
    #expect(notes.contains("Whenever they close: won in all 20k (2 deals), open in all 40k (4 deals)"), "\(notes)")
    // With dates, the figures of the period say it.
    let dated = try Self.page(Self.deals(["Close date"]) { _ in [.date(46_376)] }).notes
    #expect(!dated.contains { $0.contains("Whenever they close") })
  }

  @Test func `does not say that deals have no next step where what it is stands beside them without a day`() throws {
    let adoption = try Self.deals(["Close date", "Next step"]) { [.date(46_376), $0 == 0 ? nil : "Send the contract"] }
    let analysis = try adoption.analysis()
    let flags = try #require(analysis.values(of: ColumnID(sheet: "de", key: "flags")))
    #expect(flags.count { if case .text(let text) = $0 { text.contains("NONEXT") } else { false } } == 1)
  }

  @Test func `of receipts leaves open whether a day without an amount was paid`() throws {
    let adoption = try ForeignList.adopt(
      "Invoices", ["Invoice No", "Customer", "Due date", "Amount", "Paid amount", "Paid on"]
    ) {
      [
        .text("I-\($0)"), .text("Acme \($0 % 3)"), .date(46_000), .number(1_000), $0 == 3 ? nil : 0,
        $0 == 3 ? .date(46_010) : nil,
      ]
    }
    let figures = HeadlineFigures(try adoption.analysis(), language: .english)
    #expect(figures.values[.overdue] == nil)
    #expect(figures.reasons[.overdue]?.contains("F5") == true, "\(figures.reasons)")
  }

  @Test func `of accounts has no open pipeline where no deal says how it stands`() throws {
    let book = PlainWorkbook([
      .init("Accounts", [["Account ID", "Account name"], ["A1", "Acme"], ["A2", "Globex"], ["A3", "Hooli"]]),
      .init(
        "Deals",
        [["Deal ID", "Account ID", "Deal name", "Amount", "Expected close"]]
          + (1...6).map { [.text("D-\($0)"), .text("A\(1 + $0 % 3)"), "Roof", .number(1_000), .date(46_200)] }),
    ])
    let adoption = try Adoption(Workbook(book.bytes()), fileName: "b.xlsx", options: DealSheet.options)
    #expect(try adoption.analysis().values(of: ColumnID(sheet: "acc", key: "open_pipe")) == nil)
  }

  @Test func `of open items says that a day of clearing or a kind of document may say what is no claim any more`()
    throws
  {
    for (header, cells) in [
      ("Ausgleichsdatum", [Cell.date(46_010), nil]), ("Clearing date", [.date(46_010), nil]),
      ("單別", [.text("折讓"), .text("銷貨")]),
    ] {
      let adoption = try ForeignList.adopt("Offene Posten", ["Belegnummer", "Kunde", "Fällig am", "Betrag", header]) {
        [.text("RE\($0)"), .text("Kunde \($0 % 3)"), .date(46_000), .number(1_000), cells[$0 % 2]]
      }
      let figures = HeadlineFigures(try adoption.analysis(), language: .english)
      #expect(figures.values[.overdue] == nil, "\(header)")
      #expect(figures.reasons[.overdue]?.contains(header) == true, "\(figures.reasons)")
    }
  }

  @Test func `of stages may be of any length`() throws {
    let rows: [[Cell]] =
      [["Deal ID", "Customer", "Stage", "Amount", "Close date"]]
      + (0..<60).map { row -> [Cell] in
        let stage = row < 44 ? "Step \(row)" : ["Closed Won", "Closed Lost", "Proposal"][row % 3]
        return [.text("D-\(row)"), .text("Acme \(row % 5)"), .text(stage), .number(1_000), .date(46_100)]
      }
    let adoption = try Adoption(
      Workbook(PlainWorkbook([.init("Deals", rows)]).bytes()), fileName: "b.xlsx", options: DealSheet.options)
    #expect(adoption.lists.contains { $0.prefix == "st" && $0.labels.count == 47 })
  }
}
