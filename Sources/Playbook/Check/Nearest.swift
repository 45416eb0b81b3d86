/// Guesses which word was meant.
enum Nearest {
  /// The word with the fewest letters to change, if they are few: one in three at most.
  static func word(to text: String, among words: some Sequence<String>) -> String? {
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

  /// Letters to insert, remove or replace (Levenshtein).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[b.count]
  }
}
