// SPDX-License-Identifier: Apache-2.0

/// A continuous distribution: density, lower and upper tail probabilities, and their inverse.
protocol ContinuousDistribution {
  func density(_ x: Double) -> Double
  func below(_ x: Double) -> Double
  func above(_ x: Double) -> Double
  /// The value that the variable is below with probability `p`, which is between 0 and 1; an end is excluded where the distribution is
  /// unbounded.
  func value(below p: Double) -> Double
}

extension ContinuousDistribution {
  func above(_ x: Double) -> Double { 1 - below(x) }
}

struct NormalDistribution: ContinuousDistribution {
  var mean = 0.0
  var deviation = 1.0

  func density(_ x: Double) -> Double {
    let z = (x - mean) / deviation
    return Libc.exp(-0.5 * z * z) / (deviation * (2 * Double.pi).squareRoot())
  }

  func below(_ x: Double) -> Double { 0.5 * Libc.erfc(-(x - mean) / (deviation * 2.0.squareRoot())) }

  func above(_ x: Double) -> Double { 0.5 * Libc.erfc((x - mean) / (deviation * 2.0.squareRoot())) }

  /// Acklam's rational approximation, refined to the last digits by two steps of Halley's method.
  func value(below p: Double) -> Double {
    guard p > 0, p < 1 else { return .nan }
    var z = Self.approximation(p)
    let standard = NormalDistribution()
    for _ in 0..<2 {
      let error = p < 0.5 ? standard.below(z) - p : (1 - p) - standard.above(z)
      let u = error / standard.density(z)
      z -= u / (1 + 0.5 * z * u)
    }
    return mean + deviation * z
  }

  private static func approximation(_ p: Double) -> Double {
    let a: [Double] = [
      -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
      -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    let b: [Double] = [
      -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
      -1.328068155288572e+01, 1,
    ]
    let c: [Double] = [
      -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
      4.374664141464968e+00, 2.938163982698783e+00,
    ]
    let d: [Double] = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1]
    func polynomial(_ coefficients: [Double], _ x: Double) -> Double { coefficients.reduce(0) { $0 * x + $1 } }
    if p < 0.02425 {
      let q = (-2 * Libc.log(p)).squareRoot()
      return polynomial(c, q) / polynomial(d, q)
    }
    if p > 1 - 0.02425 {
      let q = (-2 * Libc.log(1 - p)).squareRoot()
      return -polynomial(c, q) / polynomial(d, q)
    }
    let q = p - 0.5
    return polynomial(a, q * q) * q / polynomial(b, q * q)
  }
}

struct LogNormalDistribution: ContinuousDistribution {
  var mean: Double
  var deviation: Double

  private var normal: NormalDistribution { NormalDistribution(mean: mean, deviation: deviation) }

  func density(_ x: Double) -> Double { normal.density(Libc.log(x)) / x }
  func below(_ x: Double) -> Double { normal.below(Libc.log(x)) }
  func value(below p: Double) -> Double { Libc.exp(normal.value(below: p)) }
}

struct StudentDistribution: ContinuousDistribution {
  var degrees: Double

  func density(_ x: Double) -> Double {
    let half = 0.5 * degrees
    let logarithm = SpecialFunctions.logGamma(half + 0.5) - SpecialFunctions.logGamma(half)
    return Libc.exp(logarithm - (half + 0.5) * Libc.log1p(x * x / degrees)) / (degrees * .pi).squareRoot()
  }

  func below(_ x: Double) -> Double { x < 0 ? above(-x) : 1 - above(x) }

  func above(_ x: Double) -> Double {
    if x < 0 { return 1 - above(-x) }
    return 0.5 * SpecialFunctions.incompleteBeta(degrees / (degrees + x * x), 0.5 * degrees, 0.5)
  }

  /// The probability that the magnitude exceeds `x`.
  func outside(_ x: Double) -> Double { 2 * above(abs(x)) }

  func value(below p: Double) -> Double {
    guard p > 0, p < 1 else { return .nan }
    if p == 0.5 { return 0 }
    return p < 0.5 ? -value(outside: 2 * p) : value(outside: 2 * (1 - p))
  }

  /// The value whose magnitude is exceeded with probability `p`.
  func value(outside p: Double) -> Double {
    guard p > 0, p <= 1 else { return .nan }
    if p == 1 { return 0 }
    return SpecialFunctions.inverse(of: { -outside($0) }, at: -p, from: 0, to: .infinity)
  }
}

struct GammaDistribution: ContinuousDistribution {
  var shape: Double
  var scale: Double

