// SPDX-License-Identifier: Apache-2.0

internal import Spreadsheet

/// An array of values in row-major order.
struct Matrix: Hashable, Sendable {
  let rows: Int
  let columns: Int
  /// `rows * columns` values.
  var cells: [Scalar]

  /// The most cells that an array may have.
  static let maxCells = Limits.arrayCells

  init(rows: Int, columns: Int, cells: [Scalar]) {
    precondition(rows * columns == cells.count && rows > 0 && columns > 0)
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }

  init(_ scalar: Scalar) { self.init(rows: 1, columns: 1, cells: [scalar]) }

  /// One column.
  init(column cells: [Scalar]) { self.init(rows: cells.count, columns: 1, cells: cells) }

  /// One row.
  init(row cells: [Scalar]) { self.init(rows: 1, columns: cells.count, cells: cells) }

  /// An array of the results of `element` for each row and column, from 0.
  init(rows: Int, columns: Int, _ element: (Int, Int) throws(Halt) -> Scalar) throws(Halt) {
    var cells: [Scalar] = []
    cells.reserveCapacity(try Self.count(rows: rows, columns: columns))
    for row in 0..<rows {
      for column in 0..<columns { cells.append(try element(row, column)) }
    }
    self.init(rows: rows, columns: columns, cells: cells)
  }

  /// How many cells an array of this size has; throws if it has none, or too many. A formula may ask for any size.
  static func count(rows: Int, columns: Int) throws(Halt) -> Int {
    guard rows > 0, columns > 0 else { throw .calculation }
    let (count, isTooLarge) = rows.multipliedReportingOverflow(by: columns)
    guard !isTooLarge, count <= maxCells else { throw .kept(.limit(name: "array-cells", limit: maxCells)) }
    return count
  }

  /// Rows and columns count from 0.
  subscript(row: Int, column: Int) -> Scalar {
    get { cells[row * columns + column] }
    set { cells[row * columns + column] = newValue }
  }

  /// The element at a position in a larger result: a single row or column is repeated; beyond the end it is `#N/A`.
  func spread(_ row: Int, _ column: Int) -> Scalar {
    let r = rows == 1 ? 0 : row
    let c = columns == 1 ? 0 : column
    return r < rows && c < columns ? self[r, c] : .error(.notAvailable)
  }

  var isVector: Bool { rows == 1 || columns == 1 }

  var transposed: Matrix {
    var result: [Scalar] = []
    result.reserveCapacity(cells.count)
    for column in 0..<columns {
      for row in 0..<rows { result.append(self[row, column]) }
    }
    return Matrix(rows: columns, columns: rows, cells: result)
  }

  func row(_ row: Int) -> Matrix { Matrix(row: Array(cells[(row * columns)..<((row + 1) * columns)])) }

  func column(_ column: Int) -> Matrix { Matrix(column: (0..<rows).map { self[$0, column] }) }
}
