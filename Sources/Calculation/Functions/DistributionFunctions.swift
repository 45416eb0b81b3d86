// SPDX-License-Identifier: Apache-2.0

import Formula

/// Probability distributions: density or cumulative probability (`.DIST`), upper tail (`.RT`) and inverse (`.INV`), under the current names
/// and those from before 2010.
enum DistributionFunctions {
  static let all: [Function] = continuous + discrete

  private static func define(
    _ names: [String], _ body: @escaping @Sendable (borrowing Call) throws(Halt) -> Double
  ) -> [Function] {
    names.map { name in Function(name, "V") { (call) throws(Halt) in .number(try body(call)) } }
  }

  /// A probability between 0 and 1; if `open`, 0 and 1 are excluded.
  private static func probability(_ call: borrowing Call, _ index: Int, open: Bool = true) throws(Halt) -> Double {
    let p = try call.number(index)
    guard open ? p > 0 && p < 1 : p >= 0 && p <= 1 else { throw .number }
    return p
  }

  private static func positive(_ call: borrowing Call, _ index: Int) throws(Halt) -> Double {
    let number = try call.number(index)
    guard number > 0 else { throw .number }
    return number
  }

  private static func notNegative(_ call: borrowing Call, _ index: Int) throws(Halt) -> Double {
    let number = try call.number(index)
    guard number >= 0 else { throw .number }
    return number
  }

  /// Degrees of freedom: a whole number from 1 to 10^10.
  private static func degrees(_ call: borrowing Call, _ index: Int) throws(Halt) -> Double {
    let number = try call.whole(index)
    guard number >= 1, number <= 1e10 else { throw .number }
    return number
  }

  private static func either(
    _ distribution: some ContinuousDistribution, _ x: Double, cumulative: Bool
  ) throws(Halt) -> Double {
    let result = cumulative ? distribution.below(x) : distribution.density(x)
    guard result.isFinite else { throw .number }
    return result
  }

  private static func normal(_ call: borrowing Call) throws(Halt) -> NormalDistribution {
    NormalDistribution(mean: try call.number(1), deviation: try positive(call, 2))
  }

  private static func chi(_ degrees: Double) -> GammaDistribution { GammaDistribution(shape: degrees / 2, scale: 2) }

  private static func gamma(_ call: borrowing Call) throws(Halt) -> GammaDistribution {
    GammaDistribution(shape: try positive(call, 1), scale: try positive(call, 2))
  }

  private static func fisher(_ call: borrowing Call) throws(Halt) -> FisherDistribution {
    FisherDistribution(numerator: try degrees(call, 1), denominator: try degrees(call, 2))
  }

  private static func beta(_ call: borrowing Call, boundsFrom index: Int) throws(Halt) -> BetaDistribution {
    let a = try positive(call, 1)
    let b = try positive(call, 2)
    let lower = try call.number(index, default: 0)
    let upper = try call.number(index + 1, default: 1)
    guard lower < upper else { throw .number }
    return BetaDistribution(a: a, b: b, lower: lower, upper: upper)
  }

