// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Money that can be read in two ways` {
  private static let header: [PlainWorkbook.Cell] = [
    "Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close", "Actual close",
  ]

  private static func deals(_ name: String, _ amounts: [Double], from first: Int = 1) -> PlainWorkbook.Sheet {
    PlainWorkbook.Sheet(
      name,
      [header]
        + amounts.enumerated().map { index, amount in
          let isWon = index == 0
          return [
            .text("D\(index + first)"), .text("Acme \(index + first)"), .text("Deal \(index + first)"), "Ann",
            .number(amount), .text(isWon ? "Closed Won" : "Proposal"), .date(46_300), isWon ? .date(46_300) : nil,
          ]
        })
  }

  private func figure(_ key: String, _ sheets: [PlainWorkbook.Sheet]) throws -> (value: CellValue?, notes: [String]) {
    let book = try NamedBook(sheets)
    let page = try SalesReport(book.adopted, file: "team.xlsx").page
    return (page.figures.first { $0.key == key }?.value, page.notes)
  }

  private func isNumber(_ value: CellValue?) -> Bool {
    if case .number? = value { true } else { false }
  }

  @Test(arguments: [
    ["Sep", "Oct", "Nov"], ["2026-09", "2026-10", "2026-11"], ["KW44", "KW45", "KW46"], ["9月", "10月", "11月"],
    ["Nov 2025", "Feb 2026", "Mar 2026"],
  ])
  func `in states of one list is that of the last`(tabs: [String]) throws {
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
      let sheets = order.map { Self.deals(tabs[$0], [1000 * Double($0 + 1), 50_000, 60_000, 70_000, 80_000]) }
      #expect(try figure("won", sheets).value == .number(3000))
    }
  }

  @Test func `of months in an unknown year is that of the larger list`() throws {
    let sheets = [Self.deals("Dec", [1000, 2, 3, 4, 5, 6]), Self.deals("Jan", [2000, 2, 3, 4, 5])]
    #expect(try figure("won", sheets).value == .number(1000))
  }

  @Test func `of a tab that names its currency is not added to that of one that names none`() throws {
    let found = try figure(
      "won", [Self.deals("Deals", [1000, 500, 700]), Self.deals("Deals USD", [2000, 900, 800], from: 4)])
    #expect(!isNumber(found.value))
  }

  @Test func `under a header in another currency than its rows say is in no figure`() throws {
    var sheet = Self.deals("Deals", [1000, 500, 700])
    sheet.rows[0][4] = "Amount (EUR)"
    for row in sheet.rows.indices { sheet.rows[row].append(row == 0 ? "Currency" : "USD") }
    #expect(try !isNumber(figure("won", [sheet]).value))
    for row in sheet.rows.indices.dropFirst() { sheet.rows[row][8] = "EUR" }
    #expect(try figure("won", [sheet]).value == .number(1000))
  }

  @Test func `under a row of units and hints counts in that unit`() throws {
    var sheet = Self.deals("商機", [1000, 500, 700])
    sheet.rows[0] = ["商機編號", "客戶", "商機名稱", "業務", "金額", "階段", "預計成交日", "實際成交日"]
    sheet.rows.insert([nil, nil, nil, nil, "(千元)", nil, "(年/月/日)", nil], at: 1)
    let book = try NamedBook([sheet])
    #expect(book.adopted.team.sheet("de")?.rows.dataCount == 3)
    #expect(book.adopted.team.sheet("de")?.column("amount")?.moneyScale == 1000)
  }

  @Test func `of owners whose names are patterns is added up for nobody`() throws {
    var sheet = Self.deals("Deals", [1000, 500, 700, 800])
    for row in 1...4 { sheet.rows[row][3] = .text(row % 2 == 0 ? "Tom*" : "Tom*2") }
    let targets = PlainWorkbook.Sheet(
      "Targets",
      [
        ["Owner", "Period start", "Period end", "Target"], ["Tom*", .date(46_023), .date(46_387), 5000],
        ["Tom*2", .date(46_023), .date(46_387), 4000],
      ])
    let book = try NamedBook([targets, sheet])
    let page = try SalesReport(book.adopted, file: "team.xlsx").page
    #expect(page.figures.first { $0.key == "won" }?.value == .number(1000))
    #expect(!page.sections.contains { $0.id == "R3" })
    #expect(book.adopted.team.sheet("de")?.unfiguredRows == 0)
    #expect(book.adopted.values(of: ColumnID(sheet: "tg", key: "won")) == nil)
  }

  @Test func `of renewals beyond the period is named`() throws {
    let renewals = PlainWorkbook.Sheet(
      "Renewals",
      [
        [
          "Renewal ID", "Account", "Period start", "Period end", "Opening recurring", "Expansion", "Contraction",
          "Churn", "Expiry date", "Renewal status",
        ],
        ["R1", "a", .date(46_037), .date(46_401), 5000, 2000, 0, 0, .date(46_401), "Not started"],
        ["R2", "b", .date(46_037), .date(46_387), 6000, 0, 500, 0, .date(46_387), "Not started"],
        ["R3", "c", .date(46_037), .date(46_387), 7000, 0, 0, 0, .date(46_387), "Not started"],
      ])
    let found = try figure("renewals", [renewals])
    #expect(found.notes.contains { $0.contains("Net retention leaves out 1 renewal") })
  }
}
