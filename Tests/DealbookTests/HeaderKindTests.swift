// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

/// Ways of heading a column that no list of words can hold.
@Suite struct `Headers of every kind` {
  typealias Chinese = `Headers in Chinese`

  /// The keys of a pipeline's columns with one more header, over numbers, dates or texts.
  private func key(_ header: String, over cell: @escaping (Int) -> PlainWorkbook.Cell) throws -> String? {
    try Chinese.keys(["Customer", "Opportunity", "Stage", "Expected close", header], sheet: "Pipeline") {
      [
        Chinese.customer($0), .text("Case \($0)"), .text(["Lead", "Offer", "Won"][$0 % 3]), .date(46_300 + $0),
        cell($0),
      ]
    }.keys[header]
  }

  private func person(_ number: Int) -> PlainWorkbook.Cell { .text(["Kim", "Ada", "Lena"][number % 3]) }

  @Test(arguments: ["Quote total", "Deal total", "Quotation sum", "Projektvolumen", "Auftragsvolumen"])
  func `say in other words what an amount is`(_ header: String) throws {
    #expect(try key(header, over: Chinese.amount) == "amount")
  }

  @Test(arguments: ["Tax total", "Cost total", "Gesamtkosten"])
  func `of taxes and costs are no amounts`(_ header: String) throws {
    #expect(try key(header, over: Chinese.amount) != "amount")
  }

  @Test(arguments: ["Date quoted", "Quoted on", "Proposed on", "Date enquired"])
  func `say when something happened`(_ header: String) throws {
    #expect(try key(header, over: { .date(46_000 + $0) }) == "created")
  }

  @Test(arguments: ["Value (erw.)", "gepl. Umsatz", "vorauss. Wert", "vsl. Umsatz"])
  func `abbreviate what is expected`(_ header: String) throws {
    #expect(try key(header, over: Chinese.amount) == "amount")
  }

  @Test(arguments: ["Abschluss gepl.", "gepl. Abschluss", "erw. Abschlussdatum", "Voraussichtl. Abschluss"])
  func `abbreviate when a deal will close`(_ header: String) throws {
    let keys = try Chinese.keys(["Kunde", "Projekt", "Phase", "Betrag", header], sheet: "Vertriebspipeline") {
      [Chinese.customer($0), .text("Fall \($0)"), Chinese.stage($0), Chinese.amount($0), .date(46_300 + $0)]
    }.keys
    #expect(keys[header] == "expected_close")
  }

  @Test(arguments: [("k€", 1e3), ("$k", 1e3), ("EUR", 1), ("萬元", 1e4), ("NT$", 1)])
  func `may be nothing but the unit of the amounts`(_ header: String, scale: Double) throws {
    #expect(try key(header, over: Chinese.amount) == "amount")
    #expect(UnitStatement.unit(inHeader: header).flatMap { HeaderNormalizer.moneyScale(ofUnit: $0) } == scale)
  }

  @Test(arguments: ["金額万", "金额-万", "金額_萬"])
  func `may end in a unit without 元`(_ header: String) throws {
    #expect(UnitStatement.unit(inHeader: header).flatMap { HeaderNormalizer.moneyScale(ofUnit: $0) } == 1e4)
  }

  @Test func `of a plan say what was sold, and not what comes next`() throws {
    let keys = try Chinese.keys(["Customer", "Plan", "ARR", "Start", "Renewal date", "CSM"], sheet: "Renewals") {
      [Chinese.customer($0), "Pro", Chinese.amount($0), .date(46_000 + $0), .date(46_300 + $0), person($0)]
    }.keys
    #expect(keys["Plan"] != "next_action")
  }

  @Test func `give two words for one thing, however they are joined`() throws {
    for header in ["Account Owner | Responsible", "Sales rep or agent", "Verkäufer／Betreuer", "業務或負責人"] {
      #expect(try key(header, over: person) == "owner", "\(header)")
    }
    let (_, keys) = try Chinese.keys(["客戶", "品名/專案", "階段", "金額"], sheet: "商機") {
      [Chinese.customer($0), .text("案 \($0)"), Chinese.stage($0), Chinese.amount($0)]
    }
    #expect(keys["品名/專案"] == "name")
    // Whom it concerns and how it stands are two things.
    #expect(try key("Customer / Stage", over: person) == nil)
  }

