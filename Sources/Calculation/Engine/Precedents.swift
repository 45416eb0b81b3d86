// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Formulas of one pattern in consecutive rows of a column.
struct FormulaRun {
  let sheet: Int
  let column: Int
  let pattern: Int32
  let first: Int
  var last: Int

  var place: Place { Place(sheet: sheet, row: first, column: column) }
}

/// Cells that each formula of a run reads: fixed columns, and rows that are fixed or relative to the formula.
struct RunReads {
  let sheet: Int
  let left: Int
  let right: Int
  let firstRow: RelativeAxis
  let lastRow: RelativeAxis

  init(sheet: Int, left: Int, right: Int, firstRow: RelativeAxis, lastRow: RelativeAxis) {
    (self.sheet, self.left, self.right) = (sheet, left, right)
    (self.firstRow, self.lastRow) = (Self.nearest(firstRow), Self.nearest(lastRow))
  }

  /// The shorter way to the same row: the row above the first is the last one of the sheet, so a name for ‘the cell above’ may be a million
  /// rows below.
  private static func nearest(_ axis: RelativeAxis) -> RelativeAxis {
    guard axis.isRelative, axis.number.magnitude > CellReference.maxRow / 2 else { return axis }
    var axis = axis
    axis.number += Int32(axis.number > 0 ? -CellReference.maxRow : CellReference.maxRow)
    return axis
  }

  /// Whether a formula of the run reads beyond an edge of the sheet, where rows wrap around.
  private func wraps(_ run: FormulaRun) -> Bool {
    [firstRow, lastRow].contains { axis in
      axis.isRelative && (run.first + Int(axis.number) < 1 || run.last + Int(axis.number) > CellReference.maxRow)
    }
  }

  /// The rows that any formula of the run reads.
  func rows(of run: FormulaRun) -> ClosedRange<Int> { rows(from: run.first, to: run.last) }

  /// The rows that formulas in these rows read.
  func rows(from first: Int, to last: Int) -> ClosedRange<Int> {
    var low = CellReference.maxRow
    var high = 1
    for axis in [firstRow, lastRow] {
      for row in [first, last] {
        let place = axis.isRelative ? row + Int(axis.number) : Int(axis.number)
        // A relative row beyond the edge wraps around.
        guard place >= 1, place <= CellReference.maxRow else { return 1...CellReference.maxRow }
        low = min(low, place)
        high = max(high, place)
      }
    }
    return low...max(low, high)
  }

  /// The formulas of the run that read a cell in `row`, which is within ``rows(of:)``.
  func readers(of row: Int, in run: FormulaRun) -> ClosedRange<Int>? {
    var low = run.first
    var high = run.last
    if wraps(run) { return low...high }
    switch (firstRow.isRelative, lastRow.isRelative) {
    case (false, false): break
    case (true, true):
      low = max(low, row - Int(max(firstRow.number, lastRow.number)))
      high = min(high, row - Int(min(firstRow.number, lastRow.number)))
    case (true, false), (false, true):
      let moving = Int(firstRow.isRelative ? firstRow.number : lastRow.number)
      let fixed = Int(firstRow.isRelative ? lastRow.number : firstRow.number)
      // The range extends between the fixed and the relative row, in either direction.
      if row > fixed { low = max(low, row - moving) } else if row < fixed { high = min(high, row - moving) }
    }
    return low <= high ? low...high : nil
  }
}

/// The cells that the formulas of a pattern read, according to its text.
struct Precedents {
  private let book: Book
  private let run: FormulaRun
  private(set) var reads: [RunReads] = []
  /// Whether they may read other cells too.
  private(set) var isOpen = false
  /// Whether they depend on more than the values of cells: on formulas, hidden rows, or cells that only evaluation finds.
  private(set) var needsWholeBook = false
  private var isClock = false
  private var names: Set<Int> = []

  init(_ book: Book, of run: FormulaRun) {
    self.book = book
    self.run = run
    collect(book.patterns[Int(run.pattern)].node)
    if isOpen { needsWholeBook = true }
    if isClock { isOpen = true }
  }

  private mutating func add(_ area: RelativeArea, sheet: Int? = nil) {
    reads.append(reading(area, sheet: sheet))
  }

