// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A sheet of deals whose amounts state no unit, with texts beside its header.
private struct Titled {
  var above: [[PlainWorkbook.Cell]] = []
  var below: [[PlainWorkbook.Cell]] = []
  var beside: String?
  var header = "Amount"
  var tab = "Deals"

  func analysis(_ playbook: Playbook = .builtIn) throws -> Analysis {
    try Analysis(Workbook(bytes()), playbook: playbook, options: DealSheet.options)
  }

  func bytes() throws -> [UInt8] {
    let deals = DealSheet(header, [120, 60])
    var headers = deals.headers
    if let beside { headers.append(beside) }
    let rows = above + [headers.map { .text($0) }] + below + deals.rows
    return try PlainWorkbook([.init(tab, rows)]).bytes()
  }
}

extension Analysis {
  /// The cells of the findings about units.
  fileprivate var units: [String] {
    findings.filter { team.playbook.rules[$0.rule].id == "WBK-010" }
      .map { CellReference(row: $0.row, column: $0.columnNumber)?.description ?? $0.sheet }
  }
  fileprivate var amount: LocatedColumn? { team.sheet("de")?.column("amount") }
}

@Suite struct `A line about the unit of amounts` {
  @Test(arguments: [
    ("Total (k€)", 1e3), ("Total in k€", 1e3), ("Summe (T€)", 1e3), ("合計（萬元）", 1e4), ("总计（万元）", 1e4),
  ])
  func `may be the name of the total below them`(text: String, scale: Double) throws {
    func book(_ total: Double) throws -> Analysis {
      let deals = DealSheet("Amount", [120, 60])
      let rows = [deals.headers.map { .text($0) }] + deals.rows + [[.text(text), nil, nil, nil, nil, .number(total)]]
      return try Analysis(
        Workbook(PlainWorkbook([.init("Deals", rows)]).bytes()), playbook: .builtIn, options: DealSheet.options)
    }
    #expect(try book(180).amount?.moneyScale == scale)
    #expect(try book(180).units == ["A4"])
    // A total that was converted says nothing of the amounts above it.
    #expect(try book(180 / scale).amount?.moneyScale == nil)
    #expect(try book(180 / scale).units == [])
  }

  @Test(arguments: [
    ("單位：萬元", 1e4), ("单位：人民币万元", 1e4), ("金额单位：千元", 1e3), ("（金額單位：新臺幣千元）", 1e3), ("單位:NT$千元", 1e3),
    ("2026 年度商機一覽表 單位：萬元", 1e4), ("商機一覽（萬元）", 1e4), ("單位均為萬元", 1e4), ("金額以人民幣萬元計", 1e4), ("币种：人民币 单位：万元", 1e4),
    ("單位：人民幣（萬元）", 1e4), ("單位：新台幣1,000元", 1e3), ("單位：台/萬元", 1e4), ("单位：亿元", 1e8), ("萬元", 1e4), ("單位：千元；稅前", 1e3),
    ("Unit: k€", 1e3), ("(in thousands of USD)", 1e3), ("all amounts in '000", 1e3),
    ("All amounts are in USD thousands", 1e3),
    ("Sales pipeline 2026 (k€)", 1e3), ("Pipeline (in thousands of US dollars)", 1e3), ("Amounts: USD '000", 1e3),
    ("$ in millions", 1e6), ("Figures in € thousands, before tax", 1e3), ("Pipeline 2026 in kUSD", 1e3),
    ("USD '000", 1e3),
    ("Amounts in 1,000 EUR", 1e3), ("Values in INR lakhs", 1e5), ("all figures shown in $M", 1e6),
    ("Alle Beträge in T€", 1e3), ("Angaben in Tsd. EUR", 1e3), ("Beträge in Mio. €", 1e6), ("Einheit: TEUR", 1e3),
    ("Werte in Tausend Euro", 1e3),
  ])
  func `counts like one in each header`(text: String, scale: Double) throws {
    for book in [
      Titled(above: [[.text(text)]]), Titled(above: [["Team list"], [nil, nil, nil, nil, nil, .text(text)], []]),
      Titled(below: [[.text(text)]]),
    ] {
      let analysis = try book.analysis()
      #expect(analysis.amount?.moneyScale == scale)
      #expect(!analysis.isPlanned("weighted"))
      #expect(analysis.units.count == 1)
      #expect(analysis.team.sheet("de")?.rows.dataCount == 2)
    }
  }

