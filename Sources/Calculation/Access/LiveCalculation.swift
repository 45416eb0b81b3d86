// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A workbook that is read and calculated once and then stays calculated while its cells change.
///
/// ```swift
/// let live = try LiveCalculation(book)
/// let changes = try live.set("Deals!I7", to: .number(1_200_000))
/// print(try live.value(of: "Summary!B2"), changes.count)
/// let bytes = try book.applying(live.edit)
/// ```
/// A change costs what depends on it. In a workbook with dynamic arrays, whose results may take other cells, it costs a full calculation.
public final class LiveCalculation {
  private let workbook: Workbook
  private let book: Book
  private let engine: Engine
  private let dependents: Dependents
  private let survey: FormulaSurvey
  private let hasDynamicArrays: Bool
  private var written: [Place: CellEdit] = [:]
  /// The result of the first calculation.
  public let first: CalculatedWorkbook

  public init(
    _ workbook: Workbook, _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) {
    self.workbook = workbook
    book = Book(workbook)
    try book.read()
    let outline = Book(workbook)
    outline.readTables()
    survey = try FormulaSurvey(outline, FormulaScope())
    dependents = Dependents(outline, survey)
    hasDynamicArrays = book.formulas.contains { $0.kind == .dynamic }
    engine = Engine(book, options)
    engine.run()
    first = CalculatedWorkbook(engine)
  }

  /// Sets a cell that has no formula, and calculates what depends on it.
  ///
  /// - Parameter cell: with the title of its sheet: `Deals!I7`, `'Deals 2026'!I7`.
  /// - Returns: the formulas whose values are others now, in the order of the sheets and their cells.
  /// - Throws: an error if there is no such cell, or it has a formula or the value of one.
  @discardableResult
  public func set(_ cell: String, to value: CellValue) throws -> [CalculatedWorkbook.Change] {
    let place = try place(cell)
    if dependents.isCalculated(place) || book.formula(at: place) != nil { throw LiveCalculationError.formula(cell) }
    if book.grids[place.sheet] == nil { book.grids[place.sheet] = Grid() }
    book.set(place, Scalar(value))
    written[place] = CellEdit(value)
    return calculated(outOfDate(after: place))
  }

  /// The value of a cell as it is now; for a formula that cannot be calculated, the stored one.
  public func value(of cell: String) throws -> CellValue {
    (book.value(at: try place(cell)) ?? .blank).cellValue
  }

  /// Why a formula keeps its stored value; nil if it has been calculated.
  public func kept(_ cell: String) throws -> KeptReason? {
    book.formula(at: try place(cell)).flatMap { engine.kept[$0] }
  }

  /// The edit that brings the workbook to the present state.
  public var edit: WorkbookEdit {
    var edit = first.edit
    for (place, own) in written {
      guard let cell = CellReference(row: place.row, column: place.column) else { continue }
      for index in edit.sheets[place.sheet]?.fills.indices ?? 0..<0 {
        edit.sheets[place.sheet]?.fills[index].leaveOut(place)
      }
      edit.sheets[place.sheet, default: SheetEdit()].cells[cell] = own
    }
    return edit
  }

  private func place(_ text: String) throws -> Place {
    let (sheet, cell) = try workbook.place(named: text)
    return Place(sheet: sheet, row: cell.row, column: cell.column)
  }

  private func outOfDate(after place: Place) -> [Int] {
    if hasDynamicArrays { return Array(book.formulas.indices) }
    return book.include(dependents.closure(of: [place], and: []), of: survey)
  }

  private func calculated(_ formulas: [Int]) -> [CalculatedWorkbook.Change] {
    var before: [Place: Scalar] = [:]
    for formula in formulas { for place in places(of: formula) { before[place] = book.value(at: place) ?? .blank } }
    engine.runAgain(formulas)
    for formula in formulas {
      for place in places(of: formula) where before[place] == nil { before[place] = .blank }
    }
    var changes: [CalculatedWorkbook.Change] = []
    for (place, old) in before {
      let new = book.value(at: place) ?? .blank
      guard new != old, let cell = CellReference(row: place.row, column: place.column) else { continue }
      changes.append(.init(sheet: place.sheet, cell: cell, old: old.cellValue, new: new.cellValue))
      written[place] = CellEdit(cached: new.cellValue)
    }
    for formula in formulas {
      guard let extent = book.extents[formula], book.formulas[formula].kind == .dynamic else { continue }
      let place = book.formulas[formula].place
      written[place] = CellEdit(cached: (book.value(at: place) ?? .blank).cellValue, arrayRange: extent.now.range)
    }
    return changes.sorted { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }
  }

  /// The cells that show the results of a formula.
  private func places(of formula: Int) -> [Place] {
    guard let extent = book.extents[formula]?.now, extent.rows * extent.columns <= Matrix.maxCells else {
      return [book.formulas[formula].place]
    }
    return Array(extent.places)
  }
}

extension ColumnFill {
  fileprivate mutating func leaveOut(_ place: Place) {
    let offset = place.row - firstRow
    if column == place.column, written.indices.contains(offset) { written[offset] = false }
  }
}

public enum LiveCalculationError: Error, Hashable, CustomStringConvertible {
  /// The cell has a formula, or the value of one.
  case formula(String)

  public var description: String {
    switch self {
    case .formula(let cell): "\(cell) has a formula, or the value of one; only cells without can be set"
    }
  }
}
