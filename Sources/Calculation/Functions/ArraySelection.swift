// SPDX-License-Identifier: Apache-2.0

import Formula

/// Functions that filter, sort and deduplicate rows of arrays.
enum ArraySelection {
  static let all: [Function] = [
    Function("FILTER", "AAV") { (call) throws(Halt) in
      let matrix = try call.matrix(0)
      let include = try call.matrix(1)
      let byColumn =
        include.rows == 1 && include.columns == matrix.columns && !(include.columns == 1 && matrix.rows == 1)
      guard byColumn || include.columns == 1 && include.rows == matrix.rows else { throw .value }
      var wanted: [Int] = []
      for (position, scalar) in include.cells.enumerated() where try scalar.truth { wanted.append(position) }
      guard !wanted.isEmpty else {
        guard call.isPresent(2) else { throw .calculation }
        return .scalar(try call.scalar(2))
      }
      let kept = wanted
      return .matrix(
        byColumn
          ? try Matrix(rows: matrix.rows, columns: kept.count) { (row, column) throws(Halt) in matrix[row, kept[column]]
          }
          : try Matrix(rows: kept.count, columns: matrix.columns) { (row, column) throws(Halt) in
            matrix[kept[row], column]
          })
    },
    Function("SORT", "AAAV") { (call) throws(Halt) in
      let byColumn = try call.truth(3, default: false)
      let matrix = byColumn ? try call.matrix(0).transposed : try call.matrix(0)
      let indexes = try numbers(call, 1, default: 1)
      let orders = try numbers(call, 2, default: 1)
      var keys: [(column: [Scalar], isDescending: Bool)] = []
      for (position, index) in indexes.enumerated() {
        guard index >= 1, index <= Double(matrix.columns) else { throw .value }
        let order = orders.count == 1 ? orders[0] : position < orders.count ? orders[position] : 1
        guard order == 1 || order == -1 else { throw .value }
        keys.append((matrix.column(Int(index) - 1).cells, order < 0))
      }
      let sorted = try rows(matrix, in: order(matrix.rows, by: keys))
      return .matrix(byColumn ? sorted.transposed : sorted)
    },
    Function("SORTBY", "A|AV") { (call) throws(Halt) in
      let matrix = try call.matrix(0)
      var keys: [(column: [Scalar], isDescending: Bool)] = []
      var byColumn = false
      for index in stride(from: 1, to: call.count, by: 2) {
        let key = try call.matrix(index)
        guard key.isVector else { throw .value }
        byColumn = key.rows == 1 && key.columns > 1
        guard key.cells.count == (byColumn ? matrix.columns : matrix.rows) else { throw .value }
        let order = try call.whole(index + 1, default: 1)
        guard order == 1 || order == -1 else { throw .value }
        keys.append((key.cells, order < 0))
      }
      let lines = byColumn ? matrix.transposed : matrix
      let sorted = try rows(lines, in: order(lines.rows, by: keys))
      return .matrix(byColumn ? sorted.transposed : sorted)
    },
    Function("UNIQUE", "AVV") { (call) throws(Halt) in
      let byColumn = try call.truth(1, default: false)
      let once = try call.truth(2, default: false)
      let matrix = byColumn ? try call.matrix(0).transposed : try call.matrix(0)
      var counts: [[Scalar]: (first: Int, count: Int)] = [:]
      var kept: [Int] = []
      for row in 0..<matrix.rows {
        let key = matrix.row(row).cells.map(folded)
        if counts[key] == nil { kept.append(row) }
        counts[key, default: (row, 0)].count += 1
      }
      if once { kept = kept.filter { counts[matrix.row($0).cells.map(folded)]?.count == 1 } }
      guard !kept.isEmpty else { throw .calculation }
      let result = try rows(matrix, in: kept)
      return .matrix(byColumn ? result.transposed : result)
    },
  ]

  /// Case-folds text and leaves other values as they are.
  static func folded(_ scalar: Scalar) -> Scalar {
    if case .text(let text) = scalar { .text(CaseFolding.folded(text)) } else { scalar }
  }

  private static func numbers(_ call: borrowing Call, _ index: Int, default standard: Double) throws(Halt) -> [Double] {
    guard call.isPresent(index) else { return [standard] }
    var numbers: [Double] = []
    for scalar in try call.matrix(index).cells { numbers.append(try scalar.number.rounded(.towardZero)) }
    return numbers
  }

  static func rows(_ matrix: Matrix, in order: [Int]) throws(Halt) -> Matrix {
    try Matrix(rows: order.count, columns: matrix.columns) { (row, column) throws(Halt) in matrix[order[row], column] }
  }

  /// Sorts numbers before text, FALSE, TRUE and errors; blanks are always last. The sort is stable.
  static func order(_ count: Int, by keys: [(column: [Scalar], isDescending: Bool)]) -> [Int] {
    (0..<count).sorted { a, b in
      for key in keys {
        let x = key.column[a]
        let y = key.column[b]
        if x.isBlank || y.isBlank {
          if x.isBlank != y.isBlank { return y.isBlank }
          continue
        }
        let order = compare(x, y)
        if order != 0 { return key.isDescending ? order > 0 : order < 0 }
      }
      return a < b
    }
  }

  private static func compare(_ x: Scalar, _ y: Scalar) -> Int {
    func rank(_ scalar: Scalar) -> Int {
      switch scalar {
      case .number: 0
      case .text: 1
      case .boolean: 2
      case .error: 3
      case .blank: 4
      }
    }
    if rank(x) != rank(y) { return rank(x) < rank(y) ? -1 : 1 }
    return LookupVector.order(x, y) ?? 0
  }
}
