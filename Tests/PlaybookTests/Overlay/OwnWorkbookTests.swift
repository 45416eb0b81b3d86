// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

/// What a playbook can say about a team's own workbook.
@Suite struct `A playbook of a team's own workbook` {
  func read(_ yaml: String) -> PlaybookReader.Reading {
    PlaybookReader.read([
      PlaybookSource(name: "x.yaml", bytes: Array("playbook: x\nextends: key-account\n\(yaml)".utf8))
    ])
  }

  @Test func `states tabs, rows and headers of a sheet`() throws {
    let reading = read(
      """
      sheets:
        de:
          sheets: [Pipeline Nord, Pipeline Süd]
          header: 4..5
          skip: [6, 9..11]
          ignore: [Amount]
          columns:
            amount: {header: 'TCV (kUSD)', money_unit: k, currency: usd}
            prob_override: {header: Chance, percent: hundreds}
            expected_close: {header: Close, dates: dmy}
      """)
    #expect(reading.issues.map(\.description) == [])
    let playbook = try #require(reading.playbook)
    let deals = try #require(playbook.sheet("de"))
    #expect(deals.placement.titles == ["Pipeline Nord", "Pipeline Süd"])
    #expect(deals.placement.headerRows == 4...5)
    #expect([6, 7, 9, 11, 12].map(deals.placement.skips) == [true, false, true, true, false])
    let amount = try #require(deals.column("amount"))
    #expect(amount.convention.moneyUnit == 1000)
    #expect(amount.convention.currency == Currency(code: "USD"))
    #expect(deals.column("prob_override")?.convention.percentScale == .hundreds)
    #expect(deals.column("expected_close")?.convention.dateOrder == .dayFirst)
    let index = HeaderIndex(deals)
    #expect(index.match("tcv (kusd)")?.key == "amount")
    #expect(index.match("Amount") == nil)
    #expect(index.match("CHANCE")?.key == "prob_override")
    #expect(TitleIndex(playbook).match("pipeline süd") == .sheet("de"))
  }

  @Test(arguments: [
    ("sheets: {de: {header: x}}", "not a row number"), ("sheets: {de: {skip: [0]}}", "not a row number"),
    ("sheets: {de: {columns: {amount: {header: A}, name: {header: a}}}}", "means both"),
    ("sheets: {de: {columns: {amount: {currency: Gulden}}}}", "not a known currency"),
    ("sheets: {de: {columns: {amount: {money_unit: dozen}}}}", "not a unit of money"),
    ("sheets: {de: {columns: {prob_override: {percent: tenths}}}}", "tenths"),
    ("sheets: {de: {colums: {}}}", "did you mean"),
  ])
  func `is checked`(yaml: String, message: String) {
    let issues = read(yaml + "\n").issues.map(\.description)
    #expect(issues.count == 1 && issues[0].contains(message), "\(issues)")
  }

  @Test func `may have stages in any number, and formulas find those that they name`() throws {
    let rows = (1...9).map { "      S\($0): {en: Step \($0), open: 1, won: 0, conv: 0.9, max_days: 30, gate_n: 0}" }
    let reading = read(
      """
      lists:
        st:
          rows:
      \(rows.joined(separator: "\n"))
            WON2: {en: Delivered, open: 0, won: 1, conv: 1, max_days: 0, gate_n: 13}
          order: [LEAD, S1, S2, S3, S4, S5, S6, S7, S8, S9, WON, WON2, LOST]
      """)
    #expect(reading.issues.map(\.description) == [])
    let deals = try #require(reading.playbook?.sheet("de"))
    #expect(deals.column("funnel_stage")?.computed?.formula?.contains("INDEX(st_label,11)") == true)
    #expect(deals.column("funnel_stage")?.computed?.formula?.contains("{declared_no}>=13") == true)
    #expect(reading.playbook?.rule("DEA-001")?.test != nil)
    let own = try #require(Playbook.builtIn.sheet("de")?.column("funnel_stage")?.computed?.formula)
    #expect(own.contains("INDEX(st_label,6)") && own.contains("{declared_no}>=7") && !own.contains("@"))
  }
}
