// SPDX-License-Identifier: Apache-2.0

import Formula

/// The workbook's defined names, and lambdas.
extension Evaluator {
  func named(_ entry: Int, _ frame: Frame) throws(Halt) -> Value {
    guard let node = book.names.node(entry, onSheet: place.sheet, in: book) else { throw .name }
    // Names that each refer to another name twice double the work at each step, so the steps are counted.
    try spend(Self.callSteps)
    try enter()
    defer { depth -= 1 }
    // A name is evaluated as an array, whatever formula it is used in.
    return try evaluate(node, Frame(scope: nil, inArray: true))
  }

  func enter() throws(Halt) {
    guard depth < Self.maxDepth else { throw .number }
    depth += 1
  }

  func applyNode(_ callee: Node, _ arguments: [Node], _ frame: Frame) throws(Halt) -> Value {
    guard case .lambda(let lambda) = try evaluate(callee, frame) else {
      if case .variable = callee { throw .value }
      throw .reference
    }
    var values: [Value] = []
    for argument in arguments { values.append(try caught { () throws(Halt) in try evaluate(argument, frame) }) }
    if lambda.parameters.isEmpty, values.count == 1, values[0].isMissing { values = [] }
    return try apply(lambda, values)
  }

  func apply(_ lambda: Lambda, _ arguments: [Value]) throws(Halt) -> Value {
    try spend(Self.lambdaSteps)
    try enter()
    defer { depth -= 1 }
    if let function = lambda.function { return try call(function, by: arguments) }
    guard arguments.count <= lambda.parameters.count, arguments.count >= lambda.required else { throw .value }
    var scope = lambda.scope
    for (index, name) in lambda.parameters.enumerated() {
      scope = Scope(name, index < arguments.count ? arguments[index] : .missing, outer: scope)
    }
    return try evaluate(lambda.body, Frame(scope: scope, inArray: lambda.inArray))
  }

  /// Calls a function that was passed by its name.
  private func call(_ function: Function, by arguments: [Value]) throws(Halt) -> Value {
    guard function.arguments.allows(arguments.count) else { throw .value }
    var scope: Scope?
    var nodes: [Node] = []
    for (index, argument) in arguments.enumerated() {
      scope = Scope("\(index)", argument, outer: scope)
      nodes.append(.variable("\(index)"))
    }
    return try call(function, nodes, Frame(scope: scope, inArray: true))
  }
}
