// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The sheets on which no row has been added, removed or moved since another state of the workbook.
///
/// Elsewhere, row numbers in formulas follow the rows, so that their differences say nothing. Here they can only have been typed.
struct SteadySheets: Sendable {
  private var names: Set<String> = []
  /// The sheets on which a row of the former state has another number now, or is gone.
  private var moved: Set<String> = []

  /// No sheet is known to be steady.
  static let none = SteadySheets([])

  /// - Parameter pairs: the sheets of both states, and what formulas call the tabs of each pair.
  init(_ pairs: [(old: RecordSheet, new: RecordSheet, names: [String])]) {
    var changed: Set<String> = []
    for pair in pairs {
      let own = pair.names.map { $0.uppercased() }
      let isKept = Self.areKept(pair.old, pair.new)
      if !isKept { moved.formUnion(own) }
      if isKept, pair.old.rows.count == pair.new.rows.count {
        names.formUnion(own)
      } else {
        changed.formUnion(own)
      }
    }
    names.subtract(changed)
  }

  func contains(_ name: String) -> Bool { names.contains(name.uppercased()) }

  /// Whether a formula names rows of a sheet on which they have moved.
  ///
  /// - Parameter own: the name of the sheet of the formula, on which it may only name its own row.
  func misleads(_ formula: String, row: Int, own: String) -> Bool {
    !moved.isEmpty && !FormulaShape.staysInRow(formula, row: row)
      && FormulaShape.sheetsNamed(formula, own: own).contains { moved.contains($0.uppercased()) }
  }

  /// Whether all rows have the numbers that they had; others may have been added below them.
  private static func areKept(_ old: RecordSheet, _ new: RecordSheet) -> Bool {
    old.rows.count <= new.rows.count
      && zip(old.rows, new.rows).allSatisfy { $0.number == $1.number && $0.tab == $1.tab && $0.key == $1.key }
  }
}

extension FormulaShape {
  /// Whether two formulas of the same shape, in the same row, name different rows of sheets whose rows have not moved.
  ///
  /// - Parameter own: the name of the sheet of the formulas.
  static func namesOtherRows(_ a: String, _ b: String, on steady: SteadySheets, own: String) -> Bool {
    if a == b { return false }
    let (x, y) = (rowsNamed(a, own: own), rowsNamed(b, own: own))
    return x.count == y.count && zip(x, y).contains { $0.row != $1.row && steady.contains($0.sheet) }
  }

  /// The sheets whose rows a formula names, but for whole lists.
  static func sheetsNamed(_ formula: String, own: String) -> Set<String> {
    Set(rowsNamed(formula, own: own).filter { !WholeLists.isMask($0.row) }.map(\.sheet))
  }

  /// The rows that a formula names, in its order, each with the sheet.
  private static func rowsNamed(_ formula: String, own: String) -> [(sheet: String, row: Int)] {
    let bytes = Array(formula.utf8)
    var rows: [(sheet: String, row: Int)] = []
    var sheet = own
    var tokenizer = FormulaTokenizer()
    while let token = tokenizer.next(in: bytes.span) {
      switch token.kind {
      case .whitespace: continue
      case .sheet: sheet = SheetName.unquoted(String(decoding: bytes[token.range].dropLast(), as: UTF8.self))
      case .cell, .column, .row:
        if let axes = FormulaAxes(bytes.span, token.range), axes.row > 0 { rows.append((sheet, axes.row)) }
      // The second corner of a range is on the sheet of the first.
      case .operation where bytes[token.range] == [UInt8(ascii: ":")]: continue
      default: sheet = own
      }
    }
    return rows
  }
}
