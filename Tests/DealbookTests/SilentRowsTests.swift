// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Rows that are not what they seem` {
  private static func invoices(_ rows: [[PlainWorkbook.Cell]], more: [PlainWorkbook.Cell] = []) -> PlainWorkbook.Sheet {
    PlainWorkbook.Sheet(
      "Invoices", [["Invoice No", "Customer", "Due date", "Invoice amount", "Paid amount"] + more] + rows)
  }

  private static let rows: [[PlainWorkbook.Cell]] = [
    ["I-1", "Acme", .date(46_200), 60_000, 0], ["I-2", "Bolt", .date(46_210), 40_000, 0],
    ["I-3", "Cord", .date(46_220), 50_000, 50_000], ["I-4", "Acme", .date(46_380), 10_000, 0],
  ]

  private func page(_ sheets: [PlainWorkbook.Sheet]) throws -> ReportPage {
    try SalesReport(NamedBook(sheets).adopted, file: "team.xlsx").page
  }

  private func figure(_ key: String, _ page: ReportPage) -> CellValue? { page.figures.first { $0.key == key }?.value }

  private func isNumber(_ value: CellValue?) -> Bool {
    if case .number? = value { true } else { false }
  }

  @Test(arguments: [
    "Proforma", "Pro forma invoice", "形式發票", "Write-off", "Ausgebucht", "已沖銷", "Cleared", "CN", "GS", "Angebot",
  ])
  func `say that they are no claim`(text: String) throws {
    var rows = Self.rows
    for row in rows.indices { rows[row].append(row == 1 ? .text(text) : "Invoice") }
    #expect(try !isNumber(figure("overdue", page([Self.invoices(rows, more: ["Type"])]))))
  }

  @Test(arguments: ["Void", "Storniert", "作廢", "Draft"])
  func `are void or drafts and count nowhere`(text: String) throws {
    var rows = Self.rows
    for row in rows.indices { rows[row].append(row == 1 ? .text(text) : "Sent") }
    let page = try page([Self.invoices(rows, more: ["Status"])])
    #expect(figure("overdue", page) == .number(60_000))
    #expect(page.notes.contains { $0.contains("F3") })
    // One that is taken back by a row of its own is left in doubt.
    rows.append(["I-5", "Bolt", .date(46_211), -40_000, 0, "Sent"])
    #expect(try !isNumber(figure("overdue", self.page([Self.invoices(rows, more: ["Status"])]))))
  }

  @Test func `are sums of customers in a list of open items`() throws {
    let sheet = PlainWorkbook.Sheet(
      "Offene Posten",
      [
        ["Rechnungsnummer", "Kunde", "Rechnungsbetrag", "Offener Betrag", "Fälligkeit"],
        ["R1", "Alpha", 1000, 1000, .date(46_200)], ["R2", "Alpha", 2000, 500, .date(46_380)],
        [nil, "Summe Debitor 10001", 3000, 1500, nil], ["R3", "Beta", 4000, 4000, .date(46_210)],
        [nil, "Summe Debitor 10002", 4000, 4000, nil], ["R4", "Gamma", 700, 700, .date(46_390)],
        [nil, "Summe Debitor 10003", 700, 700, nil],
      ])
    let book = try NamedBook([sheet])
    #expect(book.adopted.team.sheet("pa")?.rows.dataCount == 4)
    #expect(try figure("overdue", SalesReport(book.adopted, file: "a.xlsx").page) == .number(5000))
  }

  @Test func `are sums without any word`() throws {
    let book = try NamedBook([
      PlainWorkbook.Sheet(
        "Contracts",
        [
          ["Contract No", "Account", "Amount", "Sign date"], ["K1", "a", 100, .date(46_100)],
          ["K2", "b", 200, .date(46_110)], [nil, nil, 300, nil],
        ])
    ])
    #expect(book.adopted.team.sheet("co")?.rows.dataCount == 2)
  }

  @Test func `are unpaid without a due date and named`() throws {
    var rows = Self.rows
    rows.append(["I-5", "Acme", nil, 5000, 0])
    let page = try page([Self.invoices(rows)])
    #expect(page.notes.contains { $0.contains("1 payment without a due date") && $0.contains("C6") })
  }

  @Test(arguments: ["Deposit paid", "Skonto", "Anzahlung", "訂金", "Withholding tax"])
  func `were paid in part elsewhere`(header: String) throws {
    var rows = Self.rows
    for row in rows.indices { rows[row].append(row == 0 ? 20_000 : 0) }
    let page = try page([Self.invoices(rows, more: [.text(header)])])
    #expect(!isNumber(figure("overdue", page)) || page.notes.contains { $0.contains(header) })
  }

  private static let deals = PlainWorkbook.Sheet(
    "Deals",
    [
      ["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close", "Actual close"],
      ["D1", "Acme", "a", "Tom Huber", 120_000, "Closed Won", .date(46_200), .date(46_200)],
      ["D2", "Bolt", "b", "Mei Lin", 50_000, "Proposal", .date(46_376), nil],
      ["D3", "Cord", "c", "Tom Huber", 80_000, "Negotiation", .date(46_376), nil],
      ["D4", "Dart", "d", "Mei Lin", 90_000, "Closed Lost", .date(46_100), nil],
    ])

  @Test(arguments: [("Order status", "Cancelled"), ("Auftragsstatus", "storniert"), ("合同状态", "已终止"), ("Storno", "x")])
  func `are won deals that were cancelled`(header: String, text: String) throws {
    var sheet = Self.deals
    for row in sheet.rows.indices { sheet.rows[row].append(row == 0 ? .text(header) : row == 1 ? .text(text) : nil) }
    #expect(try !isNumber(figure("won", page([sheet]))))
  }

  @Test func `are open deals that were expected last year`() throws {
    var sheet = Self.deals
    sheet.rows[2][6] = .date(45_990)
    #expect(try page([sheet]).notes.contains { $0.contains("expected before the period") && $0.contains("G3") })
  }

  @Test func `are deals with the price of a piece`() throws {
    var sheet = Self.deals
    sheet.rows[0][4] = "Sales price"
    for row in sheet.rows.indices { sheet.rows[row].append(row == 0 ? "Quantity" : 500) }
    let book = try NamedBook([sheet])
    if let amount = book.adopted.team.sheet("de")?.column("amount") {
      #expect(amount.obstacle == .unitPrice(quantity: "Quantity"))
    }
    #expect(try !isNumber(figure("won", SalesReport(book.adopted, file: "a.xlsx").page)))
  }

  @Test func `are of owners whom targets call otherwise`() throws {
    for names in [("Tom", "Mei"), ("Huber, Tom", "Lin, Mei")] {
      let targets = PlainWorkbook.Sheet(
        "Targets",
        [
          ["Owner", "Period start", "Period end", "Target"],
          [.text(names.0), .date(46_023), .date(46_387), 200_000],
          [.text(names.1), .date(46_023), .date(46_387), 300_000],
        ])
      let book = try NamedBook([targets, Self.deals])
      try book.expect("tg.won", ["", ""])
      let page = try SalesReport(book.adopted, file: "a.xlsx").page
      #expect(!page.sections.contains { $0.id == "R3" })
      #expect(page.notes.contains { $0.contains("written otherwise") })
    }
  }

  @Test func `are deals that name no account, in a brief`() throws {
    var sheet = Self.deals
    for row in sheet.rows.indices { sheet.rows[row].remove(at: 1) }
    let accounts = PlainWorkbook.Sheet(
      "Accounts",
      [
        ["Account ID", "Name", "Industry", "Owner"], ["A1", "Acme", "Steel", "Tom Huber"],
        ["A2", "Bolt", "Food", "Mei Lin"],
      ])
    let brief = try #require(AccountBrief(NamedBook([accounts, sheet]).adopted, account: "Acme", file: "a.xlsx")).page
    #expect(!brief.figures.contains { $0.key == "open" })
    #expect(brief.notes.contains { $0.contains("no column of accounts") && $0.contains("4 deals") })
  }

  @Test(arguments: ["Verhandlung gescheitert", "談判破裂", "报价失效", "方案未通过", "提案被拒", "Proposal expired"])
  func `are dead stages that contain an open one`(label: String) throws {
    var sheet = Self.deals
    sheet.rows[2][5] = .text(label)
    let book = try NamedBook([sheet])
    let page = try SalesReport(book.adopted, file: "a.xlsx").page
    // 120 won and 80 open: what is dead is in no sum.
    #expect(figure("best", page) != .number(250_000))
  }
}

