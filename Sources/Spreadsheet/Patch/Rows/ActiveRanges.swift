// SPDX-License-Identifier: Apache-2.0

/// Finds the ranges that intersect a row, for rows in ascending order, without searching all ranges each time.
struct ActiveRanges<Tag> {
  private(set) var active: [(range: CellRange, tag: Tag)] = []
  /// The ranges not yet reached, sorted by first row.
  private var coming: ArraySlice<(range: CellRange, tag: Tag)>

  init(_ ranges: [(range: CellRange, tag: Tag)] = []) {
    coming = ranges.sorted { $0.range.first.row < $1.range.first.row }[...]
  }

  /// Updates `active` to the ranges that intersect row `row`. Rows must be passed in ascending order.
  mutating func advance(to row: Int) {
    if active.contains(where: { $0.range.last.row < row }) { active.removeAll { $0.range.last.row < row } }
    while let next = coming.first, next.range.first.row <= row {
      coming.removeFirst()
      if next.range.last.row >= row { active.append(next) }
    }
  }

  /// Adds a range that begins in the current row.
  mutating func add(_ range: CellRange, _ tag: Tag) { active.append((range, tag)) }

  /// The first active range that covers `column`.
  func covering(_ column: Int) -> (range: CellRange, tag: Tag)? {
    active.first { $0.range.columns.contains(column) }
  }
}
