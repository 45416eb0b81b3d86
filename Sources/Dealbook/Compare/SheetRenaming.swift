// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Sheets that are called differently in two workbooks, for formulas that name them: renaming a sheet rewrites every formula that reads it,
/// and nobody has changed those formulas.
struct SheetRenaming {
  /// The new names by the old ones in lower case.
  private var names: [String: String] = [:]

  init(_ pairs: some Sequence<(old: String, new: String)>) {
    for (old, new) in pairs where old.lowercased() != new.lowercased() { names[old.lowercased()] = new }
  }

  /// The formula with the new names.
  func applied(to formula: String) -> String {
    guard !names.isEmpty, formula.utf8.contains(UInt8(ascii: "!")) else { return formula }
    let bytes = Array(formula.utf8)
    var result: [UInt8] = []
    for token in FormulaTokenizer.tokens(in: bytes) {
      let text = bytes[token.range]
      guard token.kind == .sheet,
        let new = names[SheetName.unquoted(String(decoding: text.dropLast(), as: UTF8.self)).lowercased()]
      else {
        result += text
        continue
      }
      result += (SheetName.quoted(new) + "!").utf8
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The records of a sheet with the new names in their formulas.
  func applied(to sheet: RecordSheet) -> RecordSheet {
    guard !names.isEmpty, sheet.columns.contains(where: { !$0.formulas.isEmpty }) else { return sheet }
    let columns = sheet.columns.map { column in
      var column = column
      column.formulas = column.formulas.mapValues { applied(to: $0) }
      return column
    }
    return sheet.with(columns: columns)
  }
}
