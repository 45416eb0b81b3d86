// SPDX-License-Identifier: Apache-2.0

/// Classifies the UTF-8 bytes of a formula.
enum FormulaBytes {
  /// Whether the byte is a space, tab, line feed or carriage return.
  @inline(always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  @inline(always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  @inline(always)
  static func isLetter(_ byte: UInt8) -> Bool {
    let upper = byte & 0xDF
    return upper >= UInt8(ascii: "A") && upper <= UInt8(ascii: "Z")
  }

  /// The length of the character at `at` if it may occur in a name or an unquoted sheet name; otherwise 0.
  ///
  /// In ASCII, these are letters, digits and `_ \ . ?`. Beyond ASCII, every character except spaces counts as a letter: programs
  /// differ in which symbols they allow in names, and all of them quote a sheet name that contains any.
  static func nameCharacter(_ text: Span<UInt8>, at: Int) -> Int {
    guard at < text.count else { return 0 }
    let byte = text[at]
    if byte < 0x80 {
      if isLetter(byte) || isDigit(byte) { return 1 }
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "."), UInt8(ascii: "?"): return 1
      default: return 0
      }
    }
    let length = sequenceLength(text, at: at)
    if length == 2, byte == 0xC2, text[at + 1] == 0xA0 { return 0 }  // no-break space
    if length == 3, byte == 0xE3, text[at + 1] == 0x80, text[at + 2] == 0x80 { return 0 }  // ideographic space
    return length
  }

  /// The length of the well-formed UTF-8 sequence at `at`; 0 if it is not well formed (Unicode, table 3-7).
  static func sequenceLength(_ text: Span<UInt8>, at: Int) -> Int {
    let first = text[at]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard at + length <= text.count, second.contains(text[at + 1]) else { return 0 }
    for next in (at + 2)..<max(at + 2, at + length) where text[next] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The error values of Excel. They are matched case-insensitively.
  static let errors: [[UInt8]] = [
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
    "#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!",
  ].map { Array($0.utf8) }
  static let wordTrue = Array("TRUE".utf8)
  static let wordFalse = Array("FALSE".utf8)

  /// Compares ASCII text case-insensitively. `word` must be in upper case.
  static func equals(_ text: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard range.count == word.count, range.upperBound <= text.count else { return false }
    for at in 0..<word.count {
      let byte = text[range.lowerBound + at]
      guard byte == word[at] || isLetter(byte) && byte & 0xDF == word[at] else { return false }
    }
    return true
  }

  static func isBoolean(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    equals(text, range, wordTrue) || equals(text, range, wordFalse)
  }
}
