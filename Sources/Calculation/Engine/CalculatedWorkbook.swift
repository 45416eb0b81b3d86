// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// The inputs of a calculation besides the workbook.
public struct CalculationOptions: Sendable {
  /// The moment that TODAY and NOW return. Without it, formulas that use them keep their stored values.
  public var asOf: SerialDate?

  public init(asOf: SerialDate? = nil) { self.asOf = asOf }
}

/// The result of calculating all formulas of a workbook as Excel does.
public struct CalculatedWorkbook: Sendable {
  /// A cell whose calculated value differs from the one in the file.
  public struct Change: Hashable, Sendable {
    /// Index into ``Workbook/sheets``.
    public let sheet: Int
    public let cell: CellReference
    public let old: CellValue
    public let new: CellValue
  }

  /// A formula that keeps its stored value.
  public struct Kept: Hashable, Sendable {
    public let sheet: Int
    public let cell: CellReference
    public let reason: KeptReason
  }

  /// A dynamic array that shows `#SPILL!` because its result does not fit.
  public struct Blocked: Hashable, Sendable {
    public let sheet: Int
    public let cell: CellReference
    /// The cells that the result needs; nil if they reach beyond the sheet.
    public let range: CellRange?
    /// The first of them that is not empty.
    public let obstacle: CellReference?
    /// Merged cells among them.
    public let merged: CellRange?
    /// The name of a table among them; tables hold no dynamic arrays.
    public let table: String?
  }

  /// The number of formulas in the workbook.
  public let formulaCount: Int
  /// In the order of the sheets and their cells.
  public let changes: [Change]
  /// In the order of the sheets and their cells.
  public let kept: [Kept]
  /// In the order of the sheets and their cells.
  public let blocked: [Blocked]
  /// The ranges of dynamic arrays that were calculated.
  private let spilled: [Place: Area]
  /// The edit that writes the calculated values to the workbook.
  public let edit: WorkbookEdit
}

extension Workbook {
  /// Recalculates all formulas of all sheets from the contents of the file; nothing is written.
  ///
  /// A formula that cannot be calculated here keeps its stored value, and so do the formulas that depend on it: see
  /// ``CalculatedWorkbook/kept``. Time and memory are proportional to the cells and to the ranges that the formulas read.
  public func recalculated(
    _ options: CalculationOptions = CalculationOptions()
  ) throws(SpreadsheetError) -> CalculatedWorkbook {
    let book = Book(self)
    try book.read()
    return calculated(book, options)
  }

  func calculated(
    _ book: Book, _ options: CalculationOptions, formulaCount: Int? = nil
  ) -> CalculatedWorkbook {
    let engine = Engine(book, options)
    engine.run()
    // The result needs the room that the indexes took.
    engine.evaluator.forgetIndexes()
    return CalculatedWorkbook(engine, formulaCount: formulaCount)
  }
}

extension CalculatedWorkbook {
  /// The result if there is nothing to calculate.
  init(formulaCount: Int = 0) {
    self.formulaCount = formulaCount
    changes = []
    kept = []
    blocked = []
    spilled = [:]
    var edit = WorkbookEdit()
    edit.recalculation = .never
    self.edit = edit
  }

