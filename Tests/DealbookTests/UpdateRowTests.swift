// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

@Suite struct `Rows of an export under other IDs, and on several tabs` {
  /// A list of invoices with a column of days that the playbook does not know.
  @Test func `a new row takes the day of a column that is not known, where the team's are days`() throws {
    func book(_ days: [PlainWorkbook.Cell]) throws -> BoundWorkbook {
      let rows = days.enumerated().map { row, day in
        UpdateBook.row("D-00\(row + 1)", .number(100 * Double(row + 1))) + [day]
      }
      let bytes = try PlainWorkbook([.init("Deals", [UpdateBook.headers + ["Kick-off held"]] + rows)]).bytes()
      return try BoundWorkbook(Workbook(bytes), playbook: .builtIn, options: DealSheet.options)
    }
    let export = try book([.date(46_101), .date(46_102), .date(46_103)])
    let update = try WorkbookUpdate(of: book([.date(46_101), .date(46_102)]), from: export)
    let sheet = try #require(update.report.sheets.first)
    #expect(sheet.added.map(\.id) == ["D-003"] && sheet.kept.isEmpty, "\(sheet.kept)")
    // Where the team's are texts, a number would not be shown as a day.
    let other = try WorkbookUpdate(of: book(["in May", "in June"]), from: export)
    #expect(try #require(other.report.sheets.first).kept.contains { $0.row == "D-003" && $0.reason == .otherKind })
  }

  @Test func `a Salesforce ID of 15 characters is the one of 18 with the right three at its end`() {
    // Salesforce's own example.
    #expect(SalesforceID.long("001A0000006Vm9r") == "001A0000006Vm9rIAC")
    #expect(SalesforceID.long("006000000000001") == "006000000000001AAA")
    #expect(SalesforceID.long("001A0000006Vm9") == nil && SalesforceID.long("001A-000006Vm9r") == nil)
  }

  @Test func `rows with the other form of the ID are the same rows`() throws {
    let short = ["0065g00000AbCdE", "0065g00000AbCdF"]
    let long = try short.map { try #require(SalesforceID.long($0)) }
    for (own, other) in [(short, long), (long, short)] {
      let sheet = try UpdateBook.report([(own[0], 100), (own[1], 200)], [(other[0], "150"), (other[1], "200")])
      #expect(sheet.added.isEmpty && sheet.missing.isEmpty && sheet.kept.isEmpty)
      #expect(sheet.changes.map(\.newText) == ["150"])
    }
    // Three other characters at the end are another ID.
    let sheet = try UpdateBook.report([(short[0], 100), ("D-2", 5)], [(short[0] + "AAA", "150"), ("D-2", "5")])
    #expect(sheet.changes.isEmpty && sheet.added.map(\.id) == [short[0] + "AAA"])
  }

  @Test func `IDs of Salesforce that differ by case are different rows`() throws {
    let sheet = try UpdateBook.report(
      [("0065g00000AbCdE", 100), ("0065g00000AbCde", 200)], [("0065g00000AbCde", "250"), ("0065g00000AbCdE", "100")])
    #expect(sheet.changes.map { "\($0.cell) \($0.newText)" } == ["F3 250"])
    let other = try UpdateBook.report([("0065g00000AbCdE", 100)], [("0065g00000AbCde", "250")])
    #expect(other.changes.isEmpty && other.added.isEmpty)
    #expect(other.kept.map(\.reason) == [.similarID])
  }

  @Test func `rows of which none is the team's are asked about, unless they are what is new`() throws {
    let own = [("D-001", 100.0), ("D-002", 200), ("D-003", 300), ("D-004", 400)]
    let others = [("X1", "100"), ("X2", "250"), ("X3", "300")]
    let sheet = try UpdateBook.report(own, others)
    #expect(sheet.added.isEmpty)
    #expect(sheet.kept.map(\.reason) == [.otherIDs, .otherIDs, .otherIDs])
    #expect(try UpdateBook.report(own, others, accepting: ["Deal ID"]).added.map(\.id) == ["X1", "X2", "X3"])
    // What goes on from the last ID is new.
    #expect(try UpdateBook.report(own, [("D-005", "500"), ("D-006", "600")]).added.count == 2)
  }

  @Test func `a row that says the same under another ID is asked about`() throws {
    let own = [("D-001", 100.0), ("D-002", 200), ("D-003", 300)]
    let sheet = try UpdateBook.report(own, [("D-001", "100"), ("D-002", "200"), ("D-009", "300"), ("D-010", "310")])
    #expect(sheet.kept.map { "\($0.reason) \($0.row) \($0.value)" } == ["otherID D-009 D-003"])
    #expect(sheet.added.map(\.id) == ["D-010"])
  }

  @Test(arguments: [("D001", "D-001"), ("d 1", "D-001"), ("D-1", "D-001"), ("#D-001", "D-001")])
  func `an ID that is written in another way is not a new one`(other: String, own: String) throws {
    let sheet = try UpdateBook.report([(own, 100), ("D-002", 200)], [(other, "150"), ("D-002", "200")])
    #expect(sheet.added.isEmpty && sheet.changes.isEmpty)
    #expect(sheet.kept.map { "\($0.reason) \($0.value)" } == ["similarID \(own)"])
  }

  // MARK: Tabs

  private static let headers: [PlainWorkbook.Cell] = [
    "Opportunity ID", "Account", "Owner", "Stage", "Amount", "Close date",
  ]

  private static func row(_ id: String, _ owner: String, _ amount: Double) -> [PlainWorkbook.Cell] {
    [.text(id), .text("Customer \(id)"), .text(owner), "Proposal", .number(amount), .date(46_200)]
  }

  private static func book(_ tabs: [(String, [[PlainWorkbook.Cell]])]) throws -> BoundWorkbook {
    try BoundWorkbook(
      Workbook(PlainWorkbook(tabs.map { .init($0.0, [headers] + $0.1) }).bytes()), playbook: .builtIn,
      options: DealSheet.options)
  }

  private static func listing(_ bytes: [UInt8], tab: Int) throws -> [String] {
    var cells: [String] = []
    try CellListing.forEach(in: Workbook(bytes), sheetIndex: tab) {
      if $0.cell.column == 1 || $0.cell.column == 5 { cells.append($0.value.shownText) }
    }
    return cells
  }

  @Test func `a new row goes to the tab of its owner`() throws {
    let team = try Self.book([
      (
        "Anna",
        [
          Self.row("D-001", "Anna Becker", 120), Self.row("D-003", "Anna Becker", 200),
          ["Total", nil, nil, nil, .formula("SUM(E2:E3)", 320)],
        ]
      ), ("Tom", [Self.row("D-002", "Tom Reilly", 50), Self.row("D-004", "Tom Reilly", 80)]),
    ])
    #expect(team.sheets.first?.parts.count == 1)
    let export = try Self.book([
      (
        "Deals",
        [
          Self.row("D-001", "Anna Becker", 130), Self.row("D-002", "Anna Becker", 50),
          Self.row("D-007", "Tom Reilly", 11),
          Self.row("D-008", "Mei Lin", 12), Self.row("D-009", "Anna Becker", 13),
        ]
      )
    ])
    let update = try WorkbookUpdate(of: team, from: export)
    let sheet = try #require(update.report.sheets.first)
    #expect(Set(sheet.added.map { "\($0.id) \($0.sheet)" }) == ["D-007 Tom", "D-009 Anna"])
    #expect(sheet.kept.map { "\($0.reason) \($0.row)" } == ["noTab D-008"])
    #expect(sheet.misplaced.map { "\($0.row) \($0.tab) \($0.value)" } == ["D-002 Tom Anna Becker"])
    #expect(update.report.isIncomplete)
    let bytes = try update.apply()
    let anna = try Self.listing(bytes, tab: 0)
    #expect(anna == ["Opportunity ID", "Amount", "D-001", "130", "D-003", "200", "D-009", "13", "Total", "343"])
    #expect(
      try Self.listing(bytes, tab: 1) == ["Opportunity ID", "Amount", "D-002", "50", "D-004", "80", "D-007", "11"])
  }

