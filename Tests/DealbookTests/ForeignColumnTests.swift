// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

private typealias Cell = PlainWorkbook.Cell
private typealias Chinese = `Headers in Chinese`

/// Columns that look like one of ours and are another, or none.
@Suite struct `Of several columns` {
  private func repeated(_ texts: [String]) -> (Int) -> PlainWorkbook.Cell { { .text(texts[$0 % texts.count]) } }

  @Test func `whose persons are others in each row is none of owners`() throws {
    for header in ["指派業務", "業務窗口"] {
      let keys = try Chinese.keys(["公司", "姓名", "職稱", "手機", "名片來源", header, "處理情形"], sheet: "參展名單") {
        [
          Chinese.customer($0), .text("訪客\($0)"), "經理", .text("0912-345-0\(10 + $0)"), "展會",
          .text(["何欣怡", "羅珮珊"][$0 % 2]), .text(["已聯繫", "未聯繫"][$0 % 2]),
        ]
      }.keys
      #expect(keys[header] == "owner", "\(keys)")
      #expect(keys["姓名"] != "owner")
      #expect(keys["名片來源"] == "channel" && keys["處理情形"] == "status")
    }
    let alone = try Chinese.keys(["公司", "姓名", "職稱", "手機", "來源", "狀態"], sheet: "參展名單") {
      [Chinese.customer($0), .text("訪客\($0)"), "經理", .text("0912-345-0\(10 + $0)"), "展會", "新建"]
    }.keys
    #expect(alone["姓名"] != "owner")
  }

  @Test func `that of who sells is the owner's, and not that of who leads the project`() throws {
    let keys = try Chinese.keys(
      ["合約單號", "客戶", "合約金額", "簽約日", "專案經理", "業務經辦", "訂金%", "交貨%", "驗收%", "保固款%"], sheet: "合約"
    ) {
      [
        .text("C-\($0)"), Chinese.customer($0), Chinese.amount($0), .date(46_000 + $0), .text(["甲", "乙"][$0 % 2]),
        .text(["何欣怡", "羅珮珊"][$0 % 2]), 0.3, 0.4, 0.2, 0.1,
      ]
    }.keys
    #expect(keys["業務經辦"] == "owner" && keys["專案經理"] == nil && keys["合約單號"] == "contract_id")
    #expect(keys["訂金%"] == "p1" && keys["交貨%"] == "p2" && keys["驗收%"] == "p3" && keys["保固款%"] == "p4")
  }

  @Test func `what is to be renewed is the renewal's amount, and the fee so far the opening one`() throws {
    let keys = try Chinese.keys(["客户名称", "产品版本", "到期日期", "年费（元）", "应续金额（元）", "续费状态", "续费日期"], sheet: "续费台账") {
      [
        Chinese.customer($0), .text(["企业版", "旗舰版"][$0 % 2]), .date(46_300 + $0), Chinese.amount($0),
        .number(Double($0) * 13_000), "已续", .date(46_200 + $0),
      ]
    }.keys
    #expect(keys["应续金额（元）"] == "amount" && keys["年费（元）"] == "opening", "\(keys)")
    #expect(keys["产品版本"] == "product_id" && keys["续费日期"] == "sign_date")
  }

  @Test func `satisfaction is the one whose numbers are on its scale`() throws {
    let keys = try Chinese.keys(
      ["Account", "Plan", "ARR", "Term start", "Term end", "CSM", "NPS", "CSAT (0-10)"], sheet: "Renewals"
    ) {
      [
        .text("Customer \($0)"), .text(["Starter", "Growth"][$0 % 2]), Chinese.amount($0), .date(46_000 + $0),
        .date(46_365 + $0), .text(["Ann", "Bob"][$0 % 2]), .number(Double($0 * 6 - 10)), .number(Double($0 % 5 + 5)),
      ]
    }.keys
    #expect(keys["CSAT (0-10)"] == "csat" && keys["NPS"] == nil)
    #expect(keys["Plan"] == "product_id")
  }

