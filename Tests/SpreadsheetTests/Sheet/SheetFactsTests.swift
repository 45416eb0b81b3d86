// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML

@Suite struct `What stands around the rows` {
  private func surroundings(_ content: String) throws -> (bytes: [UInt8], sheet: WorksheetSurroundings) {
    let bytes = Array(WorkbookBuilder.worksheet(content).utf8)
    let layout = try SheetLayout(bytes)
    let sheet = try WorksheetSurroundings(
      bytes, encoding: .utf8, without: layout.sheetDataContent, limits: .default)
    return (bytes, sheet)
  }

  private func facts(_ content: String, _ limits: Limits = .default) throws -> SheetFacts {
    try SheetFacts(surroundings(content).sheet, part: PartName("/xl/worksheets/sheet1.xml"), limits: limits)
  }

  @Test func `ranges before and after the rows map to the whole part`() throws {
    let (bytes, sheet) = try surroundings(
      "<cols><col min='1' max='2'/></cols><sheetData><row r='1'><c r='A1'/></row></sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells>"
    )
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[sheet.range(range)], as: UTF8.self) }
    let cols = try #require(sheet.element("cols"))
    #expect(text(cols.element) == "<cols><col min='1' max='2'/></cols>")
    let data = try #require(sheet.element("sheetData"))
    #expect(text(data.element) == "<sheetData><row r='1'><c r='A1'/></row></sheetData>")
    #expect(text(data.startTag) == "<sheetData>")
    let merges = try #require(sheet.element("mergeCells"))
    #expect(text(merges.element) == "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>")
    #expect(text(merges.content) == "<mergeCell ref='A1:B1'/>")
    let attribute = try #require(merges.children.first { _ in true }?.attributeNode("ref"))
    #expect(text(attribute.valueRange) == "A1:B1")
  }

  @Test func `a self-closed or missing sheetData changes nothing`() throws {
    for content in [
      "<sheetData/><mergeCells><mergeCell ref='A1:B1'/></mergeCells>",
      "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>",
    ] {
      let (bytes, sheet) = try surroundings(content)
      #expect(sheet.document.bytes == bytes)
      let merges = try #require(sheet.element("mergeCells"))
      #expect(sheet.range(merges.element) == merges.element)
    }
  }

  @Test func `a part that was in another encoding may still declare it`() throws {
    let text =
      "<?xml version='1.0' encoding='UTF-16'?><worksheet xmlns='\(WorkbookBuilder.mainNamespace)'><sheetData/></worksheet>"
    let sheet = try WorksheetSurroundings(
      Array(text.utf8), encoding: .utf16LittleEndian, without: 0..<0, limits: .default)
    #expect(sheet.element("sheetData") != nil)
  }

  @Test func `nothing stated means nothing there`() throws {
    let facts = try facts("<sheetData/>")
    #expect(facts.dimension == nil && facts.autoFilter == nil && facts.frozenPane == nil)
    #expect(
      facts.mergedCells.isEmpty && facts.columns.isEmpty && facts.dataValidations.isEmpty && facts.hyperlinks.isEmpty)
    #expect(!facts.isProtected && !facts.isRightToLeft)
  }

  @Test func `merged cells, filter and dimension are ranges, and what is none is left out`() throws {
    let facts = try facts(
      "<dimension ref='A1:C9'/><sheetData/><autoFilter ref='A1:C5'/><mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='x'/></mergeCells>"
    )
    #expect(facts.dimension == CellRange("A1:C9"))
    #expect(facts.autoFilter == CellRange("A1:C5"))
    #expect(facts.mergedCells.map(\.description) == ["A1:B1"])
    #expect(try self.facts("<dimension ref='1:49'/><sheetData/>").dimension == nil)
  }

  @Test func `columns are read from every cols and kept within the sheet`() throws {
    let columns = try facts(
      """
      <cols><col min="1" max="3" width="9.5" hidden="true" style="4" outlineLevel="2" collapsed="1"/>\
      <col min="5" max="99999"/><col min="0" max="2"/><col min="3" max="2"/></cols><cols><col min="4" max="4"/></cols><sheetData/>
      """
    ).columns
    #expect(columns.map(\.columns) == [1...3, 5...16_384, 4...4])
    #expect(columns[0].width == 9.5)
    #expect(columns[0].isHidden && columns[0].isCollapsed)
    #expect(columns[0].style == 4)
    #expect(columns[0].outlineLevel == 2)
    #expect(columns[1].width == nil)
    #expect(!columns[1].isHidden)
  }

  @Test func `a frozen pane is rows and columns, a split one is none`() throws {
    func pane(_ attributes: String) throws -> FrozenPane? {
      try facts("<sheetViews><sheetView rightToLeft='1'><pane \(attributes)/></sheetView></sheetViews><sheetData/>")
        .frozenPane
    }
    let frozen = try #require(try pane("xSplit='2' ySplit='1' topLeftCell='C2' state='frozen'"))
    #expect(frozen.rows == 1)
    #expect(frozen.columns == 2)
    #expect(try pane("ySplit='1e300' state='frozen'")?.rows == CellReference.maxRow)
    #expect(try pane("xSplit='2000' ySplit='100'") == nil)
    #expect(try pane("xSplit='2000' ySplit='100' state='split'") == nil)
  }

  @Test func `data validations keep ranges, type and formulas`() throws {
    let found = try facts(
      """
      <sheetData/><dataValidations><dataValidation type="list" sqref="B2:B9 D2"><formula1>"甲,乙"</formula1></dataValidation>\
      </dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="A2:A3" location="B!A1"/></hyperlinks>
      """)
    #expect(found.dataValidations.first?.ranges.map(\.description) == ["B2:B9", "D2"])
    #expect(found.dataValidations.first?.type == "list")
    #expect(found.dataValidations.first?.formula1 == "\"甲,乙\"")
    #expect(found.hyperlinks.map(\.range.description) == ["A1", "A2:A3"])
    #expect(found.hyperlinks.map(\.relationshipID) == ["rId1", nil])
    #expect(found.hyperlinks.map(\.location) == [nil, "B!A1"])
  }

  @Test func `too many merged cells are a limit`() throws {
    var limits = Limits.default
    limits.mergedCells = 1
    let expected = SpreadsheetError.limit(
      LimitBreach(name: "merged-cells", place: "xl/worksheets/sheet1.xml", actual: 2, limit: 1))
    #expect(throws: expected) {
      try facts("<sheetData/><mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:B2'/></mergeCells>", limits)
    }
  }
}
