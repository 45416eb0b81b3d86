// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Deals that all close at another time` {
  private static let deals = PlainWorkbook.Sheet(
    "Deals",
    [
      ["Deal ID", "Account", "Deal Name", "Amount", "Stage", "Close Date", "Owner"],
      ["S1", "Acme", "a", 500, "Closed Won", .date(42_900), "Bob"],
      ["S2", "Acme", "b", 80, "Closed Won", .date(43_000), "Bob"],
      ["S3", "Bolt", "c", 300, "Closed Lost", .date(43_050), "Ann"],
      ["S4", "Bolt", "d", 70, "Proposal", .date(43_060), "Ann"],
    ])

  @Test func `give no zeros`() throws {
    let book = try NamedBook([Self.deals])
    let figures = HeadlineFigures(book.adopted, language: .english)
    for key in [HeadlineFigures.Key.won, .commit, .best, .p50] { #expect(figures.values[key] == nil) }
    #expect(
      figures.reasons[.won]
        == "3 deals close outside the period: add --period 2017")
    #expect(
      figures.gaps.contains(
        "Won in all: 580 (2 deals, 2017); dealbook report FILE --period 2017 shows 2017 alone"))
    let page = try SalesReport(book.adopted, file: "team.xlsx", language: .english).page
    #expect(page.figures.first { $0.key == "won" }?.value == .text("—"))
  }

  @Test func `are shown in a period that is asked for`() throws {
    let workbook = try Workbook(PlainWorkbook([Self.deals]).bytes())
    let today = SerialDate(year: 2026, month: 11, day: 30)
    var options = ReadOptions(today: today)
    options.period = try ReportPeriod(
      first: #require(SerialDate(year: 2017, month: 1, day: 1)),
      last: #require(SerialDate(year: 2017, month: 12, day: 31)))
    let playbook = try NamedBook([Self.deals]).adopted.team.playbook
    let analysis = try Analysis(workbook, playbook: playbook, options: options)
    let figures = HeadlineFigures(analysis, language: .english)
    #expect(figures.values[.won] == 580)
    #expect((figures.start, figures.end) == ("2017-01-01", "2017-12-31"))
    #expect(analysis.team.asOfText == "2017-12-31")
    let filled = try Analysis(
      Workbook(FilledWorkbook(analysis).bytes), playbook: playbook, options: ReadOptions(today: today))
    #expect(HeadlineFigures(filled, language: .english).values[.won] == 580)
    #expect(throws: DealbookError.self) { try filled.team.requireOwnPeriod(options) }
  }

  @Test func `are not won for nothing where no date can be read`() throws {
    var deals = Self.deals
    deals.rows = [
      deals.rows[0], ["S1", "Acme", "a", 1000, "Closed Won", "around Easter", "Bob"],
      ["S2", "Bolt", "b", 500, "Proposal", .date(46_376), "Ann"],
      ["S3", "Bolt", "c", 500, "Proposal", .date(46_376), "Ann"],
    ]
    let figures = HeadlineFigures(try NamedBook([deals]).adopted, language: .english)
    #expect(figures.values[.won] == nil)
    #expect(figures.reasons[.won] == "no closing date can be read")
  }
}
