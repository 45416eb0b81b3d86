// SPDX-License-Identifier: Apache-2.0

import Formula

/// Lookups in a row, a column or a table.
enum LookupFunctions {
  static let all: [Function] = [
    Function("VLOOKUP", "VRVV") { (call) throws(Halt) in try table(call, byRow: false) },
    Function("HLOOKUP", "VRVV") { (call) throws(Halt) in try table(call, byRow: true) },
    Function("LOOKUP", "VAA") { (call) throws(Halt) in try lookup(call) },
    Function("MATCH", "VRV") { (call) throws(Halt) in
      let wanted = try call.scalar(0)
      if case .error(let error) = wanted { throw .error(error) }
      let mode = try call.number(2, default: call.has(2) ? 0 : 1)
      let vector = try LookupVector(call.values[1], call.evaluator)
      let position: Int?
      if mode == 0 {
        if case .text(let text) = wanted {
          position = try vector.matching(text)
        } else {
          position = try vector.exact(wanted)
        }
      } else {
        position = mode > 0 ? try vector.ascending(wanted) : try descending(vector, wanted)
      }
      guard let position else { throw .notAvailable }
      return .number(position + 1)
    },
    Function("XMATCH", "VRVV") { (call) throws(Halt) in
      let vector = try lineOfValues(call)
      guard
        let position = try extended(
          vector, call.scalar(0), mode: call.int(2, default: 0), search: call.int(3, default: 1))
      else { throw .notAvailable }
      return .number(position + 1)
    },
    Function("XLOOKUP", "VRRLVV") { (call) throws(Halt) in
      let vector = try lineOfValues(call)
      let position = try extended(
        vector, call.scalar(0), mode: call.int(4, default: 0), search: call.int(5, default: 1))
      guard let position else {
        guard call.has(3) else { throw .notAvailable }
        let other = try call.evaluate(3)
        if other.isMissing { throw .notAvailable }
        return other
      }
      switch call.values[2] {
      case .area(let area):
        let size = call.evaluator.book.trimmed(area)
        guard (vector.isRow ? size.columns : size.rows) == vector.count else { throw .value }
        return .area(vector.isRow ? area.column(position) : area.row(position))
      default:
        let matrix = try call.matrix(2)
        guard (vector.isRow ? matrix.columns : matrix.rows) == vector.count else { throw .value }
        return .matrix(vector.isRow ? matrix.column(position) : matrix.row(position))
      }
    },
    Function("INDEX", "AVVV") { (call) throws(Halt) in try index(call) },
  ]

  private static func table(_ call: borrowing Call, byRow: Bool) throws(Halt) -> Value {
    let wanted = try call.scalar(0)
    if case .error(let error) = wanted { throw .error(error) }
    if case .scalar(.error(let error)) = call.values[1] { throw .error(error) }
    if case .scalar(.text) = call.values[1] { throw .value }
    let number = try call.whole(2)
    guard number >= 1 else { throw .value }
    let first: Value
    let size: Int
    switch call.values[1] {
    case .area(let area):
      first = .area(byRow ? area.row(0) : area.column(0))
      size = byRow ? area.rows : area.columns
    default:
      let matrix = try call.matrix(1)
      first = .array(byRow ? matrix.row(0) : matrix.column(0))
      size = byRow ? matrix.rows : matrix.columns
    }
    guard number <= Double(size) else { throw .reference }
    let vector = try LookupVector(first, call.evaluator)
    let position: Int?
    let isExact = call.has(3) ? try !call.truth(3) : false
    if isExact {
      if case .text(let text) = wanted {
        position = try vector.matching(text)
      } else {
        position = try vector.exact(wanted)
      }
    } else {
      position = try vector.ascending(wanted)
    }
    guard let position else { throw .notAvailable }
    let other = Int(number) - 1
    if case .area(let area) = call.values[1] {
      return .area(Area(byRow ? area.cell(other, position) : area.cell(position, other)))
    }
    let matrix = try call.matrix(1)
    return .scalar(byRow ? matrix[other, position] : matrix[position, other])
  }

  /// MATCH -1: searches down to the first smaller value; of equal values the first is found.
  private static func descending(_ vector: LookupVector, _ wanted: Scalar) throws(Halt) -> Int? {
    var found: Int?
    let wanted = wanted.isBlank ? Scalar.number(0) : wanted
    for position in 0..<vector.count {
      guard let order = LookupVector.order(try vector[position], wanted) else { continue }
      if order == 0 { return position }
      if order < 0 { break }
      found = position
    }
    return found
  }

