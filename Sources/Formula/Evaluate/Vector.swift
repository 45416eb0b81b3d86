// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The values of one part of a formula for all lanes at once. A lane is a row, or an element of an array.
struct Vector: Sendable {
  let column: Column
  /// 1, or 0 if one cell stands for all lanes.
  let stride: Int

  init(_ column: Column) {
    self.column = column
    stride = 1
  }

  init(constant value: CellValue) {
    column = Column([value])
    stride = 0
  }

  init(column: Column, stride: Int) {
    self.column = column
    self.stride = stride
  }

  /// The results of an index, completed by `computed` for the lanes that the index could not answer.
  init(_ results: [CellValue?], computed: (Int) -> CellValue) {
    var builder = ColumnBuilder(capacity: results.count)
    for lane in results.indices { builder.append(results[lane] ?? computed(lane)) }
    self.init(builder.finish())
  }

  static let valueError = Vector(constant: .error(.value))

  /// A constant vector with the cell of `column` at `index`.
  static func cell(_ index: Int, of column: Column) -> Vector {
    Vector(
      column: Column(kinds: .all(column.kinds[index]), payload: [column.payload[index]], pool: column.pool), stride: 0)
  }

  var isConstant: Bool { stride == 0 }

  /// The common value of all lanes, if the vector is constant.
  var constant: CellValue? { stride == 0 ? column[0] : nil }

  @inline(__always) func kind(_ lane: Int) -> CellKind { column.kinds[lane &* stride] }
  @inline(__always) func payload(_ lane: Int) -> Double { column.payload[lane &* stride] }
  subscript(lane: Int) -> CellValue { column[lane &* stride] }

  /// The number of cells to compute for `lanes` lanes.
  func cells(_ lanes: Int) -> Int { stride == 0 ? 1 : lanes }

  /// A vector of computed cells: one per lane, or a single one if all arguments were constant.
  static func computed(_ column: Column, from arguments: Vector...) -> Vector {
    Vector(column: column, stride: arguments.allSatisfy(\.isConstant) ? 0 : 1)
  }

  static func computed(_ column: Column, from arguments: [Vector]) -> Vector {
    Vector(column: column, stride: arguments.allSatisfy(\.isConstant) ? 0 : 1)
  }

  /// Whether no lane holds text or an error, so that the payloads are arithmetic values.
  var isArithmetic: Bool {
    if case .all(let kind) = column.kinds { return kind.isArithmetic }
    return false
  }

  /// A column with a cell for each of `lanes` lanes.
  func column(lanes: Int) -> Column {
    stride == 1 ? column : Column(repeating: column[0], count: lanes)
  }

  /// A vector of the lanes at `places`.
  func picked(_ places: [Int32]) -> Vector {
    stride == 0 ? self : Vector(column.picked(places))
  }
}

extension Column {
  /// The cells at `places`; those beyond the end are blank.
  func picked(_ places: [Int32]) -> Column {
    let payload = payload
    let count = payload.count
    var numbers = [Double](repeating: 0, count: places.count)
    var beyond = false
    for lane in places.indices {
      let place = Int(places[lane])
      if place < count { numbers[lane] = payload[place] } else { beyond = true }
    }
    switch kinds {
    case .all(let kind) where !beyond:
      return Column(kinds: .all(kind), payload: numbers, pool: pool)
    default:
      let kinds = kinds
      var each = [CellKind](repeating: .blank, count: places.count)
      for lane in places.indices where Int(places[lane]) < count { each[lane] = kinds[Int(places[lane])] }
      return Column(kinds: Kinds.collapsed(each), payload: numbers, pool: pool)
    }
  }
}

extension Column.Kinds {
  /// `.all` if all kinds are the same, `.each` otherwise.
  static func collapsed(_ kinds: [CellKind]) -> Column.Kinds {
    guard let first = kinds.first else { return .all(.blank) }
    return kinds.allSatisfy { $0 == first } ? .all(first) : .each(kinds)
  }
}
