// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// An export in which the stage stays as it was when a deal is won or lost.
private struct Export {
  var headers = ["ID", "Title", "Organization", "Stage", "Status", "Value", "Probability", "Expected close date"]
  var tab = "Deals"
  var stages = ["Contact Made", "Proposal Made", "Negotiations Started", "Contact Made", "Proposal Made", "Lead In"]
  var states = ["Open", "Won", "Lost", "Open", "Lost", "Open"]

  func workbook() throws -> Workbook {
    let rows = stages.indices.map { row -> [PlainWorkbook.Cell] in
      [
        .number(Double(row + 1)), .text("deal \(row)"), .text("client \(row)"), .text(stages[row]), .text(states[row]),
        .number(Double(row + 1) * 1000), 0.5, .date(46_200 + row),
      ]
    }
    return try Workbook(PlainWorkbook([.init(tab, [headers.map { .text($0) }] + rows)]).bytes())
  }

  func adoption() throws -> Adoption {
    try Adoption(workbook(), fileName: "deals.xlsx", options: DealSheet.options)
  }
}

@Suite struct `A column that says what is won and lost` {
  @Test func `gives the outcome, and the stage the step and its chance`() throws {
    let adoption = try Export().adoption()
    #expect(adoption.sheets.first?.column("stage")?.proposal.header == "Stage")
    #expect(adoption.sheets.first?.column("outcome")?.proposal.header == "Status")
    let outcomes = try #require(adoption.lists.first { $0.prefix == "oc" })
    #expect(outcomes.labels.map { "\($0.text) \($0.outcome)" } == ["Open open", "Won won", "Lost lost"])
    let analysis = try adoption.analysis()
    func values(_ key: String) throws -> [CellValue] {
      let column = try #require(analysis.values(of: ColumnID(sheet: "de", key: key)))
      return (0..<6).map { column[$0] }
    }
    #expect(try values("is_open") == [1, 0, 0, 1, 0, 1].map { .number($0) })
    #expect(try values("is_won") == [0, 1, 0, 0, 0, 0].map { .number($0) })
    // Open deals have the rows of their stages: Lead In is the second, Contact Made the third.
    #expect(try values("stage_no") == [3, 6, 7, 3, 7, 2].map { .number($0) })
    #expect(analysis.rules(at: "outcome").isEmpty)
  }

  @Test func `is so without an adoption`() throws {
    let stages = ["Verify opportunity", "Bid submission", "Negotiation & signing"]
    var export = Export(
      headers: [
        "Deal ID", "Deal name", "Account ID", "Stage", "Deal status", "Amount", "Probability", "Expected close",
      ])
    export.stages = stages + stages
    let analysis = try Analysis(export.workbook(), playbook: .builtIn, options: DealSheet.options)
    let deals = try #require(analysis.team.sheet("de"))
    #expect(deals.column("stage")?.header == "Stage" && deals.column("outcome")?.header == "Deal status")
    let won = try #require(analysis.values(of: ColumnID(sheet: "de", key: "is_won")))
    #expect((0..<6).map { won[$0] } == [0, 1, 0, 0, 0, 0].map { .number($0) })
  }

