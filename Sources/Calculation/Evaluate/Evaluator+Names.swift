// SPDX-License-Identifier: Apache-2.0

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
    guard arguments.count <= lambda.parameters.count else { throw .value }
    try spend(Self.lambdaSteps)
    try enter()
    defer { depth -= 1 }
    var scope = lambda.scope
    for (index, name) in lambda.parameters.enumerated() {
      scope = Scope(name, index < arguments.count ? arguments[index] : .missing, outer: scope)
    }
    return try evaluate(lambda.body, Frame(scope: scope, inArray: lambda.inArray))
  }
}
