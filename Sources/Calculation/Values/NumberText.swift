// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Conversion between numbers and text by US conventions, so that a workbook's results do not depend on a locale.
enum NumberText {
  /// The text that `&` makes of a number.
  static func text(_ number: Double) -> String { NumberFormatting.text(number) }

  /// The number that a text stands for in arithmetic: `5`, ` 1,234.5 `, `-5%`, `(5)`, `1e3`, `$5`, `5€`, `1 1/2`, dates and times; nil for
  /// other text.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 255, bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    if bytes.last == UInt8(ascii: "-") { return nil }
    // Most texts asked about are IDs: one that begins with a letter can only be a date if it begins with the name of a month.
    if isLetter(bytes[0]), bytes.count < 3 || !isLetter(bytes[1]) || !isLetter(bytes[2]) { return nil }
    if let number = NumberParsing.plainNumber(text) { return number }
    if let other = withoutCurrency(text), let number = NumberParsing.plainNumber(other) { return number }
    return percentage(text) ?? DateTexts.serial(text)
  }

  /// Percentages that only Excel reads: `%5`, `(5%)`, `1e3%`.
  private static func percentage(_ text: String) -> Double? {
    guard let sign = text.firstIndex(of: "%"), !text.contains("$") else { return nil }
    let before = text[..<sign]
    let after = text[text.index(after: sign)...]
    guard before.allSatisfy({ " (+-".contains($0) }) || after.allSatisfy({ " )".contains($0) }),
      let number = NumberParsing.plainNumber(String(before + after))
    else { return nil }
    return number / 100
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// The text without a currency symbol other than the dollar, before or after the number.
  private static func withoutCurrency(_ text: String) -> String? {
    for sign in ["€", "£", "¥"] {
      guard let place = text.firstIndex(of: Character(sign)) else { continue }
      var rest = text
      rest.remove(at: place)
      return rest.contains(Character(sign)) || rest.contains("$") ? nil : rest
    }
    return nil
  }
}
