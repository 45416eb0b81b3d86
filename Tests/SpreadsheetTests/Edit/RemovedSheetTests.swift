// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML
import Zip

private func book(_ after: String = "", before: String = "") throws -> Workbook {
  var builder = WorkbookBuilder()
  for name in ["A", "B", "C"] { builder.add(sheet: name, rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>") }
  builder.beforeSheets = before
  builder.afterSheets = after
  return try Workbook(builder.bytes())
}

private func removing(_ sheets: Set<Int>, from workbook: Workbook) throws -> Workbook {
  var edit = WorkbookEdit()
  edit.removedSheets = sheets
  return try Workbook(workbook.applying(edit))
}

private func list(_ name: String = "List", table: String = "Items", place: Int? = nil) -> ListSheet {
  var sheet = ListSheet(
    name: name, tableName: table, headers: ["x", "y"],
    rows: [[ListText("1 "), ListText("go", location: "'A'!A1")], [ListText("red", color: "C00000"), ListText("")]],
    widths: [10, 20])
  sheet.place = place
  return sheet
}

private func adding(_ sheets: ListSheet..., removing removed: Set<Int> = [], to workbook: Workbook) throws -> Workbook {
  var edit = WorkbookEdit()
  edit.removedSheets = removed
  edit.newListSheets = sheets
  return try Workbook(workbook.applying(edit))
}

@Suite struct `Taking a sheet away` {
  @Test func `removes its part, its content type and its relationship`() throws {
    let after = try removing([1], from: book())
    #expect(after.sheets.map(\.name) == ["A", "C"])
    #expect(after.package.archive.entry(named: "xl/worksheets/sheet2.xml") == nil)
    #expect(after.package.contentTypes.overrides[PartName("/xl/worksheets/sheet2.xml")] == nil)
    #expect(!after.relationships.all.contains { $0.part == PartName("/xl/worksheets/sheet2.xml") })
  }

  @Test func `takes its own names along, and those of later sheets follow theirs`() throws {
    let names =
      "<definedNames><definedName name=\"b\" localSheetId=\"1\">B!$A$1</definedName>"
      + "<definedName name=\"c\" localSheetId=\"2\">C!$A$1</definedName><definedName name=\"d\">1</definedName></definedNames>"
    let after = try removing([1], from: book(names))
    #expect(after.definedNames.map(\.name) == ["c", "d"])
    #expect(after.definedNames.map(\.sheetIndex) == [1, nil])
  }

  @Test(arguments: [(2, 1), (1, 1), (0, 0)])
  func `another tab is shown when the one that was is gone`(active: Int, then: Int) throws {
    let views = "<bookViews><workbookView activeTab=\"\(active)\"/></bookViews>"
    let after = try removing([1], from: book(before: views))
    let view = after.document.root.firstChild("bookViews")?.firstChild("workbookView")
    #expect(view?.attribute("activeTab") == "\(then)")
  }

  @Test func `the last one stays`() throws {
    #expect(throws: SpreadsheetError.self) { try removing([0, 1, 2], from: book()) }
  }

  @Test func `says which part names it`() throws {
    let names = "<definedNames><definedName name=\"b\">'B'!$A$1</definedName></definedNames>"
    #expect(try book(names).partThatNames(sheetAt: 1, table: "Items") == PartName("/xl/workbook.xml"))
    #expect(try book(names).partThatNames(sheetAt: 0, table: "Items") == nil)
  }
}

@Suite struct `A sheet that is one table of texts` {
  @Test func `is read back with its table, and a second edit of the kind removes it without a trace`() throws {
    let before = try book()
    let after = try adding(list(), to: before)
    #expect(after.sheets.map(\.name) == ["A", "B", "C", "List"])
    let sheet = try after.worksheet(at: 3)
    var texts: [String: CellValue] = [:]
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells { texts["\(cell.column),\(row.index)"] = try sheet.value(of: cell, row: row.index) }
    }
    #expect(
      texts == ["1,1": .text("x"), "2,1": .text("y"), "1,2": .text("1 "), "2,2": .text("go"), "1,3": .text("red")])
    let part = try #require(after.sheets[3].part)
    #expect(try Table.tables(ofSheet: part, in: after.package).map { "\($0.range)" } == ["A1:B3"])
    let gone = try removing([3], from: after)
    #expect(gone.package.archive.entries.map(\.name) == before.package.archive.entries.map(\.name))
    for entry in gone.package.archive.entries {
      #expect(try gone.package.bytes(of: PartName(entry.name)) == before.package.bytes(of: PartName(entry.name)))
    }
  }

  @Test func `takes the tab of a removed one`() throws {
    let after = try adding(list("B", place: 1), removing: [1], to: book())
    #expect(after.sheets.map(\.name) == ["A", "B", "C"])
  }

  @Test(arguments: ["A", "", "a/b"])
  func `needs a name that no sheet has`(name: String) throws {
    #expect(throws: SpreadsheetError.self) { try adding(list(name), to: book()) }
  }

  @Test func `needs a table name that is not in use`() throws {
    let names = "<definedNames><definedName name=\"items\">1</definedName></definedNames>"
    #expect(throws: SpreadsheetError.self) { try adding(list(), to: book(names)) }
    #expect(throws: SpreadsheetError.self) { try adding(list("L1"), list("L2"), to: book()) }
  }

  @Test func `needs rows as long as its header`() throws {
    var short = list()
    short.rows[0].removeLast()
    #expect(throws: SpreadsheetError.self) { try adding(short, to: book()) }
  }
}
