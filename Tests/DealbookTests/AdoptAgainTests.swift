// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Adopting the same workbook again` {
  private func again(_ sheets: [PlainWorkbook.Sheet]) throws -> (first: String, second: String, analysis: Analysis) {
    let workbook = try Workbook(PlainWorkbook(sheets).bytes())
    let first = try Adoption(workbook, fileName: "team.xlsx", options: DealSheet.options)
    let text = try first.playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    let second = try Adoption(
      workbook, fileName: "team.xlsx", basis: #require(reading.playbook), options: DealSheet.options)
    return (text, try second.playbookText(language: .english), try second.analysis())
  }

  /// A tab for each person: that of a new colleague is told as not read, and another adoption takes it in.
  @Test func `takes in the tab of a new colleague`() throws {
    func tab(_ name: String) -> PlainWorkbook.Sheet {
      let rows = ["Lead", "Pitch", "Won", "Lost"].enumerated().map { row, stage -> [PlainWorkbook.Cell] in
        [
          .text("\(name) client \(row)"), .text("\(name) project \(row)"), .number(1000 * Double(row + 1)),
          .text(stage), .date(46_300 + row), row > 1 ? .date(46_150 + row) : nil,
        ]
      }
      return .init(name, [["Client", "Project", "Value", "Stage", "Expected close", "Actual close"]] + rows)
    }
    let before = try Workbook(PlainWorkbook([tab("Ann"), tab("Bob")]).bytes())
    let first = try Adoption(before, fileName: "team.xlsx", options: DealSheet.options)
    let text = try first.playbookText(language: .english)
    let playbook = try #require(
      PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))]).playbook)
    let again = try Adoption(before, fileName: "team.xlsx", basis: playbook, options: DealSheet.options)
    #expect(!again.isNew)

    let after = try Workbook(PlainWorkbook([tab("Ann"), tab("Bob"), tab("Cleo")]).bytes())
    let figures = HeadlineFigures(try Analysis(after, playbook: playbook, options: DealSheet.options))
    #expect(figures.values[.won] == 6000)
    #expect(
      figures.gaps.contains {
        $0.contains("‘Cleo’ looks like it and was not read; dealbook adopt once more can take it in")
      }, "\(figures.gaps)")
    let second = try Adoption(after, fileName: "team.xlsx", basis: playbook, options: DealSheet.options)
    #expect(second.isNew)
    #expect(try second.playbookText(language: .english).contains("sheets: ['Ann', 'Bob', 'Cleo']"))
    #expect(HeadlineFigures(try second.analysis()).values[.won] == 9000)
  }

  @Test func `keeps the column that says what is won and lost`() throws {
    let headers: [PlainWorkbook.Cell] = [
      "Deal ID", "Customer", "Deal name", "Owner", "Stage", "Status", "Amount", "Expected close",
    ]
    let deals = [
      ("Proposal", "Won"), ("Proposal", "Lost"), ("Negotiation", "Open"), ("Negotiation", "Open"),
      ("Proposal", "Cancelled"),
    ]
    let rows = deals.enumerated().map { row, deal -> [PlainWorkbook.Cell] in
      [
        .text("D\(row + 1)"), .text("Customer \(row)"), .text("deal \(row)"), "Anna", .text(deal.0), .text(deal.1),
        .number(10_000 * Double(row + 1)), .date(46_100 + row),
      ]
    }
    let found = try again([.init("Deals", [headers] + rows)])
    #expect(found.second == found.first)
    #expect(found.second.contains("header: 'Status'") && found.second.contains("'Cancelled'"))
    #expect(HeadlineFigures(found.analysis).values[.won] == 10_000)
  }

  @Test func `keeps what the team does not have and what may stay empty`() throws {
    let headers: [PlainWorkbook.Cell] = [
      "Opportunity No", "Customer", "Deal name", "Owner", "Stage", "Amount", "Close date",
    ]
    let stages = ["Proposal", "Closed", "Closed", "Won", "Negotiation"]
    let rows = stages.enumerated().map { row, stage -> [PlainWorkbook.Cell] in
      [
        .text("op-\(row + 1)x"), .text("Customer \(row)"), .text("deal \(row)"), row == 1 ? nil : "Anna",
        .text(stage), .number(1000), row == 2 ? nil : .date(46_100 + row),
      ]
    }
    let found = try again([.init("Pipeline", [headers] + rows)])
    #expect(found.second == found.first)
    #expect(found.second.contains("acc: {core: false}") && found.second.contains("product_id: {required: no}"))
    #expect(found.analysis.messages("WBK-001") == [])
  }

  @Test func `keeps payment stages that are not those of the method`() throws {
    let headers: [PlainWorkbook.Cell] = [
      "Payment ID", "Contract ID", "Customer", "Payment stage", "Planned amount", "Due date", "Received",
      "Received date",
    ]
    let stages = ["Down payment", "Delivery payment", "Credit note", "Down payment"]
    let rows = stages.enumerated().map { row, stage -> [PlainWorkbook.Cell] in
      [
        .text("P\(row + 1)"), .text("K\(row + 1)"), .text("Customer \(row)"), .text(stage), .number(1000),
        .date(46_000 + row), row == 0 ? 1000 : nil, row == 0 ? .date(46_001) : nil,
      ]
    }
    let found = try again([.init("Payments", [headers] + rows)])
    #expect(found.second == found.first)
  }

  @Test func `keeps several words for one state of renewals`() throws {
    let headers: [PlainWorkbook.Cell] = ["Renewal ID", "Account", "Expiry date", "Renewal status", "Renewal amount"]
    let states = [
      "Not started", "In talks", "Quote sent", "Renewed", "Auto-renewed", "Churned", "Cancelled",
    ]
    let rows = states.enumerated().map { row, state -> [PlainWorkbook.Cell] in
      [.text("R-\(row + 1)"), .text("Customer \(row)"), .date(46_122), .text(state), 1000]
    }
    let found = try again([.init("Renewals", [headers] + rows)])
    #expect(found.second == found.first)
    #expect(HeadlineFigures(found.analysis).values[.due30] == 3)
  }

  @Test func `keeps what the team has added to the playbook`() throws {
    let headers: [PlainWorkbook.Cell] = ["Deal ID", "Customer", "Stage", "Amount", "Expected close"]
    let rows = ["Proposal", "Won", "Lost", "Proposal"].enumerated().map { row, stage -> [PlainWorkbook.Cell] in
      [.text("D\(row + 1)"), .text("C \(row)"), .text(stage), .number(10_000), .date(46_100 + row)]
    }
    let found = try again([.init("Deals", [headers] + rows)])
    let own = """

      # From half on we promise it.
      settings:
        # of the board
        CommitMin: {default: 0.5}

      rules:
        DEA-007: {severity: error}
      """
    let kept = KeptSections.added(to: found.second, from: found.first + own + "\n")
    #expect(kept == found.second + own + "\n")
    #expect(KeptSections.added(to: found.second, from: kept) == kept)
    #expect(KeptSections.added(to: found.second, from: found.first) == found.second)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(kept.utf8))])
    #expect(reading.issues.map(\.description) == [])
    #expect(reading.playbook?.setting("CommitMin")?.defaultValue == .number(0.5))
  }
}
