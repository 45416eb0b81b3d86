// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `Rules and rates` {
  @Test func `deal out the next target as the method does, and by other rules under the same caps`() throws {
    let book = try PlayedBook.golden()
    let rules = try #require(book.table.targetRules())
    let method = try #require(rules.results.first { $0.rule == .method && $0.shares.count == 3 })
    #expect(method.shares.map(\.next) == [3_300_000, 1_100_000, 550_000] && method.pool == 50_000)
    for result in rules.results where result.rule != .proposed {
      for share in result.shares {
        #expect(share.next <= share.target * 1.1 + 0.005 && share.next >= share.target * 0.85 - 0.005)
      }
    }
    let other = try #require(try book.play("settings.NextTeamTarget=4500000").targetRules())
    let dealt = try #require(other.results.first { $0.rule == .method && $0.shares.count == 3 })
    #expect(dealt.shares.map(\.next) == [3_220_000, 850_000, 430_000] && dealt.pool == 0)
  }

  @Test func `that came true are a scenario only where there are enough deals`() throws {
    let book = try PlayedBook.golden()
    #expect(Calibration(book.table)?.changes == [])
    // Thirty closed deals from negotiation, eighteen of them won.
    var rows: [[PlainWorkbook.Cell]] = []
    for number in 1...30 {
      let isWon = number <= 18
      rows.append([
        .text("D\(100 + number)"), "A1", "deal", .text(isWon ? "Won" : "Lost"), .number(100_000),
        .date(46_000), isWon ? .date(46_000) : .blank, isWon ? .blank : "Negotiation & signing",
      ])
    }
    let sheet = DealSheet(
      headers: [
        "Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Actual close",
        "Stage before loss",
      ], rows)
    let closed = try SandTable(sheet.analysis())
    let calibration = try #require(Calibration(closed))
    let last = try #require(calibration.stages.last)
    #expect(last.closed == 30 && last.won == 18 && last.rate == 0.6 && last.isEnough)
    #expect(last.low == 0.4232 && last.high == 0.7541)
    // 18 of 30 at 0.8: (18 × 0.04 + 12 × 0.64) / 30.
    #expect(last.brier == 0.28)
    #expect(calibration.changes.last == "stages.Negotiation & signing.conv=0.6")
    let scenario = try #require(calibration.scenario(named: "true"))
    #expect(try closed.play(scenario).changes.count == calibration.changes.count)
  }

  /// An export says which deals are lost, and not at which stage: no later stage was won by all that reached it.
  @Test func `are known of the first stage alone where nothing says at which stage deals were lost`() throws {
    let rows = (1...30).map { number -> [PlainWorkbook.Cell] in
      let isWon = number <= 18
      return [
        .text("D\(100 + number)"), "A1", "deal", .text(isWon ? "Won" : "Lost"), .number(100_000), .date(46_000),
        isWon ? .date(46_000) : .blank,
      ]
    }
    let sheet = DealSheet(
      headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Actual close"],
      rows)
    let calibration = try #require(Calibration(SandTable(sheet.analysis())))
    #expect(calibration.changes.isEmpty)
    let known = calibration.stages.filter { $0.closed > 0 }
    #expect(known.last?.closed == 30 && known.last?.rate == 0.6 && known.last?.passed == nil)
    #expect(calibration.stages.last?.rate == nil && calibration.stages.last?.closed == 0)
  }

  /// Deals that left the first stage; the first fifteen left the second one too, and the first twelve were won.
  private func seen(_ count: Int) -> SeenDeals {
    var seen = SeenDeals()
    (seen.workbooks, seen.first, seen.last) = (2, "2025-01-31", "2025-06-30")
    for number in 0..<count {
      var stages = [SeenDeals.Stage(number: 2, label: "驗證商機", stated: 0.2)]
      if number < 15 { stages.append(.init(number: 3, label: "Pre-bid guidance", stated: nil)) }
      seen.deals.append(.init(stages: stages, isWon: number < 12))
    }
    return seen
  }

  @Test func `of a history are a scenario for each stage that twenty closed deals have left`() throws {
    let book = try PlayedBook.golden()
    var history = seen(24)
    history.deals.append(.init(stages: [.init(number: 3, label: "Onboarding", stated: 0.5)], isWon: true))
    let calibration = try #require(Calibration(book.table, history: history))
    #expect(calibration.changes == ["stages.驗證商機.conv=0.625"])
    let (first, second) = (calibration.stages[0], calibration.stages[1])
    #expect(first.closed == 24 && first.won == 12 && first.rate == 0.5 && first.low == 0.3143 && first.high == 0.6857)
    #expect(first.passed == 0.625 && first.passedLow == 0.4271 && first.passedHigh == 0.7884)
    // Twelve of each at 0.2: (12 × 0.64 + 12 × 0.04) / 24.
    #expect(first.brier == 0.34)
    #expect(second.closed == 15 && second.passed == 0.8 && second.brier == nil && !second.isEnough)
    #expect(calibration.seen?.deals.count == 24 && calibration.seen?.leftOut == 1)
    // The rates are those of the scenario and change nothing else.
    let page = OutcomePage(book.table, file: "", language: .english)
    let scenario = try #require(calibration.scenario(named: page.name(of: calibration)))
    #expect(scenario.name == "Rates from the history")
    let played = try book.table.play(scenario)
    #expect(played.after == (try book.play("stages.驗證商機.conv=0.625").after))
    #expect(played.after != book.table.before)
    let message = page.sections(calibration)[0].message
    #expect(message.hasPrefix("1 of 4 stages have the 20 closed deals that a rate needs; "))
    #expect(message.contains("24 deals of 2 workbooks closed between the runs of 2025-01-31 and 2025-06-30; 1 more"))
  }

  @Test(arguments: [
    (Language.traditionalChinese, "不提出情境：已結商機最多的階段只有 19 筆，須 20 筆"),
    (.simplifiedChinese, "不提出情景：已结商机最多的阶段只有 19 笔，须 20 笔"),
    (.english, "no scenario is offered: a rate needs 20 closed deals, and no stage has more than 19"),
  ])
  func `of a history with fewer are refused, and it is said how many there are`(_ language: Language, _ reason: String)
    throws
  {
    let book = try PlayedBook.golden()
    let calibration = try #require(Calibration(book.table, history: seen(19)))
    #expect(calibration.changes == [] && calibration.scenario(named: "") == nil)
    #expect(OutcomePage(book.table, file: "", language: language).conclusion(calibration).hasPrefix(reason))
  }
}
