/// What the pass over the rows needs to know of the rest of the sheet.
struct SheetContext {
  /// The name on the tab.
  var sheet: String
  var part: PartName
  var merges: [CellRange] = []
  /// Which columns state a style for their cells; in order.
  var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  /// Rows in which tables have headers or totals.
  var watchedRows: Set<Int> = []
  /// Where something is to grow to, and must find nothing that this edit does not write itself.
  var reserved: [(range: CellRange, owner: String)] = []
  var strings: SharedStrings
  /// See ``SheetEdit/rightEdge``.
  var rightEdge: RightEdge?

  /// The style of a cell that is not there, in a row that states none.
  func style(ofColumn column: Int) -> Int {
    columnStyles.first { $0.columns.contains(column) }?.style ?? 0
  }
}

/// What the pass over the rows found and did.
struct SheetOutcome {
  /// Some cell gets another value or formula.
  var changesValues = false
  /// Some cell had a formula and has none any more.
  var removesFormula = false
  var writesUncachedFormula = false
  /// There are formulas whose values this edit does not write.
  var hasOtherFormulas = false
  /// Around all cells that were not there.
  var createdRange: CellRange?
  /// The highest style that a written cell has.
  var highestStyle = -1
  /// The last row that was taken away as nothing was left of it, and the last one that stays; 0 for none.
  var lastRemovedRow = 0
  var lastKeptRow = 0
  /// Changed cells in watched rows.
  var watched: [(cell: CellReference, wish: CellWish)] = []

  mutating func created(row: Int, column: Int) {
    guard let cell = CellReference(row: row, column: column) else { return }
    createdRange = createdRange.map { $0.union(CellRange(cell, cell)) } ?? CellRange(cell, cell)
  }

  mutating func use(style: Int) { highestStyle = max(highestStyle, style) }
}

extension CellRange {
  /// The smallest range around both.
  func union(_ other: CellRange) -> CellRange {
    let first = CellReference(
      row: min(self.first.row, other.first.row), column: min(self.first.column, other.first.column))
    let last = CellReference(row: max(self.last.row, other.last.row), column: max(self.last.column, other.last.column))
    // Corners between valid references are valid.
    return CellRange(first ?? self.first, last ?? self.last)
  }
}
