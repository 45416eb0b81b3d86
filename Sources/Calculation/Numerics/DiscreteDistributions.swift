// SPDX-License-Identifier: Apache-2.0

/// Discrete distributions: the probability of a count, and of at most that count.
enum DiscreteDistributions {
  /// The probability of `count` successes in `trials`, in Loader's saddle-point form, which stays accurate for many trials.
  static func binomial(_ count: Double, trials: Double, probability p: Double) -> Double {
    let q = 1 - p
    if p == 0 { return count == 0 ? 1 : 0 }
    if q == 0 { return count == trials ? 1 : 0 }
    if count == 0 { return Libc.exp(trials * Libc.log1p(-p)) }
    if count == trials { return Libc.exp(trials * Libc.log(p)) }
    guard count > 0, count < trials else { return 0 }
    let rest = trials - count
    let exponent =
      SpecialFunctions.stirlingError(trials) - SpecialFunctions.stirlingError(count)
      - SpecialFunctions.stirlingError(rest) - SpecialFunctions.deviance(count, trials * p)
      - SpecialFunctions.deviance(rest, trials * q)
    return Libc.exp(exponent) * (trials / (2 * Double.pi * count * rest)).squareRoot()
  }

  /// The probability of at most `count` successes.
  static func binomial(atMost count: Double, trials: Double, probability p: Double) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    if p == 0 { return 1 }
    if p == 1 { return 0 }
    return SpecialFunctions.incompleteBeta(1 - p, trials - count, count + 1)
  }

  /// The smallest count whose cumulative probability reaches `alpha`, by binary search.
  static func binomialValue(trials: Double, probability p: Double, reaching alpha: Double) -> Double {
    var low = -1.0
    var high = trials
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if binomial(atMost: middle, trials: trials, probability: p) >= alpha * (1 - 1e-14) {
        high = middle
      } else {
        low = middle
      }
    }
    return high
  }

  /// The probability of `failures` failures before success number `successes`.
  static func negativeBinomial(_ failures: Double, successes: Double, probability p: Double) -> Double {
    successes / (successes + failures) * binomial(successes, trials: successes + failures, probability: p)
  }

  static func negativeBinomial(atMost failures: Double, successes: Double, probability p: Double) -> Double {
    SpecialFunctions.incompleteBeta(p, successes, failures + 1)
  }

  static func poisson(_ count: Double, mean: Double) -> Double {
    if mean == 0 { return count == 0 ? 1 : 0 }
    if count == 0 { return Libc.exp(-mean) }
    return Libc.exp(-SpecialFunctions.stirlingError(count) - SpecialFunctions.deviance(count, mean))
      / (2 * Double.pi * count).squareRoot()
  }

  static func poisson(atMost count: Double, mean: Double) -> Double { SpecialFunctions.upperGamma(count + 1, mean) }

  /// The probability of `count` successes in a sample drawn without replacement.
  static func hypergeometric(
    _ count: Double, sample: Double, successes: Double, population: Double
  ) -> Double {
    guard count >= max(0, sample + successes - population), count <= min(sample, successes) else { return 0 }
    let p = sample / population
    let parts =
      binomial(count, trials: successes, probability: p)
      * binomial(sample - count, trials: population - successes, probability: p)
    let whole = binomial(sample, trials: population, probability: p)
    return parts / whole
  }

  /// The probability of at most `count` successes; cost grows with `count`.
  static func hypergeometric(
    atMost count: Double, sample: Double, successes: Double, population: Double
  ) -> Double {
    var sum = 0.0
    var place = max(0, sample + successes - population)
    while place <= count {
      sum += hypergeometric(place, sample: sample, successes: successes, population: population)
      place += 1
    }
    return min(sum, 1)
  }
}
