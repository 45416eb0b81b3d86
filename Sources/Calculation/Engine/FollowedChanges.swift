// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

extension Workbook {
  /// Recalculates only the formulas that depend on these cells, given by sheet index, and those without a stored value; all other stored
  /// values are trusted.
  ///
  /// - Parameter scope: the formulas that are followed.
  public func recalculated(
    after changed: [Int: Set<CellReference>], _ options: CalculationOptions = CalculationOptions(),
    in scope: FormulaScope = FormulaScope()
  ) throws(SpreadsheetError) -> CalculatedWorkbook {
    let book = Book(self)
    book.readTables()
    let survey = try FormulaSurvey(book, scope)
    let dependents = Dependents(book, survey)
    let dirty = dependents.closure(of: Place.all(changed), and: survey.open)
    return try calculated(dirty, dependents, of: survey, book, options)
  }

  /// Recalculates the formulas that depend on these cells once they hold these values, and formulas without a stored value. Nil if one of
  /// the cells has a formula.
  func recalculated(
    setting values: [Int: [CellReference: CellValue]], _ options: CalculationOptions
  ) throws(SpreadsheetError) -> CalculatedWorkbook? {
    let book = Book(self)
    book.readTables()
    let survey = try FormulaSurvey(book, FormulaScope())
    let dependents = Dependents(book, survey)
    let places = Place.all(values.mapValues { Set($0.keys) })
    guard !places.contains(where: dependents.isCalculated) else { return nil }
    let dirty = dependents.closure(of: places, and: survey.open)
    return try calculated(dirty, dependents, of: survey, book, options) { book in
      for (sheet, cells) in values {
        for (cell, value) in cells {
          book.set(Place(sheet: sheet, row: cell.row, column: cell.column), Scalar(value))
        }
      }
    }
  }

  /// - Parameters:
  ///   - book: holds the patterns of the formulas, and no cells.
  ///   - prepare: called when the cells are there.
  private func calculated(
    _ dirty: DirtyFormulas, _ dependents: Dependents, of survey: FormulaSurvey, _ book: Book,
    _ options: CalculationOptions, prepare: (Book) -> Void = { _ in }
  ) throws(SpreadsheetError) -> CalculatedWorkbook {
    guard !dirty.runs.isEmpty else { return CalculatedWorkbook(formulaCount: survey.count) }
    let needs = NeededCells(book, survey, dirty)
    guard needs.isWholeBook else {
      try book.read(needs)
      prepare(book)
      return calculated(book, options, formulaCount: survey.count)
    }
    let whole = Book(self)
    try whole.read()
    prepare(whole)
    whole.mark(dirty, of: survey)
    let engine = Engine(whole, options)
    engine.run()
    engine.followSpills(dependents, of: survey)
    engine.evaluator.forgetIndexes()
    return CalculatedWorkbook(engine)
  }
}

extension Engine {
  /// Calculates the formulas that read cells which dynamic arrays have taken or given back. The texts of formulas do not tell which
  /// these are.
  fileprivate func followSpills(_ dependents: Dependents, of survey: FormulaSurvey) {
    var followed: Set<Place> = []
    while true {
      let moved = book.movedSpills().filter { followed.insert($0).inserted }
      if moved.isEmpty { return }
      runAgain(book.include(dependents.closure(of: moved, and: []), of: survey))
    }
  }
}

extension Book {
  /// The cells that belong to a dynamic array either in the file or now, but not both.
  fileprivate func movedSpills() -> [Place] {
    var places: [Place] = []
    for (number, extent) in extents where formulas[number].kind == .dynamic && extent.now != extent.stored {
      let all = extent.now.union(extent.stored)
      guard all.rows * all.columns <= Matrix.maxCells else { continue }
      places += all.places.filter { extent.now.contains($0) != extent.stored.contains($0) }
    }
    return places
  }
}

extension Place {
  fileprivate static func all(_ cells: [Int: Set<CellReference>]) -> [Place] {
    cells.flatMap { sheet, cells in cells.map { Place(sheet: sheet, row: $0.row, column: $0.column) } }
  }
}
