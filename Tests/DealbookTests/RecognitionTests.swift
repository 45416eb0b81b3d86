// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Recognising a workbook` {
  static func propose(_ sheets: [PlainWorkbook.Sheet], fileName: String? = nil) throws -> WorkbookProposal {
    try Recognizer(playbook: .builtIn).propose(Workbook(PlainWorkbook(sheets).bytes()), fileName: fileName)
  }

  /// The header of each bound column, by key.
  static func columns(_ sheet: SheetProposal) -> [String: String] {
    Dictionary(uniqueKeysWithValues: sheet.columns.map { ($0.key, $0.header) })
  }

  static let exportHeaders: [PlainWorkbook.Cell] = [
    "Opportunity ID", "Opportunity Name", "Account Name", "Stage", "Amount", "Probability (%)", "Close Date",
    "Opportunity Owner", "Created Date", "Fiscal Period",
  ]

  static func exportRow(_ number: Int) -> [PlainWorkbook.Cell] {
    [
      .text("006Q00\(number)"), .text("Roof \(number)"), .text("Acme \(number % 7)"),
      .text(number % 3 == 0 ? "Closed Won" : "Proposal"), .number(Double(number) * 1_250.5),
      .number(Double(number % 5) * 20), .date(46_000 + number), .text(number % 2 == 0 ? "Kim" : "Ada"),
      .date(45_900 + number), .text("Q\(1 + number % 4)-2026"),
    ]
  }

  @Test func `takes an export of opportunities for deals, with a reason for each column`() throws {
    let proposal = try Self.propose([.init("report1764", [Self.exportHeaders] + (1...12).map(Self.exportRow))])
    let sheet = try #require(proposal.taking(.unasked).sheets.first)
    #expect(sheet.prefix == "de")
    #expect(sheet.headerRows == 1...1)
    #expect(
      Self.columns(sheet) == [
        "deal_id": "Opportunity ID", "name": "Opportunity Name", "account_id": "Account Name", "stage": "Stage",
        "amount": "Amount", "prob_override": "Probability (%)", "expected_close": "Close Date",
        "owner": "Opportunity Owner", "created": "Created Date",
      ])
    let stage = try #require(sheet.column("stage"))
    #expect(stage.contents.samples == ["Proposal", "Closed Won"])
    #expect(stage.evidence.cells == .agree)
    #expect(sheet.leftAlone.map(\.header) == ["Fiscal Period"])
  }

  @Test func `finds the header under a title and a strip of figures`() throws {
    let proposal = try Self.propose([
      .init(
        "Sales",
        [
          ["Sales pipeline of the north"], ["ACTIVE:", 12, "WON:", 3, "STAGE:", 4], [],
          Self.exportHeaders,
        ] + (1...12).map(Self.exportRow))
    ])
    #expect(proposal.sheets.first?.headerRows == 4...4)
  }

  @Test func `finds a header far down`() throws {
    let notes: [[PlainWorkbook.Cell]] = (1...40).map { [.text("Note \($0)")] }
    let proposal = try Self.propose([.init("Pipeline", notes + [Self.exportHeaders] + (1...5).map(Self.exportRow))])
    #expect(proposal.sheets.first?.headerRows == 41...41)
  }

  @Test func `reads names of fields in whatever way they are joined`() throws {
    let proposal = try Self.propose([
      .init(
        "Pipeline",
        [["Opportunity_ID", "salesAgent", "ACCOUNT", "deal_stage", "Close.Date", "Close-Value"]]
          + (1...9).map {
            [.text("X\($0)"), "Kim", .text("Acme \($0)"), "Won", .date(46_000 + $0), .number(1_000 + Double($0))]
          })
    ])
    let sheet = try #require(proposal.taking(.unasked).sheets.first)
    #expect(sheet.headerRows == 1...1)
    #expect(Set(Self.columns(sheet).keys) == ["deal_id", "owner", "account_id", "stage", "expected_close", "amount"])
  }

  @Test func `joins the words of a header of two rows`() throws {
    let proposal = try Self.propose([
      .init(
        "回款",
        [
          ["回款编号", "合同编号", "付款阶段", "应收", nil, "实收", nil, "备注"],
          [nil, nil, nil, "金额", "日期", "金额", "日期", nil],
        ]
          + (1...6).map {
            [
              .text("Y00\($0)"), .text("K00\($0)"), "首付款", .number(100_000), .date(46_100 + $0), .number(50_000),
              .date(46_120 + $0), "x",
            ]
          }, merged: ["D1:E1", "F1:G1"])
    ])
    let sheet = try #require(proposal.sheets.first)
    #expect(sheet.prefix == "pa")
    #expect(sheet.headerRows == 1...2)
    let columns = Dictionary(uniqueKeysWithValues: sheet.columns.map { ($0.key, $0.number) })
    #expect(columns["amt_override"] == 4)
    #expect(columns["due_override"] == 5)
    #expect(columns["received"] == 6)
    #expect(columns["received_date"] == 7)
  }

  @Test func `passes a row of hints over`() throws {
    let proposal = try Self.propose([
      .init(
        "线索",
        [
          ["线索编号", "线索名称", "获取日期", "线索状态", "预计金额（万元）"],
          ["必填", "必填，项目或客户名称", "必填，格式 2026-06-30", "必填，从下拉选择", "必填，数字，单位万元"],
          ["L001", "某项目", .date(46_143), "新线索", 68], ["L002", "某二项目", .date(46_144), "新线索", 12],
        ])
    ])
    let sheet = try #require(proposal.sheets.first)
    #expect(sheet.headerRows == 1...1)
    #expect(sheet.hintRows == [2])
    #expect(sheet.column("est_amount")?.contents.filled == 2)
  }

  @Test func `binds no header whose cells hold something else`() throws {
    var rows = (1...8).map(Self.exportRow)
    for index in rows.indices { rows[index][6] = .text("see notes of \(index)") }
    let proposal = try Self.propose([.init("Pipeline", [Self.exportHeaders] + rows)])
    let sheet = try #require(proposal.sheets.first)
    #expect(sheet.column("expected_close") == nil)
    #expect(sheet.leftAlone.first { $0.header == "Close Date" }?.reason == .cellsDisagree(key: "expected_close"))
  }

  @Test(
    arguments: [
      [["Ticker", "Strike", "Amount", "Date"], ["ABC", 12.5, 100, .date(46_000)], ["DEF", 3.5, 90, .date(46_001)]],
      [["Row Labels", "Sum of Amount"], ["Kim", 12], ["Ada", 15]],
      [["房间编号", "合同状态", "当前租金", "开始日期", "结束日期"], ["A1", "在租", 400, .date(46_000), .date(46_300)]],
      [[1, 2, 3], [4, 5, 6]],
    ] as [[[PlainWorkbook.Cell]]])
  func `leaves alone what is no sheet of sales`(rows: [[PlainWorkbook.Cell]]) throws {
    let proposal = try Self.propose([.init("Tabelle1", rows)]).taking(.proposed)
    #expect(proposal.sheets.isEmpty)
    #expect(proposal.others.count == 1)
  }

  @Test func `takes the visible sheet of a kind, not the hidden one`() throws {
    let rows = [Self.exportHeaders] + (1...9).map(Self.exportRow)
    let proposal = try Self.propose([
      .init("Opportunities", rows + (10...60).map(Self.exportRow), isHidden: true), .init("Pipeline", rows),
    ])
    #expect(proposal.sheets.map(\.title) == ["Pipeline"])
    #expect(proposal.others.map(\.reason) == [.secondOf(prefix: "de")])
  }

  @Test func `says in three languages why`() throws {
    for language in Language.allCases {
      let text = Evidence(word: .vocabulary("close date", .salesforce), cells: .agree).text(in: language)
      #expect(text.contains("close date") && text.contains("Salesforce"))
    }
  }

  @Test func `takes names with amounts for deals only where something says how far they are`() throws {
    let header: [PlainWorkbook.Cell] = [
      "Date", "Name", "Email", "Boxes Sold", "Amount per Box", "Amount", "Payment Mode",
    ]
    let rows: [[PlainWorkbook.Cell]] = (1...12).map { number in
      [
        .date(46_000 + number), .text("Kim \(number)"), .text("k\(number)@example.com"), .number(Double(number)), 12,
        .number(Double(number) * 12), number % 2 == 0 ? "Cash" : "Card",
      ]
    }
    #expect(try Self.propose([.init("Sales Tracker", [header] + rows)]).taking(.proposed).sheets.isEmpty)
  }

  @Test func `knows persons by a column of phones, whatever the numbers look like`() throws {
    let header: [PlainWorkbook.Cell] = ["客户姓名", "客户手机号", "省市区", "客户备注"]
    let rows: [[PlainWorkbook.Cell]] = (1...12).map { number in
      [.text("张\(number)"), .number(Double(44_202_739_108 + number)), .text("江苏徐州\(number)"), .text("来电 \(number)")]
    }
    #expect(try Self.propose([.init("Sheet1", [header] + rows)]).sheets.first?.prefix == "le")
  }

  @Test func `reads a header of two words, and one that says how its amounts are counted`() throws {
    let proposal = try Self.propose([
      .init(
        "Vertrieb",
        [
          [
            "Angebotsnr.", "Kunde", "Projekt / Vorhaben", "Phase", "Auftragswert netto (€)",
            "Abschlusswahrscheinlichkeit in %", "Entscheidung bis", "Auftragswert %",
          ]
        ]
          + (1...9).map {
            [
              .text("A-\($0)"), .text("Firma \($0)"), .text("Umbau \($0)"), "Angebot", .number(1_000 + Double($0)),
              .number(Double($0) * 10), .date(46_000 + $0), .number(Double($0)),
            ]
          })
    ])
    let sheet = try #require(proposal.taking(.unasked).sheets.first)
    #expect(
      Self.columns(sheet) == [
        "deal_id": "Angebotsnr.", "account_id": "Kunde", "name": "Projekt / Vorhaben", "stage": "Phase",
        "amount": "Auftragswert netto (€)", "prob_override": "Abschlusswahrscheinlichkeit in %",
        "expected_close": "Entscheidung bis",
      ])
    #expect(sheet.leftAlone.map(\.header) == ["Auftragswert %"])
  }

  @Test func `takes the tasks of a project for no visits`() throws {
    let rows: [[PlainWorkbook.Cell]] = (1...9).map {
      [.number(Double($0)), .text("Step \($0)"), "Ada", .date(46_000 + $0), .date(46_010 + $0), "Done", "As agreed"]
    }
    for title in ["Project plan", "ERP"] {
      let proposal = try Self.propose([
        .init(title, [["Task ID", "Task name", "Assigned to", "Start date", "Due date", "Status", "Comments"]] + rows)
      ])
      #expect(proposal.taking(.proposed).sheets.map(\.prefix) == [], "\(title)")
    }
  }

  @Test func `gives a column its second meaning where another has only the first`() throws {
    let proposal = try Self.propose([
      .init(
        "Opportunities",
        [["Name", "Title", "Stage", "Amount", "Close date", "Sales rep"]]
          + (1...9).map {
            [.text("Acme \($0)"), .text("Roof \($0)"), "Proposal", .number(1_000), .date(46_000 + $0), "Kim"]
          })
    ])
    let columns = try Self.columns(#require(proposal.taking(.proposed).sheets.first))
    #expect(columns["account_id"] == "Name" && columns["name"] == "Title")
  }

  @Test func `takes the date of an invoice for no receipt's`() throws {
    let rows: [[PlainWorkbook.Cell]] = (1...9).map {
      [.date(46_000 + $0), .text("\(4_100 + $0)"), .text("Acme \($0)"), .date(46_030 + $0), .number(800)]
    }
    let invoices = try Self.propose([
      .init("Open invoices", [["Date", "Invoice no", "Customer", "Due date", "Amount"]] + rows)
    ])
    let columns = try Self.columns(#require(invoices.taking(.proposed).sheets.first))
    #expect(columns["due_override"] == "Due date" && columns["received_date"] == nil)
    let receipts = try Self.propose([
      .init("Payments", [["Date", "Invoice no", "Customer", "Due date", "Amount received"]] + rows)
    ])
    #expect(try Self.columns(#require(receipts.taking(.proposed).sheets.first))["received_date"] == "Date")
  }

  @Test func `takes a company's own budget and staff for no targets and contacts`() throws {
    let budget: [[PlainWorkbook.Cell]] = (1...9).map { [.text("Cost \($0)"), 900, 850, "Ada", "Over"] }
    for title in ["Budget", "Tabelle1"] {
      let proposal = try Self.propose([.init(title, [["Category", "Budget", "Actual", "Owner", "Status"]] + budget)])
      #expect(proposal.taking(.proposed).sheets.map(\.prefix) == [], "\(title)")
    }
    let staff: [[PlainWorkbook.Cell]] = (1...9).map {
      [.text("Person \($0)"), "IT", "Analyst", .date(44_000 + $0), 52_000, .text("p\($0)@example.com"), "Active"]
    }
    let headers: [PlainWorkbook.Cell] = ["Name", "Department", "Job title", "Hire date", "Salary", "Email", "Status"]
    #expect(try Self.propose([.init("Employees", [headers] + staff)]).taking(.proposed).sheets.map(\.prefix) == [])
  }

  @Test(arguments: ["Balance due", "Outstanding", "Offener Betrag", "未收金額"])
  func `takes what is still open for no amount of which a part is paid`(header: String) throws {
    func columns(_ received: String) throws -> [String: String] {
      let rows: [[PlainWorkbook.Cell]] = (1...9).map {
        [.text("INV-\($0)"), .text("Acme \($0)"), .date(46_030 + $0), 300, .number(500 + Double($0))]
      }
      let headers: [PlainWorkbook.Cell] = ["Invoice no", "Customer", "Due date", .text(received), .text(header)]
      return try Self.columns(#require(Self.propose([.init("Invoices", [headers] + rows)]).sheets.first))
    }
    #expect(try columns("Amount paid")["amt_override"] == nil)
    #expect(try columns("Clerk")["amt_override"] == header)
  }

  @Test func `takes a company's own assets for no renewals`() throws {
    let assets: [[PlainWorkbook.Cell]] = (1...9).map {
      [
        .text("AS\($0)"), "Van", "Kim", .date(44_000 + $0), .number(900), .date(46_000 + $0), "In use",
        .text("Dealer \($0)"),
      ]
    }
    let headers: [PlainWorkbook.Cell] = [
      "Asset ID", "Description", "Owner", "Purchase date", "Purchase price", "Warranty expiry", "Status", "Vendor",
    ]
    #expect(try Self.propose([.init("Assets", [headers] + assets)]).taking(.proposed).sheets.map(\.prefix) == [])
  }

  @Test func `takes targets of people beside their quarters, and no purchases`() throws {
    let targets: [[PlainWorkbook.Cell]] = (1...6).map {
      [.text("Person \($0)"), 400_000, 90_000, 100_000, 110_000, .number(100_000 + Double($0))]
    }
    let proposal = try Self.propose([
      .init("Sales targets", [["Salesperson", "Annual target", "Q1", "Q2", "Q3 2026", "Okt"]] + targets)
    ])
    let sheet = try #require(proposal.taking(.proposed).sheets.first)
    #expect(sheet.prefix == "tg" && Self.columns(sheet) == ["owner": "Salesperson", "target": "Annual target"])
    let purchases: [[PlainWorkbook.Cell]] = (1...9).map {
      [.text("B-\($0)"), .text("Firma \($0)"), "Blech", .number(500), .date(46_000 + $0), "Ada"]
    }
    let headers: [PlainWorkbook.Cell] = [
      "Bestellnr.", "Lieferant", "Artikel", "Gesamtpreis", "Bestelldatum", "Besteller",
    ]
    let other = try Self.propose([.init("Beschaffung", [headers] + purchases)])
    #expect(other.taking(.proposed).sheets.map(\.prefix) == [])
  }

  @Test func `takes a list of people for the team's only beside what the team sells`() throws {
    let people = PlainWorkbook.Sheet(
      "Staff",
      [["Name", "Department", "Job title", "Manager"]]
        + (1...9).map { [.text("Person \($0)"), "Sales", "Agent", "Kim"] })
    let export = PlainWorkbook.Sheet("report1764", [Self.exportHeaders] + (1...12).map(Self.exportRow))
    #expect(try Self.propose([people]).taking(.proposed).sheets.map(\.prefix) == [])
    #expect(try Self.propose([people, export]).taking(.proposed).sheets.map(\.prefix) == ["pe", "de"])
  }

  @Test(arguments: ["Purchase orders", "采购订单"])
  func `leaves a sheet alone whose title says that it is something else`(title: String) throws {
    let header: [PlainWorkbook.Cell] = [
      "Order No", "Supplier", "Item", "Quantity", "Unit price", "Amount", "Delivery date",
    ]
    let rows: [[PlainWorkbook.Cell]] = (1...12).map { number in
      [
        .text("PO-\(number)"), .text("Acme \(number % 3)"), "Bolt", .number(Double(number)), 2.5,
        .number(Double(number) * 2.5), .date(46_000 + number),
      ]
    }
    #expect(try Self.propose([.init(title, [header] + rows)]).taking(.proposed).sheets.isEmpty)
  }

  @Test func `takes the first of a header that stands again further down`() throws {
    let rows =
      [["Pipeline"], Self.exportHeaders] + (1...3).map(Self.exportRow) + [[], Self.exportHeaders]
      + (4...12).map(Self.exportRow)
    #expect(try Self.propose([.init("Sales", rows)]).sheets.first?.headerRows == 2...2)
  }
}
