// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

/// What `explain` says, in every language and of everything it knows.
@Suite struct `An explained text` {
  private static let playbook = Playbook.builtIn

  /// Of rules, columns, settings, sheets, lists and codes.
  private static let names: [String] =
    playbook.rules.map(\.id)
    + playbook.sheets.flatMap { sheet in [sheet.prefix] + sheet.columns.map { "\(sheet.prefix).\($0.key)" } }
    + playbook.settings.map(\.name) + playbook.lists.map(\.prefix) + RuleExplanation.codes.map(\.id)

  /// The lines that people read as sentences: formulas, labels and headers in every language are left out.
  private static func lines(_ name: String, _ language: Language) -> [String] {
    playbook.explanations(of: name, language: language).flatMap { explanation in
      [explanation.title]
        + explanation.sections.flatMap { section in
          foreign.contains(section.heading) ? [] : section.lines.filter { !$0.hasPrefix("=") && !$0.contains(" / ") }
        }
    }
  }

  private static let foreign = ["Formula", "公式", "Headers it goes by", "認得的欄名", "认得的列名"]

  @Test(arguments: Language.allCases) func `shows no placeholder`(language: Language) {
    for name in Self.names {
      let open = Self.lines(name, language).filter { $0.contains(#/\{[a-z_]+(\|[^}]*)?\}/#) }
      #expect(open == [], "\(name)")
    }
  }

  @Test func `in English holds no Chinese`() {
    for name in Self.names {
      let chinese = Self.lines(name, .english).filter { line in
        line.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) || (0x3000...0x303F).contains($0.value) }
      }
      #expect(chinese == [], "\(name)")
    }
  }

  /// But for the rule on one person in both scripts, whose examples show the two.
  @Test func `in Simplified Chinese holds no character of Traditional alone`() {
    for name in Self.names where name != "GEN-028" {
      for line in Self.lines(name, .simplifiedChinese) {
        #expect(Simplified.text(line) == line, "\(name)")
      }
    }
  }

  @Test(arguments: [Language.traditionalChinese, .simplifiedChinese])
  func `in Chinese has full-width marks between Chinese words`(language: Language) {
    for name in Self.names {
      // The titles of three settings have a colon, as workbooks have them.
      let half = Self.lines(name, language).filter {
        $0.contains(#/\p{Han}[,:;] ?\p{Han}|\p{Han}: |\p{Han}, /#) && !$0.contains("分:")
      }
      #expect(half == [], "\(name)")
    }
  }
}
