// SPDX-License-Identifier: Apache-2.0

/// LET and LAMBDA. The compiler has turned their names into text nodes.
enum SpecialForms {
  static let `let` = Function("LET", "L", count: 3...255) { (call) throws(Halt) in
    var frame = call.frame
    for pair in stride(from: 0, to: call.nodes.count - 1, by: 2) {
      guard case .constant(.text(let name)) = call.nodes[pair] else { throw .name }
      let around = frame
      let value = try call.evaluator.caught { () throws(Halt) in
        try call.evaluator.evaluate(call.nodes[pair + 1], around)
      }
      frame.scope = Scope(name, value, outer: frame.scope)
    }
    return try call.evaluator.evaluate(call.nodes[call.nodes.count - 1], frame)
  }

  static let lambda = Function("LAMBDA", "L", count: 1...255) { (call) throws(Halt) in
    var names: [String] = []
    var required = 0
    for node in call.nodes.dropLast() {
      guard case .constant(.text(let name)) = node else { throw .value }
      // An optional parameter is written in brackets.
      names.append(name.hasPrefix("[") ? String(name.dropFirst()) : name)
      if !name.hasPrefix("[") { required = names.count }
    }
    return .lambda(
      Lambda(
        parameters: names, required: required, body: call.nodes[call.nodes.count - 1], scope: call.frame.scope,
        inArray: call.frame.inArray))
  }

  /// A function passed by its name, as in `BYROW(A1:C9,SUM)`.
  static let named = Function("LAMBDA", "L", count: 1...1) { (call) throws(Halt) in
    guard case .constant(.text(let name)) = call.nodes[0], let function = FunctionLibrary.functions[name] else {
      throw .name
    }
    return .lambda(Lambda(function))
  }
}
