// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Bringing an export into a team's workbook` {
  @Test func `adds what is new, sets what changed, and tells what is gone`() throws {
    let team = try UpdateBook.team([
      UpdateBook.row("D-001", 100), UpdateBook.row("D-002", 200), UpdateBook.row("D-003", 300),
    ])
    let export = try UpdateBook.csv(
      """
      Amount,Deal ID,Account ID,Deal name,Declared stage,Expected close
      150,D-002,A1,a deal,Verify opportunity,2026-06-27
      300,d-003,A1,a deal,Verify opportunity,2026-06-27
      400,D-004,A2,another,Verify opportunity,2026-07-01
      """)
    let update = try WorkbookUpdate(of: team, from: export)
    let sheet = try #require(update.report.sheets.first)
    #expect(sheet.added.map(\.id) == ["D-004"])
    #expect(sheet.changes.map { "\($0.cell) \($0.old.shownText) \($0.new.shownText)" } == ["F3 200 150"])
    #expect(sheet.missing == ["D-001"])
    #expect(sheet.kept.isEmpty)
    let bytes = try update.apply()
    #expect(try UpdateBook.values("deal_id", of: bytes) == ["D-001", "D-002", "D-003", "D-004"])
    #expect(try UpdateBook.values("amount", of: bytes) == ["100", "150", "300", "400"])
    #expect(try UpdateBook.values("expected_close", of: bytes).last == "46204")
  }

  @Test func `ends deals that the export says to be won or lost beside their stages`() throws {
    let team = try UpdateBook.team([
      UpdateBook.row("D-001", 100), UpdateBook.row("D-002", 200), UpdateBook.row("D-003", 300),
      UpdateBook.row("D-004", 400),
    ])
    let export = try UpdateBook.csv(
      """
      Amount,Deal ID,Account ID,Deal name,Declared stage,Expected close,Status
      100,D-001,A1,a deal,Bid submission,2026-06-27,Won
      200,D-002,A1,a deal,Bid submission,2026-06-27,Open
      300,D-003,A1,a deal,Bid submission,2026-06-27,Abandoned
      400,D-004,A1,a deal,Bid submission,2026-06-27,tbd
      """)
    let update = try WorkbookUpdate(of: team, from: export)
    let bytes = try update.apply()
    #expect(try UpdateBook.values("stage", of: bytes) == ["Won", "Bid submission", "Lost", "Verify opportunity"])
    let kept = try #require(update.report.sheets.first).kept
    #expect(kept.contains { $0.row == "D-004" && $0.reason == .unreadable })
  }

  @Test func `leaves amounts alone that are those of the team in another unit, though nobody says so`() throws {
    let team = try UpdateBook.team([
      UpdateBook.row("D-001", 120_000), UpdateBook.row("D-002", 200_000), UpdateBook.row("D-003", 350_000),
    ])
    func export(_ amounts: [String]) throws -> BoundWorkbook {
      try UpdateBook.csv(
        "Deal ID,Account ID,Deal name,Declared stage,Expected close,Amount\n"
          + amounts.enumerated().map { "D-00\($0 + 1),A1,a deal,Verify opportunity,2026-06-27,\($1)\n" }.joined())
    }
    let thousands = try WorkbookUpdate(of: team, from: export(["120", "200", "360"]))
    #expect(
      thousands.report.sheets.first?.passedOver.contains { $0.header == "Amount" && $0.reason == .otherOrder } == true)
    #expect(try UpdateBook.values("amount", of: thousands.apply()) == ["120000", "200000", "350000"])
    // Amounts that have changed, one of them to a tenth of what it was.
    let changed = try WorkbookUpdate(of: team, from: export(["12000", "200000", "360000"]))
    #expect(try UpdateBook.values("amount", of: changed.apply()) == ["12000", "200000", "360000"])
  }

  @Test func `changes nothing where the export says the same`() throws {
    let team = try UpdateBook.team([UpdateBook.row("D-001", 100)])
    let update = try WorkbookUpdate(of: team, from: UpdateBook.team([UpdateBook.row("D-001", 100)]))
    #expect(update.report.changedCount == 0 && update.report.addedCount == 0)
    #expect(try update.apply() == team.workbook.bytesForTests)
  }

  @Test func `leaves formulas, blanks, unread texts and ids in two rows as they are`() throws {
    let team = try UpdateBook.team([
      UpdateBook.row("D-001", .formula("50*2", 100)), UpdateBook.row("D-002", 200), UpdateBook.row("D-003", 300),
      UpdateBook.row("D-003", 300),
    ])
    let export = try UpdateBook.team([
      UpdateBook.row("D-001", 101), UpdateBook.row("D-002", "some", nil), UpdateBook.row("D-003", 1),
      UpdateBook.row("", 5),
    ])
    let update = try WorkbookUpdate(of: team, from: export)
    let sheet = try #require(update.report.sheets.first)
    #expect(sheet.changes.isEmpty && sheet.added.isEmpty)
    #expect(sheet.kept.map(\.reason) == [.ambiguousID, .noID, .formula, .unreadable])
  }

  @Test func `leaves what can be read in two ways, and shares above one, as they are`() throws {
    let headers = UpdateBook.headers + ["Probability override"]
    func book(_ rows: [[PlainWorkbook.Cell]]) throws -> BoundWorkbook {
      try BoundWorkbook(
        Workbook(PlainWorkbook([.init("Deals", [headers] + rows)]).bytes()), playbook: .builtIn,
        options: DealSheet.options)
    }
    let rows = (1...6).map { UpdateBook.row("D-00\($0)", 100) + [.number(0.5)] }
    let some = UpdateBook.row("D-001", "130.000") + [.number(70)]
    let sheet = try #require(
      try WorkbookUpdate(of: book(rows), from: book([some] + rows.dropFirst())).report.sheets.first)
    #expect(sheet.changes.isEmpty)
    #expect(sheet.kept.map(\.reason) == [.ambiguous, .outOfRange])
    // An export that stores all of them so is in another scale.
    let hundreds = (1...6).map { UpdateBook.row("D-00\($0)", 100) + [.number(60)] }
    let other = try #require(try WorkbookUpdate(of: book(rows), from: book(hundreds)).report.sheets.first)
    #expect(other.changes.isEmpty && other.kept.isEmpty)
    #expect(other.passedOver.map(\.reason) == [.percentScale])
  }

  @Test(arguments: [("Amount (EUR)", "Amount (USD)", "EUR"), ("Amount", "Amount (USD)", nil)])
  func `does not bring over amounts in another currency`(own: String, other: String, currency: String?) throws {
    func book(_ header: String, _ amount: Double) throws -> BoundWorkbook {
      let headers = Array(UpdateBook.headers.dropLast()) + [.text(header)]
      return try BoundWorkbook(
        Workbook(PlainWorkbook([.init("Deals", [headers, UpdateBook.row("D-001", .number(amount))])]).bytes()),
        playbook: .builtIn, options: DealSheet.options)
    }
    let sheet = try #require(try WorkbookUpdate(of: book(own, 100), from: book(other, 130)).report.sheets.first)
    #expect(sheet.changes.isEmpty)
    #expect(sheet.passedOver.map(\.reason) == [.currency(export: "USD", team: currency)])
    let same = try #require(try WorkbookUpdate(of: book(other, 100), from: book(other, 130)).report.sheets.first)
    #expect(same.changes.count == 1 && same.passedOver.isEmpty)
  }

  @Test func `does not bring over amounts beside which a column names another currency`() throws {
    let export = try UpdateBook.csv(
      """
      Deal ID,Account ID,Deal name,Declared stage,Expected close,Amount,Currency
      D-001,A1,a deal,Verify opportunity,2026-06-27,130,USD
      D-002,A1,a deal,Verify opportunity,2026-06-27,230,USD
      """)
    let team = try UpdateBook.team([UpdateBook.row("D-001", 100), UpdateBook.row("D-002", 200)])
    let sheet = try #require(try WorkbookUpdate(of: team, from: export).report.sheets.first)
    #expect(sheet.changes.isEmpty)
    #expect(sheet.passedOver.map(\.header) == ["Amount", "Currency"])
    #expect(sheet.passedOver.first?.reason == .currency(export: "USD", team: nil))
  }

  @Test func `takes an id that is the same number for no new row, and tells of labels that the list lacks`() throws {
    let team = try UpdateBook.team([UpdateBook.row("00001", 100), UpdateBook.row("00002", 200)])
    var verbal = UpdateBook.row("00002", 250)
    verbal[3] = "Verbal"
    let sheet = try #require(
      try WorkbookUpdate(of: team, from: UpdateBook.team([UpdateBook.row("1", 5), verbal])).report.sheets.first)
    #expect(sheet.added.isEmpty)
    #expect(sheet.kept.map { "\($0.reason) \($0.row) \($0.value)" } == ["similarID 1 00001"])
    #expect(sheet.unknownLabels.map(\.value) == ["Verbal"])
    #expect(sheet.changes.map(\.newText) == ["Verbal", "250"])
  }

  @Test func `brings over dates of a workbook with the other date system as days`() throws {
    var builder = PlainWorkbook([
      .init("Deals", [UpdateBook.headers, UpdateBook.row("D-001", 100, .date(46_200 - 1462))])
    ])
    .builder()
    builder.beforeSheets = "<workbookPr date1904=\"1\"/>"
    let export = try BoundWorkbook(Workbook(builder.bytes()), playbook: .builtIn, options: DealSheet.options)
    let same = try #require(
      try WorkbookUpdate(of: UpdateBook.team([UpdateBook.row("D-001", 100)]), from: export).report.sheets.first)
    #expect(same.changes.isEmpty && same.passedOver.isEmpty)
    let later = try #require(
      try WorkbookUpdate(of: UpdateBook.team([UpdateBook.row("D-001", 100, .date(46_100))]), from: export).report.sheets
        .first)
    #expect(later.changes.map(\.newText) == ["2026-06-27"])
  }

  @Test func `adds rows above a row of totals, whose sum takes them in`() throws {
    let team = try UpdateBook.team([
      UpdateBook.row("D-001", 100), UpdateBook.row("D-002", 50),
      ["Total", nil, nil, nil, nil, .formula("SUM(F2:F3)", 150)],
    ])
    let update = try WorkbookUpdate(
      of: team,
      from: UpdateBook.team([UpdateBook.row("D-001", 100), UpdateBook.row("D-003", 5), UpdateBook.row("D-004", 6)]))
    #expect(update.report.sheets.first?.added.map(\.id) == ["D-003", "D-004"])
    let bytes = try update.apply()
    #expect(try UpdateBook.values("deal_id", of: bytes) == ["D-001", "D-002", "D-003", "D-004"])
    var total: String?
    try CellListing.forEach(in: Workbook(bytes), sheetIndex: 0) { if "\($0.cell)" == "F6" { total = $0.formula } }
    #expect(total == "SUM(F2:F5)")
  }

  @Test func `adds no row above what cannot follow, such as a control`() throws {
    var builder = PlainWorkbook([
      .init("Deals", [UpdateBook.headers, UpdateBook.row("D-001", 100), ["Total", nil, nil, nil, nil, 100]])
    ]).builder()
    builder.set("xl/ctrlProps/ctrlProp1.xml", "<formControlPr/>")
    builder.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      WorkbookBuilder.relationships(WorkbookBuilder.relationship("rIdC1", "ctrlProp", "../ctrlProps/ctrlProp1.xml")))
    let team = try BoundWorkbook(Workbook(builder.bytes()), playbook: .builtIn, options: DealSheet.options)
    let update = try WorkbookUpdate(
      of: team, from: UpdateBook.team([UpdateBook.row("D-001", 100), UpdateBook.row("D-002", 5)]))
    #expect(update.report.sheets.first?.kept.map(\.reason) == [.noRoom])
  }

  @Test func `says which columns have other headers`() throws {
    let team = try UpdateBook.team([UpdateBook.row("D-001", 100)])
    let export = try UpdateBook.csv("Deal ID,Account ID,Deal name,Declared stage,Deal value\nD-001,A1,a deal,Won,150\n")
    #expect(!WorkbookUpdate.lacksIDs(export, for: team))
    let sheet = try #require(try WorkbookUpdate(of: team, from: export).report.sheets.first)
    #expect(sheet.otherNames.map { "\($0.export) = \($0.team)" } == ["Deal value = Amount"])
    let other = try UpdateBook.csv("Deal name,Amount,Declared stage,Account ID\na deal,5,Verify opportunity,A1\n")
    #expect(WorkbookUpdate.lacksIDs(other, for: team))
  }

  @Test func `needs ids on both sides`() throws {
    let team = try UpdateBook.team([UpdateBook.row("D-001", 100)])
    let export = try UpdateBook.csv("Deal name,Amount,Declared stage,Account ID\na deal,5,Verify opportunity,A1\n")
    #expect(throws: DealbookError.self) { try WorkbookUpdate(of: team, from: export) }
  }
}
