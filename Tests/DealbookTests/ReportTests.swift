// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A report` {
  static func report(_ new: NewCase = DashboardTests.sample, language: Language? = nil) throws -> ReportPage {
    try SalesReport(new.analysis(), file: "team.xlsx", language: language).page
  }

  @Test func `tells the figures of the dashboard`() throws {
    let page = try Self.report()
    let shown = try DashboardTests.cells(Workbook(DashboardTests.sample.bytes()), 0)
    for (key, cell) in [("target", "A5"), ("won", "I5"), ("commit", "Q5"), ("best", "Y5"), ("overdue", "AO5")] {
      #expect(page.figures.first { $0.key == key }?.value == shown[cell]?.value, "\(key)")
    }
    #expect(Set(page.sections.map(\.id)) == Set(SalesReport.ids))
  }

  @Test func `draws a bar for each row, a full one for the whole`() throws {
    let text = try Self.report().text()
    let line = try #require(text.split(separator: "\n").first { $0.contains("談判簽約") })
    #expect(line.contains("56%  █████████████░░░░░░░░░░░"))
  }

  @Test(arguments: Language.allCases)
  func `speaks the language that is asked for`(_ language: Language) throws {
    let page = try Self.report(language: language)
    #expect(page.language == language.rawValue)
    #expect(page.figures.first?.title == [.english: "Target", .simplifiedChinese: "本期目标"][language] ?? "本期目標")
  }

  @Test func `has no share of what is needed where nothing is`() throws {
    let analysis = try DealSheet("Amount", [100_000, 200_000]).analysis()
    let page = try SalesReport(analysis, file: "team.xlsx", language: .english, only: ["R1"]).page
    let funnel = try #require(page.sections.first { $0.id == "R1" })
    #expect(funnel.columns.map(\.title) == ["Stage", "Reached"])
    #expect(funnel.bar == 1)
  }

  @Test func `tells what is owed by the ages that the dashboard draws`() throws {
    let new = DashboardTests.sample
    let analysis = try new.analysis()
    let page = try SalesReport(analysis, file: "team.xlsx", only: ["R7"]).page
    let ages = try #require(page.sections.first)
    #expect(
      ages.columns.map(\.title) == ["責任人", "未逾期", "1-30天", "31-60天", "61-90天", "超過 90 天", "逾期"])
    func sum(_ key: String) -> Double {
      let place = ages.columns.firstIndex { $0.key == key } ?? 0
      return ages.rows.reduce(0) { $0 + ($1[place].asNumber ?? 0) }
    }
    let figures = HeadlineFigures(analysis)
    #expect(sum("over") == figures.values[.overdue] && sum("over") > 0)
    #expect((2...5).reduce(0) { $0 + sum("b\($1)") } == sum("over"))
    #expect(sum("b1") > 0)
  }

  @Test func `draws a full bar for the whole, and no longer one`() throws {
    // Ann expects far more than her target, and Bob, whose team has no chance, far less.
    let workbook = try DashboardLookTests.Team(target: 0.25).filled()
    let page = try SalesReport(DashboardLookTests.analysis(workbook), file: "team.xlsx").page
    let coverage = try #require(page.sections.first { $0.id == "R3" })
    let bar = try #require(coverage.bar)
    let attain = try #require(coverage.rows.first?[bar].asNumber)
    #expect(attain > 5)
    let line = try #require(page.text().split(separator: "\n").first { $0.contains("Ann") && $0.contains("%") })
    #expect(line.hasSuffix("█▸"))
    let poor = try DashboardLookTests.Team(target: 40).filled()
    let html = try SalesReport(DashboardLookTests.analysis(poor), file: "team.xlsx").page.html()
    let fan = html.components(separatedBy: "aria-label=\"R4 ")[1].components(separatedBy: "</table>")[0]
    let bars = fan.matches(of: /<rect class="soft" x="([0-9.]+)" width="([0-9.]+)"/)
    #expect(bars.count == 3 && bars.allSatisfy { (Double($0.2) ?? 100) + (Double($0.1) ?? 0) < 20 })
    #expect(fan.matches(of: /<rect class="mark"/).count == 3)
  }

  @Test func `names accounts and deals beside their IDs, and marks what calls for attention`() throws {
    let page = try Self.report()
    for id in ["R5", "R13"] {
      let section = try #require(page.sections.first { $0.id == id })
      #expect(section.columns[1].key == "name" && !(section.rows.first?[1].asText ?? "").isEmpty)
    }
    #expect(page.figures.filter(\.isBad).map(\.key) == ["chance", "overdue", "alerts"])
    #expect(page.html().contains("<div class=\"bad\"><dt>逾期未收</dt>"))
    let map = page.html().components(separatedBy: "aria-label=\"R6 ")[1].components(separatedBy: "</table>")[0]
    #expect(map.contains(/<td class="[a-z]+ x"/) && map.contains(/<td class="[a-z]+ g"/))
  }

  @Test func `forecasts the team before its owners`() throws {
    let new = DashboardTests.sample
    let analysis = try new.analysis()
    let page = try SalesReport(analysis, file: "team.xlsx").page
    let fan = try #require(page.sections.first { $0.id == "R4" })
    let figures = HeadlineFigures(analysis)
    let team = fan.rows[0].dropFirst().prefix(3).map(\.asNumber)
    #expect(fan.rows[0][0] == .text("團隊") && fan.rows.count > 2)
    #expect(team == [figures.values[.p10], figures.values[.p50], figures.values[.p90]])
  }

  @Test func `tells the chance of each forecast, and what is owed for each contract`() throws {
    let new = DashboardTests.sample
    let analysis = try new.analysis(new.bytes())
    let page = try SalesReport(analysis, file: "team.xlsx", language: .english).page
    func column(_ key: String, of id: String) throws -> [CellValue] {
      let section = try #require(page.sections.first { $0.id == id })
      let place = try #require(section.columns.firstIndex { $0.key == key })
      return section.rows.map { $0[place] }
    }
    let targets = try #require(analysis.team.sheet("tg"))
    func exact(_ key: String, _ owner: String) throws -> CellValue {
      let row = try #require(
        (0..<targets.rows.count).first {
          analysis.value(of: ColumnID(sheet: "tg", key: "owner"), at: $0) == .text(owner)
        })
      return analysis.value(of: ColumnID(sheet: "tg", key: key), at: row)
    }
    let owners = try column("owner", of: "R4").compactMap(\.asText)
    #expect(owners.count == 3)
    for (place, owner) in owners.enumerated() {
      let (chance, commit) = (try column("chance", of: "R4")[place], try column("commit", of: "R4")[place])
      if place == 0 {
        #expect(chance.asNumber == HeadlineFigures(analysis).values[.chance])
      } else {
        #expect(try chance == exact("p_exact", owner) && commit == exact("commit", owner), "\(owner)")
      }
    }
    let owed = try column("outstanding", of: "R6").compactMap(\.asNumber)
    #expect(owed.count == 2 && owed == owed.sorted(by: >) && owed[1] > 0)
    let due = try column("due", of: "R6").map { $0.asNumber ?? 0 }
    let payments = try #require(analysis.team.sheet("pa"))
    func payment(_ key: String, _ row: Int) -> CellValue {
      analysis.value(of: ColumnID(sheet: "pa", key: key), at: row)
    }
    for (place, name) in try column("name", of: "R6").enumerated() {
      let open = (0..<payments.rows.count).filter {
        name.asText?.hasPrefix("\(payment("contract_id", $0).shownText) ") == true
          && (payment("outstanding", $0).asNumber ?? 0) > 0
      }
      #expect(open.compactMap { payment("due", $0).asNumber }.min() == due[place])
    }
  }

  @Test func `marks what is not done without an alarm, and says how to read its marks`() throws {
    let html = try Self.report(language: .english).html()
    let ticks = html.components(separatedBy: "aria-label=\"R13 ")[1].components(separatedBy: "</table>")[0]
    #expect(ticks.contains(/<td class="m z"[^>]*>✗/) && !ticks.contains(/<td class="m x"/))
    #expect(ticks.contains(/<td class="m c"[^>]*>—/))
    #expect(html.contains("R13 Win checklist · 1 Guide found · 2 Decision system mapped · 3 "))
    #expect(html.contains("R4 Forecast · Bar: P10 to P90; line within: P50; orange line: target"))
    #expect(html.contains("@page{size:A4 landscape") && !html.contains("A4 portrait"))
  }

  @Test func `gives a table that needs more room than a tile the whole page, and a telephone a line for each cell`()
    throws
  {
    for language in Language.allCases {
      let html = try Self.report(language: language).html()
      func section(_ id: String) throws -> Substring {
        let label = try #require(html.range(of: "aria-label=\"\(id) "))
        let start = try #require(html[..<label.lowerBound].range(of: "<section", options: .backwards))
        let end = try #require(html[start.lowerBound...].range(of: "</section>"))
        return html[start.lowerBound..<end.lowerBound]
      }
      let (wide, narrow) = (try section("R13"), try section("R9"))
      #expect(wide.hasPrefix("<section class=\"whole\">") && wide.contains("<table class=\"stack dense\">"))
      #expect(narrow.hasPrefix("<section>") && narrow.contains("<table>") && !narrow.contains("data-l="))
      // Each cell of the cards begins with the title of its column; the name of the row does not need one.
      let cells = wide.matches(of: /<td class="[nm](?: [cghxz])?" data-l="[^"]+">[^<]/).count
      #expect(cells == wide.matches(of: /<td class="[nm](?: [cghxz])?"/).count && cells > 50)
    }
  }

  @Test func `keeps days on one line, but nothing that only looks like one`() throws {
    let html = try Self.report(language: .english).html()
    #expect(html.contains("As of <span class=\"k\">2026-03-31</span> · period <span class=\"k\">2026-01-01</span> – "))
    for text in ["2026-03-311", "12026-03-31", "2026-3-31", "D-2026-03-31", "2026-03-31-1"] {
      #expect(PageLook.keepingWhole(text) == text)
    }
    #expect(PageLook.keepingWhole("(2026-03)") == "(<span class=\"k\">2026-03</span>)")
  }

  @Test func `keeps options of commands on one line`() {
    #expect(
      PageLook.keepingWhole("執行 fill --repair safe --dry-run。")
        == "執行 fill <span class=\"k\">--repair</span> safe <span class=\"k\">--dry-run</span>。")
    for text in ["a -- b", "---", "--1", "x-y", "a---b"] { #expect(PageLook.keepingWhole(text) == text) }
  }

  @Test(arguments: [Language.english, .traditionalChinese], Sweep.cases([80, 60, 120]))
  func `fits the width of a terminal without leaving anything out`(_ language: Language, _ width: Int) throws {
    let new = DashboardTests.sample
    let analysis = try new.analysis()
    let page = try SalesReport(
      analysis, file: "team.xlsx", language: language, only: SalesReport.ids + SalesReport.furtherIDs
    ).page
    func cells(_ text: some StringProtocol) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }
    func letters(_ text: String) -> [Character: Int] {
      Dictionary(text.filter { !" \n█░·".contains($0) }.map { ($0, 1) }, uniquingKeysWith: +)
    }
    let (free, fitted) = (page.text(), page.text(width: width))
    if width < 120 { #expect(free.split(separator: "\n").contains { cells($0) > width }) }
    for line in fitted.split(separator: "\n") { #expect(cells(line) <= width, "\(line)") }
    // Titles of columns are repeated where these stand below their rows, and left out where all are empty; no letter of a cell is lost.
    let (before, after) = (letters(free), letters(fitted))
    let titles = letters(page.sections.flatMap(\.columns).map(\.title).joined())
    for (letter, count) in before {
      #expect(after[letter, default: 0] >= count - titles[letter, default: 0], "\(letter)")
    }
    #expect(page.text(width: 1000) == free)
  }

  private static func deals(named names: [String]) throws -> ReportPage {
    let rows: [[PlainWorkbook.Cell]] = names.enumerated().map { place, name in
      [.text(name), "A1", "Verify opportunity", .date(46_000), .number(Double(place + 1) * 1000)]
    }
    let headers = ["Deal name", "Account ID", "Declared stage", "Expected close", "Amount"]
    return try SalesReport(
      DealSheet(headers: headers, rows).analysis(), file: "team.xlsx", language: .english, only: ["R15"]
    ).page
  }

  @Test func `calls deals by their names where a team keeps no ids`() throws {
    let act = try #require(try Self.deals(named: ["north", "south"]).sections.first)
    #expect(
      act.rows.map { $0.map(\.shownText) }.map { $0.prefix(3) } == [
        ["south", "south", "2000"], ["north", "north", "1000"],
      ])
    // Two of one name could be mistaken for each other.
    let page = try Self.deals(named: ["north", "North"])
    #expect(page.sections.first?.rows.first?.first?.asText?.hasPrefix("row ") == true)
  }

  @Test func `says why amounts in another unit are in no figure`() throws {
    let analysis = try DealSheet("Amount (萬元)", [100, 200]).analysis()
    let page = try SalesReport(analysis, file: "team.xlsx", language: .english, only: ["R1"]).page
    #expect(page.notes.first?.contains("Amount (萬元) is in thousands or more; dealbook fill --repair safe") == true)
  }

  @Test func `takes nothing in a cell for markup`() throws {
    var deals = DashboardTests.deals
    deals[0][6] = .text("<script>alert(1)</script>|*x*")
    let day = SerialDate(year: 2026, month: 3, day: 31)
    let analysis = try Analysis(
      Workbook(DashboardTests.team(deals: deals)), playbook: .builtIn, options: ReadOptions(asOf: day, today: nil))
    let page = try SalesReport(analysis, file: "a&b.xlsx").page
    let html = page.html()
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;") && html.contains("a&amp;b.xlsx"))
    #expect(html.contains("default-src 'none'"))
    #expect(page.markdown().contains("\\<script\\>alert(1)\\</script\\>\\|\\*x\\*"))
  }
}

