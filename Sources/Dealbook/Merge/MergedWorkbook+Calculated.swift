// SPDX-License-Identifier: Apache-2.0

import Calculation
package import Spreadsheet

extension MergedWorkbook {
  /// The bytes after recalculating the team's own formulas.
  ///
  /// - Parameter includesOurs: whether those that a fill has added are calculated as well, also where it would leave them as they are because
  ///   a sheet has no rows.
  package func calculated(_ limits: Limits, includesOurs: Bool = false) throws(DealbookError) -> [UInt8] {
    guard !changed.isEmpty, hasTeamFormulas || includesOurs else { return bytes }
    do throws(SpreadsheetError) {
      let workbook = try Workbook(bytes, limits: limits)
      let scope = includesOurs ? nil : others?.scope(in: workbook)
      let result = try workbook.recalculated(after: changed, in: scope ?? FormulaScope())
      var edit = result.edit
      if !result.kept.isEmpty { edit.recalculation = .always }
      return try workbook.applying(edit)
    } catch {
      throw .spreadsheet(error)
    }
  }
}
