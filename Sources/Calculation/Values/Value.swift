/// What a formula, or a part of one, gives.
enum Value: Sendable {
  case scalar(Scalar)
  case array(Matrix)
  /// Cells, not read yet.
  case area(Area)
  /// A union of areas, or the areas of a reference through several sheets.
  case areas([Area])
  case lambda(Lambda)
  /// An argument that is not there.
  case missing

  static let blank = Value.scalar(.blank)
  static func number(_ number: Double) -> Value { .scalar(.number(number)) }
  static func number(_ number: Int) -> Value { .scalar(.number(Double(number))) }
  static func text(_ text: String) -> Value { .scalar(.text(text)) }
  static func boolean(_ truth: Bool) -> Value { .scalar(.boolean(truth)) }
  static func error(_ error: ErrorValue) -> Value { .scalar(.error(error)) }

  /// An array, or its only element.
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

/// A function that a formula makes.
final class Lambda: Sendable {
  let parameters: [String]
  let body: Node
  /// The names that it sees from where it was made.
  let scope: Scope?
  /// Whether arrays are arrays there, or are intersected.
  let inArray: Bool

  init(parameters: [String], body: Node, scope: Scope?, inArray: Bool) {
    self.parameters = parameters
    self.body = body
    self.scope = scope
    self.inArray = inArray
  }
}

/// Names given by LET and LAMBDA, the innermost first.
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
