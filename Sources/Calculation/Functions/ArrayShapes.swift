// SPDX-License-Identifier: Apache-2.0

/// Functions that create arrays and change their shape.
enum ArrayShapes {
  static let all: [Function] = [
    Function("SEQUENCE", "V") { (call) throws(Halt) in
      let rows = try call.int(0, default: 1)
      let columns = try call.int(1, default: 1)
      let start = try call.number(2, default: 1)
      let step = try call.number(3, default: 1)
      guard rows >= 0, columns >= 0 else { throw .value }
      return try call.array(rows: rows, columns: columns) { (row, column) throws(Halt) in
        .number(start + Double(row * columns + column) * step)
      }
    },
    Function("TAKE", "RVV") { (call) throws(Halt) in
      // A part of a range is a range.
      if let area = try call.area(0) {
        return try part(area, rows: kept(call, 1, area.rows), columns: kept(call, 2, area.columns))
      }
      let matrix = try call.matrix(0)
      return .matrix(
        try part(matrix, rows: kept(call, 1, matrix.rows), columns: kept(call, 2, matrix.columns)))
    },
    Function("DROP", "RVV") { (call) throws(Halt) in
      if let area = try call.area(0) {
        return try part(area, rows: left(call, 1, area.rows), columns: left(call, 2, area.columns))
      }
      let matrix = try call.matrix(0)
      return .matrix(
        try part(matrix, rows: left(call, 1, matrix.rows), columns: left(call, 2, matrix.columns)))
    },
    Function("CHOOSEROWS", "RR") { (call) throws(Halt) in
      let matrix = try call.matrix(0)
      let rows = try chosen(call, matrix.rows)
      return try call.array(rows: rows.count, columns: matrix.columns) { (row, column) throws(Halt) in
        matrix[rows[row], column]
      }
    },
    Function("CHOOSECOLS", "RR") { (call) throws(Halt) in
      let matrix = try call.matrix(0)
      let columns = try chosen(call, matrix.columns)
      return try call.array(rows: matrix.rows, columns: columns.count) { (row, column) throws(Halt) in
        matrix[row, columns[column]]
      }
    },
    Function("VSTACK", "R") { (call) throws(Halt) in
      let parts = try matrices(call)
      let columns = parts.reduce(0) { max($0, $1.columns) }
      let rows = parts.flatMap { part in (0..<part.rows).map { (part, $0) } }
      return try call.array(rows: rows.count, columns: columns) { (row, column) throws(Halt) in
        let (part, place) = rows[row]
        return column < part.columns ? part[place, column] : .error(.notAvailable)
      }
    },
    Function("HSTACK", "R") { (call) throws(Halt) in
      let parts = try matrices(call)
      let rows = parts.reduce(0) { max($0, $1.rows) }
      let columns = parts.flatMap { part in (0..<part.columns).map { (part, $0) } }
      return try call.array(rows: rows, columns: columns.count) { (row, column) throws(Halt) in
        let (part, place) = columns[column]
        return row < part.rows ? part[row, place] : .error(.notAvailable)
      }
    },
    Function("TOCOL", "RVV") { (call) throws(Halt) in .matrix(Matrix(column: try line(call))) },
    Function("TOROW", "RVV") { (call) throws(Halt) in .matrix(Matrix(row: try line(call))) },
    Function("WRAPROWS", "RVV") { (call) throws(Halt) in try wrapped(call, byRow: true) },
    Function("WRAPCOLS", "RVV") { (call) throws(Halt) in try wrapped(call, byRow: false) },
    Function("EXPAND", "RVVV") { (call) throws(Halt) in
      let matrix = try call.matrix(0)
      let rows = try call.int(1, default: matrix.rows)
      let columns = try call.int(2, default: matrix.columns)
      guard rows >= matrix.rows, columns >= matrix.columns else { throw .value }
      let filler: Scalar = call.isPresent(3) ? try call.scalar(3) : .error(.notAvailable)
      return try call.array(rows: rows, columns: columns) { (row, column) throws(Halt) in
        row < matrix.rows && column < matrix.columns ? matrix[row, column] : filler
      }
    },
    Function("TRIMRANGE", "RVV") { (call) throws(Halt) in
      let matrix = try call.matrix(0)
      let rows = try ends(matrix.rows, call.int(1, default: 3)) { row in
        (0..<matrix.columns).allSatisfy { matrix[row, $0].isBlank }
      }
      let columns = try ends(matrix.columns, call.int(2, default: 3)) { column in
        (0..<matrix.rows).allSatisfy { matrix[$0, column].isBlank }
      }
      guard !rows.isEmpty, !columns.isEmpty else { throw .reference }
      return .matrix(try part(matrix, rows: rows, columns: columns))
    },
  ]

