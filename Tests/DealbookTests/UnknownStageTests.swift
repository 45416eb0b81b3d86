// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Deals of a team whose stages are these, one after another, without chances of its own.
private func adoption(_ stages: [String]) throws -> Adoption {
  let headers: [PlainWorkbook.Cell] = ["Deal ID", "Opportunity", "Account", "Owner", "Stage", "Amount", "Close date"]
  let rows = (0..<12).map { row -> [PlainWorkbook.Cell] in
    [
      .text("D-00\(row)"), .text("Project \(row)"), .text("Customer \(row % 4)"), .text("Rep \(row % 3)"),
      .text(stages[row % stages.count]), .number(Double(row + 1) * 1000), .date(46_100 + row),
    ]
  }
  return try Adoption(
    Workbook(PlainWorkbook([.init("Pipeline", [headers] + rows)]).bytes()), fileName: "deals.xlsx",
    options: DealSheet.options)
}

private func labels(_ stages: [String]) throws -> [String: AdoptedLabel] {
  let list = try #require(adoption(stages).lists.first { $0.prefix == "st" })
  return Dictionary(uniqueKeysWithValues: list.labels.map { ($0.text, $0) })
}

@Suite struct `Stages that are not understood` {
  @Test(arguments: [["A", "B", "W", "X"], ["Kalt", "Warm", "Heiß", "Abgerechnet"], ["-", "n/a"]])
  func `have no chance, and nothing is computed from them`(stages: [String]) throws {
    let adoption = try adoption(stages)
    let list = try #require(adoption.lists.first { $0.prefix == "st" })
    #expect(list.labels.allSatisfy { $0.isDoubtful && !$0.isUnderstood && $0.chance == nil })
    let text = try adoption.playbookText(language: .english)
    #expect(PlaybookReader.read([PlaybookSource(name: "x", bytes: Array(text.utf8))]).issues.isEmpty)
    let analysis = try adoption.analysis()
    #expect(!analysis.isPlanned("weighted") && !analysis.isPlanned("is_won"))
    let told = analysis.messages("GEN-023") + analysis.messages("GEN-022")
    #expect(stages.allSatisfy { stage in told.contains { $0.contains(stage) } })
  }

  @Test func `stay out of a list of others, and their deals have no figures`() throws {
    let analysis = try adoption(["Proposal", "Kalt", "Closed Won", "Negotiation"]).analysis()
    let weighted = try #require(analysis.values(of: ColumnID(sheet: "de", key: "weighted")))
    #expect(weighted[0] != .text("") && weighted[1] == .text("") && weighted[2] == .number(3000))
    #expect(analysis.rules(at: "stage").contains("GEN-005 3"))
  }

  @Test func `become one of them once a person says what they are`() throws {
    var adoption = try adoption(["Proposal", "Kalt", "Closed Won"])
    let question = try #require(adoption.questions.first { $0.label?.text == "Kalt" })
    adoption.answer(question, with: .outcome(.lost))
    try adoption.settle()
    let analysis = try adoption.analysis()
    #expect(analysis.values(of: ColumnID(sheet: "de", key: "weighted"))?[1] == .number(0))
  }

  @Test func `have no chance either where a person says only that they are open`() throws {
    var adoption = try adoption(["Proposal", "Kalt", "Closed Won"])
    let question = try #require(adoption.questions.first { $0.label?.text == "Kalt" })
    adoption.answer(question, with: .outcome(.open))
    try adoption.settle()
    let analysis = try adoption.analysis()
    #expect(!analysis.isPlanned("weighted") && analysis.isPlanned("is_won"))
    #expect(
      analysis.plan.skipped.contains {
        $0.id == ColumnID(sheet: "de", key: "weighted") && $0.reason == .chanceUnknown("Kalt")
      })
  }
}

@Suite struct `What a stage's label says` {
  @Test(arguments: [
    "Almost won", "Won?", "Lost?", "Probably lost", "Won / Lost", "可能赢单", "即将成交", "Fast gewonnen", "Not signed",
    "Not yet won", "No longer lost", "nicht beauftragt", "noch nicht gewonnen", "未签约", "不成交", "尚未成交", "還沒簽約",
  ])
  func `is not taken for won or lost where it is not sure`(label: String) throws {
    let found = try labels([label, "Proposal", "Closed Won", "Closed Lost"])[label]
    #expect(found?.isDoubtful == true)
  }

  @Test(arguments: [
    ("Won - new", ValueMeaning.Outcome.won), ("Won - upsell", .won), ("Closed/Won", .won), ("Lost - price", .lost),
    ("Not won", .lost), ("待签约", .open), ("Contract sent", .open), ("On hold - budget", .onHold),
  ])
  func `is what it begins with, if that ends a deal`(label: String, outcome: ValueMeaning.Outcome) throws {
    let found = try labels([label, "Proposal", "Negotiation"])[label]
    #expect(found?.isDoubtful == false && found?.outcome == outcome)
  }

  @Test func `that a deal is over says which way only beside others that do not`() throws {
    #expect(try labels(["Proposal", "Closed", "Closed Won", "Closed Lost"])["Closed"]?.isDoubtful == true)
    #expect(try labels(["Proposal", "Closed", "Negotiation"])["Closed"]?.isDoubtful == true)
    #expect(try labels(["Proposal", "Closed", "Lost"])["Closed"]?.outcome == .won)
    #expect(try labels(["洽談", "得標", "結案", "失標"])["結案"]?.isDoubtful == true)
  }

  @Test func `that a tender is awarded may be short of a contract beside one that is signed`() throws {
    #expect(try labels(["投标", "中标", "已签合同", "废标"])["中标"]?.isDoubtful == true)
    #expect(try labels(["投标", "中标", "废标"])["中标"]?.outcome == .won)
  }

  @Test func `is its chance where all of them are percentages`() throws {
    let found = try labels(["10%", "30%", "90%", "100%", "0%"])
    #expect(found["10%"]?.chance == 0.1 && found["90%"]?.chance == 0.9)
    #expect(found["100%"]?.outcome == .won && found["0%"]?.isUnderstood == false)
    let analysis = try adoption(["10%", "30%", "90%", "100%"]).analysis()
    let weighted = try #require(analysis.values(of: ColumnID(sheet: "de", key: "weighted")))
    #expect(weighted[2] == .number(2700) && weighted[3] == .number(4000))
  }

  @Test func `that a deal is open does not say how likely it is won`() throws {
    #expect(try labels(["Open", "Won", "Lost"])["Open"]?.isWithoutChance == true)
    let analysis = try adoption(["Open", "Won", "Lost"]).analysis()
    #expect(analysis.isPlanned("is_won") && !analysis.isPlanned("weighted"))
    #expect(try labels(["Open", "Proposal", "Won", "Lost"])["Open"]?.chance == 0.05)
  }
}
