// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// One call of a function: its arguments and its context.
///
/// Arguments are counted from 0. A getter throws the error that the function then returns.
struct Call: ~Copyable {
  let function: Function
  /// For `L` parameters ``Value/missing``; see ``nodes``.
  let values: [Value]
  /// The unevaluated arguments.
  let nodes: [Node]
  let evaluator: Evaluator
  let frame: Frame
  /// Whether this is one of the calls for the elements of an array; `L` arguments are then already evaluated.
  var isElement = false

  var count: Int { values.count }
  /// The cell of the formula.
  var place: Place { evaluator.place }
  var dateSystem: DateSystem { evaluator.book.dateSystem }
  /// The moment that TODAY and NOW return; nil if none was given.
  var asOf: Double? { evaluator.asOf }

  // MARK: Presence of arguments

  /// Whether the argument is written, even if it is empty as in `F(1,)`.
  func has(_ index: Int) -> Bool { index < values.count }

  /// Whether the argument is written and not empty.
  func isPresent(_ index: Int) -> Bool { index < values.count && !values[index].isMissing }

  func isReference(_ index: Int) -> Bool { index < values.count && values[index].isReference }

  // MARK: One value

  /// A value as it is, including errors; blank if the argument is missing. For a range, its first cell.
  func scalar(_ index: Int) throws(Halt) -> Scalar {
    guard index < values.count else { return .blank }
    switch values[index] {
    case .scalar(let scalar): return scalar
    case .missing: return .blank
    case .array(let matrix): return matrix.cells[0]
    case .area(let area): return try evaluator.read(area.first)
    case .areas, .lambda: throw .value
    }
  }

  /// The argument converted to a number as in arithmetic.
  func number(_ index: Int) throws(Halt) -> Double { try scalar(index).number }

  /// The argument as a number, or `standard` if it is missing or empty.
  func number(_ index: Int, default standard: Double) throws(Halt) -> Double {
    isPresent(index) ? try number(index) : standard
  }

  /// A number truncated to a whole number.
  func whole(_ index: Int) throws(Halt) -> Double { try number(index).rounded(.towardZero) }

  func whole(_ index: Int, default standard: Double) throws(Halt) -> Double {
    isPresent(index) ? try whole(index) : standard
  }

  /// A number truncated to a whole number that fits an `Int`; otherwise throws `#NUM!`.
  func int(_ index: Int) throws(Halt) -> Int {
    let number = try whole(index)
    guard number.magnitude < 0x1p53 else { throw .number }
    return Int(number)
  }

  func int(_ index: Int, default standard: Int) throws(Halt) -> Int {
    isPresent(index) ? try int(index) : standard
  }

  func text(_ index: Int) throws(Halt) -> String { try scalar(index).text }

  func text(_ index: Int, default standard: String) throws(Halt) -> String {
    isPresent(index) ? try text(index) : standard
  }

  func truth(_ index: Int) throws(Halt) -> Bool { try scalar(index).truth }

  func truth(_ index: Int, default standard: Bool) throws(Halt) -> Bool {
    isPresent(index) ? try truth(index) : standard
  }

  /// The argument as it is.
  func argument(_ index: Int) throws(Halt) -> Value {
    guard index < values.count else { return .missing }
    if function.parameter(index) == .lazy { return try evaluate(index) }
    return values[index]
  }

  // MARK: Many values

  /// The argument as an array: a range is read whole, and a single value becomes an array of one.
  ///
  /// Whole columns and rows are cut off after the last one with content.
  func matrix(_ index: Int) throws(Halt) -> Matrix {
    guard index < values.count else { throw .value }
    return try evaluator.matrix(values[index])
  }

  /// The one area that the argument refers to; nil if it is not a reference.
  func area(_ index: Int) throws(Halt) -> Area? {
    guard index < values.count else { return nil }
    switch values[index] {
    case .area(let area): return area
    case .areas(let areas):
      guard areas.count == 1 else { throw .value }
      return areas[0]
    default: return nil
    }
  }

  /// Calls `body` for the numbers of the arguments from `first` on, as SUM takes them. In ranges and arrays, text, booleans and blanks are
  /// ignored; an argument given directly must be a number, a boolean or text that reads as a number. The first error is thrown.
  ///
  /// - Parameter countsAll: whether, in ranges and arrays, text counts as 0 and a boolean as 0 or 1, as for AVERAGEA.
  func forEachNumber(
    from first: Int = 0, through last: Int = .max, countsAll: Bool = false, _ body: (Double) -> Void
  ) throws(Halt) {
    for index in first..<max(first, min(values.count, last == .max ? .max : last + 1)) {
      switch values[index] {
      case .scalar(let scalar): body(try scalar.number)
      case .missing: body(0)
      default:
        try evaluator.forEach(values[index]) { (scalar) throws(Halt) in
          switch scalar {
          case .number(let number): body(number)
          case .error(let error): throw .error(error)
          case .boolean(let truth) where countsAll: body(truth ? 1 : 0)
          case .text where countsAll: body(0)
          case .blank, .text, .boolean: break
          }
        }
      }
    }
  }

  /// The numbers that ``forEachNumber(from:through:countsAll:_:)`` visits.
  func numbers(from first: Int = 0, through last: Int = .max) throws(Halt) -> [Double] {
    var numbers: [Double] = []
    try forEachNumber(from: first, through: last) { numbers.append($0) }
    return numbers
  }

  /// The pairs of numbers of two arguments of the same size, where both are numbers; throws `#N/A` if the sizes differ.
  func pairs(_ first: Int, _ second: Int) throws(Halt) -> [(Double, Double)] {
    let a = try matrix(first)
    let b = try matrix(second)
    guard a.cells.count == b.cells.count else { throw .notAvailable }
    var pairs: [(Double, Double)] = []
    pairs.reserveCapacity(a.cells.count)
    for (x, y) in zip(a.cells, b.cells) {
      if case .error(let error) = x { throw .error(error) }
      if case .error(let error) = y { throw .error(error) }
      if case .number(let x) = x, case .number(let y) = y { pairs.append((x, y)) }
    }
    return pairs
  }

  // MARK: Results

  /// An array of the results of `element` for each row and column, from 0. It is not begun if it would exceed a limit.
  func array(
    rows: Int, columns: Int, _ element: (Int, Int) throws(Halt) -> Scalar
  ) throws(Halt) -> Value {
    try evaluator.reserve(rows: rows, columns: columns)
    return .matrix(try Matrix(rows: rows, columns: columns, element))
  }

  // MARK: Lambdas and lazy arguments

  func lambda(_ index: Int) throws(Halt) -> Lambda {
    guard index < values.count, case .lambda(let lambda) = values[index] else { throw .value }
    return lambda
  }

  func apply(_ lambda: Lambda, _ arguments: [Value]) throws(Halt) -> Value {
    try evaluator.apply(lambda, arguments)
  }

  /// Evaluates an `L` argument.
  func evaluate(_ index: Int) throws(Halt) -> Value {
    isElement ? values[index] : try evaluator.evaluate(nodes[index], frame)
  }
}