  @Test func `terms of payment are no stage of it`() throws {
    let keys = try Chinese.keys(["客戶", "發票號碼", "應收金額", "到期日", "已收金額", "付款條件"], sheet: "應收帳款") {
      [
        Chinese.customer($0), .text("AB1234\($0)"), Chinese.amount($0), .date(46_000 + $0), 0,
        .text(["月結30天", "月結60天", "貨到付款"][$0 % 3]),
      ]
    }.keys
    #expect(keys["付款條件"] == nil && keys["應收金額"] == "amt_override")
  }

  @Test func `the deadline of a bid is not the day on which bids are opened`() throws {
    let keys = try Chinese.keys(["標案案號", "機關名稱", "標案名稱", "公告日期", "截止投標", "開標時間", "預算金額", "投標狀態"], sheet: "標案追蹤") {
      [
        .text("T-\($0)"), Chinese.customer($0), .text("標案 \($0)"), .date(46_000 + $0), .date(46_030 + $0),
        .date(46_031 + $0), Chinese.amount($0), Chinese.stage($0),
      ]
    }.keys
    #expect(keys["截止投標"] == "bid_date" && keys["開標時間"] == nil)
    #expect(keys["機關名稱"] == "account_id" && keys["投標狀態"] == "stage" && keys["公告日期"] == "created")
  }

  @Test func `payments to be asked for are known without the file's name`() throws {
    let found = try Chinese.keys(
      ["合約號", "期別", "請款比例", "應請款金額", "發票號碼", "預計入帳日", "實收金額", "入帳日期", "未收款原因"], sheet: "請款計畫"
    ) {
      [
        .text("C-\($0 % 4)"), .text(["訂金", "交貨款", "驗收款", "保固款"][$0 % 4]), 0.3, Chinese.amount($0), .text("AB\($0)"),
        .date(46_000 + $0), $0.isMultiple(of: 2) ? Chinese.amount($0) : nil,
        $0.isMultiple(of: 2) ? .date(46_001 + $0) : nil, nil,
      ]
    }
    #expect(found.kind == "pa")
    #expect(found.keys["應請款金額"] == "amt_override" && found.keys["預計入帳日"] == "due_override")
    #expect(found.keys["實收金額"] == "received" && found.keys["入帳日期"] == "received_date")
  }

  @Test func `a planned day of delivery is none of what was delivered`() throws {
    let keys = try Chinese.keys(
      ["Auftrags-Nr.", "Kunde", "Netto-Auftragswert", "Auftragsdatum", "Liefertermin", "Abnahme am"],
      sheet: "Aufträge"
    ) {
      [
        .text("A-\($0)"), Chinese.customer($0), Chinese.amount($0), .date(46_000 + $0), .date(46_400 + $0),
        .date(46_100 + $0),
      ]
    }.keys
    #expect(keys["Liefertermin"] == nil && keys["Abnahme am"] == "accepted")
    #expect(keys["Netto-Auftragswert"] == "amount")
  }

  @Test func `grades are no level in a group, and a town is no region beside one`() throws {
    for (header, grades) in [("客戶等級", ["A", "B", "C"]), ("客户级别", ["A（重点客户）", "B（普通客户）"]), ("ABC", ["A", "B"])] {
      let keys = try Chinese.keys(["客戶代號", "客戶名稱", "電話", header], sheet: "客戶") {
        [.text("K\($0)"), .text("宏遠\($0)公司"), .text("02-2345-67\(10 + $0)"), .text(grades[$0 % grades.count])]
      }.keys
      #expect(keys["客戶名稱"] == "name" && keys[header] == nil, "\(keys)")
    }
    let keys = try Chinese.keys(["Kd.-Nr.", "Firmierung", "Ort", "Vertriebsgebiet"], sheet: "Kundenstamm") {
      [.text("K\($0)"), .text("Firma \($0) GmbH"), .text("Ort \($0)"), .text(["Süd", "Ost"][$0 % 2])]
    }.keys
    #expect(keys["Vertriebsgebiet"] == "region" && keys["Ort"] == nil && keys["Firmierung"] == "name")
  }

  @Test func `our own people at a visit are its visitors`() throws {
    let keys = try Chinese.keys(["Date", "Account", "Type", "Our attendees", "Attendees", "Notes"], sheet: "Visits") {
      [
        .date(46_000 + $0), Chinese.customer($0), "Meeting", .text(["Ann", "Bob"][$0 % 2]), .text("Jo \($0)"),
        "they ask for a quote",
      ]
    }.keys
    #expect(keys["Our attendees"] == "visitor")
  }

