// SPDX-License-Identifier: Apache-2.0

/// The tables of one worksheet, and the effects of an edit on them: tables that grow, and tables whose header or totals cells are
/// written.
struct SheetTables {
  private(set) var tables: [TablePatch] = []
  /// The header cells of new columns.
  private(set) var implied: [CellReference: CellEdit] = [:]
  /// The ranges into which tables grow.
  private(set) var reserved: [(range: CellRange, owner: String)] = []
  private let sheet: String
  /// The number of columns that each table loses at its right edge, by its index in ``tables``.
  private var removed: [Int: Int] = [:]

  /// Creates an empty collection, for a new sheet.
  init(sheet: String) { self.sheet = sheet }

  init(ofSheet part: PartName, sheet: String, in package: OPCPackage) throws(SpreadsheetError) {
    self.sheet = sheet
    for relationship in try package.relationships(of: part).all(RelationshipType.table) {
      guard let part = relationship.part, package.contains(part) else { continue }
      let document = try package.document(of: part)
      tables.append(TablePatch(try Table(document, part: part), document))
    }
  }

  /// The rows that contain table headers or totals.
  var watchedRows: Set<Int> {
    var rows: Set<Int> = []
    for table in tables.map(\.table) {
      if table.headerRowCount > 0 { rows.insert(table.range.first.row) }
      for row in table.range.rows.suffix(table.totalsRowCount) { rows.insert(row) }
    }
    return rows
  }

  // MARK: Growth

  /// - Parameter obstacles: other ranges on the sheet that a table must not overlap, each with a description.
  mutating func grow(
    _ edits: [TableEdit], cells: [CellReference: CellEdit], obstacles: [(range: CellRange, what: String)]
  ) throws(EditError) {
    for edit in edits {
      guard let index = tables.firstIndex(where: { $0.table.part == edit.part }) else {
        throw EditError(.noSuchTable(edit.part), sheet: sheet)
      }
      if edit.removedColumns > 0 || !edit.withoutFormula.isEmpty {
        do throws(EditError) {
          try tables[index].removeLast(edit.removedColumns)
          tables[index].removeFormulas(of: edit.withoutFormula)
        } catch {
          throw EditError(error.reason, sheet: sheet)
        }
        removed[index] = edit.removedColumns
      }
      if let lastRow = edit.lastRow, lastRow > tables[index].table.range.last.row {
        try extend(index, to: lastRow, obstacles)
      }
      let new = tables[index].missing(edit.newColumns)
      do throws(EditError) {
        try tables[index].append(edit.newColumns)
      } catch {
        throw EditError(error.reason, sheet: sheet)
      }
      guard !new.isEmpty, let grown = tables[index].range(with: new.count) else { continue }
      try reserve(grown, of: tables[index].table, obstacles)
      try placeHeaders(of: new, tables[index].table, cells)
    }
  }

  private mutating func extend(
    _ index: Int, to lastRow: Int, _ obstacles: [(range: CellRange, what: String)]
  ) throws(EditError) {
    let table = tables[index].table
    do throws(EditError) {
      try tables[index].extend(to: lastRow)
    } catch {
      throw EditError(error.reason, sheet: sheet)
    }
    guard let first = CellReference(row: table.range.last.row + 1, column: table.range.first.column),
      let last = CellReference(row: lastRow, column: table.range.last.column)
    else { return }
    try reserve(CellRange(first, last), as: "the table \"\(table.displayName)\"", of: table, obstacles)
  }

  /// Extends tables that end with a list to the rows added below it.
  mutating func grow(_ rows: AppendedRows, obstacles: [(range: CellRange, what: String)]) throws(EditError) {
    for index in tables.indices where rows.grown(tables[index].table.range) != nil {
      try extend(index, to: rows.last, obstacles)
    }
  }

  private mutating func reserve(
    _ grown: CellRange, of table: Table, _ obstacles: [(range: CellRange, what: String)]
  ) throws(EditError) {
    guard let corner = CellReference(row: grown.first.row, column: table.range.last.column + 1) else { return }
    try reserve(CellRange(corner, grown.last), as: "the table \"\(table.displayName)\"", of: table, obstacles)
  }

  private mutating func reserve(
    _ added: CellRange, as owner: String, of table: Table, _ obstacles: [(range: CellRange, what: String)]
  ) throws(EditError) {
    let others = tables.map(\.table).filter { $0.part != table.part }.map {
      ($0.range, "the table \"\($0.displayName)\"")
    }
    for (range, what) in obstacles + others + reserved.map({ ($0.range, $0.owner) }) where range.overlaps(added) {
      throw EditError(.noRoom(for: owner, range: added, why: "\(what) in \(range) is in the way"), sheet: sheet)
    }
    reserved.append((added, owner))
  }

  private mutating func placeHeaders(
    of columns: [NewTableColumn], _ table: Table, _ cells: [CellReference: CellEdit]
  ) throws(EditError) {
    guard table.headerRowCount > 0 else { return }
    for (offset, column) in columns.enumerated() {
      guard
        let cell = CellReference(row: table.range.first.row, column: table.range.last.column + 1 + offset)
      else { continue }
      if let named = cells[cell], named.value != .text(column.name) || named.formula != nil {
        throw EditError(
          .tableHeader(table: table.displayName, why: "expected the text \"\(column.name)\", the name of its column"),
          sheet: sheet, cell: cell)
      }
      implied[cell] = CellEdit(.text(column.name), style: column.headerStyle)
    }
  }

  // MARK: Headers and totals

  /// Updates the tables for changed header and totals cells. Returns the old names of renamed columns, which no formula may refer
  /// to.
  mutating func follow(
    _ changes: [(cell: CellReference, wish: DesiredCell)]
  ) throws(EditError) -> [(cell: CellReference, table: String, name: String)] {
    var renamed: [(cell: CellReference, table: String, name: String)] = []
    for (cell, wish) in changes {
      for index in tables.indices where tables[index].table.range.contains(cell) {
        let table = tables[index].table
        let column = cell.column - table.range.first.column
        if wish.isRemoved, column >= table.range.columns.count - (removed[index] ?? 0) { continue }
        if table.headerRowCount > 0, cell.row == table.range.first.row {
          guard case .text(let name) = wish.value, wish.formula == nil else {
            throw EditError(
              .tableHeader(table: table.displayName, why: "it must be a text, the name of its column"), sheet: sheet,
              cell: cell)
          }
          guard table.columns.indices.contains(column), table.columns[column].name != name else { continue }
          do throws(EditError) {
            try tables[index].rename(column, to: name)
          } catch {
            throw EditError(error.reason, sheet: sheet, cell: cell)
          }
          renamed.append((cell, table.displayName, table.columns[column].name))
        } else if cell.row > table.range.last.row - table.totalsRowCount {
          guard case .text(let label) = wish.value, wish.formula == nil else {
            throw EditError(
              .tableTotals(table: table.displayName, why: "only a text can be written there"), sheet: sheet, cell: cell)
          }
          tables[index].setTotalsLabel(column, to: label)
        }
      }
    }
    return renamed
  }
}