  @Test func `that a word turns are known to be no input, and an agreement is none of the words that turn`() throws {
    let words = PreparedPlaybook.of(.builtIn).words(of: .builtIn)
    #expect(words.endsInOther(HeaderWords("采购联系电话")).contains("de"))
    #expect(words.familiarity(of: HeaderWords("采购联系电话"), bare: HeaderWords("采购联系电话")) > 0)
    #expect(!WordIndex.turns(HeaderWords("协议金额")) && WordIndex.turns(HeaderWords("协办负责人")))
  }

  @Test func `in two rows may count days`() throws {
    let rows: [[PlainWorkbook.Cell]] = [
      ["Customer", "Invoice", nil, nil, "Aging (days)", nil, nil, nil, "Account rep"],
      [nil, "Invoice no.", "Due date", "Amount", "Current", "1-30", "31-60", "90+", nil],
    ]
    let data = (1...8).map { row -> [PlainWorkbook.Cell] in
      [Chinese.customer(row), .text("R\(100 + row)"), .date(46_000 + row), 900, 100, 200, 300, 300, person(row)]
    }
    let merged = ["A1:A2", "B1:D1", "E1:H1", "I1:I2"]
    let proposal = try `Recognising a workbook`.propose([.init("AR aging", rows + data, merged: merged)])
    let sheet = try #require(proposal.taking(.proposed).sheets.first)
    #expect(sheet.headerRows == 1...2)
    #expect(sheet.column("due_override")?.number == 3 && sheet.column("amt_override")?.number == 4)
    #expect(AgeWords.isBucket("> 90") && AgeWords.isBucket("30天內") && AgeWords.isBucket("61–90 days"))
    #expect(!AgeWords.isBucket("1-12") && !AgeWords.isBucket("2026-03") && !AgeWords.isBucket("90"))
  }

  @Test func `over months are dates, and a single number is none`() {
    #expect(
      DateWords.isDate("2026-03") && DateWords.isDate("2026/3") && DateWords.isDate("3月") && DateWords.isDate("2026年3月")
    )
    #expect(!DateWords.isDate("13月") && !DateWords.isDate("2026-13") && !DateWords.isDate("3"))
  }

  @Test func `of a list of leads that says when and how likely is that of deals`() throws {
    let headers = ["Lead number", "Lead name", "Company", "Status", "Value", "Anticipated close date"]
    func row(_ number: Int) -> [PlainWorkbook.Cell] {
      [
        .text("Lead-\(100 + number)"), .text("Sign \(number)"), Chinese.customer(number),
        .text(["Open", "Won", "Lost"][number % 3]), Chinese.amount(number), .date(46_300 + number),
      ]
    }
    #expect(try Chinese.keys(headers, row).kind == "le")
    #expect(
      try Chinese.keys(headers + ["Stage", "Confidence"]) { row($0) + ["Quote", .number(Double($0 % 3) * 30)] }.kind
        == "de")
  }

  @Test func `of tabs by month are one sheet, though customers come again, unless the rows do`() throws {
    let header: [PlainWorkbook.Cell] = ["Client", "Service", "Deal size", "Stage", "Expected close"]
    func tab(_ name: String, _ amounts: ClosedRange<Int>) -> PlainWorkbook.Sheet {
      .init(
        name,
        [header] + amounts.map { [Chinese.customer($0), "Web", .number(Double($0) * 100), "Won", .date(46_200 + $0)] })
    }
    func parts(_ tabs: [PlainWorkbook.Sheet]) throws -> Int? {
      try `Recognising a workbook`.propose(tabs).sheets.first?.parts.count
    }
    #expect(try parts([tab("Jan", 1...9), tab("Feb", 10...19), tab("Mar", 20...28)]) == 2)
    #expect(try parts([tab("Jan", 1...9), tab("Feb", 2...10)]) == 0)
  }
}
