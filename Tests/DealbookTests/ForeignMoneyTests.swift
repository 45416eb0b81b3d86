// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

private let header: [Cell] = [
  "Deal ID", "Customer", "Deal name", "Owner", "Stage", "Amount", "Probability", "Close date",
]

private func deal(_ id: String, _ owner: Cell, _ stage: String, _ amount: Double, name: Cell = "x") -> [Cell] {
  [.text(id), .text("Customer \(id)"), name, owner, .text(stage), .number(amount), nil, .date(46_082)]
}

private func adopted(_ sheets: [PlainWorkbook.Sheet]) throws -> Analysis {
  try Adoption(Workbook(PlainWorkbook(sheets).bytes()), fileName: "team.xlsx", options: DealSheet.options).analysis()
}

private func asIs(_ sheets: [PlainWorkbook.Sheet]) throws -> Analysis {
  try Analysis(Workbook(PlainWorkbook(sheets).bytes()), playbook: .builtIn, options: DealSheet.options)
}

@Suite struct `Amounts in currencies that are said beside the table` {
  private let german = deal("D1", "Anna", "Won", 10_000)
  private let american = deal("D2", "Ben", "Won", 40_000)

  @Test func `are not added up over tabs that say different ones`() throws {
    let said: [PlainWorkbook.Sheet] = [
      .init("Germany", [["All amounts in EUR"], header, german]),
      .init("USA", [["All amounts in USD"], header, american]),
    ]
    let named: [PlainWorkbook.Sheet] = [
      .init("Pipeline EUR", [header, german]), .init("Pipeline USD", [header, american]),
    ]
    for sheets in [said, named] {
      for figures in [HeadlineFigures(try adopted(sheets)), HeadlineFigures(try asIs(sheets))] {
        #expect(figures.values[.won] == nil)
        #expect(figures.reasons[.won]?.contains("EUR, USD") == true)
      }
    }
  }

  @Test func `are added up over tabs that say the same one`() throws {
    let sheets: [PlainWorkbook.Sheet] = [
      .init("Germany", [["All amounts in EUR"], header, german]),
      .init("Austria", [["Amounts in EUR"], header, american]),
    ]
    #expect(HeadlineFigures(try adopted(sheets)).values[.won] == 50_000)
  }

  @Test func `are not compared with targets in another`() throws {
    let targets: [PlainWorkbook.Sheet] = [
      .init("Deals", [["All amounts in EUR"], header, german, american]),
      .init(
        "Targets",
        [
          ["All amounts in USD"], ["Owner", "Period start", "Period end", "Target"],
          ["Anna", .date(46_023), .date(46_387), 50_000], ["Ben", .date(46_023), .date(46_387), 50_000],
        ]),
    ]
    let figures = HeadlineFigures(try adopted(targets))
    #expect(figures.values[.won] == 50_000)
    #expect(figures.values[.target] == nil && figures.values[.chance] == nil)
  }

  @Test func `are not read where the header says another`() throws {
    var other = header
    other[5] = "Amount (EUR)"
    let figures = HeadlineFigures(try adopted([.init("Deals", [["All amounts in USD"], other, german, american])]))
    #expect(figures.values[.won] == nil && figures.reasons[.won]?.contains("USD") == true)
  }

  @Test(arguments: ["Amount (RMB 10k)", "Amount (10k RMB)", "Amount (CNY 10,000)"])
  func `are ten thousands where the header counts them so`(text: String) throws {
    var other = header
    other[5] = .text(text)
    let analysis = try adopted([.init("Deals", [other, deal("D1", "Anna", "Won", 15), deal("D2", "Ben", "Won", 25)])])
    #expect(analysis.team.sheet("de")?.column("amount")?.moneyScale == 10_000)
    #expect(HeadlineFigures(analysis).values[.won] == nil)
  }
}

@Suite struct `A total row that looks like a deal` {
  private func total(_ text: Cell, _ amount: Double, owner: Cell = nil) -> [Cell] {
    [text, nil, nil, owner, "Won", .number(amount), nil, .date(46_100)]
  }

  @Test func `is none, whatever stands at its beginning`() throws {
    let rows: [[Cell]] = [
      header, deal("D1", "Anna", "Won", 10_000), deal("D2", "Anna", "Won", 20_000),
      total("Anna", 30_000, owner: "Anna"),
      deal("D3", "Ben", "Won", 40_000), total("Ben", 40_000, owner: "Ben"), deal("D4", "Ben", "Proposal", 7000),
      total("Won total", 70_000), total("Ergebnis", 77_000), total("Gesamtergebnis", 77_000),
      total("Summe Won", 77_000),
    ]
    let analysis = try adopted([.init("Deals", rows)])
    #expect(HeadlineFigures(analysis).values[.won] == 70_000)
    #expect(analysis.team.sheet("de")?.rows.dataCount == 4)
  }

