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
  private var depth = 0
  /// Parts of formulas inside one another, over all names and lambdas.
  private var level = 0
  /// What is left of the work that the formulas may do together.
  var budget: Int
  /// What is left of the memory that the values may take.
  var room: Int
  let indexes = LookupIndexes()
  let conditions = ConditionIndexes()

  static let maxDepth = 128
  static let maxLevel = 1500

  init(_ book: Book, asOf: Double?) {
    self.book = book
    self.asOf = asOf
    budget = book.workbook.package.limits.calculationSteps
    room = book.workbook.package.limits.calculationBytes
  }

  func forgetIndexes() {
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

  // MARK: Names and lambdas

  private func named(_ entry: Int, _ frame: Frame) throws(Halt) -> Value {
    guard let node = book.names.node(entry, onSheet: place.sheet, in: book) else { throw .name }
    try enter()
    defer { depth -= 1 }
    // A name is evaluated for all its cells, whatever formula it stands in.
    return try evaluate(node, Frame(scope: nil, inArray: true))
  }

  private func enter() throws(Halt) {
    guard depth < Self.maxDepth else { throw .number }
    depth += 1
  }

  private func applyNode(_ callee: Node, _ arguments: [Node], _ frame: Frame) throws(Halt) -> Value {
    guard case .lambda(let lambda) = try evaluate(callee, frame) else {
      if case .variable = callee { throw .value }
      throw .reference
    }
    var values: [Value] = []
    for argument in arguments { values.append(try caught { () throws(Halt) in try evaluate(argument, frame) }) }
    if lambda.parameters.isEmpty, values.count == 1, values[0].isMissing { values = [] }
    return try apply(lambda, values)
  }

  func apply(_ lambda: Lambda, _ arguments: [Value]) throws(Halt) -> Value {
    guard arguments.count <= lambda.parameters.count else { throw .value }
    try spend(1)
    try enter()
    defer { depth -= 1 }
    var scope = lambda.scope
    for (index, name) in lambda.parameters.enumerated() {
      scope = Scope(name, index < arguments.count ? arguments[index] : .missing, outer: scope)
    }
    return try evaluate(lambda.body, Frame(scope: scope, inArray: lambda.inArray))
  }

  func spend(_ steps: Int) throws(Halt) {
    budget -= steps
    if budget < 0 {
      throw .kept(.limit(name: "calculation-steps", limit: book.workbook.package.limits.calculationSteps))
    }
  }

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

  // MARK: Calls

  private func call(_ function: Function, _ nodes: [Node], _ frame: Frame) throws(Halt) -> Value {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    var lifted: (rows: Int, columns: Int)?
    for index in nodes.indices {
      switch function.parameter(index) {
      case .value:
        // What refers to nothing is a value too: ISERROR(1/0).
        let value = try caught { () throws(Halt) in try operand(nodes[index], frame) }
        if case .array(let matrix) = value {
          lifted = (max(lifted?.rows ?? 1, matrix.rows), max(lifted?.columns ?? 1, matrix.columns))
        }
        values.append(value)
      case .reference: values.append(try caught { () throws(Halt) in try evaluate(nodes[index], frame) })
      case .array:
        values.append(
          try caught { () throws(Halt) in try evaluate(nodes[index], Frame(scope: frame.scope, inArray: true)) })
      case .lazy: values.append(.missing)
      }
    }
    try spend(1)
    if frame.inArray, let several = try overReferences(function, values, nodes, frame) { return several }
    guard var lifted else { return try result(function, values, nodes, frame) }
    if Self.makesReferences.contains(function.name) {
      return try references(function, values, nodes, frame, count: lifted.rows * lifted.columns)
    }
    // What is chosen from for each element is evaluated once.
    for index in nodes.indices where function.parameter(index) == .lazy {
      values[index] = try caught { () throws(Halt) in try dereferenced(evaluate(nodes[index], frame), frame) }
      if case .array(let matrix) = values[index] {
        lifted = (max(lifted.rows, matrix.rows), max(lifted.columns, matrix.columns))
      }
    }
    let arguments = values
    try hold(bytes: lifted.rows * lifted.columns * MemoryLayout<Scalar>.stride)
    return .matrix(
      try Matrix(rows: lifted.rows, columns: lifted.columns) { (row, column) throws(Halt) in
        try spend(1)
        var values = arguments
        for index in values.indices {
          switch function.parameter(index) {
          case .value, .lazy:
            if case .array(let matrix) = values[index] { values[index] = .scalar(matrix.spread(row, column)) }
          case .reference, .array: break
          }
        }
        do throws(Halt) {
          return try element(result(function, values, nodes, frame, isElement: true))
        } catch .error(let error) {
          return .error(error)
        }
      })
  }

  // MARK: Several references

  private static let makesReferences: Set<String> = ["INDIRECT", "OFFSET"]
  private static let takesReferences: Set<String> = [
    "SUMIF", "COUNTIF", "AVERAGEIF", "SUMIFS", "COUNTIFS", "AVERAGEIFS", "MAXIFS", "MINIFS", "SUBTOTAL", "COUNTBLANK",
    "N", "T",
  ]

  /// INDIRECT and OFFSET of arrays: the areas that the elements refer to.
  private func references(
    _ function: Function, _ values: [Value], _ nodes: [Node], _ frame: Frame, count: Int
  ) throws(Halt) -> Value {
    var areas: [Area] = []
    for element in 0..<count {
      var own = values
      for index in own.indices {
        if case .array(let matrix) = own[index] {
          own[index] = .scalar(element < matrix.cells.count ? matrix.cells[element] : .error(.notAvailable))
        }
      }
      guard case .area(let area) = try result(function, own, nodes, frame, isElement: true) else { throw .value }
      areas.append(area)
    }
    return .areas(areas)
  }

  /// Conditional sums over several references at once: `SUMPRODUCT(SUMIF(INDIRECT(names&"!A:A"),…))`, a value for each; nil when there
  /// are not several.
  private func overReferences(
    _ function: Function, _ values: [Value], _ nodes: [Node], _ frame: Frame
  ) throws(Halt) -> Value? {
    guard Self.takesReferences.contains(function.name) else { return nil }
    var count = 1
    for value in values { if case .areas(let areas) = value { count = max(count, areas.count) } }
    guard count > 1 else { return nil }
    return .matrix(
      try Matrix(rows: count, columns: 1) { (row, _) throws(Halt) in
        var own = values
        for index in own.indices {
          switch own[index] {
          case .areas(let areas): own[index] = row < areas.count ? .area(areas[row]) : .error(.notAvailable)
          case .array(let matrix) where function.parameter(index) == .value:
            own[index] = .scalar(matrix.cells.count == count ? matrix.cells[row] : matrix.cells[0])
          default: break
          }
        }
        do throws(Halt) { return try element(result(function, own, nodes, frame)) } catch .error(let error) {
          return .error(error)
        }
      })
  }

  /// An error as a value.
  func caught(_ body: () throws(Halt) -> Value) throws(Halt) -> Value {
    do throws(Halt) { return try body() } catch .error(let error) { return .error(error) }
  }

  // Swift 6.3.1's optimizer fails when it inlines a call that passes a value without copies.
  @inline(never)
  private func result(
    _ function: Function, _ values: [Value], _ nodes: [Node], _ frame: Frame, isElement: Bool = false
  ) throws(Halt) -> Value {
    let value = try function.body(
      Call(function: function, values: values, nodes: nodes, evaluator: self, frame: frame, isElement: isElement))
    switch value {
    case .scalar(.number(let number)): if !number.isFinite { throw .number }
    case .scalar(let scalar): try hold(scalar)
    case .array(let matrix): try hold(bytes: matrix.cells.count * MemoryLayout<Scalar>.stride)
    default: break
    }
    return value
  }

  /// A value as one element of an array.
  func element(_ value: Value) throws(Halt) -> Scalar {
    switch value {
    case .scalar(let scalar): return scalar
    case .missing: return .blank
    case .array(let matrix): return matrix.cells[0]
    case .area(let area): return try read(area.first)
    case .areas(let areas): return try read(areas[0].first)
    case .lambda: throw .calculation
    }
  }

  // MARK: Cells

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
  private func require(_ formula: Int) throws(Halt) {
    if book.states[formula] == .done { return }
    try requireSlowly(formula)
  }

  private func requireSlowly(_ formula: Int) throws(Halt) {
    switch book.states[formula] {
    case .done: return
    case .kept: throw .kept(.dependent(book.name(of: book.formulas[formula].place, from: place.sheet)))
    case .waiting where iterates: circular.insert(formula)
    case .waiting, .dirty:
      needed.append(formula)
      throw .waiting
    }
  }

  /// Asks for all formulas in `area` that are not calculated yet.
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

  /// Calls `body` for the cells of `area` that are stored, row by row where it has several columns.
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
    // One place per column goes down the rows.
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

  /// Calls `body` for the values that are there: of ranges the stored cells.
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

  /// All cells of `area`; of whole columns and rows those down to the last that holds anything in the workbook.
  func matrix(of area: Area) throws(Halt) -> Matrix {
    let area = book.trimmed(area)
    guard area.rows * area.columns <= Matrix.maxCells else {
      throw .kept(.limit(name: "array-cells", limit: Matrix.maxCells))
    }
    try spend(area.rows * area.columns)
    var matrix = Matrix(
      rows: area.rows, columns: area.columns,
      cells: [Scalar](repeating: .blank, count: area.rows * area.columns))
    try forEachStored(area) { (row, column, scalar) throws(Halt) in
      matrix[row - area.top, column - area.left] = scalar
    }
    return matrix
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
