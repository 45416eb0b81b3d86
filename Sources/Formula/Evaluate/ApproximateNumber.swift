// SPDX-License-Identifier: Apache-2.0

/// How spreadsheets hide the last bits of binary fractions: a sum that should be zero is zero if it is the last operation of a formula, and
/// numbers that agree in 15 digits are equal.
package enum ApproximateNumber {
  /// Determined from 275 sums stored by Excel for Mac 2011 that depend on it: 50 reproduces them all, 49 and 51 do not.
  private static let lostBits = 50

  /// Whether `=` treats two numbers as equal: they agree in 15 significant digits.
  @inline(__always) package static func equal(_ a: Double, _ b: Double) -> Bool {
    a == b || (a - b).magnitude <= 1e-14 * max(a.magnitude, b.magnitude) && agree(a, b)
  }

  private static func agree(_ a: Double, _ b: Double) -> Bool {
    a.isFinite && b.isFinite && Decimal15.fifteen(a) == Decimal15.fifteen(b)
  }

  @inline(__always) package static func add(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    // Only a sum that lost nearly all its digits can be a zero that binary fractions missed.
    if sum != 0, sum.magnitude < b.magnitude * 0x1p-40, isMissedZero(sum, a, b) { return 0 }
    return sum
  }

  /// Excel's rule: the leading bit of the sum is 50 or more places below that of the second operand. Whole numbers are exact and exempt.
  private static func isMissedZero(_ sum: Double, _ a: Double, _ b: Double) -> Bool {
    b.exponent - sum.exponent >= lostBits && !(isWhole(a.magnitude) && isWhole(b.magnitude))
  }

  @inline(__always) package static func subtract(_ a: Double, _ b: Double) -> Double { add(a, -b) }

  /// Returns -1, 0 or 1.
  @inline(__always) package static func order(_ a: Double, _ b: Double) -> Int {
    equal(a, b) ? 0 : a < b ? -1 : 1
  }

  private static func isWhole(_ value: Double) -> Bool {
    value <= 0x1p53 - 1 && value.rounded(.towardZero) == value
  }

  /// The nearest number with 15 significant digits. Rounding to whole numbers starts from it, so that 4.9999999999999996 counts as 5.
  package static func fifteenDigits(_ value: Double) -> Double {
    guard value != 0, value.isFinite, value.magnitude <= 0x1p41, !isWhole(value.magnitude) else { return value }
    let magnitude = value.magnitude
    // A fraction with few bits is already exact.
    if (magnitude * 0x1p11).rounded(.towardZero) == magnitude * 0x1p11 { return value }
    let shift = 14 - Int(Decimal15.exponent(of: magnitude))
    let power = Decimal15.power(shift.magnitude)
    let scaled = shift < 0 ? magnitude / power : magnitude * power
    guard scaled.isFinite else { return value }
    let rounded = scaled.rounded(.toNearestOrAwayFromZero)
    let result = shift < 0 ? rounded * power : rounded / power
    guard result.isFinite else { return value }
    return value < 0 ? -result : result
  }
}
