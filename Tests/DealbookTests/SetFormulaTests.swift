// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Formula
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A formula that is set` {
  private static func workbook() throws -> Workbook {
    var builder = WorkbookBuilder()
    builder.add(sheet: "S", rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#)
    builder.afterSheets = "<definedNames><definedName name=\"AsOf\">S!$A$1</definedName></definedNames>"
    return try Workbook(builder.bytes())
  }

  /// How the file stores a formula.
  private static func stored(_ formula: String) throws -> String? {
    let workbook = try workbook()
    let edit = try WorkbookEdit([CellAssignment("S!E1=" + formula)], in: workbook)
    let changed = try Workbook(workbook.applying(edit))
    var found: String?
    try CellListing.forEach(in: changed, sheetIndex: 0) { if $0.cell == CellReference("E1") { found = $0.formula } }
    return found
  }

  private static func refusal(_ formula: String) -> String {
    do {
      _ = try stored(formula)
      return ""
    } catch { return "\(error)" }
  }

  @Test(arguments: [
    ("=XLOOKUP(4,A1:A3,B1:B3)", "_xlfn.XLOOKUP(4,A1:A3,B1:B3)"),
    ("=LET(x,A1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"),
    ("=LAMBDA(a,b,a+b)(1,2)", "_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a+_xlpm.b)(1,2)"),
    ("=IFS(A1=1,2,TRUE,3)", "_xlfn.IFS(A1=1,2,TRUE,3)"), ("=STDEV.S(A1:A3)", "_xlfn.STDEV.S(A1:A3)"),
    ("=SUM(FILTER(A1:A3,A1:A3>1))", "SUM(_xlfn._xlws.FILTER(A1:A3,A1:A3>1))"), ("=@A1:A3", "_xlfn.SINGLE(A1:A3)"),
    ("=SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"), ("=NETWORKDAYS.INTL(A1,B1)", "NETWORKDAYS.INTL(A1,B1)"),
    ("=AsOf+1", "AsOf+1"), ("=BYROW(A1:B3,SUM)", "_xlfn.BYROW(A1:B3,_xleta.SUM)"),
    // Anything that needs no change keeps its text.
    ("=sum( A1:A3 ) * 2", "sum( A1:A3 ) * 2"), ("=_xlfn.XLOOKUP(4,A1:A3,B1:B3)", "_xlfn.XLOOKUP(4,A1:A3,B1:B3)"),
    ("=SUMPRODUCT((A1:A3>1)*B1:B3)", "SUMPRODUCT((A1:A3>1)*B1:B3)"), ("='S'!A1&\"（，）\"", "'S'!A1&\"（，）\""),
  ])
  func `is stored as the file needs it`(typed: String, stored: String) throws {
    #expect(try Self.stored(typed) == stored)
  }

  @Test(arguments: [
    ("=SUM(A1", "character 8"), ("=SUM(A1;B1)", "character 8"), ("=A1+", "character"), ("==A1", "character 2"),
    ("=NOSUCH!A1", "‘NOSUCH’"), ("=SUM（A1，B1）", "full-width"), ("=\"a", "character"), ("=Sheet 2!A1", "sheet ‘2’"),
    ("=SUMM(A1)", "did you mean SUM"), ("=ROUND(A1)", "ROUND takes 2"), ("=Asfo+1", "did you mean ‘AsOf’"),
  ])
  func `is refused with the place of its mistake`(typed: String, reason: String) {
    let message = Self.refusal(typed)
    #expect(message.contains(reason), "\(message)")
    #expect(message.contains("S!E1: "))
  }

  /// A sheet with 1, 2, 3 in A1:A3 and, where given, one more cell; and a formula that is set in E1 and calculated.
  private static func spilled(_ formula: String, besides cell: String? = nil) throws -> (
    Workbook, CalculatedWorkbook, WorkbookEdit
  ) {
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "S",
      rows: (1...3).map { row in
        "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c>"
          + (cell.map { $0.hasSuffix("\(row)") ? "<c r=\"\($0)\"><v>9</v></c>" : "" } ?? "") + "</row>"
      }.joined())
    let workbook = try Workbook(builder.bytes())
    let edit = try WorkbookEdit([CellAssignment("S!E1=" + formula)], in: workbook)
    let (bytes, calculated) = try workbook.applyingCalculated(edit)
    return (try Workbook(bytes), calculated, edit)
  }

  @Test(arguments: [
    ("=FILTER(A1:A3,A1:A3>1)", ["E1": 2, "E2": 3], "E1:E2"), ("=A1:A3*2", ["E1": 2, "E2": 4, "E3": 6], "E1:E3"),
    ("=TRANSPOSE(A1:A2)", ["E1": 1, "F1": 2], "E1:F1"), ("=SUM((A1:A3>1)*A1:A3)", ["E1": 5], "E1"),
    ("=SEQUENCE(1)", ["E1": 1], "E1"),
  ])
  func `fills the cells that its values need, as a dynamic array`(
    formula: String, values: [String: Double], range: String
  ) throws {
    let (workbook, calculated, _) = try Self.spilled(formula)
    var found: [String: Double] = [:]
    try CellListing.forEach(in: workbook, sheetIndex: 0) { cell in
      if cell.cell.column >= 5, case .number(let number) = cell.value { found["\(cell.cell)"] = number }
    }
    #expect(found == values)
    #expect(calculated.blocked.isEmpty)
    let sheet = try workbook.worksheet(at: 0)
    var ranges: [String] = []
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where cell.formulaKind == .array {
        try sheet.formula(of: cell, row: row.index)?.range.map { ranges.append("\($0)") }
      }
    }
    #expect(ranges == [range])
    // Once written, it is calculated as before, and nothing is left to do.
    let again = try workbook.recalculated()
    #expect(again.changes.isEmpty && again.kept.isEmpty && again.blocked.isEmpty)
    let edit = try WorkbookEdit([CellAssignment("S!E1=" + formula)], in: workbook)
    #expect(try workbook.applying(edit) == workbook.bytes)
  }

  @Test func `that would fill a cell with contents is refused with both`() throws {
    let (workbook, calculated, edit) = try Self.spilled("=A1:A3*2", besides: "E3")
    let error = #expect(throws: DealbookError.self) { try calculated.requireRoom(for: edit, in: workbook) }
    #expect("\(try #require(error))".contains("S!E1: the result needs E1:E3, but E3 is not empty"))
    let (fits, result, own) = try Self.spilled("=A1:A3*2", besides: "F3")
    try result.requireRoom(for: own, in: fits)
  }

  @Test func `that fills further cells brings what reads them up to date, and so does one that gives cells back`()
    throws
  {
    let formulas = ["H1==E3*10", "H2==H1+1", "E1==FILTER(A1:A3,A1:A3<>2)"]
    #expect(try Self.after(formulas).0["H1"] == .number(0))
    let (longer, _) = try Self.after(formulas + ["A2=5"])
    #expect(longer["E3"] == .number(3) && longer["H1"] == .number(30) && longer["H2"] == .number(31))
    let (shorter, workbook) = try Self.after(formulas + ["A2=5", "A3=2"])
    #expect(shorter["E3"] == nil && shorter["H1"] == .number(0) && shorter["H2"] == .number(1))
    #expect(try workbook.recalculated().changes.isEmpty)
    // A formula that is new fills cells that others read already.
    let (new, _) = try Self.after(["H1==E3*10", "E1==A1:A3*2"])
    #expect(new["H1"] == .number(60))
  }

  /// What the cells from column E on hold after these assignments, one after another.
  private static func after(_ assignments: [String], rows: Int = 3, below: String = "") throws -> (
    [String: CellValue], Workbook
  ) {
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "S",
      rows: (1...rows).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined(), after: below)
    var workbook = try Workbook(builder.bytes())
    for assignment in assignments {
      let edit = try WorkbookEdit([CellAssignment("S!" + assignment)], in: workbook)
      let (bytes, calculated) = try workbook.applyingCalculated(edit)
      try calculated.requireRoom(for: edit, in: workbook)
      workbook = try Workbook(bytes)
    }
    var found: [String: CellValue] = [:]
    try CellListing.forEach(in: workbook, sheetIndex: 0) { cell in
      if cell.cell.column >= 5, cell.value != .blank { found["\(cell.cell)"] = cell.value }
    }
    let again = try workbook.recalculated()
    #expect(again.changes.isEmpty && again.kept.isEmpty)
    return (found, workbook)
  }

  @Test(arguments: [
    // The first cell stands for the whole.
    (["E1==A1:A3*2", "E1=7"], ["E1": CellValue.number(7)]), (["E1==A1:A3*2", "E1="], [:]),
    (["E1==A1:A3*2", "E1=text"], ["E1": .text("text")]), (["E1==A1:A3*2", "E1==A1+1"], ["E1": .number(2)]),
    (["E1==A1:A3*2", "E1==A1:A2*3"], ["E1": .number(3), "E2": .number(6)]),
    (["E1==A1:A3*2", "E1==A1:A3*2"], ["E1": .number(2), "E2": .number(4), "E3": .number(6)]),
    // Something in another cell is in the way, until it goes.
    (["E1==A1:A3*2", "E2=7"], ["E1": .error(CellError(code: "#SPILL!")), "E2": .number(7)]),
    (["E1==A1:A3*2", "E2=7", "E2="], ["E1": .number(2), "E2": .number(4), "E3": .number(6)]),
    (["E1==A1:A3*2", "E3="], ["E1": .number(2), "E2": .number(4), "E3": .number(6)]),
  ])
  func `gives way as a whole, as in Excel`(_ assignments: [String], _ values: [String: CellValue]) throws {
    #expect(try Self.after(assignments).0 == values)
  }

  @Test(arguments: [
    ("=IF(A1:A3>1,A1:A3,0)", [0.0, 2, 3]), ("=INDEX(A1:A3,0)", [1, 2, 3]), ("=CHOOSE(1,A1:A2,A3)", [1, 2]),
    ("=OFFSET(A1,1,0,2,1)", [2, 3]), ("=XLOOKUP(2,A1:A3,A1:A3)", [2]), ("=INDEX(A1:A3,2)", [2]),
    ("=XLOOKUP(A1:A3,A1:A3,A1:A3)", [1, 2, 3]), ("=LEN(A1:A3)", [1, 1, 1]), ("=LET(x,A1:A3,x+1)", [2, 3, 4]),
    ("=SUM(A1:A3)", [6]), ("=INDIRECT(\"A1:A2\")", [1, 2]), ("=COUNTIF(A1:A3,A1:A3)", [1, 1, 1]),
  ])
  func `is a dynamic array if it gives several values`(_ formula: String, _ values: [Double]) throws {
    let (found, workbook) = try Self.after(["E1=" + formula])
    var wanted: [String: CellValue] = [:]
    for (index, value) in values.enumerated() { wanted["E\(index + 1)"] = .number(value) }
    #expect(found == wanted)
    let sheet = try workbook.worksheet(at: 0)
    var kinds: [StoredFormulaKind] = []
    try sheet.forEachRow { row in kinds += row.cells.map(\.formulaKind).filter { $0 != .none } }
    #expect(kinds == [values.count > 1 ? .array : .normal])
  }

  @Test func `is refused where merged cells are in the way`() throws {
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"E2:F2\"/></mergeCells>"
    let error = #expect(throws: DealbookError.self) { try Self.after(["E1==A1:A3*2"], below: merged) }
    #expect("\(try #require(error))".contains("S!E1: the result needs E1:E3, but E2:F2 is merged"))
  }

  @Test func `keeps the records of cell metadata that are there`() throws {
    var builder = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\" vm=\"1\" t=\"e\"><v>#VALUE!</v></c></row>")
    builder.set(
      "xl/metadata.xml",
      "<metadata xmlns=\"\(WorkbookBuilder.mainNamespace)\"><metadataTypes count=\"1\"><metadataType name=\"XLRICHVALUE\"/>"
        + "</metadataTypes><futureMetadata name=\"XLRICHVALUE\" count=\"1\"><bk/></futureMetadata>"
        + "<valueMetadata count=\"1\"><bk><rc t=\"1\" v=\"0\"/></bk></valueMetadata></metadata>")
    builder.contentTypes =
      "<Override PartName=\"/xl/metadata.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml\"/>"
    builder.workbookRelationships =
      "<Relationship Id=\"rIdM\" Type=\"\(WorkbookBuilder.relationshipNamespace)/sheetMetadata\" Target=\"metadata.xml\"/>"
    let workbook = try Workbook(builder.bytes())
    let name = try #require(workbook.sheets.first?.name)
    let edit = try WorkbookEdit([CellAssignment("\(name)!B1==SEQUENCE(2)")], in: workbook)
    let changed = try Workbook(workbook.applyingCalculated(edit).bytes)
    let metadata = String(decoding: try changed.package.bytes(of: PartName("/xl/metadata.xml")), as: UTF8.self)
    #expect(
      metadata.contains("<metadataTypes count=\"2\"><metadataType name=\"XLRICHVALUE\"/><metadataType name=\"XLDAPR\""))
    #expect(metadata.contains("</futureMetadata><futureMetadata name=\"XLDAPR\" count=\"1\"><bk>"))
    #expect(
      metadata.contains(
        "<cellMetadata count=\"1\"><bk><rc t=\"2\" v=\"0\"/></bk></cellMetadata><valueMetadata count=\"1\">"))
    #expect(try changed.recalculated().changes.isEmpty)
  }

  @Test func `that is a long number is kept to its last digit`() throws {
    let long = try CellAssignment("S!A1=6225880212345678901")
    #expect(long.content == .value(.text("6225880212345678901")) && long.isLongNumber)
    #expect(try CellAssignment("S!A1=123456789012345").content == .value(.number(123_456_789_012_345)))
    // The shortest text of a double is that double; Excel stores it with all its digits, too.
    #expect(try CellAssignment("S!A1=0.30000000000000004").content == .value(.number(0.1 + 0.2)))
    #expect(try CellAssignment("S!A1=3.141592653589793").content == .value(.number(.pi)))
    // A double is nearer to another number than the text, and Excel would cut it to 15 digits.
    for text in ["0.12345678901234567", "1234567890123456", "1234567890123456.0"] {
      #expect(try CellAssignment("S!A1=\(text)").content == .value(.text(text)))
    }
    // Leading and trailing zeros are not digits that could be lost.
    #expect(try CellAssignment("S!A1=1000000000000000000").content == .value(.number(1e18)))
    #expect(try CellAssignment("S!A1=1e300").content == .value(.number(1e300)))
    #expect(try CellAssignment("S!A1=\"1\"").isLongNumber == false)
  }

  @Test func `names the sheet that was meant`() throws {
    let workbook = try Self.workbook()
    #expect(throws: DealbookError.self) { try WorkbookEdit([CellAssignment("T!A1=1")], in: workbook) }
  }
}
