// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import TestSupport
import Testing

@testable import DealbookCommand

/// What `fill`, `fill --remove`, `set`, `merge` and `update` tell people.
@Suite struct `What a command tells of its work` {
  private static let folder = FileManager.default.temporaryDirectory

  private static let sheets = ["messy_hant.xlsx": "草稿", "deals_hans.xlsx": "商机", "messy_en.xlsx": "Pipeline"]

  /// Runs commands that write, and gives what all of them said.
  private static func told(_ book: String, _ language: String?) throws -> [String] {
    func file(_ name: String) -> String { folder.appending(path: "dealbook-\(UUID().uuidString)-\(name)").path }
    let (filled, again, removed, set, merged, updated) = (
      file("f.xlsx"), file("x.xlsx"), file("r.xlsx"), file("s.xlsx"), file("m.xlsx"), file("u.xlsx")
    )
    defer {
      for path in [filled, again, removed, set, merged, updated] { try? FileManager.default.removeItem(atPath: path) }
    }
    let options = language.map { ["--language", $0] } ?? []
    let sheet = try #require(sheets[book])
    let commands = [
      ["fill", book, "-o", filled], ["fill", filled, "-o", again],
      ["fill", book, "--repair", "safe", "--dry-run"],
      ["fill", book, "--diff"], ["fill", filled, "--remove", "-o", removed], ["fill", book, "--remove", "--dry-run"],
      ["set", book, "\(sheet)!ZZ900=12345678901234567", "-o", set], ["merge", book, book, book],
      ["update", book, book, "--dry-run"],
    ]
    var told: [String] = []
    for command in commands {
      let outcome = try Command.run(command + options, environment: ["LC_ALL": "C"])
      #expect(outcome.status == 0 || outcome.status == 1, "\(command): \(outcome.messages)")
      // What is said of the same place in all languages: places, names, and the changes themselves.
      var lines = (outcome.output + outcome.messages).split(separator: "\n").map(String.init)
      lines.removeAll { $0.contains(" → ") }
      told += lines.map { line in
        [filled, again, removed, set, merged, updated].reduce(line) { $0.replacing($1, with: "F") }
      }
    }
    return told
  }

  /// Words of English beside each other: a sentence that was not translated.
  private static func english(in line: String) throws -> Bool {
    let plain = line.replacing(try Regex("dealbook [a-z]+ [^ ，；：）]*"), with: "").replacing(
      "fill --repair safe", with: "")
    let words = try Regex("[a-z]{2,} [a-z]{2,} ")
    let verbs = try Regex("\\b(rows?|cells?|columns?|added|changed|wrote|nothing|removed|set)\\b")
    return plain.firstMatch(of: words) != nil || plain.firstMatch(of: verbs) != nil
  }

  @Test(arguments: ["zh-Hant", "zh-Hans"]) func `is in Chinese where that is asked for, whole sentences of it`(
    language: String
  ) throws {
    for line in try Self.told("messy_hant.xlsx", language) {
      #expect(try !Self.english(in: line), "\(line)")
      let half = line.firstMatch(of: try Regex("[\\u3400-\\u9fff][,;?]|[\\u3400-\\u9fff]: "))
      #expect(half == nil, "\(line)")
    }
  }

  @Test func `is in the language of the workbook where none is asked for`() throws {
    for (book, language) in [("messy_hant.xlsx", "zh-Hant"), ("deals_hans.xlsx", "zh-Hans"), ("messy_en.xlsx", "en")] {
      let own = try Self.told(book, nil)
      let asked = try Self.told(book, language)
      let time = try Regex("[0-9.]+ (s|秒)")
      #expect(own.map { $0.replacing(time, with: "") } == asked.map { $0.replacing(time, with: "") })
    }
  }

  @Test func `holds no traditional character in Simplified Chinese`() throws {
    for line in try Self.told("deals_hans.xlsx", nil) {
      #expect(Simplified.text(line) == line, "\(line)")
    }
  }

  @Test func `holds no Chinese in English`() throws {
    for line in try Self.told("messy_en.xlsx", nil) {
      #expect(
        !line.replacing("元", with: "").unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }, "\(line)")
    }
  }
}
