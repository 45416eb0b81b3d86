// SPDX-License-Identifier: Apache-2.0

import Formula

/// Whether a formula stays correct if the amounts that it reads are converted to another unit.
///
/// A sum of amounts scales with them, and the ratio of two amounts does not change. A formula that compares an amount with a number, adds
/// something else to it or multiplies it by a factor between units would become wrong.
struct UnitFormula {
  /// How a part of a formula depends on the amounts.
  private enum Part: Equatable {
    case number(Double)
    case word(String)
    /// A count, a ratio, a boolean: it has no unit.
    case plain
    /// Other cells, whose unit is unknown.
    case unknown
    /// It scales with the amounts.
    case amounts
    /// It would become wrong.
    case mixed
  }

  /// Whether a reference or a name reads the amounts.
  private let reads: (Expression) -> Bool

  init(reads: @escaping (Expression) -> Bool) { self.reads = reads }

  /// Whether the result stays correct. False for a formula that cannot be parsed.
  func staysTrue(_ text: String) -> Bool {
    guard let expression = try? Expression(parsing: text) else { return false }
    return part(expression) != .mixed
  }

  /// Whether the result scales with the amounts. True for a formula that cannot be parsed.
  func isAmount(_ text: String) -> Bool {
    guard let expression = try? Expression(parsing: text) else { return true }
    switch part(expression) {
    case .amounts, .mixed: return true
    case .number, .word, .plain, .unknown: return false
    }
  }

  /// Recursive: trees are at most ``ParsedFormula/maxDepth`` deep.
  private func part(_ expression: Expression) -> Part {
    switch expression {
    case .number(let number): .number(number)
    case .text(let text): .word(text)
    case .missing: .number(0)
    case .boolean, .error: .plain
    case .reference, .name: reads(expression) ? .amounts : .unknown
    case .structured: .amounts
    case .array(let rows):
      rows.joined().allSatisfy { if case .number(0) = $0 { true } else { false } } ? .number(0) : .plain
    case .cell, .cellsToHere: .unknown
    case .unary(let operation, let operand):
      if operation == .minus, case .number(let number) = part(operand) { .number(-number) } else { part(operand) }
    case .binary(let operation, let left, let right): combined(operation, part(left), part(right))
    // It may read the amounts wherever they are.
    case .call(let name, _) where Self.roaming.contains(name): .amounts
    case .call(let name, let arguments): call(name, arguments.map(part), arguments)
    }
  }

  /// Functions that read cells which the formula does not name.
  static let roaming: Set<String> = ["INDIRECT", "OFFSET"]

  // MARK: Operators

  private func combined(_ operation: BinaryOperator, _ a: Part, _ b: Part) -> Part {
    if a == .mixed || b == .mixed { return .mixed }
    guard a == .amounts || b == .amounts else { return Self.without(a, b) }
    switch operation {
    case .add, .subtract: return Self.sum([a, b])
    case .multiply: return product(a, b)
    case .divide:
      if a == .amounts, b == .amounts { return .plain }
      guard a == .amounts else { return a == .number(0) ? .plain : .mixed }
      // A share of something whose unit is unknown.
      return b == .unknown ? .mixed : product(a, b)
    case .concatenate:
      return [a, b].contains { if case .word(let text) = $0 { UnitDependents.statesUnit(text) } else { false } }
        ? .mixed : .plain
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return Self.compared(a, b)
    case .power: return .mixed
    case .range, .union, .intersection: return .amounts
    }
  }

  private static func without(_ a: Part, _ b: Part) -> Part { a == .unknown || b == .unknown ? .unknown : .plain }

  /// The result of a sum: amounts may only be added to amounts or to zero.
  private static func sum(_ parts: [Part]) -> Part {
    if parts.contains(.mixed) { return .mixed }
    guard parts.contains(.amounts) else { return parts.contains(.unknown) ? .unknown : .plain }
    return parts.allSatisfy { $0 == .amounts || isNothing($0) } ? .amounts : .mixed
  }

  private static func isNothing(_ part: Part) -> Bool {
    switch part {
    case .number(0), .word: true
    default: false
    }
  }

