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
}

extension CalculatedWorkbook {
  init(_ engine: Engine) {
    let book = engine.book
    var changes: [Change] = []
    var edit = WorkbookEdit()
    edit.recalculation = .never
    for (number, cell) in book.formulas.enumerated() where book.states[number] == .done {
      guard let place = CellReference(row: cell.place.row, column: cell.place.column),
        let value = book.value(at: cell.place)
      else { continue }
      guard !Self.isSame(value, cell.stored, isStored: cell.hasStored) else { continue }
      changes.append(Change(sheet: cell.place.sheet, cell: place, old: cell.stored.cellValue, new: value.cellValue))
      edit.sheets[cell.place.sheet, default: SheetEdit()].cells[place] = CellEdit(cached: value.cellValue)
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
  private static func isSame(_ new: Scalar, _ old: Scalar, isStored: Bool) -> Bool {
    switch (new, old) {
    case (.number(let a), .number(let b)): a == b || Ordering.numbers(a, b) == 0
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.text(let a), .blank): a.isEmpty && isStored
    default: new == old
    }
  }
}

extension Book {
  /// The value of a cell, calculated or stored.
  func value(at place: Place) -> Scalar? {
    guard let store = column(place.sheet, place.column), let at = store.position(of: place.row) else { return nil }
    return store.values[at]
  }
}
