// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@testable import Nightly

@Suite struct `The workbook's earlier state speaks against it` {
  private static func book(
    _ stage: Double, amount: Double = 100, target: Double = 1000, reason: String = "", bytes: String
  ) -> FileResult {
    var result = FileResult.book("a.xlsx")
    result.observation?.watches = [
      Watch(
        rule: "DEA-022", severity: "warning", prefix: "de", sheet: "Deals", column: "stage", direction: "down",
        message: "back {a}→{b}",
        rows: [.init(id: "D1", row: 5, cell: "E5", shown: "stage \(Int(stage))", number: stage)]),
      Watch(
        rule: "DEA-023", severity: "warning", prefix: "de", sheet: "Deals", column: "amount", ratio: 0.2,
        message: "amount {p}", rows: [.init(id: "D1", row: 5, cell: "F5", shown: "\(amount)", number: amount)]),
      Watch(
        rule: "TGT-014", severity: "warning", prefix: "tg", sheet: "Targets", column: "target", message: "no reason",
        rows: [.init(id: "T1", row: 3, cell: "D3", shown: "\(target)", number: target, reason: reason)]),
    ]
    result.sha256 = String(repeating: bytes, count: 64)
    result.key = String(repeating: bytes, count: 64)
    return result
  }

  @Test func `a stage that moved back, an amount by a fifth and a target without a reason are findings`() throws {
    let nights = try Nights()
    #expect(try nights.run("2026-03-31", Self.book(3, bytes: "1")).states == [])
    let second = try nights.run("2026-04-01", Self.book(2, amount: 130, target: 900, bytes: "2"))
    #expect(
      Set(second.states) == ["a.xlsx DEA-022 D1 new", "a.xlsx DEA-023 D1 new", "a.xlsx TGT-014 T1 new"])
    #expect(Set(second.findings.map(\.finding.message)) == ["back stage 3→stage 2", "amount +30%", "no reason"])
    // With the same bytes, the findings still apply. A later state is compared with this one.
    var again = Self.book(2, amount: 130, target: 900, bytes: "2")
    again.key = String(repeating: "3", count: 64)
    let third = try nights.run("2026-04-02", again)
    #expect(third.count(.persisting) == 3 && third.count(.new) == 0)
    let fourth = try nights.run("2026-04-03", Self.book(2, amount: 131, target: 900, bytes: "4"))
    #expect(fourth.count(.fixed) == 3 && fourth.count(.new) == 0)
  }

  @Test func `a stage that moved on, an amount by less and a target with a new reason are none`() throws {
    let nights = try Nights()
    _ = try nights.run("2026-03-31", Self.book(2, bytes: "1"))
    let second = try nights.run("2026-04-01", Self.book(3, amount: 119, target: 900, reason: "new area", bytes: "2"))
    #expect(second.states == [])
  }

  @Test func `a restored backup is said as one, and not by all its rows`() throws {
    let nights = try Nights()
    _ = try nights.run("2026-03-31", Self.book(2, bytes: "1"))
    _ = try nights.run("2026-04-01", Self.book(3, bytes: "2"))
    let third = try nights.run("2026-04-02", Self.book(2, bytes: "1"))
    #expect(third.states == [])
    #expect(third.files.map(\.restored) == ["2026-03-31"])
    #expect(third.digest.markdown(.english).contains("A backup was restored"))
    var pages: [String: String] = [:]
    try third.forEachPage(.english, copies: nil) { (name, bytes) throws(NightlyError) in
      pages[name] = String(decoding: bytes, as: UTF8.self)
    }
    #expect(pages["index.html"]?.contains("A backup was restored (1)") == true)
    #expect(pages["index.html"]?.contains("identical to the file of <span class=\"k\">2026-03-31</span>") == true)
    let book = try #require(pages.first { $0.key.hasPrefix("book-") }?.value)
    #expect(book.contains("A backup was restored: identical to the file of <span class=\"k\">2026-03-31</span>"))
    // The state of the night before is not a restored backup.
    let fourth = try nights.run("2026-04-03", Self.book(2, bytes: "1"))
    #expect(fourth.files.map(\.restored) == [nil])
  }
}
