// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// SUMPRODUCT of conditions and LOOKUP(2,1/conditions,…) computed with indexes.
extension Evaluator {
  /// What is computed from the elements of a product.
  private enum Reduction {
    case sum
    /// The greatest element.
    case maximum
    /// `number` minus the greatest element: MIN(number - product).
    case numberLessMaximum(Double)
    /// The row of the last element that is neither 0 nor an error.
    case lastRow(Column)
  }

  /// Returns nil if the call has another form; all elements are then computed for each row.
  func overArraysIndexed(_ function: Function, _ arguments: [Int], _ lanes: RowSelection) -> Vector? {
    guard let (reduction, place) = reduction(function, arguments), let pattern = ProductPattern(plan, place) else {
      return nil
    }
    let columns = pattern.conditions.map { column($0.column) }
    let count = columns[0].count
    guard count > 1, columns.allSatisfy({ $0.count == count }) else { return nil }
    let coded = columns.map { environment.indexes.coded($0) }
    let values = pattern.conditions.map { value($0.value, lanes) }

    var shared: [Int: Vector] = [:]
    let row = RowSelection(row: lanes.row(0))
    var product: Vector?
    for constant in pattern.constants {
      let factor = elements(constant, row, &shared)
      guard factor.isConstant || factor.column.count == count else { return nil }
      product = product.map { Arithmetic.apply(.multiply, $0, factor, lanes: count) } ?? Coercion.numbers(factor)
    }
    var weights = (product ?? Vector(constant: .number(1))).column(lanes: count)
    // Without other factors the conditions give booleans: treat them as numbers.
    if Vector(weights).isArithmetic { weights = Column(kinds: .all(.number), payload: weights.payload) }

    // An error in any element is the result of the whole call, but LOOKUP skips it and a guard turns it into 0.
    var isPoisoned = false
    var included: [Bool]?
    let isLookUp = function == .lookup
    if isLookUp {
      included = weights.payload.map { $0 != 0 }
    } else {
      isPoisoned =
        !Vector(weights).isArithmetic
        || zip(pattern.conditions, coded).contains { !$0.isGuarded && $1.hasErrors }
    }
    if isLookUp || pattern.conditions.contains(where: \.isGuarded) {
      for (place, condition) in pattern.conditions.enumerated()
      where coded[place].hasErrors && (isLookUp || condition.isGuarded) {
        var rows = included ?? [Bool](repeating: true, count: count)
        for row in 0..<count where columns[place].kinds[row] == .error { rows[row] = false }
        included = rows
      }
      if isLookUp, !Vector(weights).isArithmetic {
        for row in 0..<count where weights.kinds[row] == .error { included?[row] = false }
      }
    }

    guard let query = query(pattern, columns, coded, values, included, lanes.count) else { return nil }
    let results: [CellValue?]
    if isPoisoned {
      results = [CellValue?](repeating: nil, count: lanes.count)
    } else {
      results = reduce(reduction, weights, query, lanes.count)
    }
    // The remaining lanes are computed from all elements, once for equal values. Unless a value is an error, a result poisoned by an error
    // is always the same.
    var known: [LaneKey: CellValue] = [:]
    var poison: CellValue?
    return Vector(results) { lane in
      let isError = values.contains { $0.kind(lane) == .error }
      if isPoisoned, !isError, let poison { return poison }
      let key = LaneKey(values, lane)
      let result = known[key] ?? overElements(function, arguments, RowSelection(row: lanes.row(lane)), &shared)
      known[key] = result
      if isPoisoned, !isError { poison = result }
      return result
    }
  }

  private func reduction(_ function: Function, _ arguments: [Int]) -> (Reduction, Int)? {
    if function == .lookup {
      guard arguments.count == 3, case .column = plan.nodes[arguments[2]].operation,
        case .constant(.number(let wanted)) = plan.nodes[arguments[0]].operation
      else { return nil }
      let quotient = plan.nodes[arguments[1]]
      guard quotient.operation == .arithmetic(.divide),
        case .constant(.number(let top)) = plan.nodes[quotient.arguments[0]].operation, top > 0, wanted >= top,
        areConditions(quotient.arguments[1])
      else { return nil }
      return (.lastRow(column(arguments[2])), quotient.arguments[1])
    }
    guard function == .sumProduct, arguments.count == 1 else { return nil }
    let node = plan.nodes[arguments[0]]
    switch node.operation {
    case .call(.max) where node.arguments.count == 1: return (.maximum, node.arguments[0])
    case .call(.min) where node.arguments.count == 1:
      let difference = plan.nodes[node.arguments[0]]
      guard difference.operation == .arithmetic(.subtract),
        case .constant(.number(let number)) = plan.nodes[difference.arguments[0]].operation
      else { return nil }
      return (.numberLessMaximum(number), difference.arguments[1])
    default: return (.sum, arguments[0])
    }
  }

  /// Whether all factors of a product are conditions, so that the product is 1 or 0.
  private func areConditions(_ place: Int) -> Bool {
    let node = plan.nodes[place]
    switch node.operation {
    case .comparison: return true
    case .arithmetic(.multiply): return node.arguments.allSatisfy(areConditions)
    default: return false
    }
  }

