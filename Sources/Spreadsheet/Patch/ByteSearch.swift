/// Looking for bytes among many.
enum ByteSearch {
  static func contains(_ pattern: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = pattern.first else { return true }
    let span = bytes.span
    var at = 0
    while at <= span.count - pattern.count {
      if span[at] == first, Markup.matches(span, at, pattern) { return true }
      at += 1
    }
    return false
  }
}

/// Whether a worksheet part has formulas at all.
enum FormulaSearch {
  /// Looks for a tag whose local name is `f`: one in a comment counts too, which errs on the safe side.
  static func hasFormula(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    // UTF-16 has a zero byte beside each of these letters.
    let isWide = span.count > 1 && (span[0] == 0xFF && span[1] == 0xFE || span[0] == 0xFE && span[1] == 0xFF)
    let step = isWide ? 2 : 1
    var at = 0
    while at < span.count {
      guard span[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      var name = at + step
      var local = name
      while name < span.count, !Markup.endsName(span[name]) {
        if span[name] == UInt8(ascii: ":") { local = name + step }
        name += step
      }
      if name - local == step, span[local] == UInt8(ascii: "f") { return true }
      at += 1
    }
    return false
  }
}
