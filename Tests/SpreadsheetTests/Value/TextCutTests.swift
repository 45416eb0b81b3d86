// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Cutting texts` {
  @Test func `leaves what fits, and keeps marks with their letters`() {
    #expect(TextCut.fitting("abc", 3, sign: "…") == "abc")
    #expect(TextCut.fitting("abcd", 3, sign: "…") == "ab…")
    #expect(Array(TextCut.fitting("abe\u{301}d", 4, sign: "…").unicodeScalars) == Array("ab…".unicodeScalars))
    #expect(TextCut.fitting("ab👩d", 4) == "ab👩")
    #expect(TextCut.fitting("ab👩d", 3) == "ab")
  }

  @Test func `cuts within a character of thousands of marks`() {
    let text = "e" + String(repeating: "\u{301}", count: 100)
    #expect(TextCut.fitting(text, 10, sign: "…").utf16.count == 10)
  }

  @Test func `splits into parts that are the whole again`() {
    let text = String(repeating: "a👩\u{301}", count: 50)
    let parts = TextCut.parts(text, 7)
    #expect(parts.allSatisfy { $0.utf16.count <= 7 })
    #expect(Array(parts.joined().unicodeScalars) == Array(text.unicodeScalars))
    #expect(TextCut.parts("", 7) == [""])
  }
}
