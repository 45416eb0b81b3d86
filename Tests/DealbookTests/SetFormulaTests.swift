// SPDX-License-Identifier: Apache-2.0

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
    ("=AsOf+1", "AsOf+1"),
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
    ("=FILTER(A1:A3,A1:A3>1)", "more than one value"), ("=A1:A3*2", "A1:A3"), ("=SUM((A1:A3>1)*B1:B3)", "SUMPRODUCT"),
  ])
  func `is refused with the place of its mistake`(typed: String, reason: String) {
    let message = Self.refusal(typed)
    #expect(message.contains(reason), "\(message)")
    #expect(message.contains("S!E1: "))
  }

  @Test func `that is a long number is kept to its last digit`() throws {
    let long = try CellAssignment("S!A1=6225880212345678901")
    #expect(long.content == .value(.text("6225880212345678901")) && long.isLongNumber)
    #expect(try CellAssignment("S!A1=123456789012345").content == .value(.number(123_456_789_012_345)))
    #expect(try CellAssignment("S!A1=0.1234567890123456").content == .value(.text("0.1234567890123456")))
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
