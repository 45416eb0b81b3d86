// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@testable import Nightly

@Suite struct `A list of waivers` {
  private static func list(_ text: String) throws -> Waivers {
    try Waivers(bytes: Array(text.utf8), path: "w/waivers.yaml")
  }

  private static let one = """
    waivers:
      - rule: DEA-004
        row: D001
        reason: agreed with finance
        expires: 2025-06-29
    """

  @Test func `a waived finding is waived until its last day, then here again, and the waiver itself a finding`() throws
  {
    var nights = try Nights()
    nights.waivers = try Self.list(Self.one)
    let book = FileResult.book("a.xlsx", .of("DEA-004", "D001"), .of("DEA-004", "D002"))
    let first = try nights.run("2025-06-28", book)
    #expect(first.states == ["a.xlsx DEA-004 D001 waived", "a.xlsx DEA-004 D002 new"])
    #expect(first.findings.first { _ in true }?.reason == "agreed with finance")
    #expect(
      try nights.run("2025-06-29", book).states == ["a.xlsx DEA-004 D001 waived", "a.xlsx DEA-004 D002 persisting"])
    #expect(
      try nights.run("2025-06-30", book).states == [
        "a.xlsx DEA-004 D001 reopened", "a.xlsx DEA-004 D002 persisting", "waivers.yaml WVR-001 DEA-004 D001 new",
      ])
    nights.waivers = .none
    #expect(
      try nights.run("2025-07-01", book).states == [
        "a.xlsx DEA-004 D001 persisting", "a.xlsx DEA-004 D002 persisting",
        "waivers.yaml WVR-001 DEA-004 D001 no longer asked",
      ])
  }

  @Test func `a waiver that nothing needs is a finding, unless its workbook could not be checked`() throws {
    var nights = try Nights()
    nights.waivers = try Self.list(Self.one)
    #expect(try nights.run("2025-06-28", .unreadable("a.xlsx")).states.isEmpty)
    #expect(try nights.run("2025-06-29", .book("a.xlsx")).states == ["waivers.yaml WVR-002 DEA-004 D001 new"])
  }

  @Test(arguments: [
    ("waivers:\n  - rule: DEA-004\n    expires: 2026-01-01", 2, "reason is missing"),
    ("waivers:\n  - rule: DEA-004\n    reason: x", 2, "expires is missing"),
    ("waivers:\n  - rule: DEA-004\n    reason: x\n    expires: soon", 2, "expected a day"),
    ("waivers:\n  - rule: A\n    reasons: x", 3, "expected one of"),
    ("- rule: A", 1, "expected one key"),
    ("waivers: 5", 1, "expected a list"),
  ])
  func `mistakes are told with their line`(text: String, line: Int, message: String) throws {
    let error = try #require(throws: NightlyError.self) { try Self.list(text) }
    guard case .waivers(_, let found, let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(found == line)
    #expect(reason.contains(message))
  }

  @Test func `narrows by file, sheet, row and column`() throws {
    let waiver = try #require(
      try Self.list(
        """
        waivers:
          - {rule: DEA-004, file: "north/*", sheet: Deals, row: d001, column: amount, reason: x, expires: 2026-01-01}
        """
      ).waivers.first)
    let finding = ObservedFinding.of("DEA-004", "D001")
    #expect(waiver.covers(finding, in: "north/a.xlsx"))
    #expect(!waiver.covers(finding, in: "south/a.xlsx"))
    #expect(!waiver.covers(.of("DEA-004", "D002"), in: "north/a.xlsx"))
    #expect(!waiver.covers(.of("DEA-005", "D001"), in: "north/a.xlsx"))
  }

  @Test(arguments: [
    (nil, "zh-Hant", "沒有對應的問題"), (nil, "zh-Hans", "没有对应的问题"), (nil, "en", "matches no finding"),
    (Language.english, "zh-Hant", "matches no finding"),
  ])
  func `findings about it are in the language of most workbooks, or in that which was asked for`(
    asked: Language?, language: String, words: String
  ) throws {
    let nights = try Nights()
    let list = "waivers:\n  - {rule: XXX-001, reason: y, expires: 2025-12-31}\n"
    var result = FileResult.book("a.xlsx", .of("DEA-004", "D001"))
    result.observation?.language = language
    let terms = NightlyRun.Terms(
      asOf: "2026-03-31", version: "test", waivers: try Waivers(bytes: Array(list.utf8), path: "w.yaml"), keep: 10,
      language: asked)
    let night = try NightlyRun.conclude(RunResults([result]), history: nights.history, terms: terms) { _ in 0 }
    let finding = try #require(night.findings.first { $0.finding.rule == "WVR-002" })
    #expect(finding.finding.message.contains(words))
  }
}
