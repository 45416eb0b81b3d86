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

  func locate(_ worksheet: Worksheet, at sheetIndex: Int, title: String) throws(SpreadsheetError) -> LocatedSheet {
    // The header can be below rows of data-like notes, so the first rows are kept until it is known.
    var early: [StoredRow] = []
    var collector: RowCollector?
    var header: Header?
    var lastUsedColumn = 0
    var formulas = FormulasSeen()
    try worksheet.forEachRow { row throws(SpreadsheetError) in
      formulas.look(at: row, of: worksheet)
      lastUsedColumn = max(lastUsedColumn, try Self.lastUsedColumn(of: row, in: worksheet))
      if row.index <= Self.lastHeaderRow {
        early.append(row)
        return
      }
      if collector == nil {
        (header, collector) = try self.begin(early, in: worksheet)
      }
      try collector?.add(row, in: worksheet)
    }
    if collector == nil { (header, collector) = try begin(early, in: worksheet) }
    let hasRows = !(collector?.layout().range.isEmpty ?? true)
    return located(
      header, collector, sheetIndex: sheetIndex, title: title, lastUsedColumn: lastUsedColumn, formulas: formulas,
      mergedCells: hasRows ? try worksheet.facts().mergedCells : [])
  }

  /// The header among the first rows, and a collector that has seen the rows below it.
  private func begin(
    _ rows: [StoredRow], in worksheet: Worksheet
  ) throws(SpreadsheetError) -> (Header?, RowCollector?) {
    var best: Header?
    for row in rows {
      // A row with fewer texts than the best names columns can't be better.
      guard try Self.texts(in: row, of: worksheet) > best?.bound.count ?? 0 else { continue }
      let header = try Header(row, in: worksheet, index: index)
      if header.bound.count > best?.bound.count ?? 0 { best = header }
    }
    guard let best else { return (nil, nil) }
    var collector = RowCollector(
      bound: best.bound.map { bound in
        .init(number: bound.number, isInput: !(definition.column(bound.key)?.isComputed ?? false))
      },
      totals: totals, countsBlankRows: countsBlankRows)
    for row in rows where row.index > best.row { try collector.add(row, in: worksheet) }
    return (best, collector)
  }

  private func located(
    _ header: Header?, _ collector: RowCollector?, sheetIndex: Int, title: String, lastUsedColumn: Int,
    formulas: FormulasSeen, mergedCells: [CellRange]
  ) -> LocatedSheet {
    let values = collector?.columns() ?? []
    let columns = (header?.bound ?? []).enumerated().compactMap { offset, bound in
      definition.column(bound.key).map {
        LocatedColumn(
          definition: $0, number: bound.number, header: bound.header, unit: bound.unit, values: values[offset])
      }
    }
    return LocatedSheet(
      definition: definition, sheetIndex: sheetIndex, title: title, headerRow: header?.row, columns: columns,
      unknownHeaders: header?.unknown ?? [], duplicateHeaders: header?.duplicates ?? [],
      rows: collector?.layout() ?? RowLayout(range: 0..<0, kinds: [], totalRows: []),
      lastUsedColumn: lastUsedColumn,
      formats: SheetFormats(header: header?.formats ?? [:], firstRow: collector?.firstRowFormats ?? [:]),
      hasFormulas: formulas.areThere, volatileFormulas: formulas.volatile, mergedCells: mergedCells)
  }

  private static func texts(in row: StoredRow, of worksheet: Worksheet) throws(SpreadsheetError) -> Int {
    var count = 0
    for cell in row.cells {
      switch try worksheet.scalar(of: cell, row: row.index) {
      case .text, .sharedString: count += 1
      case .blank, .number, .boolean, .error: break
      }
    }
    return count
  }

  private static func lastUsedColumn(of row: StoredRow, in worksheet: Worksheet) throws(SpreadsheetError) -> Int {
    for cell in row.cells.reversed() {
      if cell.formulaKind != .none { return cell.column }
      if try worksheet.scalar(of: cell, row: row.index) != .blank { return cell.column }
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

  init(_ row: StoredRow, in worksheet: Worksheet, index: HeaderIndex) throws(SpreadsheetError) {
    self.row = row.index
    var taken: Set<String> = []
    for cell in row.cells {
      guard case .text(let text) = try worksheet.value(of: cell, row: row.index), !StraySpace.isBlank(text) else {
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

  mutating func look(at row: StoredRow, of worksheet: Worksheet) {
    for cell in row.cells where cell.formulaKind != .none {
      areThere = true
      guard let function = VolatileFunctions.first(in: worksheet.bytes[cell.formula]) else { continue }
      volatile.append(VolatileFormula(row: row.index, column: cell.column, function: function))
    }
  }
}
