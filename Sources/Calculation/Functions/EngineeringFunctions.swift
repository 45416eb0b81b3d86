// SPDX-License-Identifier: Apache-2.0

import Formula

/// Number bases, bit operations, Bessel functions, error functions and units.
enum EngineeringFunctions {
  static let all: [Function] =
    conversions + [
      bits("BITAND") { $0 & $1 },
      bits("BITOR") { $0 | $1 },
      bits("BITXOR") { $0 ^ $1 },
      Function("BITLSHIFT", "V") { (call) throws(Halt) in .number(try shifted(call, left: true)) },
      Function("BITRSHIFT", "V") { (call) throws(Halt) in .number(try shifted(call, left: false)) },
      bessel("BESSELI") { Bessel.i($0, $1) },
      bessel("BESSELJ") { Bessel.j($0, $1) },
      bessel("BESSELK") { $1 > 0 ? Bessel.k($0, $1) : .nan },
      bessel("BESSELY") { $1 > 0 ? Bessel.y($0, $1) : .nan },
      Function("ERF", "V") { (call) throws(Halt) in
        let low = try ArithmeticFunctions.strictNumber(call, 0)
        guard call.isPresent(1) else { return .number(Libc.erf(low)) }
        return .number(Libc.erf(try ArithmeticFunctions.strictNumber(call, 1)) - Libc.erf(low))
      },
      Function("ERF.PRECISE", "V") { (call) throws(Halt) in
        .number(Libc.erf(try ArithmeticFunctions.strictNumber(call, 0)))
      },
      Function("ERFC", "V") { (call) throws(Halt) in .number(Libc.erfc(try ArithmeticFunctions.strictNumber(call, 0)))
      },
      Function("ERFC.PRECISE", "V") { (call) throws(Halt) in
        .number(Libc.erfc(try ArithmeticFunctions.strictNumber(call, 0)))
      },
      Function("DELTA", "V") { (call) throws(Halt) in
        let a = try ArithmeticFunctions.strictNumber(call, 0)
        let b = try call.isPresent(1) ? ArithmeticFunctions.strictNumber(call, 1) : 0
        return .number(a == b ? 1 : 0)
      },
      Function("GESTEP", "V") { (call) throws(Halt) in
        let a = try ArithmeticFunctions.strictNumber(call, 0)
        let b = try call.isPresent(1) ? ArithmeticFunctions.strictNumber(call, 1) : 0
        return .number(a >= b ? 1 : 0)
      },
      Function("CONVERT", "V") { (call) throws(Halt) in
        let value = try ArithmeticFunctions.strictNumber(call, 0)
        guard let result = UnitConversion.convert(value, from: try call.text(1), to: try call.text(2)) else {
          throw .notAvailable
        }
        return .number(result)
      },
    ]

  private static let bases = [("BIN", 2), ("OCT", 8), ("DEC", 10), ("HEX", 16)]

  /// BIN2DEC and the eleven similar functions.
  private static let conversions: [Function] = bases.flatMap { (from, source) in
    bases.filter { $0.1 != source }.map { (to, target) in
      Function("\(from)2\(to)", "V") { (call) throws(Halt) in
        if case .error(let error) = try call.scalar(0) { throw .error(error) }
        var places: Int?
        if target != 10, call.isPresent(1) {
          let count = try ArithmeticFunctions.strictNumber(call, 1).rounded(.towardZero)
          guard count > 0, count <= 10 else { throw .number }
          places = Int(count)
        }
        let value: Int64
        if source == 10 {
          let number = try ArithmeticFunctions.strictNumber(call, 0).rounded(.towardZero)
          guard number.magnitude < 0x1p53 else { throw .number }
          value = Int64(number)
        } else {
          if case .boolean = try call.scalar(0) { throw .value }
          guard let number = NumberBases.TenDigits(base: source).value(of: try call.text(0)) else { throw .number }
          value = number
        }
        if target == 10 { return .number(Double(value)) }
        guard let text = NumberBases.TenDigits(base: target).text(value, places: places) else { throw .number }
        return .text(text)
      }
    }
  }

  private static let mostBits = 0x1p48

  private static func bits(
    _ name: String, _ combine: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    Function(name, "V") { (call) throws(Halt) in .number(Double(combine(try bits(call, 0), try bits(call, 1)))) }
  }

  private static func bits(_ call: borrowing Call, _ index: Int) throws(Halt) -> UInt64 {
    let number = try call.number(index)
    guard number >= 0, number < mostBits, number.rounded(.down) == number else { throw .number }
    return UInt64(number)
  }

  private static func shifted(_ call: borrowing Call, left: Bool) throws(Halt) -> Double {
    let number = try bits(call, 0)
    let count = try call.whole(1)
    guard count.magnitude <= 53 else { throw .number }
    let steps = left ? Int(count) : -Int(count)
    let result =
      steps >= 0 ? Double(number) * Libc.pow(2, Double(steps)) : Double(steps <= -64 ? 0 : number >> UInt64(-steps))
    guard result < mostBits else { throw .number }
    return result
  }

  private static func bessel(
    _ name: String, _ compute: @escaping @Sendable (Int, Double) -> Double
  ) -> Function {
    Function(name, "V") { (call) throws(Halt) in
      let x = try ArithmeticFunctions.strictNumber(call, 0)
      let order = try ArithmeticFunctions.strictNumber(call, 1).rounded(.towardZero)
      guard order >= 0, order < 1e6 else { throw .number }
      let result = compute(Int(order), x)
      guard result.isFinite else { throw .number }
      return .number(result)
    }
  }
}
