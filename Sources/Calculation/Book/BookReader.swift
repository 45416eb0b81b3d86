// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

extension Book {
  /// Reads all cells and compiles all formulas.
  func read() throws(SpreadsheetError) {
    readTables()
    let dynamic = try CellMetadata(workbook)
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      guard let part = sheet.part, workbook.package.contains(part) else { continue }
      try read(sheet: index, dynamic)
    }
  }

  func readTables() {
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind.hasCells {
      for table in (try? workbook.tables(ofSheet: index)) ?? [] {
        tableNumbers[table.displayName.uppercased()] = tables.count
        tables.append((index, table))
      }
    }
  }

  private func read(sheet index: Int, _ dynamic: CellMetadata) throws(SpreadsheetError) {
    let start = (formulas.count, patterns.count, formulaTexts.count)
    var formulas = StreamedFormulas()
    var reading = SheetReading(index, dynamic, self)
    // Row by row, so that the part is never in memory as a whole.
    let frame = try workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
      try formulas.take(row, cells)
      try reading.take(row, cells) { cell throws(SpreadsheetError) in
        try formulas.formula(of: cell, row: row.index, cells)
      }
    }
    if formulas.isIncomplete {
      // Only reading the whole part gives all formulas.
      forget(sheet: index, from: start)
      reading = SheetReading(index, dynamic, self)
      let worksheet = try workbook.worksheet(at: index)
      try worksheet.forEachRow { row throws(SpreadsheetError) in
        try reading.take(row, worksheet.cells) { cell throws(SpreadsheetError) in
          try worksheet.formula(of: cell, row: row.index)
        }
      }
    }
    let grid = reading.grid
    grid.compact()
    let facts = try frame.facts()
    grid.merged = facts.mergedCells
    // Rows that are hidden while no column is filtered were hidden by hand.
    if facts.isFiltered, let filter = facts.autoFilter, filter.rows.count > 1 {
      grid.filteredRows.append(filter.first.row + 1...filter.last.row)
    }
    for (sheet, table) in tables where sheet == index && table.isFiltered {
      if let rows = table.dataRows { grid.filteredRows.append(rows) }
    }
  }

  private func forget(sheet index: Int, from start: (formulas: Int, patterns: Int, texts: Int)) {
    formulas.removeSubrange(start.formulas...)
    states.removeSubrange(start.formulas...)
    patterns.removeSubrange(start.patterns...)
    formulaTexts.removeSubrange(start.texts...)
    extents = extents.filter { $0.key < start.formulas }
    storedElements = storedElements.filter { $0.key.sheet != index }
  }

  /// Adds a pattern for this node alone.
  func pattern(of node: Node) -> Int32 {
    patterns.append(FormulaPattern(node: node))
    return Int32(patterns.count - 1)
  }

  func add(_ entry: FormulaCell, _ value: Scalar, to grid: Grid) {
    let number = Int32(formulas.count)
    formulas.append(entry)
    states.append(.dirty)
    let place = entry.place
    grid.makeColumn(place.column).append(row: place.row, value, formula: number)
    grid.noteRow(place.row)
    guard let extent = extents[Int(number)]?.now, !extent.isCell, extent.rows * extent.columns <= Matrix.maxCells else {
      return
    }
    // All cells of the range wait for the formula. Their stored values follow below; otherwise they are blank.
    for column in extent.left...extent.right {
      let store = grid.makeColumn(column)
      for row in extent.top...extent.bottom where row != place.row || column != place.column {
        if store.position(of: row) == nil { store.append(row: row, .blank, formula: number) }
      }
    }
    grid.noteRow(extent.bottom)
  }
}

/// Takes the cells of one sheet into a book.
private struct SheetReading {
  let grid = Grid()
  private let index: Int
  private let dynamic: CellMetadata
  private let book: Book
  private var columns = FormulaColumns()

