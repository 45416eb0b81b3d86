// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// An operator-precedence parser with explicit stacks, so that no input makes it recurse.
struct FormulaParser {
  let source: String
  let bytes: [UInt8]
  let tokens: [FormulaToken]
  /// The position of each token, in UTF-16 units from 1, and of the end of the text.
  let positions: [Int]
  let notation: FormulaNotation
  let isDefinedName: Bool

  var index = 0
  private(set) var calls: [FunctionUse] = []
  var names: [NameUse] = []
  var keys: [NameUse] = []

  private var operands: [Operand] = []
  private var pending: [Pending] = []
  private var brackets: [Bracket] = []
  private var openCalls = 0
  /// Whether an operand is expected next; otherwise an operator.
  private var expectsOperand = true

  /// An expression with its depth and the token at which it begins.
  struct Operand {
    var expression: Expression
    var depth = 1
    var token: Int
  }

  /// An operator that waits for its right operand, or a bracket that bounds the operators inside it.
  private enum Pending {
    case prefix(UnaryOperator, token: Int)
    case binary(BinaryOperator, token: Int)
    case bracket
  }

  /// An open parenthesis, or that of a call with the arguments read so far.
  private struct Bracket {
    var function: String?
    var token: Int
    var arguments: [Expression] = []
    var depth = 0
  }

  init(_ text: String, notation: FormulaNotation, isDefinedName: Bool) throws(FormulaError) {
    let length = text.utf16.count
    guard length <= ParsedFormula.maxLength else {
      throw .tooLong(length: length, limit: ParsedFormula.maxLength)
    }
    source = text
    bytes = Array(text.utf8)
    tokens = FormulaTokenizer.tokens(in: bytes, notation: notation)
    self.notation = notation
    self.isDefinedName = isDefinedName
    var position = 1
    var positions: [Int] = []
    positions.reserveCapacity(tokens.count + 1)
    for token in tokens {
      positions.append(position)
      for byte in bytes[token.range] where byte & 0xC0 != 0x80 { position += byte >= 0xF0 ? 2 : 1 }
    }
    positions.append(position)
    self.positions = positions
  }

  mutating func parse() throws(FormulaError) -> Expression {
    skipWhitespace()
    if index < tokens.count, operation(at: index) == "=" { index += 1 }
    while index < tokens.count {
      if expectsOperand { try readOperand() } else { try readOperator() }
    }
    guard !expectsOperand else { throw unexpected(at: index, expected: "a value or a reference") }
    guard brackets.isEmpty else { throw unexpected(at: index, expected: "‘)’") }
    try reduce(downTo: nil)
    // One operand is left: each binary operator has combined two.
    return operands.last?.expression ?? .missing
  }

  // MARK: Operands

  private mutating func readOperand() throws(FormulaError) {
    let token = tokens[index]
    switch token.kind {
    case .whitespace: index += 1
    case .openParenthesis:
      try open(Bracket(function: nil, token: index))
      index += 1
    case .comma, .closeParenthesis: try readMissingArgument(isLast: token.kind == .closeParenthesis)
    case .operation:
      switch operation(at: index) {
      case "+": pending.append(.prefix(.plus, token: index))
      case "-": pending.append(.prefix(.minus, token: index))
      case "@": pending.append(.prefix(.implicitIntersection, token: index))
      default: throw unexpected(at: index, expected: "a value or a reference")
      }
      index += 1
    default:
      let start = index
      switch try readPrimary() {
      case .value(let expression): push(Operand(expression: expression, token: start))
      case .call(let name): try open(Bracket(function: name, token: start))
      }
    }
  }

  private mutating func open(_ bracket: Bracket) throws(FormulaError) {
    guard brackets.count < ParsedFormula.maxOpenBrackets else {
      throw tooDeep(at: index, what: "brackets", limit: ParsedFormula.maxOpenBrackets)
    }
    if bracket.function != nil {
      openCalls += 1
      guard openCalls <= ParsedFormula.maxNestedCalls + 1 else {
        throw tooDeep(at: bracket.token, what: "calls", limit: ParsedFormula.maxNestedCalls)
      }
    }
    brackets.append(bracket)
    pending.append(.bracket)
    expectsOperand = true
  }

