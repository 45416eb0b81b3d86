// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import Testing

@Suite("The look of a dashboard") struct DashboardLookTests {
  /// A team's workbook with a target for each owner, and a lost chance, a won and an open deal for each.
  struct Team {
    var language = Language.english
    var owners = ["Ann", "Bob"]
    var amount = 250_000.0
    var name = "Pumps"
    /// Of each owner, as a multiple of the amount.
    var target = 4.0

    static let heads: [Language: (sheets: [String], deals: [String], targets: [String])] = [
      .english: (
        ["Deals", "Targets"],
        [
          "Deal ID", "Account ID", "Deal name", "Owner (AR)", "Amount", "Declared stage", "Expected close",
          "Actual close",
        ],
        ["Target ID", "Owner", "Period start", "Period end", "Target"]
      ),
      .simplifiedChinese: (
        ["商机", "目标"], ["商机编号", "客户编号", "商机名称", "客户经理", "金额(元)", "申报阶段", "预计签约日", "实际签约日"],
        ["目标编号", "责任人", "期初", "期末", "目标(元)"]
      ),
    ]

    func bytes() throws -> [UInt8] {
      let heads = try #require(Self.heads[language])
      let stages = language == .english ? ["Negotiation & signing", "Won"] : ["谈判签约", "赢单"]
      var deals: [[CellValue]] = []
      var targets: [[CellValue]] = []
      for (place, owner) in owners.enumerated() {
        for won in [0, 1] {
          deals.append([
            .text("D\(100 + deals.count)"), .text("A001"), .text(name), .text(owner), .number(amount),
            .text(stages[won]), .number(46_200), won == 1 ? .number(46_090) : .blank,
          ])
        }
        targets.append([
          .text("T\(100 + place)"), .text(owner), .number(46_023), .number(46_387), .number(amount * target),
        ])
      }
      var design = WorkbookDesign()
      design.sheets = try [
        Self.sheet(heads.sheets[0], [heads.deals.map { .text($0) }] + deals),
        Self.sheet(heads.sheets[1], [heads.targets.map { .text($0) }] + targets),
      ]
      return try design.bytes()
    }

    static func sheet(_ name: String, _ rows: [[CellValue]]) throws -> SheetDesign {
      var sheet = SheetDesign(name: name)
      for (row, values) in rows.enumerated() {
        for (column, value) in values.enumerated() {
          sheet.cells[try #require(CellReference(row: row + 1, column: column + 1))] = CellDesign(value)
        }
      }
      return sheet
    }

    func filled() throws -> Workbook { try Workbook(DashboardTests.filled(bytes(), .added)) }

    /// The texts and numbers on the dashboard.
    func shown() throws -> [String: CellValue] { try DashboardTests.cells(filled(), 0).mapValues(\.value) }
  }

  static func analysis(_ workbook: Workbook, _ playbook: Playbook = .builtIn) throws -> Analysis {
    let day = SerialDate(year: 2026, month: 3, day: 31)
    return try Analysis(workbook, playbook: playbook, options: ReadOptions(asOf: day, today: nil))
  }

  @Test func `adds up the targets of the owners as long as the setting is empty, in a report too`() throws {
    let workbook = try Team().filled()
    #expect(try DashboardTests.cells(workbook, 0)["A5"]?.value == .number(2_000_000))
    let page = try SalesReport(Self.analysis(workbook), file: "team.xlsx").page
    #expect(page.figures.first { $0.key == "target" }?.value == .number(2_000_000))
  }

  @Test(arguments: [(Language.english, "1.5B"), (.simplifiedChinese, "1.5万亿")])
  func `has a unit for the largest amounts`(language: Language, text: String) throws {
    let amount = language == .english ? 500_000_000.0 : 500_000_000_000
    let team = Team(language: language, owners: ["Ann", "Bob", "Eve"], amount: amount)
    let bytes = try DashboardTests.filled(team.bytes(), .added)
    let page = try SalesReport(Self.analysis(Workbook(bytes)), file: "team.xlsx").page
    #expect(page.text().contains(text))
  }

  @Test func `forecasts nothing from amounts that cannot be added up to the cent, and says so`() throws {
    let shown = try Team(amount: 60_000_000_000).shown().values.map(\.shownText)
    #expect(shown.contains { $0.contains("Forecast (amounts too large to add up exactly)") })
    #expect(shown.contains("amounts too large to add up exactly"))
  }

  @Test func `cuts long names short with a sign, and tells them in full in a report`() throws {
    let name = "Replacement of the complete process control system in line four"
    let owner = "Maximiliane von und zu Hohenlohe-Langenburg"
    let workbook = try Team(owners: [owner, "Bob"], name: name).filled()
    let shown = try DashboardTests.cells(workbook, 0).values.map(\.value.shownText)
    #expect(shown.contains("Replacement of the complete proce…"))
    #expect(!shown.contains { $0.contains(owner) || $0.contains(name) })
    let data = try DashboardTests.cells(workbook, workbook.sheets.count - 1).values.map(\.value.shownText)
    #expect(data.contains("Maximiliane von und…"))
    let page = try SalesReport(Self.analysis(workbook), file: "team.xlsx").page
    #expect(page.text().contains(owner) && page.text().contains(name))
  }

