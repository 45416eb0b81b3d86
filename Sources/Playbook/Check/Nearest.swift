// SPDX-License-Identifier: Apache-2.0

import Base

/// Suggests the word that was probably meant.
public enum Nearest {
  /// The word with the smallest edit distance, if at most a third of its letters differ. Traditional and Simplified characters are alike.
  public static func word(to text: String, among words: some Sequence<String>) -> String? {
    let wanted = letters(text)
    var best: (word: String, distance: Int)?
    for word in words {
      let candidate = letters(word)
      let limit = max(1, max(wanted.count, candidate.count) / 3)
      let distance = EditDistance.between(wanted, candidate, limit: limit)
      // What has no letter in common is not near, however short it is.
      guard distance < max(wanted.count, candidate.count) else { continue }
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  private static func letters(_ word: String) -> [Unicode.Scalar] {
    Array(Simplified.text(word.lowercased()).unicodeScalars.prefix(60))
  }
}
