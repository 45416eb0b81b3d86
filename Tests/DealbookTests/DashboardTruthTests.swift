// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import Testing

@Suite("What a dashboard claims") struct DashboardTruthTests {
  typealias Team = DashboardLookTests.Team
  typealias Data = DashboardGrowthTests.Data

  @Test(arguments: [(Language.english, 300_000_000.0, "k"), (.simplifiedChinese, 500_000_000_000, "万")])
  func `keeps the unit of small amounts next to very large ones`(language: Language, amount: Double, unit: String)
    throws
  {
    let bytes = try DashboardTests.filled(
      Team(language: language, owners: ["Ann", "Bob", "Eve"], amount: amount).bytes(), .added)
    let styles = try #require(try DashboardTests.parts(bytes, under: "xl/styles").values.first)
    #expect(styles.contains("\(unit)&quot;;0"))
    #expect(!styles.contains("B&quot;") && !styles.contains("万亿&quot;"))
  }

  @Test func `sees no alarm in the funnel once the target is reached`() throws {
    let workbook = try Team(target: 0.9).filled()
    let shown = try DashboardTests.cells(workbook, 0).values.map(\.value.shownText)
    #expect(shown.contains("Target reached: won 111% of it"))
    #expect(!shown.contains { $0.contains("of what is needed") })
    let data = try Data(workbook)
    #expect(try data.column("Short", of: "funnel").allSatisfy { $0 == .error(.notAvailable) })
    #expect(try data.column("Rest", of: "funnel").contains { $0.asNumber != nil })
  }

  /// Deals without IDs, two of them with the same name.
  static func deals(_ heads: [String], _ rows: [[CellValue]]) throws -> [UInt8] {
    var design = WorkbookDesign()
    design.sheets = [try Team.sheet("Deals", [heads.map { .text($0) }] + rows)]
    return try design.bytes()
  }

  static let heads = ["Deal name", "Amount", "Declared stage", "Expected close", "Next step date"]

  @Test func `draws the forecast of the team alone, and links deals without IDs by their rows`() throws {
    let rows: [[CellValue]] = [
      [.text("Pumps"), .number(400_000), .text("Bid submission"), .number(46_200), .blank],
      [.text("Pumps"), .number(900_000), .text("Bid submission"), .number(46_200), .blank],
      [.text("Meters"), .number(100_000), .text("Bid submission"), .number(46_200), .blank],
    ]
    let bytes = try DashboardTests.filled(Self.deals(Self.heads, rows), .added)
    let workbook = try Workbook(bytes)
    let cells = try DashboardTests.cells(workbook, 0)
    let shown = cells.values.map(\.value.shownText)
    #expect(try Data(workbook).column("Owner", of: "fan").first == .text("Team"))
    #expect(!shown.contains { $0.contains("Forecast (") || $0.contains("Deals to act on (") })
    #expect(shown.contains("row 3") && shown.contains("row 2"))
    let links = cells.values.compactMap(\.formula).filter { $0.hasPrefix("HYPERLINK(") }
    #expect(links.count >= 2)
    // The larger one comes first.
    let data = try Data(workbook)
    #expect(try data.column("amount", of: "act").prefix(3) == [.number(900_000), .number(400_000), .number(100_000)])
    #expect(try data.column("row", of: "act").prefix(3) == [.number(3), .number(2), .number(4)])
    #expect(try DashboardTests.filled(bytes) == bytes)
  }

  @Test func `says when no deal closes in the period`() throws {
    let rows: [[CellValue]] = [
      [.text("Pumps"), .number(400_000), .text("Won"), .number(43_000), .blank],
      [.text("Meters"), .number(900_000), .text("Won"), .number(43_100), .blank],
    ]
    let top = try DashboardTests.cells(Workbook(DashboardTests.filled(Self.deals(Self.heads, rows), .added)), 0)["A2"]
    #expect(
      top?.value.shownText.hasSuffix(
        " · All deals (2) close outside the period (2017-09-22 – 2017-12-31): add --period 2017 to the command, or change the settings PeriodStart and PeriodEnd"
      ) == true)
    let other = try DashboardTests.cells(DashboardLookTests.Team().filled(), 0)["A2"]
    #expect(other?.value.shownText.contains("outside") == false)
  }

  /// A company with stages of its own, without a lead stage.
  static let own = """
    playbook: own
    extends: key-account
    lists:
      st:
        rows:
          S1: {zh-Hant: 'First', zh-Hans: 'First', en: 'First', open: 1, won: 0, conv: 0.5, max_days: 60, gate_n: 0}
          S2: {zh-Hant: 'Second', zh-Hans: 'Second', en: 'Second', open: 1, won: 0, conv: 0.5, max_days: 60, gate_n: 0}
        order: [LEAD, S1, S2, WON, LOST, HOLD]
    """

  @Test func `leaves out stages of the method that a team does not have`() throws {
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(Self.own.utf8))])
    let playbook = try #require(reading.playbook, "\(reading.issues.map(\.description))")
    let rows: [[CellValue]] = [
      [.text("Pumps"), .number(400_000), .text("First"), .number(46_200), .blank],
      [.text("Meters"), .number(900_000), .text("Second"), .number(46_200), .blank],
    ]
    let page = try SalesReport(
      DashboardLookTests.analysis(Workbook(Self.deals(Self.heads, rows)), playbook), file: "own.xlsx"
    ).page
    let funnel = try #require(page.sections.first { $0.id == "R1" })
    #expect(funnel.rows.map { $0[0] } == [.text("First"), .text("Second")])
    #expect(funnel.rows.map { $0[1] } == [.number(1_300_000), .number(900_000)])
  }
}
