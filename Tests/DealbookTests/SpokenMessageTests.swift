// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Messages read as people say them` {
  /// An open deal at the as-of date 2026-03-31, with a bid date so many days away, a position behind and a rival.
  private func messages(_ rule: String, bidIn days: Int = 5, rival: String = "", _ language: Language) throws
    -> [String]
  {
    let asOf = 46_112
    let deals = PlainWorkbook.Sheet(
      "Deals",
      [
        [
          "Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Bid deadline",
          "Position",
          "Main rival", "Bid submitted",
        ],
        [
          "D-001", "A-001", "a", "Verify opportunity", 100, .date(asOf + 60), .date(asOf + days), "Behind",
          .text(rival), "✗",
        ],
      ])
    let accounts = PlainWorkbook.Sheet("Accounts", [["Account ID", "Account name"], ["A-001", "East"]])
    var options = DealSheet.options
    options.asOf = SerialDate(year: 2026, month: 3, day: 31)
    options.language = language
    let analysis = try Analysis(
      Workbook(PlainWorkbook([accounts, deals]).bytes()), playbook: .builtIn, options: options)
    return Self.messages(rule, of: analysis, language)
  }

  private static func messages(_ rule: String, of analysis: Analysis, _ language: Language) -> [String] {
    let writer = FindingWriter(analysis.team, language: language)
    return analysis.findings.map(writer.describe).filter { $0.rule == rule }.map(\.message)
  }

  @Test(arguments: [
    (5, "Bid is due in 5 days, not submitted", "距投標截止 5 天，標書未提交"),
    (1, "Bid is due in 1 day, not submitted", "距投標截止 1 天，標書未提交"),
    (0, "Bid is due today, not submitted", "今天投標截止，標書未提交"),
    (-1, "Bid was due 1 day ago, not submitted", "投標截止已過 1 天，標書未提交"),
    (-6, "Bid was due 6 days ago, not submitted", "投標截止已過 6 天，標書未提交"),
  ])
  func `a day that has passed is not minus some days`(days: Int, english: String, chinese: String) throws {
    #expect(try messages("DEA-020", bidIn: days, .english) == [english])
    #expect(try messages("DEA-020", bidIn: days, .traditionalChinese) == [chinese])
  }

  @Test func `a rival that nobody has named is no empty name`() throws {
    #expect(try messages("DEA-010", .english) == ["Behind a rival: not named"])
    #expect(try messages("DEA-010", rival: "Huayuan", .english) == ["Behind a rival: Huayuan"])
    #expect(try messages("DEA-010", .simplifiedChinese) == ["竞争落后：未填对手"])
  }

  @Test(arguments: [
    (Language.english, "Opportunity drift: decline, behind a rival"), (.traditionalChinese, "機會漂移預警：退化期、競爭落後"),
    (.simplifiedChinese, "机会漂移预警：退化期、竞争落后"),
  ])
  func `lists have commas between their items and none around them`(language: Language, message: String) throws {
    let asOf = SerialDate(year: 2026, month: 3, day: 31)
    let analysis = try Analysis(
      Workbook(OwnWorkbooks.bytes("messy_en.xlsx")), playbook: .builtIn,
      options: ReadOptions(language: language, asOf: asOf, today: nil))
    #expect(Self.messages("ACC-014", of: analysis, language).contains(message))
    for gate in Self.messages("DEA-007", of: analysis, language) {
      #expect(!gate.hasSuffix(" ") && !gate.contains("-found"))
    }
  }
}
