// SPDX-License-Identifier: Apache-2.0

import Base
import Testing

@testable import Dealbook

@Suite struct `Text on a page` {
  /// One character after the other, as no fast way would do it.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "\n", "\t", "\r": "&#\(scalar.value);"
    default: scalar.isControl || scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : String(scalar)
    }
  }

  @Test func `is escaped whatever its characters are`() {
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let (text, wanted) = (PageLook.escaped("a\(scalar)萬"), "a\(Self.escaped(scalar))萬")
      guard !text.utf8.elementsEqual(wanted.utf8) else { continue }
      Issue.record("U+\(String(value, radix: 16)) becomes \(text)")
    }
  }

  @Test(
    arguments: [
      ("到 2026-03-31 為止", "到 <span class=\"k\">2026-03-31</span> 為止"), ("2026-03", "<span class=\"k\">2026-03</span>"),
      ("用 --repair safe", "用 <span class=\"k\">--repair</span> safe"), ("12026-03-31", "12026-03-31"),
      ("2026-03-311", "2026-03-311"), ("a---b", "a---b"), ("--all-", "<span class=\"k\">--all</span>-"),
      ("D-006", "D-006"), ("-2026-03-31", "-2026-03-31"), ("", ""),
    ])
  func `keeps days and options on a line`(text: String, wanted: String) { #expect(PageLook.shown(text) == wanted) }
}
