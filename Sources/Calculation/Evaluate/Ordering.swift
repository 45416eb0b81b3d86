// SPDX-License-Identifier: Apache-2.0

import Formula

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Compares values: numbers before text before booleans; a blank acts as 0, "" or FALSE to match the other side.
enum Ordering {
  /// Returns -1, 0 or 1. Throws errors, the first operand's before the second's.
  static func compare(_ x: Scalar, _ y: Scalar) throws(Halt) -> Int {
    switch (x, y) {
    case (.number(let a), .number(let b)): return numbers(a, b)
    case (.error(let error), _), (_, .error(let error)): throw .error(error)
    case (.blank, .blank): return 0
    case (.blank, .number(let b)): return numbers(0, b)
    case (.number(let a), .blank): return numbers(a, 0)
    case (.blank, .text(let b)): return b.isEmpty ? 0 : -1
    case (.text(let a), .blank): return a.isEmpty ? 0 : 1
    case (.blank, .boolean(let b)): return b ? -1 : 0
    case (.boolean(let a), .blank): return a ? 1 : 0
    case (.text(let a), .text(let b)): return TextOrder.compare(a, b)
    case (.boolean(let a), .boolean(let b)): return a == b ? 0 : b ? -1 : 1
    case (.number, _): return -1
    case (_, .number): return 1
    case (.text, _): return -1
    default: return 1
    }
  }

  /// Numbers that agree in 15 digits are equal.
  static func numbers(_ a: Double, _ b: Double) -> Int {
    if a == b { return 0 }
    let distance = (a - b).magnitude
    if distance <= 1e-14 * max(a.magnitude, b.magnitude), Decimal15.fifteen(a) == Decimal15.fifteen(b) { return 0 }
    return a < b ? -1 : 1
  }
}

enum Power {
  /// `^` and POWER: 0^0 is `#NUM!`, and an odd root of a negative number is negative.
  static func power(_ base: Double, _ exponent: Double) throws(Halt) -> Double {
    if base == 0 {
      if exponent == 0 { throw .number }
      if exponent < 0 { throw .divisionByZero }
      return 0
    }
    let result = pow(base, exponent)
    if result.isFinite { return result }
    if base < 0, exponent.magnitude < 1 {
      let root = 1 / exponent
      let whole = root.rounded()
      if (root - whole).magnitude <= 1e-9 * whole.magnitude, whole.truncatingRemainder(dividingBy: 2) != 0 {
        return -pow(-base, exponent)
      }
    }
    throw .number
  }
}

extension Scalar {
  /// Whether the value stored for a formula is this one: numbers that agree in 15 digits are the same.
  func isAsStored(_ stored: Scalar) -> Bool {
    switch (self, stored) {
    case (.number(let a), .number(let b)): a == b || Ordering.numbers(a, b) == 0
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    default: self == stored
    }
  }
}