  func density(_ x: Double) -> Double {
    if x == 0 { return shape < 1 ? .nan : shape == 1 ? 1 / scale : 0 }
    let logarithm = (shape - 1) * Libc.log(x / scale) - x / scale - SpecialFunctions.logGamma(shape)
    return Libc.exp(logarithm) / scale
  }

  func below(_ x: Double) -> Double { SpecialFunctions.lowerGamma(shape, x / scale) }
  func above(_ x: Double) -> Double { SpecialFunctions.upperGamma(shape, x / scale) }

  func value(below p: Double) -> Double {
    if p == 0 { return 0 }
    guard p > 0, p < 1 else { return .nan }
    return scale
      * (p <= 0.5
        ? SpecialFunctions.inverse(of: { SpecialFunctions.lowerGamma(shape, $0) }, at: p, from: 0, to: .infinity)
        : value(aboveStandard: 1 - p))
  }

  /// The value that is exceeded with probability `p`.
  func value(above p: Double) -> Double {
    if p == 1 { return 0 }
    guard p > 0, p < 1 else { return .nan }
    return scale * value(aboveStandard: p)
  }

  private func value(aboveStandard p: Double) -> Double {
    SpecialFunctions.inverse(of: { -SpecialFunctions.upperGamma(shape, $0) }, at: -p, from: 0, to: .infinity)
  }
}

/// The F distribution: the quotient of two chi-squared variables, each divided by its degrees of freedom.
struct FisherDistribution: ContinuousDistribution {
  var numerator: Double
  var denominator: Double

  func density(_ x: Double) -> Double {
    let a = 0.5 * numerator
    let b = 0.5 * denominator
    if x == 0 { return numerator < 2 ? .nan : numerator == 2 ? 1 : 0 }
    let ratio = numerator / denominator
    let logarithm =
      a * Libc.log(ratio) + (a - 1) * Libc.log(x) - (a + b) * Libc.log1p(ratio * x) - SpecialFunctions.logBeta(a, b)
    return Libc.exp(logarithm)
  }

  func below(_ x: Double) -> Double {
    let scaled = numerator * x
    return SpecialFunctions.upperBeta(denominator / (denominator + scaled), 0.5 * denominator, 0.5 * numerator)
  }

  func above(_ x: Double) -> Double {
    let scaled = numerator * x
    return SpecialFunctions.incompleteBeta(denominator / (denominator + scaled), 0.5 * denominator, 0.5 * numerator)
  }

  func value(below p: Double) -> Double {
    if p == 0 { return 0 }
    guard p > 0, p < 1 else { return .nan }
    return SpecialFunctions.inverse(of: below, at: p, from: 0, to: .infinity)
  }

  /// The value that is exceeded with probability `p`.
  func value(above p: Double) -> Double {
    if p == 1 { return 0 }
    guard p > 0, p < 1 else { return .nan }
    return SpecialFunctions.inverse(of: { -above($0) }, at: -p, from: 0, to: .infinity)
  }
}

/// A beta distribution between two bounds.
struct BetaDistribution: ContinuousDistribution {
  var a: Double
  var b: Double
  var lower = 0.0
  var upper = 1.0

  func density(_ x: Double) -> Double {
    let width = upper - lower
    let u = (x - lower) / width
    if u == 0 && a < 1 || u == 1 && b < 1 { return .nan }
    if u == 0 { return a == 1 ? b / width : 0 }
    if u == 1 { return b == 1 ? a / width : 0 }
    let logarithm = (a - 1) * Libc.log(u) + (b - 1) * Libc.log1p(-u) - SpecialFunctions.logBeta(a, b)
    return Libc.exp(logarithm) / width
  }

  func below(_ x: Double) -> Double { SpecialFunctions.incompleteBeta((x - lower) / (upper - lower), a, b) }

  func value(below p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let unit = SpecialFunctions.inverse(
      of: { SpecialFunctions.incompleteBeta($0, a, b) }, at: p, from: 0, to: 1)
    return lower + (upper - lower) * unit
  }
}

struct WeibullDistribution: ContinuousDistribution {
  var shape: Double
  var scale: Double

  func density(_ x: Double) -> Double {
    let u = x / scale
    return shape / scale * Libc.pow(u, shape - 1) * Libc.exp(-Libc.pow(u, shape))
  }

  func below(_ x: Double) -> Double { -Libc.expm1(-Libc.pow(x / scale, shape)) }
  func value(below p: Double) -> Double { scale * Libc.pow(-Libc.log1p(-p), 1 / shape) }
}
