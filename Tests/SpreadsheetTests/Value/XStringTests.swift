// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Text as SpreadsheetML spells it` {
  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_xD83E__xDDE7_", "🧧"), ("_xD83E_", "_xD83E_"),
    ("_x12_", "_x12_"),
    ("_X000D_", "_X000D_"), ("a_b", "a_b"), ("_x000a_", "\n"),
  ])
  func `is read`(_ stored: String, _ text: String) { #expect(XString.decoded(stored) == text) }

  @Test(arguments: [
    ("a\rb", "a_x000D_b"), ("_x000D_", "_x005F_x000D_"), ("a\tb\nc", "a\tb\nc"), ("\u{1}\u{1F}", "_x0001__x001F_"),
    ("\u{FFFE}\u{FFFF}\u{FFBE}", "_xFFFE__xFFFF_\u{FFBE}"), ("__x0041_", "__x005F_x0041_"), ("回款", "回款"),
  ])
  func `is written so that it is read as itself`(_ text: String, _ stored: String) {
    #expect(XString.encoded(text) == stored)
    #expect(XString.decoded(stored) == text)
  }
}
