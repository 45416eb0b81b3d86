// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Sheets that refer to each other by names, adopted, filled and read again.
struct NamedBook {
  let analysis: Analysis
  let adopted: Analysis

  init(_ sheets: [PlainWorkbook.Sheet], month: Int = 11, day: Int = 30) throws {
    let options = ReadOptions(asOf: SerialDate(year: 2026, month: month, day: day), today: nil)
    let workbook = try Workbook(PlainWorkbook(sheets).bytes())
    analysis = try Analysis(workbook, playbook: .builtIn, options: options)
    let text = try Adoption(workbook, fileName: "team.xlsx", options: options).playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    adopted = try Analysis(workbook, playbook: #require(reading.playbook), options: options)
  }

  /// The values of a column of the adopted workbook, and what the formulas come to that a fill writes.
  func values(_ column: String) throws -> [String] {
    let parts = column.split(separator: ".").map(String.init)
    let id = ColumnID(sheet: parts[0], key: parts[1])
    let filled = try Workbook(FilledWorkbook(adopted).bytes)
    let changes = try filled.recalculated().changes.map { "\($0.sheet)!\($0.cell)" }
    #expect(changes == [])
    let count = adopted.team.sheet(id.sheet)?.rows.count ?? 0
    return (0..<count).map { adopted.value(of: id, at: $0).shownText }
  }

  func expect(_ column: String, _ values: [String], _ place: SourceLocation = #_sourceLocation) throws {
    #expect(try self.values(column) == values, sourceLocation: place)
  }

  func brief(_ account: String) throws -> [String: CellValue] {
    let page = try #require(AccountBrief(adopted, account: account, file: "team.xlsx")).page
    return Dictionary(uniqueKeysWithValues: page.figures.map { ($0.key, $0.value) })
  }
}

@Suite struct `Sheets that refer to each other by name` {
  private static let accounts = PlainWorkbook.Sheet(
    "Accounts",
    [
      ["Account ID", "Account Name", "Industry", "Account Owner"],
      ["0015A", "Acme Corp", "Tech", "Bob"], ["0015B", "Bolt Ltd", "Steel", "Ann"],
    ])
  private static let deals = PlainWorkbook.Sheet(
    "Opportunities",
    [
      ["Opportunity ID", "Opportunity Name", "Account Name", "Stage", "Amount", "Close Date", "Opportunity Owner"],
      ["006A", "Roll-out", "Acme Corp", "Proposal", 5000, .date(46_376), "Bob"],
      ["006B", "Pilot", "Acme Corp", "Closed Won", 3000, .date(46_285), "Bob"],
      ["006C", "Spare parts", "Bolt Ltd", "Negotiation", 7000, .date(46_366), "Ann"],
      ["006D", "New one", nil, "Discovery", 900, .date(46_366), "Ann"],
    ])

  @Test func `are looked up by it`() throws {
    let book = try NamedBook([Self.accounts, Self.deals])
    try book.expect("acc.open_pipe", ["5000", "7000"])
    #expect(try book.brief("Acme Corp")["open"] == .number(5000))
    #expect(try book.brief("0015B")["open"] == .number(7000))
  }

  @Test func `are looked up by IDs where they hold IDs`() throws {
    var deals = Self.deals
    for (row, id) in ["0015A", "0015A", "0015B"].enumerated() { deals.rows[row + 1][2] = .text(id) }
    try NamedBook([Self.accounts, deals]).expect("acc.open_pipe", ["5000", "7000"])
  }

  @Test func `have no figures where neither is found`() throws {
    var deals = Self.deals
    for row in 1...3 { deals.rows[row][2] = .text(["Nordwind", "Südwind", "Westwind"][row - 1]) }
    let book = try NamedBook([Self.accounts, deals])
    try book.expect("acc.open_pipe", ["", ""])
    let told = book.adopted.messages("GEN-004")
    #expect(told.count == 1)
    #expect(told.first?.contains("Nordwind") == true)
    #expect(try book.brief("Acme Corp")["open"] == .text("—"))
  }

