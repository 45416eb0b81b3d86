// SPDX-License-Identifier: Apache-2.0

/// A range of cells that a formula names, such as `Deals!$F$2:$F$51`.
package struct FormulaRange: Sendable {
  /// The name of the sheet without its quotes; nil for the sheet of the formula.
  package let sheet: String?
  package let first: FormulaAxes
  package let last: FormulaAxes
  /// The bytes of both corners, without the name of the sheet.
  package let corners: Range<Int>
  /// Whether it is an argument of a function for which its size does not matter, such as `SUM`. In all other places, what stands beside it
  /// may have to be as long as it.
  package let isAlone: Bool

  /// The rows from top to bottom.
  package var rows: ClosedRange<Int> { min(first.row, last.row)...max(first.row, last.row) }

  /// The functions that take ranges of any size, each for itself.
  private static let simple: Set<String> = [
    "SUM", "COUNT", "COUNTA", "COUNTBLANK", "AVERAGE", "AVERAGEA", "MAX", "MAXA", "MIN", "MINA", "MEDIAN", "PRODUCT",
    "ROWS", "SUMSQ", "STDEV", "STDEV.S", "STDEV.P", "STDEVP", "VAR", "VAR.S", "VAR.P", "VARP",
  ]

  /// All ranges of a formula, and the names in it that may stand for one.
  package static func all(
    in text: [UInt8]
  ) -> (ranges: [FormulaRange], names: [(name: String, isAlone: Bool)]) {
    var ranges: [FormulaRange] = []
    var names: [(name: String, isAlone: Bool)] = []
    let tokens = FormulaTokenizer.tokens(in: text).filter { $0.kind != .whitespace }
    var functions: [String] = []
    func isColon(_ place: Int) -> Bool {
      tokens.indices.contains(place) && tokens[place].kind == .operation
        && text[tokens[place].range] == [UInt8(ascii: ":")]
    }
    func isAlone(_ place: Int, through end: Int) -> Bool {
      guard place > 0, tokens.indices.contains(end + 1), let function = functions.last else { return false }
      return simple.contains(function)
        && [.openParenthesis, .comma].contains(tokens[place - 1].kind)
        && [.closeParenthesis, .comma].contains(tokens[end + 1].kind)
    }
    var place = 0
    while place < tokens.count {
      defer { place += 1 }
      let token = tokens[place]
      switch token.kind {
      case .openParenthesis:
        let isCall = place > 0 && tokens[place - 1].kind == .function
        functions.append(
          isCall ? String(decoding: text[tokens[place - 1].range], as: UTF8.self).uppercased() : "")
      case .closeParenthesis: _ = functions.popLast()
      case .name:
        let name = String(decoding: text[token.range], as: UTF8.self)
        names.append((name, isAlone(place, through: place)))
      case .cell:
        let start = place > 0 && tokens[place - 1].kind == .sheet ? place - 1 : place
        guard isColon(place + 1), tokens.indices.contains(place + 2), tokens[place + 2].kind == .cell,
          !isColon(start - 1), !isColon(place + 3), let first = FormulaAxes(text.span, token.range),
          let last = FormulaAxes(text.span, tokens[place + 2].range)
        else { continue }
        let sheet =
          start < place
          ? SheetName.unquoted(String(decoding: text[tokens[start].range].dropLast(), as: UTF8.self)) : nil
        ranges.append(
          FormulaRange(
            sheet: sheet, first: first, last: last,
            corners: token.range.lowerBound..<tokens[place + 2].range.upperBound,
            isAlone: isAlone(start, through: place + 2)))
        place += 2
      default: break
      }
    }
    return (ranges, names)
  }

  /// The same with a `$` before both rows, or before none.
  package var withAbsoluteRows: FormulaRange { withRows(absolute: true) }
  package var withRelativeRows: FormulaRange { withRows(absolute: false) }

  private func withRows(absolute: Bool) -> FormulaRange {
    var (first, last) = (first, last)
    (first.rowIsAbsolute, last.rowIsAbsolute) = (absolute, absolute)
    return FormulaRange(sheet: sheet, first: first, last: last, corners: corners, isAlone: isAlone)
  }

  /// The corners with other rows.
  package func corners(_ rows: ClosedRange<Int>) -> [UInt8] {
    let isUpright = first.row <= last.row
    var result: [UInt8] = []
    func append(_ axes: FormulaAxes, _ row: Int) {
      if axes.columnIsAbsolute { result.append(UInt8(ascii: "$")) }
      ColumnName.append(axes.column, to: &result)
      if axes.rowIsAbsolute { result.append(UInt8(ascii: "$")) }
      result += String(row).utf8
    }
    append(first, isUpright ? rows.lowerBound : rows.upperBound)
    result.append(UInt8(ascii: ":"))
    append(last, isUpright ? rows.upperBound : rows.lowerBound)
    return result
  }
}

/// The rows of a list on a sheet, which formulas may read as a whole.
public struct ListRows: Hashable, Sendable {
  /// The row of the headers; nil if there is none.
  public var header: Int?
  /// The rows of the data.
  public var rows: ClosedRange<Int>

  public init(header: Int?, rows: ClosedRange<Int>) {
    self.header = header
    self.rows = rows
  }

  /// Whether a range of the list's sheet covers all its rows, with or without the headers, and nothing besides.
  ///
  /// What could also be meant otherwise is not taken for that: a range that begins or ends at its own row (`F$2:F51`, a running total), or
  /// one that moves along when it is filled down beside the rows.
  ///
  /// - Parameter isFixed: whether only absolute rows count, as in a formula that stands in many rows.
  package func isCovered(by range: FormulaRange, isFixed: Bool) -> Bool {
    guard rows.count > 1, range.rows.upperBound == rows.upperBound,
      range.rows.lowerBound == rows.lowerBound || range.rows.lowerBound == header
    else { return false }
    return range.first.rowIsAbsolute == range.last.rowIsAbsolute && (!isFixed || range.first.rowIsAbsolute)
  }
}
