// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Reports that are told when asked for` {
  private static func analysis(_ name: String) throws -> Analysis {
    let day = SerialDate(year: 2025, month: 6, day: 30)
    return try Analysis(
      Workbook(OwnWorkbooks.bytes(name)), playbook: .builtIn, options: ReadOptions(asOf: day, today: nil))
  }

  private static func section(_ id: String, language: Language? = nil) throws -> ReportPage.Section {
    let page = try SalesReport(analysis("golden/inputs_hant.xlsx"), file: "a.xlsx", language: language, only: [id]).page
    #expect(page.figures.isEmpty && page.sections.map(\.id) == [id], "\(id)")
    return try #require(page.sections.first)
  }

  private static func number(_ value: CellValue) -> Double? {
    if case .number(let number) = value { number } else { nil }
  }

  private static func sum(_ section: ReportPage.Section, _ key: String) -> Double {
    let place = section.columns.firstIndex { $0.key == key } ?? 0
    return section.rows.reduce(0) { $0 + (number($1[place]) ?? 0) }
  }

  @Test func `margins tell what each stage needs, holds and may lose`() throws {
    let section = try Self.section("R2")
    let last = try #require(section.rows.last)
    #expect(last[1] == .number(5_625_000) && last[2] == .number(2_450_000) && last[3] == .number(-3_175_000))
    let analysis = try Self.analysis("golden/inputs_hant.xlsx")
    let deals = try #require(analysis.team.sheet("de"))
    let risk = (0..<deals.rows.count).reduce(0.0) { sum, row in
      let open = analysis.value(of: ColumnID(sheet: "de", key: "is_open"), at: row)
      let margin = analysis.value(of: ColumnID(sheet: "de", key: "risk_margin"), at: row)
      return sum + (open == .number(1) ? Self.number(margin) ?? 0 : 0)
    }
    #expect(abs(Self.sum(section, "risk_margin") - risk) < 0.05)
  }

  @Test func `accounts sum up to what the dashboard says is overdue`() throws {
    let analysis = try Self.analysis("golden/inputs_hant.xlsx")
    let figures = HeadlineFigures(analysis)
    let section = try Self.section("R16")
    #expect(Self.sum(section, "overdue") == figures.values[.overdue])
    let report = try SalesReport(analysis, file: "a.xlsx").page
    for figure in report.figures {
      guard let key = HeadlineFigures.Key(rawValue: figure.key), let number = Self.number(figure.value) else {
        continue
      }
      #expect(figures.values[key] == number, "\(figure.key)")
    }
    #expect(figures.start == "2025-01-01" && figures.end == "2025-12-31")
  }

  @Test func `what is left out says why`() throws {
    let figures = try HeadlineFigures(Self.analysis("deals_hans.xlsx"))
    #expect(figures.values[.overdue] == nil)
    #expect(figures.reasons[.overdue]?.contains("回款") == true)
  }

  @Test func `lists of work name the cell of each row, and what is late is before the day`() throws {
    let list = WorkList(try Self.analysis("golden/golden_hant.xlsx"))
    let item = try #require(list.items.first { $0.id == "PL002" })
    #expect(item.place.text == "計劃!J3" && item.date == "2025-06-15" && list.isLate(item) && !list.isThisWeek(item))
    #expect(list.items.contains { $0.kind == .money && $0.id == "Y011" && $0.amount == 66666.67 })
    #expect(!list.items.contains { $0.kind == .money && $0.day.map { $0 > (list.asOf ?? 0) + 7 } == true })
  }

  @Test func `fairness has the fast-ox index of at least three owners`() throws {
    let section = try Self.section("R12", language: .english)
    #expect(section.message.contains("no fast-ox index"))
    let flagged = section.rows.filter { $0.last == .text("!") }
    #expect(flagged.count == 1 && flagged.first?[4] == .number(1.16))
  }

  @Test(arguments: Language.allCases, ["R2", "R11", "R12", "R16", "R17", "R18"])
  func `each has rows as wide as its header in each language`(_ language: Language, _ id: String) throws {
    let section = try Self.section(id, language: language)
    #expect(!section.rows.isEmpty && section.rows.allSatisfy { $0.count == section.columns.count })
  }
}
