// SPDX-License-Identifier: Apache-2.0

/// Suggests the word that was probably meant.
public enum Nearest {
  /// The word with the smallest edit distance, if at most a third of its letters differ.
  public static func word(to text: String, among words: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars.prefix(60))
    var best: (word: String, distance: Int)?
    for word in words {
      let candidate = Array(word.lowercased().unicodeScalars.prefix(60))
      let limit = max(1, max(wanted.count, candidate.count) / 3)
      guard abs(wanted.count - candidate.count) <= limit else { continue }
      let distance = distance(wanted, candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(above[j] + (a[i] == b[j] ? 0 : 1), min(row[j], above[j + 1]) + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = above
      above = row
    }
    return above[b.count]
  }
}
