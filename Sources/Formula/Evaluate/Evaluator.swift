import Spreadsheet

/// How sums, counts and look-ups over columns are found.
package enum EvaluationStrategy: Sendable {
  /// By indexes where there is one.
  case indexed
  /// By going through the columns for each row, as a spreadsheet does. Tests hold the indexes to it.
  case plain
}

/// One run of a plan over the rows of a sheet.
///
/// A class that one task uses: what is computed once for all rows is remembered here.
final class Evaluator {
  let plan: Plan
  let environment: Environment
  let strategy: EvaluationStrategy
  /// The row of the worksheet in which the formula of the first row stands, when it is known.
  let firstRow: Int?
  /// Values of parts that are the same in all rows.
  private var constants: [Int: Vector] = [:]

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

  /// The column of a node that is one; one without cells when the column of a `{^key}` is absent.
  func column(_ node: Int) -> Column {
    switch plan.nodes[node].operation {
    case .column(let name), .cellsToHere(let name), .cell(let name): environment.column(name) ?? Column([])
    default: Column([])
    }
  }

  /// The value of a node for each lane.
  func value(_ place: Int, _ lanes: Lanes) -> Vector {
    let node = plan.nodes[place]
    switch node.operation {
    case .constant(let value): return remembered(place) { Vector(constant: value) }
    case .missing: return remembered(place) { Vector(constant: .blank) }
    case .name(let name): return remembered(place) { Vector(constant: environment.value(name) ?? .blank) }
    default: break
    }
    if lanes.count == 0 { return Vector(constant: .blank) }
    if !node.dependsOnRow {
      return remembered(place) { compute(place, Lanes(row: 0)).first }
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

  private func compute(_ place: Int, _ lanes: Lanes) -> Vector {
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

  /// An operator over the lanes of its operands.
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
  /// The first lane for all lanes.
  var first: Vector { isConstant ? self : .cell(0, of: column) }
}