  init(_ index: Int, _ dynamic: CellMetadata, _ book: Book) {
    self.index = index
    self.dynamic = dynamic
    self.book = book
    book.grids[index] = grid
  }

  mutating func take(
    _ row: StoredRow, _ cells: SheetCells, formula: (StoredCell) throws(SpreadsheetError) -> CellFormula?
  ) throws(SpreadsheetError) {
    if cells.isHidden(row) { grid.hiddenRows.insert(row.index) }
    for cell in row.cells {
      let value = Scalar(try cells.value(of: cell, row: row.index))
      let place = Place(sheet: index, row: row.index, column: cell.column)
      guard cell.formulaKind != .none else {
        if !value.isBlank { takePlain(value, at: place) }
        continue
      }
      let formula = try formula(cell)
      if cell.formulaKind == .normal, formula?.text?.isEmpty != false, formula?.problem == nil,
        let column = grid.column(cell.column), let at = column.position(of: row.index), column.formulas[at] >= 0
      {
        // Some programs mark the further cells of an array formula with an empty formula.
        column.values[at] = value
        if !value.isBlank { book.storedElements[place] = value }
        continue
      }
      var entry = FormulaCell(place, pattern: 0, stored: value)
      if formula?.kind == .dataTable {
        entry.pattern = book.pattern(of: .halt(.kept(.dataTable)))
      } else if let text = (formula?.text).map(XString.decoded) {
        let start = book.formulaTexts.count
        book.formulaTexts.append(contentsOf: text.utf8)
        let run = columns.run(of: text, start..<book.formulaTexts.count, at: place, in: book)
        entry.text = (run.text, run.row)
        entry.pattern = run.pattern
        // The text follows from that of the first formula of its run.
        if run.text.lowerBound != start { book.formulaTexts.removeSubrange(start...) }
        let most = min(book.workbook.package.limits.calculationBytes, Int(UInt32.max))
        guard book.formulaTexts.count <= most else {
          throw .limit(
            LimitBreach(
              name: "calculation-bytes", place: book.workbook.sheets[index].name, actual: book.formulaTexts.count,
              limit: most))
        }
      } else {
        entry.pattern = book.pattern(of: .halt(.kept(.unreadable(formula?.problem ?? "no formula"))))
      }
      if formula?.kind == .array {
        let range = formula?.range.map { Area(sheet: index, $0) } ?? Area(place)
        entry.kind = dynamic.isDynamic(cell, in: cells) ? .dynamic : .array
        book.extents[book.formulas.count] = FormulaExtent(now: range, stored: range)
      }
      book.add(entry, value, to: grid)
    }
  }

  private func takePlain(_ value: Scalar, at place: Place) {
    let column = grid.makeColumn(place.column)
    // A spilled value belongs to the formula that spilled it.
    if let at = column.position(of: place.row), column.formulas[at] >= 0 {
      column.values[at] = value
      book.storedElements[place] = value
    } else {
      column.append(row: place.row, value)
    }
    grid.noteRow(place.row)
  }
}

extension FormulaPattern {
  init(_ text: String, at place: Place, in book: Book) {
    let node = Compiler.node(text, at: place, in: book)
    self.node = node
    switch node {
    case .binary(.add, _, _), .binary(.subtract, _, _): snaps = !Self.isBracketed(text)
    default: snaps = false
    }
  }

  /// Whether a single pair of parentheses encloses the whole text.
  private static func isBracketed(_ text: String) -> Bool {
    let bytes = Array(text.utf8).filter { $0 != UInt8(ascii: " ") }
    guard bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") else { return false }
    var open = 0
    var tokenizer = FormulaTokenizer()
    while let token = tokenizer.next(in: bytes.span) {
      switch token.kind {
      case .openParenthesis: open += 1
      case .closeParenthesis:
        open -= 1
        if open == 0 { return token.range.upperBound == bytes.count }
      default: break
      }
    }
    return false
  }
}
