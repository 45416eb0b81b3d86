// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Evaluates formulas cell by cell. It requests cells that are not calculated yet; see ``Halt/waiting``.
final class Evaluator {
  let book: Book
  /// The moment that TODAY and NOW return, as a serial number; nil if none was given.
  let asOf: Double?
  /// The cell whose formula is being evaluated.
  var place = Place(sheet: 0, row: 1, column: 1)
  /// Formulas that are needed but not calculated yet.
  var needed: [Int] = []
  /// Whether a cell in a circular reference is read as it is; see `iterates` of the workbook's calculation settings.
  var iterates = false
  /// Formulas that were read although they wait for themselves.
  var circular: Set<Int> = []
  /// The nesting depth of calls of lambdas and names.
  var depth = 0
  /// The nesting depth of nodes across all names and lambdas.
  private var level = 0
  /// The remaining work, in steps, that all formulas together may do.
  var budget: Int
  /// The remaining memory, in bytes, that values may take.
  var room: Int
  let indexes = LookupIndexes()
  let conditions = ConditionIndexes()
  let sums = RunningSums()

  static let maxDepth = 128
  static let maxLevel = 1500

  init(_ book: Book, asOf: Double?) {
    self.book = book
    self.asOf = asOf
    budget = book.workbook.package.limits.calculationSteps
    room = book.workbook.package.limits.calculationBytes
  }

  /// Forgets what cells held, and begins with all of the work that is allowed.
  func renew() {
    forgetIndexes()
    circular = []
    budget = book.workbook.package.limits.calculationSteps
    room = book.workbook.package.limits.calculationBytes
  }

  func forgetIndexes() {
    sums.removeAll()
    indexes.removeAll()
    conditions.removeAll()
  }

  // MARK: Nodes

  /// Recursive: nodes are as deep as the expressions they are compiled from, and calls of lambdas are counted.
  func evaluate(_ node: Node, _ frame: Frame) throws(Halt) -> Value {
    // Excel gives up on a formula this deep.
    guard level < Self.maxLevel else { throw .number }
    level += 1
    defer { level -= 1 }
    switch node {
    case .constant(let scalar): return .scalar(scalar)
    case .array(let matrix): return .array(matrix)
    case .missing: return .missing
    case .cell(let cell): return .area(Area(cell.place(from: place)))
    case .area(let area): return .area(area.area(from: place))
    case .sheets(let sheets, let area):
      let own = area.area(from: place)
      return .areas(
        sheets.filter { book.grids[$0] != nil }.map { sheet in
          var area = own
          area.sheet = sheet
          return area
        })
    case .name(let entry): return try named(entry, frame)
    case .variable(let name):
      guard let value = frame.scope?[name] else { throw .name }
      return value
    case .table(let reference): return .area(try book.area(of: reference, from: place))
    case .unary(let operation, let operand): return try unary(operation, operand, frame)
    case .binary(let operation, let left, let right): return try binary(operation, left, right, frame)
    case .call(let function, let arguments): return try call(function, arguments, frame)
    case .apply(let callee, let arguments): return try applyNode(callee, arguments, frame)
    case .halt(.error(let error)): return .scalar(.error(error))
    case .halt(.kept(let reason)): throw .kept(reason)
    }
  }

  /// A value for an operator or a `V` parameter: a scalar or an array, with references read.
  func operand(_ node: Node, _ frame: Frame) throws(Halt) -> Value {
    switch node {
    case .constant(let scalar): return .scalar(scalar)
    case .cell(let cell): return .scalar(try read(cell.place(from: place)))
    default: return try dereferenced(evaluate(node, frame), frame)
    }
  }

  /// Reads references: whole in array formulas, otherwise only the cell in the formula's row or column.
  func dereferenced(_ value: Value, _ frame: Frame) throws(Halt) -> Value {
    switch value {
    case .scalar, .array, .missing, .lambda: return value
    case .area(let area):
      if area.isCell { return .scalar(try read(area.first)) }
      if frame.inArray { return .matrix(try matrix(of: area)) }
      return .scalar(try intersected(area))
    case .areas(let areas):
      guard areas.count == 1 else { throw .value }
      return try dereferenced(.area(areas[0]), frame)
    }
  }

  /// Whether the formula took a range without its empty end.
  var cutsOff = false
  /// Whether a range had no cell in the formula's row or column.
  var missedIntersection = false
  /// The format of a TEXT that means something else in other countries.
  var unclearFormat: String?

  /// The cell of `area` in the row or column of the formula; throws `#VALUE!` if there is none.
  func intersected(_ area: Area) throws(Halt) -> Scalar { try read(intersection(area)) }

  func intersection(_ area: Area) throws(Halt) -> Place {
    if area.isCell { return area.first }
    if area.columns == 1, place.row >= area.top, place.row <= area.bottom {
      return Place(sheet: area.sheet, row: place.row, column: area.left)
    }
    if area.rows == 1, place.column >= area.left, place.column <= area.right {
      return Place(sheet: area.sheet, row: area.top, column: place.column)
    }
    if area.contains(Place(sheet: area.sheet, row: place.row, column: place.column)) {
      // The area covers both the row and the column: take the cell at the same address, if the sheets differ.
      if area.sheet != place.sheet { return Place(sheet: area.sheet, row: place.row, column: place.column) }
    }
    missedIntersection = true
    throw .value
  }

  // MARK: Limits

  /// Accounts for work before it is done. Work that exceeds the budget is not begun, so the rest of the budget is left for other formulas.
  func spend(_ steps: Int) throws(Halt) {
    guard steps <= budget else {
      throw .kept(.limit(name: "calculation-steps", limit: book.workbook.package.limits.calculationSteps))
    }
    budget -= steps
  }

  /// The cost of calling a function, where reading one cell of a range costs 1.
  static let callSteps = 10
  static let lambdaSteps = 30

  /// Texts up to this length, in bytes, cost no more than the call that reads them.
  private static let shortText = 64

  /// Accounts for going through a text: one step per byte.
  @inline(__always)
  func spend(reading scalar: Scalar) throws(Halt) {
    if case .text(let text) = scalar, text.utf8.count > Self.shortText { try spend(text.utf8.count) }
  }

  /// Accounts for an array before it is made, and makes sure that there will be memory for it.
  func reserve(rows: Int, columns: Int) throws(Halt) {
    let count = try Matrix.count(rows: rows, columns: columns)
    try spend(count)
    try requireRoom(count * MemoryLayout<Scalar>.stride)
  }

  /// Accounts for the memory of a value.
  @inline(__always)
  func hold(_ scalar: Scalar) throws(Halt) {
    if case .text(let text) = scalar { try hold(bytes: text.utf8.count) }
  }

  /// Accounts for memory. What exceeds the limit is not held, so the rest is left for other formulas.
  func hold(bytes: Int) throws(Halt) {
    try requireRoom(bytes)
    room -= bytes
  }

  private func requireRoom(_ bytes: Int) throws(Halt) {
    guard bytes <= room else {
      throw .kept(.limit(name: "calculation-bytes", limit: book.workbook.package.limits.calculationBytes))
    }
  }
}
