/// Ranges of cells, asked about row by row from the top: what a row meets is found without a look at all of them.
struct ActiveRanges<Tag> {
  private(set) var active: [(range: CellRange, tag: Tag)] = []
  /// By first row.
  private var coming: ArraySlice<(range: CellRange, tag: Tag)>

  init(_ ranges: [(range: CellRange, tag: Tag)] = []) {
    coming = ranges.sorted { $0.range.first.row < $1.range.first.row }[...]
  }

  /// Makes `active` those that row `row` meets. Rows must be asked for in ascending order.
  mutating func advance(to row: Int) {
    if active.contains(where: { $0.range.last.row < row }) { active.removeAll { $0.range.last.row < row } }
    while let next = coming.first, next.range.first.row <= row {
      coming.removeFirst()
      if next.range.last.row >= row { active.append(next) }
    }
  }

  /// Adds one that begins in the row last asked for.
  mutating func add(_ range: CellRange, _ tag: Tag) { active.append((range, tag)) }

  /// The first one that covers `column` in the row last asked for.
  func covering(_ column: Int) -> (range: CellRange, tag: Tag)? {
    active.first { $0.range.columns.contains(column) }
  }
}
