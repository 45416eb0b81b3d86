// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// Turns the expression tree of a formula into a plan: looks up names and functions, and rejects what cannot be evaluated column by column.
struct Binder {
  let prefix: String?
  let environment: Environment
  private(set) var plan = Plan()
  /// The names that were looked up, and whether each one is a column. Binding gives the same plan in every environment that agrees on
  /// these.
  private(set) var names: [String: Bool] = [:]
  private var places: [Plan.Node: Int] = [:]

  init(prefix: String?, environment: Environment) {
    self.prefix = prefix
    self.environment = environment
  }

  /// What kind of value an expression has to give.
  private enum Context {
    /// One value for each row.
    case single
    /// One value for each element of a column, as inside SUMPRODUCT.
    case array
    /// A range of cells that the function iterates over itself.
    case range
  }

  mutating func bind(_ expression: Expression) throws(FormulaError) {
    plan.root = try bind(expression, .single)
    plan.finish()
  }

  private mutating func bind(_ expression: Expression, _ context: Context) throws(FormulaError) -> Int {
    switch expression {
    case .number(let number): return add(.constant(.number(number)))
    case .text(let text): return add(.constant(.text(text)))
    case .boolean(let truth): return add(.constant(.boolean(truth)))
    case .error(let error): return add(.constant(.error(error)))
    case .missing: return add(.missing)
    case .cell(let key): return add(.cell(columnName(key)))
    case .cellsToHere(let key):
      guard context == .range else {
        throw .cannotEvaluate("{^\(key)}", reason: "cells of several rows are used where one value is needed")
      }
      return add(.cellsToHere(columnName(key)))
    case .name(let name, let sheet):
      guard sheet == nil else {
        throw .cannotEvaluate(name, reason: "a name that belongs to one sheet cannot be used in a column's formula")
      }
      return try bind(name: name, context)
    case .unary(let operation, let operand): return try bind(operation, operand, context)
    case .binary(let operation, let left, let right): return try bind(operation, left, right, context)
    case .call(let name, let arguments): return try bind(call: name, arguments, context)
    case .reference:
      throw .cannotEvaluate(
        "cell reference", reason: "rows may move; name the column ({key}) or the setting instead")
    case .structured(let reference):
      throw .cannotEvaluate(
        "[\(reference.specifier)]", reason: "not every program reads table references; write {key} instead")
    case .array: throw .cannotEvaluate("array constant", reason: "not every program reads them in the same way")
    }
  }

  private mutating func bind(name: String, _ context: Context) throws(FormulaError) -> Int {
    let key = Environment.key(name)
    switch environment[key: key] {
    case .value:
      names[key] = false
      return add(.name(key))
    case .column:
      names[key] = true
      guard context != .single else {
        throw .cannotEvaluate(name, reason: "a whole column is used where one value is needed")
      }
      return add(.column(key))
    case nil: throw .unknownName(name, nearest: environment.nearest(to: name))
    }
  }

  private mutating func bind(_ operation: UnaryOperator, _ operand: Expression, _ context: Context)
    throws(FormulaError) -> Int
  {
    let inner = try bind(operand, context == .array ? .array : .single)
    switch operation {
    case .plus: return add(.plus, [inner])
    case .minus: return add(.minus, [inner])
    case .percent: return add(.percent, [inner])
    case .implicitIntersection, .spill:
      throw .cannotEvaluate(
        operation.rawValue, reason: "it is newer than Excel 2007, and other programs do not support it")
    }
  }

  private mutating func bind(_ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ context: Context)
    throws(FormulaError) -> Int
  {
    let meaning: Plan.Operation
    switch operation {
    case .add: meaning = .arithmetic(.add)
    case .subtract: meaning = .arithmetic(.subtract)
    case .multiply: meaning = .arithmetic(.multiply)
    case .divide: meaning = .arithmetic(.divide)
    case .power: meaning = .arithmetic(.power)
    case .concatenate: meaning = .concatenation
    case .equal: meaning = .comparison(.equal)
    case .notEqual: meaning = .comparison(.notEqual)
    case .less: meaning = .comparison(.less)
    case .lessOrEqual: meaning = .comparison(.lessOrEqual)
    case .greater: meaning = .comparison(.greater)
    case .greaterOrEqual: meaning = .comparison(.greaterOrEqual)
    case .range, .union, .intersection:
      throw .cannotEvaluate(operation.rawValue, reason: "references cannot be combined in a column's formula")
    }
    let inner: Context = context == .array ? .array : .single
    let a = try bind(left, inner)
    let b = try bind(right, inner)
    return add(meaning, [a, b])
  }

