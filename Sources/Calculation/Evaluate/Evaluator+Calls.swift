// SPDX-License-Identifier: Apache-2.0

import Formula

/// Calls functions: prepares the arguments, and repeats the call for each element of array arguments.
extension Evaluator {
  func call(_ function: Function, _ nodes: [Node], _ frame: Frame) throws(Halt) -> Value {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    var lifted: (rows: Int, columns: Int)?
    for index in nodes.indices {
      switch function.parameter(index) {
      case .value:
        // An error is passed on as a value, for functions such as ISERROR(1/0).
        let value = try caught { () throws(Halt) in try operand(nodes[index], frame) }
        if case .array(let matrix) = value {
          lifted = (max(lifted?.rows ?? 1, matrix.rows), max(lifted?.columns ?? 1, matrix.columns))
        }
        values.append(value)
      case .reference: values.append(try caught { () throws(Halt) in try evaluate(nodes[index], frame) })
      case .array:
        values.append(
          try caught { () throws(Halt) in try evaluate(nodes[index], Frame(scope: frame.scope, inArray: true)) })
      case .lazy: values.append(.missing)
      }
    }
    try spend(Self.callSteps)
    // Several references may also be a union, which SUBTOTAL takes as one.
    if frame.inArray || function.name != "SUBTOTAL",
      let several = try overReferences(function, values, nodes, frame)
    {
      return several
    }
    guard var lifted else { return try result(function, values, nodes, frame) }
    if Self.makesReferences.contains(function.name) {
      return try references(function, values, nodes, frame, count: lifted.rows * lifted.columns)
    }
    // Arguments that are chosen from for each element are evaluated once.
    for index in nodes.indices where function.parameter(index) == .lazy {
      values[index] = try caught { () throws(Halt) in try dereferenced(evaluate(nodes[index], frame), frame) }
      if case .array(let matrix) = values[index] {
        lifted = (max(lifted.rows, matrix.rows), max(lifted.columns, matrix.columns))
      }
    }
    let arguments = values
    try hold(bytes: lifted.rows * lifted.columns * MemoryLayout<Scalar>.stride)
    return .matrix(
      try Matrix(rows: lifted.rows, columns: lifted.columns) { (row, column) throws(Halt) in
        try spend(1)
        var values = arguments
        for index in values.indices {
          switch function.parameter(index) {
          case .value, .lazy:
            if case .array(let matrix) = values[index] { values[index] = .scalar(matrix.spread(row, column)) }
          case .reference, .array: break
          }
        }
        do throws(Halt) {
          return try element(result(function, values, nodes, frame, isElement: true))
        } catch .error(let error) {
          return .error(error)
        }
      })
  }

  /// Returns an error as a value instead of throwing it.
  func caught(_ body: () throws(Halt) -> Value) throws(Halt) -> Value {
    do throws(Halt) { return try body() } catch .error(let error) { return .error(error) }
  }

  // Swift 6.3.1's optimizer fails when it inlines a call that passes a value without copies.
  @inline(never)
  func result(
    _ function: Function, _ values: [Value], _ nodes: [Node], _ frame: Frame, isElement: Bool = false
  ) throws(Halt) -> Value {
    for case .scalar(let scalar) in values { try spend(reading: scalar) }
    let value = try function.body(
      Call(function: function, values: values, nodes: nodes, evaluator: self, frame: frame, isElement: isElement))
    switch value {
    case .scalar(.number(let number)): if !number.isFinite { throw .number }
    case .scalar(.text(let text)):
      // A cell cannot hold a longer text.
      if text.utf8.count > TextFunctions.longest, text.utf16.count > TextFunctions.longest { throw .value }
      try hold(bytes: text.utf8.count)
    case .array(let matrix): try hold(bytes: matrix.cells.count * MemoryLayout<Scalar>.stride)
    default: break
    }
    return value
  }

  /// A value as one element of an array.
  func element(_ value: Value) throws(Halt) -> Scalar {
    switch value {
    case .scalar(let scalar): return scalar
    case .missing: return .blank
    case .array(let matrix): return matrix.cells[0]
    case .area(let area): return try read(area.first)
    case .areas(let areas): return try read(areas[0].first)
    case .lambda: throw .calculation
    }
  }
}
