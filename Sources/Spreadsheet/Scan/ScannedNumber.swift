// SPDX-License-Identifier: Apache-2.0

import Base

/// Parses the numbers in attributes and values of cells.
enum ScannedNumber {
  /// Parses an xsd:unsignedInt, with optional white space around it; nil if it is invalid.
  static func unsigned(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ place: ScanError.Place
  ) throws(ScanError) -> Int? {
    if let number = digits(bytes, range) { return number }
    for at in range where bytes[at] == UInt8(ascii: "&") {
      let decoded = try CellText.attribute(bytes, range, place)
      return digits(decoded.span, 0..<decoded.count)
    }
    return nil
  }

  @inline(always)
  static func digits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    if let word = Words.load(bytes, range.lowerBound), range.upperBound &- range.lowerBound < 8 {
      // In nearly all cases the range contains only digits, which a single 8-byte load covers.
      let digits = word ^ Words.zeros
      let count = Words.count(before: Words.nonDigits(digits))
      if count > 0, count == range.upperBound &- range.lowerBound {
        return Int(truncatingIfNeeded: Words.number(digits << UInt64(truncatingIfNeeded: 64 &- 8 &* count)))
      }
    }
    return anyDigits(bytes, range)
  }

  @inline(never)
  private static func anyDigits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let trimmed = trim(bytes, range)
    guard !trimmed.isEmpty else { return nil }
    var number = 0
    for at in trimmed {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10, number <= Int(UInt32.max) else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  /// The range without XML white space at both ends.
  @inline(always)
  static func trim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] <= 0x20, Markup.isSpace(bytes[lower]) { lower += 1 }
    while lower < upper, bytes[upper - 1] <= 0x20, Markup.isSpace(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}

extension ScannedNumber {
  /// Parses an xsd:double, with optional white space around it. Nil if it is invalid, and for INF and NaN, which a cell can't
  /// contain.
  ///
  /// The result is always the nearest Double. Numbers of up to 19 digits are mostly computed with exact integer arithmetic, the
  /// others by the standard library.
  @inline(always)
  static func double(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    let trimmed = trim(bytes, range)
    var at = trimmed.lowerBound
    let end = trimmed.upperBound
    guard at < end else { return nil }
    let negative = bytes[at] == UInt8(ascii: "-")
    if negative || bytes[at] == UInt8(ascii: "+") { at += 1 }

    var mantissa: UInt64 = 0
    let start = at
    readDigits(bytes, &at, end, &mantissa)
    var count = at - start
    var exponent = 0
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      let point = at
      readDigits(bytes, &at, end, &mantissa)
      exponent = point - at
      count -= exponent
    }
    guard count > 0 else { return nil }
    if at < end {
      guard let stated = decimalExponent(bytes, at..<end) else { return nil }
      exponent += stated
    }
    // Numbers with more digits (counting leading zeros) may overflow 64 bits and are left to the slow path.
    if count <= 19, let value = value(mantissa, exponent) { return negative ? -value : value }
    return slow(bytes, trimmed)
  }

  /// Appends the digits at `at` to `mantissa` and moves `at` past them. An overflow of 64 bits is ignored here.
  @inline(always)
  private static func readDigits(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ mantissa: inout UInt64) {
    while at < end {
      guard let word = Words.load(bytes, at) else { return readLastDigits(bytes, &at, end, &mantissa) }
      let digits = word ^ Words.zeros
      let count = min(Words.count(before: Words.nonDigits(digits)), end &- at)
      guard count > 0 else { return }
      mantissa =
        mantissa &* powers[count] &+ Words.number(digits << UInt64(truncatingIfNeeded: 64 &- 8 &* count))
      at &+= count
      guard count == 8 else { return }
    }
  }

  /// Does the same when fewer than eight bytes are left.
  @inline(never)
  private static func readLastDigits(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, _ mantissa: inout UInt64) {
    while at < end {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      at += 1
    }
  }

  /// Parses the exponent after an `E`. At most 9 digits count, because more make no difference to the result.
  private static func decimalExponent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    guard bytes[at] & 0xDF == UInt8(ascii: "E") else { return nil }
    at += 1
    guard at < range.upperBound else { return nil }
    let negative = bytes[at] == UInt8(ascii: "-")
    if negative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    guard at < range.upperBound else { return nil }
    var value = 0
    while at < range.upperBound {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      if value < 100_000_000 { value = value * 10 + Int(digit) }
      at += 1
    }
    return negative ? -value : value
  }

  /// `mantissa` · 10^`exponent`, correctly rounded; nil if only the slow path can compute it correctly.
  @inline(always)
  static func value(_ mantissa: UInt64, _ exponent: Int) -> Double? {
    // Both operands are exact Doubles, so the result is rounded only once.
    if mantissa <= 1 << 53 {
      if exponent == 0 { return Double(mantissa) }
      if exponent < 0, exponent >= -22 { return Double(mantissa) / powersOfTen[-exponent] }
      if exponent > 0, exponent <= 22 { return Double(mantissa) * powersOfTen[exponent] }
    }
    return quotient(mantissa, exponent)
  }

  /// An integer division with remainder, for the 17-digit numbers that other programs write.
  @inline(never)
  private static func quotient(_ mantissa: UInt64, _ exponent: Int) -> Double? {
    guard mantissa > 0, exponent <= 0, exponent >= -19 else { return nil }
    var divisor: UInt64 = 1
    for _ in 0..<(-exponent) { divisor &*= 10 }
    let dividend = mantissa << UInt64(mantissa.leadingZeroBitCount)
    let scaled = divisor << UInt64(divisor.leadingZeroBitCount)
    // dividend · 2^63 / scaled lies between 2^62 and 2^64.
    let (quotient, remainder) = scaled.dividingFullWidth((dividend >> 1, dividend << 63))
    // A nonzero remainder is recorded in the lowest of the 63 or 64 bits, so that the conversion to 53 bits rounds correctly.
    let rounded = Double(remainder == 0 ? quotient : quotient | 1)
    let scale = divisor.leadingZeroBitCount - mantissa.leadingZeroBitCount - 63
    return Double(sign: .plus, exponent: scale, significand: rounded)
  }

  /// Handles any number of digits and any exponent. The syntax has already been checked.
  @inline(never)
  private static func slow(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    let text = String(decoding: NamespaceScope.copy(bytes, range), as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Powers of ten.
  private static let powers: InlineArray<9, UInt64> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]
  private static let powersOfTen: InlineArray<23, Double> = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}
