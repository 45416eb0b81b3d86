/// Bessel functions of whole order: J and Y from the C library, the modified ones I and K by their series and integrals.
///
/// Source: Abramowitz and Stegun, 9.6.10 (I), 9.7.1 (I, large), 9.6.24 (K as an integral, which the trapezoidal rule gives to
/// the last digits as its integrand falls doubly exponentially).
enum Bessel {
  static func j(_ order: Int, _ x: Double) -> Double { Libc.besselJ(order, x) }

  static func y(_ order: Int, _ x: Double) -> Double { x > 0 ? Libc.besselY(order, x) : .nan }

  static func i(_ order: Int, _ x: Double) -> Double {
    let magnitude = abs(x)
    let sign: Double = x < 0 && order % 2 == 1 ? -1 : 1
    if magnitude > 60, magnitude > Double(order * order) { return sign * iAsymptotic(order, magnitude) }
    let half = 0.5 * magnitude
    var term = Libc.exp(Double(order) * Libc.log(half) - Libc.lgamma(Double(order) + 1))
    if magnitude == 0 { term = order == 0 ? 1 : 0 }
    if order <= 20, magnitude > 0 {
      // Short products lose nothing, the logarithm would lose some digits.
      term = 1
      for k in 0..<order { term *= half / Double(k + 1) }
    }
    var sum = term
    var k = 0.0
    while k < 5000 {
      k += 1
      term *= half * half / (k * (k + Double(order)))
      sum += term
      if term <= sum * 1e-18 { break }
    }
    return sign * sum
  }

  private static func iAsymptotic(_ order: Int, _ x: Double) -> Double {
    let mu = 4 * Double(order * order)
    var term = 1.0
    var sum = 1.0
    for k in 1..<200 {
      let odd = Double(2 * k - 1)
      let next = -term * (mu - odd * odd) / (Double(k) * 8 * x)
      if abs(next) >= abs(term) { break }
      term = next
      sum += term
      if abs(term) < 1e-17 { break }
    }
    return Libc.exp(x) / (2 * Double.pi * x).squareRoot() * sum
  }

  /// K(n, x) = ∫ exp(−x cosh t) cosh(n t) dt over t ≥ 0.
  static func k(_ order: Int, _ x: Double) -> Double {
    guard x > 0 else { return .nan }
    let step = 1.0 / 64
    let n = Double(order)
    // The largest part is taken out, so that nothing overflows and small results keep their digits.
    func exponent(_ t: Double) -> Double { -x * (Libc.cosh(t) - 1) + n * t }
    var sum = 0.5
    var t = step
    while t < 800 {
      let grown = Libc.exp(exponent(t))
      let part = 0.5 * (grown + Libc.exp(exponent(t) - 2 * n * t))
      sum += part
      if part < sum * 1e-18, x * Libc.sinh(t) > n { break }
      t += step
    }
    return step * sum * Libc.exp(-x)
  }
}
