// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private let march = PlainWorkbook.Cell.date(46_096)

extension MoneyBook {
  /// What the report shows.
  func shownPage() throws -> ReportPage {
    try SalesReport(analysis().forPages(), file: "team.xlsx", language: .english).page
  }
}

/// Excel adds up no text, whatever it says, so formulas leave it out; pages read it as a person does.
@Suite struct `Numbers and dates that are text` {
  private static let book = MoneyBook(
    MoneyBook.deals([
      ["Won", "18,400.00", march], ["Won", 31_600, march], ["Won", 50_000, "2026-03-15"], ["Won", 7_000, march],
    ]))

  @Test func `count on pages if they can be read in one way, and the page says that formulas leave them out`() throws {
    let page = try Self.book.shownPage()
    #expect(page.number("won") == 107_000)
    #expect(
      page.notes.contains(
        "2 numbers or dates are texts and count as they read (Deals!F2, G4); formulas of the workbook do not count them before dealbook fill --repair safe converts them"
      ), "\(page.told)")
    #expect(!page.told.contains("leaves out"), "\(page.told)")
  }

  @Test func `keep the findings that say what they are`() throws {
    let analysis = try Self.book.analysis()
    let shown = try analysis.forPages()
    let writer = FindingWriter(analysis.team, language: .english)
    #expect(shown.findings.map { writer.describe($0).message } == analysis.findings.map { writer.describe($0).message })
    #expect(analysis.messages("GEN-006").count == 1 && analysis.messages("GEN-007").count == 1)
  }

  @Test func `are left out by what is written, which says so`() throws {
    let analysis = try Self.book.analysis()
    #expect(HeadlineFigures(analysis).values[.won] == 38_600)
    #expect(
      HeadlineFigures(analysis).gaps.contains(
        "2 numbers or dates are texts that formulas do not count (Deals!F2, G4); dealbook report counts them, and dealbook fill --repair safe converts them"
      ))
    let edit = try FillPlanner(analysis, dashboard: .added).plan().edit
    let filled = try Workbook(analysis.team.workbook.applying(edit))
    #expect(try filled.recalculated().changes.isEmpty)
  }

  @Test(arguments: ["95.000", "tbd", "约100"])
  func `stay out where they can be read in two ways or not at all`(text: String) throws {
    let page = try MoneyBook(
      MoneyBook.deals([["Won", .text(text), march], ["Won", 150_000, march], ["Won", 1_000, march]])
    ).shownPage()
    #expect(page.number("won") == 151_000)
    #expect(page.told.contains("Won leaves out 1 deal whose amount cannot be read (Deals!F2)"), "\(page.told)")
  }

  @Test func `count although all of a column is text`() throws {
    let rows: [[PlainWorkbook.Cell]] = ["1,000.00", "2,500.50", "300.00", "12,000.00"].map {
      ["Won", .text($0), march]
    }
    #expect(try MoneyBook(MoneyBook.deals(rows)).page().number("won") == nil)
    #expect(try MoneyBook(MoneyBook.deals(rows)).shownPage().number("won") == 15_800.5)
  }

  @Test func `count among payments and targets`() throws {
    let page = try MoneyBook(
      MoneyBook.invoices(
        ["Received"],
        [[10_000, march, "4,000.00"], ["20,000.00", "2026-03-15", nil], [1, .date(46_300), 1], [5, march, nil]])
    ).shownPage()
    #expect(page.number("overdue") == 26_005)
    let targets = try MoneyBook(
      MoneyBook.deals([["Won", 400_000, march], ["Bid submission", 100_000, march]]),
      MoneyBook.targets([
        ["T-001", "Ann", .date(46_023), .date(46_387), "500,000.00"],
        ["T-002", "Bob", "2026-01-01", "2026-12-31", 300_000],
      ])
    ).shownPage()
    #expect(targets.number("target") == 800_000)
  }

  @Test func `of a column in another unit are not mixed with its numbers`() throws {
    var deals = MoneyBook.deals([["Won", "12萬元", march], ["Won", 15, march], ["Won", 20, march]])
    deals.rows[0][5] = "Amount (萬元)"
    #expect(try MoneyBook(deals).shownPage().number("won") == nil)
  }

  /// Nothing is made anew for a workbook without such texts.
  @Test func `are looked for, and without one the analysis is the same`() throws {
    let analysis = try MoneyBook(MoneyBook.deals([["Won", 1_000, march], ["Won", 2_000, march]])).analysis()
    #expect(try analysis.forPages().findings.count == analysis.findings.count)
    #expect(try !HeadlineFigures(analysis.forPages()).gaps.contains { $0.contains("text") })
  }
}
