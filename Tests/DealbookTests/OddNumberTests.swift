// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Numbers that formulas would misread` {
  @Test func `days as 20260105 are no dates, and nothing is computed from them`() throws {
    var deals = DealSheet("Amount", [1000, 2000, 3000])
    for row in deals.rows.indices { deals.rows[row][4] = .number(Double(20_260_105 + row)) }
    let analysis = try deals.analysis()
    #expect(analysis.team.sheet("de")?.column("expected_close")?.obstacle == .dayNumbers)
    #expect(!analysis.isPlanned("eff_close") && !analysis.isPlanned("in_period") && analysis.isPlanned("weighted"))
  }

  @Test func `negative contraction would be added, so nothing rests on it`() throws {
    func retention(_ sign: Double) throws -> [CellValue]? {
      let headers: [PlainWorkbook.Cell] = [
        "Renewal ID", "Account ID", "Period start", "Period end", "Opening recurring", "Contraction", "Renewal status",
      ]
      let rows = (1...4).map { row -> [PlainWorkbook.Cell] in
        [
          .text("R-\(row)"), .text("A-\(row)"), .date(46_023), .date(46_387), 1000, .number(sign * 100),
          "Not started",
        ]
      }
      let analysis = try Analysis(
        Workbook(PlainWorkbook([.init("Renewals", [headers] + rows)]).bytes()), playbook: .builtIn,
        options: DealSheet.options)
      return analysis.plan.contains(ColumnID(sheet: "re", key: "nrr"))
        ? analysis.values(of: ColumnID(sheet: "re", key: "nrr")) : nil
    }
    #expect(try retention(1)?.first == .number(0.9))
    #expect(try retention(-1) == nil)
  }

  @Test func `one 70 among shares does not make a column one of hundreds in an adoption`() throws {
    var rows = `Adopting a workbook`.deals
    for row in 1..<rows.count { rows[row][6] = .number([0.2, 0.7, 0.1, 1, 0][row % 5]) }
    rows[0][6] = .text("Probability")
    rows[1][6] = .number(70)
    let adoption = try Adoption(`Adopting a workbook`.workbook(rows), fileName: "pipeline.xlsx")
    #expect(adoption.sheets.first?.column("prob_override")?.convention.percentScale != .hundreds)
    let text = try adoption.playbookText(language: .english)
    #expect(!text.contains("percent: hundreds"))
  }

  @Test(arguments: [[1, 2, 3, 4, 5], [0, 2, 5, 8, 10]])
  func `points from 1 to 5 or 0 to 10 are no percentages`(points: [Double]) throws {
    var rows = `Adopting a workbook`.deals
    rows[0][6] = .text("Confidence")
    for row in 1..<rows.count { rows[row][6] = .number(points[row % 5]) }
    let analysis = try Adoption(`Adopting a workbook`.workbook(rows), fileName: "pipeline.xlsx").analysis()
    #expect(!analysis.isPlanned("weighted"))
    #expect(analysis.messages("GEN-022").count == 1)
  }
}

@Suite struct `What stands among and beside the rows` {
  @Test func `a subtotal in the column of stages is no deal`() throws {
    var deals = DealSheet("Amount", [1000, 2000, 3000])
    deals.rows.insert([nil, nil, nil, "Verify opportunity Total", nil, 3000], at: 2)
    let sheet = try #require(try deals.analysis().team.sheet("de"))
    #expect(sheet.rows.dataCount == 3 && sheet.rows.totalRows == [4])
    deals.rows[2][0] = "D-009"
    #expect(try deals.analysis().team.sheet("de")?.rows.dataCount == 4)
  }

  @Test func `typed numbers under Won in a table beside are not ours`() throws {
    var deals = DealSheet("Amount", [1000, 2000, 3000])
    deals.headers += ["", "Person", "Won", "Open"]
    for row in deals.rows.indices { deals.rows[row] += [nil, .text("Rep \(row)"), 500, 5] }
    let yaml = """
      extends: key-account
      sheets:
        de:
          sheets: [Deals]
          header: 1
      """
    let playbook = try #require(
      PlaybookReader.read([PlaybookSource(name: "team.yaml", bytes: Array(yaml.utf8))]).playbook)
    let analysis = try Analysis(Workbook(deals.bytes()), playbook: playbook, options: DealSheet.options)
    #expect(analysis.team.sheet("de")?.column("is_won") == nil)
    #expect(analysis.messages("WBK-005").isEmpty)
  }

  @Test func `a tab that an adopted playbook does not name is told each time, and in the report`() throws {
    let headers: [PlainWorkbook.Cell] = ["Deal ID", "Opportunity", "Account", "Owner", "Stage", "Amount", "Close date"]
    func sheet(_ name: String, _ rows: Range<Int>, amount: String = "Amount") -> PlainWorkbook.Sheet {
      var headers = headers
      headers[5] = .text(amount)
      return .init(
        name,
        [headers]
          + rows.map { row in
            [
              .text("D-\(100 + row)"), .text("Project \(row)"), .text("Customer \(row % 3)"), .text("Rep \(row % 2)"),
              .text(["Proposal", "Closed Won"][row % 2]), .number(1000), .date(46_100 + row),
            ]
          })
    }
    let workbook = try Workbook(
      PlainWorkbook([
        sheet("North", 0..<8), sheet("South", 8..<14, amount: "Value"),
        .init("Notes", [["What", "When"], ["x", "y"]]),
      ]).bytes())
    let analysis = try Adoption(workbook, fileName: "deals.xlsx", options: DealSheet.options).analysis()
    #expect(analysis.team.sheet("de")?.title == "North")
    #expect(analysis.messages("WBK-021") == ["\"South\" looks like \"North\" as well and was not read"])
    let page = try SalesReport(analysis, file: "deals.xlsx").page
    let said = "Figures of Deals are those of ‘North’ alone; ‘South’ looks like it and was not read"
    #expect(page.notes.first == said)
    // The dashboard says the same where its figures are.
    let filled = try Workbook(workbook.applying(FillPlanner(analysis, dashboard: .added).plan().edit))
    let dashboard = try #require(filled.sheets.firstIndex { $0.name == "Dashboard" })
    #expect(try DashboardTests.cells(filled, dashboard).values.map(\.value.shownText).contains { $0.hasPrefix(said) })
  }
}
