// SPDX-License-Identifier: Apache-2.0

/// Whether a cell keeps a number digit by digit as it is written.
///
/// Excel shows 15 digits, so a card number or an ID with more would be changed and has to stay text. A fraction that a program has written
/// may have 17: `0.30000000000000004` is the shortest text of its double, and reading it gives that double again.
package enum WrittenDigits {
  /// - Parameters:
  ///   - text: a number with digits, a sign, a point and an exponent at most.
  ///   - number: what the text reads as.
  package static func areKept(_ text: some StringProtocol, as number: Double) -> Bool {
    let written = significant(text)
    guard written.count > mostShown else { return true }
    return number != number.rounded() && written == significant(number.description)
  }

  private static let mostShown = 15

  /// The digits from the first to the last that is not 0.
  private static func significant(_ text: some StringProtocol) -> ArraySlice<UInt8> {
    let mantissa = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    let digits = mantissa.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let end = digits.lastIndex { $0 != UInt8(ascii: "0") }.map { $0 + 1 } ?? 0
    return digits[..<end].drop { $0 == UInt8(ascii: "0") }
  }
}