  @Test func `have no figures where some hold IDs and some hold names`() throws {
    var deals = Self.deals
    deals.rows[1][2] = "0015A"
    deals.rows[2][2] = "Acme Corp"
    for row in 3...4 { deals.rows[row][2] = .text(["Nordwind", "Südwind"][row - 3]) }
    deals.rows.append(["006E", "Other", "Westwind", "Discovery", 10, .date(46_366), "Ann"])
    try NamedBook([Self.accounts, deals]).expect("acc.open_pipe", ["", ""])
  }

  @Test func `have no figures for two of the same name`() throws {
    var accounts = Self.accounts
    accounts.rows.append(["0015C", "Acme Corp", "Food", "Bob"])
    try NamedBook([accounts, Self.deals]).expect("acc.open_pipe", ["", "7000", ""])
  }

  @Test func `report the few that are not found`() throws {
    let accounts = PlainWorkbook.Sheet(
      "Accounts", [["Account ID", "Name"], ["A1", "Acme Corp"], ["A2", "Bolt"]])
    let deals = PlainWorkbook.Sheet(
      "Deals",
      [
        ["Deal ID", "Account ID", "Deal Name", "Amount", "Stage", "Close Date", "Owner"],
        ["S1", "A1", "a", 500, "Proposal", .date(46_376), "Bob"],
        ["S2", "A1", "b", 80, "Proposal", .date(46_357), "Bob"],
        ["S3", "A9", "c", 300, "Negotiation", .date(46_384), "Ann"],
      ])
    let book = try NamedBook([accounts, deals])
    #expect(book.adopted.messages("GEN-004").count == 1)
    #expect(book.adopted.messages("GEN-004").first?.contains("A9") == true)
    try book.expect("acc.open_pipe", ["580", "0"])
  }

  @Test func `are looked up in Chinese ledgers`() throws {
    let book = try NamedBook([
      PlainWorkbook.Sheet(
        "客户",
        [
          ["客户编号", "客户名称", "行业", "客户经理", "生命周期阶段"], ["K01", "甲公司", "制造", "李雷", "稳定期"],
          ["K02", "乙公司", "物流", "韩梅", "形成期"],
        ]),
      PlainWorkbook.Sheet(
        "商机",
        [
          ["商机编号", "客户名称", "商机名称", "金额", "阶段", "预计签约日", "客户经理", "实际签约日"],
          ["S1", "甲公司", "扩产", 500_000, "报价", .date(46_376), "李雷", nil],
          ["S2", "甲公司", "备件", 80_000, "赢单", .date(46_266), "李雷", .date(46_268)],
          ["S3", "乙公司", "仓储", 300_000, "谈判", .date(46_384), "韩梅", nil],
        ]),
      PlainWorkbook.Sheet(
        "拜访记录",
        [
          ["日期", "客户名称", "方式", "我方负责人", "目的", "讨论内容", "后续事项"],
          [.date(46_346), "甲公司", "拜访", "李雷", "方案", "讨论价格", "发报价"],
          [.date(46_351), "甲公司", "电话", "李雷", "跟进", "确认预算", "约会议"],
        ]),
      PlainWorkbook.Sheet(
        "合同",
        [
          ["合同编号", "客户名称", "合同名称", "合同金额", "签订日", "责任人"],
          ["C1", "甲公司", "备件合同", 80_000, .date(46_268), "李雷"],
        ]),
    ])
    let found = book.adopted
    func values(_ key: String) -> [CellValue] {
      (0..<2).map { found.value(of: ColumnID(sheet: "acc", key: key), at: $0) }
    }
    #expect(values("last_visit") == [.number(46_351), .text("")])
    // Five of 2 × 60 days ago: 100 × (1 - 5 / 120).
    #expect(values("interaction") == [.number(95.8), .number(0)])
    #expect(values("open_pipe") == [.number(500_000), .number(300_000)])
    #expect(values("actual_12m") == [.number(80_000), .number(0)])
    #expect(values("drift_n") == [.number(0), .number(1)])
    #expect(found.messages("ACC-013").count == 1)
    try book.expect("acc.open_pipe", ["500000", "300000"])
  }
}

@Suite struct `Sheets of accounts without IDs` {
  private static let book = [
    PlainWorkbook.Sheet(
      "Invoices",
      [
        ["Invoice No", "Customer", "Due Date", "Amount", "Paid"],
        ["I1", "Acme Corp", .date(46_296), 100, 0], ["I2", "Bolt Ltd", .date(46_296), 200, 50],
      ]),
    PlainWorkbook.Sheet(
      "Customers",
      [["Customer", "Industry", "Region"], ["Acme Corp", "Tech", "North"], ["Bolt Ltd", "Steel", "South"]]),
  ]