  @Test func `a running number is no ID`() throws {
    let keys = try Chinese.keys(["No", "客戶", "案名", "階段", "金額"], sheet: "商機") {
      [.number(Double($0)), Chinese.customer($0), .text("案 \($0)"), Chinese.stage($0), Chinese.amount($0)]
    }
    #expect(keys.kind == "de")
    let numbered = try Recognizer(playbook: .builtIn).propose(
      Workbook(
        PlainWorkbook([
          .init(
            "商機",
            [["No", "客戶", "案名", "階段", "金額"]]
              + (1...12).map {
                [.number(Double($0)), Chinese.customer($0), .text("案 \($0)"), Chinese.stage($0), Chinese.amount($0)]
              })
        ]).bytes()))
    let id = numbered.sheets.first?.column("deal_id")
    #expect(id.map { $0.confidence < WorkbookProposal.Threshold.unasked.column } ?? true)
  }

  @Test func `last year's target and result are those of the year before`() throws {
    let keys = try Chinese.keys(["业务员", "销售目标(万元)", "2025年目标(万元)", "2025年完成(万元)"], sheet: "2026年销售目标") {
      [.text("员工\($0)"), Chinese.amount($0), .number(Double($0) * 9), .number(Double($0) * 8)]
    }.keys
    #expect(keys["销售目标(万元)"] == "target" && keys["2025年目标(万元)"] == "prev_target")
    #expect(keys["2025年完成(万元)"] == "prev_actual")
  }

  @Test(arguments: [
    ("2026 quota", "2025 actual"), ("FY26 target", "FY25 actual"), ("Ziel 2026", "Ist 2025"), ("2026目標", "2025實績"),
  ])
  func `targets and results are told by their years`(target: String, result: String) throws {
    let keys = try Chinese.keys(["Owner", "Period start", "Period end", target, result], sheet: "Targets") {
      [.text("Rep \($0)"), .date(46_023), .date(46_387), Chinese.amount($0), .number(Double($0) * 8000)]
    }.keys
    #expect(keys[target] == "target" && keys[result] == "prev_actual", "\(keys)")
  }

  @Test(arguments: ["Cash in", "Übrig", "尚欠", "X"])
  func `of amounts one may be what was received, whatever it is called`(header: String) throws {
    let rows =
      [["Invoice no.", "Customer", "Due date", "Invoice amount", header].map { Cell.text($0) }]
      + (1...8).map { row -> [Cell] in
        [
          .text("R-\(row)"), Chinese.customer(row), .date(46_000 + row), .number(1000 * Double(row)),
          row.isMultiple(of: 2) ? .number(1000 * Double(row)) : 0,
        ]
      }
    let book = try AdoptedSheetBook([.init("Invoices", rows)])
    // What is still owed says it itself.
    let right = header == "尚欠" ? 20_000.0 : 16_000
    #expect(book.figures.values[.overdue] == nil || book.figures.values[.overdue] == right, "\(book.figures.values)")
  }

  @Test func `long numbers as IDs leave no figure of 0`() throws {
    let header: [Cell] = ["Record ID", "Customer", "Deal name", "Owner", "Stage", "Amount", "Close date"]
    let rows = (1...6).map { row -> [Cell] in
      [
        .text("55000000000000000\(row)"), Chinese.customer(row), .text("case \(row)"), "Ann",
        row.isMultiple(of: 2) ? "Closed Won" : "Proposal", 10_000, .date(46_082),
      ]
    }
    let figures = try AdoptedSheetBook([.init("Deals", [header] + rows)]).figures
    #expect(figures.values[.won] == nil || figures.values[.won] == 30_000, "\(figures.values)")
  }

