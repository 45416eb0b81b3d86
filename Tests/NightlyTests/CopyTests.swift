// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Testing

@testable import Nightly

@Suite struct `Copies of a workbook in a night` {
  private static func deals(_ amount: Double = 100) -> [Deal] {
    (1...5).map {
      Deal(id: "D-00\($0)", name: "Project \($0)", owner: "Mei", account: "Acme \($0)", stage: "Bid", amount: amount)
    }
  }

  private static func book(
    _ path: String, _ deals: [Deal], won: Double = 1_130_000, modified: Int? = nil
  ) -> FileResult {
    var book = `Pages of a night`.made(path) { seen in
      seen.deals = deals
      seen.headline.won = won
      seen.headline.overdue = 260_000
      seen.payments = [
        Payment(
          id: "Y1", contract: "C1", stage: "Delivery", owner: "Mei", outstanding: 260_000, due: "2026-10-01",
          daysOverdue: 45)
      ]
    }
    book.modified = modified
    return book
  }

  @Test func `count once, whatever they are called`() throws {
    let night = try Nights().run(
      "2026-11-15", Self.book("team.xlsx", Self.deals()), Self.book("team - Copy.xlsx", Self.deals()),
      Self.book("team (Wang).xlsx", Self.deals()), Self.book("other.xlsx", []))
    let index = try night.index()
    #expect(index.contains("<dt>Won</dt><dd><b>2.26M</b>"))
    #expect(night.digest.overdueTotals == ["": 520_000])
    let json = String(decoding: night.json, as: UTF8.self)
    #expect(json.contains("\"file\":\"team - Copy.xlsx\",\"outcome\":\"copy\",\"why\":\"team.xlsx\""))
    #expect(json.contains("\"file\":\"team (Wang).xlsx\",\"outcome\":\"copy\",\"why\":\"team.xlsx\""))
    for language in Language.allCases {
      let words = DigestWords(language: language)
      let text = night.digest.markdown(language)
      #expect(text.contains("## \(words.copies)\n\n- `team (Wang).xlsx` — \(words.copy(of: "`team.xlsx`"))"))
      let page = try night.index(language)
      #expect(page.contains(PageWords(language: language).titled(words.copies, 2)))
    }
  }

  @Test func `of which people edited some rows count once as well, the newest of them`() throws {
    var edited = Self.deals()
    edited[1].amount = 700
    edited[2].name = "Another project"
    let night = try Nights().run(
      "2026-11-15", Self.book("a.xlsx", Self.deals(), modified: 100),
      Self.book("b.xlsx", edited, won: 2_000_000, modified: 300), Self.book("c.xlsx", Self.deals(), modified: 200))
    #expect(try night.index().contains("<dt>Won</dt><dd><b>2M</b>"))
    #expect(night.digest.files.copies.map { "\($0.file) \($0.why)" } == ["a.xlsx b.xlsx", "c.xlsx b.xlsx"])
  }

  @Test func `do not take the place of the workbook that was there before`() throws {
    let nights = try Nights()
    _ = try nights.run("2026-11-14", Self.book("team.xlsx", Self.deals(), won: 1_000_000, modified: 100))
    let night = try nights.run(
      "2026-11-15", Self.book("team.xlsx", Self.deals(), modified: 100),
      Self.book("a.xlsx", Self.deals(), modified: 300))
    #expect(night.digest.files.copies.map { "\($0.file) \($0.why)" } == ["a.xlsx team.xlsx"])
    #expect(try night.index().contains("▲\u{A0}+130k since the last run"))
  }

  @Test func `that hold part of the rows, as one that was handed out, count with the whole`() throws {
    let night = try Nights().run(
      "2026-11-15", Self.book("all.xlsx", Self.deals(), modified: 100),
      Self.book("mei.xlsx", Array(Self.deals().prefix(4)), won: 5, modified: 200))
    #expect(night.digest.files.copies.map { "\($0.file) \($0.why)" } == ["mei.xlsx all.xlsx"])
  }

  @Test func `that hold one row or two of the whole count with it too`() throws {
    let night = try Nights().run(
      "2026-11-15", Self.book("all.xlsx", Self.deals(), modified: 100),
      Self.book("mei.xlsx", Array(Self.deals().suffix(2)), won: 5, modified: 200),
      Self.book("tom.xlsx", Array(Self.deals().prefix(1)), won: 7, modified: 300))
    #expect(night.digest.files.copies.map { "\($0.file) \($0.why)" } == ["mei.xlsx all.xlsx", "tom.xlsx all.xlsx"])
    #expect(try night.index().contains("<dt>Won</dt><dd><b>1.13M</b>"))
  }

  @Test func `are not workbooks with the same IDs of other deals`() throws {
    let others = Self.deals().map {
      Deal(id: $0.id, name: "Plan of \($0.id)", owner: "Tom", account: "Beta", stage: "Bid", amount: 1)
    }
    let night = try Nights().run("2026-11-15", Self.book("a.xlsx", Self.deals()), Self.book("b.xlsx", others))
    #expect(night.digest.files.copies.isEmpty)
    #expect(try night.index().contains("<dt>Won</dt><dd><b>2.26M</b>"))
  }
}

