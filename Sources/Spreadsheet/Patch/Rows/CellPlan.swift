// SPDX-License-Identifier: Apache-2.0

import Base

/// The requested contents of one cell.
struct DesiredCell {
  var column: Int
  var value: CellValue
  var formula: PreparedFormula?
  /// The index into the cell formats after the edit; nil keeps the current format.
  var style: Int?
  /// Whether the caller did not request this change, but it follows from another one. Such a change must not overwrite anything.
  var isImplied = false
  /// Whether an existing formula stays; see ``CellEdit/keepsFormula``.
  var keepsFormula = false
  /// See ``CellEdit/arrayRange``.
  var arrayRange: CellRange?
  /// See ``CellEdit/endsSpill``.
  var endsSpill = false
  /// See ``CellEdit/removed``.
  var isRemoved = false

  /// Whether the cell should be empty.
  var isBlank: Bool { formula == nil && value == .blank }
}

/// The requested contents of the cells of one sheet, row by row. Columns are stored as fills, so that the plan for a million
/// cells is no larger than the fills themselves.
struct CellPlan {
  private struct Fill {
    var fill: ColumnFill
    var formula: PreparedFormula?
    var style: Int?

    func writes(_ row: Int) -> Bool {
      let index = row - fill.firstRow
      return index >= 0 && index < fill.written.count && fill.written[index]
    }
  }

  private struct Single {
    var reference: CellReference
    var edit: CellEdit
    var formula: PreparedFormula?
    var style: Int?
    var isImplied: Bool
  }

  /// The fills sorted by column, then by first row.
  private let fills: [Fill]
  /// The single cells in reading order.
  private let singles: [Single]
  /// The rows to write, in ascending order.
  let rows: [Int]
  private var nextSingle = 0

  /// Creates an empty plan.
  init() { (fills, singles, rows) = ([], [], []) }

  /// - Parameters:
  ///   - implied: cells to write unless `cells` or `fills` contain them.
  ///   - styles: resolves each style choice to an index.
  ///   - dynamic: the record of the cell metadata for dynamic arrays; needed if a cell spills.
  ///   - shared: the first number that no shared formula of the sheet has, if formulas of fills are to be shared.
  init(
    cells: [CellReference: CellEdit], fills: [ColumnFill], implied: [CellReference: CellEdit] = [:],
    styles: StyleIndices, dynamic: Int? = nil, shared: Int? = nil
  ) throws(EditError) {
    var nextShared = shared
    var ready: [Fill] = []
    for fill in fills {
      let last = fill.firstRow + fill.values.count - 1
      guard fill.values.count == fill.written.count, fill.column >= 1, fill.column <= CellReference.maxColumn,
        fill.firstRow >= 1, last <= CellReference.maxRow
      else { throw EditError(.misshapenFill(column: fill.column, firstRow: fill.firstRow)) }
      guard fill.written.contains(true) else { continue }
      var formula: PreparedFormula? =
        if let text = fill.formula { try PreparedFormula(text, lastRow: last) } else { nil }
      if let index = nextShared, let text = fill.formula, PreparedFormula.isShareable(text),
        let end = fill.written.lastIndex(of: true), fill.written.firstIndex(of: true) != end
      {
        formula?.share = SharedPlace(index: index, lastRow: fill.firstRow + end)
        nextShared = index + 1
      }
      ready.append(
        Fill(fill: fill, formula: formula, style: try styles.index(of: fill.style)))
    }
    ready.sort { ($0.fill.column, $0.fill.firstRow) < ($1.fill.column, $1.fill.firstRow) }
    try Self.checkOverlap(ready)
    self.fills = ready
    var singles: [Single] = []
    for (reference, edit) in cells {
      singles.append(try Self.single(reference, edit, styles, dynamic, isImplied: false))
    }
    for (reference, edit) in implied where cells[reference] == nil {
      guard !ready.contains(where: { $0.fill.column == reference.column && $0.writes(reference.row) }) else { continue }
      singles.append(try Self.single(reference, edit, styles, dynamic, isImplied: true))
    }
    singles.sort { $0.reference < $1.reference }
    self.singles = singles
    rows = Self.rows(ready, singles)
  }

