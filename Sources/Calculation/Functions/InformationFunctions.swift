// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Tests of what a value is, and information about its surroundings.
enum InformationFunctions {
  static let all: [Function] = [
    test("ISNUMBER") { $0.isNumber },
    test("ISTEXT") { $0.isText },
    test("ISNONTEXT") { !$0.isText },
    test("ISBLANK") { $0.isBlank },
    test("ISLOGICAL") { if case .boolean = $0 { true } else { false } },
    test("ISERROR") { $0.isError },
    test("ISERR") { if case .error(let error) = $0 { error != .notAvailable } else { false } },
    test("ISNA") { if case .error(.notAvailable) = $0 { true } else { false } },
    Function("ISREF", "R") { (call) throws(Halt) in .boolean(call.isReference(0)) },
    Function("ISEVEN", "V") { (call) throws(Halt) in .boolean(try parity(call) == 0) },
    Function("ISODD", "V") { (call) throws(Halt) in .boolean(try parity(call) != 0) },
    Function("NA", "") { (_) throws(Halt) in throw .notAvailable },
    Function("N", "R") { (call) throws(Halt) in try eachOfArray(call, number) },
    Function("T", "R") { (call) throws(Halt) in try eachOfArray(call, text) },
    Function("ERROR.TYPE", "V") { (call) throws(Halt) in
      guard case .error(let error) = try call.scalar(0) else { throw .notAvailable }
      return .number(Int(error.rawValue))
    },
    Function("TYPE", "R") { (call) throws(Halt) in
      switch call.values[0] {
      case .array: return .number(64)
      case .area(let area) where !area.isCell: return .number(64)
      case .areas: return .number(64)
      case .lambda: return .number(128)
      default: break
      }
      switch try call.scalar(0) {
      case .number, .blank: return .number(1)
      case .text: return .number(2)
      case .boolean: return .number(4)
      case .error: return .number(16)
      }
    },
    Function("SHEETS", "R") { (call) throws(Halt) in
      guard call.has(0) else { return .number(call.evaluator.book.grids.count) }
      switch call.values[0] {
      case .area: return .number(1)
      case .areas(let areas): return .number(Set(areas.map(\.sheet)).count)
      case .scalar(.error(let error)): throw .error(error)
      default: throw .notAvailable
      }
    },
    Function("SHEET", "R") { (call) throws(Halt) in
      guard call.has(0) else { return .number(call.place.sheet + 1) }
      switch call.values[0] {
      case .area(let area): return .number(area.sheet + 1)
      case .areas(let areas): return .number(areas[0].sheet + 1)
      case .scalar(.error(let error)): throw .error(error)
      default:
        guard let sheet = call.evaluator.book.sheet(named: try call.text(0)) else { throw .notAvailable }
        return .number(sheet + 1)
      }
    },
    Function("ISFORMULA", "R") { (call) throws(Halt) in
      guard let area = try call.area(0) else {
        if case .scalar(.error(let error)) = call.values[0] { throw .error(error) }
        throw .value
      }
      let place = area.isCell ? area.first : try call.evaluator.intersection(area)
      return .boolean(call.evaluator.book.formula(at: place) != nil)
    },
    Function("ISOMITTED", "L") { (call) throws(Halt) in .boolean(try call.evaluate(0).isMissing) },
  ]

  private static func number(_ scalar: Scalar) throws(Halt) -> Scalar {
    switch scalar {
    case .number(let number): .number(number)
    case .boolean(let truth): .number(truth ? 1 : 0)
    case .error(let error): throw .error(error)
    case .text, .blank: .number(0)
    }
  }

  private static func text(_ scalar: Scalar) throws(Halt) -> Scalar {
    switch scalar {
    case .text(let text): .text(text)
    case .error(let error): throw .error(error)
    default: .text("")
    }
  }

  /// Of a reference only the first cell counts, but of an array every element.
  private static func eachOfArray(
    _ call: borrowing Call, _ convert: (Scalar) throws(Halt) -> Scalar
  ) throws(Halt) -> Value {
    guard case .array(let matrix)? = call.values.first else { return .scalar(try convert(call.scalar(0))) }
    return try call.evaluator.mapped(.array(matrix), convert)
  }

  /// A test that also accepts an error value.
  private static func test(_ name: String, _ holds: @escaping @Sendable (Scalar) -> Bool) -> Function {
    Function(name, "V") { (call) throws(Halt) in .boolean(holds(try call.scalar(0))) }
  }

  private static func parity(_ call: borrowing Call) throws(Halt) -> Double {
    let scalar = try call.scalar(0)
    if case .boolean = scalar { throw .value }
    return try scalar.number.rounded(.towardZero).truncatingRemainder(dividingBy: 2)
  }
}
