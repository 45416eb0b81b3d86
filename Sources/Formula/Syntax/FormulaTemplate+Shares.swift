// SPDX-License-Identifier: Apache-2.0

internal import Spreadsheet

extension FormulaTemplate {
  /// The same formula for cells that store 60 % as 60: each use of the value of `{key}` is divided by 100.
  ///
  /// Tests for an empty cell, `ISNUMBER({key})` and `{key}=""`, are left as they are, because a blank cell divided by 100 is 0.
  public func dividing(_ keys: Set<String>) throws(FormulaError) -> FormulaTemplate {
    guard self.keys.contains(where: keys.contains) else { return self }
    let bytes = Array(formula.source.utf8)
    let tokens = FormulaTokenizer.tokens(in: bytes, notation: .template)
    // White space does not count as a neighbour.
    let solid = tokens.indices.filter { tokens[$0].kind != .whitespace }
    func word(_ place: Int) -> String {
      solid.indices.contains(place)
        ? String(decoding: bytes[tokens[solid[place]].range], as: UTF8.self).uppercased() : ""
    }
    var divided: Set<Int> = []
    for (place, index) in solid.enumerated() where tokens[index].kind == .templateCell {
      guard keys.contains(String(decoding: bytes[tokens[index].range.dropFirst().dropLast()], as: UTF8.self)) else {
        continue
      }
      let asksKind = word(place - 1) == "(" && word(place + 1) == ")" && Self.kindTests.contains(word(place - 2))
      let asksBlank =
        ["=", "<>"].contains(word(place + 1)) && word(place + 2) == "\"\""
        || ["=", "<>"].contains(word(place - 1)) && word(place - 2) == "\"\""
      if !asksKind, !asksBlank { divided.insert(index) }
    }
    var text: [UInt8] = []
    for (index, token) in tokens.enumerated() {
      let written = bytes[token.range]
      if divided.contains(index) { text += "(".utf8 + written + "/100)".utf8 } else { text += written }
    }
    return try FormulaTemplate(String(decoding: text, as: UTF8.self))
  }

  private static let kindTests: Set<String> = [
    "ISNUMBER", "ISBLANK", "ISTEXT", "ISNONTEXT", "ISERROR", "COUNT", "COUNTA",
  ]
}
