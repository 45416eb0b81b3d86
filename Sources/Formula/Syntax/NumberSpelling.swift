// SPDX-License-Identifier: Apache-2.0

/// The spelling of numbers in formulas.
enum NumberSpelling {
  /// The shortest text that reads back as the same number: `100000`, `0.1`, `1E+16`.
  static func shortest(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000, value.sign == .plus || whole != 0 {
      return String(whole)
    }
    let text = "\(value)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).uppercased()
  }

  /// `value` rounded to 15 significant digits, as many as spreadsheet programs write.
  static func fifteenDigits(_ value: Double) -> Double {
    let parts = "\(value.magnitude)".split(separator: "e")
    guard value.isFinite, let mantissa = parts.first else { return value }
    var digits = 0
    var significant = 0
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var isFraction = false
    for byte in mantissa.utf8 {
      guard byte.isASCIIDigit else {
        isFraction = true
        continue
      }
      let digit = Int(byte - UInt8(ascii: "0"))
      if significant < 15 {
        digits = digits * 10 + digit
        significant += digits > 0 ? 1 : 0
        exponent -= isFraction ? 1 : 0
      } else {
        if significant == 15, digit >= 5 { digits += 1 }
        significant += 1
        exponent += isFraction ? 0 : 1
      }
    }
    // The greatest double has no 15-digit neighbour above it.
    guard significant > 15, let rounded = Double("\(digits)e\(exponent)"), rounded.isFinite else { return value }
    return value < 0 ? -rounded : rounded
  }
}
