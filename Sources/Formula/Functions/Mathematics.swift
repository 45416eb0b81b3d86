// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numeric functions that are a single expression. A result that cannot be computed is not finite (see `Arithmetic`).
enum Mathematics {
  /// `^` and POWER. As in Excel, 0^0 is `#NUM!`, and so is a negative number to a fractional power other than an odd root.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    if base == 0 {
      if exponent == 0 { return .infinity }
      if exponent < 0 { return Arithmetic.divisionByZero }
    }
    let result = pow(base, exponent)
    if result.isNaN, base < 0, exponent.magnitude < 1 {
      // An odd root: (-8)^(1/3).
      let root = (1 / exponent).rounded()
      if (1 / exponent - root).magnitude <= 1e-9 * root.magnitude, root.truncatingRemainder(dividingBy: 2) != 0 {
        return -pow(-base, exponent)
      }
    }
    return result
  }

  /// The probability that a standard normal variable is less than `x`.
  static func normalDistribution(_ x: Double) -> Double { 0.5 * erfc(-x * 0.5.squareRoot()) }

  /// INT: rounds down to a whole number; a number that is whole in its 15 digits counts as whole.
  static func integer(_ x: Double) -> Double { ApproximateNumber.fifteenDigits(x).rounded(.down) }

  /// MOD: the exact remainder, with the sign of the divisor.
  static func remainder(_ x: Double, _ divisor: Double) -> Double {
    guard divisor != 0 else { return Arithmetic.divisionByZero }
    let result = x.truncatingRemainder(dividingBy: divisor)
    return result != 0 && (result < 0) != (divisor < 0) ? result + divisor : result
  }

  static func naturalLogarithm(_ x: Double) -> Double { x > 0 ? log(x) : .nan }

  static func logarithm(_ x: Double, base: Double) -> Double {
    guard x > 0, base > 0 else { return .nan }
    if base == 10 { return log10(x) }
    return base == 1 ? Arithmetic.divisionByZero : log(x) / log(base)
  }

  static func exponential(_ x: Double) -> Double { exp(x) }
}
