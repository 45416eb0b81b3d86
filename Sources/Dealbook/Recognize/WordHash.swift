// SPDX-License-Identifier: Apache-2.0

/// A text reduced as ``HeaderWords`` does, to two numbers: one of its words as they stand, one of them in any order.
///
/// An index of thousands of words is made from these at every start, so most texts are read byte by byte and no string is made. Equal
/// words have equal numbers; equal numbers may come from different words, so who finds something by them compares the words.
struct WordHash: Hashable {
  /// Of all words run together; nil where the text has no words.
  let inOrder: UInt64?
  /// Of the different words, whatever their order; nil for fewer than two words.
  let inAnyOrder: UInt64?

  init(_ text: String) {
    if let hash = Self.plain(text.utf8) { self = hash } else { self.init(HeaderWords(text)) }
  }

  init(_ words: HeaderWords) {
    var sum = WordSum()
    for word in words.words {
      sum.begin()
      for byte in word.utf8 { sum.add(byte) }
      sum.end()
    }
    self.init(sum)
  }

  private init(_ sum: WordSum) {
    inOrder = sum.count > 0 ? sum.all : nil
    inAnyOrder = sum.count > 1 ? sum.total : nil
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
      let whole = bytes(word[...])
      guard word.count > 1, !HeaderWords.special.contains(whole) else { return false }
      shorten(&word)
      guard !HeaderWords.special.contains(bytes(word[...])) else { return false }
      sum.begin()
      for byte in word { sum.add(byte) }
      sum.end()
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

  /// The hash by which ``HeaderWords/special`` knows a word.
  static func bytes(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(WordSum.basis) { ($0 ^ UInt64($1)) &* WordSum.prime }
  }
}

/// Adds words up: FNV-1a of their bytes, and the sum of the hashes of the different ones.
private struct WordSum {
  static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x100_0000_01b3

  private(set) var all = basis
  private(set) var count = 0
  private var word = basis
  private var different: [UInt64] = []

  /// Mixed once more, as sums of plain hashes meet too easily.
  var total: UInt64 { different.reduce(0) { $0 &+ ($1 ^ $1 >> 29) &* 0xbf58_476d_1ce4_e5b9 } }

  mutating func begin() { word = Self.basis }

  mutating func add(_ byte: UInt8) {
    all = (all ^ UInt64(byte)) &* Self.prime
    word = (word ^ UInt64(byte)) &* Self.prime
  }

  mutating func end() {
    count += 1
    if !different.contains(word) { different.append(word) }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    suffix.utf8CodeUnitCount <= count && suffix.description.utf8.elementsEqual(self.suffix(suffix.utf8CodeUnitCount))
  }
}
