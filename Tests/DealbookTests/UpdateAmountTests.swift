// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Amounts of an export that may mean something else` {
  private static let own = [
    ("D-001", 120_000.0), ("D-002", 50_000), ("D-003", 200_000), ("D-004", 80_000), ("D-005", 90_000),
    ("D-006", 30_000),
  ]

  private static func report(_ amounts: [String], accepting: [String] = []) throws -> UpdateReport.Sheet {
    try UpdateBook.report(own, zip(own.map(\.0), amounts).map { ($0, $1) }, accepting: accepting)
  }

  private static func told(_ sheet: UpdateReport.Sheet) -> [String] {
    sheet.changes.map { "\($0.oldText) → \($0.newText)" }
  }

  @Test func `are left alone where some have changed, too`() throws {
    let sheet = try Self.report(["130", "60", "200", "80", "95", "30"])
    #expect(sheet.changes.isEmpty)
    #expect(sheet.passedOver.map(\.reason) == [.otherOrder])
    let taken = try Self.report(["130", "60", "200", "80", "95", "30"], accepting: ["amount"])
    #expect(taken.passedOver.isEmpty && taken.changes.count == 6)
  }

  @Test(arguments: [
    (["120", "50", "200000", "80000", "90000", "30000"], ["D-001 120", "D-002 50"]),
    (["121", "50000", "200000", "80000", "90000", "30000"], ["D-001 121"]),
    (["12000000", "50000", "200000", "80000", "90000", "30000"], ["D-001 12000000"]),
    (["12", "50000", "200000", "80000", "90000", "30000"], ["D-001 12"]),
  ])
  func `are left alone one by one where they are the team's in another unit`(amounts: [String], kept: [String]) throws {
    let sheet = try Self.report(amounts)
    #expect(sheet.changes.isEmpty && sheet.passedOver.isEmpty)
    #expect(sheet.kept.map { "\($0.row) \($0.value)" } == kept)
    #expect(sheet.kept.allSatisfy { $0.reason == .otherUnit && $0.column == "Amount" })
  }

  @Test func `are left alone where all are the team's times one number`() throws {
    func reason(_ factor: Double, decimals: Int) throws -> UpdateReport.PassedOver.Reason? {
      let sheet = try Self.report(
        Self.own.map { id, amount in
          let cents = (amount * factor * 100).rounded() / 100
          return decimals == 0 ? "\(Int((amount * factor).rounded()))" : "\(cents)"
        })
      #expect(sheet.changes.isEmpty)
      return sheet.passedOver.first?.reason
    }
    // Gross for net, and in another currency, to the cent.
    #expect(try reason(1.19, decimals: 0) == .factor(1.19))
    #expect(try reason(1.0837, decimals: 2) == .factor(1.0837))
    guard case .factor(let month)? = try reason(1 / 12.0, decimals: 2) else {
      Issue.record("a month is brought over for a year")
      return
    }
    #expect(abs(month - 1 / 12.0) < 1e-5)
  }

  @Test func `are brought over where they have changed each in its own way`() throws {
    let sheet = try Self.report(["130000", "52500", "12000", "81000", "90000", "33000"])
    #expect(
      Self.told(sheet) == [
        "120000 → 130000", "50000 → 52500", "200000 → 12000", "80000 → 81000", "30000 → 33000",
      ])
    #expect(sheet.kept.isEmpty && sheet.passedOver.isEmpty)
  }

  @Test func `are brought over for what was not known before`() throws {
    let sheet = try UpdateBook.report(
      [("D-001", 1), ("D-002", 50_000), ("D-003", 60_000)],
      [("D-001", "120000"), ("D-002", "50000"), ("D-003", "60000")])
    #expect(Self.told(sheet) == ["1 → 120000"])
  }

  @Test func `of new rows are left out where others of the export are in another unit`() throws {
    let sheet = try UpdateBook.report(
      Self.own, [("D-001", "120"), ("D-010", "40"), ("D-011", "45000")])
    #expect(sheet.added.map(\.id) == ["D-010", "D-011"])
    #expect(sheet.kept.map { "\($0.reason) \($0.row) \($0.value)" } == ["otherUnit D-001 120", "otherUnit D-010 40"])
  }

  @Test func `of new rows are left out where all of them are of another order`() throws {
    let sheet = try UpdateBook.report(Self.own, [("D-011", "40"), ("D-012", "65"), ("D-013", "70")])
    #expect(sheet.added.map(\.id) == ["D-011", "D-012", "D-013"])
    #expect(sheet.passedOver.map(\.reason) == [.otherOrder])
  }

  @Test func `in thousands as texts stay thousands`() throws {
    func book(_ amounts: [PlainWorkbook.Cell]) throws -> BoundWorkbook {
      let headers = Array(UpdateBook.headers.dropLast()) + ["Amount (k€)"]
      let rows = amounts.enumerated().map { UpdateBook.row("D-00\($0 + 1)", $1) }
      return try BoundWorkbook(
        Workbook(PlainWorkbook([.init("Deals", [headers] + rows)]).bytes()), playbook: .builtIn,
        options: DealSheet.options)
    }
    let update = try WorkbookUpdate(of: book([120, 50, 80]), from: book(["120.5", "50", "81"]))
    #expect(try #require(update.report.sheets.first).changes.map(\.newText) == ["120.5", "81"])
  }
}
