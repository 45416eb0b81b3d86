// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Functions that compute each lane's result from the arguments' values in that lane (row).
enum LaneWise {
  static func apply(_ function: Function, _ arguments: [Vector], lanes: Int) -> Vector {
    func argument(_ place: Int, default value: Double) -> Vector {
      place < arguments.count ? arguments[place] : Vector(constant: .number(value))
    }
    switch function {
    case .true: return Vector(constant: .boolean(true))
    case .false: return Vector(constant: .boolean(false))
    case .na: return Vector(constant: .error(.notAvailable))
    case .not: return not(arguments[0])
    case .isNumber: return test(arguments[0]) { kind, _ in kind == .number }
    case .isText: return test(arguments[0]) { kind, _ in kind == .text }
    case .isNonText: return test(arguments[0]) { kind, _ in kind != .text }
    case .isBlank: return test(arguments[0]) { kind, _ in kind == .blank }
    case .isLogical: return test(arguments[0]) { kind, _ in kind == .boolean }
    case .isError: return test(arguments[0]) { kind, _ in kind == .error }
    case .isErr: return test(arguments[0]) { kind, code in kind == .error && code != ErrorCode.notAvailable }
    case .isNA: return test(arguments[0]) { kind, code in kind == .error && code == ErrorCode.notAvailable }
    case .n: return n(arguments[0])
    case .t: return t(arguments[0])
    case .round: return rounded(arguments, .nearest, lanes)
    case .roundUp: return rounded(arguments, .up, lanes)
    case .roundDown: return rounded(arguments, .down, lanes)
    case .trunc:
      return rounded(arguments.count > 1 ? arguments : [arguments[0], Vector(constant: .number(0))], .down, lanes)
    case .int: return Arithmetic.numbers(arguments[0], lanes) { Mathematics.integer($0) }
    case .mod: return Arithmetic.numbers(arguments[0], arguments[1], lanes) { Mathematics.remainder($0, $1) }
    case .abs: return Arithmetic.numbers(arguments[0], lanes) { $0.magnitude }
    case .sign: return Arithmetic.numbers(arguments[0], lanes) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
    case .sqrt: return Arithmetic.numbers(arguments[0], lanes) { $0 < 0 ? .nan : $0.squareRoot() }
    case .power: return Arithmetic.numbers(arguments[0], arguments[1], lanes) { Mathematics.power($0, $1) }
    case .exp: return Arithmetic.numbers(arguments[0], lanes) { Mathematics.exponential($0) }
    case .ln: return Arithmetic.numbers(arguments[0], lanes) { Mathematics.naturalLogarithm($0) }
    case .log:
      return Arithmetic.numbers(arguments[0], argument(1, default: 10), lanes) { Mathematics.logarithm($0, base: $1) }
    case .log10: return Arithmetic.numbers(arguments[0], lanes) { Mathematics.logarithm($0, base: 10) }
    case .normsDist: return Arithmetic.numbers(arguments[0], lanes) { Mathematics.normalDistribution($0) }
    case .date: return Dates().date(arguments, lanes)
    case .year: return Dates().part(arguments[0], lanes) { $0.year }
    case .month: return Dates().part(arguments[0], lanes) { $0.month }
    case .day: return Dates().part(arguments[0], lanes) { $0.day }
    case .weekday:
      let dates = Dates()
      return Arithmetic.numbers(arguments[0], argument(1, default: 1), lanes) { dates.weekday($0, type: $1) }
    case .edate:
      let dates = Dates()
      return Arithmetic.numbers(arguments[0], arguments[1], lanes) { dates.moved($0, months: $1) }
    case .eomonth:
      let dates = Dates()
      return Arithmetic.numbers(arguments[0], arguments[1], lanes) { dates.monthEnd($0, months: $1) }
    default: return TextFunctions.apply(function, arguments, lanes: lanes)
    }
  }

  private static func test(_ vector: Vector, _ holds: (CellKind, Double) -> Bool) -> Vector {
    let column = vector.column
    let kinds = column.kinds
    let payload = column.payload
    var result = [Double](repeating: 0, count: column.count)
    for lane in 0..<column.count where holds(kinds[lane], payload[lane]) { result[lane] = 1 }
    return Vector(column: Column(kinds: .all(.boolean), payload: result), stride: vector.stride)
  }

  private static func not(_ vector: Vector) -> Vector {
    let truths = Coercion.truths(vector)
    let old = truths.column.kinds
    var payload = truths.column.payload
    for lane in payload.indices where old[lane] != .error { payload[lane] = payload[lane] == 0 ? 1 : 0 }
    let kinds: Column.Kinds
    switch old {
    case .all(let kind): kinds = .all(kind == .error ? .error : .boolean)
    case .each(let each): kinds = .each(each.map { $0 == .error ? .error : .boolean })
    }
    return Vector(column: Column(kinds: kinds, payload: payload, pool: truths.column.pool), stride: vector.stride)
  }

  /// N: numbers and booleans become numbers, errors stay, everything else is 0.
  private static func n(_ vector: Vector) -> Vector {
    if case .all(.number) = vector.column.kinds { return vector }
    let column = vector.column
    let old = column.kinds
    var payload = column.payload
    var kinds = [CellKind](repeating: .number, count: payload.count)
    for lane in payload.indices {
      switch old[lane] {
      case .blank, .number, .boolean: break
      case .text: payload[lane] = 0
      case .error: kinds[lane] = .error
      }
    }
    return Vector(column: Column(kinds: .collapsed(kinds), payload: payload, pool: column.pool), stride: vector.stride)
  }

  /// T: text and errors stay, everything else is "".
  private static func t(_ vector: Vector) -> Vector {
    let column = vector.column
    let old = column.kinds
    var payload = column.payload
    var kinds = [CellKind](repeating: .text, count: payload.count)
    for lane in payload.indices {
      switch old[lane] {
      case .blank, .number, .boolean: payload[lane] = 0
      case .text: break
      case .error: kinds[lane] = .error
      }
    }
    return Vector(column: Column(kinds: .collapsed(kinds), payload: payload, pool: column.pool), stride: vector.stride)
  }

  private static func rounded(_ arguments: [Vector], _ direction: Rounding.Direction, _ lanes: Int) -> Vector {
    Arithmetic.numbers(arguments[0], arguments[1], lanes) { value, places in
      // Beyond 400 places nothing more can change.
      Rounding.round(value, places: Int(Swift.min(Swift.max(places, -400), 400)), direction)
    }
  }
}
