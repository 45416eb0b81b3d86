// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A formula without what changes when rows are inserted or another program saves it: spaces, case, and row numbers other than its own.
enum FormulaShape {
  /// - Parameters:
  ///   - row: the row of its cell.
  ///   - list: what stands for the rows of a whole list; see ``WholeLists``.
  static func of(_ formula: String, row: Int, list: Character = "#") -> String {
    let bytes = Array(formula.utf8)
    var shape: [UInt8] = []
    shape.reserveCapacity(bytes.count)
    var tokenizer = FormulaTokenizer()
    while let token = tokenizer.next(in: bytes.span) {
      switch token.kind {
      case .whitespace: continue
      case .cell, .column, .row:
        guard let axes = FormulaAxes(bytes.span, token.range) else {
          shape += bytes[token.range]
          continue
        }
        if axes.column > 0 { shape += ColumnName.letters(axes.column).utf8 }
        if WholeLists.isMask(axes.row) {
          shape += String(list).utf8
        } else if axes.row > 0 {
          shape.append(axes.row == row ? UInt8(ascii: "@") : UInt8(ascii: "#"))
        }
      case .text: shape += bytes[token.range]
      // LibreOffice omits quotes that other programs write around sheet names.
      case .sheet:
        let name = String(decoding: bytes[token.range].filter { $0 != UInt8(ascii: "'") }, as: UTF8.self)
        shape += name.uppercased().utf8
      default:
        let word = String(decoding: bytes[token.range], as: UTF8.self).uppercased()
        shape += (word.hasPrefix("_XLFN.") ? String(word.dropFirst(6)) : word).utf8
      }
    }
    return String(decoding: shape, as: UTF8.self)
  }

  /// Whether the formula is `TRUE()` or `FALSE()` and no more. LibreOffice saves each typed truth value so, and it remains one.
  static func isTruthValue(_ formula: String) -> Bool {
    // Longer ones are not looked at: a sheet has many.
    guard formula.utf8.count <= 16 else { return false }
    return ["TRUE()", "FALSE()", "TRUE", "FALSE"].contains(of(formula, row: 0))
  }

  static func isSame(_ a: String, row: Int, _ b: String, row other: Int) -> Bool {
    if row == other, a == b { return true }
    return of(a, row: row) == of(b, row: other)
  }

  /// Whether two formulas differ in row numbers at most.
  static func isAlikeButRows(_ a: String, _ b: String?) -> Bool { b.map { of(a, row: 0) == of($0, row: 0) } ?? false }

  /// Whether the formula reads only its own row and whole lists, so that it means the same in any other row.
  static func staysInRow(_ formula: String, row: Int) -> Bool {
    !of(formula, row: row, list: "*").utf8.contains(UInt8(ascii: "#"))
  }
}
