// SPDX-License-Identifier: Apache-2.0

import Formula

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Rounding to decimal places, to multiples, and to whole numbers.
enum RoundingFunctions {
  static let all: [Function] = [
    Function("ROUND", "V") { (call) throws(Halt) in .number(try places(call, .nearest)) },
    Function("ROUNDUP", "V") { (call) throws(Halt) in .number(try places(call, .up)) },
    Function("ROUNDDOWN", "V") { (call) throws(Halt) in .number(try places(call, .down)) },
    Function("TRUNC", "V") { (call) throws(Halt) in
      let value = try call.number(0)
      let places = try call.whole(1, default: 0)
      return .number(DecimalRounding.round(value, places: Int(max(min(places, 400), -400)), .down))
    },
    ArithmeticFunctions.number("INT") { DecimalRounding.snapped($0).rounded(.down) },
    ArithmeticFunctions.number("EVEN") { $0 < 0 ? -(($0.magnitude / 2).rounded(.up) * 2) : ($0 / 2).rounded(.up) * 2 },
    ArithmeticFunctions.number("ODD") {
      let size = (($0.magnitude - 1) / 2).rounded(.up) * 2 + 1
      let odd = size < 1 ? 1 : size
      return $0 < 0 ? -odd : odd
    },
  ]

  private static func places(
    _ call: borrowing Call, _ direction: DecimalRounding.Direction
  ) throws(Halt) -> Double {
    let value = try call.number(0)
    let places = try call.whole(1)
    return DecimalRounding.round(value, places: Int(max(min(places, 400), -400)), direction)
  }
}

/// Rounding as Excel does: based on the 15 digits that a number shows, halves away from zero.
enum DecimalRounding {
  enum Direction: Sendable { case nearest, up, down }

  static func round(_ value: Double, places: Int, _ direction: Direction = .nearest) -> Double {
    guard value != 0, value.isFinite else { return value }
    let magnitude = value.magnitude
    let exponent = Int(log10(magnitude).rounded(.down))
    // All existing digits are kept.
    if places >= 15 - exponent || places > 300 { return value }
    if places + exponent < -1 {
      guard direction == .up else { return 0 }
      return value < 0 ? -pow(10, Double(-places)) : pow(10, Double(-places))
    }
    let power = Decimal15.power(places.magnitude)
    var scaled = places < 0 ? magnitude / power : magnitude * power
    scaled = Decimal15.fifteen(scaled)
    let whole =
      switch direction {
      case .nearest: scaled.rounded(.toNearestOrAwayFromZero)
      case .up: scaled.rounded(.up)
      case .down: scaled.rounded(.down)
      }
    let result = places < 0 ? whole * power : whole / power
    guard result.isFinite else { return value }
    return value < 0 ? -result : result
  }

  /// Replaces a number that is whole in its 15 digits with that whole number.
  static func snapped(_ value: Double) -> Double {
    let near = value.rounded()
    return near != value && Ordering.numbers(near, value) == 0 ? near : value
  }
}
