// SPDX-License-Identifier: Apache-2.0

import Base

/// Entries that are found by the words of their text. Making one takes a sort of numbers; the words themselves are compared when something
/// is looked for.
struct WordTable<Entry: Sendable>: Sendable {
  private let entries: [Entry]
  private let text: @Sendable (Entry) -> String
  private let inOrder: [Place]
  private let inAnyOrder: [Place]
  /// The number of words of the longest text.
  let mostWords: Int

  private struct Place {
    let hash: UInt64
    let entry: Int32
  }

  init(_ entries: [Entry], text: @escaping @Sendable (Entry) -> String) {
    self.entries = entries
    self.text = text
    var inOrder: [Place] = []
    inOrder.reserveCapacity(entries.count)
    var inAnyOrder: [Place] = []
    var mostWords = 0
    for (place, entry) in entries.enumerated() {
      let hash = WordHash(text(entry))
      mostWords = max(mostWords, hash.count)
      if let one = hash.inOrder { inOrder.append(Place(hash: one, entry: Int32(place))) }
      if let one = hash.inAnyOrder { inAnyOrder.append(Place(hash: one, entry: Int32(place))) }
    }
    self.mostWords = mostWords
    func sorted(_ places: [Place]) -> [Place] {
      places.sorted { ($0.hash, $0.entry) < ($1.hash, $1.entry) }
    }
    self.inOrder = sorted(inOrder)
    self.inAnyOrder = sorted(inAnyOrder)
  }

  /// Those whose words are these, run together, in the order in which they were given.
  func entries(_ words: HeaderWords) -> [Entry] {
    guard let hash = WordHash(words).inOrder else { return [] }
    let key = words.key
    return found(hash, in: inOrder) { $0.key == key }
  }

  /// Those whose words are these in any order; none for one word.
  func entriesInAnyOrder(_ words: HeaderWords) -> [Entry] {
    guard let hash = WordHash(words).inAnyOrder else { return [] }
    let key = words.unordered
    return found(hash, in: inAnyOrder) { $0.unordered == key }
  }

  private func found(_ hash: UInt64, in places: [Place], _ isWanted: (HeaderWords) -> Bool) -> [Entry] {
    var place = places.partitioningIndex { $0.hash >= hash }
    var found: [Entry] = []
    while place < places.count, places[place].hash == hash {
      let entry = entries[Int(places[place].entry)]
      if isWanted(HeaderWords(text(entry))) { found.append(entry) }
      place += 1
    }
    return found
  }
}
