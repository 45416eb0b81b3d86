// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Nightly
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Isolation

@Suite struct `What any output names` {
  private static let codes: [String] =
    ReasonCode.allCases.map(\.rawValue) + Cause.allCases.map(\.rawValue) + FileResult.Outcome.allCases.map(\.rawValue)
    + FindingState.allCases.map(\.rawValue) + MergeConflict.Kind.allCases.map(\.rawValue)
    + Limits.named.map(\.name) + Limits.fixed.map(\.name) + WorkerLimits.named.map(\.name) + ["repaired", "changed"]

  @Test(arguments: codes) func `is explained in each language`(code: String) {
    for language in Language.allCases {
      let found = Playbook.builtIn.explanations(of: code, language: language)
      #expect(!found.isEmpty && found.allSatisfy { $0.sections.count > 1 && !$0.text.contains("{") })
    }
  }

  @Test(arguments: [
    "past close", "gates missing", "過期", "过期", "Net retention", "Settings", "Lists", "清單", "清单", "exit 3", "3", "70",
  ]) func `is explained by the words that outputs use`(name: String) {
    #expect(!Playbook.builtIn.explanations(of: name, language: .english).isEmpty)
  }

  @Test(arguments: Language.allCases) func `is a label with a sentence of its own`(language: Language) {
    var seen: [String: String] = [:]
    for list in Playbook.builtIn.lists {
      for row in list.rows {
        let found = Playbook.builtIn.explanations(of: row.labels[language], language: language).first {
          $0.title.hasPrefix(list.titles[language] + " · ")
        }
        let sentence = found?.sections.first?.lines.first ?? ""
        // The place in the list comes second; a label that is also a column's name is explained as that.
        guard found != nil else { continue }
        #expect(!sentence.contains("Option ") && !sentence.contains("個選項") && !sentence.contains("个选项"))
        #expect(seen[sentence] == nil, "\(list.prefix).\(row.code) as \(seen[sentence] ?? "")")
        seen[sentence] = "\(list.prefix).\(row.code)"
      }
    }
    #expect(seen.count > 100)
  }

  @Test func `names a drift level as the workbook does`() {
    let text = Playbook.builtIn.explanations(of: "ACC-014", language: .english).map(\.text).joined()
    #expect(text.contains("Drift level = Alert") && !text.contains("Drift level = Warning"))
  }

  @Test func `is a limit too where a report has a figure of that name`() {
    let found = Playbook.builtIn.explanations(of: "ratio", language: .english).map(\.title).joined(separator: "; ")
    #expect(found.contains("Limit: ") && found.contains("Ratio"))
  }

  @Test(arguments: Language.allCases) func `is explained where it heads a report`(language: Language) throws {
    var words: [String] = []
    for sheet in [nil, "R2", "R11", "R12", "R16", "R17", "R18"] {
      let output = try Command.run(
        ["report", "full_en.xlsx", "--as-of", "2026-03-31", "--language", language.rawValue]
          + (sheet.map { ["--sheet", $0] } ?? [])
      ).output
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for (place, line) in lines.enumerated() where line.wholeMatch(of: #/R\d+  .*/#) != nil {
        words.append(String(line.dropFirst(4).prefix { $0 != "—" }).trimmed)
        guard place + 1 < lines.count else { continue }
        words += lines[place + 1].split(separator: #/\s{2,}/#).map { String($0).trimmed }
      }
    }
    words = Set(words).filter { !$0.isEmpty && Int($0) == nil }.sorted()
    #expect(words.count > 30)
    let unknown = words.filter { Playbook.builtIn.explanations(of: $0, language: language).isEmpty }
    #expect(unknown == [])
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

@Suite struct `A rule of a company's playbook` {
  private static func yaml(_ more: String) -> String {
    """
    extends: key-account
    rules:
      ACME-001:
        sheet: de
        severity: warning
        test: =N({amount})>5000000
        message: {zh-Hant: 大案要有主管, en: A large deal needs a sponsor}
    \(more)
    """
  }

  private static let full = """
        todo: {zh-Hant: 請主管簽名。, en: Ask a director to sign.}
        wrong: {zh-Hant: 六百萬的案子沒有主管, en: six million and no sponsor}
        right: {zh-Hant: 六百萬的案子由張董負責, en: six million and Mr Zhang}
    """

  @Test func `is explained by what its playbook says of it`() throws {
    let reading = PlaybookReader.read([PlaybookSource(name: "a.yaml", bytes: Array(Self.yaml(Self.full).utf8))])
    let playbook = try #require(reading.playbook, "\(reading.issues)")
    #expect(playbook.unexplainedRules.isEmpty && reading.issues.isEmpty)
    let text = playbook.explanation(of: "ACME-001", language: .english)?.text ?? ""
    #expect(text.contains("✗ six million and no sponsor") && text.contains("✓ six million and Mr Zhang"))
    #expect(text.contains("Ask a director to sign."))
  }

  @Test func `is asked for them by playbook check`() throws {
    func checked(_ more: String) throws -> Command.Outcome {
      let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Self.yaml(more).write(toFile: path, atomically: true, encoding: .utf8)
      return try Command.run("playbook", "check", path)
    }
    let bare = try checked("")
    #expect(bare.status == 0 && bare.output.contains("ACME-001") && bare.output.contains("todo"))
    #expect(try checked(Self.full).output == "")
  }
}
