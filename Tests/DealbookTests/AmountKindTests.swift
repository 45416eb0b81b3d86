// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

@Suite struct `Amounts of two kinds` {
  @Test(arguments: [
    ("Rechnungsbetrag (netto)", "Zahlungseingang (brutto)"), ("Net amount", "Gross received"), ("未稅金額", "含稅實收"),
    ("不含税金额", "含税金额"), ("MRR", "New ARR"), ("Montant HT", "Reçu TTC"), ("月費", "年費"),
  ])
  func `are told by their headers`(one: String, two: String) throws {
    let (a, b) = (try #require(AmountKind(one)), try #require(AmountKind(two)))
    #expect(a.contradicts(b) && b.contradicts(a) && !a.contradicts(a))
  }

  @Test(arguments: ["Amount", "Received", "Planetary fee", "金額", "Network"])
  func `are not seen in other headers`(header: String) { #expect(AmountKind(header) == nil) }

  @Test func `received and invoiced are not compared`() throws {
    func obstacle(_ amount: String, _ received: String) throws -> Obstacle? {
      let headers: [PlainWorkbook.Cell] = ["Invoice no.", "Customer", .text(amount), "Due date", .text(received)]
      let rows: [[PlainWorkbook.Cell]] = (1...4).map { number in
        [.text("R\(number)"), "Halden AG", .number(50_000), .date(46_100), number < 3 ? .number(59_500) : nil]
      }
      let team = try BoundWorkbook(
        Workbook(PlainWorkbook([.init("Invoices", [headers] + rows)]).bytes()), playbook: .builtIn,
        options: DealSheet.options)
      return try #require(team.sheet("pa")?.column("received")).obstacle
    }
    #expect(try obstacle("Invoice amount (net)", "Received (gross)") == .otherKind(header: "Invoice amount (net)"))
    #expect(try obstacle("Invoice amount (net)", "Received (net)") == nil)
    #expect(try obstacle("Invoice amount", "Received") == nil)
  }

  @Test func `a date among amounts is none`() throws {
    var deals = DealSheet("Amount", [120_000, .date(43_831), 80_000])
    let obstacle = try #require(deals.analysis().team.sheet("de")?.column("amount")).obstacle
    #expect(obstacle == .noAmount(cell: try #require(CellReference(row: 3, column: 6))))
    deals = DealSheet("Amount", [120_000, 43_831, 80_000])
    #expect(try #require(deals.analysis().team.sheet("de")?.column("amount")).obstacle == nil)
  }

  @Test func `the day of an invoice is not the one on which it was paid`() throws {
    func findings(_ days: [PlainWorkbook.Cell]) throws -> [String] {
      let headers: [PlainWorkbook.Cell] = ["Number", "Customer", "Date", "Due date", "Total", "Paid"]
      let rows: [[PlainWorkbook.Cell]] = days.enumerated().map { number, day in
        [.text("R\(number)"), "Halden AG", day, .date(46_100), .number(30_000), number < 2 ? .number(30_000) : nil]
      }
      let analysis = try Analysis(
        Workbook(PlainWorkbook([.init("Invoices", [headers] + rows)]).bytes()), playbook: .builtIn,
        options: DealSheet.options)
      return analysis.findings.map { analysis.team.playbook.rules[$0.rule].id }.filter { $0 == "PAY-002" }
    }
    #expect(try findings([.date(46_000), .date(46_010), .date(46_020), .date(46_030)]).isEmpty)
    #expect(try findings([.date(46_000), .date(46_010), nil, .date(46_030), nil, nil]).count <= 1)
  }
}