  @Test func `is one if it only lacks a name`() throws {
    let rows: [[Cell]] = [
      header, deal("D1", "Anna", "Won", 10_000), deal("D2", "Anna", "Won", 20_000),
      deal("D3", "Ben", "Won", 30_000, name: nil), deal("D4", "Ben", "Won", 60_000),
    ]
    #expect(HeadlineFigures(try adopted([.init("Deals", rows)])).values[.won] == 120_000)
  }
}

@Suite struct `Payments in groups` {
  @Test func `count with the contract beside the first of them alone`() throws {
    let rows: [[Cell]] = [
      ["合約編號", "客戶", "期別", "金額", "預計收款日", "實際收款日", "實收金額", "業務"],
      ["K1", "甲", "第一期", 300_000, .date(46_000), .date(46_002), 300_000, "王強"],
      [nil, nil, "第二期", 400_000, .date(46_050)], [nil, nil, "第三期", 200_000, .date(46_376)],
      ["K2", "乙", "第一期", 500_000, .date(46_060), nil, nil, "陳靜"], [nil, nil, "尾款", 500_000, .date(46_661)],
    ]
    let figures = HeadlineFigures(try adopted([.init("收款計畫", rows)]))
    #expect(figures.values[.overdue] == 900_000 && figures.values[.overdueLines] == 2)
  }

  @Test func `are named where one of them has no ID`() throws {
    let rows: [[Cell]] =
      [["Payment ID", "Contract ID", "Account ID", "Payment stage", "Planned amount", "Due date", "Received"]]
      + [10_000, 20_000, 40_000, 80_000].enumerated().map { row, amount in
        [
          row == 1 ? nil : .text("Y\(row)"), .text("K\(row)"), "Acme", "Down payment", .number(Double(amount)),
          .date(46_050), nil,
        ]
      }
    let analysis = try adopted([.init("Payments", rows)])
    let figures = HeadlineFigures(analysis)
    #expect(figures.values[.overdue] == 130_000)
    #expect(figures.gaps.contains("Overdue leaves out 1 payment without an ID (Payments!A3)"))
    #expect(analysis.findings.contains { $0.sheet == "pa" && $0.column == "payment_id" && $0.row == 3 })
  }

  @Test func `have no risk score where their amounts are not known`() throws {
    let rows: [[Cell]] = [
      ["合約編號", "客戶", "付款階段", "驗收款日期", "到期日"], ["K1", "甲", "首付款", .date(46_300), .date(46_000)],
      ["K2", "乙", "首付款", .date(46_300), .date(46_000)],
    ]
    let analysis = try adopted([.init("回款", rows)])
    for key in ["provision", "risk", "outstanding"] {
      #expect(!analysis.plan.contains(ColumnID(sheet: "pa", key: key)))
    }
    #expect(analysis.team.sheet("pa")?.column("received_date") == nil)
    #expect(HeadlineFigures(analysis).values[.overdue] == nil)
  }

  @Test func `have no figure where only a share of an unknown contract is there`() throws {
    let rows: [[Cell]] =
      [["回款編號", "合同編號", "付款階段", "比例", "到期日覆寫"]]
      + (1...3).map { [.text("Y00\($0)"), .text("K\($0)"), "首付款", 0.3, .date(46_000)] }
    let analysis = try asIs([.init("回款", rows)])
    let figures = HeadlineFigures(analysis)
    #expect(figures.values[.overdue] == nil && figures.reasons[.overdue] != nil)
    let risks = analysis.values(of: ColumnID(sheet: "pa", key: "risk"))
    #expect(risks?[0] != .number(0))
  }
}

@Suite struct `The states of renewals` {
  private func book(_ states: [Cell]) -> [PlainWorkbook.Sheet] {
    let rows = states.enumerated().map { row, state -> [Cell] in
      [.text("R-\(row + 1)"), .text("Customer \(row)"), .date(46_122), state, 1000]
    }
    return [.init("Renewals", [["Renewal ID", "Account", "Expiry date", "Renewal status", "Renewal amount"]] + rows)]
  }

