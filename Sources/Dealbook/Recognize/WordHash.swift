// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// A text reduced as ``HeaderWords`` does, to two numbers: one of its words as they stand, one of them in any order.
///
/// An index of thousands of words is made from these at every start, so most texts are read byte by byte and no string is made. Equal
/// words have equal numbers; equal numbers may come from different words, so who finds something by them compares the words.
struct WordHash: Hashable {
  /// Of all words run together; nil where the text has no words.
  let inOrder: UInt64?
  /// Of the different words, whatever their order; nil for fewer than two words.
  let inAnyOrder: UInt64?
  /// How many words there are.
  let count: Int

  init(_ text: String) {
    if let hash = Self.plain(text.utf8) { self = hash } else { self.init(HeaderWords(text)) }
  }

  init(_ words: HeaderWords) {
    var sum = WordSum()
    for word in words.words { sum.add(Array(word.utf8)) }
    self.init(sum)
  }

  private init(_ sum: WordSum) {
    count = sum.count
    inOrder = count > 0 ? sum.all.value : nil
    inAnyOrder = count > 1 ? sum.total : nil
  }

  /// Of a text of small letters, spaces and capitals that begin a word; nil for another, and where a word is an abbreviation, only
  /// joins others or may be a number.
  private static func plain(_ text: String.UTF8View) -> WordHash? {
    var sum = WordSum()
    // Longer words are none of those that the tables know.
    var word: [UInt8] = []
    word.reserveCapacity(24)
    func end() -> Bool {
      guard !word.isEmpty else { return true }
      guard word.count > 1, !HeaderWords.special.contains(FNV1a(word)) else { return false }
      shorten(&word)
      guard !HeaderWords.special.contains(FNV1a(word)) else { return false }
      sum.add(word)
      word.removeAll(keepingCapacity: true)
      return true
    }
    for byte in text {
      switch byte {
      case 0x61...0x7A: word.append(byte)
      case 0x41...0x5A where word.isEmpty: word.append(byte | 0x20)
      case 0x20: guard end() else { return nil }
      default: return nil
      }
    }
    return end() ? WordHash(sum) : nil
  }

  /// The word as ``HeaderWords`` makes a plural singular.
  private static func shorten(_ word: inout [UInt8]) {
    guard word.count > 3, word.last == UInt8(ascii: "s") else { return }
    switch word[word.count - 2] {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"), UInt8(ascii: "a"), UInt8(ascii: "o"): return
    default: break
    }
    if word.count > 4, word.hasSuffix("ies") {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if word.hasSuffix("sses") || word.hasSuffix("xes") || word.hasSuffix("ches") {
      word.removeLast(2)
    } else {
      word.removeLast()
    }
  }
}

/// Adds words up: the hash of all their bytes, and the sum of the hashes of the different words.
private struct WordSum {
  private(set) var all = FNV1a()
  private(set) var count = 0
  private var different: [UInt64] = []

  /// Mixed once more, as sums of plain hashes are too easily equal.
  var total: UInt64 { different.reduce(0) { $0 &+ ($1 ^ $1 >> 29) &* 0xbf58_476d_1ce4_e5b9 } }

  mutating func add(_ word: [UInt8]) {
    all.add(word)
    count += 1
    let hash = FNV1a(word).value
    if !different.contains(hash) { different.append(hash) }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    suffix.utf8CodeUnitCount <= count && suffix.description.utf8.elementsEqual(self.suffix(suffix.utf8CodeUnitCount))
  }
}
