/// How spreadsheets hide the last bits of binary fractions: a sum that should be zero is zero where it is the last operation of a
/// formula, and numbers that agree in 15 digits are equal.
package enum ApproximateNumber {
  /// Found with 275 sums, stored by Excel for Mac 2011, that depend on it: with 50 all come out the same, with 49 and 51 fewer.
  private static let lostBits = 50

  /// Whether two numbers are one to `=`: they agree in 15 digits.
  @inline(__always) package static func equal(_ a: Double, _ b: Double) -> Bool {
    a == b || (a - b).magnitude <= 1e-14 * max(a.magnitude, b.magnitude) && agree(a, b)
  }

  private static func agree(_ a: Double, _ b: Double) -> Bool {
    a.isFinite && b.isFinite && Decimal15.fifteen(a) == Decimal15.fifteen(b)
  }

  @inline(__always) package static func add(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    // Only where the sum lost nearly all digits can it be a zero that binary fractions missed.
    if sum != 0, sum.magnitude < b.magnitude * 0x1p-40, isMissedZero(sum, a, b) { return 0 }
    return sum
  }

  /// As Excel has it: the first bit of the sum stands 50 or more places below that of what was added. Whole numbers are exact.
  private static func isMissedZero(_ sum: Double, _ a: Double, _ b: Double) -> Bool {
    b.exponent - sum.exponent >= lostBits && !(isWhole(a.magnitude) && isWhole(b.magnitude))
  }

  @inline(__always) package static func subtract(_ a: Double, _ b: Double) -> Double { add(a, -b) }

  /// -1, 0 or 1.
  @inline(__always) package static func order(_ a: Double, _ b: Double) -> Int {
    equal(a, b) ? 0 : a < b ? -1 : 1
  }

  private static func isWhole(_ value: Double) -> Bool {
    value <= 0x1p53 - 1 && value.rounded(.towardZero) == value
  }

  /// The nearest number of 15 significant digits, by which values are rounded to whole ones: 4.9999999999999996 is 5.
  package static func fifteenDigits(_ value: Double) -> Double {
    guard value != 0, value.isFinite, value.magnitude <= 0x1p41, !isWhole(value.magnitude) else { return value }
    let magnitude = value.magnitude
    // A fraction of few bits is exact as it is.
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
