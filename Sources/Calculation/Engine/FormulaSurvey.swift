// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
public import Spreadsheet

/// The formulas of a workbook by their texts, from which follows what depends on what.
struct FormulaSurvey {
  /// The number of formulas, those left out included.
  private(set) var count = 0
  /// Sheet by sheet.
  private(set) var runs: [FormulaRun] = []
  /// The ranges of array formulas, by the number of their run.
  private(set) var arrays: [Int: Area] = [:]
  /// Formulas to calculate in any case.
  private(set) var open: [Place] = []
  /// How far the sheets reach, by index, as far as that is known.
  private(set) var extents: [Int: SurveyedSheet.Extent] = [:]

  /// - Parameters:
  ///   - book: gets the patterns of the formulas.
  ///   - scope: the formulas that count.
  init(_ book: Book, _ scope: FormulaScope) throws(SpreadsheetError) {
    let workbook = book.workbook
    let dynamic = try CellMetadata(workbook)
    let numbers = workbook.sheets.indices.filter { index in
      let sheet = workbook.sheets[index]
      guard sheet.kind == .worksheet, scope.sheets?.contains(index) ?? true else { return false }
      return sheet.part.map { workbook.package.contains($0) } ?? false
    }
    let sheets = try concurrentMap(numbers.count) { (position: Int) throws(SpreadsheetError) -> SurveyedSheet in
      let index = numbers[position]
      return try SurveyedSheet(workbook, index, dynamic) { scope.isSettled(index, $0) }
    }
    for (index, sheet) in zip(numbers, sheets) { take(sheet, index, book) }
  }

  private mutating func take(_ sheet: SurveyedSheet, _ index: Int, _ book: Book) {
    count += sheet.count
    extents[index] = sheet.extent
    open += sheet.open.map { Place(sheet: index, row: $0.row, column: $0.column) }
    /// Pattern numbers by key, and by number of the text.
    var known: [[UInt8]: Int32] = [:]
    var patterns = [Int32](repeating: -1, count: sheet.texts.count)
    for run in sheet.runs {
      if patterns[run.text] < 0 {
        let text = sheet.texts[run.text]
        let place = Place(sheet: index, row: text.row, column: run.column)
        if text.isDataTable {
          patterns[run.text] = book.pattern(of: .halt(.kept(.dataTable)))
        } else {
          let shown = sheet.text(text)
          let key = FormulaKey.key(Array(shown.utf8), at: place)
          if let same = known[key] {
            patterns[run.text] = same
          } else {
            patterns[run.text] = Int32(book.patterns.count)
            known[key] = patterns[run.text]
            book.patterns.append(FormulaPattern(shown, at: place, in: book))
          }
        }
      }
      if let range = run.array { arrays[runs.count] = Area(sheet: index, range) }
      runs.append(
        FormulaRun(
          sheet: index, column: run.column, pattern: patterns[run.text], first: run.first, last: run.last))
    }
  }
}

/// Which formulas are followed when cells change.
public struct FormulaScope: Sendable {
  /// The sheets that may have such formulas; nil for all.
  public var sheets: Set<Int>?
  /// Whether the value of a formula, given by sheet index and cell, is known to be right as it is stored.
  public var isSettled: @Sendable (Int, CellReference) -> Bool

  /// All formulas.
  public init() {
    isSettled = { _, _ in false }
  }

  public init(sheets: Set<Int>?, isSettled: @escaping @Sendable (Int, CellReference) -> Bool) {
    self.sheets = sheets
    self.isSettled = isSettled
  }
}
