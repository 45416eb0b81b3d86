// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Calculates the formulas of a book, each after its dependencies. Long chains cause no recursion: the dependencies of a formula are pushed
/// on a stack, and the formula is evaluated again when they are done.
final class Engine {
  let book: Book
  let evaluator: Evaluator
  /// The reasons why formulas keep their stored values, by formula number.
  private(set) var kept: [Int: KeptReason] = [:]
  /// Whether a formula that cannot be calculated gives the value that the file stores for it.
  private let trustsStored: Bool
  /// The dynamic arrays whose results do not fit, by formula number.
  private(set) var blocked: [Int: BlockedSpill] = [:]
  /// Whether a formula spilled into cells that were not part of its range when the run began; other formulas may have read them too early.
  private var spillChanges = false

  init(_ book: Book, _ options: CalculationOptions, trustsStored: Bool = false) {
    self.book = book
    self.trustsStored = trustsStored
    evaluator = Evaluator(book, asOf: options.asOf.flatMap { $0.serial(in: book.dateSystem) })
    evaluator.iterates = book.workbook.calculation.iterates
  }

  /// Calculates the dirty formulas or, if `wanted` is given, only those formulas and their dependencies.
  func run(_ wanted: [Int]? = nil) {
    dirty = book.formulas.indices.filter { book.states[$0] == .dirty }
    let wanted = wanted ?? dirty
    RunSettings.$dateSystem.withValue(book.dateSystem) {
      pass(wanted)
      for _ in 0..<Self.maxSpillPasses where spillChanges { repeatPass(wanted) }
      iterate(wanted)
    }
  }

  /// Calculates formulas of an earlier run once more, because cells that they read have changed.
  func runAgain(_ formulas: [Int]) {
    for formula in formulas {
      kept[formula] = nil
      blocked[formula] = nil
      book.states[formula] = .dirty
    }
    spillChanges = false
    evaluator.renew()
    run(formulas)
  }

  /// The formulas that were dirty when the run began.
  private var dirty: [Int] = []

  /// How many times spilled ranges may change before the run gives up on them.
  private static let maxSpillPasses = 8

  private func pass(_ wanted: [Int]) {
    for formula in wanted where book.states[formula] == .dirty { calculate(formula) }
  }

  private func repeatPass(_ wanted: [Int]) {
    spillChanges = false
    kept = [:]
    blocked = [:]
    evaluator.forgetIndexes()
    for formula in dirty { book.states[formula] = .dirty }
    pass(wanted)
  }

  /// If the workbook enables iteration, recalculates formulas in circular references until they hardly change.
  private func iterate(_ wanted: [Int]) {
    guard !evaluator.circular.isEmpty else { return }
    let settings = book.workbook.calculation
    var before = circularValues()
    for _ in 1..<settings.iterationCount {
      repeatPass(wanted)
      let now = circularValues()
      let isSettled = zip(before, now).allSatisfy { old, new in
        if case .number(let a) = old, case .number(let b) = new { return (a - b).magnitude < settings.iterationDelta }
        return old == new
      }
      if isSettled { return }
      before = now
    }
  }

  private func circularValues() -> [Scalar] {
    evaluator.circular.sorted().map { book.value(at: book.formulas[$0].place) ?? .blank }
  }

  private func calculate(_ first: Int) {
    var stack = [first]
    while let top = stack.last {
      guard book.states[top] == .dirty || book.states[top] == .waiting else {
        stack.removeLast()
        continue
      }
      book.states[top] = .waiting
      evaluator.needed.removeAll(keepingCapacity: true)
      do throws(Halt) {
        try settle(top)
        book.states[top] = .done
        stack.removeLast()
      } catch {
        switch error {
        case .error(let error):
          set(top, to: Matrix(.error(error)))
          book.states[top] = .done
          stack.removeLast()
        case .kept(let reason):
          keep(top, reason)
          stack.removeLast()
        case .waiting:
          if let again = evaluator.needed.first(where: { book.states[$0] == .waiting }) {
            closeCycle(at: again, &stack)
          } else {
            stack.append(contentsOf: evaluator.needed.reversed())
          }
        }
      }
    }
  }

