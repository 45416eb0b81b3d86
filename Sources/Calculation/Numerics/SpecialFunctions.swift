// SPDX-License-Identifier: Apache-2.0

/// Special functions that the distributions are built on.
///
/// Sources: Abramowitz and Stegun, Handbook of Mathematical Functions, chapters 6 and 26; the continued fractions are evaluated by Lentz's
/// method. The relative error is about 1e-14 unless stated otherwise. NaN means that there is no value.
enum SpecialFunctions {
  /// Coefficients of Stirling's series for the logarithm of the gamma function: B(2k) / (2k (2k - 1)).
  private static let stirling: [Double] = [
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156, -3617.0 / 122_400,
  ]

  /// The logarithm of the gamma function for positive numbers.
  static func logGamma(_ x: Double) -> Double { x > 0 ? Libc.lgamma(x) : .nan }

  static func gamma(_ x: Double) -> Double { Libc.tgamma(x) }

  static func logBeta(_ a: Double, _ b: Double) -> Double { logGamma(a) + logGamma(b) - logGamma(a + b) }

  /// The error of Stirling's formula: ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π).
  static func stirlingError(_ x: Double) -> Double {
    guard x >= 10 else { return logGamma(x) - ((x - 0.5) * Libc.log(x) - x + 0.5 * Libc.log(2 * .pi)) }
    let square = x * x
    var power = x
    var sum = 0.0
    for coefficient in stirling {
      sum += coefficient / power
      power *= square
    }
    return sum
  }

  /// x ln(x/m) + m − x, without the loss of precision near x = m (Loader, Fast and accurate computation of binomial probabilities, 2000).
  static func deviance(_ x: Double, _ mean: Double) -> Double {
    guard abs(x - mean) < 0.1 * (x + mean) else { return x == 0 ? mean : x * Libc.log(x / mean) + mean - x }
    let v = (x - mean) / (x + mean)
    var sum = (x - mean) * v
    var term = 2 * x * v
    for j in 1..<1000 {
      term *= v * v
      let next = sum + term / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// The regularized lower incomplete gamma function P(a, x).
  static func lowerGamma(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
  }

  /// The regularized upper incomplete gamma function Q(a, x) = 1 − P(a, x), accurate where it is small.
  static func upperGamma(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    if x == 0 { return 1 }
    if x == .infinity { return 0 }
    return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
  }

  /// x^a e^(−x) / Γ(a + 1).
  private static func gammaFactor(_ a: Double, _ x: Double) -> Double {
    a < 10
      ? Libc.exp(a * Libc.log(x) - x - logGamma(a + 1))
      : Libc.exp(-stirlingError(a) - deviance(a, x)) / (2 * Double.pi * a).squareRoot()
  }

  private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var n = a
    for _ in 0..<100_000 {
      n += 1
      term *= x / n
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum * gammaFactor(a, x)
  }

  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1..<100_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / nonZero(an * d + b)
      c = nonZero(b + an / c)
      let delta = d * c
      h *= delta
      if abs(delta - 1) < 1e-16 { break }
    }
    return h * gammaFactor(a, x) * a
  }

  /// The regularized incomplete beta function I(x; a, b).
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
    if x == 0 || x == 1 { return x }
    return x < (a + 1) / (a + b + 2) ? betaPart(x, 1 - x, a, b) : 1 - betaPart(1 - x, x, b, a)
  }

  /// 1 − I(x; a, b), accurate where it is small.
  static func upperBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
    if x == 0 || x == 1 { return 1 - x }
    return x < (a + 1) / (a + b + 2) ? 1 - betaPart(x, 1 - x, a, b) : betaPart(1 - x, x, b, a)
  }

  private static func betaPart(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    betaFactor(x, y, a, b) * betaFraction(x, a, b) / a
  }

  /// x^a (1 − x)^b / B(a, b), where y = 1 − x.
  private static func betaFactor(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    guard a >= 10, b >= 10 else {
      return Libc.exp(a * Libc.log(x) + b * Libc.log(y) - logBeta(a, b))
    }
    let n = a + b
    let exponent =
      stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y)
    return Libc.exp(exponent) * (a * b / (2 * Double.pi * n)).squareRoot()
  }

  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1))
    var h = d
    for m in 1..<100_000 {
      let m = Double(m)
      var step = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonZero(1 + step * d)
      c = nonZero(1 + step / c)
      h *= d * c
      step = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonZero(1 + step * d)
      c = nonZero(1 + step / c)
      let delta = d * c
      h *= delta
      if abs(delta - 1) < 1e-16 { break }
    }
    return h
  }

  private static let tiny = 1e-300

  private static func nonZero(_ x: Double) -> Double { abs(x) < tiny ? tiny : x }

  /// The point between two bounds at which an increasing function reaches `target`: bisection to the last bit, so that results are
  /// reproducible, with secant steps while they stay inside the interval.
  ///
  /// - Parameter upper: may be infinite; it is then found by doubling.
  static func inverse(
    of function: (Double) -> Double, at target: Double, from lower: Double, to upper: Double
  ) -> Double {
    var low = lower
    var high = upper
    if low == -.infinity {
      low = -1
      while function(low) > target, low > -1e300 { low *= 2 }
    }
    if high == .infinity {
      high = max(1, low + 1)
      while function(high) < target, high < 1e300 { high *= 2 }
    }
    var atLow = function(low) - target
    var atHigh = function(high) - target
    if atLow == 0 { return low }
    if atHigh == 0 { return high }
    for step in 0..<400 {
      var middle = 0.5 * (low + high)
      if step % 3 != 2, atHigh != atLow {
        let secant = high - atHigh * (high - low) / (atHigh - atLow)
        if secant > low, secant < high { middle = secant }
      }
      guard middle > low, middle < high else { break }
      let value = function(middle) - target
      if value == 0 { return middle }
      if value < 0 { (low, atLow) = (middle, value) } else { (high, atHigh) = (middle, value) }
      if high - low <= max(abs(low), abs(high)) * 1e-16 { break }
    }
    return abs(atLow) < abs(atHigh) ? low : high
  }
}
