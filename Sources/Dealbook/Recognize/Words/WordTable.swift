// SPDX-License-Identifier: Apache-2.0

import Base
import Synchronization

/// A word and what it stands for.
protocol WordEntry: Sendable {
  var text: String { get }
}

/// Entries that are found by the words of their text: those of the playbook at hand, and those of the built-in vocabulary.
struct WordTable<Entry: WordEntry>: Sendable {
  /// An entry with the words of its text, which are compared whenever its hash is asked for.
  private struct Known: Sendable {
    let entry: Entry
    let words: HeaderWords

    init(_ entry: Entry) {
      self.entry = entry
      words = HeaderWords(entry.text)
    }
  }

  private let own: [Known]
  private let inOrder: [UInt64: [Int]]
  private let inAnyOrder: [UInt64: [Int]]
  private let builtIn: PackedWordTable
  private let entry: @Sendable (PackedWord) -> Entry?
  /// The number of words of the longest text.
  let mostWords: Int
  /// What the vocabulary has for the hashes that were asked for: the same header is asked about several times, and so is that of the next
  /// workbook.
  private let packed = Packed()

  private final class Packed: Sendable {
    private let known = Mutex<[UInt64: [Known]]>([:])
    /// No more hashes than this are remembered.
    private let most = 8192

    func entries(_ hash: UInt64, _ read: () -> [Known]) -> [Known] {
      if let entries = known.withLock({ $0[hash] }) { return entries }
      let entries = read()
      known.withLock { known in if known.count < most { known[hash] = entries } }
      return entries
    }
  }

  private let packedInAnyOrder = Packed()

  /// - Parameters:
  ///   - own: they come first in what is found.
  ///   - entry: what a word of the vocabulary stands for; nil where that is nothing in this playbook.
  init(_ own: [Entry], over builtIn: PackedWordTable, entry: @escaping @Sendable (PackedWord) -> Entry?) {
    self.own = own.map { Known($0) }
    self.builtIn = builtIn
    self.entry = entry
    var inOrder: [UInt64: [Int]] = [:]
    inOrder.reserveCapacity(own.count)
    var inAnyOrder: [UInt64: [Int]] = [:]
    var mostWords = builtIn.mostWords
    for (place, known) in self.own.enumerated() {
      let hash = WordHash(known.words)
      mostWords = max(mostWords, known.words.words.count)
      if let one = hash.inOrder { inOrder[one, default: []].append(place) }
      if let one = hash.inAnyOrder { inAnyOrder[one, default: []].append(place) }
    }
    self.inOrder = inOrder
    self.inAnyOrder = inAnyOrder
    self.mostWords = mostWords
  }

  /// Those whose words are these, run together.
  func entries(_ words: HeaderWords) -> [Entry] {
    guard let hash = WordHash.inOrder(words) else { return [] }
    let packed = packed.entries(hash) { known(builtIn.words(withHash: hash)) }
    let places = inOrder[hash] ?? []
    if packed.isEmpty, places.isEmpty { return [] }
    let key = words.key
    return found(places, packed) { $0.key == key }
  }

  /// Those whose words are these in any order; none for one word.
  func entriesInAnyOrder(_ words: HeaderWords) -> [Entry] {
    guard let hash = WordHash.inAnyOrder(words) else { return [] }
    let packed = packedInAnyOrder.entries(hash) { known(builtIn.words(withHashInAnyOrder: hash)) }
    let places = inAnyOrder[hash] ?? []
    if packed.isEmpty, places.isEmpty { return [] }
    let key = words.unordered
    return found(places, packed) { $0.unordered == key }
  }

  /// Those that say the same, in whatever words.
  ///
  /// Own entries are read one by one: this is asked for headers that nothing else explains.
  func entries(saying concepts: HeaderConcepts) -> [Entry] {
    let packed = builtIn.words(withHashOfConcepts: FNV1a(concepts.key).value).compactMap(entry)
    guard !packed.isEmpty else { return [] }
    return own.filter { HeaderConcepts($0.words) == concepts }.map(\.entry)
      + packed.filter { HeaderConcepts(HeaderWords($0.text)) == concepts }
  }

  private func known(_ words: [PackedWord]) -> [Known] { words.compactMap { entry($0).map { Known($0) } } }

  private func found(_ places: [Int], _ packed: [Known], _ isWanted: (HeaderWords) -> Bool) -> [Entry] {
    var entries: [Entry] = []
    for place in places where isWanted(own[place].words) { entries.append(own[place].entry) }
    for known in packed where isWanted(known.words) { entries.append(known.entry) }
    return entries
  }
}
