// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Days in text files` {
  private func cell(_ field: String) throws -> CellValue? {
    let sheet = try Workbook(DelimitedText(Array("a;b\n\(field);x\n".utf8)), sheetName: "b").worksheet(at: 0)
    var found: CellValue?
    try sheet.forEachRow { row throws(SpreadsheetError) in
      if row.index == 2, let cell = row.cells.first { found = try sheet.value(of: cell, row: row.index) }
    }
    return found
  }

  @Test(
    arguments: [
      "2026/3/10", "2026/03/10", "2026.03.10", "2026年3月10日", "2026/03/10 08:30", "10-Mar-2026", "Mar 10, 2026",
      "10. März 2026", "March 10 2026", "2026-03-10 08:30:00.123456 UTC", "2026-03-10 08:30:00 +0000 UTC",
    ])
  func `are read where they mean one day alone`(field: String) throws {
    #expect(try cell(field) == .number(46_091))
  }

  @Test(
    arguments: [
      "03/10/2026 or so", "2026/13/10", "2026/3", "Mar 2026", "10-Foo-2026", "2026.3.10.1", "A-10-Mar-2026",
      "10 03 2026",
      "2026/03-10",
    ])
  func `stay texts where they are anything else`(field: String) throws { #expect(try cell(field) == .text(field)) }
}
