// SPDX-License-Identifier: Apache-2.0

/// Functions that take a LAMBDA.
enum LambdaFunctions {
  static let all: [Function] = [
    Function("MAP", "A") { (call) throws(Halt) in
      let lambda = try call.lambda(call.count - 1)
      var matrices: [Matrix] = []
      for index in 0..<call.count - 1 { matrices.append(try call.matrix(index)) }
      let rows = matrices.reduce(1) { max($0, $1.rows) }
      let columns = matrices.reduce(1) { max($0, $1.columns) }
      let evaluator = call.evaluator
      return try call.array(rows: rows, columns: columns) { (row, column) throws(Halt) in
        try element(evaluator, lambda, matrices.map { .scalar($0.spread(row, column)) })
      }
    },
    Function("REDUCE", "AAA") { (call) throws(Halt) in
      let lambda = try call.lambda(2)
      var result = call.values[0]
      for scalar in try call.matrix(1).cells { result = try caught(call.evaluator, lambda, [result, .scalar(scalar)]) }
      return result
    },
    Function("SCAN", "AAA") { (call) throws(Halt) in
      let lambda = try call.lambda(2)
      let matrix = try call.matrix(1)
      var result = call.values[0]
      var cells: [Scalar] = []
      for (index, scalar) in matrix.cells.enumerated() {
        // Without an initial value, the first element is used.
        if index == 0, call.values[0].isMissing {
          result = .scalar(scalar)
        } else {
          result = try caught(call.evaluator, lambda, [result, .scalar(scalar)])
        }
        cells.append(try single(call.evaluator, result))
      }
      return .matrix(Matrix(rows: matrix.rows, columns: matrix.columns, cells: cells))
    },
    Function("BYROW", "AA") { (call) throws(Halt) in
      let lambda = try call.lambda(1)
      let matrix = try call.matrix(0)
      let evaluator = call.evaluator
      return try call.array(rows: matrix.rows, columns: 1) { (row, _) throws(Halt) in
        try element(evaluator, lambda, [.matrix(matrix.row(row))])
      }
    },
    Function("BYCOL", "AA") { (call) throws(Halt) in
      let lambda = try call.lambda(1)
      let matrix = try call.matrix(0)
      let evaluator = call.evaluator
      return try call.array(rows: 1, columns: matrix.columns) { (_, column) throws(Halt) in
        try element(evaluator, lambda, [.matrix(matrix.column(column))])
      }
    },
    Function("MAKEARRAY", "VVA") { (call) throws(Halt) in
      let lambda = try call.lambda(2)
      let rows = try call.int(0)
      let columns = try call.int(1)
      guard rows >= 1, columns >= 1 else { throw .value }
      let evaluator = call.evaluator
      return try call.array(rows: rows, columns: columns) { (row, column) throws(Halt) in
        try element(evaluator, lambda, [.number(row + 1), .number(column + 1)])
      }
    },
  ]

  /// The result as a value, even if it is an error.
  private static func caught(_ evaluator: Evaluator, _ lambda: Lambda, _ values: [Value]) throws(Halt) -> Value {
    do throws(Halt) { return try evaluator.apply(lambda, values) } catch .error(let error) { return .error(error) }
  }

  /// The result as one element; an array cannot be an element.
  private static func element(_ evaluator: Evaluator, _ lambda: Lambda, _ values: [Value]) throws(Halt) -> Scalar {
    try single(evaluator, caught(evaluator, lambda, values))
  }

  private static func single(_ evaluator: Evaluator, _ value: Value) throws(Halt) -> Scalar {
    switch value {
    case .array, .lambda, .areas: return .error(.calculation)
    case .area(let area) where !area.isCell: return .error(.calculation)
    default: return try evaluator.element(value)
    }
  }
}