  private func keep(_ formula: Int, _ reason: KeptReason) {
    if trustsStored, book.formulas[formula].hasStored {
      book.states[formula] = .done
      return
    }
    kept[formula] = reason
    book.states[formula] = .kept
  }

  /// Formulas in a circular reference keep their values: those on the stack, from `first` up, that are waiting.
  private func closeCycle(at first: Int, _ stack: inout [Int]) {
    guard let start = stack.firstIndex(of: first) else {
      // Not on the stack, so nothing is working on it any more.
      keep(first, .cycle([book.name(of: book.formulas[first].place)]))
      return
    }
    let members = stack[start...].filter { book.states[$0] == .waiting }
    let shown = members.prefix(20).map { book.name(of: book.formulas[$0].place) }
    for member in members { keep(member, .cycle(shown)) }
    stack.removeSubrange(start...)
  }

  // MARK: Results

  private func settle(_ formula: Int) throws(Halt) {
    let cell = book.formulas[formula]
    evaluator.place = cell.place
    let pattern = book.patterns[Int(cell.pattern)]
    let node = pattern.node
    let frame = Frame(scope: nil, inArray: cell.kind != .normal)
    switch cell.kind {
    case .normal:
      set(formula, to: Matrix(try scalar(of: pattern, stored: cell.stored)))
    case .array, .dynamic:
      set(
        formula,
        to: try uncut { () throws(Halt) -> Matrix in
          let value = try evaluator.evaluate(node, frame)
          if case .lambda = value { throw .calculation }
          if case .missing = value { return Matrix(.blank) }
          return try evaluator.matrix(value)
        })
    }
  }

  /// The value of an ordinary formula for the cell at the evaluator's place, which holds `stored`.
  func scalar(of pattern: FormulaPattern, stored: Scalar) throws(Halt) -> Scalar {
    try uncut { () throws(Halt) -> Matrix in Matrix(try cutScalar(of: pattern, stored: stored)) }.cells[0]
  }

  /// The result of a formula that may take whole columns and rows without their empty ends. If it is a single value, these must make no
  /// difference: with more empty cells than others, it is still the same. Otherwise, all cells count.
  private func uncut(_ evaluate: () throws(Halt) -> Matrix) throws(Halt) -> Matrix {
    evaluator.cutsOff = false
    let result = try evaluate()
    guard evaluator.cutsOff, result.cells.count == 1 else { return result }
    defer { book.margin = .none }
    book.margin = .wide
    if try evaluate() == result { return result }
    book.margin = .all
    return try evaluate()
  }

  private func cutScalar(of pattern: FormulaPattern, stored: Scalar) throws(Halt) -> Scalar {
    let node = pattern.node
    let frame = Frame(scope: nil, inArray: false)
    evaluator.missedIntersection = false
    evaluator.unclearFormat = nil
    var scalar: Scalar
    do throws(Halt) { scalar = try single(node, frame) } catch .error(let error) { scalar = .error(error) }
    // Without a stored value, evaluate the formula as current Excel evaluates one that is typed: ranges become arrays, and the cell shows
    // the first element. In a file that Excel has calculated, a range beside the formula is `#VALUE!`, unless its value says otherwise.
    if evaluator.missedIntersection, stored.isBlank || !scalar.isAsStored(stored) {
      let typed = try single(node, Frame(scope: nil, inArray: true))
      if stored.isBlank || typed.isAsStored(stored) { scalar = typed }
    }
    // What the file holds was written in another country, perhaps.
    if let format = evaluator.unclearFormat, !stored.isBlank, !scalar.isAsStored(stored) {
      throw .kept(.language(function: "TEXT", format: format))
    }
    if pattern.snaps, case .binary(let operation, let left, let right) = node, case .number(let number) = scalar {
      scalar = .number(try snapped(number, operation == .add, left, right, frame))
    }
    return scalar
  }

