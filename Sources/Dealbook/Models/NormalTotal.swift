// SPDX-License-Identifier: Apache-2.0

/// The normal curve with the mean and the variance of a total, in place of its exact distribution (``TotalDistribution``) where thousands
/// of deals would take long and the difference is not visible.
struct NormalTotal {
  let mean: Double
  private let deviation: Double

  /// - Parameter won: the certain part of the total.
  init(_ items: [TotalDistribution.Item], won: Double) {
    mean = items.reduce(won) { $0 + Double($1.amount) / 100 * $1.probability }
    let variance = items.reduce(0) { sum, item in
      let amount = Double(item.amount) / 100
      return sum + amount * amount * item.probability * (1 - item.probability)
    }
    deviation = variance.squareRoot()
  }

  func probability(atLeast target: Double) -> Double {
    guard deviation > 0 else { return mean >= target ? 1 : 0 }
    return NormalCurve.share(below: (mean - target) / deviation)
  }

  /// The 10 % quantile, in whole units.
  var tenth: Double { (mean - Self.tenth * deviation).rounded() }

  /// The 90 % quantile, in whole units.
  var ninetieth: Double { (mean + Self.tenth * deviation).rounded() }

  /// How far the 10 % quantile lies below the mean, in deviations.
  private static let tenth = 1.2815515655446004

  /// The total that is reached with this confidence, in whole units.
  func committable(confidence: Double) -> Double {
    guard deviation > 0 else { return mean.rounded() }
    return (mean - NormalCurve.quantile(confidence) * deviation).rounded()
  }
}

/// The cumulative distribution function of the standard normal distribution, to about seven digits (Abramowitz and Stegun, 26.2.17).
enum NormalCurve {
  static func share(below z: Double) -> Double {
    let t = 1 / (1 + 0.2316419 * abs(z))
    let sum =
      t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    // Computes e^(-z²/2) by squaring a series for a small argument, so that Foundation is not needed.
    let tail = 0.3989422804014327 * exponential(-z * z / 2) * sum
    return z >= 0 ? 1 - tail : tail
  }

  /// The z below which this share lies: the inverse of ``share(below:)``, found by halving.
  static func quantile(_ share: Double) -> Double {
    var (low, high) = (-9.0, 9.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if Self.share(below: middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    let small = x / 1024
    var (term, sum) = (1.0, 1.0)
    for n in 1...12 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
