// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

private func repaired(_ sheets: [PlainWorkbook.Sheet], _ level: RepairLevel = .safe) throws -> RepairedWorkbook {
  try RepairedWorkbook(
    Workbook(PlainWorkbook(sheets).bytes()), playbook: .builtIn, options: DealSheet.options, level: level)
}

private func date(_ serial: Double) -> Cell { .number(serial) }

@Suite struct `A column in another unit in a ledger` {
  private static let headers: [Cell] = ["商機編號", "客戶編號", "商機名稱", "預估金額(萬元)", "申報階段"]

  private func rows(_ name: String) -> [[Cell]] {
    [
      [.text("D001"), .text("A1"), .text(name), 120, .text("驗證商機")],
      [.text("D002"), .text("A1"), .text("普通的案子"), 80, .text("驗證商機")],
    ]
  }

  /// 萬科, 億緯, 亿能 and so on are companies.
  @Test(arguments: ["萬科物業二期", "惠州亿能运维服务项目", "億緯鋰能產線", "千万间广厦", "百萬人家社區"])
  func `is converted whatever companies are called`(name: String) throws {
    let repaired = try repaired([.init("商機", [Self.headers] + rows(name))])
    #expect(
      repaired.analysis.team.sheet("de")?.column("amount")?.values.values == [.number(1_200_000), .number(800_000)])
  }

  @Test(arguments: ["合計（萬）", "總額萬元", "單位：萬", "金額 億"])
  func `is left alone where the text before an amount is its unit`(label: String) throws {
    let repaired = try repaired([.init("商機", [Self.headers] + rows(label))])
    #expect(repaired.analysis.team.sheet("de")?.column("amount")?.values.values == [.number(120), .number(80)])
    #expect(repaired.unmade.contains { if case .readElsewhere = $0.reason { true } else { false } })
  }

  @Test func `is converted under a header of two rows, of which the lower states the unit`() throws {
    let upper: [Cell] = [.text("基本資料"), nil, nil, .text("金額與階段"), nil]
    let repaired = try repaired([
      .init("商機", [upper, Self.headers] + rows("案子"), merged: ["A1:C1", "D1:E1"])
    ])
    let column = try #require(repaired.analysis.team.sheet("de")?.column("amount"))
    #expect(column.values.values == [.number(1_200_000), .number(800_000)])
    #expect(repaired.repairs.first { $0.cell == CellReference("D2") }?.newText == "預估金額(元)")
    #expect(!repaired.repairs.contains { $0.cell == CellReference("D1") })
    let again = try RepairedWorkbook(
      repaired.workbook, playbook: .builtIn, options: DealSheet.options, level: .safe)
    #expect(again.repairs.isEmpty && again.unmade.isEmpty)
  }

  /// A cell that stays in 萬元 under a header in 元 would be wrong by 10,000.
  @Test(arguments: [
    (PlainWorkbook.Cell.formula("100+20", 120), "formula-in-column"), (.text("約150"), "unread-in-column"),
    (.text("12.500"), "unread-in-column"), (1_200_000, "number-of-other-unit"),
  ])
  func `is left alone if one of its cells cannot be converted`(cell: PlainWorkbook.Cell, reason: String) throws {
    var rows = rows("案子") + rows("別的案子")
    rows[2][0] = .text("D003")
    rows[3][0] = .text("D004")
    rows[3][3] = cell
    let repaired = try repaired([.init("商機", [Self.headers] + rows)])
    #expect(repaired.unmade.map(\.reason.code) == [reason])
    #expect(!repaired.repairs.contains { $0.cell.column == 4 }, "\(repaired.repairs)")
  }

  /// Programs that write workbooks without calculating them leave formulas without values.
  @Test func `is left alone if a formula in it has no stored value`() throws {
    func text(_ cell: String, _ text: String) -> String {
      "<c r='\(cell)' t='inlineStr'><is><t>\(text)</t></is></c>"
    }
    func row(_ number: Int, _ texts: [String], _ amount: String) -> String {
      let cells = zip(["A", "B", "C", "E"], texts).map { text("\($0)\(number)", $1) }
      return "<row r='\(number)'>\(cells[0])\(cells[1])\(cells[2])\(amount)\(cells[3])</row>"
    }
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "商機",
      rows: row(1, ["商機編號", "客戶編號", "商機名稱", "申報階段"], text("D1", "預估金額(萬元)"))
        + row(2, ["D001", "A1", "案子", "驗證商機"], "<c r='D2'><v>120</v></c>")
        + row(3, ["D002", "A1", "別的案子", "驗證商機"], "<c r='D3'><f>40*2</f></c>"))
    let repaired = try RepairedWorkbook(
      Workbook(builder.bytes()), playbook: .builtIn, options: DealSheet.options, level: .safe)
    #expect(repaired.unmade.map(\.reason.code) == ["formula-in-column"])
    #expect(!repaired.repairs.contains { $0.cell.column == 4 }, "\(repaired.repairs)")
  }

  @Test func `stays as it is on several tabs, with the reason`() throws {
    let header: [Cell] = ["Deal ID", "Account", "Deal name", "Stage", "Amount (k€)", "Close date", "Owner"]
    func tab(_ name: String, _ first: Int) -> PlainWorkbook.Sheet {
      .init(
        name,
        [header]
          + (first..<first + 4).map {
            [.text("D-\($0)"), .text("Customer \($0)"), .text("Deal \($0)"), "Proposal", 120, .date(46_082), "Anna"]
          })
    }
    let repaired = try repaired([tab("Oct 26", 1), tab("Nov 26", 11)])
    #expect(repaired.analysis.team.sheet("de")?.parts.count == 1)
    #expect(repaired.repairs.isEmpty)
    #expect(
      repaired.unmade.map(\.reason.description) == [
        "the column stands on several tabs (Oct 26, Nov 26), and --repair leaves its unit and formulas alone; correct each tab by hand"
      ])
  }
}