@Suite struct `What has moved since the night before` {
  private static func book(_ path: String, won: Double, _ deals: Deal...) -> FileResult {
    `Pages of a night`.made(path) { seen in
      seen.headline.won = won
      seen.deals = deals
    }
  }

  /// What was won in one year is no loss against the year before.
  @Test(arguments: [["a.xlsx"], ["a.xlsx", "b.xlsx"]])
  func `is nothing where a new period has begun`(files: [String]) throws {
    let nights = try Nights()
    func books(_ year: Int, won: Double) -> [FileResult] {
      files.map { file in
        `Pages of a night`.made(file) { seen in
          seen.headline.start = "\(year)-01-01"
          seen.headline.end = "\(year)-12-31"
          seen.headline.won = won
        }
      }
    }
    _ = try nights.run("2026-12-29", books(2026, won: 90_000))
    let last = try nights.run("2026-12-30", books(2026, won: 120_000)).index()
    #expect(last.contains("▲\u{A0}+\(files.count * 30)k since the last run") && !last.contains("new period"))
    let index = try nights.run("2027-01-02", books(2027, won: 0)).index()
    #expect(!index.contains("since the last run") && index.contains("new period"))
    let next = try nights.run("2027-01-03", books(2027, won: 5_000)).index()
    #expect(next.contains("▲\u{A0}+\(files.count * 5)k since the last run") && !next.contains("new period"))
  }

  @Test func `is the difference of the workbooks that were there both times`() throws {
    let nights = try Nights()
    _ = try nights.run("2026-11-14", Self.book("a.xlsx", won: 1_000_000), Self.book("gone.xlsx", won: 5_000_000))
    let night = try nights.run(
      "2026-11-15", Self.book("a.xlsx", won: 1_200_000), Self.book("b.xlsx", won: 730_000),
      Self.book("c.xlsx", won: 20_000))
    let index = try night.index()
    #expect(index.contains("▲\u{A0}+200k since the last run"))
    #expect(index.contains("2 workbooks more") && index.contains("1 workbook fewer"))
    // The line of the nights before would be that of other workbooks.
    let cards = try #require(index.range(of: "id=\"moved\""))
    #expect(!index[..<cards.lowerBound].contains("<svg class=\"spark\""))
  }

  @Test func `is not what a new playbook reads differently in the same file`() throws {
    let nights = try Nights()
    var first = Self.book("a.xlsx", won: 0, Deal(id: "D1", stage: "Proposal", stageNumber: 4, isOpen: true))
    first.observation?.basis = "one"
    (first.key, first.sha256) = ("1", "same")
    var second = Self.book("a.xlsx", won: 0, Deal(id: "D1", stage: "Closed Won", stageNumber: 6, isWon: true))
    second.observation?.basis = "two"
    (second.key, second.sha256) = ("2", "same")
    _ = try nights.run("2026-11-14", first)
    let night = try nights.run("2026-11-15", second)
    #expect(night.digest.dealsMoved.isEmpty)
    #expect(try night.index().contains(PageWords(language: .english).nothingMoved))
  }

  @Test func `names what was lost or put on hold by itself, with sums and reasons`() throws {
    let nights = try Nights()
    func deal(_ id: String, _ amount: Double, _ stage: String, _ number: Double, _ ending: String? = nil) -> Deal {
      Deal(
        id: id, stage: stage, stageNumber: number, amount: amount, isOpen: ending == nil && number < 6,
        isWon: number == 6, ending: ending, reason: ending == "lost" ? "Price" : nil)
    }
    _ = try nights.run(
      "2026-11-14",
      Self.book(
        "a.xlsx", won: 0, deal("D1", 100_000, "Bid", 4), deal("D2", 600_000, "Bid", 4), deal("D3", 800_000, "Bid", 4),
        deal("D4", 50_000, "Bid", 4)))
    let night = try nights.run(
      "2026-11-15",
      Self.book(
        "a.xlsx", won: 0, deal("D1", 100_000, "Won", 6), deal("D2", 600_000, "Lost", 7, "lost"),
        deal("D3", 800_000, "On hold", 8, "hold"), deal("D4", 50_000, "Lost", 7, "lost")))
    let index = try night.index()
    #expect(index.contains("Forward (1)") && index.contains("Lost (2)") && index.contains("On hold (1)"))
    #expect(index.contains("<dt>Lost</dt><dd><b>650k</b>") && index.contains("<dt>On hold</dt><dd><b>800k</b>"))
    #expect(index.contains("Price"))
    let text = night.digest.markdown(.english)
    #expect(text.contains("## Deals: Lost 650,000") && text.contains("Bid → Lost, Price"))
    #expect(text.contains("## Deals: On hold 800,000"))
    #expect(String(decoding: night.json, as: UTF8.self).contains("\"ending\":\"lost\""))
  }

