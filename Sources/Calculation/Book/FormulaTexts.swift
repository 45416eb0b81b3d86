// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

extension Book {
  /// The formula as Excel shows it: with `=`, without the file format's prefixes, and in braces if it is an array formula.
  func shownText(of formula: Int) throws(Halt) -> String {
    let cell = formulas[formula]
    let bytes = SharedFormula.shifted(
      Array(formulaTexts[cell.text.range]), rows: cell.place.row - cell.text.row, columns: 0)
    var shown: [UInt8] = []
    var tokenizer = FormulaTokenizer()
    while let token = tokenizer.next(in: bytes.span) {
      switch token.kind {
      case .function, .name:
        let written = String(decoding: bytes[token.range], as: UTF8.self)
        var rest = written[...]
        while let prefix = ["_xlfn.", "_xlws.", "_xlpm.", "_xlop.", "_xleta."].first(where: {
          rest.lowercased().hasPrefix($0)
        }) {
          rest = rest.dropFirst(prefix.count)
        }
        let isFunction = token.kind == .function && FunctionCatalogue.function(named: String(rest)) != nil
        shown += (isFunction ? rest.uppercased() : String(rest)).utf8
      default: shown += bytes[token.range]
      }
    }
    let text = String(decoding: shown, as: UTF8.self)
    return cell.kind == .array ? "{=\(text)}" : "=\(text)"
  }
}
