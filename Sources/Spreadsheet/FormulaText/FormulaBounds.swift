// SPDX-License-Identifier: Apache-2.0

extension Limits {
  /// The limit that `formula`, the text of a stored formula, exceeds; nil if there is none.
  func breach(ofFormula formula: String, place: () -> String) -> LimitBreach? {
    // A text has at most as many UTF-16 units as bytes, and at most as many levels as opening parentheses, so most formulas need
    // no closer look.
    if formula.utf8.count > formulaLength {
      let length = formula.utf16.count
      if length > formulaLength {
        return LimitBreach(name: "formula-length", place: place(), actual: length, limit: formulaLength)
      }
    }
    let brackets = formula.utf8.count { $0 == UInt8(ascii: "(") }
    if brackets > formulaDepth + 1 {
      let depth = Self.depth(of: Array(formula.utf8))
      if depth > formulaDepth {
        return LimitBreach(name: "formula-depth", place: place(), actual: depth, limit: formulaDepth)
      }
    }
    return nil
  }

  /// The greatest number of parentheses that are open at the same time inside the outermost one. Those in strings and sheet names
  /// do not count.
  private static func depth(of formula: [UInt8]) -> Int {
    var tokenizer = FormulaTokenizer()
    var open = 0
    var deepest = 0
    while let token = tokenizer.next(in: formula.span) {
      switch token.kind {
      case .function, .openParenthesis: if formula[token.range].last == UInt8(ascii: "(") { open += 1 }
      case .closeParenthesis: open = max(0, open - 1)
      default: break
      }
      deepest = max(deepest, open)
    }
    return max(0, deepest - 1)
  }
}
