extension Limits {
  /// The limit that `formula`, the text of a stored formula, exceeds.
  func breach(ofFormula formula: String, place: () -> String) -> LimitBreach? {
    // No more UTF-16 units than bytes, and no more levels than brackets: most formulas need no second look.
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

  /// How many brackets stand open at one time inside the outermost one. Those in texts and names of sheets are none.
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
