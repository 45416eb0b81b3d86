// SPDX-License-Identifier: Apache-2.0

/// ROUND, ROUNDUP and ROUNDDOWN: rounds to decimal places, halves away from zero, based on the 15 decimal digits and not on the bits.
///
/// 1.005 is stored as 1.00499999999999989… and rounds to 1.01, as in Excel and in LibreOffice.
package enum Rounding {
  package enum Direction: Sendable { case nearest, up, down }

  package static func round(_ value: Double, places: Int, _ direction: Direction = .nearest) -> Double {
    guard value.isFinite, value != 0 else { return value }
    let magnitude = value.magnitude
    // Whole numbers have no decimals to round, and beyond 2^52 all numbers are whole.
    if places >= 0, magnitude >= 0x1p52 || magnitude.rounded(.towardZero) == magnitude { return value }
    if places == 0, direction == .nearest {
      return ApproximateNumber.fifteenDigits(value).rounded(.toNearestOrAwayFromZero)
    }
    var exact = magnitude
    if direction != .nearest, places < 12 {
      // When rounding towards or away from zero, bits beyond the 15th digit would change the result by a whole unit.
      let digits = 14 - Decimal15.exponent(of: magnitude)
      if digits > places { exact = round(magnitude, places: digits) }
      if exact.rounded(.towardZero) == exact, places >= 0 { return value < 0 ? -exact : exact }
    }
    // More decimals than the number has bits for would only add noise.
    let places = places > 0 ? min(places, 52 - Int(exact.exponent)) : places
    let power = Decimal15.power(places.magnitude)
    guard power.isFinite else { return places < 0 ? 0 : value }
    let scaled = places < 0 ? exact / power : exact * power
    guard scaled.isFinite else { return value }
    var whole = scaled
    if scaled < 0x1p52 {
      switch direction {
      case .nearest: whole = ApproximateNumber.fifteenDigits(scaled + 0.5).rounded(.down)
      case .down: whole = ApproximateNumber.fifteenDigits(scaled).rounded(.down)
      case .up: whole = ApproximateNumber.fifteenDigits(scaled).rounded(.up)
      }
    }
    let result = places < 0 ? whole * power : whole / power
    guard result.isFinite else { return value }
    return value < 0 ? -result : result
  }
}