  @Test func `a new row stays out where nothing says which tab is its own`() throws {
    let team = try Self.book([
      ("List A", [Self.row("D-001", "Anna Becker", 120), Self.row("D-003", "Tom Reilly", 200)]),
      ("List B", [Self.row("D-002", "Tom Reilly", 50), Self.row("D-004", "Anna Becker", 80)]),
    ])
    guard team.sheets.first?.parts.count == 1 else { return }
    let sheet = try #require(
      try WorkbookUpdate(
        of: team,
        from: Self.book([("Deals", [Self.row("D-001", "Anna Becker", 120), Self.row("D-007", "Tom Reilly", 5)])])
      ).report.sheets.first)
    #expect(sheet.added.isEmpty && sheet.kept.map(\.reason) == [.noTab])
  }

  @Test func `labels keep the team's spelling, and a list that has hardly any of them stays as it is`() throws {
    func export(_ stages: [String]) throws -> UpdateReport.Sheet {
      let rows = stages.enumerated().map { place, stage in
        ["D-00\(place + 1)", "A1", "a deal", stage, "2026-06-27", "100"].joined(separator: ",")
      }
      let own = ["Won", "Lost", "Verify opportunity"].enumerated().map { place, stage in
        var row = UpdateBook.row("D-00\(place + 1)", 100)
        row[3] = .text(stage)
        return row
      }
      let update = try WorkbookUpdate(
        of: UpdateBook.team(own),
        from: UpdateBook.csv(
          "Deal ID,Account ID,Deal name,Declared stage,Expected close,Amount\n" + rows.joined(separator: "\n") + "\n"))
      return try #require(update.report.sheets.first)
    }
    let same = try export(["贏單", "輸單", "Won"])
    #expect(same.changes.map { "\($0.oldText) → \($0.newText)" } == ["Verify opportunity → Won"])
    let other = try export(["Yes", "No", "Perhaps"])
    #expect(other.changes.isEmpty)
    #expect(other.passedOver == [.init(header: "Declared stage", reason: .labels(["Yes", "No", "Perhaps"]))])
  }
}
