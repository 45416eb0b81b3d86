// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Stages of another vocabulary` {
  private let deals = DealSheet(
    headers: ["Deal ID", "Account ID", "Deal name", "Stage", "Amount", "Expected close"],
    [
      ["D-001", "A1", "a", "Qualified", 100_000, .date(46_300)],
      ["D-002", "A1", "b", "Proposal", 200_000, .date(46_300)],
      ["D-003", "A1", "c", "Proposal", 300_000, .date(46_300)],
    ])

  @Test func `are told with their counts, and no figure rests on them`() throws {
    let analysis = try deals.analysis()
    #expect(analysis.rules(at: "stage").contains("GEN-023 1"))
    #expect(try #require(analysis.messages("GEN-023").first).contains("Proposal (2), Qualified (1)"))
    let (edit, report) = try FillPlanner(analysis).plan()
    #expect(report.columns.isEmpty)
    let leftOut = try #require(report.leftOut.first)
    #expect(leftOut.sheet == "Deals")
    #expect(leftOut.why.english.contains("Proposal × 2, Qualified × 1"))
    #expect(!edit.newSheets.contains { $0.name == "Funnel" })
  }
}

@Suite struct `A target that nobody entered` {
  private func funnel(_ settings: [[PlainWorkbook.Cell]]?) throws -> (headers: [String], skipped: [String]) {
    var deals = DealSheet("Amount", [100_000, 200_000])
    deals.others = settings.map { [.init("Settings", $0)] } ?? []
    let (edit, report) = try FillPlanner(deals.analysis()).plan()
    let sheet = try #require(edit.newSheets.first { $0.name == "Funnel" })
    let headers = sheet.cells.filter { $0.key.row == 1 }.sorted { $0.key < $1.key }.map(\.value.value.shownText)
    #expect(!edit.newSheets.contains { sheet in sheet.cells.values.contains { $0.value == .number(4_500_000) } })
    return (headers, report.skipped.filter { $0.id.sheet == "fu" }.map(\.id.key))
  }

  @Test func `is neither written nor computed with`() throws {
    let (headers, skipped) = try funnel(nil)
    #expect(!headers.contains("Needed amount") && !headers.contains("Status"))
    #expect(headers.contains("Reached amount"))
    #expect(skipped == ["need", "margin", "gap", "status"])
  }

  @Test func `counts as soon as it is entered`() throws {
    let (headers, skipped) = try funnel([["Name", "Value"], ["TeamTarget", 900_000]])
    #expect(headers.contains("Needed amount") && headers.contains("Status"))
    #expect(skipped.isEmpty)
  }

  @Test func `is not made up where what is entered can't be read`() throws {
    let (_, skipped) = try funnel([["Name", "Value"], ["TeamTarget", "to be agreed"]])
    #expect(skipped == ["need", "margin", "gap", "status"])
  }
}

@Suite struct `A sheet without a column of actual closes` {
  private let headers = ["Deal ID", "Account ID", "Deal name", "Amount", "Declared stage", "Expected close"]

  @Test func `counts its won deals by the expected date, and says so once`() throws {
    let deals = DealSheet(
      headers: headers,
      [
        ["D-001", "A1", "won", 1_000_000, "Won", .date(46_082)],
        ["D-002", "A1", "open", 1, "Bid submission", .date(46_200)],
      ])
    let analysis = try deals.analysis()
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "in_period"), at: 0) == .number(1))
    #expect(analysis.messages("DEA-027").count == 1)
  }

  @Test func `with the column an empty cell stays a finding, and the deal in no period`() throws {
    let deals = DealSheet(
      headers: headers + ["Actual close"], [["D-001", "A1", "won", 1_000_000, "Won", .date(46_082)]])
    let analysis = try deals.analysis()
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "in_period"), at: 0) == .number(0))
    #expect(analysis.rules(at: "actual_close") == ["DEA-003 2"])
    #expect(analysis.messages("DEA-027").isEmpty)
  }

  @Test func `is not blamed for the stage before a loss when it has no column for that`() throws {
    func rules(_ reason: PlainWorkbook.Cell) throws -> [String] {
      try DealSheet(
        headers: headers + ["Loss reason"], [["D-001", "A1", "lost", 500_000, "Lost", .date(46_082), reason]]
      ).analysis().rules(at: "lost_reason")
    }
    #expect(try rules("Price").isEmpty)
    #expect(try rules(nil) == ["DEA-013 2"])
  }
}

@Suite struct `The language of messages` {
  @Test func `changes nothing of what a workbook means`() throws {
    var deals = DealSheet("金額(元)", [100_000, 200_000])
    deals.title = "商機"
    deals.headers = ["商機編號", "客戶編號", "商機名稱", "申報階段", "預計簽約日", "金額(元)"]
    for index in deals.rows.indices { deals.rows[index][3] = "驗證商機" }
    let workbook = try Workbook(deals.bytes())
    func values(_ language: Language?) throws -> [CellValue] {
      let options = ReadOptions(language: language, asOf: SerialDate(year: 2026, month: 3, day: 31), today: nil)
      let analysis = try Analysis(workbook, playbook: .builtIn, options: options)
      return try #require(analysis.values(of: ColumnID(sheet: "de", key: "weighted")))
    }
    let own = try values(nil)
    #expect(own.contains { value in if case .number(let amount) = value { amount > 0 } else { false } })
    for language in Language.allCases { #expect(try values(language) == own) }
  }
}
