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
    let dirty = Dependents(book, survey).closure(of: Place.all(changed), and: survey.open)
    return try calculated(dirty, of: survey, book, options)
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
    return try calculated(dirty, of: survey, book, options) { book in
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
    _ dirty: DirtyFormulas, of survey: FormulaSurvey, _ book: Book, _ options: CalculationOptions,
    prepare: (Book) -> Void = { _ in }
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
    return calculated(whole, options)
  }
}

extension Place {
  fileprivate static func all(_ cells: [Int: Set<CellReference>]) -> [Place] {
    cells.flatMap { sheet, cells in cells.map { Place(sheet: sheet, row: $0.row, column: $0.column) } }
  }
}
