// SPDX-License-Identifier: Apache-2.0

/// Level payments at a constant rate: the common part of PV, FV, PMT, NPER, RATE, IPMT and PPMT.
///
/// All of them solve `present (1 + r)^n + payment (1 + r·due) ((1 + r)^n − 1) / r + future = 0` (Excel's reference, PV). Money received is
/// positive, money paid is negative. NaN means that there is no solution.
struct Annuity {
  var rate: Double
  var periods: Double
  /// Whether payments are due at the beginning of a period.
  var isDueAtBeginning = false

  private var due: Double { isDueAtBeginning ? 1 : 0 }

  /// (1 + r)^n.
  private var growth: Double { Libc.pow(1 + rate, periods) }

  /// The final value of a payment of 1 in every period.
  private var accumulation: Double {
    rate == 0 ? periods : (1 + rate * due) * (growth - 1) / rate
  }

  func presentValue(payment: Double, future: Double) -> Double {
    rate == 0 ? -future - payment * periods : -(future + payment * accumulation) / growth
  }

  func futureValue(payment: Double, present: Double) -> Double { -(present * growth + payment * accumulation) }

  func payment(present: Double, future: Double) -> Double {
    rate == 0 ? -(present + future) / periods : -(present * growth + future) / accumulation
  }

  /// The interest part of the payment in a period.
  func interest(inPeriod period: Double, present: Double, future: Double) -> Double {
    let payment = payment(present: present, future: future)
    if period == 1 { return isDueAtBeginning ? 0 : -present * rate }
    let passed = Annuity(rate: rate, periods: period - (isDueAtBeginning ? 2 : 1), isDueAtBeginning: isDueAtBeginning)
    let balance = passed.futureValue(payment: payment, present: present)
    return isDueAtBeginning ? (balance - payment) * rate : balance * rate
  }

  /// The number of periods after which the payments have brought the present value to the future value.
  static func periods(
    rate: Double, payment: Double, present: Double, future: Double, isDueAtBeginning: Bool
  ) -> Double {
    if rate == 0 { return -(present + future) / payment }
    let scaled = payment * (1 + (isDueAtBeginning ? rate : 0))
    let ratio = (scaled - future * rate) / (scaled + present * rate)
    return Libc.log(ratio) / Libc.log1p(rate)
  }

  /// The rate that solves the equation, by Excel's method: secants from the guess. Nil if they find none.
  static func rate(
    periods: Double, payment: Double, present: Double, future: Double, isDueAtBeginning: Bool, guess: Double
  ) -> Double? {
    RootFinder.secant(
      { rate in
        // Excel gives up below −100 %. Near zero, the difference of powers would lose all digits.
        guard rate > -1 else { return .nan }
        let growth = Libc.expm1(periods * Libc.log1p(rate))
        let accumulation = rate == 0 ? periods : (1 + (isDueAtBeginning ? rate : 0)) * growth / rate
        return present * (growth + 1) + payment * accumulation + future
      }, from: guess, endsAtRepeat: false)
  }
}

/// Finds the zero of a function.
enum RootFinder {
  /// Secants as Excel follows them, from a guess and a point 0.001 beside it, until a value and a step are below 1E-7; nil if that does not
  /// happen within 200 steps.
  ///
  /// - Parameter endsAtRepeat: whether a value that is the one before ends the search. Otherwise the search goes on, and a last value below
  ///   1E-4 is enough.
  static func secant(_ function: (Double) -> Double, from guess: Double, endsAtRepeat: Bool) -> Double? {
    let near = 1e-7
    var (a, valueA) = (guess, function(guess))
    var b = a + (valueA > 0 ? -0.001 : 0.001)
    var valueB = function(b)
    guard valueA.isFinite, valueB.isFinite else { return nil }
    for _ in 0..<200 {
      if valueA == valueB, endsAtRepeat || a == b { break }
      let c = b - valueB * (b - a) / (valueB - valueA)
      let value = function(c)
      guard value.isFinite else { return nil }
      if value.magnitude < near, (c - b).magnitude < near { return c }
      if value == valueB {
        if endsAtRepeat { return nil }
        b = c
      } else {
        (a, valueA, b, valueB) = (b, valueB, c, value)
      }
    }
    return !endsAtRepeat && valueB.magnitude < 1e-4 ? b : nil
  }

  /// Newton's method, with a numeric slope if none is given; nil if it does not converge.
  ///
  /// - Parameters:
  ///   - bound: only roots above it are searched for.
  ///   - nearEnough: the magnitude of the function's value that counts as zero, for roots where it only touches zero.
  static func newton(
    _ function: (Double) -> Double, slope known: ((Double) -> Double)? = nil, from guess: Double, above bound: Double,
    nearEnough: Double = 0
  ) -> Double? {
    var x = guess
    for _ in 0..<100 {
      let value = function(x)
      guard value.isFinite else { return nil }
      if value.magnitude <= nearEnough { return x }
      let step = max(abs(x), 1e-3) * 1e-7
      let slope = known?(x) ?? (function(x + step) - function(x - step)) / (2 * step)
      guard slope.isFinite, slope != 0 else { return nil }
      var next = x - value / slope
      if next <= bound { next = 0.5 * (x + bound) }
      if abs(next - x) <= 1e-14 * max(1, abs(next)) { return next }
      if abs(next - x) < 1e-11, abs(function(next)) >= abs(value) { return x }
      x = next
    }
    return nil
  }
}