  private static func matrices(_ call: borrowing Call) throws(Halt) -> [Matrix] {
    var parts: [Matrix] = []
    for index in 0..<call.count {
      if case .scalar(.error(let error)) = call.values[index] {
        parts.append(Matrix(.error(error)))
      } else {
        parts.append(try call.matrix(index))
      }
    }
    return parts
  }

  static func part(_ matrix: Matrix, rows: Range<Int>, columns: Range<Int>) throws(Halt) -> Matrix {
    guard !rows.isEmpty, !columns.isEmpty else { throw .calculation }
    return try Matrix(rows: rows.count, columns: columns.count) { (row, column) throws(Halt) in
      matrix[rows.lowerBound + row, columns.lowerBound + column]
    }
  }

  private static func part(_ area: Area, rows: Range<Int>, columns: Range<Int>) throws(Halt) -> Value {
    guard !rows.isEmpty, !columns.isEmpty else { throw .calculation }
    return .area(
      Area(
        sheet: area.sheet, top: area.top + rows.lowerBound, left: area.left + columns.lowerBound,
        bottom: area.top + rows.upperBound - 1, right: area.left + columns.upperBound - 1))
  }

  /// The rows or columns that TAKE keeps: from the beginning, or from the end if the count is negative.
  private static func kept(_ call: borrowing Call, _ index: Int, _ count: Int) throws(Halt) -> Range<Int> {
    guard call.isPresent(index) else { return 0..<count }
    let number = try call.int(index)
    let size = min(Int(number.magnitude), count)
    return number < 0 ? count - size..<count : 0..<size
  }

  /// The rows or columns that remain after DROP.
  private static func left(_ call: borrowing Call, _ index: Int, _ count: Int) throws(Halt) -> Range<Int> {
    guard call.isPresent(index) else { return 0..<count }
    let number = try call.int(index)
    let size = min(Int(number.magnitude), count)
    return number < 0 ? 0..<count - size : size..<count
  }

  /// The rows or columns that CHOOSEROWS and CHOOSECOLS select, from 0.
  private static func chosen(_ call: borrowing Call, _ count: Int) throws(Halt) -> [Int] {
    var places: [Int] = []
    for index in 1..<call.count {
      for scalar in try call.matrix(index).cells {
        let number = try scalar.number.rounded(.towardZero)
        guard number != 0, number.magnitude <= Double(count) else { throw .value }
        places.append(number > 0 ? Int(number) - 1 : count + Int(number))
      }
    }
    return places
  }

  private static func line(_ call: borrowing Call) throws(Halt) -> [Scalar] {
    let matrix = try call.matrix(0)
    let ignored = try call.int(1, default: 0)
    guard (0...3).contains(ignored) else { throw .value }
    let cells = try call.truth(2, default: false) ? matrix.transposed.cells : matrix.cells
    let kept = cells.filter { !($0.isBlank && ignored & 1 != 0 || $0.isError && ignored & 2 != 0) }
    guard !kept.isEmpty else { throw .calculation }
    return kept
  }

  private static func wrapped(_ call: borrowing Call, byRow: Bool) throws(Halt) -> Value {
    let matrix = try call.matrix(0)
    guard matrix.isVector else { throw .value }
    let size = try call.int(1)
    guard size >= 1 else { throw .number }
    let filler: Scalar = call.isPresent(2) ? try call.scalar(2) : .error(.notAvailable)
    let cells = matrix.cells
    let lines = (cells.count + size - 1) / size
    let width = min(size, max(cells.count, 1))
    let length = lines == 1 ? width : size
    return try call.array(rows: byRow ? lines : length, columns: byRow ? length : lines) { (row, column) throws(Halt) in
      let at = byRow ? row * size + column : column * size + row
      return at < cells.count ? cells[at] : filler
    }
  }

  private static func ends(_ count: Int, _ which: Int, _ isBlank: (Int) -> Bool) throws(Halt) -> Range<Int> {
    guard (0...3).contains(which) else { throw .value }
    var range = 0..<count
    if which & 1 != 0 { while let first = range.first, isBlank(first) { range = first + 1..<range.upperBound } }
    if which & 2 != 0 { while let last = range.last, isBlank(last) { range = range.lowerBound..<last } }
    return range
  }
}