@Suite struct `Dates with a time of day` {
  private func analysis(_ dates: [Double]) throws -> Analysis {
    let rows = dates.enumerated().map { row, serial -> [Cell] in
      [.text("D-\(row + 1)"), "A1", "a deal", "Verify opportunity", .date(46_200), 100, date(serial)]
    }
    return try DealSheet(
      headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount", "Created on"], rows
    ).analysis()
  }

  @Test func `are one finding where a whole column has them, as in an export`() throws {
    let analysis = try analysis([46_000.4, 46_001.5, 46_002.6, 46_003.7, 46_004])
    #expect(analysis.rules(at: "created") == ["GEN-013 1"])
    #expect(analysis.messages("GEN-013") == ["Date has a time part; truncated, like 3 more in the column"])
  }

  @Test func `are a finding each where they are the exception`() throws {
    let analysis = try analysis([46_000, 46_001.5, 46_002, 46_003.7, 46_004])
    #expect(analysis.rules(at: "created") == ["GEN-013 3", "GEN-013 5"])
    #expect(analysis.messages("GEN-013").first == "Date has a time part; truncated")
  }
}

@Suite struct `Shares of instalments` {
  private func rules(terms: [String]) throws -> [String] {
    let contracts = PlainWorkbook.Sheet(
      "Contracts",
      [
        ["Contract ID", "Account ID", "Contract name", "Amount", "Signed on"] + terms.map { .text($0) },
        ["K-1", "A1", "one", 100_000, .date(46_000)] + terms.map { _ in 0.4 },
      ])
    let payments = PlainWorkbook.Sheet(
      "Payments",
      [
        ["Payment ID", "Contract ID", "Payment stage", "Percent"], ["P-1", "K-1", "Down payment", 0.3],
        ["P-2", "K-1", "Delivery payment", 0.4],
      ])
    let analysis = try Analysis(
      Workbook(PlainWorkbook([contracts, payments]).bytes()), playbook: .builtIn, options: DealSheet.options)
    return analysis.findings.filter { $0.sheet == "pa" }.map { "\(analysis.team.playbook.rules[$0.rule].id) \($0.row)" }
  }

  @Test func `are not compared with terms that no column holds`() throws {
    #expect(try !rules(terms: []).contains { $0.hasPrefix("PAY-003") })
  }

  @Test func `are compared with those that are there`() throws {
    #expect(try rules(terms: ["首付比例", "到貨比例"]).filter { $0.hasPrefix("PAY-003") } == ["PAY-003 2"])
  }
}

@Suite struct `The end of a contract on a list of renewals` {
  private func analysis(_ headers: [Cell], _ more: [Cell]) throws -> Analysis {
    let rows = (1...6).map { row -> [Cell] in
      [.text("R-\(row)"), .text("Customer \(row)"), .date(45_757), .date(46_122), "Open", 1000] + more
    }
    let header: [Cell] = ["Contract no.", "Customer", "Contract start", "Contract end", "Renewal status", "Annual fee"]
    return try Adoption(
      Workbook(PlainWorkbook([.init("Renewals", [header + headers] + rows)]).bytes()), fileName: "renewals.xlsx",
      options: DealSheet.options
    ).analysis()
  }

