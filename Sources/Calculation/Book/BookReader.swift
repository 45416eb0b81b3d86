// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

extension Book {
  /// Reads all cells and compiles all formulas.
  func read() throws(SpreadsheetError) {
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind.hasCells {
      for table in (try? workbook.tables(ofSheet: index)) ?? [] {
        tableNumbers[table.displayName.uppercased()] = tables.count
        tables.append((index, table))
      }
    }
    let dynamic = try CellMetadata(workbook)
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      guard let part = sheet.part, workbook.package.contains(part) else { continue }
      try read(sheet: index, dynamic)
    }
  }

  private func read(sheet index: Int, _ dynamic: CellMetadata) throws(SpreadsheetError) {
    let grid = Grid()
    grids[index] = grid
    let worksheet = try workbook.worksheet(at: index)
    var columns = FormulaColumns()
    if let filter = try worksheet.facts().autoFilter, filter.rows.count > 1 {
      grid.filteredRows.append(filter.first.row + 1...filter.last.row)
    }
    for (sheet, table) in tables where sheet == index && table.autoFilter != nil {
      if let rows = table.dataRows { grid.filteredRows.append(rows) }
    }
    try worksheet.forEachRow { row throws(SpreadsheetError) in
      if worksheet.cells.isHidden(row) { grid.hiddenRows.insert(row.index) }
      for cell in row.cells {
        let value = Scalar(try worksheet.value(of: cell, row: row.index))
        guard cell.formulaKind != .none else {
          if !value.isBlank {
            let column = grid.makeColumn(cell.column)
            // A spilled value belongs to the formula that spilled it.
            if let at = column.position(of: row.index), column.formulas[at] >= 0 {
              column.values[at] = value
              storedElements[Place(sheet: index, row: row.index, column: cell.column)] = value
            } else {
              column.append(row: row.index, value)
            }
            grid.noteRow(row.index)
          }
          continue
        }
        let place = Place(sheet: index, row: row.index, column: cell.column)
        let formula = try worksheet.formula(of: cell, row: row.index)
        if cell.formulaKind == .normal, formula?.text?.isEmpty != false, formula?.problem == nil,
          let column = grid.column(cell.column), let at = column.position(of: row.index), column.formulas[at] >= 0
        {
          // Some programs mark the further cells of an array formula with an empty formula.
          column.values[at] = value
          if !value.isBlank { storedElements[place] = value }
          continue
        }
        var entry = FormulaCell(place, pattern: 0, stored: value)
        if formula?.kind == .dataTable {
          entry.pattern = pattern(of: .halt(.kept(.dataTable)))
        } else if let text = formula?.text {
          let start = formulaTexts.count
          formulaTexts.append(contentsOf: text.utf8)
          entry.text = start..<formulaTexts.count
          entry.pattern = columns.pattern(of: text, entry.text, at: place, in: self)
        } else {
          entry.pattern = pattern(of: .halt(.kept(.unreadable(formula?.problem ?? "no formula"))))
        }
        if formula?.kind == .array {
          let range = formula?.range.map { Area(sheet: index, $0) } ?? Area(place)
          entry.kind = dynamic.isDynamic(cell, in: worksheet.cells) ? .dynamic : .array
          extents[formulas.count] = FormulaExtent(now: range, stored: range)
        }
        add(entry, value, to: grid)
      }
    }
  }

  /// Adds a pattern for this node alone.
  private func pattern(of node: Node) -> Int32 {
    patterns.append(FormulaPattern(node: node))
    return Int32(patterns.count - 1)
  }

  private func add(_ entry: FormulaCell, _ value: Scalar, to grid: Grid) {
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
