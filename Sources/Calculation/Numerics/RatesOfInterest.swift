// SPDX-License-Identifier: Apache-2.0

/// Rate conversions, and prices written with fractions.
enum RatesOfInterest {
  static func effective(nominal: Double, compoundings: Double) -> Double {
    Libc.pow(1 + nominal / compoundings, compoundings) - 1
  }

  static func nominal(effective: Double, compoundings: Double) -> Double {
    compoundings * (Libc.pow(effective + 1, 1 / compoundings) - 1)
  }

  /// DOLLARDE: 1.02 in sixteenths is 1 2/16.
  static func decimalPrice(_ price: Double, fraction: Double) -> Double {
    let whole = price.rounded(.towardZero)
    return whole + (price - whole) * digitsPower(fraction) / fraction
  }

  /// DOLLARFR: 1.125 is 1.02 in sixteenths.
  static func fractionalPrice(_ price: Double, fraction: Double) -> Double {
    let whole = price.rounded(.towardZero)
    return whole + (price - whole) * fraction / digitsPower(fraction)
  }

  /// 10 to the power of the number of digits of a numerator.
  private static func digitsPower(_ fraction: Double) -> Double { Libc.pow(10, Libc.log10(fraction).rounded(.up)) }
}
