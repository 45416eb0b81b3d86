// SPDX-License-Identifier: Apache-2.0

/// The numbers of the rows that a cursor has passed. Rows in order cost a comparison each, and room only where there are gaps.
struct SeenRows: Sendable {
  /// Runs of consecutive rows, ascending, before the last one.
  private var runs: [Range<Int>] = []
  private var last = 0..<0
  /// The rows that came after a higher one.
  private var late: Set<Int> = []

  /// Returns false if the row was there before.
  @inline(__always)
  mutating func insert(_ row: Int) -> Bool {
    if row == last.upperBound {
      last = last.lowerBound..<(row + 1)
      return true
    }
    return insertAway(row)
  }

  private mutating func insertAway(_ row: Int) -> Bool {
    if row > last.upperBound {
      runs.append(last)
      last = row..<(row + 1)
      return true
    }
    if last.contains(row) { return false }
    // How many runs begin at or before the row.
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].lowerBound <= row { low = middle + 1 } else { high = middle }
    }
    if low > 0, runs[low - 1].contains(row) { return false }
    return late.insert(row).inserted
  }
}
