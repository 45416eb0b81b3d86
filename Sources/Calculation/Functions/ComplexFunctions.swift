// SPDX-License-Identifier: Apache-2.0

import Formula

/// Complex numbers, which cells hold as text: `3+4i`.
enum ComplexFunctions {
  static let all: [Function] = [
    Function("COMPLEX", "V") { (call) throws(Halt) in
      let real = try ArithmeticFunctions.strictNumber(call, 0)
      let imaginary = try ArithmeticFunctions.strictNumber(call, 1)
      let unit = try call.isPresent(2) ? call.text(2) : "i"
      guard unit == "i" || unit == "j" || unit.isEmpty else { throw .value }
      return .text(text(ComplexNumber(real, imaginary), unit.first ?? "i"))
    },
    Function("IMREAL", "V") { (call) throws(Halt) in .number(try read(call, 0).number.real) },
    Function("IMAGINARY", "V") { (call) throws(Halt) in .number(try read(call, 0).number.imaginary) },
    Function("IMABS", "V") { (call) throws(Halt) in .number(try read(call, 0).number.magnitude) },
    Function("IMARGUMENT", "V") { (call) throws(Halt) in
      let number = try read(call, 0).number
      guard !number.isZero else { throw .divisionByZero }
      return .number(number.argument)
    },
    map("IMCONJUGATE") { $0.conjugate },
    map("IMEXP") { $0.exponential },
    map("IMLN", zero: .number) { $0.logarithm },
    map("IMLOG10", zero: .number) { $0.logarithm / ComplexNumber(Libc.log(10)) },
    map("IMLOG2", zero: .number) { $0.logarithm / ComplexNumber(Libc.log(2)) },
    map("IMSQRT") { $0.squareRoot },
    map("IMSIN") { $0.sine },
    map("IMCOS") { $0.cosine },
    map("IMTAN") { $0.tangent },
    map("IMCOT", zero: .number) { $0.cotangent },
    map("IMSEC") { $0.secant },
    map("IMCSC", zero: .number) { $0.cosecant },
    map("IMSINH") { $0.hyperbolicSine },
    map("IMCOSH") { $0.hyperbolicCosine },
    map("IMSECH") { $0.hyperbolicSecant },
    map("IMCSCH", zero: .number) { $0.hyperbolicCosecant },
    Function("IMPOWER", "V") { (call) throws(Halt) in
      let (number, unit) = try read(call, 0)
      let exponent = try ArithmeticFunctions.strictNumber(call, 1)
      if number.isZero {
        guard exponent > 0 else { throw .number }
        return .text("0")
      }
      return .text(text(number.power(exponent), unit ?? "i"))
    },
    Function("IMDIV", "V") { (call) throws(Halt) in
      let divisor = try read(call, 1)
      guard !divisor.number.isZero else { throw .number }
      return .text(try combined(call, 0, 1) { $0 / $1 })
    },
    Function("IMSUB", "V") { (call) throws(Halt) in .text(try combined(call, 0, 1) { $0 - $1 }) },
    Function("IMSUM", "R") { (call) throws(Halt) in .text(try folded(call, ComplexNumber(0)) { $0 + $1 }) },
    Function("IMPRODUCT", "R") { (call) throws(Halt) in .text(try folded(call, ComplexNumber(1)) { $0 * $1 }) },
  ]

  private static func map(
    _ name: String, zero: Halt? = nil, _ compute: @escaping @Sendable (ComplexNumber) -> ComplexNumber
  ) -> Function {
    Function(name, "V") { (call) throws(Halt) in
      let (number, unit) = try read(call, 0)
      if let zero, number.isZero { throw zero }
      let result = compute(number)
      guard result.real.isFinite, result.imaginary.isFinite else { throw .number }
      return .text(text(result, unit ?? "i"))
    }
  }

  private typealias Written = (number: ComplexNumber, unit: Character?)

  private static func read(_ call: borrowing Call, _ index: Int) throws(Halt) -> Written {
    try read(call.scalar(index))
  }

  private static func read(_ scalar: Scalar) throws(Halt) -> Written {
    switch scalar {
    case .number(let number): return (ComplexNumber(number), nil)
    case .blank: return (ComplexNumber(0), nil)
    case .boolean: throw .value
    case .error(let error): throw .error(error)
    case .text(let text):
      guard let written = ComplexNumber.read(text) else { throw .number }
      return written
    }
  }

  private static func combined(
    _ call: borrowing Call, _ first: Int, _ second: Int, _ combine: (ComplexNumber, ComplexNumber) -> ComplexNumber
  ) throws(Halt) -> String {
    let a = try read(call, first)
    let b = try read(call, second)
    return text(combine(a.number, b.number), try unit(a.unit, b.unit) ?? "i")
  }

  private static func folded(
    _ call: borrowing Call, _ start: ComplexNumber, _ combine: (ComplexNumber, ComplexNumber) -> ComplexNumber
  ) throws(Halt) -> String {
    var result = start
    var common: Character?
    for index in 0..<call.count {
      for cell in try call.matrix(index).cells where !cell.isBlank {
        let written = try read(cell)
        common = try unit(common, written.unit)
        result = combine(result, written.number)
      }
    }
    return text(result, common ?? "i")
  }

  /// The common imaginary unit; numbers with different units cannot be combined.
  private static func unit(_ a: Character?, _ b: Character?) throws(Halt) -> Character? {
    guard let a, let b, a != b else { return a ?? b }
    throw .value
  }

  static func text(_ number: ComplexNumber, _ unit: Character) -> String {
    if number.imaginary == 0 { return NumberText.text(number.real) }
    var part = NumberText.text(number.imaginary)
    if part == "1" { part = "" }
    if part == "-1" { part = "-" }
    if number.real == 0 { return part + String(unit) }
    return NumberText.text(number.real) + (number.imaginary > 0 ? "+" : "") + part + String(unit)
  }
}
