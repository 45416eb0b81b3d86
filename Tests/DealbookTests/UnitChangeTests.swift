// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// A column in 萬元 that something else depends on.
@Suite struct `A column in 萬元` {
  private func deals(_ others: [PlainWorkbook.Sheet], formula: PlainWorkbook.Cell = nil) -> DealSheet {
    var deals = DealSheet("金額(萬元)", [120, 60])
    deals.title = "商機"
    deals.headers = ["商機編號", "客戶編號", "商機名稱", "申報階段", "預計簽約日", "金額(萬元)", "提成"]
    for index in deals.rows.indices {
      deals.rows[index][3] = "驗證商機"
      deals.rows[index].append(index == 0 ? formula : nil)
    }
    deals.others = others
    return deals
  }

  private func isConverted(_ deals: DealSheet) throws -> Bool {
    try deals.values("amount", after: .safe) == [.number(1_200_000), .number(600_000)]
  }

  @Test func `is converted once, whatever the playbook said of its unit before`() throws {
    let yaml = "extends: key-account\nsheets: {de: {columns: {amount: {money_unit: 10000}}}}\n"
    let reading = PlaybookReader.read([PlaybookSource(name: "team.yaml", bytes: Array(yaml.utf8))])
    let playbook = try #require(reading.playbook)
    let once = try RepairedWorkbook(
      Workbook(deals([]).bytes()), playbook: playbook, options: DealSheet.options, level: .safe)
    #expect(!once.repairs.isEmpty)
    let again = try RepairedWorkbook(
      once.analysis.team.workbook, playbook: playbook, options: DealSheet.options, level: .safe)
    #expect(again.repairs.isEmpty)
    let values = try #require(again.analysis.team.sheet("de")?.column("amount")).values.values
    #expect(values == [.number(1_200_000), .number(600_000)])
    #expect(again.analysis.isPlanned("weighted"))
  }

  @Test func `is converted where nothing else reads it`() throws {
    #expect(try isConverted(deals([])))
    #expect(try isConverted(deals([.init("週報", [["週報(萬元)", 5]])])))
  }

  @Test func `stays where a report on another sheet sums it up, which is named`() throws {
    let book = deals([.init("週報", [["本週金額(萬元)", .formula("SUM(商機!F2:F3)", 180)]])])
    let repaired = try book.repaired()
    #expect(
      try #require(repaired.analysis.team.sheet("de")?.column("amount")).values.values == [.number(120), .number(60)])
    #expect(repaired.repairs.isEmpty)
    #expect(
      repaired.unmade.map { "\($0.reason)" } == [
        "these depend on the column’s current unit: the formula 週報!B1; convert the column by hand together with them"
      ])
    #expect(try book.repaired(.all).repairs.isEmpty)
  }

  @Test func `stays where a title elsewhere or a remark in the header's row states the unit`() throws {
    var book = deals([.init("封面", [["商機一覽(萬元)"], ["合計", 5]])])
    book.headers.append("說明：金額單位為萬元")
    #expect(try !isConverted(book))
    let told = try book.repaired().unmade.map { "\($0.reason)" }.joined()
    #expect(told.contains("封面!A1") && told.contains("商機!H1"), "\(told)")
  }

  @Test(arguments: ["INDIRECT(\"商機!F2\")", "SUM(INDIRECT(A9))", "OFFSET(商機!A1,1,5)", "INDIRECT(\"R2C6\",FALSE)"])
  func `stays where a formula may read it without naming its cells`(formula: String) throws {
    #expect(try !isConverted(deals([.init("週報", [["本週", .formula(formula, 120)]])])))
  }

  @Test func `stays where such a formula beside it multiplies by a number`() throws {
    #expect(try !isConverted(deals([], formula: .formula("INDIRECT(\"F2\")*10000", 1))))
  }

  @Test func `stays where a formula beside it holds an amount`() throws {
    #expect(try !isConverted(deals([], formula: .formula("IF(F2>100,1,0)", 1))))
    #expect(try isConverted(deals([], formula: .formula("F2*0.05", 6))))
  }

  @Test(arguments: ["提成(萬元)", "提成（萬）", "Commission (10k yuan)"])
  func `stays where a formula beside it stands under a header with the unit`(header: String) throws {
    var book = deals([], formula: .formula("F2*0.05", 6))
    book.headers[6] = header
    #expect(try !isConverted(book))
    let unmade = try book.repaired().unmade.map { "\($0.reason)" }
    #expect(unmade.contains { $0.contains("商機!G2") }, "\(unmade)")
    // A share has no unit.
    var share = deals([], formula: .formula("F2/SUM(F2:F3)", 0.67))
    share.headers[6] = header
    #expect(try isConverted(share))
  }

  @Test func `stays where a label beside it says the unit of a sum`() throws {
    var book = deals([])
    book.rows.append([nil, nil, nil, nil, nil, nil, nil, "合計(萬元)", .formula("SUM(F2:F3)", 180)])
    #expect(try !isConverted(book))
    book.rows[book.rows.count - 1][7] = "合計"
    #expect(try isConverted(book))
  }

  @Test func `stays where a label beside one of its cells says the unit`() throws {
    var book = deals([])
    book.rows.append([nil, nil, nil, nil, "合計(萬元)", .formula("SUM(F2:F3)", 180)])
    #expect(try !isConverted(book))
    #expect(try book.repaired().unmade.contains { "\($0.reason)".contains("商機!E4") })
    book.rows[book.rows.count - 1][4] = "合計"
    #expect(try isConverted(book))
  }

  @Test func `stays where columns without a unit add up to it`() throws {
    var book = deals([])
    book.headers.replaceSubrange(6...6, with: ["上半年", "下半年"])
    for (row, halves) in [(0, (70.0, 50.0)), (1, (20.0, 40.0))] {
      book.rows[row].replaceSubrange(6...6, with: [.number(halves.0), .number(halves.1)])
    }
    #expect(try !isConverted(book))
    #expect(try book.repaired().unmade.contains { "\($0.reason)".contains("上半年") })
    book.rows[0][6] = 71
    #expect(try isConverted(book))
  }

  @Test(arguments: [
    "<conditionalFormatting sqref='F2:F9'><cfRule type='cellIs' priority='1' operator='greaterThan'><formula>100</formula></cfRule></conditionalFormatting>",
    "<dataValidations count='1'><dataValidation type='decimal' operator='lessThan' sqref='F2:F9'><formula1>5000</formula1></dataValidation></dataValidations>",
  ])
  func `stays where a rule of the sheet compares it with a number`(_ rule: String) throws {
    func book(_ after: String) throws -> RepairedWorkbook {
      var builder = WorkbookBuilder()
      func text(_ place: String, _ text: String) -> String {
        "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
      }
      builder.add(
        sheet: "商機",
        rows: "<row r='1'>" + text("A1", "商機編號") + text("E1", "商機名稱") + text("F1", "金額(萬元)") + "</row><row r='2'>"
          + text("A2", "D-001") + text("E2", "一") + "<c r='F2'><v>120</v></c></row>", after: after)
      return try RepairedWorkbook(
        Workbook(builder.bytes()), playbook: .builtIn, options: DealSheet.options, level: .safe)
    }
    #expect(try book(rule).repairs.isEmpty)
    #expect(try !book("").repairs.isEmpty)
  }
}