  @Test func `that contradicts the stage is a finding, and the deal counts in no figure`() throws {
    var export = Export()
    export.stages = ["Lead In", "Closed Won", "Closed Won", "Closed Lost", "Closed Lost", "Closed Won"]
    export.states = ["Open", "Won", "Lost", "Won", "Lost", "Open"]
    let adoption = try export.adoption()
    let analysis = try adoption.analysis()
    let won = try #require(analysis.values(of: ColumnID(sheet: "de", key: "is_won")))
    let empty = CellValue.text("")
    #expect((0..<6).map { won[$0] } == [.number(0), .number(1), empty, empty, .number(0), empty])
    #expect(analysis.rules(at: "outcome") == ["DEA-029 4", "DEA-029 5", "DEA-029 7"])
    let page = try SalesReport(analysis, file: "x.xlsx", language: .english).page
    #expect(page.figures.first { $0.key == "won" }?.value.asNumber == 2000)
    #expect(
      page.notes.contains("All figures leave out 3 deals whose outcomes contradict the stages (Deals!E4, E5, E7)"))
  }

  @Test func `that is blank leaves it to the stage, and one that is not understood has no figures`() throws {
    var export = Export()
    export.stages = ["Lead In", "Closed Won", "Lead In", "Closed Won", "Closed Lost", "Lead In"]
    export.states = ["Open", "", "Lost", "Won", "Lost", "tbd"]
    let adoption = try export.adoption()
    let analysis = try adoption.analysis()
    let won = try #require(analysis.values(of: ColumnID(sheet: "de", key: "is_won")))
    #expect((0..<6).map { won[$0] } == [0, 1, 0, 1, 0].map { .number($0) } + [.text("")])
    #expect(analysis.rules(at: "outcome").contains("GEN-005 7"))
    // What looks like a pattern is not taken for the first label that it fits.
    export.states[5] = "???"
    #expect(try export.adoption().analysis().values(of: ColumnID(sheet: "de", key: "is_won"))?[5] == .text(""))
  }

  @Test func `is left alone where it says something else`() throws {
    var export = Export()
    export.states = Array(repeating: "Open", count: 6)
    #expect(try export.adoption().sheets.first?.column("outcome") == nil)
    export.states = ["red", "Won", "Lost", "green", "red", "Open"]
    #expect(try export.adoption().sheets.first?.column("outcome") == nil)
    #expect(try export.adoption().sheets.first?.column("stage")?.proposal.header == "Stage")
  }

  @Test(arguments: ["Contract status", "Payment status", "Approval status", "合同狀態", "收款狀態"])
  func `is left alone where its header speaks of something else`(header: String) throws {
    var export = Export()
    export.headers[4] = header
    export.states = ["Open", "Won", "Cancelled", "Open", "Lost", "Open"]
    let sheet = try #require(export.adoption().sheets.first)
    #expect(sheet.column("outcome") == nil && sheet.column("stage")?.proposal.header == "Stage")
  }

  @Test func `may end deals in other words only where the stages do not`() throws {
    var export = Export()
    export.states = ["Active", "Completed", "Cancelled", "Active", "Cancelled", "Active"]
    #expect(try export.adoption().sheets.first?.column("outcome")?.proposal.header == "Status")
    export.stages[1] = "Closed Won"
    #expect(try export.adoption().sheets.first?.column("outcome")?.proposal.header == "Status")
    export.stages[2] = "Closed Lost"
    #expect(try export.adoption().sheets.first?.column("outcome") == nil)
  }

  @Test func `keeps its own words, however few deals have them`() throws {
    var export = Export()
    export.states = ["Open", "Won", "Abandoned", "Abandoned", "Lost", "Open"]
    let analysis = try export.adoption().analysis()
    let open = try #require(analysis.values(of: ColumnID(sheet: "de", key: "is_open")))
    #expect((0..<6).map { open[$0] } == [1, 0, 0, 0, 0, 1].map { .number($0) })
    #expect(analysis.rules(at: "outcome").isEmpty)
  }

  @Test func `is asked of a person where a label is not understood`() throws {
    var export = Export()
    export.states = ["Open", "Won", "Lost", "Zebra", "Won", "Open"]
    var adoption = try export.adoption()
    let question = try #require(adoption.questions.first { $0.label?.text == "Zebra" })
    adoption.answer(question, with: .outcome(.lost))
    try adoption.settle()
    let open = try #require(adoption.analysis().values(of: ColumnID(sheet: "de", key: "is_open")))
    #expect((0..<6).map { open[$0] } == [1, 0, 0, 0, 0, 1].map { .number($0) })
  }

  @Test func `is no column of a new workbook`() throws {
    let day = try #require(SerialDate(year: 2026, month: 3, day: 31))
    let new = NewWorkbook(playbook: .builtIn, language: .english, profile: .full, asOf: day, hasSample: false)
    let team = try Analysis(Workbook(new.bytes()), playbook: .builtIn, options: ReadOptions(today: nil)).team
    #expect(team.sheet("de")?.column("stage") != nil && team.sheet("de")?.column("outcome") == nil)
    #expect(team.lists["st"]?.isOnSheet == true && team.lists["oc"]?.isOnSheet == false)
  }
}