  /// The first row at or after `row` that is to be written.
  func firstRow(from row: Int) -> Int? {
    let place = rows.partitioningIndex { $0 >= row }
    return place < rows.count ? rows[place] : nil
  }

  /// Fills `wishes` with the requested cells of row `row`, by column. Rows must be requested in ascending order.
  mutating func wishes(in row: Int, into wishes: inout [DesiredCell]) {
    wishes.removeAll(keepingCapacity: true)
    while nextSingle < singles.count, singles[nextSingle].reference.row < row { nextSingle += 1 }
    // By index, because a copy of each fill for each row would count all of its references.
    for index in fills.indices where fills[index].writes(row) {
      let column = fills[index].fill.column
      takeSingles(row, before: column, into: &wishes)
      // A single cell overrides the fill.
      if nextSingle < singles.count, singles[nextSingle].reference.row == row,
        singles[nextSingle].reference.column == column
      {
        continue
      }
      wishes.append(
        DesiredCell(
          column: column, value: fills[index].fill.values[row - fills[index].fill.firstRow],
          formula: fills[index].formula, style: fills[index].style, keepsFormula: fills[index].fill.keepsFormula,
          isRemoved: fills[index].fill.isRemoved))
    }
    takeSingles(row, before: .max, into: &wishes)
  }

  private mutating func takeSingles(_ row: Int, before column: Int, into wishes: inout [DesiredCell]) {
    while nextSingle < singles.count, singles[nextSingle].reference.row == row,
      singles[nextSingle].reference.column < column
    {
      let single = singles[nextSingle]
      nextSingle += 1
      wishes.append(
        DesiredCell(
          column: single.reference.column, value: single.edit.value,
          formula: single.formula, style: single.style, isImplied: single.isImplied,
          keepsFormula: single.edit.keepsFormula, arrayRange: single.edit.arrayRange,
          endsSpill: single.edit.endsSpill, isRemoved: single.edit.isRemoved))
    }
  }

  private static func single(
    _ reference: CellReference, _ edit: CellEdit, _ styles: StyleIndices, _ dynamic: Int?, isImplied: Bool
  ) throws(EditError) -> Single {
    do throws(EditError) {
      var formula: PreparedFormula? = if let text = edit.formula { try PreparedFormula(text) } else { nil }
      if edit.spills, let dynamic { formula?.dynamic = DynamicPlace(metadata: dynamic, cell: reference) }
      return Single(
        reference: reference, edit: edit, formula: formula, style: try styles.index(of: edit.style),
        isImplied: isImplied)
    } catch {
      throw EditError(error.reason, cell: reference)
    }
  }

  private static func checkOverlap(_ fills: [Fill]) throws(EditError) {
    for (index, fill) in fills.enumerated() {
      for other in fills[..<index].reversed() {
        guard other.fill.column == fill.fill.column else { break }
        let end = other.fill.firstRow + other.fill.written.count
        guard fill.fill.firstRow < end else { continue }
        for row in fill.fill.firstRow..<end where other.writes(row) && fill.writes(row) {
          throw EditError(.overlappingFills(column: fill.fill.column, row: row))
        }
      }
    }
  }

  private static func rows(_ fills: [Fill], _ singles: [Single]) -> [Int] {
    var rows: [Int] = []
    var last = 0
    for single in singles where single.reference.row != last {
      last = single.reference.row
      rows.append(last)
    }
    guard let first = fills.map(\.fill.firstRow).min(),
      let end = fills.map({ $0.fill.firstRow + $0.fill.written.count }).max()
    else { return rows }
    var written = [Bool](repeating: false, count: end - first)
    for fill in fills {
      for (index, isWritten) in fill.fill.written.enumerated() where isWritten {
        written[fill.fill.firstRow - first + index] = true
      }
    }
    for row in rows where row >= first && row < end { written[row - first] = true }
    let before = rows.prefix { $0 < first }
    let after = rows.drop { $0 < end }
    return before + written.indices.filter { written[$0] }.map { $0 + first } + after
  }
}
