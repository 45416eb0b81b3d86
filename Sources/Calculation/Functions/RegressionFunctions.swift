// SPDX-License-Identifier: Apache-2.0

import Formula

/// Linear regression and hypothesis tests.
enum RegressionFunctions {
  static let all: [Function] = lines + tests

  /// Sums over pairs of numbers.
  private struct Pairs {
    var count: Double
    var meanX = 0.0
    var meanY = 0.0
    var xx = 0.0
    var yy = 0.0
    var xy = 0.0

    init(_ pairs: [(Double, Double)]) throws(Halt) {
      guard !pairs.isEmpty else { throw .divisionByZero }
      count = Double(pairs.count)
      for (x, y) in pairs {
        meanX += x
        meanY += y
      }
      meanX /= count
      meanY /= count
      for (x, y) in pairs {
        xx += (x - meanX) * (x - meanX)
        yy += (y - meanY) * (y - meanY)
        xy += (x - meanX) * (y - meanY)
      }
    }

    var slope: Double {
      get throws(Halt) {
        guard xx != 0 else { throw .divisionByZero }
        return xy / xx
      }
    }

    var correlation: Double {
      get throws(Halt) {
        guard xx != 0, yy != 0 else { throw .divisionByZero }
        return xy / (xx * yy).squareRoot()
      }
    }
  }

  /// The pairs for functions whose first argument is y.
  private static func line(_ call: borrowing Call, _ y: Int = 0, _ x: Int = 1) throws(Halt) -> Pairs {
    try Pairs(call.pairs(x, y))
  }

  private static let lines: [Function] = [
    StatisticsFunctions.define(["SLOPE"], "AA") { (call) throws(Halt) in try line(call).slope },
    StatisticsFunctions.define(["INTERCEPT"], "AA") { (call) throws(Halt) in
      let line = try line(call)
      return try line.meanY - line.slope * line.meanX
    },
    StatisticsFunctions.define(["FORECAST.LINEAR", "FORECAST"], "VAA") { (call) throws(Halt) in
      let x = try call.number(0)
      let line = try line(call, 1, 2)
      return try line.meanY + line.slope * (x - line.meanX)
    },
    StatisticsFunctions.define(["CORREL", "PEARSON"], "AA") { (call) throws(Halt) in try line(call).correlation },
    StatisticsFunctions.define(["RSQ"], "AA") { (call) throws(Halt) in
      let r = try line(call).correlation
      return r * r
    },
    StatisticsFunctions.define(["STEYX"], "AA") { (call) throws(Halt) in
      let line = try line(call)
      guard line.count >= 3, line.xx != 0 else { throw .divisionByZero }
      return (max(0, line.yy - line.xy * line.xy / line.xx) / (line.count - 2)).squareRoot()
    },
    StatisticsFunctions.define(["COVARIANCE.P", "COVAR"], "AA") { (call) throws(Halt) in
      let line = try line(call)
      return line.xy / line.count
    },
    StatisticsFunctions.define(["COVARIANCE.S"], "AA") { (call) throws(Halt) in
      let line = try line(call)
      guard line.count > 1 else { throw .divisionByZero }
      return line.xy / (line.count - 1)
    },
  ].flatMap { $0 }

