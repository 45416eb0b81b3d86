// SPDX-License-Identifier: Apache-2.0

import Formula

/// Rounding to multiples of a number: FLOOR, CEILING and similar functions.
enum MultipleFunctions {
  static let all: [Function] = [
    Function("CEILING", "V") { (call) throws(Halt) in
      let (number, step) = (try call.number(0), try call.number(1))
      if number == 0 || step == 0 { return .number(0) }
      guard number < 0 || step > 0 else { throw .number }
      return .number(multiple(number, step, .up))
    },
    Function("FLOOR", "V") { (call) throws(Halt) in
      let (number, step) = (try call.number(0), try call.number(1))
      if number == 0 { return .number(0) }
      if step == 0 { throw .divisionByZero }
      guard number < 0 || step > 0 else { throw .number }
      return .number(multiple(number, step, .down))
    },
    Function("CEILING.MATH", "V") { (call) throws(Halt) in .number(try math(call, .up)) },
    Function("FLOOR.MATH", "V") { (call) throws(Halt) in .number(try math(call, .down)) },
    precise("CEILING.PRECISE", .up),
    precise("ISO.CEILING", .up),
    precise("FLOOR.PRECISE", .down),
    Function("MROUND", "V") { (call) throws(Halt) in
      guard call.isPresent(0), call.isPresent(1) else { throw .notAvailable }
      let number = try ArithmeticFunctions.strictNumber(call, 0)
      let step = try ArithmeticFunctions.strictNumber(call, 1)
      if number == 0 || step == 0 { return .number(0) }
      guard (number < 0) == (step < 0) else { throw .number }
      return .number(DecimalRounding.snapped(number / step).rounded(.toNearestOrAwayFromZero) * step)
    },
    Function("SERIESSUM", "VVVR") { (call) throws(Halt) in
      let x = try call.number(0)
      var power = try call.number(1)
      let step = try call.number(2)
      var sum = 0.0
      for cell in try call.matrix(3).cells {
        guard case .number(let coefficient) = cell else {
          if case .error(let error) = cell { throw .error(error) }
          throw .value
        }
        sum += coefficient * (x == 0 && power == 0 ? 1 : Libc.pow(x, power))
        power += step
      }
      return .number(sum)
    },
  ]

  private static func multiple(
    _ number: Double, _ step: Double, _ rule: FloatingPointRoundingRule
  ) -> Double {
    let quotient = DecimalRounding.snapped(number / step)
    // With a negative step, up means away from zero, because the quotient is positive.
    return quotient.rounded(rule) * step
  }

  private static func math(_ call: borrowing Call, _ rule: FloatingPointRoundingRule) throws(Halt) -> Double {
    let number = try call.number(0)
    let step = try call.isPresent(1) ? call.number(1).magnitude : 1
    let awayFromZero = try call.number(2, default: 0) != 0
    if number == 0 || step == 0 { return 0 }
    if awayFromZero, number < 0 { return -multiple(-number, step, rule) }
    return multiple(number, step, rule)
  }

  private static func precise(_ name: String, _ rule: FloatingPointRoundingRule) -> Function {
    Function(name, "V") { (call) throws(Halt) in
      let number = try call.number(0)
      let step = try call.isPresent(1) ? call.number(1).magnitude : 1
      return .number(number == 0 || step == 0 ? 0 : multiple(number, step, rule))
    }
  }
}
