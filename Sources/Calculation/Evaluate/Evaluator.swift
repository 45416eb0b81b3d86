import Formula
import Spreadsheet

/// Evaluates the formula of one cell after the other. What is not calculated yet it asks for, see ``Halt/waiting``.
final class Evaluator {
  let book: Book
  /// The moment that TODAY and NOW give, as a serial number; nil when none was given.
  let asOf: Double?
  /// The cell whose formula is evaluated.
  var place = Place(sheet: 0, row: 1, column: 1)
  /// Formulas that are needed and not calculated yet.
  var needed: [Int] = []
  /// Whether a cell that waits for itself is read as it is, see `iterate` of the workbook.
  var iterates = false
  /// Formulas that were read while they waited for themselves.
  var circular: Set<Int> = []
  /// Calls of lambdas and names inside one another.
  var depth = 0
  /// Parts of formulas inside one another, over all names and lambdas.
  private var level = 0
  /// What is left of the work that the formulas may do together.
  var budget: Int
  /// What is left of the memory that the values may take.
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

  func forgetIndexes() {
    sums.removeAll()
    indexes.removeAll()
    conditions.removeAll()
  }

  // MARK: Nodes

  /// Recursive: nodes are as deep as the expressions that they are made of, and calls of lambdas are counted.
  func evaluate(_ node: Node, _ frame: Frame) throws(Halt) -> Value {
    // As deep a formula Excel gives up.
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

  /// A value for an operator or a `V` parameter: a scalar or an array, references read.
  func operand(_ node: Node, _ frame: Frame) throws(Halt) -> Value {
    switch node {
    case .constant(let scalar): return .scalar(scalar)
    case .cell(let cell): return .scalar(try read(cell.place(from: place)))
    default: return try dereferenced(evaluate(node, frame), frame)
    }
  }

  /// References read: whole in array formulas, else the cell beside the formula.
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

  /// Whether a range was met that has no cell beside the formula.
  var missedIntersection = false

  /// The cell of `area` in the row or the column of the formula; `#VALUE!` when there is none.
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
      // Both a row and a column: the cell itself, when the sheets differ.
      if area.sheet != place.sheet { return Place(sheet: area.sheet, row: place.row, column: place.column) }
    }
    missedIntersection = true
    throw .value
  }

  // MARK: Limits

  /// Counts work that is about to be done. What would be too much is not begun, and leaves the rest to the other formulas.
  func spend(_ steps: Int) throws(Halt) {
    guard steps <= budget else {
      throw .kept(.limit(name: "calculation-steps", limit: book.workbook.package.limits.calculationSteps))
    }
    budget -= steps
  }

  /// Steps that a call of a function is worth, next to one for each cell of a range.
  static let callSteps = 10
  static let lambdaSteps = 30

  /// Counts the memory of a value.
  @inline(__always)
  func hold(_ scalar: Scalar) throws(Halt) {
    if case .text(let text) = scalar { try hold(bytes: text.utf8.count) }
  }

  func hold(bytes: Int) throws(Halt) {
    room -= bytes
    if room < 0 {
      throw .kept(.limit(name: "calculation-bytes", limit: book.workbook.package.limits.calculationBytes))
    }
  }
}
