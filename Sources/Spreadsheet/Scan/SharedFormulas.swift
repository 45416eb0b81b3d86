// SPDX-License-Identifier: Apache-2.0

import Base

/// The masters of a worksheet's shared formulas: the position and text of each.
package struct SharedFormulas: Sendable {
  private struct Master: Sendable {
    var row: Int
    var column: Int
    /// The offset of the master's cell in the part, which distinguishes masters with the same `si`.
    var offset: Int
    var text: [UInt8]
  }

  private var masters: [Int: [Master]] = [:]

  /// Creates an empty collection.
  init() {}

  /// Collects the masters in one pass over the rows.
  package init(_ layout: SheetLayout, _ reader: CellReader, in bytes: Span<UInt8>) throws(ScanError) {
    var cursor = RowCursor(layout)
    var row = StoredRow()
    while try cursor.next(in: bytes, into: &row) {
      try note(row, reader, in: bytes)
    }
  }

  /// Adds the masters in `row`. Rows must come in the order of the part.
  ///
  /// - Parameter start: the offset of `bytes` in the part.
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

  /// The last of `masters`, which are in part order, that begins at or before `offset`. Uses a binary search, because a file may
  /// give very many masters the same `si`.
  private static func last(of masters: [Master], before offset: Int) -> Master? {
    let after = masters.partitioningIndex { $0.offset > offset }
    return after > 0 ? masters[after - 1] : nil
  }

  /// The formula of `cell` with the text derived from its master; unchanged if the formula is not derived or has no master.
  ///
  /// If several masters have the same `si`, the last one before the cell counts, or else the first one.
  ///
  /// - Parameter start: the offset in the part of the bytes that `cell` refers to.
  public func expanded(_ formula: CellFormula, of cell: StoredCell, row: Int, from start: Int = 0) -> CellFormula {
    guard formula.kind == .sharedDerived, let index = formula.sharedIndex, let candidates = masters[index],
      let master = Self.last(of: candidates, before: start + cell.element.lowerBound) ?? candidates.first
    else { return formula }
    let text = SharedFormula.shifted(master.text, rows: row - master.row, columns: cell.column - master.column)
    return formula.expanded(String(decoding: text, as: UTF8.self))
  }
}
