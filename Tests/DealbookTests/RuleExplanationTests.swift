// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

@Suite struct `The example of a rule` {
  private struct Book {
    let analysis: Analysis

    init(_ name: String) throws {
      analysis = try Analysis(
        Workbook(OwnWorkbooks.bytes("golden/\(name)")), playbook: .builtIn,
        options: ReadOptions(today: SerialDate(year: 2025, month: 6, day: 30)))
    }

    /// The offsets of the rows with this id.
    func offsets(_ row: RuleExplanation.Row) -> [Int] {
      guard let sheet = analysis.team.sheet(row.sheet) else { return [] }
      return (0..<sheet.rows.count).filter { sheet.rowID(at: $0) == row.id }
    }

    func isFound(_ rule: String, _ row: RuleExplanation.Row, at offset: Int) -> Bool {
      guard let sheet = analysis.team.sheet(row.sheet) else { return false }
      return analysis.findings.contains { finding in
        analysis.team.playbook.rules[finding.rule].id == rule && finding.sheet == row.sheet
          && finding.row == sheet.rows.range.lowerBound + offset
      }
    }

    /// The cells whose value differs from the example.
    func faults(_ row: RuleExplanation.Row, at offset: Int) -> [String] {
      row.cells.compactMap { cell in
        let id = ColumnID(sheet: row.sheet, key: cell.column)
        guard let column = analysis.team.playbook.sheet(row.sheet)?.column(cell.column) else {
          return "no column \(cell.column)"
        }
        let value = analysis.value(of: id, at: offset)
        let text = ShownValue.found(value, type: column.type, system: analysis.team.workbook.dateSystem)
        if let a = Double(text), let b = Double(cell.value) {
          return abs(a - b) <= 1e-9 * max(1, abs(b)) ? nil : "\(cell.column): \(text)"
        }
        return text == cell.value ? nil : "\(cell.column): \(text), not \(cell.value)"
      }
    }
  }

  @Test func `that is wrong is a finding, and the one that is right is none`() throws {
    let wrong = try Book("faulty_hant.xlsx")
    let right = try Book("golden_hant.xlsx")
    var told = 0
    for (rule, explanation) in RuleExplanation.builtIn.sorted(by: { $0.key < $1.key }) {
      guard case .row(let bad) = explanation.wrong, case .row(let good) = explanation.right else {
        told += 1
        continue
      }
      let places = wrong.offsets(bad).filter { wrong.isFound(rule, bad, at: $0) }
      #expect(!places.isEmpty, "\(rule): \(bad.id) is no finding")
      #expect(
        places.contains { wrong.faults(bad, at: $0).isEmpty }, "\(rule): \(places.map { wrong.faults(bad, at: $0) })")
      let offset = try #require(right.offsets(good).first, "\(rule): no row \(good.id)")
      #expect(!right.isFound(rule, good, at: offset), "\(rule): \(good.id) is a finding")
      #expect(right.faults(good, at: offset) == [], "\(rule)")
    }
    // These can't be shown by the rows of a sheet: they concern the file, its settings, runs and copies.
    #expect(told < 63)
  }

  @Test func `is there for every rule, in words of its own`() {
    let explanations = RuleExplanation.builtIn
    #expect(Set(explanations.keys) == Set(Playbook.builtIn.rules.map(\.id)))
    for language in Language.allCases {
      for text in [\RuleExplanation.means, \RuleExplanation.todo] {
        let texts = explanations.map { $0.value[keyPath: text][language] }
        let repeated = Dictionary(grouping: texts) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(repeated.isEmpty || repeated.allSatisfy { $0.isEmpty }, "\(repeated)")
      }
    }
  }
}

@Suite struct `Explanations` {
  private let playbook = Playbook.builtIn

  @Test(arguments: Language.allCases) func `say what each rule asks, with an example and what to do`(language: Language)
  {
    for rule in playbook.rules {
      let text = playbook.explanation(of: rule.id, language: language)?.text ?? ""
      #expect(text.contains("✗ ") && text.contains("✓ "), "\(rule.id)")
    }
  }

  @Test func `are there for the options and codes that cells hold`() {
    for list in playbook.lists {
      for row in list.rows { #expect(!playbook.explanations(of: row.labels.english, language: .english).isEmpty) }
    }
    for code in ["STALL", "inflated", "NEXTLATE", "WVR-001", "reopened"] {
      #expect(playbook.explanation(of: code, language: .traditionalChinese)?.id.lowercased() == code.lowercased())
    }
  }

  @Test func `of a company's rule name its own columns`() throws {
    let yaml = """
      extends: key-account
      rules:
        ACME-001:
          sheet: de
          severity: warning
          when: {zh-Hant: 大案沒有預計簽約日, en: A large deal without a date}
          test: =AND(N({amount})>5000000,{expected_close}="")
          message: {zh-Hant: 大案要有日期, en: A large deal needs a date}
      """
    let own = try #require(PlaybookReader.read([PlaybookSource(name: "a.yaml", bytes: Array(yaml.utf8))]).playbook)
    let text = own.explanation(of: "ACME-001", language: .english)?.text ?? ""
    #expect(
      text.contains("A large deal without a date") && text.contains("“Amount”") && text.contains("“Expected close”"))
  }

  @Test func `in Simplified Chinese use the words of the mainland`() {
    for explanation in RuleExplanation.builtIn.values {
      for text in [explanation.means, explanation.todo] {
        #expect(!text.simplifiedChinese.contains { "欄儲這個為與".contains($0) })
      }
    }
    let blank = RuleExplanation.builtIn["WBK-016"]?.todo.simplifiedChinese
    #expect(blank == "删除这些空行。")
    #expect(RuleExplanation.builtIn["WBK-003"]?.todo.simplifiedChinese == "把要保留的值并到第一列，再删除或改名第二列。")
  }
}
