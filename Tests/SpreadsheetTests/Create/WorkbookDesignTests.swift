// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Testing
import Zip

@Suite struct `A workbook made from a design` {
  func cell(_ text: String) throws -> CellReference { try #require(CellReference(text)) }

  func range(_ text: String) throws -> CellRange { try #require(CellRange(text)) }

  /// The text of a part of the first or only sheet's design.
  func part(_ name: String, of design: WorkbookDesign) throws -> String {
    let archive = try ZipArchive(design.bytes(), limits: .unlimited)
    let entry = try #require(archive.entry(named: name))
    return String(decoding: try archive.contents(of: entry), as: UTF8.self)
  }

  func design(_ change: (inout SheetDesign) throws -> Void = { _ in }) throws -> WorkbookDesign {
    var sheet = SheetDesign(name: "Deals")
    sheet.cells[try cell("A1")] = CellDesign(.text("Deal"))
    sheet.cells[try cell("B1")] = CellDesign(.text("Amount"))
    sheet.cells[try cell("A2")] = CellDesign(.text("D001"))
    sheet.cells[try cell("B2")] = CellDesign(.number(1.5))
    try change(&sheet)
    var design = WorkbookDesign()
    design.sheets = [sheet]
    return design
  }

  @Test func `reads back the cells that it was given`() throws {
    let place = try cell("C2")
    let design = try design { $0.cells[place] = CellDesign(.number(3), formula: "B2*2") }
    let sheet = try Workbook(design.bytes()).worksheet(at: 0)
    var found: [String: CellValue] = [:]
    var formula: String?
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for stored in row.cells {
        found["\(ColumnName.letters(stored.column))\(row.index)"] = try sheet.value(of: stored, row: row.index)
        if let text = try sheet.formula(of: stored, row: row.index)?.text { formula = text }
      }
    }
    #expect(
      found == [
        "A1": .text("Deal"), "B1": .text("Amount"), "A2": .text("D001"), "B2": .number(1.5), "C2": .number(3),
      ])
    #expect(formula == "B2*2")
  }

  @Test func `is the same to the byte each time`() throws {
    #expect(try design().bytes() == design().bytes())
  }

  @Test func `equal looks share one cell format`() throws {
    let look = CellLook().with { $0.numberFormat = "yyyy-mm-dd" }
    let design = try design {
      $0.cells[try cell("A2")] = CellDesign(.number(1), look: look)
      $0.cells[try cell("B2")] = CellDesign(.number(2), look: look)
    }
    #expect(try Workbook(design.bytes()).styles.cellFormats.count == 2)
  }

  @Test func `a table takes the names of its columns from the header cells`() throws {
    let design = try design {
      $0.tables = [TableDesign(name: "tbl", range: try range("A1:B2"), style: "TableStyleLight1")]
    }
    let tables = try Workbook(design.bytes()).worksheet(at: 0).tables()
    #expect(tables.first?.columns.map(\.name) == ["Deal", "Amount"])
  }

  @Test func `a table over two equal headers is refused`() throws {
    let design = try design {
      $0.cells[try cell("B1")] = CellDesign(.text("DEAL"))
      $0.tables = [TableDesign(name: "tbl", range: try range("A1:B2"), style: "TableStyleLight1")]
    }
    #expect(throws: SpreadsheetError.self) { try design.bytes() }
  }

  @Test func `a table without a row below its header is refused`() throws {
    let design = try design {
      $0.tables = [TableDesign(name: "tbl", range: try range("A1:B1"), style: "TableStyleLight1")]
    }
    #expect(throws: SpreadsheetError.self) { try design.bytes() }
  }

  @Test func `a table that is called like a defined name is refused`() throws {
    var design = try design {
      $0.tables = [TableDesign(name: "tbl", range: try range("A1:B2"), style: "TableStyleLight1")]
    }
    design.definedNames = [DefinedNameEdit(name: "TBL", formula: "1")]
    #expect(throws: SpreadsheetError.self) { try design.bytes() }
  }

