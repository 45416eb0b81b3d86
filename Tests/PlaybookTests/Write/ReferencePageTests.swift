// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import Testing

@Suite struct `The pages of the sheets` {
  static let folder = BuiltInFiles.folder.appending(path: "Playbook.docc/Sheets")

  static func pages() throws -> [ReferencePage] {
    let playbook = try #require(PlaybookReader.read(try BuiltInFiles.sources()).playbook)
    return Language.allCases.flatMap { playbook.referencePages($0) }
  }

  /// `Scripts/pack-playbook` sets the variable.
  @Test func `are those that the playbook gives`() throws {
    let pages = try Self.pages()
    let writes = ProcessInfo.processInfo.environment["DEALBOOK_PACK_PLAYBOOK"] != nil
    for page in pages {
      let file = Self.folder.appending(path: page.name + ".md")
      if writes {
        try page.text.write(to: file, atomically: true, encoding: .utf8)
      } else {
        #expect(try String(contentsOf: file, encoding: .utf8) == page.text, "\(page.name): run Scripts/pack-playbook")
      }
    }
    let there = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
    #expect(there.sorted() == pages.map { $0.name + ".md" }.sorted())
  }

  @Test(arguments: Language.allCases) func `name every column, setting, list and rule`(language: Language) throws {
    let playbook = Playbook.builtIn
    let pages = Dictionary(
      uniqueKeysWithValues: playbook.referencePages(language).map { ($0.name.prefix { $0 != "-" }, $0.text) })
    for sheet in playbook.sheets {
      let text = try #require(pages[sheet.prefix[...]])
      #expect(text.hasPrefix("# \(sheet.titles[language]) "))
      for column in sheet.columns {
        #expect(text.contains("`\(column.key)`") && text.contains(column.titles[language]))
        if let computed = column.computed { #expect(text.contains(computed.words[language])) }
      }
    }
    let all = pages.values.joined()
    for rule in playbook.rules { #expect(all.contains("| \(rule.id) |")) }
    for setting in playbook.settings { #expect(all.contains("`\(setting.name)`")) }
    for list in playbook.lists { #expect(all.contains("`\(list.prefix)`")) }
  }

  @Test func `show a company's own columns and rules, and not what it switched off`() throws {
    let playbook = try #require(
      overlay(
        """
        sheets:
          de:
            columns:
              rebate: {title: {zh-Hant: 折讓, en: Rebate}, type: money, means: {zh-Hant: 一成。, en: A tenth.}, formula: '={amount}/10'}
          vi: off
        rules: {DEA-010: off, DEA-012: error}
        """
      ).playbook)
    let pages = playbook.referencePages(.english)
    let deals = try #require(pages.first { $0.name == "de-en" }?.text)
    #expect(deals.contains("### Rebate `rebate`\n\nA tenth.\n\n"))
    #expect(deals.contains("```\n=[Amount]/10\n```"))
    #expect(!deals.contains("| DEA-010 |"))
    #expect(deals.contains("| DEA-012 | error |"))
    #expect(!pages.contains { $0.name == "vi-en" })
  }
}