  @Test func `an invoice is paid after tax, and a contract counts before`() throws {
    let invoices = try Chinese.keys(
      ["Rg.-Nr.", "Kunde", "Nettobetrag", "MwSt", "Bruttobetrag", "fällig", "bezahlter Betrag"], sheet: "Rechnungen"
    ) {
      [
        .text("R\($0)"), Chinese.customer($0), 1000, 190, 1190, .date(46_000 + $0), $0.isMultiple(of: 2) ? 1190 : nil,
      ]
    }.keys
    #expect(invoices["Bruttobetrag"] == "amt_override" && invoices["Nettobetrag"] == nil)
    let orders = try Chinese.keys(
      ["Order no", "Order date", "Client", "Net total", "VAT", "Gross total", "Sales rep"], sheet: "Sales orders"
    ) {
      [
        .text("SO-\($0)"), .date(46_000 + $0), Chinese.customer($0), .number(99 * Double($0)), 19,
        .number(118 * Double($0)), "Ann",
      ]
    }.keys
    #expect(orders["Net total"] == "amount" && orders["Gross total"] == nil)
  }

  @Test(arguments: [
    ["供应商", "合同编号", "合同金额", "签订日期", "采购负责人"],
    ["Supplier", "Contract no.", "Contract value", "Sign date", "Buyer name"],
    ["Lieferant", "Vertragsnummer", "Vertragswert", "Vertragsdatum", "Einkäufer"],
  ])
  func `those of suppliers are of no contracts of ours`(header: [String]) throws {
    for title in ["Sheet1", "合同台账"] {
      let rows =
        [header.map { Cell.text($0) }]
        + (1...12).map { row -> [Cell] in
          [
            .text("Firma \(row % 5)"), .text("C-\(row)"), Chinese.amount(row), .date(46_000 + row),
            .text(["Ann", "Bob"][row % 2]),
          ]
        }
      #expect(try `Recognising a workbook`.propose([.init(title, rows)]).taking(.unasked).sheets.isEmpty)
    }
  }

  @Test(arguments: [
    ["供应商", "发票号码", "应付金额", "到期日", "已付金额"], ["Vendor", "Bill no.", "Amount", "Due date", "Paid"],
    ["廠商", "發票號碼", "應付金額", "到期日", "已付金額"],
  ])
  func `what is to be paid is no receivable`(header: [String]) throws {
    let rows =
      [header.map { Cell.text($0) }]
      + (1...12).map { row -> [Cell] in
        [.text("Firma \(row % 5)"), .text("AB1234\(row)"), Chinese.amount(row), .date(46_000 + row), 0]
      }
    #expect(try `Recognising a workbook`.propose([.init("Sheet1", rows)]).taking(.proposed).sheets.isEmpty)
  }

  @Test func `the day of an award is when a deal was won, beside when it is expected`() throws {
    let keys = try Chinese.keys(
      ["Bid no", "Customer", "Project", "Bid amount", "Bid status", "Anticipated Award", "Award Date"],
      sheet: "Bid Log"
    ) {
      [
        .text("B-\($0)"), Chinese.customer($0), .text("Case \($0)"), Chinese.amount($0),
        .text(["Submitted", "Awarded", "Lost"][$0 % 3]), .date(46_300 + $0), $0 % 3 == 1 ? .date(46_200 + $0) : nil,
      ]
    }.keys
    #expect(keys["Anticipated Award"] == "expected_close" && keys["Award Date"] == "actual_close")
  }

  @Test func `a header may be spaced out`() throws {
    let keys = try Chinese.keys(["客 戶", "案 名", "階 段", "預 計 成 交 日", "成 交 機 率", "金額"], sheet: "商機") {
      [
        Chinese.customer($0), .text("案 \($0)"), Chinese.stage($0), .date(46_300 + $0), 0.3, Chinese.amount($0),
      ]
    }.keys
    #expect(keys["預 計 成 交 日"] == "expected_close" && keys["成 交 機 率"] == "prob_override")
  }

  @Test func `hours of work are no visits`() throws {
    let header: [Cell] = [
      "Datum", "Mitarbeiter", "Projekt", "Kunde", "Tätigkeit", "Beginn", "Ende", "Pause (h)", "Stunden",
      "Abrechenbar",
    ]
    let rows = (1...12).map { row -> [Cell] in
      [
        .date(46_000 + row), "Eder", "Anlage", Chinese.customer(row), "Montage", 0.3, 0.7, 0.5, 7.5, "ja",
      ]
    }
    let proposal = try `Recognising a workbook`.propose([.init("Stundenzettel", [header] + rows)])
    #expect(proposal.taking(.proposed).sheets.isEmpty)
  }

