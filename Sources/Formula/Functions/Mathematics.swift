#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions of numbers that are no more than one formula. What they can't compute is not finite (see `Arithmetic`).
enum Mathematics {
  /// `^` and POWER. 0^0 is `#NUM!` as in Excel, a negative number to a broken power too.
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

  /// The probability that a standard normal variable is below `x`.
  static func normalDistribution(_ x: Double) -> Double { 0.5 * erfc(-x * 0.5.squareRoot()) }

  /// INT: down to a whole number; 15 digits decide what is one already.
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
