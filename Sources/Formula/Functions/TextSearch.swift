// SPDX-License-Identifier: Apache-2.0

/// FIND, SEARCH and SUBSTITUTE. Words are found in one pass over the text.
package enum TextSearch {
  /// The position of `word` in `text`, in UTF-16 units; the empty word is found at the start.
  package static func place(of word: String, in text: String, from start: Int) -> Int? {
    place(of: Array(word.utf16), in: Array(text.utf16), from: start)
  }

  private static func place<Unit: Hashable>(of word: [Unit], in text: [Unit], from start: Int) -> Int? {
    guard start <= text.count, word.count <= text.count - start else { return nil }
    return WordSearch(word).next(in: text, from: start)
  }

  /// The position of the first match of a wildcard pattern, ignoring case.
  package static func place(ofPattern pattern: String, in text: String, from start: Int) -> Int? {
    let scalars = Array(CaseFolding.folded(text).unicodeScalars)
    guard let pattern = Wildcard(pattern) else {
      // Where each scalar begins, in UTF-16 units.
      var units: [Int] = []
      units.reserveCapacity(scalars.count + 1)
      var unit = 0
      for scalar in scalars {
        units.append(unit)
        unit += scalar.utf16.count
      }
      units.append(unit)
      guard let first = units.firstIndex(where: { $0 >= start }) else { return nil }
      return place(of: Array(CaseFolding.folded(pattern).unicodeScalars), in: scalars, from: first).map { units[$0] }
    }
    var unit = 0
    for place in 0...scalars.count {
      if unit >= start, pattern.end(in: scalars, from: place, whole: false) != nil { return unit }
      if place < scalars.count { unit += scalars[place].utf16.count }
    }
    return nil
  }

  /// The work of ``place(ofPattern:in:from:)``, in comparisons: a pattern with wildcards is tried at every position.
  package static func cost(ofPattern pattern: String, in text: String) -> Int {
    let (length, tried) = (text.utf8.count, pattern.utf8.count)
    if pattern.utf8.contains(UInt8(ascii: "*")) { return length * max(length, tried) }
    return pattern.utf8.contains(UInt8(ascii: "?")) ? length * tried : length
  }

  /// `text` with `old` replaced: all occurrences if `occurrence` is 0, otherwise only that one. Nil if the result is longer than
  /// `longest`, in UTF-16 units; it is then not made.
  package static func replaced(
    _ text: String, _ old: String, by new: String, occurrence: Int, longest: Int
  ) -> String? {
    guard !old.isEmpty else { return text }
    let units = Array(text.utf16)
    let wanted = Array(old.utf16)
    let other = Array(new.utf16)
    let search = WordSearch(wanted)
    var result: [UInt16] = []
    var place = 0
    var found = 0
    while result.count <= longest, let next = search.next(in: units, from: place) {
      found += 1
      result += units[place..<next]
      result += occurrence == 0 || occurrence == found ? other : wanted
      place = next + wanted.count
    }
    guard result.count + units.count - place <= longest else { return nil }
    return String(decoding: result + units[place...], as: UTF16.self)
  }
}

/// Searches for a word in one pass (Knuth–Morris–Pratt).
private struct WordSearch<Unit: Hashable> {
  private let word: [Unit]
  /// After a mismatch, how many matched units are also a prefix of the word.
  private let fallbacks: [Int]

  init(_ word: [Unit]) {
    self.word = word
    var fallbacks = [Int](repeating: 0, count: word.count)
    var matched = 0
    for place in word.indices.dropFirst() {
      while matched > 0, word[place] != word[matched] { matched = fallbacks[matched - 1] }
      if word[place] == word[matched] { matched += 1 }
      fallbacks[place] = matched
    }
    self.fallbacks = fallbacks
  }

  /// The position of the first occurrence at or after `start`; nil if there is none.
  func next(in text: [Unit], from start: Int) -> Int? {
    guard !word.isEmpty else { return start <= text.count ? start : nil }
    var matched = 0
    var place = start
    while place < text.count {
      while matched > 0, text[place] != word[matched] { matched = fallbacks[matched - 1] }
      if text[place] == word[matched] { matched += 1 }
      place += 1
      if matched == word.count { return place - matched }
    }
    return nil
  }
}