@Suite struct `Numbers of documents` {
  @Test(arguments: ["2026-0", "2026/000", "2026-", "2026110"])
  func `that look like a year and a month are IDs`(start: String) throws {
    var sheet = PlainWorkbook.Sheet(
      "Deals", [["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close"]])
    for row in 1...9 {
      let id = "\(start)\(row)"
      sheet.rows.append([
        Double(id).map { .number($0) } ?? .text(id), .text("Acme \(row)"), .text("x\(row)"), "Ann",
        .number(Double(1000 * row)), row == 1 ? "Closed Won" : "Proposal", .date(46_376),
      ])
    }
    let options = ReadOptions(asOf: SerialDate(year: 2026, month: 11, day: 30), today: nil)
    let workbook = try Workbook(PlainWorkbook([sheet]).bytes())
    let adoption = try Adoption(workbook, fileName: "team.xlsx", options: options)
    #expect(adoption.sheets.first?.columns.first { $0.key == "deal_id" } != nil)
  }

  @Test func `that nobody understands are left out by Enter`() throws {
    var sheet = PlainWorkbook.Sheet(
      "Deals", [["Deal ID", "Account", "Deal name", "Owner", "Amount", "Stage", "Expected close"]])
    for (row, stage) in ["Angebot", "Gewonnen", "Verloren", "Vertrag abgelehnt"].enumerated() {
      sheet.rows.append([
        .text("D\(row)"), "Acme", .text("x\(row)"), "Ann", .number(Double(1000 * row + 1000)), .text(stage),
        .date(46_376),
      ])
    }
    let options = ReadOptions(asOf: SerialDate(year: 2026, month: 11, day: 30), today: nil)
    let workbook = try Workbook(PlainWorkbook([sheet]).bytes())
    var adoption = try Adoption(workbook, fileName: "team.xlsx", options: options)
    let question = try #require(adoption.questions.first { $0.label?.text == "Vertrag abgelehnt" })
    #expect(question.choices.first == .leaveAlone)
    let before = try adoption.playbookText(language: .english)
    adoption.answer(question, with: .leaveAlone)
    try adoption.settle()
    #expect(try adoption.playbookText(language: .english) == before)
  }
}

