// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Foundation
import Playbook
import Spreadsheet
import Testing

/// The code of `Dealbook.docc`. The tests below make sure that it is the same there.
private enum Snippets {
  static func check(path: String, today: SerialDate?) throws -> Analysis {
    let book = try Workbook(contentsOf: path)
    let analysis = try Analysis(book, playbook: .builtIn, options: ReadOptions(today: today))
    let writer = FindingWriter(analysis.team)
    for finding in analysis.findings {
      let words = writer.describe(finding)
      print(words.sheet, words.cell ?? "", words.severity.rawValue, words.rule, words.message)
    }
    return analysis
  }

  static func fill(book: Workbook, today: SerialDate?, output: String) throws {
    let analysis = try Analysis(book, playbook: .builtIn, options: ReadOptions(today: today))
    let filled = try FilledWorkbook(analysis)
    let outcome = try Workbook(filled.bytes).save(to: output)
    print(filled.report.changedCells, "cells changed;", outcome)
  }

  static func set(path: String, output: String) throws {
    var book = try Workbook(contentsOf: path)
    try book.set(["Deals!I2": 350_000, "Deals!H2": "Won"])
    try book.recalculate()
    try book.save(to: output)
  }
}

@Suite struct `The articles` {
  static let folder = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Dealbook/Dealbook.docc")

  /// The code blocks of a language in an article.
  static func blocks(of language: String, in article: String) throws -> [[Substring]] {
    let text = try String(contentsOf: folder.appending(path: article + ".md"), encoding: .utf8)
    var blocks: [[Substring]] = []
    var open: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open, line == "```" {
        blocks.append(block)
        open = nil
      } else if line == "```\(language)" {
        open = []
      } else {
        open?.append(line)
      }
    }
    return blocks
  }

  @Test func `show code that stands in these tests, line by line`() throws {
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let blocks = try Self.blocks(of: "swift", in: "Dealbook")
    #expect(blocks.count == 3)
    for block in blocks {
      let lines = block.filter { !$0.hasPrefix("import ") }.drop(while: \.isEmpty)
      let indented = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
      #expect(source.contains(indented), "\(indented)")
    }
  }

  @Test func `show code that works`() throws {
    let path = NSTemporaryDirectory() + "dealbook-snippet-\(ProcessInfo.processInfo.processIdentifier).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(Golden.bytes("inputs_en.xlsx")).write(to: URL(filePath: path))
    let analysis = try Snippets.check(path: path, today: SerialDate(year: 2026, month: 3, day: 31))
    #expect(!analysis.findings.isEmpty)
    let output = path + ".out.xlsx"
    defer { try? FileManager.default.removeItem(atPath: output) }
    let book = try Workbook(contentsOf: path)
    try Snippets.fill(book: book, today: SerialDate(year: 2026, month: 3, day: 31), output: output)
    #expect(try Workbook(contentsOf: output).bytes != book.bytes)
    try Snippets.set(path: path, output: output)
    #expect(try Workbook(contentsOf: output)["Deals"]["I2"] == 350_000)
  }

  @Test func `show playbooks without a mistake, whose columns are computed`() throws {
    let blocks = try Self.blocks(of: "yaml", in: "AddingToTheMethod")
    #expect(blocks.count == 4)
    for block in blocks {
      let text = block.joined(separator: "\n")
      let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
      #expect(reading.issues.map(\.description) == [])
      let playbook = try #require(reading.playbook)
      let analysis = try Analysis(
        Workbook(Golden.bytes("inputs_en.xlsx")), playbook: playbook, options: ReadOptions(today: nil))
      guard playbook.sheet("de")?.column("share") != nil else { continue }
      let shares = try #require(analysis.values(of: ColumnID(sheet: "de", key: "share")))
      #expect(shares.contains { if case .number(let share) = $0 { share > 0 && share < 1 } else { false } })
    }
  }
}
