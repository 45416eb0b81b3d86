// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

// What is known once all rows have been added.
extension RowCollector {
  func layout() -> RowLayout {
    RowLayout(
      range: firstRow..<(firstRow + end), kinds: Array(kinds.prefix(end)), totalRows: totalRows,
      otherRows: otherRows)
  }

  /// The cell format of the first nonzero number in each column that has one, by column number.
  var numberFormats: [Int: Int] {
    Dictionary(
      uniqueKeysWithValues: zip(bound, styles.first).compactMap { $1 >= 0 ? ($0.number, $1) : nil })
  }

  /// The cell formats of the nonzero numbers in each column, by column number.
  var numberStyles: [Int: [NumberStyle]] {
    Dictionary(uniqueKeysWithValues: zip(bound, styles.all).compactMap { $1.isEmpty ? nil : ($0.number, $1) })
  }

  /// The formulas of each recognized column whose values are not known; nil for a column without any.
  func unstoredCells() -> [UnstoredCells?] {
    untrusted.unknown.enumerated().map { slot, offsets in
      guard let first = offsets.first else { return nil }
      let cell = CellReference(row: firstRow + first, column: bound[slot].number)
      return UnstoredCells(
        state: state(slot), offsets: offsets, why: cell.flatMap { calculated?.kept[$0] })
    }
  }

  /// The formulas of each recognized column that were calculated because the file has no values for them; nil for a column without any.
  func calculatedCells() -> [UnstoredCells?] {
    untrusted.calculated.enumerated().map { slot, offsets in
      offsets.isEmpty ? nil : UnstoredCells(state: state(slot), offsets: offsets)
    }
  }

  private func state(_ slot: Int) -> StoredState { untrusted.hasStored[slot] ? storedState ?? .missing : .missing }

  /// The cells of each recognized column from the first to the last data row.
  func columns() -> [Column] {
    values.map { builder in
      var builder = builder
      if builder.count < end { builder.appendBlanks(end - builder.count) }
      return builder.finish(prefix: end)
    }
  }
}
