// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A column of percentages` {
  private func deals(_ header: String, _ cells: [PlainWorkbook.Cell]) -> DealSheet {
    var deals = DealSheet(header, cells)
    deals.headers.append("Amount")
    for index in deals.rows.indices { deals.rows[index].append(10_000) }
    return deals
  }

  @Test func `that counts to a hundred is one as a whole: 1 is 1 percent`() throws {
    let deals = deals("Probability (%)", [0, 1, 5, 50, 100])
    let analysis = try deals.analysis()
    #expect(!analysis.isPlanned("weighted"))
    #expect(analysis.rules(at: "prob_override").filter { $0.hasPrefix("GEN-010") }.count == 4)
    #expect(
      try deals.values("prob_override", after: .all)
        == [.number(0), .number(0.01), .number(0.05), .number(0.5), .number(1)])
    #expect(try deals.repaired(.all).analysis.isPlanned("weighted"))
  }

  @Test func `is left alone under safe`() throws {
    #expect(try deals("Probability (%)", [1, 50]).values("prob_override", after: .safe) == [.number(1), .number(50)])
  }

  @Test func `of fractions stays one with a slip in it`() throws {
    let deals = deals("Probability", [0.2, 0.5, 0.6, 0.8, 60])
    #expect(try deals.analysis().rules(at: "prob_override").contains("GEN-010 6"))
    #expect(try deals.analysis().isPlanned("weighted"))
    #expect(try deals.values("prob_override", after: .all).last == .number(0.6))
  }

  @Test func `that is kept in both ways is not computed with, under no repair`() throws {
    let deals = deals("Probability", [0.6, 60, 0.5, 50])
    let analysis = try deals.analysis()
    #expect(analysis.rules(at: "prob_override").contains("GEN-022 1"))
    #expect(!analysis.isPlanned("weighted") && !analysis.isPlanned("prob"))
    #expect(try deals.values("prob_override", after: .all) == [.number(0.6), .number(60), .number(0.5), .number(50)])
  }

  @Test func `that counts to a hundred keeps a text in percent in step`() throws {
    let deals = deals("Probability (%)", [50, 60, "70%"])
    #expect(try deals.values("prob_override", after: .safe) == [.number(50), .number(60), .number(70)])
    #expect(try deals.values("prob_override", after: .all) == [.number(0.5), .number(0.6), .number(0.7)])
  }

  @Test func `that counts to a hundred by the playbook is computed with as it is`() throws {
    let yaml = """
      extends: key-account
      sheets:
        de:
          columns:
            prob_override:
              percent: hundreds
      """
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(yaml.utf8))])
    #expect(reading.issues.map(\.description) == [])
    let playbook = try #require(reading.playbook)
    let book = try FilledBook(deals("Probability (%)", [1, 50, nil, 250]).bytes(), playbook: playbook)
    let analysis = book.filled.analysis
    #expect(analysis.rules(at: "prob_override").filter { $0.hasPrefix("GEN") } == ["GEN-009 5"])
    let weighted = try #require(analysis.values(of: ColumnID(sheet: "de", key: "weighted")))
    #expect(weighted.prefix(2) == [.number(100), .number(5000)])
    // With a blank cell, the probability of the stage applies.
    let chances = try #require(analysis.values(of: ColumnID(sheet: "de", key: "prob")))
    #expect(chances[2].shownText != "0" && chances[2].shownText != "")
    #expect(try book.cells("Deals").values.contains { $0.formula?.contains("/100)") == true })
    #expect(try book.again(playbook: playbook).filled.bytes == book.filled.bytes)
    let repaired = try RepairedWorkbook(
      book.before, playbook: playbook, options: DealSheet.options, level: .all)
    #expect(repaired.repairs.isEmpty)
  }
}
