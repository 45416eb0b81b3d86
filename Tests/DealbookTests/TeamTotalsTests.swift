// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

/// The team's own formulas beside and below the deals, after what Dealbook does to them.
@Suite struct `The team's own totals` {
  private static let headers: [Cell] = UpdateBook.headers + ["Weighted"]

  private func deal(_ id: String, _ amount: Double, row: Int) -> [Cell] {
    UpdateBook.row(id, .number(amount)) + [.formula("F\(row)*0.5", amount / 2)]
  }

  private func book(blankRows: Int) throws -> Workbook {
    let deals = [deal("D-001", 100, row: 2), deal("D-002", 200, row: 3)]
    let total: [Cell] = ["Total", nil, nil, nil, nil, .formula("SUM(F2:F3)", 300), .formula("SUM(G2:G3)", 150)]
    return try Workbook(
      PlainWorkbook([
        .init("Deals", [Self.headers] + deals + [[Cell]](repeating: [], count: blankRows) + [total]),
        .init("Sum", [["All", .formula("SUM(Deals!F:F)/2", 300)]]),
      ]).bytes())
  }

  private func cells(_ bytes: [UInt8], _ sheet: Int) throws -> [String: String] {
    var cells: [String: String] = [:]
    try CellListing.forEach(in: Workbook(bytes), sheetIndex: sheet) { cell in
      cells["\(cell.cell)"] = (cell.formula.map { "=\($0) " } ?? "") + cell.value.shownText
    }
    return cells
  }

  @Test(arguments: [0, 1, 3])
  func `count a row that an update adds, whose own formulas go on in it`(blankRows: Int) throws {
    let team = try BoundWorkbook(book(blankRows: blankRows), playbook: .builtIn, options: DealSheet.options)
    let export = try UpdateBook.export(
      [("D-001", "100"), ("D-002", "250"), ("D-003", "1000")].map { (id: $0.0, amount: $0.1) })
    let bytes = try WorkbookUpdate(of: team, from: export).apply()
    let deals = try cells(bytes, 0)
    #expect(deals["F4"] == "1000")
    #expect(deals["G4"] == "=F4*0.5 500")
    #expect(deals["F\(5 + blankRows)"] == "=SUM(F2:F4) 1350")
    #expect(deals["G\(5 + blankRows)"] == "=SUM(G2:G4) 675")
    #expect(try cells(bytes, 1)["B1"] == "=SUM(Deals!F:F)/2 1350")
    #expect(try Workbook(bytes).recalculated().changes.isEmpty)
  }

  @Test func `are those of before when a fill is taken back`() throws {
    let own = PlainWorkbook.Sheet("Mine", [["All", .formula("SUM(Deals!$2:$2)", 46_300)]])
    let start = try PlainWorkbook([
      .init("Deals", [UpdateBook.headers, UpdateBook.row("D-001", 100)]), own,
    ]).bytes()
    let filled = try FilledWorkbook(Analysis(Workbook(start), playbook: .builtIn, options: DealSheet.options)).bytes
    #expect(try cells(filled, 1)["B1"] != "=SUM(Deals!$2:$2) 46300")
    let removed = try RemovedFill(Workbook(filled), playbook: .builtIn, options: DealSheet.options).bytes
    #expect(try cells(removed, 1)["B1"] == "=SUM(Deals!$2:$2) 46300")
  }
}
