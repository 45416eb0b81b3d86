// SPDX-License-Identifier: Apache-2.0

import Base

/// Suggests the word that was probably meant.
public enum Nearest {
  /// The word with the smallest edit distance, if at most a third of its letters differ.
  public static func word(to text: String, among words: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars.prefix(60))
    var best: (word: String, distance: Int)?
    for word in words {
      let candidate = Array(word.lowercased().unicodeScalars.prefix(60))
      let limit = max(1, max(wanted.count, candidate.count) / 3)
      let distance = EditDistance.between(wanted, candidate, limit: limit)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }
}
