// SPDX-License-Identifier: Apache-2.0

/// What the pass over the rows needs to know about the rest of the sheet.
struct SheetContext {
  /// The name on the tab.
  var sheet: String
  var part: PartName
  var merges: [CellRange] = []
  /// The columns that have a style for their cells, in order.
  var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  /// The rows that contain table headers or totals.
  var watchedRows: Set<Int> = []
  /// The ranges into which something grows. They must be empty except for what this edit writes.
  var reserved: [(range: CellRange, owner: String)] = []
  var strings: SharedStrings
  /// See ``SheetEdit/rightEdge``.
  var rightEdge: RightEdge?

  /// The style index for a cell that is not stored, in a row without a style.
  func style(ofColumn column: Int) -> Int {
    columnStyles.first { $0.columns.contains(column) }?.style ?? 0
  }
}

/// The results of the pass over the rows.
struct SheetOutcome {
  /// Whether any cell gets another value or formula.
  var changesValues = false
  /// Whether any cell lost its formula.
  var removesFormula = false
  var writesUncachedFormula = false
  /// Whether there are formulas whose values this edit does not write.
  var hasOtherFormulas = false
  /// The smallest range around all new cells.
  var createdRange: CellRange?
  /// The highest style index of a written cell.
  var highestStyle = -1
  /// The last row that was removed because nothing was left in it.
  var lastRemovedRow = 0
  /// The last row that remains; 0 if there is none.
  var lastKeptRow = 0
  /// The changed cells in watched rows.
  var watched: [(cell: CellReference, wish: DesiredCell)] = []

  mutating func created(row: Int, column: Int) {
    guard let cell = CellReference(row: row, column: column) else { return }
    createdRange = createdRange.map { $0.union(CellRange(cell, cell)) } ?? CellRange(cell, cell)
  }

  mutating func use(style: Int) { highestStyle = max(highestStyle, style) }
}

extension CellRange {
  /// The smallest range that contains both.
  func union(_ other: CellRange) -> CellRange {
    let first = CellReference(
      row: min(self.first.row, other.first.row), column: min(self.first.column, other.first.column))
    let last = CellReference(row: max(self.last.row, other.last.row), column: max(self.last.column, other.last.column))
    // The corners computed from valid references are valid, so the fallbacks are never used.
    return CellRange(first ?? self.first, last ?? self.last)
  }
}
