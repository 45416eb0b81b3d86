// SPDX-License-Identifier: Apache-2.0

/// FIND, SEARCH and SUBSTITUTE.
package enum TextSearch {
  /// The position of `word` in `text`, in UTF-16 units; the empty word is found at the start.
  package static func place(of word: String, in text: String, from start: Int) -> Int? {
    let units = Array(text.utf16)
    let wanted = Array(word.utf16)
    guard start <= units.count, wanted.count <= units.count - start else { return nil }
    return (start...units.count - wanted.count).first { units[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  /// The position of the first match of a wildcard pattern, ignoring case.
  package static func place(ofPattern pattern: String, in text: String, from start: Int) -> Int? {
    let pattern = Wildcard(any: pattern)
    let scalars = Array(CaseFolding.folded(text).unicodeScalars)
    var unit = 0
    for place in 0...scalars.count {
      if unit >= start, pattern.end(in: scalars, from: place, whole: false) != nil { return unit }
      if place < scalars.count { unit += scalars[place].utf16.count }
    }
    return nil
  }

  /// `text` with `old` replaced: all occurrences if `occurrence` is 0, otherwise only that one.
  package static func replaced(_ text: String, _ old: String, by new: String, occurrence: Int) -> String {
    guard !old.isEmpty else { return text }
    let units = Array(text.utf8)
    let wanted = Array(old.utf8)
    var result: [UInt8] = []
    var place = 0
    var found = 0
    while place < units.count {
      if units[place...].starts(with: wanted) {
        found += 1
        result.append(contentsOf: occurrence == 0 || occurrence == found ? Array(new.utf8) : wanted)
        place += wanted.count
      } else {
        result.append(units[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
