// SPDX-License-Identifier: Apache-2.0

import Dealbook
import GRDB
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Nightly

@Suite struct `Nights without pages` {
  private static func analysis(_ name: String) throws -> Analysis {
    let day = SerialDate(year: 2025, month: 6, day: 30)
    return try Analysis(
      Workbook(OwnWorkbooks.bytes(name)), playbook: .builtIn, options: ReadOptions(asOf: day, today: nil))
  }

  private static func result(_ seen: Observation) -> FileResult {
    let key = SHA256.hex("the same workbook, day and playbook")
    return FileResult(path: "a.xlsx", outcome: .checked, sha256: key, key: key, observation: seen)
  }

  @Test(arguments: ["golden/golden_hant.xlsx", "messy_en.xlsx", "deals_hans.xlsx"])
  func `have the same figures and findings, and nothing that only a page shows`(_ name: String) throws {
    let analysis = try Self.analysis(name)
    let full = Observation(analysis)
    let bare = Observation(analysis, hasPage: false)
    #expect(full.hasPage && !bare.hasPage)
    #expect(!full.reports.isEmpty && !full.causes.isEmpty && !full.work.isEmpty)
    #expect(
      bare.reports.isEmpty && bare.causes.isEmpty && bare.accounts.isEmpty && bare.work.isEmpty
        && bare.headline.reasons.isEmpty)
    // The figures of trends and everything that is compared from night to night.
    #expect(HeadlineRow(bare) == HeadlineRow(full))
    var completed = bare
    completed.takePage(of: full)
    #expect(completed == full)
  }

  @Test func `are read again for pages, which the history then has, under the same night`() throws {
    let nights = try Nights()
    let analysis = try Self.analysis("golden/golden_hant.xlsx")
    let (full, bare) = (Observation(analysis), Observation(analysis, hasPage: false))
    func known(withPage: Bool) throws -> Bool {
      try History(nights.history).known(of: ["a.xlsx"], withPage: withPage).keys["a.xlsx"] != nil
    }
    let first = try nights.run("2025-06-30", Self.result(bare))
    #expect(try known(withPage: false) && !known(withPage: true))
    #expect(try first.html(.english).allSatisfy { !$0.name.hasPrefix("account-") })
    let second = try nights.run("2025-06-30", Self.result(full))
    #expect(try known(withPage: true))
    #expect(second.run == first.run && second.isRepeat && second.states == first.states)
    let other = try Nights()
    let pages = try other.run("2025-06-30", Self.result(full)).html(.english)
    #expect(pages.contains { $0.name.hasPrefix("account-") })
    let told = try second.html(.english)
    #expect(told.map(\.name) == pages.map(\.name) && told.map(\.bytes) == pages.map(\.bytes))
    // Once there, they stay for as long as the workbook is the same.
    var third = Self.result(bare)
    third.observation = nil
    let again = try nights.run("2025-06-30", third).html(.english)
    #expect(again.map(\.bytes) == pages.map(\.bytes))
  }

  @Test func `that were interrupted are not gone on with for pages`() throws {
    let folder = try TemporaryFolder()
    let analysis = try Self.analysis("golden/golden_hant.xlsx")
    for hasPage in [false, true] {
      let journal = try Journal(beside: folder.path("history.sqlite"))
      _ = journal.note(Self.result(Observation(analysis, hasPage: hasPage)).line)
      let left = try Journal(beside: folder.path("history.sqlite")).leftover["a.xlsx"]
      #expect(left?.hasPage == hasPage)
    }
  }

  @Test func `of a history from before are known without their pages`() throws {
    let nights = try Nights()
    let analysis = try Self.analysis("deals_hans.xlsx")
    _ = try nights.run("2025-06-30", Self.result(Observation(analysis)))
    // As an earlier edition left it, read by several machines and not brought up to date.
    try HistoryStore(nights.history).write { try $0.execute(sql: "ALTER TABLE observations DROP COLUMN has_page") }
    let store = try HistoryStore(nights.history, isReadOnly: true)
    #expect(try store.known(of: ["a.xlsx"], withPage: false).keys.count == 1)
    #expect(try store.known(of: ["a.xlsx"], withPage: true).keys.isEmpty)
  }
}
