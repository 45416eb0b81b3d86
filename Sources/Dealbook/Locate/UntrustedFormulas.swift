// SPDX-License-Identifier: Apache-2.0

/// The formulas in recognized columns for which the file has no value, and all formulas if it marks its values as stale. Columns are
/// counted as ``RowCollector`` counts them, rows from the first one that it keeps.
struct UntrustedFormulas {
  /// By column: the rows with formulas whose values are not known.
  private(set) var unknown: [[Int]]
  /// By column: the rows with formulas that have been calculated.
  private(set) var calculated: [[Int]]
  /// By column: whether the file stores a value for any of these formulas.
  private(set) var hasStored: [Bool]
  /// The columns of the current row with such formulas; they count only once the row is known to be data.
  private var pending: [(column: Int, isCalculated: Bool)] = []

  init(columns: Int) {
    unknown = Array(repeating: [], count: columns)
    calculated = unknown
    hasStored = Array(repeating: false, count: columns)
  }

  var isPending: Bool { !pending.isEmpty }

  mutating func beginRow() { pending.removeAll(keepingCapacity: true) }

  mutating func noteStored(_ column: Int) { hasStored[column] = true }

  mutating func note(_ column: Int, isCalculated: Bool) { pending.append((column, isCalculated)) }

  /// Keeps the formulas of the current row, which is data.
  mutating func keepRow(at row: Int) {
    for (column, isCalculated) in pending {
      if isCalculated { calculated[column].append(row) } else { unknown[column].append(row) }
    }
  }

  /// Forgets the last row, which was taken for data.
  mutating func takeBack(_ row: Int) {
    for column in unknown.indices {
      if unknown[column].last == row { unknown[column].removeLast() }
      if calculated[column].last == row { calculated[column].removeLast() }
    }
  }
}
