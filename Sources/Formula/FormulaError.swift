// SPDX-License-Identifier: Apache-2.0

/// Why a formula cannot be parsed, bound or ordered.
///
/// An error *value* such as `#N/A` is not one of these: formulas calculate with error values.
public enum FormulaError: Error, Hashable, Sendable {
  /// The text does not follow the grammar. `position` counts UTF-16 units from 1, as editors and Excel do.
  case syntax(formula: String, position: Int, found: String, expected: String)
  /// `length` and `limit` are in UTF-16 units.
  case tooLong(length: Int, limit: Int)
  /// More than `limit` nested `what` (“calls”, “brackets”, …).
  case tooDeep(formula: String, position: Int, what: String, limit: Int)
  /// No function has this name; `nearest` is the likely intended one.
  case unknownFunction(String, nearest: String?)
  /// The function exists, but these formulas may not use it.
  case forbiddenFunction(String, reason: String)
  /// `expected` says how many arguments `function` takes, such as “2 or 3”.
  case argumentCount(function: String, found: Int, expected: String)
  /// No setting, list or column has this name; `nearest` is the likely intended one.
  case unknownName(String, nearest: String?)
  /// Part of a formula cannot be evaluated column by column.
  case cannotEvaluate(String, reason: String)
  /// Computed columns that depend on each other in a cycle, in the order of the dependencies.
  case cycle([String])
}

extension FormulaError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .syntax(let formula, let position, let found, let expected):
      "formula, character \(position): expected \(expected), found \(found), in ‘\(Self.excerpt(formula, around: position))’"
    case .tooLong(let length, let limit):
      "the formula has \(length) characters; at most \(limit) are allowed"
    case .tooDeep(let formula, let position, let what, let limit):
      "formula, character \(position): more than \(limit) \(what) inside one another, in ‘\(Self.excerpt(formula, around: position))’"
    case .unknownFunction(let name, let nearest):
      "there is no function \(name)" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .forbiddenFunction(let name, let reason):
      "the function \(name) may not be used here: \(reason)"
    case .argumentCount(let function, let found, let expected):
      "\(function) takes \(expected) \(expected == "1" ? "argument" : "arguments"), not \(found)"
    case .unknownName(let name, let nearest):
      "nothing is called \(name)" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .cannotEvaluate(let what, let reason):
      "\(what) can’t be evaluated: \(reason)"
    case .cycle(let columns):
      "columns that refer to each other: \((columns + columns.prefix(1)).joined(separator: " → "))"
    }
  }

  /// An excerpt of at most 60 characters of a formula, which may be thousands long.
  package static func excerpt(_ formula: String, around position: Int) -> String {
    let units = formula.utf16
    guard units.count > 60 else { return formula }
    let middle = min(max(position - 1, 0), units.count)
    let start = max(0, min(middle - 30, units.count - 60))
    let text = String(decoding: units.dropFirst(start).prefix(60), as: UTF16.self)
    return (start > 0 ? "…" : "") + text + (start + 60 < units.count ? "…" : "")
  }
}
