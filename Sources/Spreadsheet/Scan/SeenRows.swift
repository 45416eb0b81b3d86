// SPDX-License-Identifier: Apache-2.0

import Base

/// The numbers of the rows that a cursor has passed. Rows in order cost a comparison each, and room only where there are gaps.
struct SeenRows: Sendable {
  /// Runs of consecutive rows, ascending, before the last one.
  private var runs: [Range<Int>] = []
  private var last = 1..<1
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
    let after = runs.partitioningIndex { $0.lowerBound > row }
    if after > 0, runs[after - 1].contains(row) { return false }
    return late.insert(row).inserted
  }
}
