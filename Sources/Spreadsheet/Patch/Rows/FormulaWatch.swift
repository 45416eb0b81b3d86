// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Tracks formulas in the rows so far that affect cells other than their own.
struct FormulaWatch {
  enum Region { case array, dataTable }

  /// A shared formula and the position of its text.
  struct Master {
    var row: Int
    var column: Int
    /// The text, unescaped.
    var text: [UInt8]
    var range: CellRange?
  }

  /// The multi-cell array formulas and data tables that intersect the current row.
  var arrays = ActiveRanges<Region>()
  /// The latest master for each `si`.
  private var masters: [Int: Master] = [:]
  /// The masters that were removed by the edit.
  private var orphans: [Int: Master] = [:]

  var hasOrphans: Bool { !orphans.isEmpty }

  mutating func advance(to row: Int) { arrays.advance(to: row) }

  /// Registers a cell with a formula, before it is changed.
  mutating func meet(
    _ cell: StoredCell, row: Int, _ reader: CellReader, in bytes: Span<UInt8>
  ) throws(ScanError) {
    switch cell.formulaKind {
    case .none, .normal, .sharedDerived: return
    case .array, .dataTable:
      guard let range = try reader.formula(of: cell, row: row, in: bytes)?.range else { return }
      if range.first != range.last { arrays.add(range, cell.formulaKind == .array ? .array : .dataTable) }
    case .sharedMaster:
      guard let formula = try reader.formula(of: cell, row: row, in: bytes), let index = formula.sharedIndex,
        let text = formula.text
      else { return }
      masters[index] = Master(row: row, column: cell.column, text: Array(text.utf8), range: formula.range)
      orphans[index] = nil
    }
  }

  /// Records that the formula of `cell`, registered before, is removed.
  mutating func lose(_ cell: StoredCell, row: Int, _ reader: CellReader, in bytes: Span<UInt8>) throws(ScanError) {
    guard cell.formulaKind == .sharedMaster,
      let index = try reader.formula(of: cell, row: row, in: bytes)?.sharedIndex
    else { return }
    orphans[index] = masters[index]
  }

  /// The text of the cell's formula; nil if it has none or it can't be determined.
  func text(
    of cell: StoredCell, row: Int, _ reader: CellReader, in bytes: Span<UInt8>
  ) throws(ScanError) -> [UInt8]? {
    guard let formula = try reader.formula(of: cell, row: row, in: bytes) else { return nil }
    if formula.kind == .sharedDerived, let index = formula.sharedIndex, let master = masters[index] {
      return SharedFormula.shifted(master.text, rows: row - master.row, columns: cell.column - master.column)
    }
    return formula.text.map { Array($0.utf8) }
  }

  /// The new `f` element for a derived cell whose master has been removed; nil if its master still exists.
  ///
  /// In a range of a single row or column, the first remaining cell becomes the new master. In a rectangular range, the remaining
  /// cells do not form a rectangle with a master in the corner, and readers differ in how they treat a master elsewhere, so each
  /// cell gets a formula of its own.
  mutating func restated(
    _ cell: StoredCell, row: Int, _ reader: CellReader, in source: [UInt8]
  ) throws(ScanError) -> [UInt8]? {
    let bytes = source.span
    guard cell.formulaKind == .sharedDerived,
      let index = try reader.formula(of: cell, row: row, in: bytes)?.sharedIndex, let master = orphans[index]
    else { return nil }
    let text = SharedFormula.shifted(master.text, rows: row - master.row, columns: cell.column - master.column)
    let rest = Self.rest(of: master, from: CellReference(row: row, column: cell.column))
    if let rest {
      masters[index] = Master(row: row, column: cell.column, text: text, range: rest)
      orphans[index] = nil
    }
    var at = cell.formula.lowerBound
    let tag = try Markup.tag(bytes, &at, .part)
    var element: [UInt8] = [UInt8(ascii: "<")]
    element += source[tag.name]
    var done = tag.name.upperBound
    for attribute in try CellMarkup.attributes(of: tag, in: bytes) {
      let whole = done..<attribute.value.upperBound + 1
      done = whole.upperBound
      let name = String(decoding: source[attribute.name], as: UTF8.self)
      if name == "ref" || (rest == nil && (name == "t" || name == "si")) { continue }
      element += source[whole]
    }
    if let rest { element += " ref=\"\(rest)\"".utf8 }
    element.append(UInt8(ascii: ">"))
    XMLEscape.appendText(String(decoding: text, as: UTF8.self), to: &element)
    element += CellTags.endTagStart
    element += source[tag.name]
    element.append(UInt8(ascii: ">"))
    return element
  }

  /// The rest of a master's range from `cell` on, if the range is a single row or column.
  private static func rest(of master: Master, from cell: CellReference?) -> CellRange? {
    guard let cell, let range = master.range, range.contains(cell) else { return nil }
    let isLine = range.rows.count == 1 || range.columns.count == 1
    return isLine ? CellRange(cell, range.last) : nil
  }
}