  /// An empty argument, as in `F()`, `F(,1)` and `F(1,)`: allowed only in a call, before any part of the argument has been read.
  private mutating func readMissingArgument(isLast: Bool) throws(FormulaError) {
    guard let bracket = brackets.last, bracket.function != nil, case .bracket = pending.last else {
      throw unexpected(at: index, expected: "a value or a reference")
    }
    if !isLast || !bracket.arguments.isEmpty { try add(argument: Operand(expression: .missing, token: index)) }
    index += 1
    if isLast { try close() }
  }

  private mutating func push(_ operand: Operand) {
    operands.append(operand)
    expectsOperand = false
  }

  // MARK: After an operand

  private mutating func readOperator() throws(FormulaError) {
    let token = tokens[index]
    switch token.kind {
    case .whitespace:
      let start = index
      skipWhitespace()
      if index < tokens.count, tokens[index].kind.beginsReference, operands.last?.expression.mayBeReference == true {
        try push(.intersection, token: start)
      }
    case .operation:
      if let binary = BinaryOperator(rawValue: operation(at: index)) {
        try push(binary, token: index)
      } else if let postfix = UnaryOperator(rawValue: operation(at: index)), postfix.isPostfix {
        try apply(postfix)
      } else {
        throw unexpected(at: index, expected: expectedOperator)
      }
      index += 1
    case .comma:
      if let bracket = brackets.last, bracket.function != nil {
        try reduce(downTo: nil)
        if let operand = operands.popLast() { try add(argument: operand) }
        expectsOperand = true
      } else if isDefinedName || !brackets.isEmpty {
        try push(.union, token: index)
      } else {
        throw unexpected(at: index, expected: expectedOperator)
      }
      index += 1
    case .closeParenthesis:
      guard let bracket = brackets.last else { throw unexpected(at: index, expected: expectedOperator) }
      try reduce(downTo: nil)
      index += 1
      if bracket.function != nil {
        if let operand = operands.popLast() { try add(argument: operand) }
        try close()
      } else {
        brackets.removeLast()
        pending.removeLast()
      }
    case .openParenthesis where mayBeCalled:
      // The function is the first argument of the call.
      guard let function = operands.popLast() else { return }
      try open(Bracket(function: "", token: function.token, arguments: [function.expression], depth: function.depth))
      index += 1
    default: throw unexpected(at: index, expected: expectedOperator)
    }
  }

  /// Whether what was read last may evaluate to a function: `LAMBDA(x,x+1)(5)`.
  private var mayBeCalled: Bool {
    guard let token = index > 0 ? tokens[index - 1].kind : nil, token == .closeParenthesis else { return false }
    return if case .call? = operands.last?.expression { true } else { false }
  }

  private var expectedOperator: String {
    guard let bracket = brackets.last else { return "an operator or the end" }
    return bracket.function == nil ? "an operator or ‘)’" : "an operator, ‘,’ or ‘)’"
  }

  private mutating func add(argument: Operand) throws(FormulaError) {
    guard var bracket = brackets.popLast() else { return }
    bracket.arguments.append(argument.expression)
    bracket.depth = max(bracket.depth, argument.depth)
    guard bracket.arguments.count <= ParsedFormula.maxArguments else {
      throw .argumentCount(
        function: bracket.function ?? "", found: bracket.arguments.count,
        expected: "at most \(ParsedFormula.maxArguments)")
    }
    brackets.append(bracket)
  }

