public import Spreadsheet

/// What a calculation needs to be told besides the workbook.
public struct CalculationOptions: Sendable {
  /// The moment that TODAY and NOW give. Without it their formulas keep the stored values.
  public var asOf: SerialDate?

  public init(asOf: SerialDate? = nil) { self.asOf = asOf }
}

/// All formulas of a workbook, calculated as Excel does.
public struct CalculatedWorkbook: Sendable {
  /// A cell that gets another value than the file has.
  public struct Change: Hashable, Sendable {
    /// Position in ``Workbook/sheets``.
    public let sheet: Int
    public let cell: CellReference
    public let old: CellValue
    public let new: CellValue
  }

  /// A formula whose stored value is kept.
  public struct Kept: Hashable, Sendable {
    public let sheet: Int
    public let cell: CellReference
    public let reason: KeptReason
  }

  /// How many formulas there are.
  public let formulaCount: Int
  /// In the order of the sheets and their cells.
  public let changes: [Change]
  /// In the order of the sheets and their cells.
  public let kept: [Kept]
  /// What makes the workbook hold the calculated values.
  public let edit: WorkbookEdit
}

extension Workbook {
  /// All formulas of all sheets, calculated anew from the values that the file holds; nothing is written.
  ///
  /// What can't be calculated here keeps its stored value, and so does what depends on it: see ``CalculatedWorkbook/kept``.
  /// Takes time and memory in proportion to the cells and to the ranges that the formulas read.
  public func recalculated(
    _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) -> CalculatedWorkbook {
    let book = Book(self)
    try book.read()
    let engine = Engine(book, asOf: options.asOf.flatMap { $0.serial(in: dateSystem) })
    engine.run()
    return CalculatedWorkbook(engine)
  }

  /// Only the formulas that depend on these cells, by position of the sheet, and those without a stored value; all others count as
  /// right.
  public func recalculated(
    after changed: [Int: Set<CellReference>], _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) -> CalculatedWorkbook {
    let book = Book(self)
    try book.read()
    Dependents(book).markDirty(after: changed)
    let engine = Engine(book, asOf: options.asOf.flatMap { $0.serial(in: dateSystem) })
    engine.run()
    return CalculatedWorkbook(engine)
  }
}

extension CalculatedWorkbook {
  init(_ engine: Engine) {
    let book = engine.book
    var changes: [Change] = []
    var edit = WorkbookEdit()
    edit.recalculation = .never
    // What iteration leaves within its own bound counts as the same.
    let tolerance = engine.evaluator.circular.isEmpty ? 0 : book.workbook.calculation.iterationDelta
    func note(_ place: Place, _ new: Scalar, _ old: Scalar, isStored: Bool, range: Area? = nil) {
      guard let cell = CellReference(row: place.row, column: place.column) else { return }
      let isSame = Self.isSame(new, old, isStored: isStored, tolerance)
      guard !isSame || range != nil else { return }
      if !isSame { changes.append(Change(sheet: place.sheet, cell: cell, old: old.cellValue, new: new.cellValue)) }
      edit.sheets[place.sheet, default: SheetEdit()].cells[cell] = CellEdit(
        cached: isSame ? old.cellValue : new.cellValue, arrayRange: range?.range)
    }
    for (number, cell) in book.formulas.enumerated() where book.states[number] == .done && cell.isCalculated {
      guard let value = book.value(at: cell.place) else { continue }
      let isMoved = cell.extent != cell.storedExtent
      note(cell.place, value, cell.stored, isStored: cell.hasStored, range: isMoved ? cell.extent : nil)
      guard let extent = cell.extent, let stored = cell.storedExtent, !extent.isCell || !stored.isCell else { continue }
      let all = extent.union(stored)
      for row in all.top...all.bottom {
        for column in all.left...all.right {
          let place = Place(sheet: cell.place.sheet, row: row, column: column)
          guard place != cell.place, extent.contains(place) || stored.contains(place) else { continue }
          let old = book.storedElements[place] ?? .blank
          note(place, book.value(at: place) ?? .blank, old, isStored: !old.isBlank)
        }
      }
    }
    changes.sort { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }
    formulaCount = book.formulas.count
    kept = engine.kept.compactMap { number, reason in
      let place = book.formulas[number].place
      return CellReference(row: place.row, column: place.column).map {
        Kept(sheet: place.sheet, cell: $0, reason: reason)
      }
    }.sorted { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }
    self.changes = changes
    self.edit = edit
  }

  /// Whether a stored value is as good as the calculated one: numbers that agree in 15 digits are the same.
  private static func isSame(_ new: Scalar, _ old: Scalar, isStored: Bool, _ tolerance: Double) -> Bool {
    switch (new, old) {
    case (.number(let a), .number(let b)): a == b || Ordering.numbers(a, b) == 0 || (a - b).magnitude < tolerance
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.text(let a), .blank): a.isEmpty && isStored
    // Excel stores errors that are newer than the file format as this one, and says elsewhere what they are.
    case (.error(let a), .error(.value)) where a.rawValue > ErrorValue.gettingData.rawValue: true
    default: new == old
    }
  }
}

extension Workbook {
  /// The workbook with `edit`, and with the formulas that depend on what it changes calculated anew. Where some can't be, the
  /// workbook asks the spreadsheet program to calculate when it is next opened.
  public func applyingCalculated(
    _ edit: WorkbookEdit, _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) -> (bytes: [UInt8], calculated: CalculatedWorkbook) {
    var quiet = edit
    quiet.recalculation = .never
    let edited = try Workbook(applying(quiet), limits: package.limits)
    var changed: [Int: Set<CellReference>] = [:]
    for (sheet, wishes) in edit.sheets {
      var cells = Set(wishes.cells.keys)
      for fill in wishes.fills {
        for (index, isWritten) in fill.written.enumerated() where isWritten {
          if let cell = CellReference(row: fill.firstRow + index, column: fill.column) { cells.insert(cell) }
        }
      }
      changed[sheet] = cells
    }
    let calculated = try edited.recalculated(after: changed, options)
    var consequences = calculated.edit
    if !calculated.kept.isEmpty { consequences.recalculation = edit.recalculation == .never ? .never : .always }
    if edit.recalculation == .always { consequences.recalculation = .always }
    return (try edited.applying(consequences), calculated)
  }
}

extension Area {
  var range: CellRange? {
    guard let first = CellReference(row: top, column: left), let last = CellReference(row: bottom, column: right) else {
      return nil
    }
    return CellRange(first, last)
  }
}

extension Book {
  /// The value of a cell, calculated or stored.
  func value(at place: Place) -> Scalar? {
    guard let store = column(place.sheet, place.column), let at = store.position(of: place.row) else { return nil }
    return store.values[at]
  }
}