  private static let tests: [Function] = [
    StatisticsFunctions.define(["CHISQ.TEST", "CHITEST"], "AA") { (call) throws(Halt) in
      let actual = try call.matrix(0)
      let expected = try call.matrix(1)
      guard actual.rows == expected.rows, actual.columns == expected.columns, actual.cells.count > 1 else {
        throw .notAvailable
      }
      var sum = 0.0
      for (a, e) in zip(actual.cells, expected.cells) {
        if case .error(let error) = a { throw .error(error) }
        if case .error(let error) = e { throw .error(error) }
        guard case .number(let a) = a, case .number(let e) = e else { continue }
        guard e != 0 else { throw .divisionByZero }
        guard e > 0 else { throw .number }
        sum += (a - e) * (a - e) / e
      }
      let degrees =
        actual.rows > 1 && actual.columns > 1
        ? (actual.rows - 1) * (actual.columns - 1) : actual.cells.count - 1
      return GammaDistribution(shape: Double(degrees) / 2, scale: 2).above(sum)
    },
    StatisticsFunctions.define(["F.TEST", "FTEST"], "AA") { (call) throws(Halt) in
      let a = try call.numbers(through: 0)
      let b = try call.numbers(from: 1, through: 1)
      guard a.count > 1, b.count > 1 else { throw .divisionByZero }
      let va = StatisticsFunctions.squares(a) / Double(a.count - 1)
      let vb = StatisticsFunctions.squares(b) / Double(b.count - 1)
      guard va != 0, vb != 0 else { throw .divisionByZero }
      let distribution = FisherDistribution(numerator: Double(a.count - 1), denominator: Double(b.count - 1))
      return 2 * min(distribution.above(va / vb), distribution.below(va / vb))
    },
    StatisticsFunctions.define(["T.TEST", "TTEST"], "AAVV") { (call) throws(Halt) in
      let tails = try call.whole(2)
      let type = try call.whole(3)
      guard tails == 1 || tails == 2, type >= 1, type <= 3 else { throw .number }
      return try studentTest(call, type: Int(type)) * tails
    },
    StatisticsFunctions.define(["Z.TEST", "ZTEST"], "AVV") { (call) throws(Halt) in
      let numbers = try call.numbers(through: 0)
      let n = Double(numbers.count)
      guard n > 0 else { throw .notAvailable }
      let x = try call.number(1)
      let deviation: Double
      if call.isPresent(2) {
        deviation = try call.number(2)
        guard deviation > 0 else { throw .number }
      } else {
        guard n > 1 else { throw .divisionByZero }
        deviation = (StatisticsFunctions.squares(numbers) / (n - 1)).squareRoot()
      }
      guard deviation > 0 else { throw .divisionByZero }
      let mean = numbers.reduce(0, +) / n
      return NormalDistribution().above((mean - x) / (deviation / n.squareRoot()))
    },
  ].flatMap { $0 }

  /// The one-tailed probability: type 1 is paired, 2 equal variances, 3 unequal variances (Welch).
  private static func studentTest(_ call: borrowing Call, type: Int) throws(Halt) -> Double {
    if type == 1 {
      let differences = try call.pairs(0, 1).map { $0.0 - $0.1 }
      let n = Double(differences.count)
      guard n > 1 else { throw .divisionByZero }
      let error = (StatisticsFunctions.squares(differences) / (n - 1) / n).squareRoot()
      guard error > 0 else { throw .divisionByZero }
      return StudentDistribution(degrees: n - 1).above((differences.reduce(0, +) / n / error).magnitude)
    }
    let a = try call.numbers(through: 0)
    let b = try call.numbers(from: 1, through: 1)
    let (n, m) = (Double(a.count), Double(b.count))
    guard n > 1, m > 1 else { throw .divisionByZero }
    let distance = (a.reduce(0, +) / n - b.reduce(0, +) / m).magnitude
    let (sa, sb) = (StatisticsFunctions.squares(a), StatisticsFunctions.squares(b))
    if type == 2 {
      let error = ((sa + sb) / (n + m - 2) * (1 / n + 1 / m)).squareRoot()
      guard error > 0 else { throw .divisionByZero }
      return StudentDistribution(degrees: n + m - 2).above(distance / error)
    }
    let (va, vb) = (sa / (n - 1) / n, sb / (m - 1) / m)
    guard va + vb > 0 else { throw .divisionByZero }
    let degrees = (va + vb) * (va + vb) / (va * va / (n - 1) + vb * vb / (m - 1))
    return StudentDistribution(degrees: degrees).above(distance / (va + vb).squareRoot())
  }
}
