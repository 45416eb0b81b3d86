// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `New columns beside what a sheet holds` {
  @Test func `stand clear of another table to the right, which stays as it is`() throws {
    var book = SmallBook()
    book.addTable("DealTbl", "A1:C4", ["Row", "In a", "In b"])
    book.addTable("Stock", "E1:F4", ["X", "Y"])
    book.beside = [1: SmallBook.textCell("X", "E1") + SmallBook.textCell("Y", "F1"), 2: SmallBook.textCell("k", "E2")]
    let filled = try FilledBook(book.bytes())
    #expect(try filled.tables() == ["DealTbl A1:C4", "Stock E1:F4"])
    #expect(
      try filled.values(["G1", "H1", "I1", "H2", "I2"]) == [
        nil, .text("F one"), .text("F two"), .number(10), .number(5),
      ])
    #expect(try filled.again().filled.bytes == filled.filled.bytes)
  }

  @Test func `follow the table of the data however wide another table below it is`() throws {
    var book = SmallBook()
    book.addTable("DealTbl", "A1:C4", ["Row", "In a", "In b"])
    book.addTable("Rates", "A6:D7", ["X", "Y", "Z", "W"])
    book.beside = [
      6: ["A", "B", "C", "D"].map { SmallBook.textCell("W\($0)", "\($0)6") }.joined(),
      7: "<c r='A7'><v>1</v></c><c r='D7'><v>4</v></c>",
    ]
    let filled = try FilledBook(book.bytes())
    #expect(try filled.tables() == ["DealTbl A1:E4", "Rates A6:D7"])
    #expect(
      try filled.values(["D1", "E2", "E3", "E4", "E6", "E7"]) == [
        .text("F one"), .number(5), .number(4), .number(3), nil, nil,
      ])
  }

  @Test func `stand clear of the merged range of a note`() throws {
    var book = SmallBook()
    book.beside = [2: SmallBook.textCell("How to use this sheet", "E2")]
    book.after = "<mergeCells count='1'><mergeCell ref='E2:H4'/></mergeCells>"
    let filled = try FilledBook(book.bytes())
    #expect(try filled.values(["I1", "J1", "I4", "J4"]) == [.text("F one"), .text("F two"), .number(14), .number(3)])
    #expect(filled.filled.report.leftOut.isEmpty)
  }

  @Test func `stand clear of what an array formula spills into`() throws {
    var book = SmallBook()
    book.beside = [2: "<c r='E2'><f t='array' ref='E2:G3'>TRANSPOSE(A2:B4)</f><v>0</v></c>"]
    let filled = try FilledBook(book.bytes())
    #expect(try filled.values(["H1", "I1", "H2", "I3"]) == [.text("F one"), .text("F two"), .number(10), .number(4)])
  }

  @Test func `follow the table of the data when there is room for them, whatever stands above or below`() throws {
    var book = SmallBook()
    book.addTable("DealTbl", "A1:C4", ["Row", "In a", "In b"])
    book.after = "<mergeCells count='1'><mergeCell ref='D9:H9'/></mergeCells>"
    let filled = try FilledBook(book.bytes())
    #expect(try filled.tables() == ["DealTbl A1:E4"])
  }

  @Test func `are shown although the sheet hides all columns beyond its data`() throws {
    var book = SmallBook()
    book.before =
      "<cols><col min='1' max='3' width='12' customWidth='1'/>"
      + "<col min='4' max='16384' width='0' hidden='1' customWidth='1' outlineLevel='1'/></cols>"
    let filled = try FilledBook(book.bytes())
    let columns = try filled.after.worksheet(at: 0).facts().columns
    for column in 4...5 {
      let info = try #require(columns.first { $0.columns.contains(column) })
      #expect(!info.isHidden && info.outlineLevel == 0 && info.width ?? 0 > 5)
    }
    #expect(columns.first { $0.columns.contains(6) }?.isHidden == true)
  }

  @Test func `are left out on a sheet whose table a query feeds, and only there`() throws {
    var book = SmallBook()
    book.addTable("DealTbl", "A1:C4", ["Row", "In a", "In b"], "tableType='queryTable'")
    let filled = try FilledBook(book.bytes())
    #expect(filled.filled.bytes == filled.before.package.archive.bytes)
    #expect(filled.filled.report.leftOut.map(\.sheet) == ["Test"])
    #expect(filled.filled.report.leftOut.first?.why.english.contains("query") == true)
    #expect(filled.filled.report.skipped.map(\.reason) == [.sheetLeftOut("xx"), .sheetLeftOut("xx")])
  }

  @Test func `leave one sheet out, with what rests on it, when the file refuses it`() throws {
    // If the rows are out of order, no position among them is certain.
    var workbook = try PlainWorkbook([
      .init(
        "商機", [["商機編號", "客戶編號", "商機名稱", "金額(元)", "階段", "預計簽約日"], ["D001", "A1", "x", 100, "驗證商機", .date(46_357)]]),
      .init("客戶名單", [["客戶編號", "公司名稱"], ["A1", "甲"]]),
      .init("線索", [["線索編號", "線索名稱", "獲取日", "首次響應日"], ["L001", "x", .date(46_000), .date(46_001)]]),
    ]).bytes()
    let whole = try FilledBook(workbook, playbook: .builtIn)
    #expect(whole.filled.report.leftOut.isEmpty)
    #expect(whole.filled.report.columns.contains { $0.id == ColumnID(sheet: "acc", key: "open_pipe") })
    workbook = try PartChange.changed(workbook, "xl/worksheets/sheet1.xml") {
      $0.replacing("</sheetData>", with: "<row r='1'/></sheetData>")
    }
    let partial = try FilledBook(workbook, playbook: .builtIn)
    #expect(partial.filled.report.leftOut.map(\.sheet) == ["商機"])
    #expect(!partial.filled.report.columns.contains { $0.id.sheet == "de" })
    #expect(!partial.filled.report.columns.contains { $0.id == ColumnID(sheet: "acc", key: "open_pipe") })
    #expect(partial.filled.report.columns.contains { $0.id == ColumnID(sheet: "le", key: "resp_days") })
  }
}