  /// The single value that a cell shows.
  private func single(_ node: Node, _ frame: Frame) throws(Halt) -> Scalar {
    switch try evaluator.evaluate(node, frame) {
    case .array(let matrix): return matrix.cells[0]
    case .lambda: throw .calculation
    case let value: return try evaluator.element(evaluator.dereferenced(value, frame))
    }
  }

  /// If a formula's last operation is a sum that lost nearly all its digits, the result is a zero that binary fractions missed.
  private func snapped(
    _ number: Double, _ isSum: Bool, _ left: Node, _ right: Node, _ frame: Frame
  ) throws(Halt) -> Double {
    guard number != 0, number.magnitude < 1,
      case .scalar(let a) = try evaluator.operand(left, frame),
      case .scalar(let b) = try evaluator.operand(right, frame)
    else { return number }
    let x = try a.number
    let y = try b.number
    return isSum ? ApproximateNumber.add(x, y) : ApproximateNumber.subtract(x, y)
  }

  /// A cell never shows a blank: a reference to a blank cell gives 0.
  private func shown(_ scalar: Scalar) -> Scalar {
    switch scalar {
    case .blank: .number(0)
    case .number(let number) where number == 0: .number(0)
    default: scalar
    }
  }

  private func set(_ formula: Int, to matrix: Matrix) {
    let place = book.formulas[formula].place
    guard let grid = book.grids[place.sheet] else { return }
    switch book.formulas[formula].kind {
    case .normal: write(place, asStored(shown(matrix.cells[0]), book.formulas[formula].stored), grid)
    case .array:
      let extent = book.extents[formula]?.now ?? Area(place)
      for row in 0..<extent.rows {
        for column in 0..<extent.columns {
          write(extent.cell(row, column), shown(matrix.spread(row, column)), grid)
        }
      }
    case .dynamic: spill(formula, matrix, grid)
    }
  }

  /// The stored value, if it is the calculated one in 15 digits: those that read it then see the bits that Excel saw.
  private func asStored(_ value: Scalar, _ stored: Scalar) -> Scalar {
    if case .number(let new) = value, case .number(let old) = stored, new != old, Ordering.numbers(new, old) == 0 {
      stored
    } else {
      value
    }
  }

  private func write(_ place: Place, _ value: Scalar, _ grid: Grid) {
    guard let store = grid.column(place.column), let at = store.position(of: place.row) else { return }
    store.values[at] = value
  }

  private func spill(_ formula: Int, _ matrix: Matrix, _ grid: Grid) {
    let place = book.formulas[formula].place
    let wanted = Area(
      sheet: place.sheet, top: place.row, left: place.column, bottom: place.row + matrix.rows - 1,
      right: place.column + matrix.columns - 1)
    let before = book.extents[formula]?.now ?? Area(place)
    blocked[formula] = obstruction(to: wanted, for: formula, grid)
    let fits = blocked[formula] == nil
    let result = fits ? matrix : Matrix(.error(.spill))
    let extent = fits ? wanted : Area(place)
    for column in min(extent.left, before.left)...max(extent.right, before.right) {
      let store = grid.makeColumn(column)
      for row in min(extent.top, before.top)...max(extent.bottom, before.bottom) {
        let here = Place(sheet: place.sheet, row: row, column: column)
        if extent.contains(here) {
          let value = shown(result[row - place.row, column - place.column])
          if let at = store.position(of: row) {
            store.values[at] = value
            if store.formulas[at] != formula {
              store.take(at, for: Int32(formula))
              spillChanges = true
            }
          } else {
            store.insert(row: row, value, formula: Int32(formula))
            spillChanges = true
          }
        } else if before.contains(here), let at = store.position(of: row), store.formulas[at] == formula {
          store.values[at] = .blank
          store.formulas[at] = -1
          spillChanges = true
        }
      }
    }
    grid.noteRow(extent.bottom)
    book.extents[formula] = FormulaExtent(now: extent, stored: book.extents[formula]?.stored ?? Area(place))
  }
}
