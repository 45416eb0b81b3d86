// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A sheet that was not made for us` {
  static let headers: [PlainWorkbook.Cell] = ["商机编号", "客户编号", "商机名称", "金额(元)", "阶段", "预计签约日", "负责人"]

  static func deal(_ number: Int) -> [PlainWorkbook.Cell] {
    [.text("D00\(number)"), "A1", .text("项目\(number)"), .number(10_000), "验证商机", .date(46_357), "张三"]
  }

  static func analysis(_ sheets: [PlainWorkbook.Sheet], mark: Bool = false) throws -> Analysis {
    try Analysis(
      Workbook(PlainWorkbook(sheets).bytes()), playbook: .builtIn,
      options: ReadOptions(today: SerialDate(year: 2026, month: 11, day: 28)))
  }

  static func rules(_ analysis: Analysis) -> Set<String> {
    Set(analysis.findings.map { analysis.team.playbook.rules[$0.rule].id })
  }

  @Test func `has headings, repeated headers, subtotals and notes that are no rows of it`() throws {
    let rows: [[PlainWorkbook.Cell]] = [
      ["2026年商机跟踪表"], ["单位：元"], Self.headers, Self.deal(1), Self.deal(2),
      [nil, nil, "小计", .formula("SUM(D4:D5)", 20_000)], ["华东区"], Self.deal(3),
      [nil, nil, "华东小计", .formula("SUM(D8:D8)", 10_000)], [], Self.headers, Self.deal(4), ["十二月"], Self.deal(5),
      ["合计：", nil, nil, 50_000], ["本月合计", nil, nil, 50_000], ["总计（含税）", nil, nil, 50_000],
      ["累計", nil, nil, 50_000], [], ["注：本表由销售部维护"], ["制表人：张三", nil, "审核：李四"],
    ]
    let analysis = try Self.analysis([.init("商机", rows)])
    let sheet = try #require(analysis.team.sheet("de"))
    #expect(sheet.headerRow == 3)
    #expect(sheet.rows.dataCount == 5)
    #expect(sheet.rows.totalRows == [6, 9, 15, 16, 17, 18])
    #expect(sheet.rows.otherRows == [7, 11, 13, 20, 21])
    #expect(sheet.rows.range == 4..<15)
    #expect(Self.rules(analysis).contains("WBK-023"))
  }

  @Test func `without IDs has names of groups and last words that are no rows of it`() throws {
    let headers: [PlainWorkbook.Cell] = ["Name", "Owner", "Stage", "Deal value", "Accounts", "Expected close date"]
    func deal(_ number: Int) -> [PlainWorkbook.Cell] {
      [.text("Deal \(number)"), "Kim", "Proposal", 10_000, .text("Acme \(number)"), .date(46_357)]
    }
    let rows: [[PlainWorkbook.Cell]] = [
      ["Active deals"], headers, deal(1), deal(2), deal(3), [], [], ["Closed won"], headers, deal(4), deal(5),
      ["Total for 31 - 60 days", nil, nil, 20_000], [], ["Confidential: not for distribution"], ["Printed by Kim"],
    ]
    let sheet = try #require(Self.analysis([.init("Deals", rows)]).team.sheet("de"))
    #expect(sheet.rows.dataCount == 5)
    #expect(sheet.rows.totalRows == [12])
    #expect(sheet.rows.otherRows == [8, 9, 14, 15])
  }

  @Test func `has names of groups that are merged across its columns, from the first row on, and are no rows of it`()
    throws
  {
    let headers: [PlainWorkbook.Cell] = ["Deal name", "Account", "Stage", "Deal value", "Expected close date"]
    func deal(_ number: Int) -> [PlainWorkbook.Cell] {
      [.text("Deal \(number)"), .text("Acme \(number)"), "Proposal", 10_000, .date(46_357)]
    }
    let rows: [[PlainWorkbook.Cell]] = [
      headers, ["North America"], deal(1), deal(2), ["EMEA"], deal(3), ["A deal of which only the name is known"],
      deal(4),
    ]
    let sheet = try #require(
      Self.analysis([.init("Deals", rows, merged: ["A2:E2", "A5:E5"])]).team.sheet("de"))
    #expect(sheet.rows.dataCount == 5)
    #expect(sheet.rows.range.lowerBound == 3)
    #expect(sheet.rows.otherRows == [2, 5])
  }

  @Test func `has notes below it, each of which is read, however many there are`() throws {
    let notes = (0..<40).map { [PlainWorkbook.Cell.text($0 == 7 ? "Amounts in k€" : "Note \($0 % 3): as agreed")] }
    let analysis = try Self.analysis([.init("商机", [Self.headers, Self.deal(1), Self.deal(2), []] + notes)])
    let sheet = try #require(analysis.team.sheet("de"))
    #expect(sheet.rows.dataCount == 2)
    #expect(sheet.rows.otherRows.count == 40)
  }

  @Test func `has another table below it`() throws {
    let rows = [Self.headers, Self.deal(1), Self.deal(2), [], ["Rate", "Who", "What", "How much"], ["x1", 2, 3, 4]]
    let sheet = try #require(Self.analysis([.init("商机", rows)]).team.sheet("de"))
    #expect(sheet.rows.dataCount == 2)
    #expect(sheet.rows.otherRows == [5, 6])
  }

  @Test func `goes on after a blank row with rows of its own`() throws {
    var waiting = Self.deal(3)
    waiting[3] = "待定"
    let sheet = try #require(
      Self.analysis([.init("商机", [Self.headers, Self.deal(1), [], waiting, Self.deal(4)])]).team.sheet("de"))
    #expect(sheet.rows.dataCount == 3)
    #expect(sheet.rows.otherRows == [])
  }

  @Test func `has typed dates under the header of a computed column`() throws {
    let headers: [PlainWorkbook.Cell] = [
      "Payment ID", "Contract ID", "Payment stage", "Planned amount", "Due date", "Amount received",
    ]
    let rows: [[PlainWorkbook.Cell]] = (1...3).map {
      [.text("Y\($0)"), .text("K\($0)"), "Down payment", 100_000, .date(45_300 + $0), 0]
    }
    let analysis = try Self.analysis([.init("Payments", [headers] + rows)])
    let sheet = try #require(analysis.team.sheet("pa"))
    #expect(sheet.column("due") == nil)
    #expect(sheet.column("due_override")?.number == 5)
    #expect(sheet.column("amt_override")?.number == 4)
    let status = try #require(analysis.values(of: ColumnID(sheet: "pa", key: "due")))
    #expect(status.prefix(3) == [.number(45_301), .number(45_302), .number(45_303)])
  }

  @Test func `has typed values under a computed header that no input stands for`() throws {
    let headers = Self.headers + ["Health"]
    let rows = (1...3).map { Self.deal($0) + [.text("fine \($0)")] }
    let definition = try #require(Playbook.builtIn.sheet("de")?.column("health"))
    let analysis = try Self.analysis([
      .init("商机", [headers.dropLast() + [.text(definition.titles[.simplifiedChinese])]] + rows)
    ])
    #expect(analysis.team.sheet("de")?.column("health") == nil)
    #expect(Self.rules(analysis).contains("WBK-022"))
  }

  @Test func `has a header of two rows and a row of hints`() throws {
    let header: [[PlainWorkbook.Cell]] = [
      ["回款编号", "合同编号", "付款阶段", "应收", nil, "实收", nil],
      [nil, nil, nil, "金额", "日期", "金额", "日期"],
    ]
    let rows: [[PlainWorkbook.Cell]] = (1...3).map {
      [
        .text("Y00\($0)"), .text("K00\($0)"), "首付款", .number(100_000), .date(46_100 + $0), .number(5_000),
        .date(46_120),
      ]
    }
    let sheet = try #require(Self.analysis([.init("回款", header + rows)]).team.sheet("pa"))
    #expect(sheet.headerRow == 1)
    #expect(sheet.lastHeaderRow == 2)
    #expect(sheet.rows.range == 3..<6)
    #expect(sheet.column("received")?.number == 6)
    let leads = try #require(
      Self.analysis([
        .init(
          "线索",
          [
            ["线索编号", "线索名称", "获取日", "线索状态", "预计金额（万元）"],
            ["必填", "必填，项目或客户名称", "必填，格式 2026-06-30", "必填，从下拉选择", "必填，数字"],
            ["L001", "某项目", .date(46_143), "新线索", 68],
          ])
      ]).team.sheet("le"))
    #expect(leads.hintRows == [2])
    #expect(leads.rows.dataCount == 1)
  }

  @Test func `is known by headers of another language and another title`() throws {
    let headers: [PlainWorkbook.Cell] = [
      "Angebotsnr.", "Kunde", "Projekt", "Verantwortlich", "Angebotssumme (EUR)", "Status", "Wiedervorlage",
    ]
    let rows: [[PlainWorkbook.Cell]] = (1...9).map {
      [
        .text("AN-\($0)"), .text("Kunde \($0 % 4)"), .text("Halle \($0)"), "Mia Wolf", .number(12_000 * Double($0)),
        "offen", .date(46_000 + $0),
      ]
    }
    let analysis = try Self.analysis([.init("Angebote 2026", [["Vertrieb Süd"], headers] + rows)])
    let sheet = try #require(analysis.team.sheet("de"))
    #expect(sheet.headerRow == 2)
    #expect(sheet.confidence < 1)
    #expect(sheet.column("amount")?.evidence != nil)
    #expect(analysis.team.standing == .guessed)
    #expect(analysis.team.language == .english)
  }

  @Test func `is named where another one of its kind is read`() throws {
    let rows = [Self.headers, Self.deal(1), Self.deal(2)]
    let analysis = try Self.analysis([
      .init("Opportunities", rows + [Self.deal(3)], isHidden: true), .init("商机", rows),
    ])
    #expect(analysis.team.sheet("de")?.title == "商机")
    let writer = FindingWriter(analysis.team)
    #expect(analysis.findings.map { writer.describe($0).message }.contains { $0.contains("Opportunities") })
    #expect(Self.rules(analysis).contains("WBK-021"))
  }
}