  private static let continuous: [Function] = [
    define(["NORM.DIST", "NORMDIST"]) { (call) throws(Halt) in
      try either(normal(call), call.number(0), cumulative: call.truth(3))
    },
    define(["NORM.INV", "NORMINV"]) { (call) throws(Halt) in try normal(call).value(below: probability(call, 0)) },
    define(["NORM.S.DIST"]) { (call) throws(Halt) in
      try either(NormalDistribution(), call.number(0), cumulative: call.truth(1))
    },
    define(["NORMSDIST"]) { (call) throws(Halt) in NormalDistribution().below(try call.number(0)) },
    define(["NORM.S.INV", "NORMSINV"]) { (call) throws(Halt) in
      NormalDistribution().value(below: try probability(call, 0))
    },
    define(["PHI"]) { (call) throws(Halt) in NormalDistribution().density(try call.number(0)) },
    define(["GAUSS"]) { (call) throws(Halt) in 0.5 * Libc.erf(try call.number(0) / 2.0.squareRoot()) },
    define(["LOGNORM.DIST"]) { (call) throws(Halt) in
      let x = try positive(call, 0)
      return try either(
        LogNormalDistribution(mean: call.number(1), deviation: positive(call, 2)), x, cumulative: call.truth(3))
    },
    define(["LOGNORMDIST"]) { (call) throws(Halt) in
      LogNormalDistribution(mean: try call.number(1), deviation: try positive(call, 2)).below(try positive(call, 0))
    },
    define(["LOGNORM.INV", "LOGINV"]) { (call) throws(Halt) in
      LogNormalDistribution(mean: try call.number(1), deviation: try positive(call, 2)).value(
        below: try probability(call, 0))
    },
    define(["EXPON.DIST", "EXPONDIST"]) { (call) throws(Halt) in
      let x = try notNegative(call, 0)
      let rate = try positive(call, 1)
      return try call.truth(2) ? -Libc.expm1(-rate * x) : rate * Libc.exp(-rate * x)
    },
    define(["WEIBULL.DIST", "WEIBULL"]) { (call) throws(Halt) in
      let x = try notNegative(call, 0)
      if x == 0 { return 0 }
      return try either(
        WeibullDistribution(shape: positive(call, 1), scale: positive(call, 2)), x, cumulative: call.truth(3))
    },
    define(["GAMMA.DIST", "GAMMADIST"]) { (call) throws(Halt) in
      let x = try notNegative(call, 0)
      return try either(gamma(call), x, cumulative: call.truth(3))
    },
    define(["GAMMA.INV", "GAMMAINV"]) { (call) throws(Halt) in
      let p = try probability(call, 0, open: false)
      guard p < 1 else { throw .number }
      return try gamma(call).value(below: p)
    },
    define(["BETA.DIST"]) { (call) throws(Halt) in
      let distribution = try beta(call, boundsFrom: 4)
      let x = try call.number(0)
      guard x >= distribution.lower, x <= distribution.upper else { throw .number }
      return try either(distribution, x, cumulative: call.truth(3))
    },
    define(["BETADIST"]) { (call) throws(Halt) in
      let distribution = try beta(call, boundsFrom: 3)
      let x = try call.number(0)
      guard x >= distribution.lower, x <= distribution.upper else { throw .number }
      return distribution.below(x)
    },
    define(["BETA.INV", "BETAINV"]) { (call) throws(Halt) in
      let distribution = try beta(call, boundsFrom: 3)
      return distribution.value(below: try probability(call, 0))
    },
    define(["CHISQ.DIST"]) { (call) throws(Halt) in
      let x = try notNegative(call, 0)
      return try either(chi(degrees(call, 1)), x, cumulative: call.truth(2))
    },
    define(["CHISQ.DIST.RT", "CHIDIST"]) { (call) throws(Halt) in
      chi(try degrees(call, 1)).above(try notNegative(call, 0))
    },
    define(["CHISQ.INV"]) { (call) throws(Halt) in
      let p = try probability(call, 0, open: false)
      guard p < 1 else { throw .number }
      return chi(try degrees(call, 1)).value(below: p)
    },
    define(["CHISQ.INV.RT", "CHIINV"]) { (call) throws(Halt) in
      let p = try probability(call, 0, open: false)
      guard p > 0 else { throw .number }
      return chi(try degrees(call, 1)).value(above: p)
    },
    define(["F.DIST"]) { (call) throws(Halt) in
      let x = try notNegative(call, 0)
      return try either(fisher(call), x, cumulative: call.truth(3))
    },
    define(["F.DIST.RT", "FDIST"]) { (call) throws(Halt) in try fisher(call).above(notNegative(call, 0)) },
    define(["F.INV"]) { (call) throws(Halt) in
      let p = try probability(call, 0, open: false)
      guard p < 1 else { throw .number }
      return try fisher(call).value(below: p)
    },
    define(["F.INV.RT", "FINV"]) { (call) throws(Halt) in
      let p = try probability(call, 0, open: false)
      guard p > 0 else { throw .number }
      return try fisher(call).value(above: p)
    },
    define(["T.DIST"]) { (call) throws(Halt) in
      let x = try call.number(0)
      let cumulative = try call.truth(2)
      return try either(StudentDistribution(degrees: degrees(call, 1)), x, cumulative: cumulative)
    },
    define(["T.DIST.2T"]) { (call) throws(Halt) in
      StudentDistribution(degrees: try degrees(call, 1)).outside(try notNegative(call, 0))
    },
    define(["T.DIST.RT"]) { (call) throws(Halt) in
      StudentDistribution(degrees: try degrees(call, 1)).above(try call.number(0))
    },
    define(["TDIST"]) { (call) throws(Halt) in
      let x = try notNegative(call, 0)
      let tails = try call.whole(2)
      guard tails == 1 || tails == 2 else { throw .number }
      return StudentDistribution(degrees: try degrees(call, 1)).above(x) * tails
    },
    define(["T.INV"]) { (call) throws(Halt) in
      StudentDistribution(degrees: try degrees(call, 1)).value(below: try probability(call, 0))
    },
    define(["T.INV.2T", "TINV"]) { (call) throws(Halt) in
      let p = try call.number(0)
      guard p > 0, p <= 1 else { throw .number }
      return StudentDistribution(degrees: try degrees(call, 1)).value(outside: p)
    },
    define(["CONFIDENCE.NORM", "CONFIDENCE"]) { (call) throws(Halt) in
      let alpha = try probability(call, 0)
      let deviation = try positive(call, 1)
      let size = try call.whole(2)
      guard size >= 1 else { throw .number }
      return NormalDistribution().value(below: 1 - alpha / 2) * deviation / size.squareRoot()
    },
    define(["CONFIDENCE.T"]) { (call) throws(Halt) in
      let alpha = try probability(call, 0)
      let deviation = try positive(call, 1)
      let size = try call.whole(2)
      guard size >= 1 else { throw .number }
      if size == 1 { throw .divisionByZero }
      return StudentDistribution(degrees: size - 1).value(outside: alpha) * deviation / size.squareRoot()
    },
    define(["GAMMA"]) { (call) throws(Halt) in
      let x = try call.number(0)
      guard x > 0 || x.rounded() != x else { throw .number }
      return SpecialFunctions.gamma(x)
    },
    define(["GAMMALN", "GAMMALN.PRECISE"]) { (call) throws(Halt) in SpecialFunctions.logGamma(try positive(call, 0)) },
    define(["FISHER"]) { (call) throws(Halt) in
      let x = try call.number(0)
      guard x.magnitude < 1 else { throw .number }
      return Libc.atanh(x)
    },
    define(["FISHERINV"]) { (call) throws(Halt) in Libc.tanh(try call.number(0)) },
    define(["STANDARDIZE"]) { (call) throws(Halt) in
      let x = try call.number(0)
      let mean = try call.number(1)
      return (x - mean) / (try positive(call, 2))
    },
  ].flatMap { $0 }

