/// Recognises numbers that identify a person (documents/method.md, Reading what was typed).
package enum PersonalData {
  /// An identity card (18 characters, or a Taiwan letter with nine digits), a bank card (16–19 digits), or a mobile
  /// number (11 digits from 13 on, or a Taiwan one from 09 on) that stands by itself.
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
      // The check digit of an identity card can be X.
      return true
    case 11:
      return digits.first == UInt8(ascii: "1") && digits.dropFirst().first.map { $0 >= UInt8(ascii: "3") } ?? false
    case 10:
      return digits.starts(with: [UInt8(ascii: "0"), UInt8(ascii: "9")])
    case 9:
      // A capital letter that does not end a longer word, then 1 or 2 and eight digits.
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
