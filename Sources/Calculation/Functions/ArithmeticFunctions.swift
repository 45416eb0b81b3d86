// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions of one or two numbers that are a single expression, including trigonometry.
enum ArithmeticFunctions {
  static let all: [Function] = [
    number("ABS") { $0.magnitude },
    number("SIGN") { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 },
    number("SQRT") { (x) throws(Halt) in x < 0 ? try fail() : x.squareRoot() },
    number("SQRTPI") { (x) throws(Halt) in x < 0 ? try fail() : (x * .pi).squareRoot() },
    number("EXP") { exp($0) },
    number("LN") { (x) throws(Halt) in x > 0 ? log(x) : try fail() },
    number("LOG10") { (x) throws(Halt) in x > 0 ? log10(x) : try fail() },
    Function("LOG", "V") { (call) throws(Halt) in
      let x = try call.number(0)
      let base = try call.has(1) ? call.number(1) : 10
      guard x > 0, base > 0 else { throw .number }
      if base == 1 { throw .divisionByZero }
      return .number(base == 10 ? log10(x) : base == 2 ? log2(x) : log(x) / log(base))
    },
    Function("POWER", "V") { (call) throws(Halt) in .number(try Power.power(call.number(0), call.number(1))) },
    Function("PI", "") { (_) throws(Halt) in .number(.pi) },
    Function("MOD", "V") { (call) throws(Halt) in
      let x = try call.number(0)
      let divisor = try call.number(1)
      guard divisor != 0 else { throw .divisionByZero }
      // Excel gives up when the quotient has more bits than a double can hold.
      guard (x / divisor).magnitude < 1.125899906842624e15 else { throw .number }
      let rest = x.truncatingRemainder(dividingBy: divisor)
      return .number(rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest)
    },
    Function("QUOTIENT", "V") { (call) throws(Halt) in
      let x = try strictNumber(call, 0)
      let divisor = try strictNumber(call, 1)
      guard divisor != 0 else { throw .divisionByZero }
      return .number((x / divisor).rounded(.towardZero))
    },
    // Excel does not accept angles over a limit.
    angle("SIN") { Angles.sine($0) },
    angle("COS") { Angles.cosine($0) },
    angle("TAN") { Angles.tangent($0) },
    angle("COT") { (x) throws(Halt) in x == 0 ? try divisionByZero() : 1 / Angles.tangent(x) },
    angle("CSC") { (x) throws(Halt) in x == 0 ? try divisionByZero() : 1 / Angles.sine(x) },
    angle("SEC") { 1 / Angles.cosine($0) },
    number("ASIN") { (x) throws(Halt) in x.magnitude <= 1 ? asin(x) : try fail() },
    number("ACOS") { (x) throws(Halt) in x.magnitude <= 1 ? acos(x) : try fail() },
    number("ATAN") { atan($0) },
    number("ACOT") { $0 == 0 ? .pi / 2 : atan(1 / $0) + ($0 < 0 ? .pi : 0) },
    Function("ATAN2", "V") { (call) throws(Halt) in
      let x = try call.number(0)
      let y = try call.number(1)
      guard x != 0 || y != 0 else { throw .divisionByZero }
      return .number(atan2(y, x))
    },
    number("SINH") { sinh($0) },
    number("COSH") { cosh($0) },
    number("TANH") { tanh($0) },
    number("COTH") { (x) throws(Halt) in x == 0 ? try divisionByZero() : 1 / tanh(x) },
    number("CSCH") { (x) throws(Halt) in x == 0 ? try divisionByZero() : 1 / sinh(x) },
    number("SECH") { 1 / cosh($0) },
    number("ASINH") { asinh($0) },
    number("ACOSH") { (x) throws(Halt) in x >= 1 ? acosh(x) : try fail() },
    number("ATANH") { (x) throws(Halt) in x.magnitude < 1 ? atanh(x) : try fail() },
    number("ACOTH") { (x) throws(Halt) in
      x.magnitude > 1 ? (x < 0 ? -1 : 1) * log1p(2 / (x.magnitude - 1)) / 2 : try fail()
    },
    number("DEGREES") { $0 / .pi * 180 },
    number("RADIANS") { $0 * (.pi / 180) },
  ]

  /// Defines a function of one number.
  static func number(
    _ name: String, _ compute: @escaping @Sendable (Double) throws(Halt) -> Double
  ) -> Function {
    Function(name, "V") { (call) throws(Halt) in .number(try compute(call.number(0))) }
  }

  private static func angle(
    _ name: String, _ compute: @escaping @Sendable (Double) throws(Halt) -> Double
  ) -> Function {
    number(name) { (x) throws(Halt) in
      guard x.magnitude < 0x1p27 else { throw .number }
      return try compute(x)
    }
  }

  /// A number argument of a function from the Analysis ToolPak: these reject booleans.
  static func strictNumber(_ call: borrowing Call, _ index: Int) throws(Halt) -> Double {
    let scalar = try call.scalar(index)
    if case .boolean = scalar { throw .value }
    return try scalar.number
  }

  private static func fail() throws(Halt) -> Double { throw .number }
  private static func divisionByZero() throws(Halt) -> Double { throw .divisionByZero }
}

/// Sine and cosine with the 64-bit π of the processors that Excel was developed on, which determines the results near zeros and poles.
enum Angles {
  static func sine(_ angle: Double) -> Double {
    let (rest, quarter, distance) = reduced(angle)
    let exact = Libc.sin(angle)
    if distance < exact.magnitude { return exact }
    return switch quarter {
    case 0: sin(rest)
    case 1: cos(rest)
    case 2: -sin(rest)
    default: -cos(rest)
    }
  }

  static func cosine(_ angle: Double) -> Double {
    let (rest, quarter, distance) = reduced(angle)
    let exact = Libc.cos(angle)
    if distance < exact.magnitude { return exact }
    return switch quarter {
    case 0: cos(rest)
    case 1: -sin(rest)
    case 2: -cos(rest)
    default: sin(rest)
    }
  }

  static func tangent(_ angle: Double) -> Double {
    let (rest, quarter, distance) = reduced(angle)
    let exact = Libc.tan(angle)
    // The tangent changes with its own square.
    if distance * (1 + exact * exact) < exact.magnitude { return exact }
    return quarter % 2 == 0 ? tan(rest) : -1 / tan(rest)
  }

  /// The angle reduced by quarter turns, the number of quarter turns modulo 4, and the size from which on a result does not show in its last
  /// place that Excel reduces with a π of 66 bits, so that SIN(PI()) is 1.22514845490862E-16. A result of that size is closest to Excel's
  /// without any reduction.
  private static func reduced(_ angle: Double) -> (Double, Int, Double) {
    guard angle.magnitude > .pi / 4 else { return (angle, 0, 0) }
    let quarters = (angle / (.pi / 2)).rounded()
    let rest = angle.addingProduct(-quarters, .pi / 2).addingProduct(-quarters, 6.12574227454310e-17)
    return (rest, Int(quarters) & 3, quarters.magnitude * (6.12574227454310e-17 - 6.123233995736766e-17) * 0x1p55)
  }
}
