// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

/// Ledgers that hold what customers pay beside what suppliers are paid.
@Suite struct `Money that goes out` {
  /// 60,000 and 40,000 are open and past due; 50,000 was received.
  private static let rows: [[Cell]] = [
    ["I-1", "Acme", .date(46_200), 60_000, 0], ["I-2", "Bolt", .date(46_210), 40_000, 0],
    ["I-3", "Cord", .date(46_220), 50_000, 50_000], ["I-4", "Acme", .date(46_380), 10_000, 0],
  ]

  private func overdue(_ header: String, _ words: [String]) throws -> Double? {
    let head: [Cell] = ["Invoice No", "Customer", "Due date", "Invoice amount", "Paid amount", .text(header)]
    let rows = zip(Self.rows, words).map { $0 + [Cell.text($1)] }
    let book = try NamedBook([.init("Invoices", [head] + rows)])
    return HeadlineFigures(book.adopted).values[.overdue]
  }

  @Test(arguments: [
    ("Direction", "In", "Out"), ("Doc type", "AR Invoice", "AP Invoice"), ("收支類型", "收入", "支出"), ("類型", "收款", "付款"),
    ("收/付", "收", "付"), ("Art", "Debitor", "Kreditor"), ("Belegart", "Ausgangsrechnung", "Eingangsrechnung"),
    ("Tipo", "Attiva", "Passiva"), ("Tipo", "Cliente", "Fornitore"),
  ])
  func `is no receivable, and the others count`(header: String, comes: String, goes: String) throws {
    #expect(try overdue(header, [comes, goes, comes, comes]) == 60_000)
    #expect(try overdue(header, [goes, comes, comes, comes]) == 40_000)
    // Of a row that says nothing it is not known which way it goes; nor of rows that all go out.
    #expect(try overdue(header, [comes, goes, "", comes]) == nil)
    #expect(try overdue(header, [goes, goes, goes, goes]) == nil)
  }

  @Test(arguments: [("Type", "Receipt", "Payment"), ("Type", "Invoice", "Bill")])
  func `may be meant by a word that is said of both, so nothing is computed`(
    header: String, comes: String, goes: String
  ) throws {
    #expect(try overdue(header, [comes, goes, comes, comes]) == nil)
    #expect(try overdue(header, [goes, comes, comes, comes]) == nil)
  }

  @Test func `is told`() throws {
    let head: [Cell] = ["Invoice No", "Customer", "Due date", "Invoice amount", "Paid amount", "Direction"]
    let rows = zip(Self.rows, ["In", "Out", "In", "In"]).map { $0 + [Cell.text($1)] }
    let book = try NamedBook([.init("Invoices", [head] + rows)])
    #expect(HeadlineFigures(book.adopted).gaps.contains("Overdue leaves out 1 payment that goes out (Invoices!F3)"))
  }

  @Test(arguments: [
    ("Type", "Payment"), ("Type", "Invoice"), ("Direction", "In"), ("類型", "收款"), ("Art", "Debitor"), ("Tipo", "Attiva"),
  ])
  func `is not meant where every row says the same of what comes in`(header: String, word: String) throws {
    #expect(try overdue(header, [word, word, word, word]) == 100_000)
  }

  /// Nobody whom we pay is a customer.
  @Test func `to payees makes no list of receipts`() throws {
    let rows = (1...6).map { number -> [Cell] in
      [
        .text("PV-\(number)"), .text("Payee \(number)"), .text("S-\(number)"), .date(46_200 + number),
        .number(Double(1000 * number)), "Bank",
      ]
    }
    let book = try NamedBook([
      .init("Payments", [["Payment No", "Payee", "Invoice No", "Payment Date", "Amount Paid", "Method"]] + rows)
    ])
    #expect(book.analysis.team.sheet("pa") == nil)
    #expect(book.adopted.team.sheet("pa") == nil)
  }
}
