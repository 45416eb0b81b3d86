// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Reads the columns of a sheet under a known header, in any order.
struct SheetLocator {
  /// The last row in which headers of a Settings sheet are searched for.
  static let lastHeaderRow = 20

  let plan: SheetPlan
  let totals: TotalWords
  var countsBlankRows = false
  /// See ``RowCollector``.
  var storedState: StoredState?
  /// The values of formulas that have none in the file; nil before they have been calculated.
  var calculated: FormulaValues?

  private var definition: SheetDefinition { plan.definition }

  func locate(_ workbook: Workbook) throws(SpreadsheetError) -> LocatedSheet {
    // That a sheet stores its rows out of order shows only once it is read. Then all is read anew, and that sheet in order.
    var disordered: [Int: Spreadsheet.SheetFrame] = [:]
    while true {
      if let sheet = try locate(workbook, &disordered) { return sheet }
    }
  }

  /// Nil if a sheet turned out to be out of order; it is then among `disordered`.
  private func locate(
    _ workbook: Workbook, _ disordered: inout [Int: Spreadsheet.SheetFrame]
  ) throws(SpreadsheetError) -> LocatedSheet? {
    let sheetIndex = plan.sheetIndex
    let strings = try workbook.sharedStrings.table()
    let header = plan.header
    let foreign = header.map { ForeignRows($0, definition: definition, in: workbook, sheetIndex: sheetIndex) }
    var collector = header.map { header in
      RowCollector(
        bound: header.bound.map { bound in
          .init(number: bound.number, isInput: !(definition.column(bound.key)?.isComputed ?? false))
        } + (header.currencyColumn.map { [.init(number: $0, isInput: false)] } ?? []),
        totals: totals, foreign: foreign, countsBlankRows: countsBlankRows, storedState: storedState,
        calculated: calculated)
    }
    let lastHeader = header.map { $0.firstDataRow - 1 } ?? .max
    // Cells below the last data or total row do not count as beside the data.
    var lastUsedColumn = 0
    var lastUsedBelow = 0
    var lastRow = 0
    var formulas = FormulasSeen()
    var beside = header?.blocksBeside ?? []
    let read = try Self.readRows(of: workbook, sheetIndex, strings, &disordered) {
      row, cells throws(SpreadsheetError) in
      try formulas.look(at: row, in: cells)
      lastUsedBelow = max(lastUsedBelow, try Self.lastUsedColumn(of: row, in: cells))
      lastRow = row.index
      if row.index > SheetSample.lastRow, !beside.isEmpty { try Self.extend(&beside, by: row, in: cells) }
      // Asked of the collector itself, it would be copied for each row.
      var endsWithData = true
      if row.index > lastHeader { endsWithData = try collector?.add(row, in: cells) ?? false }
      if endsWithData {
        lastUsedColumn = max(lastUsedColumn, lastUsedBelow)
        lastUsedBelow = 0
      }
    }
    guard let (frame, twofold) = read else { return nil }
    var allTwofold = [twofold].compactMap(\.self)
    let added = try add(plan.parts, after: lastRow, of: workbook, strings, to: &collector, &allTwofold, &disordered) {
      row, cells throws(SpreadsheetError) in
      try formulas.look(at: row, in: cells)
      lastUsedColumn = max(lastUsedColumn, try Self.lastUsedColumn(of: row, in: cells))
    }
    guard let parts = added else { return nil }
    let hasRows = !(collector?.layout().range.isEmpty ?? true)
    return located(
      header, collector, sheetIndex: sheetIndex, title: workbook.sheets[sheetIndex].name,
      lastUsedColumn: lastUsedColumn, formulas: formulas, parts: parts,
      facts: hasRows ? try frame.facts() : nil, twofold: allTwofold, beside: beside)
  }

  /// Adds a row below those that were examined to what stands beside the table.
  private static func extend(
    _ blocks: inout [UnreadBlock], by row: StoredRow, in cells: SheetCells
  ) throws(SpreadsheetError) {
    for place in blocks.indices {
      let columns = blocks[place].range.columns
      for cell in row.cells where columns.contains(cell.column) {
        guard try cells.scalar(of: cell, row: row.index) != .blank else { continue }
        blocks[place].extend(to: row.index)
        break
      }
    }
  }

  /// Calls `body` for each row of a sheet; of one that is known to store rows or cells twice or out of order, for each row once and in
  /// order. Nil if the sheet turned out to be one of these.
  private static func readRows(
    of workbook: Workbook, _ sheetIndex: Int, _ strings: SharedStringTable,
    _ disordered: inout [Int: Spreadsheet.SheetFrame],
    _ body: (StoredRow, SheetCells) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) -> (frame: Spreadsheet.SheetFrame, twofold: StoredTwice?)? {
    if let frame = disordered[sheetIndex] {
      let ordered = try workbook.orderedRows(ofSheet: sheetIndex, strings: strings)
      for row in ordered.rows { try body(row, ordered.cells) }
      return (frame, try StoredTwice(ordered))
    }
    let frame = try workbook.forEachRow(ofSheet: sheetIndex, strings: strings, body)
    guard frame.disorder == nil else {
      disordered[sheetIndex] = frame
      return nil
    }
    return (frame, nil)
  }

