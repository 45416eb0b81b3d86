import Formula
import Spreadsheet

/// Calculates the formulas of a book, each after those that it needs. A chain of any length is no recursion: what a formula needs
/// is put on a stack, and the formula is evaluated again when that is done.
final class Engine {
  let book: Book
  let evaluator: Evaluator
  /// Why formulas keep their values, by number.
  private(set) var kept: [Int: KeptReason] = [:]
  /// Cells that a formula spilled into, which were not its own before, or are no longer.
  private var spillChanges = false

  init(_ book: Book, asOf: Double?) {
    self.book = book
    evaluator = Evaluator(book, asOf: asOf)
  }

  func run() {
    RunSettings.$dateSystem.withValue(book.dateSystem) {
      for formula in book.formulas.indices where book.states[formula] == .dirty { calculate(formula) }
    }
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
    kept[formula] = reason
    book.states[formula] = .kept
  }

  /// Formulas that wait for each other keep their values. They are those on the stack that wait, from `first` up.
  private func closeCycle(at first: Int, _ stack: inout [Int]) {
    guard let start = stack.firstIndex(of: first) else {
      // Not on the stack: nobody works on it any more.
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
    evaluator.budget = Evaluator.work
    let frame = Frame(scope: nil, inArray: cell.kind != .normal)
    switch cell.kind {
    case .normal:
      evaluator.missedIntersection = false
      var scalar: Scalar
      do throws(Halt) { scalar = try single(cell.node, frame) } catch .error(let error) { scalar = .error(error) }
      // Where nobody has found this to be an error, the formula is read as today's Excel reads one that is typed: its ranges are
      // arrays, and the cell shows the first element.
      if evaluator.missedIntersection, cell.stored != .error(.value) {
        scalar = try single(cell.node, Frame(scope: nil, inArray: true))
      }
      if cell.snaps, case .binary(let operation, let left, let right) = cell.node, case .number(let number) = scalar {
        scalar = .number(try snapped(number, operation == .add, left, right, frame))
      }
      set(formula, to: Matrix(scalar))
    case .array, .dynamic:
      let value = try evaluator.evaluate(cell.node, frame)
      let matrix: Matrix
      if case .lambda = value { throw .calculation }
      if case .missing = value { matrix = Matrix(.blank) } else { matrix = try evaluator.matrix(value) }
      set(formula, to: matrix)
    }
  }

  /// The one value that a cell shows.
  private func single(_ node: Node, _ frame: Frame) throws(Halt) -> Scalar {
    switch try evaluator.evaluate(node, frame) {
    case .array(let matrix): return matrix.cells[0]
    case .lambda: throw .calculation
    case let value: return try evaluator.element(evaluator.dereferenced(value, frame))
    }
  }

  /// A sum that lost nearly all its digits is a zero which binary fractions missed: so it is for the last operation of a formula.
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

  /// A cell shows no blank: a reference to one is 0.
  private func shown(_ scalar: Scalar) -> Scalar {
    switch scalar {
    case .blank: .number(0)
    case .number(let number) where number == 0: .number(0)
    default: scalar
    }
  }

  private func set(_ formula: Int, to matrix: Matrix) {
    let cell = book.formulas[formula]
    let place = cell.place
    guard let grid = book.grids[place.sheet] else { return }
    switch cell.kind {
    case .normal: write(place, shown(matrix.cells[0]), grid)
    case .array:
      let extent = cell.extent ?? Area(place)
      for row in 0..<extent.rows {
        for column in 0..<extent.columns {
          write(extent.cell(row, column), shown(matrix.spread(row, column)), grid)
        }
      }
    case .dynamic: spill(formula, matrix, grid)
    }
  }

  private func write(_ place: Place, _ value: Scalar, _ grid: Grid) {
    guard let store = grid.column(place.column), let at = store.position(of: place.row) else { return }
    store.values[at] = value
  }

  private func spill(_ formula: Int, _ matrix: Matrix, _ grid: Grid) {
    let cell = book.formulas[formula]
    let place = cell.place
    let bottom = place.row + matrix.rows - 1
    let right = place.column + matrix.columns - 1
    var fits = bottom <= CellReference.maxRow && right <= CellReference.maxColumn
    let extent = Area(sheet: place.sheet, top: place.row, left: place.column, bottom: bottom, right: right)
    let before = cell.extent ?? Area(place)
    if fits, !extent.isCell {
      columns: for column in extent.left...extent.right {
        guard let store = grid.column(column) else { continue }
        for at in store.range(extent.top, extent.bottom)
        where store.formulas[at] != formula && (store.formulas[at] >= 0 || !store.values[at].isBlank) {
          fits = false
          break columns
        }
      }
    }
    let result = fits ? matrix : Matrix(.error(.spill))
    let new = fits ? extent : Area(place)
    for column in min(new.left, before.left)...max(new.right, before.right) {
      let store = grid.makeColumn(column)
      for row in min(new.top, before.top)...max(new.bottom, before.bottom) {
        let here = Place(sheet: place.sheet, row: row, column: column)
        if new.contains(here) {
          let value = shown(result[row - place.row, column - place.column])
          if let at = store.position(of: row) {
            if store.formulas[at] != formula { spillChanges = true }
            store.values[at] = value
            store.formulas[at] = Int32(formula)
          } else {
            spillChanges = true
            store.insert(row: row, value, formula: Int32(formula))
          }
        } else if before.contains(here), let at = store.position(of: row), store.formulas[at] == formula {
          store.values[at] = .blank
        }
      }
    }
    grid.noteRow(new.bottom)
    book.formulas[formula].extent = new
  }
}