  @Test func `draws shares of the target for more owners than have room, and counts them all`() throws {
    let team = Team(owners: (1...12).map { "Owner \($0)" })
    let bytes = try DashboardTests.filled(team.bytes(), .added)
    let shown = try DashboardTests.cells(Workbook(bytes), 0).values.map(\.value.shownText)
    #expect(shown.contains("Targets that will be missed at this rate: 12"))
    #expect(shown.contains("Share of target, won + weighted; “Others”: 5 people"))
    let charts = try DashboardTests.parts(bytes, under: "xl/charts/").values
    #expect(charts.count { $0.contains("<c:v>Owner\n7.</c:v>") && $0.contains("formatCode=\"0%\"") } == 2)
    // A small team sees its amounts, and whole names.
    let few = try DashboardTests.parts(DashboardTests.filled(Team().bytes(), .added), under: "xl/charts/").values
    #expect(few.count { $0.contains("<c:v>Ann</c:v>") && !$0.contains("formatCode=\"0%\"") } == 2)
  }

  @Test func `draws no frame around nothing`() throws {
    let workbook = try Team(target: 0.1).filled()
    let data = try DashboardTests.cells(workbook, workbook.sheets.count - 1)
    let head = try #require(data.first { $0.value.value == .text("Short") }?.key)
    let letters = head.prefix { $0.isLetter }
    let row = try #require(CellReference(head)).row
    // All stages from the second on hold what is needed.
    #expect(data["\(letters)\(row + 5)"]?.value == .error(.notAvailable))
  }

  @Test func `is not added where nothing on it could be computed, and the fill says so`() throws {
    var design = WorkbookDesign()
    design.sheets = [
      try Team.sheet(
        "Contacts",
        [[.text("Contact ID"), .text("Account ID"), .text("Name")], [.text("C001"), .text("A001"), .text("Ann")]])
    ]
    let workbook = try Workbook(design.bytes())
    let plan = try FillPlanner(Self.analysis(workbook), dashboard: .added).plan()
    #expect(plan.edit.newDesigns.isEmpty)
    #expect(
      plan.report.leftOut.map(\.why.english) == [
        "nothing on it could be computed; dealbook report tells what is missing"
      ])
  }

  @Test func `gives no room to a card that the workbook cannot have`() throws {
    let shown = try Team().shown()
    let names = ["A4", "I4", "Q4", "Y4", "AG4", "AO4", "AW4", "BE4"].map { shown[$0]?.shownText ?? "" }
    #expect(names == ["Target", "Won", "Commit", "Best case", "P(target)", "", "", ""])
    let left = shown.values.map(\.shownText).first { $0.hasPrefix("Left out: ") }
    #expect(left?.contains("Ageing, Collection rate, Overdue (no sheet Payments)") == true)
  }

  @Test func `does not claim that all steps are on record where some cannot be checked`() throws {
    let new = NewCase(language: .english, profile: .core, hasSample: true)
    let workbook = try Workbook(new.bytes())
    let shown = try DashboardTests.cells(workbook, 0).values.map(\.value.shownText)
    #expect(!shown.contains("All steps are on record"))
    #expect(shown.contains("–"))
  }

  /// A playbook whose drift has no list: the formulas of a dashboard that read the list fail.
  static let withoutDrift = """
    playbook: own
    extends: key-account
    sheets:
      acc:
        columns:
          drift: {formula: '=IF({account_id}="","","x")'}
    lists:
      dl: off
    """

  @Test func `shows everything else where a formula fails, and says why`() throws {
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(Self.withoutDrift.utf8))])
    let playbook = try #require(reading.playbook)
    let new = NewCase(language: .english, profile: .full, hasSample: true)
    let analysis = try Self.analysis(Workbook(new.bytes()), playbook)
    let figures = HeadlineFigures(analysis, reports: SalesReport.ids)
    #expect(figures.values[.won] == 1_130_000 && figures.values[.alerts] == nil)
    #expect(figures.reasons[.alerts]?.contains("nothing is called dl_label") == true)
    let page = try SalesReport(analysis, file: "team.xlsx").page
    #expect(figures.reports.map(\.message) == page.sections.map(\.message) && figures.leftOut.isEmpty)
    #expect(page.sections.count == SalesReport.ids.count)
    #expect(page.figures.last { $0.key == "alerts" }?.note.contains("dl_label") == true)
  }

  @Test func `counts late stages of all contracts, and names who owes most, not all the others`() throws {
    let words = try DashboardTests.cells(Workbook(DashboardTests.sample.bytes()), 0).values.map(\.value.shownText)
    #expect(words.contains("1 個付款階段逾期") && words.contains("逾期最多：陳靜 26萬"))
  }
}
