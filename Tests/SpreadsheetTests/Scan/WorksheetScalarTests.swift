// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Cells of a worksheet without text` {
  private func sheet(_ rows: String, strings: String? = nil) throws -> Worksheet {
    var builder = WorkbookBuilder(rows: rows)
    builder.sharedStrings = strings
    return try Workbook(try builder.bytes()).worksheet(at: 0)
  }

  private func cells(_ sheet: Worksheet) throws -> [(row: Int, cell: StoredCell)] {
    var cells: [(Int, StoredCell)] = []
    try sheet.forEachRow { row in cells += row.cells.map { (row.index, $0) } }
    return cells
  }

  @Test func `are scalars, and text and errors when asked for`() throws {
    let sheet = try sheet(
      "<row r='1'><c r='A1'><v>1.5</v></c><c r='B1' t='s'><v>0</v></c><c r='C1' t='str'><v>x</v></c><c r='D1' t='e'><v>#N/A</v></c><c r='E1' t='b'><v>1</v></c><c r='F1'/></row>",
      strings: "<si><t>one</t></si>")
    let cells = try cells(sheet)
    let scalars = try cells.map { try sheet.scalar(of: $0.cell, row: $0.row) }
    #expect(scalars == [.number(1.5), .sharedString(0), .text, .error, .boolean(true), .blank])
    #expect(try sheet.text(of: cells[2].cell, row: 1) == "x")
    #expect(try sheet.error(of: cells[3].cell, row: 1) == .notAvailable)
    #expect(
      try cells.map { try sheet.value(of: $0.cell, row: 1) } == [
        .number(1.5), .text("one"), .text("x"), .error(.notAvailable), .boolean(true), .blank,
      ])
  }

  @Test func `an index outside the shared strings names sheet and cell`() throws {
    for strings in [nil, "<si><t>one</t></si>"] {
      let sheet = try sheet("<row r='3'><c r='B3' t='s'><v>1</v></c></row>", strings: strings)
      let cell = try #require(try cells(sheet).first)
      for read in [{ _ = try sheet.scalar(of: cell.cell, row: 3) }, { _ = try sheet.value(of: cell.cell, row: 3) }] {
        let error = try #require(throws: SpreadsheetError.self) { try read() }
        #expect(error.description.contains("Sheet1") && error.description.contains("cell B3"), "\(error)")
        #expect(error.description.contains("the shared string index is 1"), "\(error)")
      }
    }
  }

  @Test func `disorder is found by walking through the rows`() throws {
    #expect(try sheet("<row r='1'><c r='A1'/></row><row r='2'/>").disorder() == nil)
    let twice = try #require(try sheet("<row r='1'/><row r='2'><c r='A2'/><c r='A2'/></row><row r='1'/>").disorder())
    #expect(try twice.kind == .cellTwice(#require(CellReference("A2"))))
  }
}
