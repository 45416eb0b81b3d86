// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import TestSupport

/// Generates trees of every shape that the parser can return.
struct RandomExpression {
  var random: SeededRandom
  var notation: FormulaNotation

  mutating func expression(depth: Int) -> Expression {
    if depth == 0 { return leaf() }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3:
      let operators: [BinaryOperator] = [
        .add, .subtract, .multiply, .divide, .power, .concatenate, .equal, .notEqual, .less, .lessOrEqual, .greater,
        .greaterOrEqual,
      ]
      return .binary(pick(operators), expression(depth: depth - 1), expression(depth: depth - 1))
    case 4, 5:
      return .unary(pick([.plus, .minus, .percent, .implicitIntersection]), expression(depth: depth - 1))
    case 6, 7: return call(depth: depth)
    case 8: return reference(depth: depth)
    default: return leaf()
    }
  }

  private mutating func call(depth: Int) -> Expression {
    let count = Int.random(in: 0...3, using: &random)
    var arguments: [Expression] = []
    for _ in 0..<count {
      // A single missing argument is the same as no arguments.
      let isMissing = count > 1 && Int.random(in: 0..<6, using: &random) == 0
      arguments.append(isMissing ? .missing : expression(depth: depth - 1))
    }
    return .call(pick(["SUM", "IF", "XLOOKUP", "Plan!MACRO", "[1]!RATE2"]), arguments)
  }

  /// An operand of a reference operator.
  private mutating func reference(depth: Int) -> Expression {
    if depth == 0 { return referenceLeaf() }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .binary(.union, reference(depth: depth - 1), reference(depth: depth - 1))
    case 1: return .binary(.intersection, reference(depth: depth - 1), reference(depth: depth - 1))
    case 2:
      let (left, right) = (reference(depth: depth - 1), reference(depth: depth - 1))
      if case .reference(let a) = left, case .cell(let first) = a.area, case .reference(let b) = right,
        case .cell(let last) = b.area, b.sheet == nil
      {
        return .reference(Reference(sheet: a.sheet, area: .range(first, last)))
      }
      return .binary(.range, left, right)
    case 3: return .unary(.spill, reference(depth: depth - 1))
    case 4: return call(depth: depth)
    default: return referenceLeaf()
    }
  }

  private mutating func leaf() -> Expression {
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      .number(pick([0, 1, 42, 0.1, 1e15, 1e16, 1.5e-7, 123_456.789, .greatestFiniteMagnitude, .leastNonzeroMagnitude]))
    case 1: .number(Double.random(in: 0..<1000, using: &random))
    case 2: .text(pick(["", "a", "say \"yes\"", "好", "\u{301}", "\r\n", "{key}", "A1:B2", "' "]))
    case 3: .boolean(pick([true, false]))
    case 4: .error(pick([.notAvailable, .divisionByZero, .reference, .name]))
    case 5 where notation == .excel:
      .array([[.number(-1.5), .text("\"")], [.boolean(true), .error(.notAvailable)]])
    default: referenceLeaf()
    }
  }

  private mutating func referenceLeaf() -> Expression {
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: .reference(Reference(sheet: sheet(), area: .cell(corner())))
    case 2: .reference(Reference(sheet: sheet(), area: .range(corner(), corner())))
    case 3: .reference(Reference(sheet: sheet(), area: .columns(axis(to: 16_384), axis(to: 16_384))))
    case 4: .reference(Reference(sheet: sheet(), area: .rows(axis(to: 1_048_576), axis(to: 1_048_576))))
    case 5: .name(pick(["AsOf", "de_amount", "Sum", "Jan", "商機_1", "_x"]), sheet: sheet())
    case 6:
      .structured(StructuredReference(table: pick([nil, "Sales", "[1]!t"]), specifier: pick(["a", "[#All],[b]"])))
    case 7 where notation == .template: .cell(key: pick(["k", "account_id", "p1"]))
    case 8 where notation == .template: .cellsToHere(key: pick(["k", "account_id", "p1"]))
    default: .error(.reference)
    }
  }

  private mutating func sheet() -> SheetQualifier? {
    pick([
      nil, nil, nil, SheetQualifier(first: "Plan"), SheetQualifier(first: "It's 1"), SheetQualifier(first: "A1"),
      SheetQualifier(first: "R1C1"), SheetQualifier(first: "TRUE"), SheetQualifier(first: "2024"),
      SheetQualifier(first: "商機"), SheetQualifier(first: "Jan", last: "Dec"),
      SheetQualifier(workbook: "1", first: "Plan"),
      SheetQualifier(workbook: "1", first: "a b", last: "c"),
      SheetQualifier(workbook: "r.xlsx", path: "C:\\d\\", first: "S"),
    ])
  }

  private mutating func corner() -> Reference.Corner {
    Reference.Corner(column: axis(to: 16_384), row: axis(to: 1_048_576))
  }

  private mutating func axis(to most: Int) -> Reference.Axis {
    Reference.Axis(Int.random(in: 1...most, using: &random), absolute: pick([true, false]))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }
}
