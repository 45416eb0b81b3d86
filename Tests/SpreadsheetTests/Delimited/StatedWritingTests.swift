// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

/// How a playbook says that the columns of a text file are written.
@Suite struct `A text file of which is known how it is written` {
  /// The first field below the header, beside others that say nothing.
  private func cell(_ field: String, _ writing: StatedWriting?) throws -> CellValue? {
    let text = try DelimitedText(Array("Wert;b\n\(field);x\n".utf8))
    let workbook = try Workbook(text, sheetName: "b", stated: writing.map { ["Wert": $0] } ?? [:])
    let sheet = try workbook.worksheet(at: 0)
    var found: CellValue?
    try sheet.forEachRow { row throws(SpreadsheetError) in
      if row.index == 2, let cell = row.cells.first { found = try sheet.value(of: cell, row: row.index) }
    }
    return found
  }

  @Test func `has amounts with the decimal sign that is stated, and texts where none is`() throws {
    #expect(try cell("100.000 €", nil) == .text("100.000 €"))
    #expect(try cell("100.000 €", StatedWriting(decimal: .comma)) == .number(100_000))
    #expect(try cell("100.000", StatedWriting(decimal: .point)) == .number(100))
    #expect(try cell("tbc", StatedWriting(decimal: .comma)) == .text("tbc"))
  }

  @Test func `has days in the order that is stated, and texts where none is`() throws {
    #expect(try cell("3/4/2026", nil) == .text("3/4/2026"))
    #expect(try cell("10/3/2026", StatedWriting(order: .dayFirst)) == .number(46_091))
    #expect(try cell("3/10/2026", StatedWriting(order: .monthFirst)) == .number(46_091))
    #expect(try cell("10.3.26", StatedWriting(order: .dayFirst)) == .number(46_091))
    for field in ["115/3/10", "115.03.10", "1150310"] {
      #expect(try cell(field, StatedWriting(order: .republic)) == .number(46_091), "\(field)")
    }
    #expect(try cell("115/13/10", StatedWriting(order: .republic)) == .text("115/13/10"))
  }
}