  @Test func `exports of CRMs in German are known`() throws {
    let keys = try Chinese.keys(
      [
        "Datensatz-ID", "Opportunity-Name", "Opportunity-Inhaber", "Potenzieller Kunde", "Gesch. Umsatz", "Phase",
        "Schlusstermin", "Erstelldatum", "Verkaufswahrscheinlichkeit", "Grund für verlorenen Deal",
      ], sheet: "Opportunities"
    ) {
      [
        .text("006\($0)"), .text("Fall \($0)"), .text(["Eder", "Weiß"][$0 % 2]), Chinese.customer($0),
        Chinese.amount($0), .text(["Angebot", "Verhandlung"][$0 % 2]), .date(46_300 + $0), .date(46_000 + $0), 50,
        "Preis",
      ]
    }.keys
    #expect(keys["Datensatz-ID"] == "deal_id" && keys["Opportunity-Inhaber"] == "owner")
    #expect(keys["Potenzieller Kunde"] == "account_id" && keys["Gesch. Umsatz"] == "amount")
    #expect(keys["Schlusstermin"] == "expected_close" && keys["Erstelldatum"] == "created")
    #expect(keys["Verkaufswahrscheinlichkeit"] == "prob_override" && keys["Grund für verlorenen Deal"] == "lost_reason")
  }
}

@Suite struct `Tabs for the months` {
  @Test func `that end in a total of the same name are read as one`() throws {
    let header: [Cell] = ["案號", "客戶", "案名", "業務", "金額", "狀態", "預計結案"]
    let sheets = ["10月", "11月", "12月"].enumerated().map { month, name in
      PlainWorkbook.Sheet(
        name,
        [header]
          + (1...8).map { row -> [Cell] in
            [
              .text("\(month + 10)-0\(row)"), Chinese.customer(row), .text("案 \(month)-\(row)"), "何欣怡", 10_000,
              Chinese.stage(row), .date(46_000 + row),
            ]
          } + [["本月合計", nil, nil, nil, 80_000]])
    }
    let sheet = try #require(`Recognising a workbook`.propose(sheets).taking(.proposed).sheets.first)
    #expect(sheet.parts.map(\.title) == ["11月", "12月"])
  }

  @Test(arguments: ["封存", "草稿", "历史", "去年", "History", "Draft", "Entwurf", "Vorjahr", "Sicherung"])
  func `that are set aside are not added`(title: String) throws {
    let header: [Cell] = ["Deal ID", "Customer", "Deal name", "Stage", "Amount", "Close date"]
    let sheets = ["Deals", title].enumerated().map { number, name in
      PlainWorkbook.Sheet(
        name,
        [header]
          + (1...8).map { row -> [Cell] in
            [
              .text("\(number)-\(row)"), Chinese.customer(row), .text("case \(number)-\(row)"), "Proposal", 10_000,
              .date(46_000 + row),
            ]
          })
    }
    let sheet = try #require(`Recognising a workbook`.propose(sheets).taking(.proposed).sheets.first)
    #expect(sheet.title == "Deals" && sheet.parts.isEmpty)
  }
}

@Suite struct `The sum of a team's targets` {
  @Test(arguments: ["全體", "Team Süd", "Summe Vertrieb", "销售部", "Overall"])
  func `in the last row is no target of its own`(name: String) throws {
    let header: [Cell] = ["Owner", "Period start", "Period end", "Target"]
    func row(_ owner: String, _ target: Double) -> [Cell] {
      [.text(owner), .date(46_023), .date(46_387), .number(target)]
    }
    func count(_ last: [Cell]) throws -> Int? {
      let rows = [header, row("Ann", 300), row("Bob", 500), row("Cid", 100), last]
      return try Analysis(
        Workbook(PlainWorkbook([.init("Targets", rows)]).bytes()), playbook: .builtIn, options: DealSheet.options
      ).team.sheet("tg")?.rows.dataCount
    }
    #expect(try count(row(name, 900)) == 3)
    // Another number is another target, and so is that of a person.
    #expect(try count(row(name, 800)) == 4)
    #expect(try count(row("Dora", 900)) == 4)
  }
}
