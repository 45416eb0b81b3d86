internal import XML

/// Formulas met on the way down the rows that concern cells other than their own.
struct FormulaWatch {
  enum Region { case array, dataTable }

  /// A shared formula and where its text stands.
  struct Master {
    var row: Int
    var column: Int
    /// Not escaped.
    var text: [UInt8]
    var range: CellRange?
  }

  /// Multi-cell arrays and data tables that reach the current row.
  var arrays = ActiveRanges<Region>()
  /// By `si`: the last one met.
  private var masters: [Int: Master] = [:]
  /// Those that lost the cell with their text.
  private var orphans: [Int: Master] = [:]

  var hasOrphans: Bool { !orphans.isEmpty }

  mutating func advance(to row: Int) { arrays.advance(to: row) }

  /// Notes a cell that has a formula before anything is done to it.
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

  /// Notes that the formula of `cell`, met before, goes.
  mutating func lose(_ cell: StoredCell, row: Int, _ reader: CellReader, in bytes: Span<UInt8>) throws(ScanError) {
    guard cell.formulaKind == .sharedMaster,
      let index = try reader.formula(of: cell, row: row, in: bytes)?.sharedIndex
    else { return }
    orphans[index] = masters[index]
  }

  /// The text of the cell's formula; nil when it has none that can be known.
  func text(
    of cell: StoredCell, row: Int, _ reader: CellReader, in bytes: Span<UInt8>
  ) throws(ScanError) -> [UInt8]? {
    guard let formula = try reader.formula(of: cell, row: row, in: bytes) else { return nil }
    if formula.kind == .sharedDerived, let index = formula.sharedIndex, let master = masters[index] {
      return SharedFormula.shifted(master.text, rows: row - master.row, columns: cell.column - master.column)
    }
    return formula.text.map { Array($0.utf8) }
  }

  /// The `f` element that a derived cell needs now that its master is gone; nil when it is not.
  ///
  /// Along one row or column the first such cell becomes the master of the rest. In a block, where the cells left are no
  /// rectangle with their master in the corner, each gets the formula as its own: readers differ about masters elsewhere.
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

  /// What is left of a master's range from `cell` on when that is a stretch of one row or column.
  private static func rest(of master: Master, from cell: CellReference?) -> CellRange? {
    guard let cell, let range = master.range, range.contains(cell) else { return nil }
    let isLine = range.rows.count == 1 || range.columns.count == 1
    return isLine ? CellRange(cell, range.last) : nil
  }
}
