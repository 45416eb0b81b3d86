// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Playbook

/// What `glossary.yaml` says.
enum Glossary {
  /// Words that no sentence of the language holds.
  static func never() throws -> [Language: [String]] {
    let bytes = [UInt8](try Data(contentsOf: BuiltInFiles.folder.appending(path: "BuiltIn/glossary.yaml")))
    let file = YAMLFile(bytes, name: "glossary.yaml", index: 0)
    try #require(file.issues.isEmpty)
    let terms = file.root?.pairs?.first { $0.key == "terms" }?.value.items ?? []
    #expect(terms.count >= 30)
    var never: [Language: [String]] = [:]
    for term in terms {
      for language in Language.allCases {
        #expect(term.pairs?.contains { $0.key == language.rawValue } == true)
      }
      for pair in term.pairs?.first(where: { $0.key == "never" })?.value.pairs ?? [] {
        guard let language = Language(rawValue: pair.key) else { continue }
        never[language, default: []] += (pair.value.items ?? []).compactMap(\.text)
      }
    }
    return never
  }

  /// Every sentence that people read, with where it is.
  static let sentences: [(place: String, text: Localized)] = {
    let playbook = Playbook.builtIn
    var all: [(String, Localized)] = []
    for sheet in playbook.sheets {
      all.append((sheet.prefix, sheet.purpose))
      for column in sheet.columns {
        let texts = [column.computed?.words, column.computed?.edge, column.note].compactMap { $0 }
        all += texts.map { ("\(sheet.prefix).\(column.key)", $0) }
      }
    }
    for rule in playbook.rules + playbook.switchedOffRules {
      all += [rule.condition, rule.message, rule.repair].map { (rule.id, $0) }
    }
    all += playbook.settings.map { ($0.name, $0.note) }
    for (id, explanation) in RuleExplanation.builtIn { all += [(id, explanation.means), (id, explanation.todo)] }
    for code in RuleExplanation.codes { all += [(code.id, code.means), (code.id, code.todo)] }
    return all.filter { !$0.1.isEmpty }
  }()
}

@Suite struct `The words of the project` {
  @Test(arguments: Language.allCases) func `are those of its glossary`(language: Language) throws {
    let never = try Glossary.never()[language] ?? []
    // Steps and options are called what they are called in workbooks.
    let names = ["合同已簽", "合同編號", "合同金額", "合同條款", "首次響應日", "被動響應", "我方負責人", "我方负责人"]
    for (place, text) in Glossary.sentences {
      var sentence = text[language]
      for name in names { sentence = sentence.replacing(name, with: "") }
      for word in never { #expect(!sentence.contains(word), "\(place): \(word) in ‘\(text[language])’") }
    }
  }

  @Test func `in English hold no Chinese but a unit of money`() {
    for (place, text) in Glossary.sentences where place != "WBK-010" {
      let chinese = text.english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      #expect(!chinese || ["GEN-006", "GEN-007", "GEN-017"].contains(place), "\(place): \(text.english)")
    }
  }

  @Test func `in Simplified Chinese hold no traditional character`() {
    for (place, text) in Glossary.sentences {
      // Marks in other spellings are quoted as they are written.
      guard !["GEN-006", "GEN-007", "GEN-017", "ACC-004"].contains(place) else { continue }
      let simplified = text.simplifiedChinese
      #expect(Simplified.text(simplified) == simplified, "\(place): \(simplified)")
    }
  }

  @Test func `in Chinese stand with punctuation of full width`() {
    let half = try? Regex("[\\u3400-\\u9fff][,;?]|[\\u3400-\\u9fff]:(?!/)|[,;:][\\u3400-\\u9fff]")
    for (place, text) in Glossary.sentences {
      for language in [Language.traditionalChinese, .simplifiedChinese] {
        let found = half.flatMap { text[language].firstMatch(of: $0) }
        #expect(found == nil, "\(place): \(text[language])")
      }
    }
  }

  @Test func `are those of the mainland where only Taiwan's are given`() {
    #expect(Simplified.wording("刪除空列，或在這一欄的儲存格填上機率。") == "删除空行，或在这一列的单元格填上概率。")
    #expect(Simplified.wording("訊息列出的一列") == "消息列出的一行")
    #expect(Simplified.wording("row 7") == "row 7")
  }

  /// Lists for new workbooks are in the language of the workbook, including strategies.
  @Test func `in lists are in the language of the workbook`() {
    for list in Playbook.builtIn.lists {
      for row in list.rows {
        for case .text(let text) in row.extras {
          #expect(
            !text.english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(list.prefix).\(row.code)"
          )
          #expect(Simplified.text(text.simplifiedChinese) == text.simplifiedChinese)
        }
      }
    }
  }
}
