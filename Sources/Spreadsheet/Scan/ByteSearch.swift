// SPDX-License-Identifier: Apache-2.0

/// Searches for a byte pattern.
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

/// Tells whether a worksheet part contains any formulas.
enum FormulaSearch {
  /// Searches for a tag with the local name `f`. A tag in a comment counts too, which errs on the safe side.
  static func hasFormula(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    // In UTF-16, each of these letters has a zero byte next to it.
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