  @Test func `a sheet name that Excel refuses is refused`() throws {
    var design = try design()
    design.sheets[0].name = "a/b"
    #expect(throws: SpreadsheetError.self) { try design.bytes() }
  }

  @Test func `the elements of a sheet stand in the order of the schema`() throws {
    let design = try design {
      $0.tabColor = "1F3A5F"
      $0.frozenRows = 1
      $0.columns = [ColumnDesign(column: 1, width: 12)]
      $0.mergedRanges = [try range("D1:E1")]
      $0.conditionalFormats = [
        ConditionalFormat(range: try range("B2:B9"), formula: "$B2>1", look: .init(fill: "FBD5D5"))
      ]
      $0.validations = [EntryRule(range: try range("A2:A9"), kind: .list(["x", "y"]), severity: .stop)]
      $0.links = [CellLink(cell: try cell("A1"), location: "'Deals'!A1")]
      $0.tables = [TableDesign(name: "tbl", range: try range("A1:B2"), style: "TableStyleLight1")]
      $0.print.footer = "&P"
      $0.print.scale = 60
      $0.print.rowBreaks = [40, 20, 40]
      $0.print.columnBreaks = [9]
    }
    let text = try part("xl/worksheets/sheet1.xml", of: design)
    let order = [
      "<sheetPr>", "<dimension", "<sheetViews>", "<sheetFormatPr", "<cols>", "<sheetData>", "<mergeCells",
      "<conditionalFormatting", "<dataValidations", "<hyperlinks>", "<pageMargins", "<pageSetup", "<headerFooter>",
      "<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"19\" max=\"16383\" man=\"1\"/><brk id=\"39\"",
      "<colBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"8\" max=\"1048575\" man=\"1\"/>", "<tableParts",
    ]
    let places = order.map { text.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(text.contains("<pageSetup paperSize=\"9\" scale=\"60\" orientation="))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test func `a list of more than 255 characters is left out, as Excel would call the file damaged`() throws {
    let long = (0..<60).map { "option\($0)" }
    #expect(!EntryRule.canList(long))
    let design = try design {
      $0.validations = [EntryRule(range: try range("A2:A9"), kind: .list(long), severity: .stop)]
    }
    #expect(try !part("xl/worksheets/sheet1.xml", of: design).contains("dataValidation"))
  }

  @Test func `an option with a comma cannot stand in a list`() {
    #expect(!EntryRule.canList(["a,b"]))
  }

  @Test func `an error message is cut to the 255 characters that the format has`() throws {
    let design = try design {
      $0.validations = [
        EntryRule(
          range: try range("A2:A9"), kind: .decimal(.atLeast(0)), severity: .stop,
          errorMessage: String(repeating: "x", count: 300))
      ]
    }
    let text = try part("xl/worksheets/sheet1.xml", of: design)
    #expect(text.contains("error=\"\(String(repeating: "x", count: 255))\""))
  }

  @Test func `print titles are a name of their sheet`() throws {
    let design = try design {
      $0.name = "O'Neil"
      $0.print.titleRows = 1...1
      $0.print.titleColumns = 1...1
    }
    let name = try Workbook(design.bytes()).definedNames.first
    #expect(name?.name == "_xlnm.Print_Titles")
    #expect(name?.sheetIndex == 0)
    #expect(name?.formula == "'O''Neil'!$A:$A,'O''Neil'!$1:$1")
  }

  @Test func `frozen rows and columns keep the corner in view`() throws {
    let design = try design {
      $0.frozenRows = 3
      $0.frozenColumns = 1
    }
    #expect(
      try part("xl/worksheets/sheet1.xml", of: design).contains(
        "<pane xSplit=\"1\" ySplit=\"3\" topLeftCell=\"B4\" activePane=\"bottomRight\" state=\"frozen\"/>"))
  }
}
