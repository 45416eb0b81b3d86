// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Reads cells, and requests those that are not calculated yet.
extension Evaluator {
  @inline(__always)
  func read(_ place: Place) throws(Halt) -> Scalar {
    guard let store = book.column(place.sheet, place.column), let at = store.position(of: place.row) else {
      return .blank
    }
    let formula = store.formulas[at]
    if formula >= 0 { try require(Int(formula)) }
    return store.values[at]
  }

  /// Throws unless the formula has been calculated.
  @inline(__always)
  func require(_ formula: Int) throws(Halt) {
    if book.states[formula] == .done { return }
    try requireSlowly(formula)
  }

  func requireSlowly(_ formula: Int) throws(Halt) {
    switch book.states[formula] {
    case .done: return
    case .kept: throw .kept(.dependent(book.name(of: book.formulas[formula].place, from: place.sheet)))
    case .waiting where iterates: circular.insert(formula)
    case .waiting, .dirty:
      needed.append(formula)
      throw .waiting
    }
  }

  /// Requests all formulas in `area` that are not calculated yet.
  func require(_ area: Area) throws(Halt) {
    var waits = false
    for column in book.columns(in: area) {
      guard let store = book.column(area.sheet, column), store.unsettled > 0 else { continue }
      for at in store.range(area.top, area.bottom) where store.formulas[at] >= 0 {
        let formula = Int(store.formulas[at])
        switch book.states[formula] {
        case .done: continue
        case .kept: throw .kept(.dependent(book.name(of: book.formulas[formula].place, from: place.sheet)))
        case .waiting where iterates: circular.insert(formula)
        case .waiting, .dirty:
          needed.append(formula)
          waits = true
        }
      }
    }
    if waits { throw .waiting }
  }

  /// Calls `body` for the stored cells of `area`, row by row if it has several columns.
  func forEachStored(_ area: Area, _ body: (Int, Int, Scalar) throws(Halt) -> Void) throws(Halt) {
    try require(area)
    let columns = book.columns(in: area)
    if columns.count == 1 {
      guard let store = book.column(area.sheet, columns[0]) else { return }
      let range = store.range(area.top, area.bottom)
      try spend(range.count)
      for at in range { try body(Int(store.rows[at]), columns[0], store.values[at]) }
      return
    }
    // One cursor per column moves down the rows.
    var cursors: [(column: Int, store: ColumnStore, at: Int, end: Int)] = []
    for column in columns {
      guard let store = book.column(area.sheet, column) else { continue }
      let range = store.range(area.top, area.bottom)
      if !range.isEmpty { cursors.append((column, store, range.lowerBound, range.upperBound)) }
    }
    while !cursors.isEmpty {
      var row = Int32.max
      for cursor in cursors { row = min(row, cursor.store.rows[cursor.at]) }
      var isOver = false
      for index in cursors.indices where cursors[index].store.rows[cursors[index].at] == row {
        let store = cursors[index].store
        try spend(1)
        try body(Int(row), cursors[index].column, store.values[cursors[index].at])
        cursors[index].at += 1
        if cursors[index].at == cursors[index].end { isOver = true }
      }
      if isOver { cursors.removeAll { $0.at == $0.end } }
    }
  }

  /// Calls `body` for the values present; for a range, the stored cells.
  func forEach(_ value: Value, _ body: (Scalar) throws(Halt) -> Void) throws(Halt) {
    switch value {
    case .scalar(let scalar): try body(scalar)
    case .missing: try body(.blank)
    case .array(let matrix): for cell in matrix.cells { try body(cell) }
    case .area(let area): try forEachStored(area) { (_, _, scalar) throws(Halt) in try body(scalar) }
    case .areas(let areas):
      for area in areas { try forEachStored(area) { (_, _, scalar) throws(Halt) in try body(scalar) } }
    case .lambda: throw .value
    }
  }

  /// All cells of `area`. Whole columns and rows are cut off after the last one with content in the workbook.
  func matrix(of area: Area) throws(Halt) -> Matrix {
    let area = trimmed(area)
    let count = try Matrix.count(rows: area.rows, columns: area.columns)
    try spend(count)
    var matrix = Matrix(rows: area.rows, columns: area.columns, cells: [Scalar](repeating: .blank, count: count))
    try forEachStored(area) { (row, column, scalar) throws(Halt) in
      matrix[row - area.top, column - area.left] = scalar
    }
    return matrix
  }

  /// What is left of an area after its empty end is cut off, which ``cutsOff`` records.
  func trimmed(_ area: Area) -> Area {
    let rest = book.trimmed(area)
    if rest != area { cutsOff = true }
    return rest
  }

  func matrix(_ value: Value) throws(Halt) -> Matrix {
    switch value {
    case .scalar(let scalar): return Matrix(scalar)
    case .missing: return Matrix(.blank)
    case .array(let matrix): return matrix
    case .area(let area): return try matrix(of: area)
    case .areas(let areas):
      guard areas.count == 1 else { throw .value }
      return try matrix(of: areas[0])
    case .lambda: throw .calculation
    }
  }
}
