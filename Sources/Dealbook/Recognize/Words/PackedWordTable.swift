// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// A word of the built-in vocabulary.
struct PackedWord: Equatable {
  /// What it stands for: a column `de.amount`, a sheet `de`, a list `st`, or ``PackedWordTable/everySheet``.
  var place: String
  var source: SourceKind
  var isWeak: Bool
  var text: String
}

/// Words that were hashed and sorted when the playbook was packed: 12,600 of them would cost each start more than reading a small workbook.
///
/// The texts are searched as they stand in the program; only words with the wanted hash are decoded.
struct PackedWordTable: Sendable {
  /// Stands for a header that is left alone on all sheets.
  static let everySheet = "every"

  /// The number of words of the longest text.
  let mostWords: Int
  /// One word a line: its place, a space, the letter of its source, `~` or `=`, its text.
  let entries: String
  /// Ten letters for each word, sorted: six of the hash of its words, four for where its line begins in ``entries``.
  let inOrder: String
  /// The same with the hash of the words in any order.
  let inAnyOrder: String
  /// The same with the hash of ``HeaderConcepts/key``.
  let byConcepts: String

  /// The words with this ``WordHash/inOrder``, and a few others, in the order of the vocabulary.
  func words(withHash hash: UInt64) -> [PackedWord] { words(hash, in: inOrder) }

  /// The words with this ``WordHash/inAnyOrder``, and a few others, in the order of the vocabulary.
  func words(withHashInAnyOrder hash: UInt64) -> [PackedWord] { words(hash, in: inAnyOrder) }

  /// The words that say this, with this hash of ``HeaderConcepts/key``, and a few others, in the order of the vocabulary.
  func words(withHashOfConcepts hash: UInt64) -> [PackedWord] { words(hash, in: byConcepts) }

  private func words(_ hash: UInt64, in records: String) -> [PackedWord] {
    let wanted = hash >> (64 - PackedNumber.bits * UInt64(Self.hashLetters))
    let bytes = records.utf8.span
    func hashOf(_ record: Int) -> UInt64 {
      PackedNumber.value(bytes, from: record * Self.recordLetters, letters: Self.hashLetters)
    }
    let count = bytes.count / Self.recordLetters
    var place = (0..<count).partitioningIndex { hashOf($0) >= wanted }
    var found: [PackedWord] = []
    while place < count, hashOf(place) == wanted {
      let start = place * Self.recordLetters + Self.hashLetters
      let line = PackedNumber.value(bytes, from: start, letters: Self.recordLetters - Self.hashLetters)
      if let word = word(at: Int(line)) { found.append(word) }
      place += 1
    }
    return found
  }

  /// The word whose line begins there; nil only if the table is damaged, which a test would find.
  private func word(at start: Int) -> PackedWord? {
    let bytes = entries.utf8.span
    var line: [UInt8] = []
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      line.append(bytes[place])
      place += 1
    }
    guard let space = line.firstIndex(of: UInt8(ascii: " ")), space + 2 < line.count else { return nil }
    let source = Int(line[space + 1]) - Int(UInt8(ascii: "a"))
    guard SourceKind.allCases.indices.contains(source) else { return nil }
    return PackedWord(
      place: String(decoding: line[..<space], as: UTF8.self), source: SourceKind.allCases[source],
      isWeak: line[space + 2] == UInt8(ascii: "~"), text: String(decoding: line[(space + 3)...], as: UTF8.self))
  }

  static let hashLetters = 6
  static let recordLetters = 10
}

/// Numbers as letters of six bits each, whose order is that of the numbers.
enum PackedNumber {
  static let bits: UInt64 = 6
  private static let letters = Array("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".utf8)

  static func text(_ value: UInt64, letters count: Int) -> String {
    let places = (0..<UInt64(count)).reversed()
    return String(decoding: places.map { letters[Int(value >> ($0 * bits) & 0x3F)] }, as: UTF8.self)
  }

  static func value(_ bytes: Span<UInt8>, from start: Int, letters count: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in start..<start + count { value = value << bits | digit(bytes[place]) }
    return value
  }

  private static func digit(_ letter: UInt8) -> UInt64 {
    switch letter {
    case 0x30...0x39: UInt64(letter - 0x30) + 1
    case 0x41...0x5A: UInt64(letter - 0x41) + 11
    case 0x5F: 37
    case 0x61...0x7A: UInt64(letter - 0x61) + 38
    default: 0
    }
  }
}
