import Formula
import Spreadsheet

/// Which formulas read which cells, as far as their texts say it; those whose references are made by functions count as readers of
/// everything.
struct Dependents {
  private let book: Book
  /// By cell, for references to single cells.
  private var readers: [Place: [Int]] = [:]
  /// By sheet and column, for ranges of few columns: in order of their first rows.
  private var ranges: [Column: [Span]] = [:]
  /// For ranges of many columns, by sheet.
  private var wide: [Int: [(area: Area, formula: Int)]] = [:]
  /// Formulas of which nobody knows what they read.
  private var anything: [Int] = []

  private struct Column: Hashable {
    var sheet: Int
    var column: Int
  }

  private struct Span {
    var top: Int
    var bottom: Int
    /// The lowest end of this and all spans before it.
    var reach: Int
    var formula: Int
  }

  private static let mostColumns = 64

  init(_ book: Book) {
    self.book = book
    for (number, cell) in book.formulas.enumerated() {
      var precedents = Precedents(book, from: cell.place)
      precedents.collect(cell.node)
      if precedents.isOpen { anything.append(number) }
      for area in precedents.areas {
        if area.isCell {
          readers[area.first, default: []].append(number)
        } else if area.columns <= Self.mostColumns {
          for column in area.left...area.right {
            ranges[Column(sheet: area.sheet, column: column), default: []].append(
              Span(top: area.top, bottom: area.bottom, reach: 0, formula: number))
          }
        } else {
          wide[area.sheet, default: []].append((area, number))
        }
      }
    }
    for key in Array(ranges.keys) {
      guard var spans = ranges.removeValue(forKey: key) else { continue }
      spans.sort { $0.top < $1.top }
      var reach = 0
      for index in spans.indices {
        reach = max(reach, spans[index].bottom)
        spans[index].reach = reach
      }
      ranges[key] = spans
    }
  }

  /// Leaves dirty what depends on `changed`, and what has no value, and takes the rest for done.
  func markDirty(after changed: [Int: Set<CellReference>]) {
    var open: [Place] = []
    for (sheet, cells) in changed {
      open += cells.map { Place(sheet: sheet, row: $0.row, column: $0.column) }
    }
    var isDirty = [Bool](repeating: false, count: book.formulas.count)
    func mark(_ formula: Int) {
      guard !isDirty[formula] else { return }
      isDirty[formula] = true
      let cell = book.formulas[formula]
      guard let extent = cell.extent, !extent.isCell, extent.rows * extent.columns <= Matrix.maxCells else {
        open.append(cell.place)
        return
      }
      for row in extent.top...extent.bottom {
        for column in extent.left...extent.right { open.append(Place(sheet: extent.sheet, row: row, column: column)) }
      }
    }
    if !open.isEmpty { for formula in anything { mark(formula) } }
    for (number, cell) in book.formulas.enumerated() where !cell.hasStored { mark(number) }
    for place in open { if let own = book.formula(at: place) { mark(own) } }
    while let place = open.popLast() {
      for formula in readers[place] ?? [] { mark(formula) }
      if let spans = ranges[Column(sheet: place.sheet, column: place.column)] {
        // Those that begin below do not hold the cell; going up, none does once their ends are all above it.
        var low = 0
        var high = spans.count
        while low < high {
          let middle = (low + high) / 2
          if spans[middle].top <= place.row { low = middle + 1 } else { high = middle }
        }
        var at = low - 1
        while at >= 0, spans[at].reach >= place.row {
          if spans[at].bottom >= place.row { mark(spans[at].formula) }
          at -= 1
        }
      }
      for (area, formula) in wide[place.sheet] ?? [] where area.contains(place) { mark(formula) }
    }
    for number in book.formulas.indices where !isDirty[number] {
      book.states[number] = .done
      book.formulas[number].isCalculated = false
    }
  }
}

/// The areas that a formula's text names.
private struct Precedents {
  let book: Book
  let place: Place
  private(set) var areas: [Area] = []
  /// Whether it may read more than these.
  private(set) var isOpen = false
  private var names: Set<Int> = []

  init(_ book: Book, from place: Place) {
    self.book = book
    self.place = place
  }

  /// The third argument has the size of another, whatever it says itself.
  private mutating func collectPair(_ other: Int, _ arguments: [Node]) {
    guard arguments.count > 2 else { return }
    guard let size = area(arguments[other]), var read = area(arguments[2]) else {
      isOpen = true
      return
    }
    read.bottom = min(max(read.bottom, read.top + size.rows - 1), CellReference.maxRow)
    read.right = min(max(read.right, read.left + size.columns - 1), CellReference.maxColumn)
    areas.append(read)
  }

  private func area(_ node: Node) -> Area? {
    switch node {
    case .cell(let cell): Area(cell.place(from: place))
    case .area(let area): area.area(from: place)
    case .table(let reference): try? book.area(of: reference, from: place)
    default: nil
    }
  }

  /// Recursive: nodes are as deep as the expressions that they are made of; a name is followed once.
  mutating func collect(_ node: Node) {
    switch node {
    case .constant, .array, .missing, .variable, .halt: break
    case .cell(let cell): areas.append(Area(cell.place(from: place)))
    case .area(let area): areas.append(area.area(from: place))
    case .sheets(let sheets, let area):
      for sheet in sheets {
        var own = area.area(from: place)
        own.sheet = sheet
        areas.append(own)
      }
    case .name(let entry):
      guard names.insert(entry).inserted, let node = book.names.node(entry, onSheet: place.sheet, in: book) else {
        return
      }
      collect(node)
    case .table(let reference):
      if let area = try? book.area(of: reference, from: place) { areas.append(area) } else { isOpen = true }
    case .unary(let operation, let operand):
      if operation == .spill { isOpen = true }
      collect(operand)
    case .binary(let operation, let left, let right):
      // What lies between two references is read as well.
      if operation == .range { isOpen = true }
      collect(left)
      collect(right)
    case .call(let function, let arguments):
      switch function.name {
      case "OFFSET", "INDIRECT", "TODAY", "NOW", "CELL", "INFO", "FORMULATEXT": isOpen = true
      case "SUMIF", "AVERAGEIF", "LOOKUP": collectPair(function.name == "LOOKUP" ? 1 : 0, arguments)
      default: break
      }
      for argument in arguments { collect(argument) }
    case .apply(let callee, let arguments):
      collect(callee)
      for argument in arguments { collect(argument) }
    }
  }
}
