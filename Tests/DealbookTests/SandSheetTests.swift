// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `The sheet of the sand table` {
  @Test func `has scenarios side by side, what is now as formulas, and a chart`() throws {
    let book = try PlayedBook.golden()
    let outcome = try book.play("deals.D011.amount=600000")
    var sheet = SandSheet(book.table)
    let bytes = try book.workbook.applying(try sheet.edit([("推進", outcome.after)]))
    let written = try Workbook(bytes)
    let index = try #require(written.sheets.firstIndex { $0.name == "沙盤" })
    var cells: [String: ListedCell] = [:]
    try CellListing.forEach(in: written, sheetIndex: index) { cells["\($0.cell)"] = $0 }
    // The owner's probability is in the first block: now, in the scenario, and the difference.
    let own = outcome.after.owners.firstIndex { $0.id == "T003" } ?? 0
    let head = try #require(
      (1...60).first { cells["A\($0)"]?.value == .text("達標機率") && cells["A\($0 + 1)"]?.value == .text("責任人") })
    let row = head + 2 + own
    #expect(cells["E\(row)"]?.formula?.hasPrefix("'目標'!") == true)
    #expect(cells["F\(row)"]?.value == outcome.after.owners[own].values["p_exact"])
    #expect(cells["G\(row)"]?.formula == "IF(AND(ISNUMBER(F\(row)),ISNUMBER(E\(row))),ROUND(F\(row)-E\(row),4),\"\")")
    #expect(cells["G\(row)"]?.value != .number(0))
    #expect(written.package.archive.entries.contains { $0.name.contains("charts/chart") })

    // No heading is at the foot of a page without its table, and what only the chart reads is behind it.
    let design = try #require(try sheet.edit([("推進", outcome.after)]).newDesigns.first?.sheet)
    let blocks = (1...100).filter { cells["A\($0 + 1)"]?.value == .text("責任人") }
    #expect(!design.print.rowBreaks.isEmpty && design.print.rowBreaks.allSatisfy(blocks.contains))
    let seen = cells.values.filter { $0.value == .text("到五成把握") }.compactMap { CellReference("\($0.cell)") }
    #expect(seen.count == 1 && seen.allSatisfy { design.charts.first?.cells.contains($0) == true })
    #expect(seen.allSatisfy { design.cells[$0]?.look.textColor == "FFFFFF" })
    #expect(cells["B5"]?.value == .text("九成把握至少") && design.rowHeights[5] == 48)
    let right = [("A", nil), ("B", CellLook.HorizontalAlignment.right)].allSatisfy { column, side in
      CellReference("\(column)5").map { design.cells[$0]?.look.horizontal == side } ?? false
    }
    #expect(right)

    // The second time, the sheet is replaced and everything else stays the same.
    let again = try PlayedBook(bytes)
    var second = SandSheet(again.table)
    let twice = try Workbook(
      again.workbook.applying(try second.edit([("推進", try again.play("deals.D011.amount=600000").after)])))
    #expect(twice.sheets.map(\.name) == written.sheets.map(\.name))
  }
}

@Suite struct `A sand table of scenarios without names` {
  @Test func `calls them by numbers in its headings, and tells their changes above`() throws {
    let book = try PlayedBook.golden()
    let wish = "deals.D011.amount=600000; deals.D011.expected_close=-60d"
    let outcome = try book.play("deals.D011.amount=600000")
    var sheet = SandSheet(book.table)
    let design = try #require(
      try sheet.edit([("推進", outcome.after), (wish, outcome.after)]).newDesigns.first?.sheet)
    let texts = design.cells.values.compactMap(\.value.asText)
    #expect(texts.contains("情境 2：\(wish)") && texts.count { $0 == wish } == 0)
    #expect(texts.count { $0 == "情境 2" } == 6 && texts.count { $0 == "差：情境 2" } == 5)
    #expect(texts.contains("推進") && !texts.contains("情境 1"))
    let line = try #require(design.cells.first { $0.value.value == .text("情境 2：\(wish)") }?.key)
    #expect(design.mergedRanges.contains { $0.contains(line) && $0.columns.count == 8 })
  }

  @Test func `calls them by their changes in the words and numbers of the workbook, and its chart too`() throws {
    let book = try PlayedBook.golden()
    let page = OutcomePage(book.table, file: "a.xlsx", language: .traditionalChinese)
    func heading(_ changes: String..., bonds: [String] = [], isNamed: Bool = false) throws -> String {
      var scenario = Scenario(name: "deals.D011.amount=3500000", changes: changes, bonds: bonds)
      scenario.isNamed = isNamed
      return try page.heading(of: book.table.play(scenario))
    }
    #expect(try heading("deals.D011.amount=3500000") == "D011 金額(元) → 3,500,000")
    #expect(try heading("deals.D011.amount=3500000", isNamed: true) == "deals.D011.amount=3500000")
    #expect(try heading("settings.TargetConf=0.9") == "TargetConf → 0.9")
    #expect(
      try heading("deals.D011.expected_close=2025-12-31", bonds: ["D001,D002"])
        == "D011 預計簽約日 → 2025-12-31；同成敗：D001,D002")
    // A change of many rows is told as it was asked for.
    #expect(try heading("deals[owner=王強].amount*=2") == "deals[owner=王強].amount*=2")
    var sheet = SandSheet(book.table)
    let outcome = try book.play("deals.D011.amount=3500000")
    let design = try #require(try sheet.edit([("推進", outcome.after)]).newDesigns.first?.sheet)
    #expect(design.charts.first?.chart.valueAxis.numberFormat == "#,##0")
  }
}
