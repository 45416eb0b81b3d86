// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `References that are written otherwise` {
  private static let accounts = PlainWorkbook.Sheet(
    "Accounts",
    [
      ["Account ID", "Name", "Industry", "Owner"], ["A1", "Alpha GmbH", "Steel", "Ann"],
      ["A2", "Beta AG", "Steel", "Ann"], ["A3", "Gamma KG", "Food", "Bob"], ["A4", "O'Neil & Co", "Food", "Bob"],
    ])

  private static func deals(_ accounts: [String]) -> PlainWorkbook.Sheet {
    PlainWorkbook.Sheet(
      "Deals",
      [["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close"]]
        + accounts.enumerated().map { index, account in
          [
            .text("D\(index + 1)"), .text(account), .text("x\(index)"), "Ann", .number(Double(1000 * (index + 1))),
            "Proposal", .date(46_376),
          ]
        })
  }

  @Test func `leave the figures of whom they mean blank`() throws {
    let book = try NamedBook([
      Self.accounts, Self.deals(["A1", "A1 ", "A2", "A3", "Gamma", "O’Neil & Co", "A2"]),
    ])
    try book.expect("acc.open_pipe", ["", "10000", "", ""])
    let findings = book.adopted.findings.filter { book.adopted.team.playbook.rules[$0.rule].id == "GEN-004" }
    #expect(findings.compactMap(\.repair) == [.text("A3"), .text("A4")])
  }

  @Test func `by name, leave the figures blank as well`() throws {
    let book = try NamedBook([
      Self.accounts, Self.deals(["Alpha GmbH", "Alpha", "Beta AG", "A3", "Gamma KG", "Beta\u{A0}AG", "O'Neil & Co"]),
    ])
    try book.expect("acc.open_pipe", ["", "", "", "7000"])
  }

  @Test func `are named in the brief`() throws {
    let book = try NamedBook([
      Self.accounts, Self.deals(["Alpha GmbH", "Alpha", "Beta AG", "Beta AG", "Gamma KG"]),
    ])
    #expect(try book.brief("Alpha GmbH")["open"] == .number(1000))
    let notes = try #require(AccountBrief(book.adopted, account: "A1", file: "team.xlsx")).page.notes
    #expect(notes.contains { $0.contains("Deals!B3") || $0.contains("(B3)") })
    let others = try #require(AccountBrief(book.adopted, account: "A2", file: "team.xlsx")).page.notes
    #expect(!others.contains { $0.contains("B3") })
  }

  @Test func `do not say that a contract has no payments`() throws {
    let book = try NamedBook([
      PlainWorkbook.Sheet(
        "合約",
        [
          ["合約編號", "客戶", "合約金額", "簽約日期", "業務"], ["HT-2026-001", "甲", 100_000, .date(46_100), "王"],
          ["HT-2026-002", "乙", 200_000, .date(46_110), "王"], ["HT-2026-003", "丙", 300_000, .date(46_120), "王"],
        ]),
      PlainWorkbook.Sheet(
        "收款",
        [
          ["收款編號", "合約編號", "應收金額", "應收日期", "實收金額", "實收日期"],
          ["P1", "HT-2026-001", 100_000, .date(46_130), 100_000, .date(46_131)],
          ["P2", "HT2026002", 150_000, .date(46_200), 150_000, .date(46_201)],
          ["P3", "HT-2026-001", 5000, .date(46_300), nil, nil],
        ]),
    ])
    try book.expect("co.received", ["100000", "", "0"])
    let told = book.adopted.findings.filter { book.adopted.team.playbook.rules[$0.rule].id == "CON-006" }
    #expect(told.map(\.rowID) == ["HT-2026-003"])
  }

  @Test func `take nothing from an owner of targets`() throws {
    let book = try NamedBook([
      PlainWorkbook.Sheet(
        "Targets",
        [
          ["Owner", "Period start", "Period end", "Target"],
          ["Ann Meyer", .date(46_023), .date(46_387), 5000], ["Bob ", .date(46_023), .date(46_387), 5000],
          ["Chris", .date(46_023), .date(46_387), 5000],
        ]),
      PlainWorkbook.Sheet(
        "Deals",
        [
          ["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close", "Actual close"],
          ["D1", "x", "a", "Ann", 4000, "Proposal", .date(46_376), nil],
          ["D2", "y", "b", "Bob", 6000, "Closed Won", .date(46_200), .date(46_200)],
          ["D3", "z", "c", "Bob", 800, "Closed Lost", .date(46_200), nil],
        ]),
    ])
    try book.expect("tg.won", ["", "", "0"])
  }

  @Test func `in merged cells count for the account in its brief, and nowhere as less`() throws {
    var deals = Self.deals(["A1", "A1", "A2", "A3"])
    deals.rows[2][1] = nil
    deals.merged = ["B2:B3"]
    let book = try NamedBook([Self.accounts, deals])
    try book.expect("acc.open_pipe", ["", "3000", "4000", "0"])
    #expect(try book.brief("A1")["open"] == .number(3000))
  }

  @Test func `to owners in merged cells leave the figures by owner out`() throws {
    var deals = Self.deals(["A1", "A1", "A2", "A3"])
    for row in [2, 3] { deals.rows[row][3] = nil }
    deals.merged = ["D2:D4"]
    let book = try NamedBook([Self.accounts, deals])
    let owner = try #require(book.adopted.team.sheet("de")?.column("owner"))
    #expect(owner.obstacle == .merged("D2:D4"))
  }

  @Test func `in other units of targets are not compared with deals`() throws {
    let targets = PlainWorkbook.Sheet(
      "Targets",
      [
        ["Owner", "Period start", "Period end", "Target"], ["Ann", .date(46_023), .date(46_387), 5],
        ["Bob", .date(46_023), .date(46_387), 9],
      ])
    let book = try NamedBook([targets, Self.deals(["x", "y", "z", "u"])])
    let column = try #require(book.adopted.team.sheet("tg")?.column("target"))
    #expect(column.obstacle == .otherScale(header: "Amount"))
    var larger = targets
    larger.rows[1][3] = 4000
    let other = try NamedBook([larger, Self.deals(["x", "y", "z", "u"])])
    #expect(try #require(other.adopted.team.sheet("tg")?.column("target")).obstacle == nil)
  }
}
