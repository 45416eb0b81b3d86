// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Checking that bytes are UTF-8` {
  /// The result of the standard library for the same bytes.
  private func problem(_ bytes: [UInt8]) -> (found: UTF8.ValidationError?, expected: UTF8.ValidationError?) {
    var (found, expected): (UTF8.ValidationError?, UTF8.ValidationError?)
    do throws(UTF8.ValidationError) { try UTF8Check.check(bytes.span) } catch { found = error }
    do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: bytes.span) } catch { expected = error }
    return (found, expected)
  }

  @Test func `accepts letters of one to four bytes wherever they stand`() {
    for text in [
      "", "plain ASCII of some length", "商機一二三四五六七八", "ä商😀é機ß", "\u{0800}\u{FFFF}\u{D7FF}\u{E000}\u{10FFFF}",
    ] {
      for shift in 0..<9 {
        let bytes = Array((String(repeating: "x", count: shift) + text + text).utf8)
        #expect(problem(bytes).found == nil)
      }
    }
  }

  @Test(arguments: [
    [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0x80], [0xE4, 0xBD], [0xE4, 0xBD, 0x41],
    [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
  ])
  func `refuses what is none, and says where, as the library does`(_ wrong: [UInt8]) {
    for before in ["", "x", "商機", "1234567商"] {
      for behind in ["", "商機商機", "abcdefgh"] {
        let (found, expected) = problem(Array(before.utf8) + wrong + Array(behind.utf8))
        #expect(expected != nil && found == expected)
      }
    }
  }

  @Test func `agrees with the library whichever byte is changed`() {
    let bytes = Array("商機 12 ä😀 驗證商機 plain text 標書提交".utf8)
    for place in bytes.indices {
      for value in UInt8.min...UInt8.max {
        var changed = bytes
        changed[place] = value
        let (found, expected) = problem(changed)
        #expect(found == expected)
      }
    }
  }
}