  private static let discrete: [Function] = [
    define(["BINOM.DIST", "BINOMDIST"]) { (call) throws(Halt) in
      let count = try call.whole(0)
      let trials = try call.whole(1)
      let p = try probability(call, 2, open: false)
      guard count >= 0, count <= trials else { throw .number }
      return try call.truth(3)
        ? DiscreteDistributions.binomial(atMost: count, trials: trials, probability: p)
        : DiscreteDistributions.binomial(count, trials: trials, probability: p)
    },
    define(["BINOM.DIST.RANGE"]) { (call) throws(Halt) in
      let trials = try call.whole(0)
      let p = try probability(call, 1, open: false)
      let low = try call.whole(2)
      let high = try call.isPresent(3) ? call.whole(3) : low
      guard trials >= 0, low >= 0, low <= trials, high >= low, high <= trials else { throw .number }
      if low == high { return DiscreteDistributions.binomial(low, trials: trials, probability: p) }
      return DiscreteDistributions.binomial(atMost: high, trials: trials, probability: p)
        - (low > 0 ? DiscreteDistributions.binomial(atMost: low - 1, trials: trials, probability: p) : 0)
    },
    define(["BINOM.INV", "CRITBINOM"]) { (call) throws(Halt) in
      let trials = try call.whole(0)
      let p = try probability(call, 1, open: false)
      let alpha = try probability(call, 2, open: false)
      guard trials >= 0 else { throw .number }
      return DiscreteDistributions.binomialValue(trials: trials, probability: p, reaching: alpha)
    },
    define(["NEGBINOM.DIST"]) { (call) throws(Halt) in
      let failures = try call.whole(0)
      let successes = try call.whole(1)
      let p = try probability(call, 2, open: false)
      guard failures >= 0, successes >= 1 else { throw .number }
      return try call.truth(3)
        ? DiscreteDistributions.negativeBinomial(atMost: failures, successes: successes, probability: p)
        : DiscreteDistributions.negativeBinomial(failures, successes: successes, probability: p)
    },
    define(["NEGBINOMDIST"]) { (call) throws(Halt) in
      let failures = try call.whole(0)
      let successes = try call.whole(1)
      let p = try probability(call, 2, open: false)
      guard failures >= 0, successes >= 1 else { throw .number }
      return DiscreteDistributions.negativeBinomial(failures, successes: successes, probability: p)
    },
    define(["POISSON.DIST", "POISSON"]) { (call) throws(Halt) in
      let count = try call.whole(0)
      let mean = try notNegative(call, 1)
      guard count >= 0 else { throw .number }
      return try call.truth(2)
        ? DiscreteDistributions.poisson(atMost: count, mean: mean) : DiscreteDistributions.poisson(count, mean: mean)
    },
    define(["HYPGEOM.DIST"]) { (call) throws(Halt) in
      let drawn = try sample(call)
      return try call.truth(4)
        ? DiscreteDistributions.hypergeometric(
          atMost: drawn.count, sample: drawn.sample, successes: drawn.successes, population: drawn.population)
        : DiscreteDistributions.hypergeometric(
          drawn.count, sample: drawn.sample, successes: drawn.successes, population: drawn.population)
    },
    define(["HYPGEOMDIST"]) { (call) throws(Halt) in
      let drawn = try sample(call)
      return DiscreteDistributions.hypergeometric(
        drawn.count, sample: drawn.sample, successes: drawn.successes, population: drawn.population)
    },
  ].flatMap { $0 }

  private struct Sample {
    var count: Double
    var sample: Double
    var successes: Double
    var population: Double
  }

  private static func sample(_ call: borrowing Call) throws(Halt) -> Sample {
    let drawn = Sample(
      count: try call.whole(0), sample: try call.whole(1), successes: try call.whole(2), population: try call.whole(3))
    guard drawn.count >= 0, drawn.sample > 0,
      drawn.sample <= drawn.population, drawn.successes > 0, drawn.successes <= drawn.population
    else { throw .number }
    return drawn
  }
}
