// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

private let march = Cell.date(46_096)

/// Tables as sales managers keep them: a row for each owner, a column for each month, quarter or year.
@Suite struct `Targets in columns of periods` {
  private func page(_ tab: String, _ rows: [[Cell]], deals: PlainWorkbook.Sheet? = nil) throws -> ReportPage {
    let deals = deals ?? MoneyBook.deals([["Won", 400_000, march], ["Bid submission", 100_000, march]])
    return try MoneyBook(deals, .init(tab, rows)).shownPage()
  }

  private func months(_ heads: [String], _ first: Double = 10_000, _ second: Double = 20_000) -> [[Cell]] {
    [
      ["Rep"] + heads.map { .text($0) }, ["Ann"] + heads.map { _ in .number(first) },
      ["Bob"] + heads.map { _ in .number(second) },
    ]
  }

  @Test(arguments: [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember",
    ],
    (1...12).map { "\($0)月" }, (1...12).map { "2026年\($0)月目标" }, (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" },
    ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
    [
      "Jan-26", "Feb-26", "Mar-26", "Apr-26", "May-26", "Jun-26", "Jul-26", "Aug-26", "Sep-26", "Oct-26", "Nov-26",
      "Dec-26",
    ],
  ])
  func `of months add up to those of the year`(heads: [String]) throws {
    let page = try page("Targets 2026", months(heads))
    #expect(page.number("target") == 360_000, "\(page.told)")
    #expect(
      page.told.contains(
        "Targets are those of “Targets 2026” in columns of periods (B2:M3, 2026-01-01 – 2026-12-31); formulas of the workbook do not read them"
      ), "\(page.told)")
    #expect(!page.told.contains("may hold targets"))
  }

  @Test(arguments: [
    ["Q1", "Q2", "Q3", "Q4"], ["Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"], ["2026Q1", "2026Q2", "2026Q3", "2026Q4"],
    ["第一季度", "第二季度", "第三季度", "第四季度"], ["1. Quartal", "2. Quartal", "3. Quartal", "4. Quartal"],
    ["Q1 Quota", "Q2 Quota", "Q3 Quota", "Q4 Quota"], ["H1", "H2"], ["2026"], ["2025", "2026"],
  ])
  func `of quarters, halves and years too`(heads: [String]) throws {
    let isOfYears = heads[0].allSatisfy(\.isNumber)
    let page = try page(isOfYears ? "Quota" : "Quota FY2026", months(heads))
    #expect(page.number("target") == 30_000 * (isOfYears ? 1 : Double(heads.count)), "\(page.told)")
  }

  @Test func `count once beside their total, in a row or a column`() throws {
    var rows = months(["Q1", "Q2", "Q3", "Q4"])
    for (row, total) in [Cell.text("FY26"), 40_000, 80_000].enumerated() { rows[row].append(total) }
    rows.append(["Total", 30_000, 30_000, 30_000, 30_000, 120_000])
    #expect(try page("Quota", rows).number("target") == 120_000)
  }

  @Test func `give each owner their own`() throws {
    let page = try page("Targets 2026", months(["Q1", "Q2", "Q3", "Q4"]))
    let coverage = try #require(page.sections.first { $0.id == "R3" })
    #expect(Set(coverage.rows.map { $0[0].shownText }).isSuperset(of: ["Ann", "Bob"]))
  }

  @Test func `are of the year in which the deals close, if nothing says another, and the page says so`() throws {
    let page = try page("Targets", months(["Q1", "Q2", "Q3", "Q4"]))
    #expect(page.number("target") == 120_000)
    #expect(page.told.contains("no year is said there, and all deals close in 2026"), "\(page.told)")
  }

  @Test func `are not read where their year is not known`() throws {
    let page = try page(
      "Targets", months(["Q1", "Q2", "Q3", "Q4"]),
      deals: MoneyBook.deals([["Won", 400_000, march], ["Won", 100_000, .date(45_700)]]))
    #expect(page.number("target") == nil)
    #expect(page.told.contains("“Targets” may hold targets, and is not read; no year is said"), "\(page.told)")
  }

  @Test func `are not read where a total says something else`() throws {
    var rows = months(["Q1", "Q2", "Q3", "Q4"])
    for (row, total) in [Cell.text("Total"), 40_000, 90_000].enumerated() { rows[row].append(total) }
    let page = try page("Targets 2026", rows)
    #expect(page.number("target") == nil)
    #expect(page.told.contains("the total in F3 is not the sum of its parts"), "\(page.told)")
  }

  @Test func `are not read where a month stands above two columns`() throws {
    let page = try page("Targets 2026", months(["Jan", "Jan", "Feb", "Feb"]))
    #expect(page.number("target") == nil)
    #expect(page.told.contains("two columns are of the same period (C1)"), "\(page.told)")
  }

  /// What was sold by month looks the same.
  @Test func `are none on a tab that does not say so, or of others than the owners of deals`() throws {
    #expect(try page("Sales 2026", months(["Q1", "Q2", "Q3", "Q4"])).number("target") == nil)
    let others: [[Cell]] = [["Region", "Q1", "Q2"], ["North", 1_000, 2_000], ["South", 3_000, 4_000]]
    #expect(try page("Targets 2026", others).number("target") == nil)
  }

  @Test func `of others than those of the whole period are said to be so`() throws {
    let page = try page("Targets 2026", months(["Jan", "Feb", "Mar"]))
    #expect(page.number("target") == nil)
    #expect(page.note("target").contains("do not add up to the whole period"), "\(page.note("target"))")
  }

  @Test func `in another unit than the deals are no sum`() throws {
    var rows = months(["Q1", "Q2", "Q3", "Q4"], 10, 20)
    rows.insert(["Targets 2026 (in k€)"], at: 0)
    #expect(try page("Targets", rows).number("target") == nil)
  }

  /// A list of names and numbers is no list of people.
  @Test func `are read from a tab of quotas with the names of owners under ‘Owner’`() throws {
    var rows = months(
      (1...12).map {
        "\(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][$0 - 1]) 2026"
      })
    rows[0][0] = "Owner"
    let sheets: [PlainWorkbook.Sheet] = [
      MoneyBook.deals([["Won", 400_000, march], ["Bid submission", 100_000, march]]), .init("Sales quota", rows),
    ]
    let book = try NamedBook(sheets, month: 6)
    #expect(book.adopted.team.sheet("pe") == nil)
    #expect(HeadlineFigures(try book.adopted.forPages()).values[.target] == 360_000)
  }

  @Test func `are named on the dashboard that a fill writes, whose formulas do not read them`() throws {
    let book = MoneyBook(
      MoneyBook.deals([["Won", 400_000, march], ["Bid submission", 100_000, march]]),
      .init("Targets 2026", months(["Q1", "Q2", "Q3", "Q4"])))
    #expect(
      try HeadlineFigures(book.analysis()).gaps.contains(
        "“Targets 2026” has targets in columns of periods, which formulas do not read; dealbook report counts them"))
  }
}

