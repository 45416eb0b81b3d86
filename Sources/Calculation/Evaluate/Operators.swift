// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

extension Evaluator {
  func unary(_ operation: UnaryOperator, _ operand: Node, _ frame: Frame) throws(Halt) -> Value {
    switch operation {
    case .plus:
      // Unary plus changes nothing, not even text.
      return try self.operand(operand, frame)
    case .minus: return try mapped(self.operand(operand, frame)) { (x) throws(Halt) in .number(-(try x.number)) }
    case .percent: return try mapped(self.operand(operand, frame)) { (x) throws(Halt) in .number(try x.number / 100) }
    case .implicitIntersection:
      switch try evaluate(operand, frame) {
      case .area(let area): return .area(Area(try intersection(area)))
      case .areas: throw .value
      case .array(let matrix): return .scalar(matrix.cells[0])
      case let value: return value
      }
    case .spill:
      guard case .area(let area) = try evaluate(operand, frame), area.isCell else { throw .reference }
      guard let range = try spilledRange(area.first) else { throw .reference }
      return .area(range)
    }
  }

  func binary(_ operation: BinaryOperator, _ left: Node, _ right: Node, _ frame: Frame) throws(Halt) -> Value {
    switch operation {
    case .range:
      guard case .area(let a) = try reference(left, frame), case .area(let b) = try reference(right, frame),
        a.sheet == b.sheet
      else { throw .value }
      return .area(a.union(b))
    case .union:
      return .areas(try areas(left, frame) + areas(right, frame))
    case .intersection:
      var common: [Area] = []
      let others = try areas(right, frame)
      for area in try areas(left, frame) { common += others.compactMap { area.intersection($0) } }
      guard let first = common.first else { throw .null }
      return common.count == 1 ? .area(first) : .areas(common)
    default:
      let a = try operand(left, frame)
      let b = try operand(right, frame)
      if case .scalar(let x) = a, case .scalar(let y) = b { return .scalar(try counted(operation, x, y)) }
      return try broadcast(a, b) { (x, y) throws(Halt) in try counted(operation, x, y) }
    }
  }

  /// Applies an operation to two values, and accounts for long texts.
  private func counted(_ operation: BinaryOperator, _ x: Scalar, _ y: Scalar) throws(Halt) -> Scalar {
    try spend(reading: x)
    try spend(reading: y)
    let result = try Self.apply(operation, x, y)
    if operation == .concatenate { try hold(result) }
    return result
  }

  private func reference(_ node: Node, _ frame: Frame) throws(Halt) -> Value {
    let value = try evaluate(node, frame)
    if case .scalar(.error(let error)) = value { throw .error(error) }
    if case .areas(let areas) = value, areas.count == 1 { return .area(areas[0]) }
    return value
  }

  private func areas(_ node: Node, _ frame: Frame) throws(Halt) -> [Area] {
    switch try evaluate(node, frame) {
    case .area(let area): return [area]
    case .areas(let areas): return areas
    case .scalar(.error(let error)): throw .error(error)
    default: throw .value
    }
  }

  /// The range that the formula at `place` spills into; nil if there is no such formula.
  private func spilledRange(_ place: Place) throws(Halt) -> Area? {
    _ = try read(place)
    guard let formula = book.formula(at: place) else { return nil }
    if book.formulas[formula].kind != .dynamic {
      return nil
    }
    return book.extents[formula]?.now
  }

  // MARK: Element by element

  func mapped(_ value: Value, _ compute: (Scalar) throws(Halt) -> Scalar) throws(Halt) -> Value {
    switch value {
    case .scalar(let scalar): return .scalar(try compute(scalar))
    case .missing: return .scalar(try compute(.blank))
    case .array(let matrix):
      try spend(matrix.cells.count)
      var result = matrix
      for index in matrix.cells.indices {
        do throws(Halt) { result.cells[index] = try compute(matrix.cells[index]) } catch .error(let error) {
          result.cells[index] = .error(error)
        }
      }
      return .array(result)
    case .area, .areas, .lambda: throw .value
    }
  }

  /// Expands both operands to arrays of one size: a single row or column is repeated, and cells beyond the end are `#N/A`.
  func broadcast(
    _ a: Value, _ b: Value, _ compute: (Scalar, Scalar) throws(Halt) -> Scalar
  ) throws(Halt) -> Value {
    let x = try matrix(a)
    let y = try matrix(b)
    let (rows, columns) = (max(x.rows, y.rows), max(x.columns, y.columns))
    let count = try Matrix.count(rows: rows, columns: columns)
    try spend(count)
    try hold(bytes: count * MemoryLayout<Scalar>.stride)
    return .matrix(
      try Matrix(rows: rows, columns: columns) { (row, column) throws(Halt) in
        do throws(Halt) { return try compute(x.spread(row, column), y.spread(row, column)) } catch .error(let error) {
          return .error(error)
        }
      })
  }

  // MARK: Two scalars

  static func apply(_ operation: BinaryOperator, _ x: Scalar, _ y: Scalar) throws(Halt) -> Scalar {
    switch operation {
    case .add: return try number(x.number + y.number)
    case .subtract: return try number(x.number - y.number)
    case .multiply: return try number(x.number * y.number)
    case .divide:
      let dividend = try x.number
      let divisor = try y.number
      guard divisor != 0 else { throw .divisionByZero }
      return try number(dividend / divisor)
    case .power: return .number(try Power.power(x.number, y.number))
    case .concatenate:
      let text = try x.text + y.text
      guard text.utf8.count <= ExcelLimits.textLength || text.utf16.count <= ExcelLimits.textLength else {
        throw .value
      }
      return .text(text)
    case .equal: return .boolean(try Ordering.compare(x, y) == 0)
    case .notEqual: return .boolean(try Ordering.compare(x, y) != 0)
    case .less: return .boolean(try Ordering.compare(x, y) < 0)
    case .lessOrEqual: return .boolean(try Ordering.compare(x, y) <= 0)
    case .greater: return .boolean(try Ordering.compare(x, y) > 0)
    case .greaterOrEqual: return .boolean(try Ordering.compare(x, y) >= 0)
    case .range, .union, .intersection: throw .value
    }
  }

  @inline(__always)
  private static func number(_ number: Double) throws(Halt) -> Scalar {
    guard number.isFinite else { throw .number }
    return .number(number)
  }
}