@Suite struct `Defined names of the team's` {
  private func book(_ names: String) throws -> SmallBook {
    var book = SmallBook()
    book.builder.afterSheets = names
    return book
  }

  private func names(_ workbook: Workbook) -> [String] {
    workbook.definedNames.map { "\($0.name)@\($0.sheetIndex.map(String.init) ?? "") \($0.formula)" }
  }

  @Test func `stay when one is spelled like one of ours, which takes another name`() throws {
    var book = try book("<definedNames><definedName name='XX_B'>Mine!$A$1</definedName></definedNames>")
    book.addSheet()
    book.builder.add(
      sheet: "Mine", rows: "<row r='1'><c r='A1'><v>40</v></c><c r='B1'><f>xx_b+2</f><v>42</v></c></row>")
    let filled = try FilledBook(book.builder.bytes())
    #expect(names(filled.after) == ["XX_B@ Mine!$A$1", "dealbook_xx_b@ 'Test'!$C$2:$C$4"])
    #expect(try filled.cells()["E2"]?.formula == "IF(ISNUMBER($C2),SUM(dealbook_xx_b)-$C2,\"\")")
    #expect(filled.filled.report.additions.contains(.otherName("XX_B", ours: "dealbook_xx_b")))
    #expect(filled.rules.contains("WBK-030"))
    #expect(try filled.again().filled.bytes == filled.filled.bytes)
  }

  @Test func `that belong to a sheet of ours hide no name that its formulas use`() throws {
    let book = try book(
      "<definedNames><definedName name='xx_b' localSheetId='0'>Test!$C$2:$C$3</definedName></definedNames>")
    let filled = try FilledBook(book.bytes())
    #expect(names(filled.after) == ["xx_b@0 Test!$C$2:$C$3", "dealbook_xx_b@ 'Test'!$C$2:$C$4"])
    #expect(try filled.values(["E2", "E3", "E4"]) == [.number(5), .number(4), .number(3)])
    #expect(filled.rules.contains("WBK-030"))
  }

  @Test func `over a part of our column keep their rows`() throws {
    let book = try book("<definedNames><definedName name='xx_b'>Test!$C$2:$C$3</definedName></definedNames>")
    let filled = try FilledBook(book.bytes())
    #expect(names(filled.after) == ["xx_b@ Test!$C$2:$C$3", "dealbook_xx_b@ 'Test'!$C$2:$C$4"])
  }

  @Test func `that stand for just what ours would are used`() throws {
    let book = try book("<definedNames><definedName name='xx_b'>Test!$C$2:$C$4</definedName></definedNames>")
    let filled = try FilledBook(book.bytes())
    #expect(names(filled.after) == ["xx_b@ Test!$C$2:$C$4"])
    #expect(!filled.rules.contains("WBK-030"))
  }

  @Test func `are told from ours, which follow the rows of a workbook that was filled before`() throws {
    let filled = try FilledBook(SmallBook().bytes())
    let grown = try PartChange.changed(filled.filled.bytes, "xl/worksheets/sheet1.xml") {
      $0.replacing(
        "</sheetData>", with: "<row r='5'>\(SmallBook.textCell("R4", "A5"))<c r='C5'><v>10</v></c></row></sheetData>")
    }
    let again = try FilledBook(grown)
    #expect(names(again.after) == ["xx_b@ 'Test'!$C$2:$C$5"])
    #expect(try again.values(["E2", "E5"]) == [.number(15), .number(6)])
  }

  @Test func `that came after ours make the formulas that used it ours under another name`() throws {
    let filled = try FilledBook(SmallBook().bytes())
    let shadowed = try PartChange.changed(filled.filled.bytes, "xl/workbook.xml") {
      $0.replacing(
        "<definedNames>", with: "<definedNames><definedName name=\"xx_b\" localSheetId=\"0\">Test!$A$1</definedName>")
    }
    let again = try FilledBook(shadowed)
    #expect(again.rules.contains("WBK-030"))
    #expect(!again.rules.contains("WBK-005"))
    #expect(try again.cells()["E2"]?.formula == "IF(ISNUMBER($C2),SUM(dealbook_xx_b)-$C2,\"\")")
  }

  @Test func `and tables share their room`() throws {
    var book = SmallBook()
    book.addTable("xx_b", "A1:C4", ["Row", "In a", "In b"])
    let filled = try FilledBook(book.bytes())
    #expect(names(filled.after) == ["dealbook_xx_b@ 'Test'!$C$2:$C$4"])
    #expect(filled.filled.report.leftOut.isEmpty)
  }
}
