// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// COUNTIF, COUNTIFS, SUMIF, SUMIFS, AVERAGEIF and AVERAGEIFS.
extension Evaluator {
  /// A criterion for each lane: a value, or an operator and a value (`"<="&{date}`).
  struct CriterionVector {
    var relation: Relation?
    let operand: Vector

    func criterion(_ lane: Int) -> Criterion { Criterion(relation, operand[lane]) }
  }

  struct Condition {
    var column: Column
    let criterion: CriterionVector
    /// Whether the column belongs to the environment, so that it pays to cache its index.
    var isStored = true
  }

  /// The arguments of such a function: a condition for each of several columns of equal length, and the column to sum.
  struct ConditionalCall {
    let function: Function
    var conditions: [Condition] = []
    /// The column to sum; nil for counts.
    var summed: Column?
    /// Whether the columns only reach from the first row to the lane's own row.
    var isToHere = false

    var isCount: Bool { function == .countIf || function == .countIfs }
    var isAverage: Bool { function == .averageIf || function == .averageIfs }
  }

  /// The criterion given by an argument. It avoids building text from an operator and a number.
  func criterion(_ place: Int, _ lanes: RowSelection) -> CriterionVector {
    let node = plan.nodes[place]
    if node.dependsOnRow, node.operation == .concatenation,
      case .constant(.text(let sign)) = plan.nodes[node.arguments[0]].operation,
      case (let relation?, "") = Criterion.operation(sign)
    {
      return CriterionVector(relation: relation, operand: value(node.arguments[1], lanes))
    }
    return CriterionVector(operand: value(place, lanes))
  }

  /// `criterion` returns the criterion of the argument at an index.
  func conditional(
    _ function: Function, _ arguments: [Int], _ lanes: RowSelection, _ criterion: (Int) -> CriterionVector
  ) -> Vector {
    var call = ConditionalCall(function: function)
    var areToHere: [Bool] = []
    func isToHere(_ place: Int) -> Bool {
      if case .cellsToHere = plan.nodes[arguments[place]].operation { return true }
      return false
    }
    func add(_ range: Int) {
      call.conditions.append(Condition(column: column(arguments[range]), criterion: criterion(range + 1)))
      areToHere.append(isToHere(range))
    }
    switch function {
    case .countIf, .countIfs: for pair in stride(from: 0, to: arguments.count, by: 2) { add(pair) }
    case .sumIf, .averageIf:
      add(0)
      // The summed range starts at its first cell and is as long as the range of the condition.
      call.summed = column(arguments[arguments.count > 2 ? 2 : 0])
    default:
      for pair in stride(from: 1, to: arguments.count, by: 2) { add(pair) }
      call.summed = column(arguments[0])
      areToHere.append(isToHere(0))
    }
    // Columns of different lengths are an error, and so is mixing ranges that end at the current row with whole columns.
    call.isToHere = areToHere.first ?? false
    if areToHere.contains(!call.isToHere) { return .valueError }
    if !call.isToHere {
      let count = call.conditions[0].column.count
      if call.conditions.contains(where: { $0.column.count != count }) { return .valueError }
      if function == .sumIfs || function == .averageIfs, call.summed?.count != count { return .valueError }
    }
    if strategy == .indexed, let indexed = conditionalIndexed(call, lanes) { return indexed }
    let isConstant = call.conditions.allSatisfy(\.criterion.operand.isConstant) && !call.isToHere
    let cells = isConstant ? 1 : lanes.count
    var builder = ColumnBuilder(capacity: cells)
    for lane in 0..<cells { builder.append(conditionalPlain(call, lane, lanes)) }
    return Vector(column: builder.finish(), stride: isConstant ? 0 : 1)
  }

  /// Computes one lane by scanning all rows.
  func conditionalPlain(_ call: ConditionalCall, _ lane: Int, _ lanes: RowSelection) -> CellValue {
    let criteria = call.conditions.map { $0.criterion.criterion(lane) }
    var total = ConditionalTotal()
    let rows = call.isToHere ? lanes.row(lane) + 1 : call.conditions[0].column.count
    guard RunSettings.allows(rows * criteria.count) else { return .error(.value) }
    for row in 0..<rows {
      let matches = zip(criteria, call.conditions).allSatisfy { criterion, condition in
        criterion.matches(row < condition.column.count ? condition.column[row] : .blank)
      }
      if matches { total.add(call.summed, row) }
    }
    return total.result(call)
  }
}

/// The total of the rows that satisfy all conditions.
struct ConditionalTotal: Sendable {
  var rows = 0
  var numbers = 0
  var sum = KahanSum()
  /// The first row whose summed cell is an error.
  var errorRow: Int?

  mutating func add(_ summed: Column?, _ row: Int) {
    rows += 1
    guard let summed, row < summed.count else { return }
    switch summed.kinds[row] {
    case .number:
      numbers += 1
      sum.add(summed.payload[row])
    case .error: errorRow = min(errorRow ?? row, row)
    case .blank, .boolean, .text: break
    }
  }

  mutating func add(_ other: ConditionalTotal) {
    rows += other.rows
    numbers += other.numbers
    sum.add(other.sum)
    if let row = other.errorRow { errorRow = min(errorRow ?? row, row) }
  }

  func result(_ call: Evaluator.ConditionalCall) -> CellValue {
    Self.result(call, rows: rows, numbers: numbers, sum: sum.total, errorRow: errorRow)
  }

  static func result(
    _ call: Evaluator.ConditionalCall, rows: Int, numbers: Int, sum: Double, errorRow: Int?
  ) -> CellValue {
    if call.isCount { return .number(Double(rows)) }
    if let errorRow, let summed = call.summed { return summed[errorRow] }
    if call.isAverage, numbers == 0 { return .error(.divisionByZero) }
    let result = call.isAverage ? sum / Double(numbers) : sum
    return result.isFinite ? .number(result) : .error(.number)
  }
}
