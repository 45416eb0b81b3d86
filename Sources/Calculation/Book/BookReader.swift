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
    var compiled: [[UInt8]: CompiledText] = [:]
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
        var entry = FormulaCell(
          place: place, node: .halt(.kept(.unreadable("no formula"))), stored: value, hasStored: !value.isBlank)
        if formula?.kind == .dataTable {
          entry.node = .halt(.kept(.dataTable))
        } else if let text = formula?.text {
          let bytes = Array(text.utf8)
          entry.text = formulaTexts.count..<formulaTexts.count + bytes.count
          formulaTexts += bytes
          let key = FormulaKey.key(bytes, at: place)
          if let known = compiled[key] {
            entry.node = known.node
            entry.snaps = known.snaps
          } else {
            let new = CompiledText(text, at: place, in: self)
            compiled[key] = new
            entry.node = new.node
            entry.snaps = new.snaps
          }
        } else if let problem = formula?.problem {
          entry.node = .halt(.kept(.unreadable(problem)))
        }
        if formula?.kind == .array {
          let range = formula?.range.map { Area(sheet: index, $0) } ?? Area(place)
          entry.kind = dynamic.isDynamic(cell, in: worksheet.cells) ? .dynamic : .array
          entry.extent = range
          entry.storedExtent = range
        }
        add(entry, value, to: grid)
      }
    }
  }

  private func add(_ entry: FormulaCell, _ value: Scalar, to grid: Grid) {
    let number = Int32(formulas.count)
    formulas.append(entry)
    states.append(.dirty)
    let place = entry.place
    grid.makeColumn(place.column).append(row: place.row, value, formula: number)
    grid.noteRow(place.row)
    guard let extent = entry.extent, !extent.isCell, extent.rows * extent.columns <= Matrix.maxCells else { return }
    // All its cells wait for the formula; their values come below, or are blank.
    for column in extent.left...extent.right {
      let store = grid.makeColumn(column)
      for row in extent.top...extent.bottom where row != place.row || column != place.column {
        if store.position(of: row) == nil { store.append(row: row, .blank, formula: number) }
      }
    }
    grid.noteRow(extent.bottom)
  }
}

/// A formula's text made ready.
private struct CompiledText {
  let node: Node
  let snaps: Bool

  init(_ text: String, at place: Place, in book: Book) {
    node = Compiler.node(text, at: place, in: book)
    switch node {
    case .binary(.add, _, _), .binary(.subtract, _, _): snaps = !Self.isBracketed(text)
    default: snaps = false
    }
  }

  /// Whether all of it stands in parentheses.
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

/// What two formulas have in common that differ only by where they stand.
enum FormulaKey {
  static func key(_ text: [UInt8], at place: Place) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(text.count + 16)
    var tokenizer = FormulaTokenizer()
    while let token = tokenizer.next(in: text.span) {
      switch token.kind {
      case .cell, .column, .row:
        guard let axes = FormulaAxes(text.span, token.range) else {
          key += text[token.range]
          continue
        }
        key.append(token.kind == .cell ? 1 : token.kind == .column ? 2 : 3)
        append(axes.column, axes.columnIsAbsolute, place.column, to: &key)
        append(axes.row, axes.rowIsAbsolute, place.row, to: &key)
      default: key += text[token.range]
      }
    }
    return key
  }

  private static func append(_ number: Int, _ isAbsolute: Bool, _ base: Int, to key: inout [UInt8]) {
    let value = Int32(number == 0 ? 0 : isAbsolute ? number : number - base)
    key.append(isAbsolute ? 1 : 0)
    appendBits(value, to: &key)
  }

  private static func appendBits(_ value: Int32, to key: inout [UInt8]) {
    let bits = UInt32(bitPattern: value)
    for shift in stride(from: UInt32(0), to: 32, by: 8) { key.append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }
}