  private func reading(_ area: RelativeArea, sheet: Int? = nil) -> RunReads {
    let a = area.firstColumn.resolved(run.column, size: CellReference.maxColumn)
    let b = area.lastColumn.resolved(run.column, size: CellReference.maxColumn)
    return RunReads(
      sheet: sheet ?? (area.sheet < 0 ? run.sheet : Int(area.sheet)), left: min(a, b), right: max(a, b),
      firstRow: area.firstRow, lastRow: area.lastRow)
  }

  private func table(_ reference: TableReference) -> RunReads? {
    guard let area = try? book.area(of: reference, from: run.place) else { return nil }
    let isOwnRow = reference.items.contains(.thisRow)
    // The formula's own row.
    let own = RelativeAxis(Reference.Axis(0, absolute: false), base: 0)
    return RunReads(
      sheet: area.sheet, left: area.left, right: area.right,
      firstRow: isOwnRow ? own : RelativeAxis(absolute: area.top),
      lastRow: isOwnRow ? own : RelativeAxis(absolute: area.bottom))
  }

  private func reads(of node: Node) -> RunReads? {
    switch node {
    case .cell(let cell): reading(RelativeArea(cell))
    case .area(let area): reading(area)
    case .table(let reference): table(reference)
    default: nil
    }
  }

  /// The third argument has the size of the other range, whatever its own size is.
  private mutating func collectPair(_ other: Int, _ arguments: [Node]) {
    guard arguments.count > 2 else { return }
    guard let size = reads(of: arguments[other]), let read = reads(of: arguments[2]) else {
      isOpen = true
      return
    }
    let right = min(max(read.right, read.left + size.right - size.left), CellReference.maxColumn)
    guard size.firstRow.isRelative == size.lastRow.isRelative else {
      reads.append(
        RunReads(
          sheet: read.sheet, left: read.left, right: right, firstRow: RelativeAxis(absolute: 1),
          lastRow: RelativeAxis(absolute: CellReference.maxRow)))
      return
    }
    var last = read.firstRow
    last.number += abs(size.lastRow.number - size.firstRow.number)
    reads.append(
      RunReads(sheet: read.sheet, left: read.left, right: right, firstRow: read.firstRow, lastRow: last))
  }

  /// Recursive: nodes are as deep as the expressions they are compiled from; each name is followed only once.
  private mutating func collect(_ node: Node) {
    switch node {
    case .constant, .array, .missing, .variable, .halt: break
    case .cell(let cell): add(RelativeArea(cell))
    case .area(let area): add(area)
    case .sheets(let sheets, let area): for sheet in sheets { add(area, sheet: sheet) }
    case .name(let entry):
      guard names.insert(entry).inserted, let node = book.names.node(entry, onSheet: run.sheet, in: book) else {
        return
      }
      collect(node)
    case .table(let reference):
      if let read = table(reference) { reads.append(read) } else { isOpen = true }
    case .unary(let operation, let operand):
      if operation == .spill { isOpen = true }
      collect(operand)
    case .binary(let operation, let left, let right):
      // The cells between the two references are read too.
      if operation == .range { isOpen = true }
      collect(left)
      collect(right)
    case .call(let function, let arguments):
      switch Self.name(of: function, arguments) {
      case "TODAY", "NOW": isClock = true
      case "OFFSET", "INDIRECT", "CELL", "INFO", "FORMULATEXT": isOpen = true
      case "SUBTOTAL", "AGGREGATE", "ISFORMULA": needsWholeBook = true
      case "SUMIF", "AVERAGEIF", "LOOKUP": collectPair(function.name == "LOOKUP" ? 1 : 0, arguments)
      default: break
      }
      for argument in arguments { collect(argument) }
    case .apply(let callee, let arguments):
      collect(callee)
      for argument in arguments { collect(argument) }
    }
  }

  /// The name of the function that is called, or passed to another one.
  private static func name(of function: Function, _ arguments: [Node]) -> String {
    if function === SpecialForms.named, case .constant(.text(let passed)) = arguments[0] { return passed }
    return function.name
  }
}

extension RelativeArea {
  fileprivate init(_ cell: RelativeCell) {
    self.init(
      sheet: cell.sheet, firstRow: cell.row, firstColumn: cell.column, lastRow: cell.row, lastColumn: cell.column)
  }
}
