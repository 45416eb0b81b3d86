// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

extension Engine {
  /// The value of a formula that is in no cell: it is evaluated at the last cell of the sheet.
  func value(of text: String, on sheet: Int) -> Result<CellValue, NotCalculated> {
    let place = Place(sheet: sheet, row: CellReference.maxRow, column: CellReference.maxColumn)
    // As it would be stored: functions passed by their names need their prefix.
    let stored = (try? ParsedFormula(text)).map { FileFormula($0).text } ?? text
    let pattern = FormulaPattern(stored, at: place, in: book)
    return RunSettings.$dateSystem.withValue(book.dateSystem) {
      // Spilled ranges fill cells that the formula may read, and it is not known in advance which cells.
      run(book.formulas.indices.filter { book.formulas[$0].kind == .dynamic })
      while true {
        evaluator.place = place
        evaluator.needed.removeAll(keepingCapacity: true)
        do throws(Halt) { return .success(try scalar(of: pattern, stored: .blank).cellValue) } catch {
          switch error {
          case .error(let error): return .success(Scalar.error(error).cellValue)
          case .kept(let reason): return .failure(NotCalculated(formula: text, reason: reason))
          case .waiting: run(evaluator.needed)
          }
        }
      }
    }
  }
}