  @Test func `are known by their names`() throws {
    let book = try NamedBook(Self.book)
    #expect(try book.brief("Acme Corp")["owed"] == .number(100))
    #expect(try book.brief("Bolt Ltd")["overdue"] == .number(150))
  }

  @Test func `have the deals of their names, and none without an account`() throws {
    let book = try NamedBook([
      PlainWorkbook.Sheet(
        "Companies", [["Name", "Industry", "City"], ["Acme GmbH", "Tech", "Ulm"], ["Bolt AG", "Steel", "Bonn"]]),
      PlainWorkbook.Sheet(
        "Deals",
        [
          ["Deal ID", "Deal Name", "Company", "Deal Stage", "Amount", "Close Date", "Deal owner"],
          ["1001", "a", "Acme GmbH", "Proposal", 75_000, .date(46_376), "Eva"],
          ["1002", "b", "Bolt AG", "Negotiation", 20_000, .date(46_376), "Eva"],
          ["1003", "c", nil, "Proposal", 900, .date(46_376), "Jan"],
        ]),
    ])
    try book.expect("acc.open_pipe", ["75000", "20000"])
    #expect(try book.brief("Acme GmbH")["open"] == .number(75_000))
  }
}

@Suite struct `Payments that name their contracts` {
  private static let contracts = PlainWorkbook.Sheet(
    "Contracts",
    [
      ["Contract No", "Contract Name", "Customer", "Amount", "Signed on", "Owner"],
      ["C-1", "Plant upgrade", "Acme", 1000, .date(46_054), "Bob"],
      ["C-2", "Service", "Bolt", 400, .date(46_082), "Ann"],
    ])
  private static let payments = PlainWorkbook.Sheet(
    "Payments",
    [
      ["Contract", "Invoice No", "Due Date", "Amount", "Received", "Received on"],
      ["Plant upgrade", "I1", .date(46_082), 300, 300, .date(46_084)],
      ["Plant upgrade", "I2", .date(46_266), 700, 0, nil], ["Service", "I3", .date(46_296), 400, 100, .date(46_300)],
    ])

  @Test func `are added up for them`() throws {
    let book = try NamedBook([Self.contracts, Self.payments])
    try book.expect("co.received", ["300", "100"])
    try book.expect("co.outstanding", ["700", "300"])
    try book.expect("co.overdue", ["700", "300"])
    #expect(book.adopted.messages("CON-006") == [])
    let asItIs = (0..<2).map { book.analysis.value(of: ColumnID(sheet: "co", key: "overdue"), at: $0) }
    #expect(asItIs == [.number(700), .number(300)])
  }
}

@Suite struct `Targets by the numbers of staff` {
  @Test func `are compared with no deals by names`() throws {
    let book = try NamedBook([
      PlainWorkbook.Sheet(
        "Deals",
        [
          ["Deal ID", "Account", "Deal Name", "Amount", "Stage", "Close Date", "Owner"],
          ["S1", "Acme", "a", 500, "Proposal", .date(46_376), "Bob Smith"],
          ["S2", "Acme", "b", 80, "Closed Won", .date(46_266), "Bob Smith"],
          ["S3", "Bolt", "c", 300, "Negotiation", .date(46_384), "Ann Lee"],
        ]),
      PlainWorkbook.Sheet(
        "Targets",
        [
          ["Rep", "Period start", "Period end", "Quota"],
          ["REP-01", .date(46_023), .date(46_387), 1000], ["REP-02", .date(46_023), .date(46_387), 900],
        ]),
    ])
    try book.expect("tg.won", ["", ""])
    #expect(book.adopted.messages("TGT-015") == [])
    #expect(book.adopted.messages("GEN-004").first?.contains("REP-01") == true)
    let figures = HeadlineFigures(book.adopted, language: .english, reports: ["R3"])
    #expect(figures.values[.won] == 80)
    #expect(figures.values[.target] == 1900)
    #expect(figures.reports.isEmpty)
    #expect(figures.leftOut.first?.reason == "Rep has entries most of which are not on the sheet “Deals”")
  }
}
