// SPDX-License-Identifier: Apache-2.0

internal import Spreadsheet

extension FormulaTemplate {
  /// The same formula with defined names replaced according to `names`. Text constants, keys and white space stay.
  public func renaming(_ names: [String: String]) throws(FormulaError) -> FormulaTemplate {
    guard self.names.contains(where: { names[$0] != nil }) else { return self }
    let bytes = Array(formula.source.utf8)
    var text: [UInt8] = []
    for token in FormulaTokenizer.tokens(in: bytes, notation: .template) {
      let written = bytes[token.range]
      if token.kind == .name, let name = names[String(decoding: written, as: UTF8.self)] {
        text += name.utf8
      } else {
        text += written
      }
    }
    return try FormulaTemplate(String(decoding: text, as: UTF8.self))
  }
}
