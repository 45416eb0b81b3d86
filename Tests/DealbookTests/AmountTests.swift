// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

private func texts(_ texts: [String]) -> [PlainWorkbook.Cell] { texts.map { .text($0) } }

@Suite struct `An amount typed as text` {
  private static let mixed = ["7.000", "1.000€", "10.000", "1.234,56", "0,123", "12.500"]

  @Test func `that can be read in two ways stays, and both are told`() throws {
    let deals = DealSheet("Amount", texts(Self.mixed))
    #expect(try deals.values("amount", after: .safe) == Self.mixed.map { .text($0) })
    let analysis = try deals.analysis()
    #expect(analysis.rules(at: "amount").filter { $0.hasPrefix("GEN-019") }.count == 6)
    #expect(
      analysis.messages("GEN-019").first == "\"7.000\" in \"Amount\" can be read as 7 or as 7000: left as it is")
  }

  @Test func `takes the decimal mark that most of the column's others can only have`() throws {
    let german = try DealSheet("Amount", texts(["1.234,56", "9.876,50", "7.000"])).values("amount", after: .safe)
    #expect(german == [.number(1234.56), .number(9876.5), .number(7000)])
    let english = try DealSheet("Amount", texts(["1,234.56", "7.000"])).values("amount", after: .safe)
    #expect(english == [.number(1234.56), .number(7)])
  }

  @Test func `by itself is read where a comma can only separate thousands`() throws {
    #expect(NumberReader.read("12,500")?.value == 12_500)
    #expect(NumberReader.read("0,123") == nil)
    #expect(NumberReader.read("12.500") == nil)
    #expect(NumberReader.read("12.50")?.value == 12.5)
  }

  @Test(arguments: [
    ("1'234.50", 1234.5), ("1 234 567", 1_234_567), ("1.2M", 1_200_000), ("50k", 50_000), ("10w", 100_000),
    ("2.5 million", 2_500_000), ("3.2E5", 320_000), ("(1,234)", -1234), ("1.5百万", 1_500_000),
    // Dashes in place of cents, as in German and Swiss prices.
    ("80'000.-", 80_000), ("Fr. 80'000.–", 80_000), ("1250.—", 1_250),
  ])
  func `in another spelling has one reading`(_ text: String, _ number: Double) {
    #expect(NumberReader.read(text)?.value == number)
  }

  @Test(arguments: ["80.000,--", "80.000,- €", "80.000,–"])
  func `with a dash for no cents shows the decimal mark`(_ text: String) {
    #expect(NumberReader.read(text, .settled(.comma))?.value == 80_000)
    #expect(NumberReader.read(text, .settled(.point)) == nil)
  }

  @Test func `with a percent sign is none`() throws {
    let deals = DealSheet("Amount", texts(["50%", "1,200"]))
    #expect(try deals.values("amount", after: .safe) == [.text("50%"), .number(1200)])
    #expect(try deals.analysis().rules(at: "amount").contains("GEN-018 2"))
  }

  @Test func `in another currency is never a bare number`() throws {
    var deals = DealSheet("金額(元)", texts(["USD 50,000", "NT$1,200,000", "12,500 USD", "€12.500,00", "¥80,000元"]))
    deals.title = "商機"
    deals.headers = ["商機編號", "客戶編號", "商機名稱", "申報階段", "預計簽約日", "金額(元)"]
    let values = try deals.values("amount", after: .safe)
    #expect(Array(values.prefix(4)) == ["USD 50,000", "NT$1,200,000", "12,500 USD", "€12.500,00"].map { .text($0) })
    #expect(values[4] == .number(80_000))
    #expect(
      try deals.analysis().messages("GEN-020").first == "\"USD 50,000\" is in USD, \"金額(元)\" in 元: left as it is")
  }

  @Test func `in a column that states no currency is not taken for one in it`() throws {
    let deals = DealSheet("Amount", texts(["$1,200"]))
    #expect(try deals.values("amount", after: .safe) == [.text("$1,200")])
    #expect(
      try deals.analysis().messages("GEN-020") == [
        "\"$1,200\" is in $, \"Amount\" in a currency that is not stated: left as it is"
      ])
  }

  @Test(arguments: [
    ("約100万", "approximate"), ("100万+", "approximate"), ("100-150万", "a range"), ("8.5万/年", "a rate"),
    (">100", "a limit"),
  ])
  func `that is no value says why`(_ text: String, _ why: String) throws {
    let messages = try DealSheet("Amount", texts([text])).analysis().messages("GEN-018")
    #expect(messages.count == 1 && messages[0].contains(why))
  }
}

@Suite struct `A date typed as text` {
  @Test(arguments: ["Dec 31, 2026", "31 Dec 2026", "31 December 2026", "December 31st, 2026", "31-Dec-2026"])
  func `with the name of its month has one reading`(_ text: String) {
    #expect(DateReader.read(text) == DateReader.Reading(year: 2026, month: 12, day: 31))
  }

  private func deals(_ texts: [String]) -> DealSheet {
    var deals = DealSheet("Amount", texts.map { _ in 100 })
    for (index, text) in texts.enumerated() { deals.rows[index][4] = .text(text) }
    return deals
  }

  @Test func `keeps its time of day`() throws {
    #expect(
      try deals(["2026/3/10 14:00"]).values("expected_close", after: .safe) == [.number(46_091 + 14.0 / 24)])
  }

  @Test func `with two readings stays unless the column tells which`() throws {
    #expect(try deals(["3/4/2026"]).values("expected_close", after: .safe) == [.text("3/4/2026")])
    #expect(
      try deals(["3/4/2026"]).analysis().messages("GEN-019") == [
        "\"3/4/2026\" in \"Expected close\" can be read as 2026-03-04 or as 2026-04-03: left as it is"
      ])
    let told = try deals(["25/4/2026", "3/4/2026"]).values("expected_close", after: .safe)
    #expect(told == [.number(46_137), .number(46_115)])
  }

  @Test func `becomes a date in the team's own format`() throws {
    var deals = DealSheet("Amount", [1, 2, 3])
    deals.rows[2][4] = "2026-3-10"
    let repaired = try deals.repaired()
    var formats: [String] = []
    try CellListing.forEach(in: repaired.workbook, sheetIndex: 0) {
      if "\($0.cell)".hasPrefix("E") { formats.append($0.numberFormat) }
    }
    #expect(formats.suffix(3) == ["mm-dd-yy", "mm-dd-yy", "mm-dd-yy"])
  }

  @Test func `counts once where the whole column is kept so`() throws {
    let analysis = try deals(["2026-12-01", "2026-12-02"]).analysis()
    #expect(analysis.rules(at: "expected_close") == ["GEN-007 2", "GEN-007 3"])
  }
}
