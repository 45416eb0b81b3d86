// SPDX-License-Identifier: Apache-2.0

import Base

/// A word and what it stands for.
protocol WordEntry: Sendable {
  var text: String { get }
}

/// Entries that are found by the words of their text: those of the playbook at hand, and those of the built-in vocabulary.
struct WordTable<Entry: WordEntry>: Sendable {
  private let own: [Entry]
  private let inOrder: [UInt64: [Int]]
  private let inAnyOrder: [UInt64: [Int]]
  private let builtIn: PackedWordTable
  private let entry: @Sendable (PackedWord) -> Entry?
  /// The number of words of the longest text.
  let mostWords: Int

  /// - Parameters:
  ///   - own: they come first in what is found.
  ///   - entry: what a word of the vocabulary stands for; nil where that is nothing in this playbook.
  init(_ own: [Entry], over builtIn: PackedWordTable, entry: @escaping @Sendable (PackedWord) -> Entry?) {
    self.own = own
    self.builtIn = builtIn
    self.entry = entry
    var inOrder: [UInt64: [Int]] = [:]
    inOrder.reserveCapacity(own.count)
    var inAnyOrder: [UInt64: [Int]] = [:]
    var mostWords = builtIn.mostWords
    for (place, entry) in own.enumerated() {
      let words = HeaderWords(entry.text)
      let hash = WordHash(words)
      mostWords = max(mostWords, words.words.count)
      if let one = hash.inOrder { inOrder[one, default: []].append(place) }
      if let one = hash.inAnyOrder { inAnyOrder[one, default: []].append(place) }
    }
    self.inOrder = inOrder
    self.inAnyOrder = inAnyOrder
    self.mostWords = mostWords
  }

  /// Those whose words are these, run together.
  func entries(_ words: HeaderWords) -> [Entry] {
    guard let hash = WordHash(words).inOrder else { return [] }
    let key = words.key
    return found(inOrder[hash], builtIn.words(withHash: hash)) { $0.key == key }
  }

  /// Those whose words are these in any order; none for one word.
  func entriesInAnyOrder(_ words: HeaderWords) -> [Entry] {
    guard let hash = WordHash(words).inAnyOrder else { return [] }
    let key = words.unordered
    return found(inAnyOrder[hash], builtIn.words(withHashInAnyOrder: hash)) { $0.unordered == key }
  }

  /// Those that say the same, in whatever words.
  ///
  /// Own entries are read one by one: this is asked for headers that nothing else explains.
  func entries(saying concepts: HeaderConcepts) -> [Entry] {
    let packed = builtIn.words(withHashOfConcepts: FNV1a(concepts.key).value).compactMap(entry)
    guard !packed.isEmpty else { return [] }
    return (own + packed).filter { HeaderConcepts(HeaderWords($0.text)) == concepts }
  }

  private func found(_ places: [Int]?, _ packed: [PackedWord], _ isWanted: (HeaderWords) -> Bool) -> [Entry] {
    let entries = (places ?? []).map { own[$0] } + packed.compactMap(entry)
    return entries.filter { isWanted(HeaderWords($0.text)) }
  }
}
