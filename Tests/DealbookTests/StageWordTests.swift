// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Deals with these stages, one each, of 10,000, 20,000, 40,000 and so on, all closing within the period.
private func adoption(_ stages: [String]) throws -> Adoption {
  let headers: [PlainWorkbook.Cell] = ["Deal ID", "Customer", "Deal name", "Owner", "Stage", "Amount", "Close date"]
  var amount = 10_000.0
  let rows = stages.enumerated().map { row, stage -> [PlainWorkbook.Cell] in
    defer { amount *= 2 }
    return [
      .text("D\(row + 1)"), .text("Customer \(row)"), .text("deal \(row)"), .text("Rep \(row % 2)"), .text(stage),
      .number(amount), .date(46_100 + row),
    ]
  }
  return try Adoption(
    Workbook(PlainWorkbook([.init("Pipeline", [headers] + rows)]).bytes()), fileName: "deals.xlsx",
    options: DealSheet.options)
}

private func label(_ text: String, beside others: [String]) throws -> AdoptedLabel? {
  try adoption([text] + others).lists.first { $0.prefix == "st" }?.labels.first { $0.text == text }
}

@Suite struct `A label that contains a word for won or lost` {
  @Test(arguments: [
    "Kein Auftrag", "Auftrag erwartet", "Auftrag in Aussicht", "Absage droht", "Noch nicht gewonnen", "Signed NDA",
    "Signed LOI", "Signed - NDA", "Win plan", "Not won yet", "Not lost", "Lost contact", "Win-back", "Partially won",
    "Won - pending approval", "Proposal accepted", "Proposal rejected", "Contract lost in mail", "Closed: rejected?",
    "Awarded to competitor", "Zuschlag an Wettbewerb", "Qualified out",
  ])
  func `says neither unless it says so as a whole`(text: String) throws {
    let found = try #require(try label(text, beside: ["Won", "Lost", "Proposal", "Negotiation"]))
    #expect(found.isDoubtful && found.outcome == .open && !found.isUnderstood)
  }

  @Test(arguments: ["赢单概率高", "赢单待审批", "成交中", "已签意向书", "输单风险", "部分赢单", "中标公示", "客户流失风险", "已报价未成交", "不成案", "贏單機率高"])
  func `says neither in Chinese`(text: String) throws {
    let found = try #require(try label(text, beside: ["赢单", "输单", "方案报价", "谈判审核"]))
    #expect(found.isDoubtful && found.outcome == .open && !found.isUnderstood)
  }

  @Test(arguments: ["Converted", "5 - Complete", "Completed", "Done", "完成", "已完成", "关闭", "已关闭", "已關閉"])
  func `is asked about where it says only that a deal is over`(text: String) throws {
    #expect(try label(text, beside: ["Won", "Lost", "Proposal", "Negotiation"])?.isUnderstood == false)
    #expect(try label(text, beside: ["Proposal", "Negotiation"])?.isUnderstood == false)
  }

  @Test(arguments: [
    ("6 - Won", ValueMeaning.Outcome.won), ("Closed Won (100%)", .won), ("Deal won", .won), ("Won!", .won),
    ("Closed - Won", .won), ("Won - upsell", .won), ("Auftrag erteilt", .won), ("Vertrag unterschrieben", .won),
    ("Abgeschlossen - gewonnen", .won), ("项目赢单", .won), ("已签约", .won), ("Lost - price", .lost),
    ("Lost to Acme", .lost), ("Lost (no budget)", .lost), ("Kunde verloren", .lost), ("项目输单", .lost),
    ("Not won", .lost), ("未中标", .lost), ("On hold - budget", .onHold),
  ])
  func `says it with no more than a number, a word for the deal or a remark`(
    text: String, outcome: ValueMeaning.Outcome
  ) throws {
    let found = try #require(try label(text, beside: ["Proposal", "Negotiation"]))
    #expect(!found.isDoubtful && found.outcome == outcome)
  }

  @Test func `has its deals in no figure, and names them`() throws {
    let adoption = try adoption(["Won", "Signed NDA", "Negotiation", "Proposal", "Lost", "Not won yet"])
    #expect(Set(adoption.questions.compactMap { $0.label?.text }) == ["Signed NDA", "Not won yet"])
    let analysis = try adoption.analysis()
    let figures = HeadlineFigures(analysis)
    #expect(figures.values[.won] == 10_000)
    let page = try SalesReport(analysis, file: "deals.xlsx", language: .english).page
    #expect(page.text().contains("All figures leave out 2 deals whose stages are not on the list (Pipeline!E3, E7)"))
  }
}

