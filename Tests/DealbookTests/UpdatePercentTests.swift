// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Shares of an export` {
  private static let headers: [PlainWorkbook.Cell] = [
    "Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount",
  ]

  /// Deals from D-001 on with these shares.
  private static func book(
    _ shares: [PlainWorkbook.Cell], _ header: String = "Probability override", percent: Bool = false
  ) throws -> BoundWorkbook {
    let rows = shares.enumerated().map { place, share -> [PlainWorkbook.Cell] in
      [.text("D-00\(place + 1)"), "A1", "a deal", "Verify opportunity", .date(46_200), 100, share]
    }
    var workbook = try Workbook(PlainWorkbook([.init("Deals", [headers + [.text(header)]] + rows)]).bytes())
    if percent {
      var edit = WorkbookEdit()
      edit.newStyles = [NewStyle(base: 0, numberFormat: "0%")]
      for (place, share) in shares.enumerated() {
        if case .number(let number) = share, let cell = CellReference(row: place + 2, column: 7) {
          edit.sheets[0, default: SheetEdit()].cells[cell] = CellEdit(.number(number), style: .new(0))
        }
      }
      workbook = try Workbook(workbook.applying(edit))
    }
    return try BoundWorkbook(workbook, playbook: .builtIn, options: DealSheet.options)
  }

  private static func csv(_ shares: [String]) throws -> BoundWorkbook {
    let rows = shares.enumerated().map { "D-00\($0 + 1),A1,a deal,Verify opportunity,2026-06-27,100,\($1)\n" }
    let text = "Deal ID,Account ID,Deal name,Declared stage,Expected close,Amount,Probability override\n"
    return try BoundWorkbook(
      Workbook(DelimitedText(Array((text + rows.joined()).utf8)), sheetName: "Deals"), playbook: .builtIn,
      options: DealSheet.options)
  }

  private static let hundreds: [PlainWorkbook.Cell] = [50, 60, 70, 80]
  private static let fractions: [PlainWorkbook.Cell] = [0.5, 0.6, 0.7, 0.8]

  /// `50 → 55`, and after a colon what was left as it was and which columns were passed over.
  private static func told(_ team: BoundWorkbook, _ export: BoundWorkbook) throws -> [String] {
    let sheet = try #require(try WorkbookUpdate(of: team, from: export).report.sheets.first)
    return sheet.changes.map { "\($0.old.shownText) → \($0.new.shownText)" }
      + sheet.kept.map { "\($0.row): \($0.reason) \($0.value)" } + sheet.passedOver.map { "\($0.header): \($0.reason)" }
  }

  @Test func `with a percent sign come in the scale of the team's column`() throws {
    let texts: [PlainWorkbook.Cell] = ["55%", "60 %", "７０％", "4%"]
    #expect(try Self.told(Self.book(Self.hundreds), Self.book(texts)) == ["50 → 55", "80 → 4"])
    #expect(try Self.told(Self.book(Self.fractions), Self.book(texts)) == ["0.5 → 0.55", "0.8 → 0.04"])
    // The header of the export speaks of its plain numbers.
    #expect(
      try Self.told(Self.book(Self.fractions), Self.book(texts, "Probability override (%)")) == [
        "0.5 → 0.55", "0.8 → 0.04",
      ])
    #expect(
      try Self.told(Self.book(Self.hundreds, "Probability override (%)"), Self.csv(["55%", "60%", "70%", "4%"])) == [
        "50 → 55", "80 → 4",
      ])
    #expect(
      try Self.told(Self.book(Self.fractions), Self.csv(["55%", "60%", "70%", "4%"])) == ["0.5 → 0.55", "0.8 → 0.04"])
    // Not all are plain, and a text is in the same column.
    #expect(
      try Self.told(Self.book(Self.hundreds), Self.csv(["55%", "60%", "open", "4%"])) == [
        "50 → 55", "80 → 4", "D-003: unreadable open",
      ])
  }

  @Test func `that the export shows or heads as percentages come in the scale of the team's column`() throws {
    let shown = try Self.book([0.55, 0.6, 0.7, 1], percent: true)
    #expect(try Self.told(Self.book(Self.hundreds), shown) == ["50 → 55", "80 → 100"])
    #expect(try Self.told(Self.book(Self.fractions), shown) == ["0.5 → 0.55", "0.8 → 1"])
    let headed = try Self.book([55, 60, 70, 1], "Probability override (%)")
    #expect(try Self.told(Self.book(Self.fractions), headed) == ["0.5 → 0.55", "0.8 → 0.01"])
    #expect(try Self.told(Self.book(Self.hundreds), headed) == ["50 → 55", "80 → 1"])
  }

  @Test func `that are numbers in another scale stay out and are told`() throws {
    #expect(
      try Self.told(Self.book(Self.hundreds), Self.book([0.55, 0.6, 0.7, 0.8])) == [
        "Probability override: percentScale"
      ])
    // Of several, one.
    #expect(
      try Self.told(Self.book(Self.hundreds), Self.book([55, 60, 70, 0.8])) == [
        "50 → 55", "D-004: percentScale 0.8",
      ])
    #expect(
      try Self.told(Self.book(Self.hundreds), Self.book([55, 60, 0.7, 0.8])) == [
        "50 → 55", "D-003: percentScale 0.7", "D-004: percentScale 0.8",
      ])
    #expect(
      try Self.told(Self.book(Self.hundreds), Self.book(["55%", 0.6, nil, nil])) == [
        "50 → 55", "D-002: percentScale 0.6",
      ])
    #expect(try Self.told(Self.book(Self.hundreds), Self.book([1, 0, 0, 1])) == ["Probability override: percentScale"])
    // The same words on both sides are no difference.
    #expect(try Self.told(Self.book([50, 60, 70, 80, 0.8]), Self.book([55, 60, 70, 80, 0.8])) == ["50 → 55"])
  }

  @Test func `of new rows too`() throws {
    let update = try WorkbookUpdate(
      of: Self.book(Self.hundreds), from: Self.book(["50%", "60%", "70%", "80%", "90%", 0.4]))
    #expect(update.report.sheets.first?.added.map(\.id) == ["D-005", "D-006"])
    #expect(update.report.sheets.first?.kept.map(\.reason) == [.percentScale])
    let team = try BoundWorkbook(Workbook(update.apply()), playbook: .builtIn, options: DealSheet.options)
    let column = try #require(team.sheet("de")?.column("prob_override")).values
    #expect((0..<column.count).map { column[$0].shownText } == ["50", "60", "70", "80", "90", ""])
  }
}
