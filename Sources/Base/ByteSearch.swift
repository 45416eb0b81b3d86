// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Whether the bytes of `word` stand in the text, as they are: `contains` also finds other spellings of the same characters, such as é
  /// in two parts, and takes ten times as long. For words that were folded, and for those that have only one spelling.
  ///
  /// Cost: one pass.
  package func containsBytes(of word: String) -> Bool {
    let text = utf8.span
    let word = word.utf8.span
    guard word.count > 0 else { return true }
    guard word.count <= text.count else { return false }
    let first = word[0]
    for start in 0...(text.count - word.count) where text[start] == first {
      var length = 1
      while length < word.count, text[start + length] == word[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }
}