@Suite struct `Chances of stages` {
  private func adoption(_ chances: [Double?], of stage: String = "Proposal") throws -> Adoption {
    let headers: [PlainWorkbook.Cell] = [
      "Deal ID", "Customer", "Deal name", "Owner", "Stage", "Amount", "Probability", "Close date",
    ]
    let all = chances.map { (stage, $0) } + [("Won", 1), ("Won", 1), ("Lost", 0)]
    let rows = all.enumerated().map { row, deal -> [PlainWorkbook.Cell] in
      [
        .text("D\(row + 1)"), .text("Customer \(row)"), .text("deal \(row)"), "Anna", .text(deal.0), 1000,
        deal.1.map { .number($0) } ?? nil, .date(46_100 + row),
      ]
    }
    return try Adoption(
      Workbook(PlainWorkbook([.init("Pipeline", [headers] + rows)]).bytes()), fileName: "deals.xlsx",
      options: DealSheet.options)
  }

  private func label(_ chances: [Double?]) throws -> AdoptedLabel? {
    try adoption(chances).lists.first { $0.prefix == "st" }?.labels.first { $0.text == "Proposal" }
  }

  @Test func `that nobody knows leave deals without one of their own out, and the report says so`() throws {
    let analysis = try adoption([0.9, nil, nil, nil], of: "Open").analysis()
    let text = try SalesReport(analysis, file: "deals.xlsx", language: .english).page.text()
    #expect(
      text.contains("The forecast leaves out 3 deals whose probability is not known (Pipeline!G3, G4, G5)"), "\(text)")
    #expect(
      text.contains("no win probability is given for “Open”\n")
        || text.contains("no win probability is given for “Open” "))
    #expect(!text.contains("“Open” are won"))
  }

  @Test func `are those that enough deals have in common`() throws {
    #expect(try label([0.4, 0.4, 0.4, nil])?.chance == 0.4)
    #expect(try label([0.3, 0.3])?.chance == 0.3)
    #expect(try label([0.4, 0.5, 0.4, 0.45])?.hasDoubtfulChances == false)
  }

  @Test(arguments: [[0.9, nil, 0.1], [0.9, nil, nil, nil], [1, 0], [0.05, 0.95, 0.5]])
  func `are the usual ones where one or two have any, or they differ`(chances: [Double?]) throws {
    let found = try #require(try label(chances))
    #expect(found.hasDoubtfulChances && found.chance == 0.5)
  }
}

@Suite struct `Labels of stages that say more than one word` {
  @Test(arguments: [
    ("赢单关闭", ValueMeaning.Outcome.won), ("输单关闭", .lost), ("丢单关闭", .lost), ("结案-成交", .won), ("結案-未成交", .lost),
    ("中标签约", .won), ("Geschlossen und gewonnen", .won), ("Geschlossen und verloren", .lost),
    ("Abgeschlossen und gewonnen", .won), ("Abgeschlossen und verloren", .lost), ("Bestellung erhalten", .won),
    ("AB erhalten", .won), ("Projekt geschoben", .onHold), ("In Bearbeitung", .open), ("弃标", .lost),
  ])
  func `are known where the rest only fills up`(text: String, outcome: ValueMeaning.Outcome) throws {
    let found = try #require(try label(text, beside: ["Proposal", "Negotiation", "需求确认"]))
    #expect(!found.isDoubtful && found.outcome == outcome, "\(found)")
  }

  @Test(arguments: [("合同签订", "赢单关闭"), ("签约", "赢单"), ("Abschluss", "Gewonnen"), ("Contract signed", "Closed Won")])
  func `of a contract are a phase beside one that says won`(phase: String, won: String) throws {
    let found = try #require(try label(phase, beside: [won, "Lost", "Proposal"]))
    #expect(found.isDoubtful && found.outcome == .open)
    #expect(try label(won, beside: [phase, "Lost", "Proposal"])?.outcome == .won)
    #expect(try label(phase, beside: ["Lost", "Proposal"])?.outcome == .won)
  }
}
