// SPDX-License-Identifier: Apache-2.0

/// Shared formulas (ECMA-376 Part 1, 18.3.1.40): one text, stored in the master cell, serves many cells.
package enum SharedFormula {
  /// The formula `text`, adapted to a cell that is `rows` rows below and `columns` columns to the right of its own.
  ///
  /// The relative parts of references to cells, columns and rows move, including those after a sheet prefix. Absolute parts,
  /// strings, names, functions and structured references stay the same. A reference that leaves the grid comes back in at the
  /// opposite edge, as in Excel.
  public static func shifted(_ text: String, rows: Int, columns: Int) -> String {
    String(decoding: shifted(Array(text.utf8), rows: rows, columns: columns), as: UTF8.self)
  }

  /// Does the same for UTF-8 bytes.
  public static func shifted(_ text: [UInt8], rows: Int, columns: Int) -> [UInt8] {
    if rows == 0 && columns == 0 { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 8)
    var tokenizer = FormulaTokenizer()
    while let token = tokenizer.next(in: text.span) {
      switch token.kind {
      case .cell, .column, .row:
        if let axes = FormulaAxes(text.span, token.range) {
          append(axes, rows: rows, columns: columns, to: &result)
        } else {
          result += text[token.range]
        }
      default: result += text[token.range]
      }
    }
    return result
  }

  private static func append(_ axes: FormulaAxes, rows: Int, columns: Int, to result: inout [UInt8]) {
    if axes.column > 0 {
      if axes.columnIsAbsolute { result.append(UInt8(ascii: "$")) }
      let by = axes.columnIsAbsolute ? 0 : columns
      ColumnName.append(moved(axes.column, by: by, size: CellReference.maxColumn), to: &result)
    }
    if axes.row > 0 {
      if axes.rowIsAbsolute { result.append(UInt8(ascii: "$")) }
      let by = axes.rowIsAbsolute ? 0 : rows
      result += String(moved(axes.row, by: by, size: CellReference.maxRow)).utf8
    }
  }

  /// `number` plus `by`, wrapped around to 1 … `size`.
  private static func moved(_ number: Int, by: Int, size: Int) -> Int {
    let rest = (number - 1 + by % size) % size
    return (rest < 0 ? rest + size : rest) + 1
  }
}