  private func query(
    _ pattern: ProductPattern, _ columns: [Column], _ coded: [CodedColumn], _ values: [Vector], _ included: [Bool]?,
    _ lanes: Int
  ) -> RowQuery? {
    var equalities: [(column: Column, wanted: LaneCodes)] = []
    var range: (column: Column, numbers: [Double], rows: RankedRows)?
    for (place, condition) in pattern.conditions.enumerated() {
      let value = values[place]
      if condition.relation == .equal {
        let wanted = LaneCodes(value, lanes: lanes) { wanted in
          if case .error = wanted { return nil }
          return coded[place].codes(equal: wanted)
        }
        equalities.append((columns[place], wanted))
        continue
      }
      if range == nil {
        var numbers = coded[place].numbers
        let zero = CodedColumn.place(0, in: numbers)
        if coded[place].codes.contains(CodedColumn.blank), zero == numbers.count || numbers[zero] != 0 {
          numbers.insert(0, at: zero)
        }
        range = (columns[place], numbers, RankedRows(operators: coded[place], numbers: numbers, lanes: lanes))
      }
      // Bounds on two different columns have no index here.
      guard let known = range, known.column.storage === columns[place].storage else { return nil }
      let isGreater = condition.relation == .greater || condition.relation == .greaterOrEqual
      for lane in 0..<lanes {
        let kind = value.kind(lane)
        guard kind == .number || kind == .blank,
          let places = CodedColumn.places(of: condition.relation, value.payload(lane), in: known.numbers)
        else {
          range?.rows.giveUp(lane)
          continue
        }
        // Compared with text, a blank is ""; only the scan handles that.
        if kind == .blank, columns[place].hasOtherThanNumbers {
          range?.rows.giveUp(lane)
          continue
        }
        range?.rows.limit(lane, to: places.lowerBound..<places.upperBound + (isGreater ? 1 : 0))
      }
    }
    let table = equalities.isEmpty ? nil : environment.indexes.groups(equalities.map(\.column))
    let groups = LaneGroups(table ?? GroupTable([]), equalities.map(\.wanted), lanes: lanes)
    return RowQuery(table: table, groups: groups, ranges: range.map { [$0.rows] } ?? [], included: included)
  }

  private func reduce(_ reduction: Reduction, _ weights: Column, _ query: RowQuery, _ lanes: Int) -> [CellValue?] {
    switch reduction {
    case .sum:
      var call = ConditionalCall(function: .sumIfs)
      call.summed = weights
      call.conditions = [Condition(column: weights, criterion: CriterionVector(operand: .valueError))]
      var results = [CellValue?](repeating: nil, count: lanes)
      if query.ranges.isEmpty {
        query.totals(call, into: &results)
      } else {
        query.totalsInRange(call, into: &results)
      }
      return results
    case .maximum:
      return query.maxima(weights.payload, lanes).map { found in
        // An element whose conditions do not hold is 0.
        found.map { .number($0.all ? $0.maximum ?? 0 : max($0.maximum ?? 0, 0)) }
      }
    case .numberLessMaximum(let number):
      return query.maxima(weights.payload, lanes).map { found in
        found.map {
          .number(number - ($0.all ? $0.maximum ?? 0 : max($0.maximum ?? 0, 0)))
        }
      }
    case .lastRow(let column):
      let rows = (0..<weights.count).map(Double.init)
      return query.maxima(rows, lanes).map { found in
        found.map { found in
          guard let row = found.maximum, Int(row) < column.count else { return .error(.notAvailable) }
          return column[Int(row)]
        }
      }
    }
  }

  /// Computes one lane from all elements.
  private func overElements(
    _ function: Function, _ arguments: [Int], _ row: RowSelection, _ shared: inout [Int: Vector]
  ) -> CellValue {
    function == .sumProduct ? sumProduct(arguments, row, &shared) : lookUp(arguments, row, &shared)
  }
}

extension Column {
  /// Whether any cell holds text or a boolean.
  var hasOtherThanNumbers: Bool {
    switch kinds {
    case .all(let kind): kind == .text || kind == .boolean
    case .each(let kinds): kinds.contains { $0 == .text || $0 == .boolean }
    }
  }
}

extension RowQuery {
  /// For each lane, the maximum of `numbers` over its rows (nil if it has no rows) and whether its rows are all rows. The result is nil for
  /// a lane that the indexes do not cover.
  func maxima(_ numbers: [Double], _ lanes: Int) -> [(maximum: Double?, all: Bool)?] {
    let ranked = ranges.first
    let ordered = OrderedRows(
      groups: table?.groups, groupCount: groupCount,
      ranks: ranked?.ranks ?? [Int32](repeating: 0, count: numbers.count), rankCount: ranked?.rankCount ?? 1,
      included: included)
    let tree = MaximumTree(ordered.rows.map { numbers[Int($0)] })
    return (0..<lanes).map { lane in
      if isOther(lane) { return nil }
      var maximum: Double?
      var count = 0
      for group in groups.all(lane) {
        let places = ranked.map { ordered.places(group, $0.low[lane], $0.high[lane]) } ?? ordered.range(group)
        count += places.count
        if let found = tree.maximum(places) { maximum = max(maximum ?? found, found) }
      }
      return (maximum, count == numbers.count)
    }
  }
}
