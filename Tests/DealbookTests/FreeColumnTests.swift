// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `What an export says that the playbook does not know` {
  private static let heads: [PlainWorkbook.Cell] = UpdateBook.headers + ["Tender remark", "Rank"]

  private static func team(_ rows: [[PlainWorkbook.Cell]]) throws -> BoundWorkbook {
    try BoundWorkbook(
      Workbook(PlainWorkbook([.init("Deals", [heads] + rows)]).bytes()), playbook: .builtIn,
      options: DealSheet.options)
  }

  private static func csv(_ rows: [String], heads: String = "Tender remark,Rank") throws -> BoundWorkbook {
    try UpdateBook.csv(
      "Deal ID,Account ID,Deal name,Declared stage,Expected close,Amount,\(heads)\n"
        + rows.map { $0 + "\n" }.joined())
  }

  private static func line(_ id: String, _ rest: String) -> String {
    "\(id),A1,a deal,Verify opportunity,2026-06-27,100,\(rest)"
  }

  @Test func `goes where the team has it under the same header`() throws {
    let team = try Self.team([
      UpdateBook.row("D-001", 100) + ["old", 1], UpdateBook.row("D-002", 100) + ["stays", 2],
      UpdateBook.row("D-003", 100) + [nil, nil],
    ])
    let export = try Self.csv([
      Self.line("D-001", "called again,3"), Self.line("D-002", ",2"), Self.line("D-003", "new,5"),
      Self.line("D-004", "first contact,9"),
    ])
    let update = try WorkbookUpdate(of: team, from: export)
    let sheet = try #require(update.report.sheets.first)
    #expect(sheet.passedOver.isEmpty && sheet.kept.isEmpty && !update.report.isIncomplete)
    #expect(
      sheet.changes.map { "\($0.cell) \($0.oldText)>\($0.newText)" } == [
        "G2 old>called again", "H2 1>3", "G4 >new", "H4 >5",
      ])
    let after = try Workbook(update.apply())["Deals"]
    #expect(after["G2"] == "called again" && after["G3"] == "stays" && after["G5"] == "first contact")
    #expect(after["H2"] == 3 && after["H5"] == 9)
    #expect(
      try WorkbookUpdate(
        of: BoundWorkbook(Workbook(update.apply()), playbook: .builtIn, options: DealSheet.options), from: export
      ).report.changedCount == 0)
  }

  @Test func `is named where it would be of another kind, and left out where the team has no such header`() throws {
    let team = try Self.team([UpdateBook.row("D-001", 100) + ["old", 1]])
    let day = try WorkbookUpdate(of: team, from: Self.csv([Self.line("D-001", "2026-08-01,1")])).report
    #expect(day.isIncomplete && day.changedCount == 0)
    #expect(
      day.sheets.first?.kept.map { "\($0.reason) \($0.column) \($0.value)" } == ["otherKind Tender remark 2026-08-01"])
    let other = try WorkbookUpdate(of: team, from: Self.csv([Self.line("D-001", "x,y")], heads: "Mood,Weather")).report
    #expect(!other.isIncomplete && other.changedCount == 0)
    #expect(other.sheets.first?.passedOver.map(\.header) == ["Mood", "Weather"])
  }
}

@Suite struct `Sheets without IDs of an export` {
  private static let deals = UpdateBook.headers
  private static let targets: [PlainWorkbook.Cell] = ["Owner", "Period start", "Period end", "Target"]

  private static func book(_ amount: Double, target: Double) throws -> BoundWorkbook {
    try BoundWorkbook(
      Workbook(
        PlainWorkbook([
          .init("Deals", [deals, UpdateBook.row("D-001", .number(amount))]),
          .init("Targets", [targets, ["Mei", .date(46_023), .date(46_387), .number(target)]]),
        ]).bytes()), playbook: .builtIn, options: DealSheet.options)
  }

  @Test func `are named, and the others brought over`() throws {
    let update = try WorkbookUpdate(of: Self.book(100, target: 5), from: Self.book(150, target: 6))
    #expect(update.report.sheets.map(\.title) == ["Deals"] && update.report.unmatched == ["Targets"])
    #expect(update.report.isIncomplete)
    #expect(try Workbook(update.apply())["Deals"]["F2"] == 150)
    #expect(try Workbook(update.apply())["Targets"]["D2"] == 5)
  }

  @Test func `of invoices are matched by the number of the invoice`() throws {
    func book(_ rows: [(number: String, amount: Double, paid: Double)]) throws -> BoundWorkbook {
      let heads: [PlainWorkbook.Cell] = ["Invoice No", "Customer", "Due date", "Invoice amount", "Paid amount"]
      let cells = rows.map { row -> [PlainWorkbook.Cell] in
        [.text(row.number), "Acme", .date(46_200), .number(row.amount), .number(row.paid)]
      }
      return try BoundWorkbook(
        Workbook(PlainWorkbook([.init("Invoices", [heads] + cells)]).bytes()), playbook: .builtIn,
        options: DealSheet.options)
    }
    let update = try WorkbookUpdate(
      of: book([("I-1", 100, 0), ("I-2", 70, 0)]), from: book([("I-2", 70, 40), ("I-3", 250, 0)]))
    let sheet = try #require(update.report.sheets.first)
    #expect(sheet.changes.map { "\($0.cell) \($0.newText)" } == ["E3 40"])
    #expect(sheet.added.map(\.id) == ["I-3"] && sheet.missing == ["I-1"])
  }
}
