// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Playbook

/// The texts in the source, as they are written between quotation marks. What is interpolated is a space.
private enum SourceTexts {
  static let folder = BuiltInFiles.folder.deletingLastPathComponent()

  /// Tables of characters and spellings, and what stands in workbooks of others: no sentences.
  private static let tables = [
    "Embedded/", "PackedWord", "StartingPoint", "SimplifiedTable", "SimplifiedWording", "CompatibilityTable",
    "TextFolding", "WrittenLanguage",
    "/Sample/",
    "HeaderWords", "HeaderRows", "ColumnContents", "StoredDashboard", "Currency", "SheetTitle", "SheetSigns",
    "SheetReader", "TotalWords", "UsualSpelling", "TickReader", "NumberReader", "DateReader",
  ]

  /// Every text with a Chinese character in it.
  static let chinese: [(place: String, text: String)] = {
    var found: [(String, String)] = []
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !tables.contains(where: { file.path.contains($0) }),
        let source = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      for text in texts(of: Array(source)) where text.contains(where: isChinese) {
        found.append((file.lastPathComponent, text))
      }
    }
    return found
  }()

  static func isChinese(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  private static func texts(of source: [Character]) -> [String] {
    var found: [String] = []
    var at = 0
    func begins(_ mark: String) -> Bool { source[at...].starts(with: mark) }
    while at < source.count {
      if begins("//") {
        while at < source.count, source[at] != "\n" { at += 1 }
      } else if begins("\"\"\"") {
        at += 3
        var text = ""
        while at < source.count, !begins("\"\"\"") {
          text.append(source[at])
          at += 1
        }
        at += 3
        found.append(text)
      } else if source[at] == "\"" {
        found.append(quoted(source, &at))
      } else {
        at += 1
      }
    }
    return found
  }

  /// The text that begins at a quotation mark.
  private static func quoted(_ source: [Character], _ at: inout Int) -> String {
    var text = ""
    at += 1
    while at < source.count, source[at] != "\"" {
      guard source[at] == "\\" else {
        text.append(source[at])
        at += 1
        continue
      }
      guard at + 1 < source.count, source[at + 1] == "(" else {
        at += 2
        continue
      }
      at += 2
      var depth = 1
      while at < source.count, depth > 0 {
        switch source[at] {
        case "(": depth += 1
        case ")": depth -= 1
        case "\"":
          _ = quoted(source, &at)
          continue
        default: break
        }
        at += 1
      }
      text.append(" ")
    }
    at += 1
    return text
  }
}

@Suite struct `What the program says` {
  @Test func `is found in the source`() {
    // Were the texts not found, the other tests would hold nothing.
    #expect(SourceTexts.chinese.count > 800)
    #expect(SourceTexts.chinese.contains { $0.text.contains("已寫入") })
  }

  @Test func `has the words of its glossary`() throws {
    let never = try Glossary.never()
    // Headers go by the names that stand in workbooks, and a formula by its own.
    let names = ["概率覆寫", "合同已簽", "合同編號", "合同金額"]
    for (place, text) in SourceTexts.chinese {
      var sentence = text
      for name in names { sentence = sentence.replacing(name, with: "") }
      let isTraditional = Simplified.text(sentence) != sentence
      for word in never[isTraditional ? .traditionalChinese : .simplifiedChinese] ?? [] {
        #expect(!sentence.contains(word), "\(place): \(word) in ‘\(text)’")
      }
    }
  }

  /// An English sentence that names a few Chinese words.
  private func isEnglish(_ text: String) -> Bool {
    text.count { $0.isASCII && $0.isLetter } > 2 * text.count(where: SourceTexts.isChinese)
  }

  @Test func `has punctuation of full width in Chinese`() throws {
    let half = try Regex("[\\u3400-\\u9fff][,;?]|[\\u3400-\\u9fff]:(?!/)|[,;:][\\u3400-\\u9fff]")
    // Patterns, changes that are typed as examples, and English sentences that name Chinese units.
    for (place, text) in SourceTexts.chinese
    where !text.contains("\n") && !text.contains("=") && !isEnglish(text) {
      let found = text.firstMatch(of: half)
      #expect(found == nil, "\(place): \(text)")
    }
  }
}

@Suite struct `A sentence in three languages` {
  private struct Words: SaysInThreeLanguages {
    let language: Language

    func column(_ name: String) -> String { self("沒有「\(name)」欄", "no column \(name)") }
  }

  @Test func `leaves names of the team's as they are`() {
    let words = Words(language: .simplifiedChinese)
    #expect(words.column("金額(元)") == "没有“金額(元)”列")
    // What has mainland words already keeps them.
    #expect(words.column(words.column("欄")) == "没有“没有“欄”列”列")
  }
}
