// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// SUMPRODUCT and LOOKUP, whose arguments are evaluated for all elements of columns.
extension Evaluator {
  func overArrays(_ function: Function, _ arguments: [Int], _ lanes: RowSelection) -> Vector {
    if strategy == .indexed, let indexed = overArraysIndexed(function, arguments, lanes) { return indexed }
    var builder = ColumnBuilder(capacity: lanes.count)
    var shared: [Int: Vector] = [:]
    for lane in 0..<lanes.count {
      let row = RowSelection(row: lanes.row(lane))
      switch function {
      case .sumProduct: builder.append(sumProduct(arguments, row, &shared))
      default: builder.append(lookUp(arguments, row, &shared))
      }
    }
    return Vector(builder.finish())
  }

  /// The elements of a part of a formula in one row: those of its columns, or one constant value.
  ///
  /// `shared` caches the parts that are the same in all rows.
  func elements(_ place: Int, _ row: RowSelection, _ shared: inout [Int: Vector]) -> Vector {
    let node = plan.nodes[place]
    if !node.dependsOnRow, let known = shared[place] { return known }
    let result: Vector
    switch node.operation {
    case .column: result = Vector(column(place))
    case .call(let function) where function.shape == .aggregate:
      // An array counts as one argument; text in it is ignored, as in a reference.
      var tally = Tally()
      var logic = Logic(isAnd: function == .and)
      for argument in node.arguments {
        let elements = elements(argument, row, &shared)
        let isCells = plan.nodes[argument].isArray || plan.isReference(argument)
        for index in 0..<elements.column.count {
          let (kind, payload) = (elements.column.kinds[index], elements.column.payload[index])
          logic.add(kind, payload, isCells) { elements.column[index] }
          if isCells {
            tally.add(cell: kind, payload, elements.column[index])
          } else {
            tally.add(value: elements.column[index])
          }
        }
      }
      result = Vector(constant: function == .and || function == .or ? logic.result : tally.result(function))
    case _ where !node.isArray: result = value(place, row).first
    case .call(let function) where function.shape == .ranges:
      var vectors: [Vector] = []
      for (position, argument) in node.arguments.enumerated() {
        vectors.append(
          function.takesColumn(at: position) ? Vector(constant: .blank) : elements(argument, row, &shared))
      }
      let (equal, count) = Self.sameLength(vectors)
      result = ranges(function, node.arguments, equal, RowSelection(.all(count)))
    case .call(let function):
      let (equal, count) = Self.sameLength(node.arguments.map { elements($0, row, &shared) })
      result = LaneWise.apply(function, equal, lanes: count)
    default:
      let (equal, count) = Self.sameLength(node.arguments.map { elements($0, row, &shared) })
      result = operate(node.operation, equal, count)
    }
    if !node.dependsOnRow { shared[place] = result }
    return result
  }

  /// Brings arrays to the same length: a single element is repeated, and a shorter array is filled up with `#N/A`.
  private static func sameLength(_ vectors: [Vector]) -> ([Vector], Int) {
    let lengths = vectors.filter { !$0.isConstant }.map(\.column.count)
    let count = lengths.max() ?? 1
    if lengths.allSatisfy({ $0 == count }) { return (vectors, count) }
    let equal = vectors.map { vector in
      if vector.isConstant || vector.column.count == count { return vector }
      if vector.column.count == 1 { return vector.first }
      let missing = [CellValue](repeating: .error(.notAvailable), count: count - vector.column.count)
      return Vector(Column(vector.column.values + missing))
    }
    return (equal, count)
  }

  /// The sum over all elements of the product of the arguments; an element of an array that is not a number counts as 0.
  func sumProduct(_ arguments: [Int], _ row: RowSelection, _ shared: inout [Int: Vector]) -> CellValue {
    let lists = arguments.map { elements($0, row, &shared) }
    let counts = Set(lists.map { $0.isConstant ? 1 : $0.column.count })
    guard counts.count == 1, let count = counts.first else { return .error(.value) }
    for list in lists {
      let kinds = list.column.kinds
      if let place = (0..<list.column.count).first(where: { kinds[$0] == .error }) { return list.column[place] }
    }
    var sum = KahanSum()
    for index in 0..<count {
      var product = 1.0
      for list in lists { product *= list.kind(index) == .number ? list.payload(index) : 0 }
      sum.add(product)
    }
    return sum.total.isFinite ? .number(sum.total) : .error(.number)
  }

  /// LOOKUP by binary search, which assumes sorted values; elements of another kind than the lookup value are skipped.
  func lookUp(_ arguments: [Int], _ row: RowSelection, _ shared: inout [Int: Vector]) -> CellValue {
    let wanted = elements(arguments[0], row, &shared)[0]
    if case .error = wanted { return wanted }
    let list = elements(arguments[1], row, &shared)
    guard let place = Self.lastNotAbove(wanted, in: list.column, 0..<list.column.count) else {
      return .error(.notAvailable)
    }
    guard arguments.count > 2 else { return list.column[place] }
    let results = elements(arguments[2], row, &shared)
    guard !results.isConstant || place == 0 else { return .error(.notAvailable) }
    return place < results.column.count ? results.column[place] : .error(.notAvailable)
  }

  /// The last row of `column` whose value is not greater than `wanted`, if the column is in ascending order.
  static func lastNotAbove(_ wanted: CellValue, in column: Column, _ rows: Range<Int>) -> Int? {
    let wanted = Vector(constant: wanted == .blank ? .number(0) : wanted)
    let kind = wanted.kind(0)
    let kinds = column.kinds
    let candidates = rows.filter { kinds[$0] == kind }
    var texts: TextEquality?
    func isAbove(_ row: Int) -> Bool {
      if kind == .text {
        let order = texts ?? TextEquality(Vector(column), wanted)
        texts = order
        return order.order(column.payload[row], wanted.payload(0)) > 0
      }
      return Comparison.order(kind, column.payload[row], kind, wanted.payload(0)) > 0
    }
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if isAbove(candidates[middle]) { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : candidates[low - 1]
  }
}
