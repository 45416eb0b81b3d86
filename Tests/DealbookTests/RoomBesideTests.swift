// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `New columns beside a small table` {
  /// Excel takes adjacent columns for one region, and sorts them together.
  @Test func `leave a column free between it and themselves`() throws {
    let rows = [UpdateBook.row("D-001", 100) + ["Tom"], UpdateBook.row("D-002", 200) + ["Mei"]]
    let panel: [[PlainWorkbook.Cell]] = [["Owner", "Amount"], ["Tom", 100], ["Mei", 200]]
    let sheet = zip([UpdateBook.headers + ["Owner"]] + rows, panel).map { $0 + [nil, nil] + $1 }
    let filled = try FilledWorkbook(
      Analysis(
        Workbook(PlainWorkbook([.init("Deals", Array(sheet))]).bytes()), playbook: .builtIn, options: DealSheet.options)
    )
    var headers: [Int: String] = [:]
    try CellListing.forEach(in: Workbook(filled.bytes), sheetIndex: 0) { cell in
      if cell.cell.row == 1 { headers[cell.cell.column] = cell.value.shownText }
    }
    #expect(headers[10] == "Owner" && headers[11] == "Amount")
    #expect(headers[12] == nil)
    #expect(headers[13] != nil)
  }

  @Test func `follow the table where nothing stands beside it`() throws {
    let filled = try FilledWorkbook(
      Analysis(
        Workbook(PlainWorkbook([.init("Deals", [UpdateBook.headers, UpdateBook.row("D-001", 100)])]).bytes()),
        playbook: .builtIn, options: DealSheet.options))
    var first: String?
    try CellListing.forEach(in: Workbook(filled.bytes), sheetIndex: 0) { cell in
      if cell.cell.row == 1, cell.cell.column == 7 { first = cell.value.shownText }
    }
    #expect(first != nil)
  }
}
