// SPDX-License-Identifier: Apache-2.0

/// Logical functions. A branch is evaluated only if it is chosen.
enum LogicalFunctions {
  static let all: [Function] = [
    Function("IF", "VLL") { (call) throws(Halt) in
      try call.truth(0)
        ? branch(call, 1) : call.count > 2 ? branch(call, 2) : .boolean(false)
    },
    Function("IFERROR", "LL") { (call) throws(Halt) in try instead(call) { _ in true } },
    Function("IFNA", "LL") { (call) throws(Halt) in try instead(call) { $0 == .notAvailable } },
    Function("AND", "R") { (call) throws(Halt) in
      var result = true
      try forEachTruth(call) { result = result && $0 }
      return .boolean(result)
    },
    Function("OR", "R") { (call) throws(Halt) in
      var result = false
      try forEachTruth(call) { result = result || $0 }
      return .boolean(result)
    },
    Function("XOR", "R") { (call) throws(Halt) in
      var result = false
      try forEachTruth(call) { result = result != $0 }
      return .boolean(result)
    },
    Function("NOT", "V") { (call) throws(Halt) in .boolean(try !call.truth(0)) },
    Function("TRUE", "") { (_) throws(Halt) in .boolean(true) },
    Function("FALSE", "") { (_) throws(Halt) in .boolean(false) },
    Function("IFS", "|VL") { (call) throws(Halt) in
      for index in stride(from: 0, to: call.count - 1, by: 2) where try call.truth(index) {
        return try branch(call, index + 1)
      }
      throw .notAvailable
    },
    Function("SWITCH", "V|VL") { (call) throws(Halt) in
      let wanted = try call.scalar(0)
      if case .error(let error) = wanted { throw .error(error) }
      for index in stride(from: 1, to: call.count - 1, by: 2) {
        let candidate = try call.scalar(index)
        if case .error(let error) = candidate { throw .error(error) }
        if try Ordering.isSame(wanted, candidate) { return try branch(call, index + 1) }
      }
      guard call.count % 2 == 0 else { throw .notAvailable }
      return try call.argument(call.count - 1)
    },
  ]

  /// An empty branch is 0.
  private static func branch(_ call: borrowing Call, _ index: Int) throws(Halt) -> Value {
    let value = try call.evaluate(index)
    return value.isMissing ? .number(0) : value
  }

  /// The first argument, or the second if the first is an error of this kind.
  private static func instead(
    _ call: borrowing Call, of isCaught: (ErrorValue) -> Bool
  ) throws(Halt) -> Value {
    let value: Value
    do throws(Halt) {
      value = try call.evaluator.dereferenced(call.evaluate(0), call.frame)
    } catch .error(let error) {
      guard isCaught(error) else { throw .error(error) }
      return try call.evaluate(1)
    }
    switch value {
    case .scalar(.error(let error)):
      guard isCaught(error) else { return value }
      let other = try call.evaluate(1)
      return other.isMissing ? .number(0) : other
    case .array(let matrix):
      guard matrix.cells.contains(where: { if case .error(let error) = $0 { isCaught(error) } else { false } }) else {
        return value
      }
      let other = try call.evaluator.matrix(call.evaluate(1))
      return .array(
        try Matrix(rows: max(matrix.rows, other.rows), columns: max(matrix.columns, other.columns)) {
          (row, column) throws(Halt) in
          let scalar = matrix.spread(row, column)
          if case .error(let error) = scalar, isCaught(error) { return other.spread(row, column) }
          return scalar
        })
    case .missing: return .number(0)
    default: return value
    }
  }

  /// Visits the truth values of all arguments. In ranges and arrays, text and blanks are ignored. Throws `#VALUE!` if there are none.
  private static func forEachTruth(_ call: borrowing Call, _ body: (Bool) -> Void) throws(Halt) {
    var count = 0
    for index in 0..<call.count {
      switch call.values[index] {
      case .scalar(.text(let text)):
        // A text must be TRUE or FALSE; empty text is ignored.
        guard !text.isEmpty else { break }
        body(try Scalar.text(String(text[...].trimmingSpaces)).truth)
        count += 1
      case .scalar(let scalar):
        body(try scalar.truth)
        count += 1
      case .missing:
        body(false)
        count += 1
      default:
        try call.evaluator.forEach(call.values[index]) { (scalar) throws(Halt) in
          switch scalar {
          case .boolean(let truth): body(truth)
          case .number(let number): body(number != 0)
          case .error(let error): throw .error(error)
          case .blank, .text: return
          }
          count += 1
        }
      }
    }
    if count == 0 { throw .value }
  }
}

extension Ordering {
  /// Whether two values are of the same kind and equal, as SWITCH and MATCH compare them; text ignores case.
  static func isSame(_ x: Scalar, _ y: Scalar) throws(Halt) -> Bool {
    switch (x, y) {
    case (.number, .number), (.text, .text), (.boolean, .boolean), (.blank, _), (_, .blank): try compare(x, y) == 0
    default: false
    }
  }
}
