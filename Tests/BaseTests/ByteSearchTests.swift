// SPDX-License-Identifier: Apache-2.0

import Base
import Testing

/// Words in texts, by their bytes.
@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("", "", true), ("a", "", true), ("", "a", false), ("單位：萬元", "單位", true), ("單位：萬元", "萬元", true),
    ("單位：萬元", "单位", false),
    ("aab", "ab", true), ("ababac", "abac", true), ("ababac", "abad", false), ("in TEUR", "TEUR", true),
    // A beginning at the very end.
    ("umsatz in t", "t€", false),
  ])
  func aWordIsFoundWhereverItStands(_ text: String, _ word: String, _ isThere: Bool) {
    #expect(text.containsBytes(of: word) == isThere)
  }

  @Test func spellingsInOtherBytesAreOthers() {
    #expect("caf\u{E9}".contains("e\u{301}"))
    #expect(!"caf\u{E9}".containsBytes(of: "e\u{301}"))
  }

  @Test func itAgreesWithTheSearchOfTheStandardLibraryOnPlainLetters() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let text = String((0..<Int.random(in: 0..<12, using: &generator)).map { _ in "ab".randomElement() ?? "a" })
      let word = String((0..<Int.random(in: 1..<5, using: &generator)).map { _ in "ab".randomElement() ?? "a" })
      #expect(text.containsBytes(of: word) == text.contains(word), "\(text) \(word)")
    }
  }
}