@Suite struct `The brief of an account` {
  @Test func `is found by id or name, and holds what belongs to it alone`() throws {
    let new = DashboardTests.sample
    let analysis = try new.analysis()
    let page = try #require(AccountBrief(analysis, account: "a001", file: "team.xlsx")?.page)
    let name = try #require(page.title.split(separator: " ").last.map(String.init))
    #expect(AccountBrief(analysis, account: name, file: "team.xlsx")?.page.title == page.title)
    #expect(AccountBrief(analysis, account: "A099", file: "team.xlsx") == nil)
    let deals = try #require(page.sections.first { $0.columns.first?.key == "deal_id" })
    let ids = Set(deals.rows.compactMap { if case .text(let id)? = $0.first { id } else { nil } })
    let all = try #require(analysis.team.sheet("de"))
    for offset in 0..<all.rows.count {
      let account = analysis.value(of: ColumnID(sheet: "de", key: "account_id"), at: offset)
      let open = analysis.value(of: ColumnID(sheet: "de", key: "is_open"), at: offset)
      guard case .text(let id) = analysis.value(of: ColumnID(sheet: "de", key: "deal_id"), at: offset) else { continue }
      #expect(ids.contains(id) == (account == .text("A001") && open == .number(1)), "\(id)")
    }
  }

  @Test func `says how many next steps are overdue, on upright paper`() throws {
    let new = NewCase(language: .english, profile: .full, hasSample: true)
    let analysis = try new.analysis(new.bytes())
    let page = try #require(AccountBrief(analysis, account: "A001", file: "team.xlsx")?.page)
    let steps = try #require(page.sections.first { $0.title == "Next steps" })
    let today = try #require(analysis.team.asOf)
    let late = steps.rows.compactMap { $0[0].asNumber }.filter { $0 < today }.count
    #expect(late > 0 && steps.message == "\(late) overdue")
    #expect(page.html().contains("@page{size:A4 portrait"))
  }

  @Test func `lists no more than three visits, the last one first`() throws {
    let new = DashboardTests.sample
    let analysis = try new.analysis()
    let page = try #require(AccountBrief(analysis, account: "A001", file: "team.xlsx")?.page)
    let visits = try #require(page.sections.first { $0.columns.first?.key == "date" && $0.columns.count > 4 })
    let days = visits.rows.compactMap { if case .number(let day)? = $0.first { day } else { nil } }
    #expect(days.count <= 3 && days == days.sorted(by: >))
  }
}