  @Test func `is the day on which it expires`() throws {
    let analysis = try analysis([], [])
    #expect(analysis.team.sheet("re")?.column("expiry")?.header == "Contract end")
    #expect(HeadlineFigures(analysis).values[.due30] == 6)
  }

  @Test func `is the end of a period beside another expiry, and beside what revenue gained and lost`() throws {
    for (header, cell) in [("Expiry date", Cell.date(46_500)), ("Churned ARR", 10)] {
      let analysis = try analysis([.text(header)], [cell])
      #expect(analysis.team.sheet("re")?.column("p_end")?.header == "Contract end")
    }
  }
}

@Suite struct `A second tab with the same columns` {
  private static let header: [Cell] = ["Deal ID", "Customer", "Deal name", "Stage", "Amount", "Close date", "Owner"]

  private func tab(_ name: String, _ prefix: String, closing: Int = 46_082) -> PlainWorkbook.Sheet {
    .init(
      name,
      [Self.header]
        + (1...6).map { row -> [Cell] in
          [
            .text("\(prefix)-\(row)"), .text("Customer \(row)"), .text("Deal \(row)"), "Won",
            .number(Double(row) * 1000),
            .date(closing + row), "Anna",
          ]
        })
  }

  private func won(_ tabs: [PlainWorkbook.Sheet]) throws -> Double? {
    let analysis = try Analysis(
      Workbook(PlainWorkbook(tabs).bytes()), playbook: .builtIn, options: DealSheet.options)
    return HeadlineFigures(analysis).values[.won]
  }

  @Test func `is no part of the first where its rows are the same under other IDs`() throws {
    #expect(try won([tab("Pipeline", "P"), tab("Status März", "S")]) == 21_000)
  }

  @Test func `is one where its rows are of other days`() throws {
    #expect(try won([tab("January", "P", closing: 46_023), tab("February", "S", closing: 46_060)]) == 42_000)
  }
}

@Suite struct `An empty column after each column` {
  @Test(arguments: [
    ["Angebots-Nr.", "Kunde", "Projekt", "Status", "Angebotssumme", "Abschluss geplant", "Vertrieb"],
    ["商機編號", "客戶名稱", "商機名稱", "階段", "預估金額", "預計成交日", "業務"],
    ["Deal ID", "Customer", "Deal name", "Stage", "Amount", "Close date", "Owner"],
  ])
  func `separates no tables`(headers: [String]) throws {
    let rows = (1...8).map { row -> [Cell] in
      [
        .text("A-\(row)"), .text("Muster \(row)"), .text("Linie \(row)"), .text(row % 2 == 0 ? "Won" : "Proposal"),
        .number(Double(row) * 1000), .date(46_082 + row), .text(row % 3 == 0 ? "Anna" : "Ben"),
      ]
    }
    let spaced = ([headers.map { .text($0) }] + rows).map { $0.flatMap { [$0, Cell.blank] } }
    let analysis = try Adoption(
      Workbook(PlainWorkbook([.init("Tabelle1", spaced)]).bytes()), fileName: "team.xlsx", options: DealSheet.options
    ).analysis()
    let keys = Set(analysis.team.sheet("de")?.columns.filter { !$0.definition.isComputed }.map(\.key) ?? [])
    #expect(keys.isSuperset(of: ["deal_id", "account_id", "name", "stage", "amount", "expected_close", "owner"]))
  }
}

@Suite struct `Terms of payment in words` {
  @Test func `are no number of days, and stand in the way of no due date`() throws {
    let rows = (1...6).map { row -> [Cell] in
      [
        .text("INV-\(row)"), .text("Customer \(row)"), .number(1000), .text(row % 2 == 0 ? "Net 30" : "Net 45"),
        .date(46_050), nil,
      ]
    }
    let header: [Cell] = ["Invoice no.", "Customer", "Invoice amount", "Terms", "Due date", "Amount paid"]
    let analysis = try Adoption(
      Workbook(PlainWorkbook([.init("Invoices", [header] + rows)]).bytes()), fileName: "invoices.xlsx",
      options: DealSheet.options
    ).analysis()
    let payments = try #require(analysis.team.sheet("pa"))
    #expect(payments.column("credit_days") == nil && payments.column("due_override")?.header == "Due date")
    #expect(HeadlineFigures(analysis).values[.overdue] == 6000)
  }
}