  /// LOOKUP: in the first row or column of an array, or in a vector with a separate result vector.
  private static func lookup(_ call: borrowing Call) throws(Halt) -> Value {
    let wanted = try call.scalar(0)
    if case .error(let error) = wanted { throw .error(error) }
    let matrix = try call.matrix(1)
    let byRow = matrix.columns > matrix.rows
    let keys = byRow ? matrix.row(0) : matrix.column(0)
    let vector = try LookupVector(.array(keys), call.evaluator)
    guard let position = try vector.ascending(wanted) else { throw .notAvailable }
    guard call.has(2) else {
      return .scalar(byRow ? matrix[matrix.rows - 1, position] : matrix[position, matrix.columns - 1])
    }
    if case .area(let area) = call.values[2] {
      guard area.rows == 1 || area.columns == 1 else { throw .notAvailable }
      // A result range that is too short continues beyond its end.
      return .area(Area(area.rows == 1 && area.columns > 1 ? area.cell(0, position) : area.cell(position, 0)))
    }
    let results = try call.matrix(2)
    guard results.isVector else { throw .notAvailable }
    guard position < results.cells.count else { throw .notAvailable }
    return .scalar(results.cells[position])
  }

  /// The lookup vector of XLOOKUP and XMATCH; for these functions several rows and columns are `#VALUE!`.
  private static func lineOfValues(_ call: borrowing Call) throws(Halt) -> LookupVector {
    if case .scalar(.error(let error)) = call.values[1] { throw .error(error) }
    do throws(Halt) { return try LookupVector(call.values[1], call.evaluator) } catch .error { throw .value }
  }

  /// XLOOKUP and XMATCH.
  private static func extended(
    _ vector: LookupVector, _ wanted: Scalar, mode: Int, search: Int
  ) throws(Halt) -> Int? {
    if case .error(let error) = wanted { throw .error(error) }
    guard (-1...2).contains(mode), [1, -1, 2, -2].contains(search) else { throw .value }
    if search.magnitude == 2 {
      guard mode != 2 else { throw .value }
      let found = try vector.bisect(wanted, isAscending: search > 0, acrossKinds: true)
      if let found, LookupVector.orderAcrossKinds(try vector[found], wanted) == 0 { return found }
      if mode == 0 { return nil }
      // The next smaller and next greater values are on either side of where the value would be.
      if (mode == -1) == (search > 0) { return found }
      let next = (found ?? -1) + 1
      return next < vector.count ? next : nil
    }
    let isLast = search < 0
    switch mode {
    case 2:
      if case .text(let text) = wanted { return try vector.matching(text, isLast: isLast) }
      return try vector.exact(wanted, isLast: isLast)
    case 0: return try blankOrExact(vector, wanted, isLast)
    default:
      if let exact = try blankOrExact(vector, wanted, isLast) { return exact }
      return try vector.nearest(wanted, side: mode, isLast: isLast)
    }
  }

  /// Here a blank finds a blank.
  private static func blankOrExact(_ vector: LookupVector, _ wanted: Scalar, _ isLast: Bool) throws(Halt) -> Int? {
    guard wanted.isBlank else { return try vector.exact(wanted, isLast: isLast) }
    for step in 0..<vector.count {
      let position = isLast ? vector.count - 1 - step : step
      if try vector[position].isBlank { return position }
    }
    return nil
  }

  private static func index(_ call: borrowing Call) throws(Halt) -> Value {
    var value = call.values[0]
    if case .scalar(.error(let error)) = value { throw .error(error) }
    var row = try call.whole(1, default: 0)
    var column = try call.whole(2, default: 0)
    guard row >= 0, column >= 0 else { throw .value }
    let number = try call.whole(3, default: 1)
    if case .areas(let areas) = value {
      guard number >= 1, number <= Double(areas.count) else { throw .reference }
      value = .area(areas[Int(number) - 1])
    } else if number != 1 {
      throw .reference
    }
    if case .area(let area) = value {
      // In a single row, a lone index counts columns.
      if !call.has(2), area.rows == 1 { (row, column) = (0, row) }
      if area.rows == 1, area.columns == 1, !call.has(2), row == 0 { row = 0 }
      guard row <= Double(area.rows), column <= Double(area.columns) else { throw .reference }
      var result = area
      if row > 0 { result = result.row(Int(row) - 1) }
      if column > 0 { result = result.column(Int(column) - 1) }
      return .area(result)
    }
    let matrix = try call.evaluator.matrix(value)
    if !call.has(2), matrix.rows == 1 { (row, column) = (0, row) }
    guard row <= Double(matrix.rows), column <= Double(matrix.columns) else { throw .reference }
    switch (Int(row), Int(column)) {
    case (0, 0): return .matrix(matrix)
    case (0, let column): return .matrix(matrix.column(column - 1))
    case (let row, 0): return .matrix(matrix.row(row - 1))
    case (let row, let column): return .scalar(matrix[row - 1, column - 1])
    }
  }
}