@Suite struct `A list of customers under a header of no meaning` {
  private func adoption(_ titles: [String], beside other: String = "PrimaryContact") throws -> Adoption {
    let header: [PlainWorkbook.Cell] = ["Customer", "Opportunity", "Stage", "Amount", "Close Date"]
    let deals = (0..<8).map { row -> [PlainWorkbook.Cell] in
      [
        .text("Client \(row % 6)"), .text("deal \(row)"), .text(["Proposal", "Won"][row % 2]), 1000,
        .date(46_200 + row),
      ]
    }
    let customers = titles.map { title -> [PlainWorkbook.Cell] in [.text(title), .text("Person of \(title)")] }
    return try Adoption(
      Workbook(
        PlainWorkbook([
          .init("Pipeline", [header] + deals), .init("Customers", [["Title", .text(other)]] + customers),
        ]).bytes()), fileName: "pipeline.xlsx", options: DealSheet.options)
  }

  @Test(arguments: ["PrimaryContact", "Floor"])
  func `is found by the customers of the deals`(other: String) throws {
    let found = try adoption((0..<6).map { "Client \($0)" }, beside: other).sheets.first { $0.prefix == "acc" }
    #expect(found?.column("name")?.proposal.header == "Title")
  }

  @Test func `is none where others stand in it`() throws {
    #expect(
      try adoption((0..<6).map { "Product \($0)" }).sheets.allSatisfy { $0.column("name")?.proposal.header != "Title" })
  }
}

@Suite struct `Documents that name a deal` {
  @Test func `are no deals`() throws {
    let rows = (0..<24).map { row -> [PlainWorkbook.Cell] in
      [
        "Order", .text("SO\(2000 + row)"), .text("C\(row % 19)"), .number(Double(row) * 700 + 300), .date(46_000 + row),
        .text("0000\(row == 5 ? 14 : row + 10)"),
      ]
    }
    let header: [PlainWorkbook.Cell] = ["Type", "Reference Nbr.", "Customer", "Amount", "Date", "Opportunity ID"]
    let adoption = try Adoption(
      Workbook(PlainWorkbook([.init("Data", [header] + rows)]).bytes()), fileName: "data.xlsx",
      options: DealSheet.options)
    #expect(!adoption.sheets.contains { $0.prefix == "de" })
  }
}

@Suite struct `Months over numbers` {
  @Test(arguments: [["1月計劃", "1月實收", "2月計劃", "2月實收"], ["Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026"]])
  func `do not hide a header`(months: [String]) throws {
    let header = ["客戶名稱", "合同編號", "合同金額"] + months
    let rows = (0..<6).map { row -> [PlainWorkbook.Cell] in
      [.text("客戶\(row)"), .text("HT2026\(row)"), .number(Double(row) * 10 + 12), 2.5, 2.1, 2.5, 2.1]
    }
    let adoption = try Adoption(
      Workbook(PlainWorkbook([.init("回款計劃", [header.map { .text($0) }] + rows)]).bytes()), fileName: "x.xlsx",
      options: DealSheet.options)
    #expect(adoption.sheets.first?.proposal.headerRows == 1...1)
    #expect(adoption.sheets.first?.bound.map(\.proposal.header) == ["客戶名稱", "合同編號", "合同金額"])
  }
}

@Suite struct `Stages that a team shares with the method in part` {
  @Test func `are its own list, and a lead among deals is open`() throws {
    var export = Export()
    export.headers[4] = "Owner"
    export.states = Array(repeating: "Kim", count: 6)
    export.stages = ["Lead", "Offer", "Won", "Lead", "Offer", "Won"]
    let adoption = try export.adoption()
    let stages = try #require(adoption.lists.first { $0.prefix == "st" })
    #expect(stages.labels.map { "\($0.text) \($0.outcome)" } == ["Lead open", "Offer open", "Won won"])
    let analysis = try adoption.analysis()
    #expect(analysis.rules(at: "stage").isEmpty)
  }
}