  @Test func `names deals that are no longer there, those that are new, and amounts that changed`() throws {
    let nights = try Nights()
    let won = Deal(id: "D-006", name: "Tender", amount: 80_000, isWon: true)
    let open = Deal(id: "D-001", name: "Office", amount: 120_000, isOpen: true)
    _ = try nights.run("2026-11-14", Self.book("a.xlsx", won: 0, won, open))
    var changed = open
    changed.amount = 100_000
    let night = try nights.run(
      "2026-11-15", Self.book("a.xlsx", won: 0, changed, Deal(id: "D-007", name: "Plant", amount: 1_000, isOpen: true)))
    let index = try night.index()
    for title in ["Added (1)", "Removed (1)", "Other changes (1)"] { #expect(index.contains(title)) }
    for text in ["D-006 Tender", "D-007 Plant", "120,000", "100,000"] { #expect(index.contains(text)) }
  }

  @Test func `is no move where a label was respelled, and a repair where a text became the day it stood for`() throws {
    let nights = try Nights()
    func finding(_ column: String, _ repair: String) -> ObservedFinding {
      var finding = ObservedFinding.of("GEN-016", "D1")
      (finding.column, finding.repair) = (column, repair)
      return finding
    }
    let before = `Pages of a night`.made("a.xlsx") { seen in
      seen.deals = [Deal(id: "D1", stage: "贏單", close: "2026/6/30", isOpen: false)]
      seen.findings = [finding("stage", "Won"), finding("expected_close", "2026-06-30")]
    }
    _ = try nights.run("2026-11-14", before)
    let night = try nights.run(
      "2026-11-15",
      Self.book("a.xlsx", won: 0, Deal(id: "D1", stage: "Won", stageNumber: 6, close: "2026-06-30", isWon: true)))
    #expect(night.digest.dealsMoved.isEmpty)
    #expect(
      night.digest.markdown(.english).contains("D1 expected close: 2026/6/30 → 2026-06-30 (`a.xlsx`), repaired"))
  }

  @Test func `is never mended where the rule could no longer be asked`() throws {
    let nights = try Nights()
    func book(_ columns: String, _ unasked: String, _ findings: ObservedFinding...) -> FileResult {
      `Pages of a night`.made("a.xlsx") { seen in
        (seen.columns, seen.unasked, seen.findings) = (columns, unasked, findings)
      }
    }
    var coverage = ObservedFinding.of("TGT-004", "T1")
    (coverage.prefix, coverage.column) = ("tg", "coverage")
    var label = ObservedFinding.of("GEN-005", "D1")
    label.column = "stage"
    _ = try nights.run(
      "2026-11-14", book("de.amount de.stage", "DEA-031", coverage, label, .of("DEA-001", "D2"), .of("DEA-031", "D3")))
    let night = try nights.run("2026-11-15", book("de.amount", "DEA-031 TGT-004"))
    #expect(
      Set(night.states) == [
        "a.xlsx TGT-004 T1 no longer asked", "a.xlsx GEN-005 D1 no longer asked", "a.xlsx DEA-001 D2 fixed",
        "a.xlsx DEA-031 D3 fixed",
      ])
  }
}

@Suite struct `What a night says to programs and in the mail` {
  @Test func `a found playbook names the option that accepts it in JSON as well`() throws {
    let nights = try Nights()
    let terms = NightlyRun.Terms(
      asOf: "2026-11-15", version: "test", waivers: .none,
      authorities: [
        Authority(.playbook, Authority.builtIn, sha256: "0a", isInForce: true),
        Authority(.playbook, "share/dealbook.yaml", isInForce: false),
      ], keep: 10)
    let night = try NightlyRun.conclude(RunResults([.book("a.xlsx")]), history: nights.history, terms: terms) { _ in 0 }
    let json = String(decoding: night.json, as: UTF8.self)
    #expect(json.components(separatedBy: "\"acceptedBy\":\"--trust-found\"").count == 2)
    let ignored = try #require(json.range(of: "share/dealbook.yaml"))
    #expect(json[..<ignored.lowerBound].contains("acceptedBy"))
  }

  @Test func `what was fixed by one repair is one line of the digest`() throws {
    let nights = try Nights()
    let findings = (1...40).map { ObservedFinding.of("DEA-012", "D\($0)", row: $0) }
    let book = `Pages of a night`.made("a.xlsx") { $0.findings = findings + [.of("DEA-004", "D1")] }
    _ = try nights.run("2026-11-14", book)
    let night = try nights.run("2026-11-15", .book("a.xlsx"))
    let text = night.digest.markdown(.english)
    let fixed = text.split(separator: "\n").filter { $0.hasPrefix("- **fixed**") }
    #expect(fixed.count == 2)
    #expect(fixed.contains { $0.contains("DEA-012") && $0.contains("and 39 more") })
  }
}
