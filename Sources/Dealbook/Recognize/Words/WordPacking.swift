// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// Makes the tables of the built-in vocabulary; `Scripts/pack-playbook` writes them to `PackedWords.swift`, and a test checks that they are
/// those of the YAML.
enum WordPacking {
  /// The text of the Swift file.
  static func file(of vocabulary: Vocabulary) -> String {
    let labels = vocabulary.values.map { value in
      var word = value.word
      word.text = TextFolding.label(word.text)
      return (value.list, word)
    }
    let tables = [
      declaration(
        "headers",
        vocabulary.headers.map { ("\($0.column.sheet).\($0.column.column)", $0.word) }, byWords: true),
      declaration(
        "leftAlone", vocabulary.leftAlone.map { ($0.sheet ?? PackedWordTable.everySheet, $0.word) }, byWords: true),
      declaration("titles", vocabulary.titles.map { ($0.sheet, $0.word) }, byWords: true),
      declaration("labels", labels, byWords: false),
    ]
    return """
      // SPDX-License-Identifier: Apache-2.0

      // swift-format-ignore-file
      // Written by Scripts/pack-playbook from the files in Sources/Playbook/BuiltIn/Vocabulary; see PackedWordTable for the form.

      extension PackedWordTable {
      \(tables.joined(separator: "\n"))
      }

      """
  }

  /// - Parameter byWords: whether a text is found by its words, not as a whole.
  private static func declaration(_ name: String, _ words: [(place: String, word: Vocabulary.Word)], byWords: Bool)
    -> String
  {
    var lines: [String] = []
    var inOrder: [String] = []
    var inAnyOrder: [String] = []
    var byConcepts: [String] = []
    var mostWords = 0
    var start: UInt64 = 0
    func record(_ hash: UInt64) -> String {
      let letters = PackedWordTable.hashLetters
      return PackedNumber.text(hash >> (64 - PackedNumber.bits * UInt64(letters)), letters: letters)
        + PackedNumber.text(start, letters: PackedWordTable.recordLetters - letters)
    }
    for (place, word) in words {
      let source = SourceKind.allCases.firstIndex(of: word.source) ?? 0
      let letter = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(source)))
      let line = "\(place) \(letter)\(word.isWeak ? "~" : "=")\(word.text)"
      if byWords {
        let header = HeaderWords(word.text)
        let hash = WordHash(header)
        mostWords = max(mostWords, header.words.count)
        if let hash = hash.inOrder { inOrder.append(record(hash)) }
        if let hash = hash.inAnyOrder { inAnyOrder.append(record(hash)) }
        if let concepts = HeaderConcepts(header) { byConcepts.append(record(FNV1a(concepts.key).value)) }
      } else {
        inOrder.append(record(FNV1a(word.text).value))
      }
      lines.append(line)
      start += UInt64(line.utf8.count + 1)
    }
    return """
        static let \(name) = PackedWordTable(
          mostWords: \(mostWords),
          entries: #\"""
      \(lines.joined(separator: "\n"))
      \"""#,
          inOrder: #"\(inOrder.sorted().joined())"#,
          inAnyOrder: #"\(inAnyOrder.sorted().joined())"#,
          byConcepts: #"\(byConcepts.sorted().joined())"#)
      """
  }
}
