// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Arrays that a workbook calculates` {
  /// A dynamic array formula in A1 whose range is stated as `range`, and further cells in the first two rows.
  private func dynamic(
    _ formula: String, range: String = "A1", beside: String = "", other: String = ""
  ) throws -> Workbook {
    var builder = WorkbookBuilder(
      rows: "<row r=\"1\"><c r=\"A1\" cm=\"1\"><f t=\"array\" ref=\"\(range)\">\(formula)</f><v>0</v></c>"
        + "\(beside)</row>\(other)")
    let namespace = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"
    builder.set(
      "xl/metadata.xml",
      "<metadata xmlns=\"\(WorkbookBuilder.mainNamespace)\" xmlns:xda=\"\(namespace)\"><metadataTypes count=\"1\">"
        + "<metadataType name=\"XLDAPR\" cellMeta=\"1\"/></metadataTypes><futureMetadata name=\"XLDAPR\" count=\"1\"><bk><extLst>"
        + "<ext uri=\"{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}\"><xda:dynamicArrayProperties fDynamic=\"1\"/></ext></extLst></bk>"
        + "</futureMetadata><cellMetadata count=\"1\"><bk><rc t=\"1\" v=\"0\"/></bk></cellMetadata></metadata>")
    builder.contentTypes =
      "<Override PartName=\"/xl/metadata.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml\"/>"
    builder.workbookRelationships =
      "<Relationship Id=\"rIdM\" Type=\"\(WorkbookBuilder.relationshipNamespace)/sheetMetadata\" Target=\"metadata.xml\"/>"
    return try Workbook(builder.bytes())
  }

  @Test func `a dynamic array spills, and a second calculation changes nothing`() throws {
    let book = try dynamic("_xlfn.SEQUENCE(3)", other: "<row r=\"2\"><c r=\"B2\"><f>SUM(A1:A9)</f></c></row>")
    let result = try book.recalculated()
    #expect(values(result) == ["A1": .number(1), "A2": .number(2), "A3": .number(3), "B2": .number(6)])
    let bytes = try book.applying(result.edit)
    let written = try Workbook(bytes)
    #expect(try written.recalculated().changes.isEmpty)
    #expect(try written.applying(written.recalculated().edit) == bytes)
    let sheet = try written.worksheet(at: 0)
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where cell.formulaKind == .array {
        #expect(try sheet.formula(of: cell, row: row.index)?.range == CellRange("A1:A3"))
      }
    }
  }

  @Test func `a spill that meets a cell is an error`() throws {
    let book = try dynamic("_xlfn.SEQUENCE(3)", other: "<row r=\"3\"><c r=\"A3\"><v>7</v></c></row>")
    #expect(try values(book.recalculated()) == ["A1": .error(CellError(code: "#SPILL!"))])
  }

  @Test func `a spill that became shorter leaves its cells empty`() throws {
    let book = try dynamic(
      "_xlfn.SEQUENCE(2)", range: "A1:A3",
      other: "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>")
    let result = try book.recalculated()
    #expect(values(result) == ["A1": .number(1), "A3": .blank])
    let written = try Workbook(book.applying(result.edit))
    #expect(try written.recalculated().changes.isEmpty)
    #expect(try arrayRanges(written) == ["A1:A2"])
  }

  @Test(arguments: [(1, "A1"), (2, "A1:A2"), (3, "A1:A3"), (5, "A1:A5")])
  func `a spill of three cells takes the size that a changed cell gives it`(count: Double, range: String) throws {
    let book = try dynamic(
      "_xlfn.SEQUENCE(B1)", range: "A1:A3", beside: "<c r=\"B1\"><v>3</v></c>",
      other: "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>")
    var edit = WorkbookEdit()
    edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference("B1"))] = CellEdit(.number(count))
    let written = try Workbook(book.applyingCalculated(edit, CalculationOptions()).bytes)
    #expect(try arrayRanges(written) == [range])
    #expect(try written.recalculated().changes.isEmpty)
    var shown: [Double] = []
    try written.worksheet(at: 0).forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where cell.column == 1 {
        if case .number(let number) = try written.worksheet(at: 0).value(of: cell, row: row.index) {
          shown.append(number)
        }
      }
    }
    #expect(shown == (1...Int(count)).map(Double.init))
  }

  private func arrayRanges(_ book: Workbook) throws -> [String] {
    var ranges: [String] = []
    let sheet = try book.worksheet(at: 0)
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where cell.formulaKind == .array {
        if let range = try sheet.formula(of: cell, row: row.index)?.range { ranges.append("\(range)") }
      }
    }
    return ranges
  }

  // MARK: Limits

  @Test(arguments: ["SEQUENCE(1E15,1E15)", "MUNIT(1E12)", "EXPAND(1,1E15,1E15,0)"])
  func `an array of any size that a formula asks for is refused, and the rest is calculated`(_ formula: String) throws {
    let result = try workbook([("A1", "=SUM(\(formula))"), ("B1", "=1+1")]).recalculated()
    #expect(values(result) == ["B1": .number(2)])
    #expect(result.kept.map(\.reason) == [.limit(name: "array-cells", limit: 8_000_000)])
  }

  @Test(arguments: [
    "SUM(SEQUENCE(2000,2000))", "LEN(SUBSTITUTE(REPT(\"a\",32000),\"a\",REPT(\"b\",32000)))",
    "SUM(MMULT(SEQUENCE(300,300),SEQUENCE(300,300)))", "ISERR(SEARCH(REPT(\"?\",9000)&amp;\"b\",REPT(\"a\",30000)))",
    "COUNTA(TEXTSPLIT(REPT(\"a,\",16000),CHAR(SEQUENCE(200))))",
  ])
  func `work that would exceed the limit on steps is not begun`(_ formula: String) throws {
    var builder = WorkbookBuilder(
      rows: "<row r='1'><c r='A1'><f>\(formula)</f></c><c r='B1'><f>SUM(SEQUENCE(100))</f></c></row>")
    builder.afterSheets = ""
    var limits = Limits.default
    limits.calculationSteps = 60_000
    let result = try Workbook(builder.bytes(), limits: limits).recalculated()
    #expect(result.kept.map(\.reason) == [.limit(name: "calculation-steps", limit: 60_000)])
    #expect(values(result)["B1"] == .number(5050))
  }

  @Test func `an array for which there is no memory is not made, and smaller ones are`() throws {
    let rows = (1...20).map { "<row r='\($0)'><c r='A\($0)'><f>SUM(SEQUENCE(1000,1000))</f></c></row>" }
    var limits = Limits.default
    limits.calculationBytes = 16 << 20
    let result = try Workbook(
      WorkbookBuilder(rows: rows.joined() + "<row r='21'><c r='A21'><f>SUM(SEQUENCE(9))</f></c></row>").bytes(),
      limits: limits
    ).recalculated()
    #expect(result.kept.count == 20)
    #expect(values(result) == ["A21": .number(45)])
  }

  @Test func `a formula that asks for too much ends with a named limit`() throws {
    let result = try workbook([
      ("A1", "=SUM(_xlfn.SEQUENCE(100000,1000))"),
      ("A2", "=_xlfn.REDUCE(1,_xlfn.SEQUENCE(100),_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a*2))"),
    ]).recalculated()
    #expect(result.kept.map(\.reason) == [.limit(name: "array-cells", limit: 8_000_000)])
    #expect(values(result)["A2"] == .number(0x1p100))
  }

  @Test func `lambdas that call each other without end are an error`() throws {
    var builder = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\"><f>Deep(1)</f></c></row>")
    builder.afterSheets =
      "<definedNames><definedName name=\"Deep\">_xlfn.LAMBDA(_xlpm.x,1+Deep(_xlpm.x+1))</definedName></definedNames>"
    let result = try Workbook(builder.bytes()).recalculated()
    #expect(values(result) == ["A1": .error(.number)])
  }
}