@Suite struct `The currency of cells` {
  private func obstacle(_ formats: [String], header: String = "Amount") throws -> Obstacle? {
    var rows: [[PlainWorkbook.Cell]] = [
      ["Deal ID", "Account", "Deal name", "Owner", .text(header), "Stage", "Expected close"]
    ]
    for (index, _) in formats.enumerated() {
      rows.append([
        .text("D\(index)"), "Acme", .text("x\(index)"), "Ann", .styled(Double(1000 + index), index + 2),
        index == 0 ? "Closed Won" : "Proposal", .date(46_376),
      ])
    }
    var builder = PlainWorkbook([PlainWorkbook.Sheet("Deals", rows)]).builder()
    let codes = formats.enumerated().map { index, code -> String in
      let text = code.isEmpty ? "0" : code.replacing("\"", with: "&quot;")
      return "<numFmt numFmtId='\(170 + index)' formatCode='\(text)'/>"
    }
    let cells = formats.indices.map { "<xf numFmtId='\(170 + $0)' applyNumberFormat='1'/>" }.joined()
    let plain = "<cellXfs count='2'><xf/><xf numFmtId='14' applyNumberFormat='1'/></cellXfs>"
    let more = "<cellXfs count='\(formats.count + 2)'><xf/><xf numFmtId='14' applyNumberFormat='1'/>\(cells)</cellXfs>"
    let styles = (builder.styles ?? "").replacing(plain, with: more)
    builder.styles = "<numFmts count='\(formats.count)'>\(codes.joined())</numFmts>\(styles)"
    let options = ReadOptions(asOf: SerialDate(year: 2026, month: 11, day: 30), today: nil)
    return try Analysis(Workbook(builder.bytes()), playbook: .builtIn, options: options).team.sheet("de")?
      .column("amount")?.obstacle
  }

  @Test(arguments: ["[$USD] #,##0", "[$CHF] #,##0", "\"NT$\"#,##0"])
  func `that only some show is not that of the others`(format: String) throws {
    #expect(try obstacle([format, "", "", ""]) == .currencies)
    #expect(try obstacle(["", format, format, format]) == .currencies)
    #expect(try obstacle([format, format, format]) == nil)
  }

  @Test func `that is the sign of the country is`() throws {
    #expect(try obstacle(["#,##0 \"€\"", "", ""]) == nil)
    #expect(try obstacle(["[$USD] #,##0", "", ""], header: "Amount (USD)") == nil)
  }
}
