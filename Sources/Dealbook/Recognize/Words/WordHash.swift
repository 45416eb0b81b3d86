// SPDX-License-Identifier: Apache-2.0

import Base

/// The words of a text reduced to two numbers: one of the words as they stand, one of them in any order.
///
/// Equal words have equal numbers; equal numbers may come from different words, so who finds something by them compares the words.
struct WordHash: Hashable {
  /// Of all words run together; nil where the text has no words.
  let inOrder: UInt64?
  /// Of the different words, whatever their order; nil for fewer than two words.
  let inAnyOrder: UInt64?

  init(_ words: HeaderWords) {
    inOrder = Self.inOrder(words)
    inAnyOrder = Self.inAnyOrder(words)
  }

  static func inOrder(_ words: HeaderWords) -> UInt64? { words.isEmpty ? nil : FNV1a(words.key).value }

  static func inAnyOrder(_ words: HeaderWords) -> UInt64? {
    // Mixed once more, as sums of plain hashes are too easily equal.
    words.words.count < 2
      ? nil
      : Set(words.words).reduce(0) { sum, word in
        let hash = FNV1a(word).value
        return sum &+ (hash ^ hash >> 29) &* 0xbf58_476d_1ce4_e5b9
      }
  }
}