  private mutating func bind(call name: String, _ arguments: [Expression], _ context: Context)
    throws(FormulaError) -> Int
  {
    guard let function = Function(rawValue: name) else {
      if FunctionCatalogue.function(named: name) != nil {
        throw .forbiddenFunction(name, reason: "this function is not computed here")
      }
      throw .unknownFunction(name, nearest: FunctionCatalogue.nearest(to: name))
    }
    if let known = FunctionCatalogue.function(named: name), !known.arguments.allows(arguments.count) {
      throw .argumentCount(function: name, found: arguments.count, expected: known.arguments.description)
    }
    if function == .median, arguments.count > 1 {
      throw .argumentCount(function: name, found: arguments.count, expected: "1")
    }
    if context == .array, function.shape == .branching, arguments.contains(where: mentionsColumn) {
      throw .cannotEvaluate(
        name, reason: "inside SUMPRODUCT it would need array entry; multiply by the condition instead")
    }
    var places: [Int] = []
    for (position, argument) in arguments.enumerated() {
      let inner = Self.context(of: position, function, within: context)
      let place = try bind(argument, inner)
      if inner == .range, function.shape != .aggregate, !plan.isRange(place) {
        throw .cannotEvaluate(
          name, reason: "argument \(position + 1) must be a whole column")
      }
      if function == .index || function == .n || function == .t, context == .array, plan.nodes[place].isArray,
        inner != .range
      {
        throw .cannotEvaluate(name, reason: "it gives one value, not one for each cell of a column")
      }
      places.append(place)
    }
    let place = add(.call(function), places)
    if context == .array, function.shape == .ranges, plan.nodes[place].isArray, places.contains(where: isToHere) {
      throw .cannotEvaluate(name, reason: "cells down to this row cannot be used together with whole columns")
    }
    return place
  }

  private func isToHere(_ place: Int) -> Bool {
    if case .cellsToHere = plan.nodes[place].operation { return true }
    return false
  }

  /// The kind of value that `function` needs for its argument at `position`.
  private static func context(of position: Int, _ function: Function, within context: Context) -> Context {
    if function.takesColumn(at: position) { return .range }
    switch function {
    case .sumProduct: return .array
    case .lookup where position > 0: return .array
    default:
      if context == .array { return .array }
      return function.shape == .aggregate ? .range : .single
    }
  }

  /// The environment's name for the column that `{key}` refers to.
  private func columnName(_ key: String) -> String {
    Environment.key(prefix.map { $0 + "_" + key } ?? key)
  }

  private func mentionsColumn(_ expression: Expression) -> Bool {
    switch expression {
    case .name(let name, _):
      if case .column = environment[key: Environment.key(name)] { return true }
      return false
    case .unary(_, let operand): return mentionsColumn(operand)
    case .binary(_, let left, let right): return mentionsColumn(left) || mentionsColumn(right)
    case .call(let name, let arguments):
      // A function that takes whole columns returns a single value.
      guard let function = Function(rawValue: name), function.shape == .laneWise || function.shape == .branching else {
        return false
      }
      return arguments.contains(where: mentionsColumn)
    default: return false
    }
  }

  /// Adds a node and returns its index. An equal node that is already in the plan is reused.
  private mutating func add(_ operation: Plan.Operation, _ arguments: [Int] = []) -> Int {
    var node = Plan.Node(operation: operation, arguments: arguments)
    if let place = places[node] { return place }
    for place in arguments { plan.nodes[place].uses += 1 }
    node.dependsOnRow = arguments.contains { plan.nodes[$0].dependsOnRow }
    switch operation {
    case .cell, .cellsToHere: node.dependsOnRow = true
    case .column: node.isArray = true
    case .call(let function):
      switch function.shape {
      case .laneWise, .branching: node.isArray = arguments.contains { plan.nodes[$0].isArray }
      // The columns that these functions iterate over do not make the result an array.
      case .ranges:
        node.isArray = arguments.enumerated().contains {
          plan.nodes[$0.element].isArray && !function.takesColumn(at: $0.offset)
        }
      case .aggregate, .array: break
      }
    default: node.isArray = arguments.contains { plan.nodes[$0].isArray }
    }
    plan.nodes.append(node)
    places[node] = plan.nodes.count - 1
    return plan.nodes.count - 1
  }
}
