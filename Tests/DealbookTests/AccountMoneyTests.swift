// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell
private let march: Cell = .date(46_096)
private let december: Cell = .date(46_376)

private let header: [Cell] = ["Deal ID", "Account", "Owner", "Stage", "Amount", "Expected close", "Actual close"]
private let stages: [Cell] = ["Closed Won", "Proposal", "Negotiation", "Closed Lost", "Proposal", "Closed Won"]
private let amounts: [Cell] = [120_000, 50_000, 80_000, 90_000, 150_000, 80_000]

private func deals(_ more: (Int) -> [Cell] = { _ in [] }, accounts: (Int) -> Int = { $0 }) -> [[Cell]] {
  stages.indices.map { row in
    let isOver = [0, 3, 5].contains(row)
    return [
      .text("D-00\(row + 1)"), .text("Acme \(accounts(row) + 1) GmbH"), "Tom", stages[row], amounts[row],
      isOver ? march : december, isOver ? march : nil,
    ] + more(row)
  }
}

private func accounts(_ currency: (Int) -> Cell, header: Cell = "Currency") -> PlainWorkbook.Sheet {
  .init(
    "Accounts",
    [["Account ID", "Account name", header, "Owner"]]
      + (0..<6).map { [.text("A\($0)"), .text("Acme \($0 + 1) GmbH"), currency($0), "Tom"] })
}

@Suite struct `A currency that stands on the account` {
  @Test func `leaves no sum of deals whose accounts have several`() throws {
    let book = try AdoptedSheetBook([accounts { $0 % 2 == 0 ? "EUR" : "USD" }, .init("Deals", [header] + deals())])
    #expect(book.won == nil)
    #expect(
      book.figures.reasons[.won] == "Amount is in several currencies or units (EUR, USD)", "\(book.figures.reasons)")
    #expect(
      book.analysis.messages("WBK-010") == ["Amounts are in \"EUR, USD\"; expected is one currency in single units"])
  }

  @Test func `is no doubt where those with deals have one, or the amounts state theirs`() throws {
    let one = try AdoptedSheetBook([
      accounts { $0 == 2 ? "EUR" : "USD" }, .init("Deals", [header] + deals(accounts: { [0, 1, 3, 4, 5, 1][$0] })),
    ])
    #expect(one.won == 200_000)
    var stated = header
    stated[4] = "Amount (EUR)"
    let book = try AdoptedSheetBook([accounts { $0 % 2 == 0 ? "EUR" : "USD" }, .init("Deals", [stated] + deals())])
    #expect(book.won == 200_000)
  }
}

@Suite struct `A brief` {
  private func page(_ book: AdoptedSheetBook, _ account: String) throws -> ReportPage {
    try #require(AccountBrief(book.analysis, account: account, file: "a.xlsx", language: .english)).page
  }

  private func texts(_ page: ReportPage) -> [String] {
    page.sections.flatMap { section in section.rows.flatMap { $0.map(\.shownText) } }
  }

  @Test func `says why nothing is said of money, and lists what was invoiced`() throws {
    let rows: [[Cell]] = [
      ["I-1", "Acme", "EUR", .date(46_027), 100_000, 40_000], ["I-2", "Bolt", "USD", .date(46_027), 50_000, 0],
      ["I-3", "Core", "EUR", .date(46_027), 30_000, 0],
    ]
    let book = try AdoptedSheetBook([
      .init("Invoices", [["Invoice No", "Customer", "Currency", "Due date", "Invoice amount", "Paid amount"]] + rows)
    ])
    let page = try page(book, "Acme")
    #expect(
      page.notes.contains { $0.hasPrefix("Left out: Owed, Overdue (") && $0.contains("several currencies") },
      "\(page.notes)")
    #expect(texts(page).contains("100,000 EUR") && texts(page).contains("40,000 EUR"), "\(texts(page))")
  }

  @Test func `shows amounts with the currency of their row`() throws {
    let book = try AdoptedSheetBook([
      .init("Deals", [header + ["Currency"]] + deals({ [$0 % 2 == 0 ? "EUR" : "USD"] }))
    ])
    let page = try page(book, "Acme 2 GmbH")
    #expect(texts(page).contains("50,000 USD"), "\(texts(page))")
    #expect(page.notes.contains { $0.contains("several currencies") }, "\(page.notes)")
  }

  @Test func `has the deals that are won and lost`() throws {
    let book = try AdoptedSheetBook([.init("Deals", [header] + deals(accounts: { _ in 0 }))])
    let page = try page(book, "Acme 1 GmbH")
    #expect(page.figures.first { $0.key == "won" }?.value == .number(200_000))
    let closed = try #require(page.sections.first { $0.title == "Closed deals" })
    #expect(closed.message == "won 2 (200k), lost 1 (90k)")
    #expect(closed.rows.map { $0[0].shownText } == ["D-001", "D-004", "D-006"])
    #expect(
      try self.page(try AdoptedSheetBook([.init("Deals", [header] + deals())]), "Acme 2 GmbH").sections.count == 1)
  }

  @Test func `names the rows of its account alone that figures leave out`() throws {
    var rows = deals(accounts: { $0 / 3 })
    rows[1][6] = march
    rows[4][4] = "n/a"
    let book = try AdoptedSheetBook([.init("Deals", [header] + rows)])
    let first = try page(book, "Acme 1 GmbH").notes.joined(separator: "\n")
    #expect(first.contains("All figures leave out 1 deal with a closing date and an open stage (Deals!G3)"), "\(first)")
    #expect(!first.contains("E6"), "\(first)")
    let second = try page(book, "Acme 2 GmbH").notes.joined(separator: "\n")
    #expect(second.contains("whose amount cannot be read (Deals!E6)") && !second.contains("G3"), "\(second)")
  }
}
