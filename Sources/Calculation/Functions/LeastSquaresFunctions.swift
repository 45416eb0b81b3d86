// SPDX-License-Identifier: Apache-2.0

import Formula

/// Linear and exponential least-squares fits: LINEST, LOGEST, TREND and GROWTH.
enum LeastSquaresFunctions {
  static let all: [Function] = [
    Function("LINEST", "AAVV") { (call) throws(Halt) in try statistics(call, isExponential: false) },
    Function("LOGEST", "AAVV") { (call) throws(Halt) in try statistics(call, isExponential: true) },
    Function("TREND", "AAAV") { (call) throws(Halt) in try estimates(call, isExponential: false) },
    Function("GROWTH", "AAAV") { (call) throws(Halt) in try estimates(call, isExponential: true) },
  ]

  /// The known data: y, the variables, and their orientation.
  private struct Points {
    var y: [Double]
    var variables: [[Double]]
    /// Whether each variable is a row, because y is a row; nil for a single variable of the same shape as y.
    var areRows: Bool?
  }

  private static func points(_ call: borrowing Call, isExponential: Bool) throws(Halt) -> Points {
    let known = try call.matrix(0)
    var y = try numbers(known)
    if isExponential {
      guard y.allSatisfy({ $0 > 0 }) else { throw .number }
      y = y.map { Libc.log($0) }
    }
    guard call.isPresent(1) else {
      return Points(y: y, variables: [(1...y.count).map(Double.init)], areRows: nil)
    }
    let x = try call.matrix(1)
    let values = try numbers(x)
    if x.rows == known.rows, x.columns == known.columns { return Points(y: y, variables: [values], areRows: nil) }
    if known.columns == 1, x.rows == known.rows {
      return Points(
        y: y, variables: (0..<x.columns).map { column in columnOf(values, x.columns, column) }, areRows: false)
    }
    guard known.rows == 1, x.columns == known.columns else { throw .reference }
    return Points(y: y, variables: (0..<x.rows).map { row in rowOf(values, x.columns, row) }, areRows: true)
  }

  private static func numbers(_ matrix: Matrix) throws(Halt) -> [Double] {
    var numbers: [Double] = []
    for cell in matrix.cells {
      switch cell {
      case .number(let number): numbers.append(number)
      case .error(let error): throw .error(error)
      default: throw .value
      }
    }
    return numbers
  }

  private static func rowOf(_ values: [Double], _ width: Int, _ row: Int) -> [Double] {
    Array(values[row * width..<(row + 1) * width])
  }

  private static func columnOf(_ values: [Double], _ width: Int, _ column: Int) -> [Double] {
    stride(from: column, to: values.count, by: width).map { values[$0] }
  }

  private static func statistics(_ call: borrowing Call, isExponential: Bool) throws(Halt) -> Value {
    let points = try points(call, isExponential: isExponential)
    let hasConstant = try call.truth(2, default: true)
    let isWhole = try call.truth(3, default: false)
    try call.evaluator.spend(points.y.count * points.variables.count * points.variables.count)
    let model = LinearModel(points.y, points.variables, hasConstant: hasConstant)
    let width = points.variables.count + 1
    func shown(_ number: Double) -> Scalar { .number(isExponential ? Libc.exp(number) : number) }
    // The last variable's coefficient comes first.
    var cells = model.coefficients.reversed().map(shown) + [shown(model.constant)]
    guard isWhole else { return .array(Matrix(rows: 1, columns: width, cells: cells)) }
    let none = Scalar.error(.notAvailable)
    cells += model.coefficientErrors.reversed().map { .number($0) }
    cells.append(hasConstant ? .number(model.constantError) : none)
    func row(_ first: Scalar, _ second: Scalar) -> [Scalar] {
      [first, second] + [Scalar](repeating: none, count: width - 2)
    }
    cells += row(.number(model.determination), .number(model.errorOfY))
    cells += row(model.fisher.map { .number($0) } ?? .error(.number), .number(model.degrees))
    cells += row(.number(model.squaresOfRegression), .number(model.squaresOfResiduals))
    return .array(Matrix(rows: 5, columns: width, cells: cells))
  }

  private static func estimates(_ call: borrowing Call, isExponential: Bool) throws(Halt) -> Value {
    let points = try points(call, isExponential: isExponential)
    let hasConstant = try call.truth(3, default: true)
    try call.evaluator.spend(points.y.count * points.variables.count * points.variables.count)
    let model = LinearModel(points.y, points.variables, hasConstant: hasConstant)
    let shape = try call.matrix(call.isPresent(2) ? 2 : call.isPresent(1) ? 1 : 0)
    let values =
      call.isPresent(2) || call.isPresent(1)
      ? try numbers(shape) : points.variables[0]
    func shown(_ point: [Double]) throws(Halt) -> Scalar {
      let estimate = model.value(at: point)
      let number = isExponential ? Libc.exp(estimate) : estimate
      guard number.isFinite else { throw .number }
      return .number(number)
    }
    guard let areRows = points.areRows else {
      return .array(
        try Matrix(rows: shape.rows, columns: shape.columns) { (row, column) throws(Halt) in
          try shown([values[row * shape.columns + column]])
        })
    }
    guard (areRows ? shape.rows : shape.columns) == points.variables.count else { throw .reference }
    return .array(
      try Matrix(rows: areRows ? 1 : shape.rows, columns: areRows ? shape.columns : 1) { (row, column) throws(Halt) in
        try shown(areRows ? columnOf(values, shape.columns, column) : rowOf(values, shape.columns, row))
      })
  }
}