@Suite struct `A unit made of a currency and a scale` {
  @Test func `is read as no plain currency, and converted with its header`() throws {
    let deals = DealSheet("Amount (k€)", [120, 60])
    let analysis = try deals.analysis()
    #expect(
      analysis.findings.contains { analysis.team.playbook.rules[$0.rule].id == "WBK-010" && $0.column == "amount" })
    #expect(!analysis.isPlanned("weighted"))
    let repaired = try deals.repaired()
    let amount = try #require(repaired.analysis.team.sheet("de")?.column("amount"))
    #expect(amount.header == "Amount (EUR)" && amount.moneyScale == nil)
    #expect(amount.values.values == [.number(120_000), .number(60_000)])
    let again = try RepairedWorkbook(
      repaired.workbook, playbook: .builtIn, options: DealSheet.options, level: .safe)
    #expect(again.repairs.isEmpty)
  }

  @Test(arguments: ["Amount ($M)", "Amount (in thousands)", "Amount (T$)"])
  func `stays where it can be read in two ways or names no currency`(header: String) throws {
    let repaired = try DealSheet(header, [120, 60]).repaired()
    let amount = try #require(repaired.analysis.team.sheet("de")?.column("amount"))
    #expect(amount.moneyScale != nil && amount.values.values == [.number(120), .number(60)])
    #expect(repaired.repairs.isEmpty)
  }

  @Test(arguments: [
    ("k€", 1e3), ("€k", 1e3), ("keur", 1e3), ("usd'000", 1e3), ("$000s", 1e3), ("inthousandsofusd", 1e3),
    ("tsd.€", 1e3), ("teur", 1e3), ("mio.€", 1e6), ("$m", 1e6), ("us$mn", 1e6), ("£bn", 1e9), ("万美元", 1e4),
    ("百萬歐元", 1e6), ("人民币万元", 1e4), ("新台幣千元", 1e3), ("萬元人民幣", 1e4), ("單位萬元", 1e4), ("人民幣", 1), ("inthousands", 1e3),
    ("k", 1e3), ("k€/year", 1e3), ("€", 1), ("usd", 1),
  ])
  func `has its scale`(unit: String, scale: Double) {
    #expect(HeaderNormalizer.moneyScale(ofUnit: unit) == scale)
  }

  @Test(arguments: ["mm", "m", "t", "rpm", "000", "kg", "km", "精確", "months", "in", "of"])
  func `is not made of these`(unit: String) {
    #expect(HeaderNormalizer.moneyScale(ofUnit: unit) == nil)
  }
}

extension `A unit made of a currency and a scale` {
  @Test(arguments: ["Amount (NTD)", "Amount (USD)"])
  func `may be the playbook's where the header names the currency alone, and is then left to people`(header: String)
    throws
  {
    let yaml = "extends: key-account\nsheets: {de: {columns: {amount: {money_unit: 1000}}}}\n"
    let playbook = try #require(
      PlaybookReader.read([PlaybookSource(name: "team.yaml", bytes: Array(yaml.utf8))]).playbook)
    let repaired = try RepairedWorkbook(
      Workbook(DealSheet(header, [120]).bytes()), playbook: playbook, options: DealSheet.options, level: .safe)
    let amount = try #require(repaired.analysis.team.sheet("de")?.column("amount"))
    // A header that said no more than before would be converted a second time.
    #expect(amount.moneyScale == 1000 && repaired.repairs.isEmpty && amount.values.values == [.number(120)])
  }
}
