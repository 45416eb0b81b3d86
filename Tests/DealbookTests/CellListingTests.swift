// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Listing cells` {
  func cells(_ sheetData: String) throws -> [ListedCell] {
    var cells: [ListedCell] = []
    let bytes = try WorkbookBuilder(rows: sheetData).bytes()
    try CellListing.forEach(in: Workbook(bytes), sheetIndex: 0) { cells.append($0) }
    return cells
  }

  @Test func `an ISO date is a date whatever its format`() throws {
    let cell = try #require(try cells(#"<row r="1"><c r="A1" t="d"><v>2026-03-31</v></c></row>"#).first)
    #expect(cell.type == .date)
    #expect(cell.dateText == "2026-03-31")
    #expect(cell.value == .number(46112))
  }

  @Test func `cells that hold nothing are left out, formulas without a value are not`() throws {
    let found = try cells(#"<row r="1"><c r="A1" s="0"/><c r="B1"><f>A1*2</f></c></row>"#)
    #expect(found.map(\.cell.description) == ["B1"])
    #expect(found.first?.formula == "A1*2")
    #expect(found.first?.value == .text(""))
  }

  @Test func `types are told apart`() throws {
    let found = try cells(
      #"<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="b"><v>true</v></c><c r="C1" t="e"><v>#N/A</v></c>"#
        + #"<c r="D1" t="inlineStr"><is><t>x</t></is></c></row>"#)
    #expect(found.map(\.type) == [.number, .boolean, .error, .text])
  }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `the counts are those of the listed cells`(name: String) throws {
    let workbook = try Workbook(OwnWorkbooks.bytes(name))
    let sheets = workbook.sheets.indices.filter { workbook.sheets[$0].kind == .worksheet }
    var listed: [String: Int] = [:]
    for sheet in sheets {
      try CellListing.forEach(in: workbook, sheetIndex: sheet) { cell in
        listed[cell.type.rawValue, default: 0] += 1
        listed["cells", default: 0] += 1
        if cell.formula != nil { listed["formula", default: 0] += 1 }
      }
    }
    let counted = try CellCounts(workbook, sheets: sheets).named
    #expect(counted.allSatisfy { $0.1 == listed[$0.0] ?? 0 } && counted.count == 7)
  }
}
