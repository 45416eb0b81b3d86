// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Nightly

@Suite struct `Rows without an ID of their own, from night to night` {
  /// A list of invoices as an accounting program exports it: the invoice number is all that names a row.
  private static func book(_ asOf: Int, paid: [Double?]) throws -> FileResult {
    var rows: [[PlainWorkbook.Cell]] = [
      ["Invoice No", "Customer", "Due date", "Invoice amount", "Paid amount", "Paid on", "Owner"]
    ]
    let due = [45_900, 46_340, 46_400, 46_410]
    for (place, amount) in paid.enumerated() {
      rows.append([
        .text("I-\(place + 1)"), .text("Customer \(place + 1)"), .date(due[place]), .number(Double(place + 1) * 10_000),
        amount.map { .number($0) } ?? .blank, amount.map { _ in .date(46_330) } ?? .blank, "Mei",
      ])
    }
    let workbook = try Workbook(PlainWorkbook([.init("Invoices", rows)]).bytes())
    let adoption = try Adoption(
      workbook, fileName: "invoices.xlsx",
      options: ReadOptions(asOf: SerialDate(serial: Double(asOf), system: .year1900), today: nil))
    let seen = try Observation(adoption.analysis(), language: .english)
    let hash = SHA256.hex(seen.json)
    return FileResult(path: "invoices.xlsx", outcome: .checked, sha256: hash, key: hash, observation: seen)
  }

  @Test func `an invoice is known by its number: what was paid and what became overdue is told`() throws {
    let nights = try Nights()
    _ = try nights.run("2026-11-12", Self.book(46_338, paid: [nil, nil, nil, nil]))
    let night = try nights.run("2026-11-15", Self.book(46_341, paid: [nil, nil, 20_000, nil]))
    #expect(night.digest.moneyReceived.map { "\($0.payment.id) \($0.amount)" } == ["I-3 20000.0"])
    #expect(night.digest.newlyOverdue.map { "\($0.payment.id) \($0.amount)" } == ["I-2 20000.0"])
    let index = try night.index()
    #expect(index.contains("I-3") && index.contains("I-2"))
  }

  @Test func `a finding is that of its invoice: one that is new does not persist because another was fixed`() throws {
    let nights = try Nights()
    let first = try nights.run("2026-11-12", Self.book(46_338, paid: [nil, nil, nil, nil]))
    #expect(first.states.filter { $0.contains("PAY-005") } == ["invoices.xlsx PAY-005 I-1 new"])
    let night = try nights.run("2026-11-15", Self.book(46_341, paid: [10_000, nil, nil, nil]))
    #expect(
      night.states.filter { $0.contains("PAY-005") } == [
        "invoices.xlsx PAY-005 I-2 new", "invoices.xlsx PAY-005 I-1 fixed",
      ])
  }
}
