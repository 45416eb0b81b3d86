// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension BoundWorkbook {
  /// The workbook as pages show it: texts that say one number or date count as that, targets that stand in columns of periods are read, and
  /// owners are called by their names.
  /// Nil if it has nothing of either.
  func forPages() throws(SpreadsheetError) -> BoundWorkbook? {
    let targets = try sheetOfTargetColumns()
    let readers = CellReaders(self)
    var isAny = targets != nil
    let read = targets.map { targets in asRead.filter { $0.prefix != targets.prefix } + [targets] } ?? asRead
    var sheets = read.map { sheet in
      var sheet = sheet
      for index in sheet.columns.indices {
        guard let counted = sheet.columns[index].countingTexts(in: sheet.rows, readers) else { continue }
        sheet.columns[index] = counted
        isAny = true
      }
      return sheet
    }
    if let staff = try StaffNumbers(sheets, in: self) {
      isAny = true
      for place in sheets.indices { sheets[place] = try staff.applied(to: sheets[place], in: workbook) }
    }
    guard isAny else { return nil }
    if targets != nil {
      sheets = playbook.sheets.compactMap { definition in sheets.first { $0.prefix == definition.prefix } }
    }
    var team = BoundWorkbook(
      workbook: workbook, playbook: playbook, language: language, messageLanguage: messageLanguage, profile: profile,
      sheets: sheets, otherSheets: otherSheets.filter { $0.sheetIndex != targets?.sheetIndex }, settings: settings,
      lists: lists, funnelIndex: funnelIndex, meta: meta, callsValuesStale: callsValuesStale)
    try team.mark(sheets)
    return team
  }
}