  @Test(arguments: [
    "單位：元", "单位：人民币元", "Amounts in EUR", "Currency: USD", "單位：台", "單位：萬台", "Unit: pieces",
    "Business unit: Midwest (MN)",
    "單位名稱：某公司", "编制单位：万元科技有限公司", "Team: k", "All quantities in thousands of units", "Unit: T", "Sales in May", "以下為商機",
    "千", "K", "in total", "Angaben ohne Gewähr", "Stückzahl in Tsd.", "Won in thousands of shops",
  ])
  func `about something else changes nothing`(text: String) throws {
    let analysis = try Titled(above: [[.text(text)]]).analysis()
    #expect(analysis.amount?.moneyScale == nil)
    #expect(analysis.isPlanned("weighted"))
    #expect(analysis.units.isEmpty)
  }

  @Test func `is one finding at its cell, which names the unit`() throws {
    let analysis = try Titled(above: [["Deals", nil, "Unit: k€"]]).analysis()
    #expect(analysis.units == ["C1"])
    #expect(analysis.messages("WBK-010") == ["Amounts are in \"k€\"; expected is one currency in single units"])
  }

  @Test func `may stand beside the header`() throws {
    #expect(try Titled(beside: "單位：萬元").analysis().units == ["G1"])
    #expect(try Titled(tab: "Deals (k€)").analysis().amount?.moneyScale == 1000)
  }

  @Test(arguments: ["Amount (元)", "Amount (EUR)", "Amount in EUR", "Amount €"])
  func `gives way to a header with a unit of its own`(header: String) throws {
    let analysis = try Titled(above: [["單位：萬元"]], header: header).analysis()
    #expect(analysis.amount?.moneyScale == nil && analysis.isPlanned("weighted") && analysis.units.isEmpty)
  }

  @Test func `gives way to a playbook that states the unit`() throws {
    let yaml = "extends: key-account\nsheets: {de: {columns: {amount: {money_unit: 1}}}}\n"
    let playbook = try #require(
      PlaybookReader.read([PlaybookSource(name: "team.yaml", bytes: Array(yaml.utf8))]).playbook)
    #expect(try Titled(above: [["單位：萬元"]]).analysis(playbook).isPlanned("weighted"))
  }

  @Test func `of another block further up does not count where a nearer one speaks`() throws {
    let book = Titled(above: [["目標表", "單位：萬元"], ["目標", 500], [], ["商機表", "單位：元"]])
    #expect(try book.analysis().amount?.moneyScale == nil)
  }

  @Test func `is not the label of a figure`() throws {
    for above: [[PlainWorkbook.Cell]] in [
      [["Target (k€)", 500, "Won (k€)", 120]], [["Target (k€)", "Won (k€)"], [500, 120]], [["目標(萬元)", 500, "萬元"]],
      [["Revenue in k€", 1200]],
    ] {
      #expect(try Titled(above: above).analysis().amount?.moneyScale == nil)
    }
  }

  @Test(arguments: ["注：以上金额单位为万元", "Note: all amounts in k€"])
  func `may be a note below the rows, which is no data`(text: String) throws {
    var deals = DealSheet("Amount", [120, 60])
    deals.rows += [[], [.text(text)]]
    let analysis = try deals.analysis()
    #expect(analysis.amount?.moneyScale ?? 1 > 1 && analysis.units == ["A5"])
    #expect(analysis.team.sheet("de")?.rows.dataCount == 2)
  }

  @Test(arguments: [("#,##0\"萬\"", 1e4), ("0.0\"k€\"", 1e3), ("#,##0,\"k€\"", 1), ("0!.0,\"萬\"", 1), ("#,##0\"元\"", 1)])
  func `may be a number format that writes the unit`(code: String, scale: Double) throws {
    let deals = DealSheet("Amount", [120, 60])
    var builder = PlainWorkbook([.init("Deals", [deals.headers.map { .text($0) }] + deals.rows)]).builder()
    let escaped = code.replacing("\"", with: "&quot;")
    let styles = try #require(builder.styles)
    builder.styles =
      "<numFmts count='1'><numFmt numFmtId='170' formatCode=\"\(escaped)\"/></numFmts>"
      + styles.replacing("<xf/><xf numFmtId='14'", with: "<xf numFmtId='170' applyNumberFormat='1'/><xf numFmtId='14'")
    let analysis = try Analysis(Workbook(builder.bytes()), playbook: .builtIn, options: DealSheet.options)
    #expect(analysis.amount?.moneyScale ?? 1 == scale)
    #expect(analysis.units == (scale == 1 ? [] : ["F2"]))
  }

  @Test func `over a group of columns counts for these`() throws {
    let book = Titled(above: [["Deal", nil, nil, nil, nil, "Value (k€)"]])
    #expect(try book.analysis().amount?.moneyScale == 1000)
    let other = Titled(above: [["Costs (k€)", "Deal", nil, nil, "Value"]])
    #expect(try other.analysis().amount?.moneyScale == nil)
  }

  @Test func `may be a row of units under the header`() throws {
    let analysis = try Titled(below: [[nil, nil, nil, nil, nil, "萬元"]]).analysis()
    #expect(analysis.amount?.moneyScale == 1e4 && analysis.team.sheet("de")?.rows.dataCount == 2)
    #expect(try Titled(below: [[nil, nil, nil, nil, "日", "元"]]).analysis().amount?.moneyScale == nil)
  }

  @Test func `is left to people by a repair, which names it`() throws {
    let repaired = try RepairedWorkbook(
      Workbook(Titled(above: [["單位：萬元"]]).bytes()), playbook: .builtIn, options: DealSheet.options, level: .safe)
    #expect(repaired.repairs.isEmpty)
    #expect(
      repaired.unmade.map { "\($0.cell) \($0.reason)" } == [
        "A1 the unit is stated by the text “單位：萬元”: change it together with the numbers"
      ])
    #expect(repaired.analysis.amount?.values.values == [.number(120), .number(60)])
  }

  @Test func `is told by an adoption`() throws {
    let adoption = try Adoption(
      Workbook(Titled(above: [["Unit: k€"]]).bytes()), fileName: "deals.xlsx", options: DealSheet.options)
    let sheet = try #require(adoption.sheets.first)
    #expect(sheet.unitLines.map(\.text) == ["Unit: k€"])
    #expect(sheet.column("amount")?.convention.moneyUnit == 1000)
    #expect(try !adoption.analysis().isPlanned("weighted"))
  }
}

