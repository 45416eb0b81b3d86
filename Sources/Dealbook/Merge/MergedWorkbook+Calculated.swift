// SPDX-License-Identifier: Apache-2.0

import Calculation
package import Spreadsheet

extension MergedWorkbook {
  /// The bytes after recalculating the team's own formulas.
  package func calculated(_ limits: Limits) throws(DealbookError) -> [UInt8] {
    guard !changed.isEmpty, hasTeamFormulas else { return bytes }
    do throws(SpreadsheetError) {
      let workbook = try Workbook(bytes, limits: limits)
      let result = try workbook.recalculated(after: changed, in: others?.scope(in: workbook) ?? FormulaScope())
      var edit = result.edit
      if !result.kept.isEmpty { edit.recalculation = .always }
      return try workbook.applying(edit)
    } catch {
      throw .spreadsheet(error)
    }
  }
}
