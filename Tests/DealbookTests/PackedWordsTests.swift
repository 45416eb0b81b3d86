// SPDX-License-Identifier: Apache-2.0

import Base
import Foundation
import Playbook
import Testing

@testable import Dealbook

@Suite struct `The words of the vocabulary` {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// `Scripts/pack-playbook` sets the variable.
  @Test func `are packed from the vocabulary's YAML files`() throws {
    let parts = try BuiltInPlaybook.vocabularyParts.map { part in
      let file = Self.sources.appending(path: "Playbook/BuiltIn/Vocabulary/\(part).yaml")
      return PlaybookSource(name: "\(part).yaml", bytes: [UInt8](try Data(contentsOf: file)))
    }
    let text = WordPacking.file(of: Vocabulary(packed: BuiltInPlaybook.packed(parts).text))
    let file = Self.sources.appending(path: "Dealbook/Recognize/Words/PackedWords.swift")
    if ProcessInfo.processInfo.environment["DEALBOOK_PACK_PLAYBOOK"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == text, "run Scripts/pack-playbook")
    }
  }

  @Test func `are each found by their hash, with what they stand for`() {
    let vocabulary = Vocabulary.builtIn
    var found = 0
    for (place, header) in vocabulary.headers.enumerated() where place % 11 == 0 {
      let words = HeaderWords(header.word.text)
      guard let hash = WordHash(words).inOrder else { continue }
      let column = "\(header.column.sheet).\(header.column.column)"
      let wanted = PackedWord(
        place: column, source: header.word.source, isWeak: header.word.isWeak, text: header.word.text)
      #expect(PackedWordTable.headers.words(withHash: hash).contains(wanted), "\(wanted)")
      if let any = WordHash(words).inAnyOrder {
        #expect(PackedWordTable.headers.words(withHashInAnyOrder: any).contains(wanted), "\(wanted)")
      }
      found += 1
    }
    #expect(found > 500)
    for value in vocabulary.values.prefix(200) {
      let label = TextFolding.label(value.word.text)
      let words = PackedWordTable.labels.words(withHash: FNV1a(label).value)
      #expect(words.contains { $0.place == value.list && $0.text == label }, "\(label)")
    }
  }

  @Test func `are not found where they are not`() {
    #expect(PackedWordTable.headers.words(withHash: 0).isEmpty)
    #expect(PackedWordTable.headers.words(withHash: .max).isEmpty)
    #expect(PackedWordTable.titles.words(withHashInAnyOrder: FNV1a("xyzzy").value).isEmpty)
  }

  @Test func `keep the order of their numbers when packed`() {
    let numbers: [UInt64] = [0, 1, 9, 10, 11, 36, 37, 38, 62, 63, 64, 4095, 1 << 23, 1 << 24 - 1]
    let texts = numbers.map { PackedNumber.text($0, letters: 4) }
    #expect(texts.sorted() == texts)
    #expect(zip(numbers, texts).allSatisfy { PackedNumber.value(Array($1.utf8).span, from: 0, letters: 4) == $0 })
  }
}
