// SPDX-License-Identifier: Apache-2.0

import Formula

/// The result of a formula or part of one.
enum Value: Sendable {
  case scalar(Scalar)
  case array(Matrix)
  /// Cells that have not been read yet.
  case area(Area)
  /// A union of areas, or the areas of a reference through several sheets.
  case areas([Area])
  case lambda(Lambda)
  /// An omitted argument.
  case missing

  static let blank = Value.scalar(.blank)
  static func number(_ number: Double) -> Value { .scalar(.number(number)) }
  static func number(_ number: Int) -> Value { .scalar(.number(Double(number))) }
  static func text(_ text: String) -> Value { .scalar(.text(text)) }
  static func boolean(_ truth: Bool) -> Value { .scalar(.boolean(truth)) }
  static func error(_ error: ErrorValue) -> Value { .scalar(.error(error)) }

  /// An array, or its element if there is only one.
  static func matrix(_ matrix: Matrix) -> Value {
    matrix.cells.count == 1 ? .scalar(matrix.cells[0]) : .array(matrix)
  }

  var isMissing: Bool { if case .missing = self { true } else { false } }

  var isReference: Bool {
    switch self {
    case .area, .areas: true
    default: false
    }
  }
}

/// A function created by LAMBDA, or one of Excel's own that is passed by its name.
final class Lambda: Sendable {
  let parameters: [String]
  /// How many of the parameters must be given.
  let required: Int
  /// The function that is passed by name.
  let function: Function?
  let body: Node
  /// The names in scope where it was created.
  let scope: Scope?
  /// Whether its body is evaluated as an array formula, without intersecting ranges.
  let inArray: Bool

  init(parameters: [String], required: Int, body: Node, scope: Scope?, inArray: Bool) {
    self.parameters = parameters
    self.required = required
    function = nil
    self.body = body
    self.scope = scope
    self.inArray = inArray
  }

  init(_ function: Function) {
    parameters = []
    required = function.arguments.fewest
    self.function = function
    body = .missing
    scope = nil
    inArray = true
  }

  /// Whether it takes a second argument, as PERCENTOF does.
  var needsTwo: Bool { required == 2 }
}

/// The names declared by LET and LAMBDA, innermost first.
final class Scope: Sendable {
  let name: String
  let value: Value
  let outer: Scope?

  init(_ name: String, _ value: Value, outer: Scope?) {
    self.name = name
    self.value = value
    self.outer = outer
  }

  subscript(name: String) -> Value? {
    var scope: Scope? = self
    while let current = scope {
      if current.name == name { return current.value }
      scope = current.outer
    }
    return nil
  }
}