  /// Completes the innermost bracket, which is a call with all its arguments.
  private mutating func close() throws(FormulaError) {
    guard let bracket = brackets.popLast(), let function = bracket.function else { return }
    pending.removeLast()
    openCalls -= 1
    let position = positions[bracket.token]
    if !function.isEmpty {
      calls.append(FunctionUse(name: function, argumentCount: bracket.arguments.count, position: position))
    }
    let call = Operand(
      expression: Self.call(function, bracket.arguments), depth: bracket.depth + 1, token: bracket.token)
    push(try checked(call))
  }

  /// Files store the operators `@` and `#` as functions.
  private static func call(_ name: String, _ arguments: [Expression]) -> Expression {
    guard let argument = arguments.first, arguments.count == 1 else { return .call(name, arguments) }
    switch name {
    case "SINGLE": return .unary(.implicitIntersection, argument)
    case "ANCHORARRAY" where argument.mayBeReference: return .unary(.spill, argument)
    default: return .call(name, arguments)
    }
  }

  // MARK: Operators

  private mutating func push(_ binary: BinaryOperator, token: Int) throws(FormulaError) {
    try reduce(downTo: binary.precedence)
    pending.append(.binary(binary, token: token))
    expectsOperand = true
  }

  private mutating func apply(_ postfix: UnaryOperator) throws(FormulaError) {
    try reduce(downTo: postfix.precedence.tighter)
    guard let operand = operands.popLast() else { return }
    if postfix == .spill, !operand.expression.mayBeReference {
      throw unexpected(at: operand.token, expected: "a reference before ‘#’")
    }
    push(try wrapped(operand, postfix, token: operand.token))
  }

  /// Applies the operators since the last open bracket that bind at least as tightly as `limit`; nil means all.
  private mutating func reduce(downTo limit: Precedence?) throws(FormulaError) {
    while let last = pending.last {
      switch last {
      case .bracket: return
      case .prefix(let unary, let token):
        if let limit, unary.precedence < limit { return }
        pending.removeLast()
        guard let operand = operands.popLast() else { return }
        operands.append(try wrapped(operand, unary, token: token))
      case .binary(let binary, let token):
        if let limit, binary.precedence < limit { return }
        pending.removeLast()
        guard let right = operands.popLast(), let left = operands.popLast() else { return }
        operands.append(try joined(left, binary, right, token: token))
      }
    }
  }

  private func wrapped(_ operand: Operand, _ unary: UnaryOperator, token: Int) throws(FormulaError) -> Operand {
    try checked(Operand(expression: .unary(unary, operand.expression), depth: operand.depth + 1, token: token))
  }

  private func joined(
    _ left: Operand, _ binary: BinaryOperator, _ right: Operand, token: Int
  ) throws(FormulaError) -> Operand {
    if binary.joinsReferences {
      for side in [left, right] where !side.expression.mayBeReference {
        let sign = binary == .intersection ? "the space" : "‘\(binary.rawValue)’"
        throw unexpected(at: side.token, expected: "a reference on each side of \(sign)")
      }
      if binary == .range, let reference = Self.range(left.expression, right.expression) {
        return Operand(expression: .reference(reference), token: left.token)
      }
    }
    let depth = max(left.depth, right.depth) + 1
    return try checked(
      Operand(expression: .binary(binary, left.expression, right.expression), depth: depth, token: left.token))
  }

  /// Combines `A1:B2` and `Plan!A1:B2` to one reference; other operands of `:` are joined at evaluation.
  private static func range(_ left: Expression, _ right: Expression) -> Reference? {
    guard case .reference(let first) = left, case .reference(let second) = right, second.sheet == nil,
      case .cell(let a) = first.area, case .cell(let b) = second.area
    else { return nil }
    return Reference(sheet: first.sheet, area: .range(a, b))
  }

  private func checked(_ operand: Operand) throws(FormulaError) -> Operand {
    guard operand.depth <= ParsedFormula.maxDepth else {
      throw tooDeep(at: operand.token, what: "operations", limit: ParsedFormula.maxDepth)
    }
    return operand
  }
}