/// Lists of targets that call people by numbers of staff, which only a list of people knows.
@Suite struct `Owners who are called by numbers` {
  private static let people = PlainWorkbook.Sheet(
    "人员", [["工号", "姓名", "部门"], ["S001", "Ann", "华北"], ["S002", "Bob", "华南"]])
  private static let deals = MoneyBook.deals([["Won", 400_000, march], ["Bid submission", 100_000, march]])
  private static func targets(_ header: Cell, _ numbers: [Cell]) -> PlainWorkbook.Sheet {
    .init(
      "Targets",
      [
        [header, "Period start", "Period end", "Target"], [numbers[0], .date(46_023), .date(46_387), 500_000],
        [numbers[1], .date(46_023), .date(46_387), 300_000],
      ])
  }

  @Test(arguments: ["Owner", "工号", "Staff no."])
  func `are known by the list of people`(header: String) throws {
    let page = try MoneyBook(Self.deals, Self.targets(.text(header), ["S001", "S002"]), Self.people).shownPage()
    let coverage = try #require(page.sections.first { $0.id == "R3" }, "\(page.told)")
    #expect(Set(coverage.rows.map { $0[0].shownText }).isSuperset(of: ["Ann", "Bob"]))
    #expect(
      page.told.contains(
        "“\(header)” on “Targets” holds numbers of people, and “人员” says whose they are; formulas of the workbook do not"
      ))
  }

  @Test func `are not known where a number is that of two people`() throws {
    var people = Self.people
    people.rows.append(["S001", "Cai", "华东"])
    let page = try MoneyBook(Self.deals, Self.targets("Owner", ["S001", "S002"]), people).shownPage()
    #expect(!page.sections.contains { $0.id == "R3" })
  }
}