  private func located(
    _ header: HeaderPlan?, _ collector: RowCollector?, sheetIndex: Int, title: String, lastUsedColumn: Int,
    formulas: FormulasSeen, parts: [LocatedPart], facts: SheetFacts?, twofold: [StoredTwice], beside: [UnreadBlock]
  ) -> LocatedSheet {
    let values = collector?.columns() ?? []
    let unstored = collector?.unstoredCells() ?? []
    let calculated = collector?.calculatedCells() ?? []
    let layout = collector?.layout()
    let currencies =
      header?.currencyColumn == nil ? [] : UnitLine.currencies(values[header?.bound.count ?? 0], of: layout ?? .none)
    let mixed = header?.currencyColumn.flatMap { column in
      UnitLine(
        currencies: values[header?.bound.count ?? 0], of: layout ?? .none, header: header?.texts[column] ?? "",
        at: CellReference(row: header?.rows.lowerBound ?? 1, column: column))
    }
    let columns = (header?.bound ?? []).enumerated().compactMap { offset, bound -> LocatedColumn? in
      guard let definition = definition.column(bound.key) else { return nil }
      let isAmount = definition.type == .money && !definition.isComputed
      var column = LocatedColumn(
        definition: definition, number: bound.number, header: bound.header,
        unit: bound.unit ?? (isAmount ? UnitStatement.unit(inHeader: bound.header) : nil), values: values[offset],
        unstored: unstored[offset], calculated: calculated[offset], evidence: bound.evidence,
        confidence: bound.confidence)
      if isAmount {
        column.currencyClash = UnitLine(
          plan.headers, header: bound.header, unit: column.unit, isStated: definition.convention.currency != nil)
        column.unitBeside = header?.unitLines.first { $0.covers(bound.number) } ?? collector?.unitNote ?? mixed
        if column.currencyClash == nil {
          column.currencyClash = collector?.rowCurrencies?.clash(
            with: ConventionSettling.currency(unit: column.unit, header: bound.header)
              ?? header?.saidCurrency?.currency ?? header?.currencyAbove, from: layout?.range.lowerBound ?? 0)
        }
      }
      if isAmount, column.currencyClash == nil, let header {
        column.currencyClash = UnitLine(currencies, against: column, under: header)
      }
      return column
    }
    var sheet = LocatedSheet(
      definition: definition, sheetIndex: sheetIndex, title: title, headerRow: header?.rows.lowerBound,
      columns: columns,
      unknownHeaders: header?.unknown ?? [], duplicateHeaders: header?.duplicates ?? [],
      rows: layout ?? .none,
      lastUsedColumn: lastUsedColumn,
      formats: SheetFormats(
        header: header?.formats ?? [:], firstRow: collector?.firstRowFormats ?? [:],
        firstNumber: collector?.numberFormats ?? [:], numbers: collector?.numberStyles ?? [:]),
      hasFormulas: formulas.areThere, volatileFormulas: formulas.volatile, mergedCells: facts?.mergedCells ?? [],
      columnFormats: facts?.columns ?? [], arrays: formulas.arrays, twofold: twofold,
      openFormulas: collector?.open ?? [], header: header,
      confidence: plan.confidence, parts: parts)
    sheet.currencies = currencies
    sheet.currencyColumn = header?.currencyColumn
    sheet.saidCurrency = header?.saidCurrency?.currency
    sheet.saidYear = header?.saidYear
    sheet.markSumRows()
    sheet.take(
      (header?.blocks ?? []) + beside + (collector?.unreadBlocks ?? [])
        + plan.parts.flatMap { ($0.header?.blocks ?? []) + ($0.header?.blocksBeside ?? []) })
    return sheet
  }

  /// Adds the rows of further tabs, numbered on from those already read. Nil as for ``readRows(of:_:_:_:_:)``.
  private func add(
    _ parts: [SheetPlan], after lastRow: Int, of workbook: Workbook, _ strings: SharedStringTable,
    to collector: inout RowCollector?, _ twofold: inout [StoredTwice],
    _ disordered: inout [Int: Spreadsheet.SheetFrame],
    look: (StoredRow, SheetCells) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) -> [LocatedPart]? {
    var located: [LocatedPart] = []
    var last = lastRow
    for part in parts {
      guard let header = part.header else { continue }
      let shift = last + 1 - header.firstDataRow
      let start = last + 1
      var reading = collector
      collector = nil
      reading?.beginPart(part.sheetIndex)
      let read = try Self.readRows(of: workbook, part.sheetIndex, strings, &disordered) {
        row, cells throws(SpreadsheetError) in
        try look(row, cells)
        guard row.index >= header.firstDataRow else { return }
        last = row.index + shift
        try reading?.add(row, countedAs: last, in: cells)
      }
      guard let read else { return nil }
      collector = reading
      if var twice = read.twofold {
        twice.row += shift
        twofold.append(twice)
      }
      guard last >= start || part.isKnown else { continue }
      located.append(
        LocatedPart(
          sheetIndex: part.sheetIndex, title: workbook.sheets[part.sheetIndex].name, headerRow: header.rows.lowerBound,
          rows: start..<(last + 1), shift: shift))
    }
    return located
  }

  private static func lastUsedColumn(of row: StoredRow, in cells: SheetCells) throws(SpreadsheetError) -> Int {
    for cell in row.cells.reversed() {
      if cell.formulaKind != .none { return cell.column }
      if try cells.scalar(of: cell, row: row.index) != .blank { return cell.column }
    }
    return 0
  }
}

/// What is recorded about formulas while a sheet is read, so that it is not read again for that.
private struct FormulasSeen {
  var areThere = false
  var volatile: [VolatileFormula] = []
  var arrays: [CellRange] = []

  mutating func look(at row: StoredRow, in cells: SheetCells) throws(SpreadsheetError) {
    for cell in row.cells where cell.formulaKind != .none {
      areThere = true
      if cell.formulaKind == .array || cell.formulaKind == .dataTable,
        let range = try cells.formula(of: cell, row: row.index)?.range, range.first != range.last
      {
        arrays.append(range)
      }
      guard let function = VolatileFunctions.first(in: cells.bytes[cell.formula]) else { continue }
      volatile.append(VolatileFormula(row: row.index, column: cell.column, function: function))
    }
  }
}
