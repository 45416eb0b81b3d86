/// How one text serves many cells: a shared formula (ECMA-376 Part 1, 18.3.1.40) is stored once, at its master.
public enum SharedFormula {
  /// The formula `text` as it reads in a cell that lies `rows` below and `columns` to the right of its own.
  ///
  /// The relative parts of references to cells, columns and rows move, also behind a sheet qualifier; absolute parts,
  /// texts, names, functions and structured references stay. A part that leaves the sheet comes in again at
  /// the other edge, as in Excel.
  public static func shifted(_ text: String, rows: Int, columns: Int) -> String {
    String(decoding: shifted(Array(text.utf8), rows: rows, columns: columns), as: UTF8.self)
  }

  /// The same over UTF-8.
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

  /// 1 … size, round the edge.
  private static func moved(_ number: Int, by: Int, size: Int) -> Int {
    let rest = (number - 1 + by % size) % size
    return (rest < 0 ? rest + size : rest) + 1
  }
}
