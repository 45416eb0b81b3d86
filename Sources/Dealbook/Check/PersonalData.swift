// SPDX-License-Identifier: Apache-2.0

/// Recognizes numbers that identify a person (documents/method.md, Reading what was typed).
package enum PersonalData {
  /// Whether the text contains, as a separate word, an identity card number (18 characters, or a Taiwanese one: a letter and nine digits),
  /// a bank card number (16–19 digits), or a mobile number (11 digits starting with 13 or higher, or a Taiwanese one starting with 09).
  package static func isIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      if isPersonal(bytes, start..<index) { return true }
    }
    return false
  }

  private static func isPersonal(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
    let digits = bytes[run]
    let next = run.upperBound < bytes.count ? bytes[run.upperBound] : nil
    let before = run.lowerBound > 0 ? bytes[run.lowerBound - 1] : nil
    switch digits.count {
    case 16, 18, 19:
      return true
    case 17:
      // The check digit of an identity card may be X.
      return true
    case 11:
      return digits.first == UInt8(ascii: "1") && digits.dropFirst().first.map { $0 >= UInt8(ascii: "3") } ?? false
    case 10:
      return digits.starts(with: [UInt8(ascii: "0"), UInt8(ascii: "9")])
    case 9:
      // A capital letter that does not end a longer word, then 1 or 2 and eight more digits.
      guard let letter = before, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter), next.map(isDigit) != true
      else { return false }
      let isWordEnd = run.lowerBound >= 2 && isAlphanumeric(bytes[run.lowerBound - 2])
      return !isWordEnd && (digits.first == UInt8(ascii: "1") || digits.first == UInt8(ascii: "2"))
    default:
      return false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }
}
