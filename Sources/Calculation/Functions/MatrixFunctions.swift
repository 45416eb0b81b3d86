// SPDX-License-Identifier: Apache-2.0

import Formula

/// Matrices, and sums over two of them.
enum MatrixFunctions {
  static let all: [Function] = [
    Function("SUMX2MY2", "A") { (call) throws(Halt) in .number(try sum(call) { $0 * $0 - $1 * $1 }) },
    Function("SUMX2PY2", "A") { (call) throws(Halt) in .number(try sum(call) { $0 * $0 + $1 * $1 }) },
    Function("SUMXMY2", "A") { (call) throws(Halt) in .number(try sum(call) { ($0 - $1) * ($0 - $1) }) },
    Function("MMULT", "A") { (call) throws(Halt) in
      let a = try numbers(call, 0)
      let b = try numbers(call, 1)
      guard a.columns == b.rows else { throw .value }
      try call.evaluator.spend(try Matrix.count(rows: a.rows, columns: b.columns) * a.columns / termsPerStep)
      return try call.array(rows: a.rows, columns: b.columns) { (row, column) throws(Halt) in
        var sum = 0.0
        for k in 0..<a.columns { sum += a[row, k] * b[k, column] }
        return .number(sum)
      }
    },
    Function("MDETERM", "A") { (call) throws(Halt) in
      let a = try square(call)
      return .number(a.eliminated()?.determinant ?? 0)
    },
    Function("MINVERSE", "A") { (call) throws(Halt) in
      let a = try square(call)
      guard let inverse = a.eliminated()?.inverse else { throw .number }
      return try call.array(rows: a.rows, columns: a.rows) { (row, column) throws(Halt) in .number(inverse[row][column])
      }
    },
    Function("MUNIT", "V") { (call) throws(Halt) in
      let size = try call.int(0)
      guard size >= 1 else { throw .value }
      return try call.array(rows: size, columns: size) { (row, column) throws(Halt) in .number(row == column ? 1 : 0) }
    },
    Function("TRANSPOSE", "A") { (call) throws(Halt) in .matrix(try call.matrix(0).transposed) },
  ]

  private static func sum(
    _ call: borrowing Call, _ term: (Double, Double) -> Double
  ) throws(Halt) -> Double {
    let pairs = try call.pairs(0, 1)
    guard !pairs.isEmpty else { throw .divisionByZero }
    return pairs.reduce(0) { $0 + term($1.0, $1.1) }
  }

  /// A product of two numbers is cheaper than a cell read.
  private static let termsPerStep = 4

  private static func numbers(_ call: borrowing Call, _ index: Int) throws(Halt) -> Numbers {
    let matrix = try call.matrix(index)
    var values: [Double] = []
    values.reserveCapacity(matrix.cells.count)
    for cell in matrix.cells {
      switch cell {
      case .number(let number): values.append(number)
      case .error(let error): throw .error(error)
      default: throw .value
      }
    }
    return Numbers(rows: matrix.rows, columns: matrix.columns, values: values)
  }

  private static func square(_ call: borrowing Call) throws(Halt) -> Numbers {
    let matrix = try numbers(call, 0)
    guard matrix.rows == matrix.columns else { throw .value }
    guard matrix.rows <= 500 else { throw .kept(.limit(name: "matrix-rows", limit: 500)) }
    try call.evaluator.spend(matrix.rows * matrix.rows * matrix.rows / termsPerStep)
    return matrix
  }

  /// A matrix with only numbers.
  private struct Numbers {
    var rows: Int
    var columns: Int
    var values: [Double]

    subscript(row: Int, column: Int) -> Double { values[row * columns + column] }

    /// Gauss–Jordan elimination with partial pivoting; nil for a singular matrix.
    func eliminated() -> (determinant: Double, inverse: [[Double]])? {
      var left = (0..<rows).map { row in (0..<columns).map { self[row, $0] } }
      var right = (0..<rows).map { row in (0..<columns).map { row == $0 ? 1.0 : 0 } }
      var determinant = 1.0
      for column in 0..<columns {
        let pivot = (column..<rows).max { left[$0][column].magnitude < left[$1][column].magnitude } ?? column
        guard left[pivot][column] != 0 else { return nil }
        if pivot != column {
          left.swapAt(pivot, column)
          right.swapAt(pivot, column)
          determinant = -determinant
        }
        let value = left[column][column]
        determinant *= value
        for k in 0..<columns {
          left[column][k] /= value
          right[column][k] /= value
        }
        for row in 0..<rows where row != column && left[row][column] != 0 {
          let factor = left[row][column]
          for k in 0..<columns {
            left[row][k] -= factor * left[column][k]
            right[row][k] -= factor * right[column][k]
          }
        }
      }
      return (determinant, right)
    }
  }
}