  @Test func `keep what they mean where several words mean the same`() throws {
    let analysis = try adopted(
      book([
        "Not started", "In talks", "Quote sent", "Up for renewal", "Renewed", "Auto-renewed", "Churned", "Cancelled",
      ]))
    let figures = HeadlineFigures(analysis)
    #expect(figures.values[.due30] == 4)
    let alerts = try #require(analysis.values(of: ColumnID(sheet: "re", key: "alert"))).map(\.shownText)
    #expect(alerts.prefix(4).allSatisfy { !$0.isEmpty } && alerts.suffix(4).allSatisfy(\.isEmpty))
    #expect(figures.gaps == [])
  }

  @Test func `are named where nobody knows them`() throws {
    let figures = HeadlineFigures(
      try adopted(book(["Not started", "In talks", "Renewed", nil, "On notice", "In talks"])))
    #expect(figures.values[.due30] == 3)
    #expect(figures.gaps.contains("Renewals due leave out 1 renewal without a status (Renewals!D5)"))
    #expect(figures.gaps.contains("Renewals due leave out 1 renewal whose status is not understood (Renewals!D6)"))
  }
}

@Suite struct `Owners in a workbook` {
  @Test func `that are spelled with other spaces, or are missing, are named`() throws {
    let rows = [
      header, deal("D1", "Anna Schmidt", "Won", 10_000), deal("D2", "Anna  Schmidt", "Won", 20_000),
      deal("D3", "Ben ", "Won", 40_000), deal("D4", "Ben", "Won", 80_000), deal("D5", nil, "Won", 160_000),
    ]
    let analysis = try adopted([.init("Deals", rows)])
    let gaps = HeadlineFigures(analysis).gaps
    #expect(
      gaps.contains {
        $0.hasPrefix("2 deals have owners whose names have extra spaces, and do not count for that person")
          && $0.contains("(Deals!D3, D4)")
      })
    #expect(gaps.contains("Figures by owner leave out 1 deal without an owner (Deals!D6)"))
    #expect(analysis.rules(at: "owner").filter { $0.hasPrefix("GEN-011") } == ["GEN-011 3", "GEN-011 4"])
  }

  @Test func `are one after a repair`() throws {
    var sheet = DealSheet("Amount", [10_000, 20_000])
    sheet.headers.append("Owner (AR)")
    sheet.rows[0].append("Anna Schmidt")
    sheet.rows[1].append("Anna  Schmidt")
    #expect(try sheet.values("owner", after: .safe) == [.text("Anna Schmidt"), .text("Anna Schmidt")])
  }
}

@Suite struct `A repair of an adopted workbook` {
  private func repaired(_ sheet: PlainWorkbook.Sheet) throws -> (RepairedWorkbook, Playbook) {
    let workbook = try Workbook(PlainWorkbook([sheet]).bytes())
    let text = try Adoption(workbook, fileName: "team.xlsx", options: DealSheet.options).playbookText(
      language: .english)
    let playbook = try #require(
      PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))]).playbook)
    return (
      try RepairedWorkbook(workbook, playbook: playbook, options: DealSheet.options, level: .safe), playbook
    )
  }

  @Test func `keeps the column that it converts and renames`() throws {
    let rows: [[Cell]] = [
      ["商机编号", "客户", "商机名称", "负责人", "阶段", "销售金额(万元)", "预计成交日期"],
      ["D1", "甲", "a", "王伟", "赢单", 170, .date(46_082)], ["D2", "乙", "b", "李娜", "谈判审核", 60, .date(46_100)],
    ]
    let (repaired, playbook) = try repaired(.init("商机", rows))
    let analysis = try Analysis(repaired.analysis.team.workbook, playbook: playbook, options: DealSheet.options)
    #expect(analysis.team.sheet("de")?.column("amount")?.header == "销售金额(元)")
    #expect(HeadlineFigures(analysis).values[.won] == 1_700_000)
  }

  @Test func `converts no column beside another that may be in the same unit`() throws {
    let rows: [[Cell]] = [
      ["客户名称", "产品", "年费(万元)", "服务到期日", "续费状态", "续费金额", "客户成功经理"],
      ["甲", "云", 10, .date(46_120), "洽谈中", 12, "王伟"], ["乙", "云", 20, .date(46_130), "已续费", 22, "王伟"],
      ["丙", "云", 40, .date(46_140), "未启动", 40, "李娜"],
    ]
    let (repaired, _) = try repaired(.init("续费客户", rows))
    #expect(!repaired.repairs.contains { $0.header.contains("年费") })
    #expect(repaired.unmade.contains { $0.reason.words.english.contains("续费金额") })
  }
}
