// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Nightly

@Suite struct `Pages of a night` {
  static func analysis(_ name: String) throws -> Analysis {
    // All deals of that workbook close in 2026.
    let day = SerialDate(year: name == "deals_hans.xlsx" ? 2026 : 2025, month: 6, day: 30)
    return try Analysis(
      Workbook(OwnWorkbooks.bytes(name)), playbook: .builtIn, options: ReadOptions(asOf: day, today: nil))
  }

  /// One of our own workbooks as a night sees it.
  static func seen(_ name: String, as path: String, language: Language? = nil) throws -> FileResult {
    let seen = try Observation(analysis(name), language: language)
    let hash = SHA256.hex(seen.json + Array(path.utf8))
    return FileResult(path: path, outcome: .checked, sha256: hash, key: hash, observation: seen)
  }

  static func made(_ path: String, _ change: (inout Observation) -> Void) -> FileResult {
    var book = FileResult.book(path)
    if var seen = book.observation {
      change(&seen)
      book.observation = seen
    }
    book.key = SHA256.hex(book.observation?.json ?? [])
    book.sha256 = book.key
    return book
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Figures

  @Test func `what a run keeps is what the report tells`() throws {
    let analysis = try Self.analysis("golden/golden_hant.xlsx")
    let seen = Observation(analysis)
    let report = try SalesReport(analysis, file: "a.xlsx").page
    var compared = 0
    for figure in report.figures {
      guard let key = HeadlineFigures.Key(rawValue: figure.key), case .number(let number) = figure.value else {
        continue
      }
      #expect(seen.headline[key] == number, "\(figure.key)")
      compared += 1
    }
    #expect(compared >= 7)
    #expect(seen.headline.overdue == 336_666.67 && seen.headline.won == 950_000)
    // Reading gives back what was written.
    #expect(Observation(json: seen.json) == seen)
    let lines = AccountLines(analysis).lines
    #expect(seen.accounts.map(\.overdue) == lines.map(\.overdue) && !lines.isEmpty)
    #expect(seen.accounts.reduce(0) { $0 + ($1.overdue ?? 0) } == seen.headline.overdue)
  }

  @Test(arguments: ["golden/golden_hant.xlsx", "messy_en.xlsx", "deals_hans.xlsx"])
  func `a page has every report of the workbook, as its own report shows it`(_ name: String) throws {
    let analysis = try Self.analysis(name)
    let seen = Observation(analysis, language: .english)
    let report = try SalesReport(analysis, file: "a.xlsx", language: .english).page
    let told = seen.reports.filter { !$0.isLeftOut }
    #expect(told.map(\.id) == report.sections.map(\.id) && !told.isEmpty)
    // Those of the dashboard are there or say why not.
    #expect(Set(seen.reports.map(\.id)) == Set(SalesReport.ids))
    #expect(Observation(json: seen.json)?.reports == seen.reports)
    let night = try Nights().run("2025-06-30", Self.seen(name, as: "a.xlsx", language: .english))
    let page = Self.text(try #require(try night.html(.english).first { $0.name.hasPrefix("book-") }).bytes)
    func tiles(_ html: String) -> String {
      String(html.components(separatedBy: "<div class=\"tiles\">").dropFirst().first?.prefix { $0 != "\u{1}" } ?? "")
        .components(separatedBy: "</section>\n</div>")[0]
    }
    #expect(tiles(page) == tiles(report.html()) && tiles(page).contains("<section"))
    for report in seen.reports where report.isLeftOut { #expect(page.contains(report.message), "\(report.id)") }
    // Without a target nothing is needed, and nobody is compared with one.
    let hasTarget = seen.headline.target != nil
    #expect(hasTarget == name.contains("golden"))
    for title in ["Needed", "Expected/target"] { #expect(page.contains(">\(title)</th>") == hasTarget, "\(title)") }
    // What is over is no stage of the funnel.
    guard told.contains(where: { $0.id == "R1" }) else { return }
    let tables = page.components(separatedBy: "<caption>R1 Funnel</caption>")
    try #require(tables.count == 2)
    let funnel = tables[1].components(separatedBy: "</table>")[0]
    for label in ["贏單", "輸單", "擱置", "Won", "Lost", "On hold"] { #expect(!funnel.contains(">\(label)<"), "\(label)") }
  }

  @Test func `cards and short columns break no figure, day or place`() throws {
    let pages = try Nights().run("2025-06-30", Self.seen("golden/golden_hant.xlsx", as: "a.xlsx")).html(
      .traditionalChinese)
    for page in pages {
      let text = Self.text(page.bytes)
      #expect(text.contains("overflow-wrap:normal") && text.contains(".k{white-space:nowrap}"))
      let body = text.components(separatedBy: "<body>")[1]
      // Amounts on cards are short, and days in them whole.
      for card in body.matches(of: /<dd><b>([^<]*)</) {
        #expect(!card.output.1.contains(/[0-9],[0-9]{3}/), "\(page.name) \(card.output.1)")
      }
      #expect(!body.contains(/>[^<]*[0-9]{4}-[0-9]{2}-[0-9]{2}[^<]*<\/(b|small|h1|h2|p)>/), "\(page.name)")
    }
    let owner = try #require(pages.first { $0.name.hasPrefix("owner-") })
    #expect(Self.text(owner.bytes).contains("<td class=\"k\" data-l=\"儲存格\">"))
  }

  @Test func `what a night says about a cell has the header on the sheet`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", Self.seen("messy_en.xlsx", as: "a.xlsx"))
    var book = try Self.seen("messy_en.xlsx", as: "a.xlsx")
    let seen = try #require(book.observation)
    let headers = Dictionary(grouping: seen.findings.filter { !$0.column.isEmpty }, by: \.column)
    // The team calls its columns differently from the method.
    #expect(
      headers["amount"]?.first?.header == "Deal value" && headers["expected_close"]?.first?.header == "Close date")
    #expect(seen.findings.allSatisfy { $0.column.isEmpty || $0.header != nil })
    // So has what rules about changes find.
    let watch = try #require(seen.watches.firstIndex { $0.column == "amount" && $0.rows.contains { $0.number != nil } })
    let row = try #require(seen.watches[watch].rows.firstIndex { $0.number != nil })
    book.observation?.watches[watch].rows[row].number = 9e9
    book.key += "x"
    book.sha256 = book.key
    let night = try nights.run("2025-06-30", book)
    let changed = try #require(night.findings.of("a.xlsx").first { $0.state == .new })
    #expect(changed.finding.header == "Deal value" && changed.finding.column == "amount")
    var told: Set<String> = []
    _ = try History(nights.history).visit(.init(row: changed.finding.rowId)) { item in
      if case .event(let event) = item, event.column == "amount" { told.insert(event.header ?? "") }
    }
    #expect(told == ["Deal value"])
  }

  @Test func `causes and their counts are those of check`() throws {
    for name in [
      "golden/golden_hant.xlsx", "messy_hant.xlsx", "golden/faulty_hant.xlsx", "golden/team_messy_hant.xlsx",
    ] {
      let analysis = try Self.analysis(name)
      let checked = FindingCauses(analysis)
      let night = try Nights().run("2025-06-30", Self.seen(name, as: "a.xlsx"))
      let groups = CauseGroups(night.findings.of("a.xlsx"), causes: night.books.first { _ in true }?.seen.causes ?? [])
      let rules = analysis.team.playbook.rules
      let words = CauseSentence(
        analysis, checked, writer: FindingWriter(analysis.team), language: analysis.team.messageLanguage)
      let expected = checked.causes.map { cause in
        let example = words.example(of: cause)
        return "\(rules[cause.rule].id) \(cause.count) \(cause.following) "
          + example.message + words.ending(of: cause, example)
      }
      #expect(
        groups.groups.map { "\($0.rule) \($0.count) \($0.following) \($0.sentence)" }.sorted() == expected.sorted(),
        "\(name)")
      #expect(groups.total == checked.total, "\(name)")
    }
  }

  @Test func `figures of two currencies or periods are never added`() throws {
    func book(_ path: String, _ currency: String, _ year: Int, _ won: Double, chance: Double = 0.5) -> FileResult {
      Self.made(path) { seen in
        seen.currency = currency
        seen.headline.start = "\(year)-01-01"
        seen.headline.end = "\(year)-12-31"
        seen.headline.won = won
        seen.headline.target = 2 * won
        seen.headline.chance = chance
      }
    }
    let night = try Nights().run(
      "2025-06-30", book("a.xlsx", "USD", 2025, 1000), book("b.xlsx", "CNY", 2025, 7000),
      book("c.xlsx", "USD", 2025, 500, chance: 0.9), book("d.xlsx", "USD", 2026, 30))
    let index = try night.index()
    let period = "<span class=\"k\">2025-01-01</span> – <span class=\"k\">2025-12-31</span>"
    #expect(index.contains("<h3>2 workbooks · period \(period) · in USD</h3>"))
    #expect(index.contains("<dt>Won</dt><dd><b>1.5k</b>") || index.contains("<dt>Won</dt><dd><b>2k</b>"))
    // Probabilities can't be added, so the page counts the workbooks that reach their confidence.
    #expect(index.contains("<dt>Workbooks likely to reach target</dt><dd><b>1 of 2</b>"))
    for sum in ["8k", "8.5k", "8530", "1530"] { #expect(!index.contains("<b>\(sum)</b>"), "\(sum)") }
  }

  @Test func `what some workbooks have won is no share of what others want to win`() throws {
    func book(_ path: String, target: Double?) -> FileResult {
      Self.made(path) { seen in
        seen.currency = "USD"
        seen.headline.start = "2025-01-01"
        seen.headline.end = "2025-12-31"
        seen.headline.won = 1000
        seen.headline.target = target
      }
    }
    let both = try Nights().run("2025-06-30", book("a.xlsx", target: 4000), book("b.xlsx", target: 1000)).index()
    #expect(both.contains("40% of target"))
    let one = try Nights().run("2025-06-30", book("a.xlsx", target: 4000), book("b.xlsx", target: nil)).index()
    #expect(!one.contains("% of target"))
  }

  @Test func `two tables with one caption are two regions, and lists of cells may break`() {
    var page = HTMLPage("x", PageWords(language: .english), .book)
    page.table("Nights", ["a"], [["1"]])
    page.table("Nights", ["a"], [["2"]])
    #expect(page.body.contains("aria-label=\"Nights\"") && page.body.contains("aria-label=\"Nights 2\""))
    #expect(Markup.areas("A<B!A1:A3,C4") == "A&lt;B!A1:A3,<wbr>C4")
  }

  @Test func `amounts in another unit are not shown as if they were plain ones`() throws {
    let seen = try Observation(Self.analysis("golden/team_messy_hant.xlsx"))
    #expect(seen.deals.count > 3 && seen.deals.allSatisfy { $0.amount == nil })
    #expect(seen.accounts.allSatisfy { $0.open == nil || $0.open == 0 })
  }

  @Test func `what could not be checked leads the page, and a workbook of something else does not`() throws {
    var stranger = FileResult.book("b.xlsx")
    stranger.observation?.isStranger = true
    stranger.key = "other"
    let index = try Nights().run("2025-06-30", .book("a.xlsx"), stranger, .unreadable("c.xlsx")).index()
    let parts = index.components(separatedBy: "id=\"books\"")
    #expect(parts.count == 2 && parts[0].contains("Not checked (1)") && parts[0].contains("c.xlsx"))
    #expect(
      !parts[0].contains("b.xlsx")
        && parts[1].contains("<summary>Files that are gone or are not team workbooks (1)</summary>"))
  }

  @Test func `what cannot be computed says why`() throws {
    let night = try Nights().run("2025-06-30", Self.seen("deals_hans.xlsx", as: "a.xlsx"))
    let index = try night.index(.simplifiedChinese)
    #expect(index.contains("算不出来的："))
    #expect(!index.contains("<dt>逾期未收</dt>"))
  }

  // MARK: From night to night

  @Test(arguments: Language.allCases)
  func `pages have a language, landmarks, headings in order, headers of tables and links that lead somewhere`(
    _ language: Language
  ) throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", Self.seen("golden/inputs_hant.xlsx", as: "甲 & 乙/a.xlsx", language: language))
    let night = try nights.run(
      "2025-06-30", Self.seen("golden/golden_hant.xlsx", as: "甲 & 乙/a.xlsx", language: language),
      Self.seen("messy_en.xlsx", as: "b.xlsx", language: language), .unreadable("c.xlsx"))
    let pages = try night.html(language)
    let names = Set(pages.map(\.name))
    #expect(names.count == pages.count && names.contains("index.html"))
    #expect(names.contains { $0.hasPrefix("owner-") } && names.contains { $0.hasPrefix("account-") })
    for page in pages {
      let text = Self.text(page.bytes)
      #expect(text.contains("<html lang=\"\(language.rawValue)\">") && text.contains("default-src 'none'"))
      #expect(!text.contains("<script") && !text.contains("javascript:") && !text.contains(" onclick"))
      for landmark in ["<header>", "<main id=\"main\">", "class=\"skip\" href=\"#main\""] {
        #expect(text.contains(landmark), "\(page.name) \(landmark)")
      }
      let headings = text.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
      #expect(headings.first == 1 && headings.filter { $0 == 1 }.count == 1, "\(page.name)")
      #expect(zip(headings, headings.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(page.name) \(headings)")
      let ids = text.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "\(page.name)")
      for link in text.matches(of: /href="([^"]+)"/).map({ String($0.output.1) }) {
        #expect(
          link.hasPrefix("#") ? ids.contains(String(link.dropFirst())) : names.contains(link), "\(page.name) \(link)")
      }
      for label in text.matches(of: #/ for="([^"]+)"/#).map({ String($0.output.1) }) { #expect(ids.contains(label)) }
      // Each table has headers for its columns and rows.
      for table in text.components(separatedBy: "<table").dropFirst() {
        let own = table.prefix { $0 != "\u{1}" }.components(separatedBy: "</table>")[0]
        #expect(own.contains("<th scope=\"col\"") && own.contains("<th scope=\"row\"") && own.contains("<caption>"))
      }
      for tag in ["details", "table", "section", "dl", "ul", "svg", "fieldset", "span", "small"] {
        let opened = text.matches(of: try Regex("<\(tag)[ >]")).count
        #expect(opened == text.components(separatedBy: "</\(tag)>").count - 1, "\(page.name) \(tag)")
      }
    }
  }

  @Test func `rows name their cell, and lead to the annotated copy where there is one`() throws {
    let night = try Nights().run("2025-06-30", Self.seen("golden/golden_hant.xlsx", as: "甲/a b.xlsx"))
    var pages: [String: String] = [:]
    try night.forEachPage(.traditionalChinese, copies: "../copies") { (name, bytes) throws(NightlyError) in
      pages[name] = Self.text(bytes)
    }
    let owner = try #require(pages[PageLinks.owner("王強", in: "甲/a b.xlsx")])
    #expect(owner.contains("<a href=\"../copies/%E7%94%B2/a%20b.xlsx\">計劃!J3</a>"))
    let account = try #require(pages[PageLinks.account("A001", in: "甲/a b.xlsx")])
    #expect(account.contains("陝西電信") && account.contains("拜訪!A3") && account.contains("回款!A3"))
    #expect(!account.contains("秦嶺設計院"))
  }

  @Test func `a page that there is no room for is linked from nowhere`() throws {
    // Each page of an account is about as long as a page may be, so that only some have room.
    let book = Self.made("a.xlsx") { seen in
      seen.accounts = (1...40).map { number in
        Account(
          id: "A\(number)", name: "Account \(number)", owner: number > 20 ? "Li" : "Wu", deals: 1, open: 1,
          visits: (1...2000).map {
            Visit(
              date: "2025-06-01", visitor: "Li", topic: String(repeating: "The topic of visit \($0) ", count: 30),
              result: "\($0)", next: "", nextDate: "")
          })
      }
      seen.work = (1...40).map {
        Work(kind: "step", date: "2025-06-20", isLate: true, id: "D\($0)", what: "Call", owner: "Li", account: "A\($0)")
      }
    }
    let pages = try Nights().run("2025-06-30", book).html(.english)
    let names = Set(pages.map(\.name))
    let accounts = names.filter { $0.hasPrefix("account-") }.count
    #expect((2..<40).contains(accounts))
    let owner = Self.text(try #require(pages.first { $0.name == PageLinks.owner("Li", in: "a.xlsx") }).bytes)
    #expect(
      owner.contains(">A1 Account 1</a>") && owner.contains("A40 Account 40") && !owner.contains(">A40 Account 40</a>"))
    for page in pages {
      for link in Self.text(page.bytes).matches(of: /href="([^"#]+)"/) {
        #expect(names.contains(String(link.output.1)), "\(page.name)")
      }
    }
    let page = Array("<li><a href=\"x\">X</a></li><td><a href=\"x\">X &amp; Y</a> <a href=\"y\">Y</a></td>".utf8)
    #expect(Self.text(PageLinks.without(["x"], page)) == "<td>X &amp; Y <a href=\"y\">Y</a></td>")
    #expect(Self.text(PageLinks.without([], page)) == Self.text(page))
  }

  @Test func `an index of two thousand workbooks is no larger than a megabyte`() throws {
    let nights = try Nights()
    let books = (1...2000).map { number in
      Self.made("region-\(number % 40)/team-\(number).xlsx") { seen in
        seen.currency = "CNY"
        seen.headline.won = Double(number) * 1000
        seen.headline.target = 5_000_000
        seen.headline.chance = Double(number % 100) / 100
        seen.headline.overdue = Double(number % 7) * 12345.67
        seen.findings = (0..<4).map { nth in
          .of(
            "DEA-\(100 + (number + nth * 25) % 100)", "D\(number)",
            message: "The amount of the deal is not what its stage needs",
            owner: "Owner \(number)")
        }
        seen.findings += [
          .of("DEA-004", "D\(number)", message: "Amount \(number) is not positive", owner: "Owner \(number)")
        ]
        seen.work = [
          Work(
            kind: "step", date: "2025-06-20", isLate: true, id: "D\(number)", what: "Call the customer",
            owner: "Owner \(number)", account: "A1", place: "Deals!K\(number)")
        ]
      }
    }
    let terms = NightlyRun.Terms(asOf: "2025-06-30", version: "test", waivers: .none, keep: 10)
    let night = try NightlyRun.conclude(RunResults(books), history: nights.history, terms: terms) { _ in 0 }
    let index = try night.index()
    #expect(index.utf8.count < 1_000_000, "\(index.utf8.count)")
    #expect(index.components(separatedBy: "<li class=").count == 2001)
    #expect(index.contains("and 1900 more"))
  }
}
