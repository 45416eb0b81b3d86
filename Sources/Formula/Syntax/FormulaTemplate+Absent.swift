// SPDX-License-Identifier: Apache-2.0

extension FormulaTemplate {
  /// The keys that no column stood for when a cell's formula was made from this template; nil if the formula was not made from it, as far
  /// as its structure shows.
  ///
  /// The columns of the other keys are not compared. To check them, make the formula with ``rowFormula(columns:firstRow:absent:)`` and
  /// compare.
  ///
  /// - Parameter absent: the stand-in for such a key, `_meta!$A$1`.
  public func absentKeys(in text: String, absent: String) -> Set<String>? {
    guard let found = FormulaComparison.normalForm(text), let standIn = FormulaComparison.normalForm(absent) else {
      return nil
    }
    var keys: Set<String> = []
    let isAlike = Self.walk(FormulaComparison.normalForm(expression), found, standIn: standIn, &keys)
    return isAlike ? keys : nil
  }

  /// Recursive: trees are at most ``ParsedFormula/maxDepth`` deep.
  private static func walk(
    _ template: Expression, _ found: Expression, standIn: Expression, _ keys: inout Set<String>
  ) -> Bool {
    switch (template, found) {
    case (.cell(let key), _), (.cellsToHere(let key), _):
      if found == standIn {
        keys.insert(key)
        return true
      }
      // A range may be written with `:` between two references.
      switch found {
      case .reference, .binary(.range, _, _): return true
      default: return false
      }
    case (.unary(let a, let inner), .unary(let b, let other)):
      return a == b && walk(inner, other, standIn: standIn, &keys)
    case (.binary(let a, let left, let right), .binary(let b, let otherLeft, let otherRight)):
      return a == b && walk(left, otherLeft, standIn: standIn, &keys)
        && walk(right, otherRight, standIn: standIn, &keys)
    case (.call(let a, let arguments), .call(let b, let others)):
      guard a == b, arguments.count == others.count else { return false }
      return zip(arguments, others).allSatisfy { walk($0, $1, standIn: standIn, &keys) }
    default: return template == found
    }
  }
}