@Suite struct `A header's unit outside brackets at its end` {
  @Test(arguments: [
    ("Amount in k€", 1e3), ("Amount k€", 1e3), ("Betrag T€", 1e3), ("Amount USD '000", 1e3), ("Amount (k€) net", 1e3),
    ("合同金額萬元", 1e4), ("合同金額_萬元", 1e4), ("合同金額，單位：萬元", 1e4), ("Amount, in thousands", 1e3),
  ])
  func `counts`(header: String, scale: Double) {
    #expect(UnitStatement.unit(inHeader: header).flatMap(HeaderNormalizer.moneyScale) == scale)
  }

  @Test(arguments: ["Amount", "Amount (net)", "合同金額", "金額(精確)", "Expected in May", "Total", "億元客戶數", "Value of unit"])
  func `is not found in others`(header: String) {
    #expect(UnitStatement.unit(inHeader: header) == nil)
  }
}

extension `A line about the unit of amounts` {
  @Test func `is not needed where the lower of two header rows states it, each column for itself`() throws {
    let rows: [[PlainWorkbook.Cell]] = [
      ["Deal ID", "Deal name", "Declared stage", "Expected close", "Contract", nil, "Note"],
      [nil, nil, nil, nil, "Amount (k€)", "Margin (k€)", nil],
      ["D-001", "a deal", "Verify opportunity", .date(46_200), 120, 12, "x"],
      ["D-002", "a deal", "Verify opportunity", .date(46_200), 60, 6, "y"],
    ]
    let repaired = try RepairedWorkbook(
      Workbook(PlainWorkbook([.init("Deals", rows)]).bytes()), playbook: .builtIn, options: DealSheet.options,
      level: .safe)
    let amount = try #require(repaired.analysis.amount)
    #expect(amount.moneyScale == nil && amount.values.values == [.number(120_000), .number(60_000)])
    #expect(try repaired.listed("E2").value == .text("Amount (EUR)"))
    // What is not read keeps its unit and its numbers.
    #expect(try repaired.listed("F2").value == .text("Margin (k€)"))
    #expect(try repaired.listed("F3").value == .number(12))
  }
}
