// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// How sums, counts and lookups over columns are computed.
package enum EvaluationStrategy: Sendable {
  /// With an index if there is one.
  case indexed
  /// By scanning the columns for each row, as a spreadsheet does. Tests compare the indexes with it.
  case plain
}

/// One run of a plan over the rows of a sheet.
///
/// It is a class used by a single task, so that values computed once for all rows can be kept in it.
final class Evaluator {
  let plan: Plan
  let environment: Environment
  let strategy: EvaluationStrategy
  /// The worksheet row of the first row's formula, if known.
  let firstRow: Int?
  /// Values of nodes that are the same in all rows.
  private var constants: [Int: Vector] = [:]
  /// The numbers of whole columns in order, by node.
  var sortedNumbers: [Int: SortedNumbers] = [:]

  init(
    _ plan: Plan, environment: Environment, strategy: EvaluationStrategy, firstRow: Int? = nil
  ) throws(FormulaError) {
    self.firstRow = firstRow
    self.plan = plan
    self.environment = environment
    self.strategy = strategy
    for node in plan.nodes {
      switch node.operation {
      case .column(let name) where environment.column(name) == nil,
        .name(let name) where environment.value(name) == nil:
        throw .unknownName(name, nearest: environment.nearest(to: name))
      default: break
      }
    }
  }

  /// The column that a node refers to; an empty column if the column of a `{^key}` is absent.
  func column(_ node: Int) -> Column {
    switch plan.nodes[node].operation {
    case .column(let name), .cellsToHere(let name), .cell(let name): environment.column(name) ?? Column([])
    default: Column([])
    }
  }

  /// The value of a node for each lane (row).
  func value(_ place: Int, _ lanes: RowSelection) -> Vector {
    let node = plan.nodes[place]
    switch node.operation {
    case .constant(let value): return remembered(place) { Vector(constant: value) }
    case .missing: return remembered(place) { Vector(constant: .blank) }
    case .name(let name): return remembered(place) { Vector(constant: environment.value(name) ?? .blank) }
    default: break
    }
    if lanes.count == 0 { return Vector(constant: .blank) }
    if !node.dependsOnRow {
      return remembered(place) { compute(place, RowSelection(row: 0)).first }
    }
    if node.uses > 1, let known = lanes.memo[place] { return known }
    let value = compute(place, lanes)
    if node.uses > 1 { lanes.memo[place] = value }
    return value
  }

  private func remembered(_ place: Int, _ compute: () -> Vector) -> Vector {
    if let known = constants[place] { return known }
    let value = compute()
    constants[place] = value
    return value
  }

  private func compute(_ place: Int, _ lanes: RowSelection) -> Vector {
    let node = plan.nodes[place]
    func argument(_ position: Int) -> Vector { value(node.arguments[position], lanes) }
    switch node.operation {
    case .constant, .missing, .name, .column, .cellsToHere: return value(place, lanes)
    case .cell(let name):
      guard let column = environment.column(name) else { return Vector(constant: .blank) }
      return lanes.cells(of: column)
    case .call(let function):
      switch function.shape {
      case .branching: return branch(function, node.arguments, lanes)
      case .aggregate: return aggregate(function, node.arguments, lanes)
      case .ranges: return ranges(function, node.arguments, lanes)
      case .array: return overArrays(function, node.arguments, lanes)
      case .laneWise: break
      }
      return LaneWise.apply(function, node.arguments.map { value($0, lanes) }, lanes: lanes.count)
    default: return operate(node.operation, node.arguments.map { value($0, lanes) }, lanes.count)
    }
  }

  /// Applies an operator to the operands lane by lane.
  func operate(_ operation: Plan.Operation, _ operands: [Vector], _ lanes: Int) -> Vector {
    switch operation {
    case .plus: operands[0]
    case .minus: Arithmetic.negated(operands[0], lanes: lanes)
    case .percent: Arithmetic.percent(operands[0], lanes: lanes)
    case .arithmetic(let operation): Arithmetic.apply(operation, operands[0], operands[1], lanes: lanes)
    case .comparison(let relation): Comparison.apply(relation, operands[0], operands[1], lanes: lanes)
    case .concatenation: Concatenation.apply(operands[0], operands[1], lanes: lanes)
    case .constant, .missing, .cell, .cellsToHere, .column, .name, .call: .valueError
    }
  }
}

extension Vector {
  /// A constant vector with the value of the first lane.
  var first: Vector { isConstant ? self : .cell(0, of: column) }
}
