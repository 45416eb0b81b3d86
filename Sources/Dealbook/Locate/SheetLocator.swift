import Formula
import Playbook
import Spreadsheet

/// Finds the header row of a sheet and reads the columns under it.
///
/// The header is the row among the first 20 that names the most columns; columns may stand in any order
/// (method.md, 2: Finding sheets and columns).
struct SheetLocator {
  /// How far down a header row is looked for.
  static let lastHeaderRow = 20

  let definition: SheetDefinition
  let index: HeaderIndex
  let totals: TotalWords
  var countsBlankRows = false
  /// See ``RowCollector``.
  var storedState: StoredState?

  func locate(_ workbook: Workbook, sheetIndex: Int) throws(SpreadsheetError) -> LocatedSheet {
    let strings = try workbook.sharedStrings.table()
    let header = try header(workbook, sheetIndex, strings)
    var collector = header.map { header in
      RowCollector(
        bound: header.bound.map { bound in
          .init(number: bound.number, isInput: !(definition.column(bound.key)?.isComputed ?? false))
        },
        totals: totals, countsBlankRows: countsBlankRows, storedState: storedState)
    }
    let lastHeader = header?.row ?? .max
    var lastUsedColumn = 0
    var formulas = FormulasSeen()
    let frame = try workbook.forEachRow(
      ofSheet: sheetIndex, strings: strings
    ) { row, cells throws(SpreadsheetError) in
      formulas.look(at: row, in: cells)
      lastUsedColumn = max(lastUsedColumn, try Self.lastUsedColumn(of: row, in: cells))
      if row.index > lastHeader { try collector?.add(row, in: cells) }
    }
    let hasRows = !(collector?.layout().range.isEmpty ?? true)
    return located(
      header, collector, sheetIndex: sheetIndex, title: workbook.sheets[sheetIndex].name,
      lastUsedColumn: lastUsedColumn, formulas: formulas, mergedCells: hasRows ? try frame.facts().mergedCells : [])
  }

  /// Of the first rows the one that names the most columns; it can be below rows of data-like notes.
  private func header(
    _ workbook: Workbook, _ sheetIndex: Int, _ strings: SharedStringTable
  ) throws(SpreadsheetError) -> Header? {
    var best: Header?
    try workbook.forFirstRows(
      ofSheet: sheetIndex, through: Self.lastHeaderRow, strings: strings
    ) { row, cells throws(SpreadsheetError) in
      // A row with fewer texts than the best names columns can't be better.
      guard try Self.texts(in: row, of: cells) > best?.bound.count ?? 0 else { return }
      let header = try Header(row, in: cells, index: index)
      if header.bound.count > best?.bound.count ?? 0 { best = header }
    }
    return best
  }

  private func located(
    _ header: Header?, _ collector: RowCollector?, sheetIndex: Int, title: String, lastUsedColumn: Int,
    formulas: FormulasSeen, mergedCells: [CellRange]
  ) -> LocatedSheet {
    let values = collector?.columns() ?? []
    let unstored = collector?.unstoredCells() ?? []
    let columns = (header?.bound ?? []).enumerated().compactMap { offset, bound in
      definition.column(bound.key).map {
        LocatedColumn(
          definition: $0, number: bound.number, header: bound.header, unit: bound.unit, values: values[offset],
          unstored: unstored[offset])
      }
    }
    return LocatedSheet(
      definition: definition, sheetIndex: sheetIndex, title: title, headerRow: header?.row, columns: columns,
      unknownHeaders: header?.unknown ?? [], duplicateHeaders: header?.duplicates ?? [],
      rows: collector?.layout() ?? RowLayout(range: 0..<0, kinds: [], totalRows: []),
      lastUsedColumn: lastUsedColumn,
      formats: SheetFormats(
        header: header?.formats ?? [:], firstRow: collector?.firstRowFormats ?? [:],
        firstNumber: collector?.numberFormats ?? [:]),
      hasFormulas: formulas.areThere, volatileFormulas: formulas.volatile, mergedCells: mergedCells)
  }

  private static func texts(in row: StoredRow, of cells: SheetCells) throws(SpreadsheetError) -> Int {
    var count = 0
    for cell in row.cells {
      switch try cells.scalar(of: cell, row: row.index) {
      case .text, .sharedString: count += 1
      case .blank, .number, .boolean, .error: break
      }
    }
    return count
  }

  private static func lastUsedColumn(of row: StoredRow, in cells: SheetCells) throws(SpreadsheetError) -> Int {
    for cell in row.cells.reversed() {
      if cell.formulaKind != .none { return cell.column }
      if try cells.scalar(of: cell, row: row.index) != .blank { return cell.column }
    }
    return 0
  }
}

/// One row read as a header.
private struct Header {
  struct Bound {
    var key: String
    var number: Int
    var header: String
    var unit: String?
  }

  let row: Int
  private(set) var bound: [Bound] = []
  private(set) var unknown: [UnboundHeader] = []
  private(set) var duplicates: [UnboundHeader] = []
  private(set) var formats: [Int: Int] = [:]

  init(_ row: StoredRow, in cells: SheetCells, index: HeaderIndex) throws(SpreadsheetError) {
    self.row = row.index
    var taken: Set<String> = []
    for cell in row.cells {
      guard case .text(let text) = try cells.value(of: cell, row: row.index), !StraySpace.isBlank(text) else {
        continue
      }
      formats[cell.column] = cell.style
      if let match = index.match(text) {
        if taken.insert(match.key).inserted {
          bound.append(Bound(key: match.key, number: cell.column, header: text, unit: match.unit))
        } else {
          duplicates.append(UnboundHeader(column: cell.column, header: text, key: match.key))
        }
      } else {
        unknown.append(UnboundHeader(column: cell.column, header: text, key: nil))
      }
    }
  }
}

/// What is noticed of formulas while a sheet is read, so that it need not be read again for that.
private struct FormulasSeen {
  var areThere = false
  var volatile: [VolatileFormula] = []

  mutating func look(at row: StoredRow, in cells: SheetCells) {
    for cell in row.cells where cell.formulaKind != .none {
      areThere = true
      guard let function = VolatileFunctions.first(in: cells.bytes[cell.formula]) else { continue }
      volatile.append(VolatileFormula(row: row.index, column: cell.column, function: function))
    }
  }
}