  private func product(_ a: Part, _ b: Part) -> Part {
    if a == .amounts, b == .amounts { return .mixed }
    for case .number(let factor) in [a, b] where Self.isBetweenUnits(factor) { return .mixed }
    return .amounts
  }

  /// 1000, 10000, …, and their inverses.
  private static func isBetweenUnits(_ factor: Double) -> Bool {
    (3...12).contains { power in
      let unit = (0..<power).reduce(1.0) { value, _ in value * 10 }
      return factor == unit || factor == 1 / unit
    }
  }

  private static func compared(_ a: Part, _ b: Part) -> Part {
    (a == .amounts && b == .amounts) || isNothing(a) || isNothing(b) ? .plain : .mixed
  }

  // MARK: Functions

  private static let counts: Set<String> = [
    "COUNT", "COUNTA", "COUNTBLANK", "ROWS", "COLUMNS", "ROW", "COLUMN", "ISNUMBER", "ISBLANK", "ISTEXT", "ISERROR",
    "ISERR", "ISNA", "ISNONTEXT", "AND", "OR", "NOT", "LEN",
  ]
  private static let addends: Set<String> = [
    "SUM", "MAX", "MIN", "AVERAGE", "MEDIAN", "IFERROR", "IFNA", "MAXA", "MINA",
  ]
  /// Functions whose result has the unit of the first argument; the other arguments are positions or numbers of digits.
  private static let ofFirst: Set<String> = [
    "ABS", "ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "TRUNC", "LARGE", "SMALL", "INDEX", "N", "T", "VALUE", "OFFSET",
  ]

  private func call(_ name: String, _ parts: [Part], _ arguments: [Expression]) -> Part {
    if parts.contains(.mixed) { return .mixed }
    guard parts.contains(.amounts) else { return parts.contains(.unknown) ? .unknown : .plain }
    switch name {
    case _ where Self.counts.contains(name): return .plain
    case _ where Self.addends.contains(name): return Self.sum(parts)
    case _ where Self.ofFirst.contains(name): return parts.dropFirst().contains(.amounts) ? .mixed : parts[0]
    case "SUBTOTAL": return Self.sum(Array(parts.dropFirst()))
    case "AGGREGATE": return Self.sum(Array(parts.dropFirst(2)))
    case "SUMPRODUCT": return parts.dropFirst().reduce(parts[0]) { combined(.multiply, $0, $1) }
    case "IF": return Self.sum(Array(parts.dropFirst()))
    // Still the amount, to which the text may add a unit.
    case "TEXT":
      if parts.count > 1, case .word(let format) = parts[1], UnitDependents.statesUnit(format) { return .mixed }
      return parts[0]
    case "MATCH": return parts.count > 1 && parts[0] != .amounts && parts[1] == .amounts ? .mixed : .plain
    case "VLOOKUP", "HLOOKUP", "XLOOKUP", "LOOKUP": return parts[0] == .amounts ? .mixed : .amounts
    case "COUNTIF", "SUMIF", "AVERAGEIF":
      guard parts.count > 1, agrees(parts[0], parts[1]) else { return .mixed }
      return name == "COUNTIF" ? .plain : parts.count > 2 ? parts[2] : parts[0]
    case "COUNTIFS": return agree(parts[...]) ? .plain : .mixed
    case "SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS": return agree(parts.dropFirst()) ? parts[0] : .mixed
    default:
      // For an unknown function, assume that the amounts pass through it, as long as there is no number next to them.
      return parts.contains { if case .number(let number) = $0 { number.magnitude >= 10 } else { false } }
        ? .mixed : .amounts
    }
  }

  /// Alternating ranges and criteria.
  private func agree(_ pairs: ArraySlice<Part>) -> Bool {
    stride(from: pairs.startIndex, to: pairs.endIndex - 1, by: 2).allSatisfy { agrees(pairs[$0], pairs[$0 + 1]) }
  }

  /// Whether a criterion means the same for the cells of a range after the conversion.
  private func agrees(_ range: Part, _ criterion: Part) -> Bool {
    guard range == .amounts else { return criterion != .amounts }
    switch criterion {
    case .number(let number): return number == 0
    // `">0"`, `"<>"`: 0 has no unit.
    case .word(let text): return !text.utf8.contains { (0x31...0x39).contains($0) }
    default: return false
    }
  }
}
