// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell
/// 2026-01-05.
private let january: Cell = .date(46_027)
private let february: Cell = .date(46_058)

private func receivables(_ rows: [[Cell]], more: [Cell] = []) throws -> AdoptedSheetBook {
  let headers: [Cell] = ["Invoice No", "Customer", "Due date", "Invoice amount", "Paid amount", "Paid on"]
  return try AdoptedSheetBook([.init("Invoices", [headers + more] + rows)])
}

/// 50,000 overdue.
private let others: [[Cell]] = [
  ["I-2", "Bolt", january, 50_000, 0, nil], ["I-3", "Core", .date(46_376), 50_000, 0, nil],
  ["I-4", "Dorn", january, 20_000, 20_000, january],
]

@Suite struct `An invoice that stands on several rows` {
  private let parts: [[Cell]] = [
    ["I-1", "Acme", january, 100_000, 40_000, january], ["I-1", "Acme", january, 100_000, 60_000, february],
  ]

  @Test func `with the same amount and due date counts in no figure, and is reported`() throws {
    let book = try receivables(parts + others)
    #expect(book.figures.values[.overdue] == 50_000)
    #expect(
      book.figures.gaps.contains(
        "Overdue leaves out 2 payments that repeat the number, amount and due date of an invoice (paid in parts, or entered twice) (Invoices!A2, A3)"
      ), "\(book.figures.gaps)")
    #expect(
      book.analysis.messages("PAY-019")
        == Array(
          repeating:
            "The amount of invoice \"I-1\" stands on 2 rows: paid in parts, or entered twice? This row counts in no figure",
          count: 2))
    #expect(!book.rules.contains("PAY-017") && !book.rules.contains("PAY-018"))
    #expect(book.analysis.messages("PAY-005").count == 1)
    let page = try #require(AccountBrief(book.analysis, account: "Acme", file: "a.xlsx", language: .english)).page
    #expect(page.figures.first { $0.key == "overdue" }?.value == .number(0))
    #expect(page.notes.contains { $0.contains("2 payments that repeat the number") }, "\(page.notes)")
    let other = try #require(AccountBrief(book.analysis, account: "Bolt", file: "a.xlsx", language: .english)).page
    #expect(!other.notes.contains { $0.contains("repeat the number") }, "\(other.notes)")
  }

  @Test func `is filled as it is computed, once and again`() throws {
    let book = try receivables(parts + others)
    let filled = try FilledWorkbook(book.analysis)
    let again = try Analysis(
      Workbook(filled.bytes), playbook: book.analysis.team.playbook, options: DealSheet.options)
    #expect(HeadlineFigures(again).values[.overdue] == 50_000)
    #expect(try FilledWorkbook(again).bytes == filled.bytes)
  }

  @Test func `with an amount or a day of its own on each counts row by row`() throws {
    let lines: [[Cell]] = [["I-1", "Acme", january, 30_000, 0, nil], ["I-1", "Acme", january, 70_000, 0, nil]]
    #expect(try receivables(lines + others).figures.values[.overdue] == 150_000)
    let dues: [[Cell]] = [["I-1", "Acme", january, 50_000, 0, nil], ["I-1", "Acme", february, 50_000, 0, nil]]
    #expect(try receivables(dues + others).figures.values[.overdue] == 150_000)
    // No number yet.
    let blank: [[Cell]] = [["tbd", "Acme", january, 50_000, 0, nil], ["tbd", "Acme", january, 50_000, 0, nil]]
    #expect(try receivables(blank + others).figures.values[.overdue] == 150_000)
  }

  @Test func `like most others leaves no figure`() throws {
    let many = (1...5).flatMap { number -> [[Cell]] in
      [
        [.text("I-1\(number)"), "Acme", january, 100_000, 40_000, january],
        [.text("I-1\(number)"), "Acme", january, 100_000, 60_000, february],
      ]
    }
    let figures = try receivables(many + others).figures
    #expect(figures.values[.overdue] == nil)
    #expect(figures.reasons[.overdue]?.contains("several rows for one “Invoice No”") == true, "\(figures.reasons)")
  }
}

@Suite struct `Payments that are no plain receipts` {
  @Test func `such as credit notes are not overpaid, and refunds are reported`() throws {
    let book = try receivables(
      others + [["I-5", "Acme", january, -20_000, 0, nil], ["I-6", "Core", january, 30_000, -2_000, february]]
        + (7...10).map { [.text("I-\($0)"), "Edel", january, 10_000, 10_000, january] })
    #expect(
      book.analysis.messages("PAY-006") == [
        "An amount below 0, perhaps a credit note, which is set off against nothing: 20,000"
      ])
    let gaps = book.figures.gaps
    #expect(
      gaps.contains(
        "1 payment has an amount below 0 (20,000 in all, perhaps credit notes), which is not taken off what is overdue (Invoices!D5)"
      ), "\(gaps)")
    #expect(
      gaps.contains(
        "1 payment has a receipt below 0 (2,000 in all, perhaps refunds), which adds to what is outstanding (Invoices!E6)"
      ),
      "\(gaps)")
    #expect(book.analysis.findings.contains { $0.sheet == "pa" && $0.column == "received" && $0.row == 6 })
  }

  @Test func `and what customers hold back is named, because it counts as overdue`() throws {
    let rows = others.map { $0 + [2_500] }
    let gaps = try receivables(rows, more: ["Retention 5%"]).figures.gaps
    #expect(
      gaps.contains("“Retention 5%” is not read: what is held back counts as outstanding, and as overdue"), "\(gaps)")
  }

  @Test func `cannot make more than all of what was due`() throws {
    let rows: [[Cell]] = [
      ["I-1", "Acme", january, 50_000, 80_000, january], ["I-2", "Bolt", january, 50_000, 0, nil],
      ["I-3", "Core", .date(46_376), 50_000, 0, nil],
    ]
    let page = try SalesReport(try receivables(rows).analysis, file: "a.xlsx", language: .english, only: ["R8"]).page
    let last = try #require(page.sections.first?.rows.last)
    #expect(last[1] == .number(100_000) && last[2] == .number(50_000), "\(last)")
  }

  @Test(arguments: ["Alle", "Open items", "Summe Debitoren", "全部"])
  func `are a total if each amount is the sum of those above, whatever it is called`(_ name: String) throws {
    let total: [Cell] = [.text(name), nil, nil, 120_000, 20_000, nil]
    let book = try receivables(others + [total])
    #expect(book.figures.values[.overdue] == 50_000)
    let page = try SalesReport(book.analysis, file: "a.xlsx", language: .english, only: ["R7"]).page
    let sums = page.sections.first?.rows.compactMap { $0[1].asNumber } ?? []
    #expect(sums.reduce(0, +) == 50_000, "\(sums)")
    // An invoice of its own is none.
    let invoice: [Cell] = ["I-9", "Edel", january, 120_000, 0, nil]
    #expect(try receivables(others + [invoice]).figures.values[.overdue] == 170_000)
  }
}
