// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The precedence of operators, from loose to tight, as documented for Excel (“Calculation operators and precedence”): from tight to loose
/// they are reference operators, negation, percent, power, product, sum, concatenation, comparison.
///
/// So `-2^2` is 4, `2^3^2` is 64 and `-2%` is `(-2)%`.
enum Precedence: Int, Comparable {
  case comparison
  case joining
  case sum
  case product
  case power
  case percent
  case prefix
  case union
  case intersection
  case range
  case spill
  case operand

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The next tighter level, which the right operand of a left-associative operator must have.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .operand }
}

extension BinaryOperator {
  /// All operators are left-associative.
  var precedence: Precedence {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .concatenate: .joining
    case .add, .subtract: .sum
    case .multiply, .divide: .product
    case .power: .power
    case .union: .union
    case .intersection: .intersection
    case .range: .range
    }
  }

  /// Whether both operands must be references.
  var joinsReferences: Bool { precedence >= .union }
}

extension UnaryOperator {
  var precedence: Precedence {
    switch self {
    case .plus, .minus, .implicitIntersection: .prefix
    case .percent: .percent
    case .spill: .spill
    }
  }

  var isPostfix: Bool { self == .percent || self == .spill }
}

extension Expression {
  /// How tightly the printed text of this expression binds.
  var precedence: Precedence {
    switch self {
    case .number(let value): value.sign == .minus ? .prefix : .operand
    case .reference(let reference):
      if case .cell = reference.area { .operand } else { .range }
    case .unary(let unary, _): unary.precedence
    // Always printed with parentheses.
    case .binary(.union, _, _): .operand
    case .binary(let binary, _, _): binary.precedence
    default: .operand
    }
  }

  /// Whether this can be an operand of `:`, space, `,` and `#`. For a call or a name, only evaluation can tell.
  var mayBeReference: Bool {
    switch self {
    case .reference, .name, .structured, .call, .cell, .cellsToHere: true
    case .error(let error): error == .reference
    case .unary(let unary, _): unary == .spill
    case .binary(let binary, _, _): binary.joinsReferences
    case .number, .text, .boolean, .missing, .array: false
    }
  }
}
