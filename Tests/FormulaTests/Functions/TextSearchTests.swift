// SPDX-License-Identifier: Apache-2.0

import Formula
import Testing

@Suite struct `Searching a text` {
  @Test(
    arguments: [
      ("aab", "aaaab", 0, 2), ("aba", "abababa", 1, 2), ("", "abc", 2, 2), ("c", "abc", 3, nil), ("é", "café", 0, 3),
      ("x", "", 0, nil), ("abcabd", "abcabcabd", 0, 3),
    ] as [(String, String, Int, Int?)])
  func `finds the first place at or after the start`(_ word: String, _ text: String, _ start: Int, _ place: Int?) {
    #expect(TextSearch.place(of: word, in: text, from: start) == place)
    #expect(TextSearch.place(ofPattern: word.uppercased(), in: text, from: start) == place)
  }

  @Test func `counts in UTF-16 units, also where case is ignored`() {
    #expect(TextSearch.place(of: "b", in: "😀aB😀b", from: 0) == 6)
    #expect(TextSearch.place(ofPattern: "b", in: "😀aB😀b", from: 4) == 6)
    #expect(TextSearch.place(ofPattern: "?b", in: "😀aB😀b", from: 0) == 2)
  }

  @Test func `takes one pass, however the word and the text repeat themselves`() {
    let text = String(repeating: "a", count: 200_000)
    let word = String(repeating: "a", count: 100_000) + "b"
    #expect(TextSearch.place(of: word, in: text, from: 0) == nil)
    #expect(TextSearch.place(ofPattern: word, in: text, from: 0) == nil)
    #expect(TextSearch.replaced(text, word, by: "x", occurrence: 0, longest: 200_000) == text)
  }

  @Test func `replaces occurrences that do not overlap, or one of them`() {
    #expect(TextSearch.replaced("aaaa", "aa", by: "b", occurrence: 0, longest: 9) == "bb")
    #expect(TextSearch.replaced("aXaXa", "X", by: "--", occurrence: 2, longest: 9) == "aXa--a")
    #expect(TextSearch.replaced("abc", "", by: "x", occurrence: 0, longest: 9) == "abc")
  }

  @Test func `makes no result that is too long`() {
    #expect(TextSearch.replaced("aaa", "a", by: "bbb", occurrence: 0, longest: 9) == "bbbbbbbbb")
    #expect(TextSearch.replaced("aaa", "a", by: "bbb", occurrence: 0, longest: 8) == nil)
    let many = String(repeating: "a", count: 1_000_000)
    #expect(TextSearch.replaced(many, "a", by: many, occurrence: 0, longest: 32_767) == nil)
  }
}
