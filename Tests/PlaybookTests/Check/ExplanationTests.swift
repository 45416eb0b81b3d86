// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `An explanation` {
  let playbook = Playbook.builtIn

  @Test(arguments: Language.allCases) func `is there for every rule`(language: Language) {
    for rule in playbook.rules {
      let explanation = playbook.explanation(of: rule.id.lowercased(), language: language)
      #expect(explanation?.id == rule.id)
      #expect(explanation?.sections.allSatisfy { !$0.lines.isEmpty && !$0.heading.isEmpty } == true)
      #expect(explanation?.sections.contains { $0.heading == ExplainHeading.action[language] } == true)
    }
  }

  @Test func `is there for every column`() {
    for sheet in playbook.sheets {
      for column in sheet.columns {
        #expect(
          playbook.explanation(of: "\(sheet.prefix).\(column.key)", language: .english)?.id
            == "\(sheet.prefix).\(column.key)")
      }
    }
  }

  @Test(arguments: ["de.weighted", "de_weighted", "DE.Weighted", "商機.加權金額(元)", "商机!加权金额", "Deals.Weighted amount"])
  func `of a column goes by key and by header`(id: String) {
    #expect(playbook.explanation(of: id, language: .english)?.id == "de.weighted")
  }

  @Test func `of a header names each sheet that has it`() {
    #expect(
      playbook.explanations(of: "漏斗階段", language: .traditionalChinese).map(\.id) == [
        "pl.stage", "le.funnel_stage", "de.funnel_stage",
      ])
  }

  /// What results for programs call `column`, and what teams write over it.
  @Test func `is there for every key alone, and for headers of teams`() {
    for sheet in playbook.sheets {
      for column in sheet.columns {
        let ids = playbook.explanations(of: column.key, language: .english).map(\.id)
        #expect(!ids.isEmpty, "\(column.key)")
      }
    }
    #expect(playbook.explanations(of: "k1", language: .english).map(\.id) == ["de.k1"])
    #expect(playbook.explanation(of: "簽約日", language: .traditionalChinese) != nil)
    #expect(playbook.explanations(of: "Phase", language: .english).map(\.id).contains("de.stage"))
  }

  @Test func `shows a formula with headers`() throws {
    let explanation = try #require(playbook.explanation(of: "de.weighted", language: .traditionalChinese))
    #expect(
      explanation.text.contains(#"=IF(OR([成交概率]="",NOT(ISNUMBER([金額(元)]))),"",ROUND([金額(元)]*[成交概率],2))"#))
  }

  @Test func `shows an example of the message`() throws {
    let explanation = try #require(playbook.explanation(of: "PAY-005", language: .english))
    #expect(explanation.text.contains("77 days overdue, 60,000 outstanding"))
  }

  @Test func `goes for settings, sheets and lists too`() {
    #expect(playbook.explanation(of: "asof", language: .english)?.id == "AsOf")
    #expect(playbook.explanation(of: "商機", language: .english)?.id == "de")
    #expect(playbook.explanation(of: "st", language: .english)?.id == "st")
  }

  @Test(arguments: Language.allCases) func `goes for every report that a page names`(_ language: Language) {
    let found = (1...18).map { playbook.explanations(of: "R\($0)", language: language) }
    #expect(found.allSatisfy { $0.count == 1 && $0[0].sections.count == 2 })
    #expect(Set(found.compactMap { $0.first?.title }).count == 18)
  }

  @Test func `of nothing is none, and the nearest name is offered`() {
    #expect(playbook.explanation(of: "DEA-04", language: .english) == nil)
    #expect(playbook.nearestExplainable(to: "DEA-04") != nil)
  }
}

private enum ExplainHeading {
  static let action: [Language: String] = [
    .traditionalChinese: "怎麼辦", .simplifiedChinese: "怎么办", .english: "What to do",
  ]
}
