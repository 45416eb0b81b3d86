// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Powers of ten, and rounding to significant decimal digits.
package enum Decimal15 {
  /// The powers of ten that a Double represents exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
  ]

  package static func power(_ exponent: UInt) -> Double {
    exponent < UInt(powers.count) ? powers[Int(exponent)] : pow(10, Double(exponent))
  }

  /// `value` rounded to 15 significant digits.
  package static func fifteen(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    if value.magnitude < 1e15, value.rounded(.towardZero) == value { return value }
    return significant(value, 15)
  }

  /// `value` rounded to `count` significant digits of its shortest decimal form, halves away from zero.
  package static func significant(_ value: Double, _ count: Int) -> Double {
    let exponent = Int(log10(value.magnitude).rounded(.down))
    let shift = count - 1 - exponent
    if (-22...22).contains(shift) {
      let power = power(shift.magnitude)
      let scaled = shift < 0 ? value / power : value * power
      let rounded = scaled.rounded(.toNearestOrAwayFromZero)
      // A value near a half needs the exact decimal form, but that is rare.
      if ((scaled - scaled.rounded(.towardZero)).magnitude - 0.5).magnitude > 0.01 {
        let result = shift < 0 ? rounded * power : rounded / power
        if result.isFinite { return result }
      }
    }
    return Double(NumberFormatting.text(value)) ?? value
  }

  /// The decimal exponent of a positive number's first digit: 0 for 1 … 9.99, -1 for 0.1.
  static func exponent(of value: Double) -> Int { Int(log10(value).rounded(.down)) }
}