  init(_ engine: Engine, formulaCount: Int? = nil) {
    let book = engine.book
    var changes: [Change] = []
    var cached = CachedValues()
    // Changes within the workbook's own bound for iteration do not count.
    let tolerance = engine.evaluator.circular.isEmpty ? 0 : book.workbook.calculation.iterationDelta
    func note(_ place: Place, _ new: Scalar, _ old: Scalar, isStored: Bool, range: Area? = nil) {
      let isSame = Self.isSame(new, old, isStored: isStored, tolerance)
      guard !isSame || range != nil, let cell = CellReference(row: place.row, column: place.column) else { return }
      let (before, after) = (old.cellValue, new.cellValue)
      if !isSame { changes.append(Change(sheet: place.sheet, cell: cell, old: before, new: after)) }
      if let range {
        cached.add(place.sheet, cell, CellEdit(cached: isSame ? before : after, arrayRange: range.range))
      } else {
        cached.add(place, after)
      }
    }
    for number in book.formulas.indices where book.states[number] == .done && book.formulas[number].isCalculated {
      let cell = book.formulas[number]
      guard let value = book.value(at: cell.place) else { continue }
      guard let extent = book.extents[number] else {
        note(cell.place, value, cell.stored, isStored: cell.hasStored)
        continue
      }
      note(
        cell.place, value, cell.stored, isStored: cell.hasStored, range: extent.now == extent.stored ? nil : extent.now)
      guard !extent.now.isCell || !extent.stored.isCell else { continue }
      let all = extent.now.union(extent.stored)
      for row in all.top...all.bottom {
        for column in all.left...all.right {
          let place = Place(sheet: cell.place.sheet, row: row, column: column)
          guard place != cell.place, extent.now.contains(place) || extent.stored.contains(place) else { continue }
          let old = book.storedElements[place] ?? .blank
          note(place, book.value(at: place) ?? .blank, old, isStored: !old.isBlank)
        }
      }
    }
    if zip(changes, changes.dropFirst()).contains(where: { ($1.sheet, $1.cell) < ($0.sheet, $0.cell) }) {
      changes.sort { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }
    }
    self.formulaCount = formulaCount ?? book.formulas.count
    kept = engine.kept.compactMap { number, reason in
      let place = book.formulas[number].place
      return CellReference(row: place.row, column: place.column).map {
        Kept(sheet: place.sheet, cell: $0, reason: reason)
      }
    }.sorted { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }
    blocked = engine.blocked.compactMap { number, reason in
      let place = book.formulas[number].place
      return CellReference(row: place.row, column: place.column).map {
        Blocked(
          sheet: place.sheet, cell: $0, range: reason.range, obstacle: reason.obstacle, merged: reason.merged,
          table: reason.table)
      }
    }.sorted { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }
    spilled = Dictionary(
      uniqueKeysWithValues: book.extents.compactMap { number, extent in
        let cell = book.formulas[number]
        return cell.kind == .dynamic && cell.isCalculated ? (cell.place, extent.now) : nil
      })
    self.changes = changes
    var edit = WorkbookEdit()
    edit.recalculation = .never
    cached.write(into: &edit)
    self.edit = edit
  }

  /// Whether the dynamic array in a cell has more than one value.
  func givesSeveral(_ place: Place) -> Bool {
    spilled[place].map { !$0.isCell } ?? false
      || blocked.contains { $0.sheet == place.sheet && $0.cell.row == place.row && $0.cell.column == place.column }
  }

  /// Whether a stored value is as good as the calculated one. Numbers that agree in 15 digits are the same.
  private static func isSame(_ new: Scalar, _ old: Scalar, isStored: Bool, _ tolerance: Double) -> Bool {
    switch (new, old) {
    case (.number(let a), .number(let b)): new.isAsStored(old) || (a - b).magnitude < tolerance
    case (.text(let a), .blank): a.isEmpty && isStored
    // Excel of another country wrote ‘1,5 t’ for the number 1.5 in a text.
    case (.text(let a), .text(let b)): new.isAsStored(old) || DecimalMarks.areSwapped(a, b)
    // Excel stores errors newer than the file format as `#VALUE!` and records elsewhere which error it is.
    case (.error(let a), .error(.value)) where a.rawValue > ErrorValue.gettingData.rawValue: true
    default: new.isAsStored(old)
    }
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
  /// Sets the value of a cell without a formula.
  func set(_ place: Place, _ value: Scalar) {
    guard let grid = grids[place.sheet] else { return }
    grid.makeColumn(place.column).insert(row: place.row, value)
    grid.noteRow(place.row)
  }

  /// The value of a cell, calculated or stored.
  func value(at place: Place) -> Scalar? {
    guard let store = column(place.sheet, place.column), let at = store.position(of: place.row) else { return nil }
    return store.values[at]
  }
}
