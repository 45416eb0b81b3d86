/// The masters of the shared formulas of one worksheet: where each stands and what it says.
public struct SharedFormulas: Sendable {
  private struct Master: Sendable {
    var row: Int
    var column: Int
    /// Where its cell begins in the part, by which masters with the same `si` are told apart.
    var offset: Int
    var text: [UInt8]
  }

  private var masters: [Int: [Master]] = [:]

  /// None yet.
  init() {}

  /// Collects them in one pass over the rows.
  public init(_ layout: SheetLayout, _ reader: CellReader, in bytes: Span<UInt8>) throws(ScanError) {
    var cursor = RowCursor(layout)
    var row = StoredRow()
    while try cursor.next(in: bytes, into: &row) {
      try note(row, reader, in: bytes)
    }
  }

  /// Notes the masters in `row`. Rows come in the order of the part.
  ///
  /// - Parameter start: where `bytes` begin in it.
  mutating func note(
    _ row: StoredRow, _ reader: CellReader, in bytes: Span<UInt8>, from start: Int = 0
  ) throws(ScanError) {
    for cell in row.cells where cell.formulaKind == .sharedMaster {
      guard let formula = try reader.formula(of: cell, row: row.index, in: bytes), let index = formula.sharedIndex,
        let text = formula.text
      else { continue }
      masters[index, default: []].append(
        Master(
          row: row.index, column: cell.column, offset: start + cell.element.lowerBound, text: Array(text.utf8)))
    }
  }

  /// The last of `masters`, which are in the order of the part, that begins no later than `offset`. A file may give very many
  /// masters one `si`, so they are not gone through one by one.
  private static func last(of masters: [Master], before offset: Int) -> Master? {
    var low = 0
    var high = masters.count
    while low < high {
      let middle = (low + high) / 2
      if masters[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? masters[low - 1] : nil
  }

  /// `formula`, which `cell` has, with the text that its master gives it; unchanged when it is not derived or has none.
  ///
  /// Of several masters with the same `si` the last before the cell counts, else the first.
  ///
  /// - Parameter start: where the bytes that `cell` refers to begin in the part.
  public func expanded(_ formula: CellFormula, of cell: StoredCell, row: Int, from start: Int = 0) -> CellFormula {
    guard formula.kind == .sharedDerived, let index = formula.sharedIndex, let candidates = masters[index],
      let master = Self.last(of: candidates, before: start + cell.element.lowerBound) ?? candidates.first
    else { return formula }
    let text = SharedFormula.shifted(master.text, rows: row - master.row, columns: cell.column - master.column)
    return formula.expanded(String(decoding: text, as: UTF8.self))
  }
}
