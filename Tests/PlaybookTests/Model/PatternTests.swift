// SPDX-License-Identifier: Apache-2.0

import Playbook
import TestSupport
import Testing

@Suite struct `A pattern` {
  @Test(arguments: [
    ("^D[0-9A-Z-]{1,19}$", "D001", true), ("^D[0-9A-Z-]{1,19}$", "D", false), ("^D[0-9A-Z-]{1,19}$", "xD001", false),
    ("^D[0-9A-Z-]{1,19}$", "d001", false), ("^D[0-9A-Z-]{1,19}$", "D0123456789012345678", true),
    ("^D[0-9A-Z-]{1,19}$", "D01234567890123456789", false), ("^(ab|cd)+$", "abcdab", true),
    ("^(ab|cd)+$", "abc", false),
    ("a|b|c", "xxc", true), ("^x?y*$", "yyy", true), ("^x?y*$", "xxy", false), ("^[^0-9]+$", "abc", true),
    ("^[]a]+$", "]a", true), ("^\\d{2,}$", "1", false), ("^\\d{2,}$", "123", true), ("^.$", "\n", false),
    ("^客戶\\w{2}$", "客戶A1", true), ("^(a*)*$", "aaa", true), ("", "", true),
  ])
  func `matches what a regular expression matches`(source: String, text: String, expected: Bool) throws {
    #expect(try Pattern(source).matches(text) == expected)
  }

  @Test(arguments: [
    ("(?<!\\d)1[3-9]\\d{9}(?!\\d)", "電話13912345678。", true), ("(?<!\\d)1[3-9]\\d{9}(?!\\d)", "0139123456789", false),
    ("(?<!\\d)\\d{17}[\\dXx](?!\\d)", "11010519491231002X", true), ("(?<=a)b", "ab", true), ("(?<=a)b", "b", false),
    ("a(?=b)", "ab", true), ("a(?=b)", "ac", false),
  ])
  func `looks at the character before and after`(source: String, text: String, expected: Bool) throws {
    #expect(try Pattern(source).matches(text) == expected)
  }

  /// Texts made of the characters in the patterns and one beyond ASCII.
  private static func texts(_ seed: Int) -> [String] {
    var random = SeededRandom(seed)
    return (0..<400).map { _ in
      var text = ""
      for _ in 0..<random.roll(12) {
        text.unicodeScalars.append(["D", "0", "7", "a", "b", "c", "x", "-", "y", "\n", "客"][random.roll(11)])
      }
      return text
    }
  }

  @Test(arguments: [
    "^D[0-9A-Z-]{1,19}$", "^(ab|cd)+$", "a|b|c", "^x?y*$", "^[^0-9]+$", "^\\d{2,}$", "^.$", "^(a*)*$", "", "a$", "^",
    "$",
    "(?<!\\d)7(?!\\d)", "b(a|x){2,4}c?$", "^(D|0)?[a-c]+x*",
  ])
  func `that has learnt from many texts matches as before`(source: String) throws {
    let pattern = try Pattern(source)
    let automaton = PatternAutomaton(pattern)
    for text in Self.texts(source.utf8.count) + Self.texts(99) {
      #expect(automaton.matches(text) == pattern.matches(text), "\(text)")
    }
  }

  @Test func `stays linear where a backtracking matcher explodes`() throws {
    let pattern = try Pattern("^(a*)*b$")
    #expect(!pattern.matches(String(repeating: "a", count: 5000)))
  }

  @Test(arguments: [
    ("^[A-Z", 1), ("(ab", 0), ("ab)", 2), ("*a", 0), ("a{x}", 1), ("a{3,2}", 1), ("[z-a]", 0), ("\\1", 0), ("a\\", 2),
    ("(?<!ab)c", 0), ("(?P<n>a)", 0),
  ])
  func `that cannot be used names the place`(source: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.offset == offset)
  }

  @Test func `is refused when its counts would fill the memory`() {
    #expect(throws: PatternError.self) { try Pattern("((a{1000}){1000}){1000}") }
  }
}
