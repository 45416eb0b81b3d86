// SPDX-License-Identifier: Apache-2.0

import Calculation
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Calculating a workbook` {
  @Test func `a second calculation changes nothing`() throws {
    let first = try workbook([("A1", "2"), ("B1", "=A1*3"), ("C1", "=B1&amp;\"x\""), ("D1", "=1/0")])
    let bytes = try first.applying(first.recalculated().edit)
    let second = try Workbook(bytes)
    #expect(try second.recalculated().changes.isEmpty)
    #expect(try second.applying(second.recalculated().edit) == bytes)
  }

  /// As Excel does where a file was calculated before formulas could give arrays: the range has no cell in the formula's row or column.
  @Test(arguments: [("0", "b"), ("1", "b"), (nil, "b")] as [(String?, String)])
  func `a range beside a formula is what the value in the file says it is`(stored: String?, kind: String) throws {
    let value = stored.map { " t='\(kind)'><f>ISNUMBER(A1:A3)</f><v>\($0)</v>" } ?? "><f>ISNUMBER(A1:A3)</f>"
    let rows =
      "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row><row r='3'><c r='A3'><v>3</v></c></row>"
      + "<row r='9'><c r='C9'\(value)</c></row>"
    let result = try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated()
    #expect(values(result) == (stored == nil ? ["C9": .boolean(true)] : [:]))
  }

  @Test func `a number that the file cannot mean gives way to the error of a range beside the formula`() throws {
    let rows =
      "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>"
      + "<row r='9'><c r='C9'><f>A1:A2*2</f><v>77</v></c></row>"
    let result = try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated()
    #expect(values(result) == ["C9": .error(.value)])
  }

  @Test(arguments: [(false, 6.0), (true, 4.0)])
  func `a row hidden by hand counts in subtotals unless a column is filtered`(isFiltered: Bool, sum: Double) throws {
    let rows =
      (2...4).map {
        "<row r='\($0)'\($0 == 3 ? " hidden='1'" : "")><c r='A\($0)'><v>\($0 - 1)</v></c></row>"
      }.joined() + "<row r='9'><c r='A9'><f>SUBTOTAL(9,A2:A4)</f><v>0</v></c></row>"
    var builder = WorkbookBuilder()
    let filter = isFiltered ? "<filterColumn colId='0'><filters><filter val='1'/></filters></filterColumn>" : ""
    builder.add(sheet: "Sheet1", rows: rows, after: "<autoFilter ref='A1:A4'>\(filter)</autoFilter>")
    #expect(values(try Workbook(builder.bytes()).recalculated()) == ["A9": .number(sum)])
  }

  @Test func `what reads a value that is right in 15 digits reads the bits in the file`() throws {
    let rows =
      "<row r='1'><c r='A1'><f>0.1*3</f><v>0.3</v></c><c r='B1'><f>MOD(A1,0.1)</f><v>9.9999999999999978E-2</v></c></row>"
    #expect(try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated().changes.isEmpty)
  }

  @Test func `a chain of a hundred thousand cells from its end is no recursion`() throws {
    var cells = [("A100000", "1")]
    for row in 1..<100_000 { cells.append(("A\(row)", "=A\(row + 1)+1")) }
    let result = try workbook(cells).recalculated()
    #expect(values(result)["A1"] == .number(100_000))
  }

  @Test func `an element of an array formula that has an empty formula of its own belongs to it`() throws {
    let rows =
      "<row r='1'><c r='A1'><f t='array' ref='A1:B1'>{1,2}*A2</f></c><c r='B1'><f ca='1'/><v>0</v></c></row>"
      + "<row r='2'><c r='A2'><v>5</v></c></row>"
    let book = try Workbook(WorkbookBuilder(rows: rows).bytes())
    let result = try book.recalculated()
    #expect(values(result) == ["A1": .number(5), "B1": .number(10)] && result.kept.isEmpty)
    #expect(try Workbook(book.applying(result.edit)).recalculated().changes.isEmpty)
  }

  @Test func `the text of a formula that is filled down is its own`() throws {
    let result = try workbook([
      ("A8", "=B8*$C$1+SUM(B$1:B8)"), ("A9", "=B9*$C$1+SUM(B$1:B9)"), ("A10", "=B10*$C$1+SUM(B$1:B10)"),
      ("A12", "=B12*$C$1+SUM(B$1:B12)"), ("A13", "=B12*$C$1+SUM(B$1:B13)"),
      ("D1", "=_xlfn.FORMULATEXT(A8)"), ("D2", "=_xlfn.FORMULATEXT(A10)"), ("D3", "=_xlfn.FORMULATEXT(A12)"),
      ("D4", "=_xlfn.FORMULATEXT(A13)"),
    ]).recalculated()
    let texts = values(result)
    #expect(texts["D1"] == .text("=B8*$C$1+SUM(B$1:B8)"))
    #expect(texts["D2"] == .text("=B10*$C$1+SUM(B$1:B10)"))
    #expect(texts["D3"] == .text("=B12*$C$1+SUM(B$1:B12)"))
    #expect(texts["D4"] == .text("=B12*$C$1+SUM(B$1:B13)"))
  }

  @Test func `a shared formula whose first cell comes later is read all the same`() throws {
    let rows =
      "<row r='1'><c r='A1'><v>3</v></c><c r='B1'><f t='shared' si='0'/></c></row>"
      + "<row r='2'><c r='A2'><v>4</v></c><c r='B2'><f t='shared' ref='B1:B2' si='0'>A2*2</f></c><c r='C2'><f>B1+B2</f></c></row>"
    let result = try Workbook(WorkbookBuilder(rows: rows).bytes()).recalculated()
    #expect(values(result) == ["B1": .number(6), "B2": .number(8), "C2": .number(14)])
    #expect(result.formulaCount == 3)
  }

  @Test func `a text longer than a cell holds is an error, and the rest is written`() throws {
    let result = try workbook([("A1", "=SUBSTITUTE(REPT(\"a\",30000),\"a\",\"bb\")"), ("B1", "=1+1")]).recalculated()
    #expect(values(result) == ["A1": .error(.value), "B1": .number(2)])
  }

  @Test func `cells that need each other are named and keep their values`() throws {
    let result = try workbook([("A1", "=B1+1"), ("B1", "=A1+1"), ("C1", "=B1*2"), ("D1", "=2*2")]).recalculated()
    #expect(values(result) == ["D1": .number(4)])
    #expect(result.kept.map { "\($0.cell)" } == ["A1", "B1", "C1"])
    #expect(result.kept.first?.reason == .cycle(["Sheet1!A1", "Sheet1!B1"]))
  }

  @Test func `sums with several conditions are those counted by hand, whichever condition is rarest`() throws {
    // Every pair of region and size occurs, most of them several times, and some rows contain text.
    let rows = (0..<420).map { (region: $0 * 7 % 3, size: $0 * 11 % 40, amount: $0 * 37 % 101) }
    var cells: [(String, String)] = []
    for (place, row) in rows.enumerated() {
      cells += [
        ("A\(place + 1)", "\(row.region)"), ("B\(place + 1)", "\(row.size)"), ("C\(place + 1)", "\(row.amount)"),
      ]
    }
    var expected: [String: CellValue] = [:]
    for region in 0..<3 {
      for size in 0..<40 {
        let row = region * 40 + size + 1
        let both = rows.filter { $0.region == region && $0.size == size }
        cells.append(("E\(row)", "=SUMIFS(C$1:C$420,A$1:A$420,\(region),B$1:B$420,\(size))"))
        cells.append(("F\(row)", "=COUNTIFS(A$1:A$420,\(region),B$1:B$420,\(size),C$1:C$420,\"&gt;50\")"))
        cells.append(("G\(row)", "=MAXIFS(C$1:C$420,B$1:B$420,\(size),A$1:A$420,\"&lt;&gt;\(region)\")"))
        expected["E\(row)"] = .number(Double(both.reduce(0) { $0 + $1.amount }))
        expected["F\(row)"] = .number(Double(both.count { $0.amount > 50 }))
        let others = rows.filter { $0.region != region && $0.size == size }
        expected["G\(row)"] = .number(Double(others.map(\.amount).max() ?? 0))
      }
    }
    #expect(try values(workbook(cells).recalculated()) == expected)
  }

  @Test func `a workbook that iterates converges`() throws {
    let settings = "<calcPr iterate=\"1\" iterateCount=\"100\" iterateDelta=\"0.000001\"/>"
    let result = try workbook([("A1", "=10+B1/2"), ("B1", "=A1/2")], calculation: settings).recalculated()
    guard case .number(let a)? = values(result)["A1"] else {
      Issue.record("no number")
      return
    }
    #expect(abs(a - 40.0 / 3) < 0.0001)
  }

  @Test func `what cannot be calculated keeps its value, and so does what needs it`() throws {
    let result = try workbook([("A1", "=NOBODYKNOWS(1)"), ("B1", "=A1+1"), ("C1", "=TODAY()"), ("D1", "=[1]Rates!A1")])
      .recalculated()
    #expect(result.changes.isEmpty)
    #expect(
      result.kept.map(\.reason) == [
        .unknownFunction("NOBODYKNOWS"), .dependent("A1"), .volatile("TODAY"), .externalLink,
      ])
  }

  @Test(arguments: [
    ("_xlfn.FORECAST.ETS(4,A1:A3,B1:B3)", "FORECAST.ETS", UndeterminedFunction.unpublished),
    ("_xlfn.FORECAST.ETS.STAT(A1:A3,B1:B3,1)", "FORECAST.ETS.STAT", .unpublished),
    ("_xlfn.WEBSERVICE(\"x\")", "WEBSERVICE", .service), ("GETPIVOTDATA(\"x\",A1)", "GETPIVOTDATA", .program),
    ("ASC(\"Ａ\")", "ASC", .language), ("INFO(\"osversion\")", "INFO", .machine),
    ("CELL(\"filename\")", "CELL(\"filename\")", .machine), ("CELL(\"width\",A1)", "CELL(\"width\")", .look),
  ])
  func `what the file does not determine is left to Excel, and the reason is named`(
    formula: String, function: String, why: UndeterminedFunction
  ) throws {
    let result = try workbook([("A1", "1"), ("C1", "=\(formula)"), ("D1", "=C1*2")]).recalculated()
    #expect(result.changes.isEmpty)
    #expect(result.kept.map(\.reason) == [.undetermined(function: function, why), .dependent("C1")])
    #expect("\(result.kept[0].reason)".contains(function))
  }

  @Test func `the value of a formula in the totals row of a table is written`() throws {
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Sheet1",
      rows:
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>5</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\"><f>SUBTOTAL(109,T[x])</f></c></row>",
      after:
        "<tableParts count=\"1\"><tablePart r:id=\"rId1\" xmlns:r=\"\(WorkbookBuilder.relationshipNamespace)\"/></tableParts>"
    )
    builder.set(
      "xl/tables/table1.xml",
      "<table xmlns=\"\(WorkbookBuilder.mainNamespace)\" id=\"1\" name=\"T\" displayName=\"T\" ref=\"A1:A3\" totalsRowCount=\"1\">"
        + "<tableColumns count=\"1\"><tableColumn id=\"1\" name=\"x\" totalsRowFunction=\"sum\"/></tableColumns></table>"
    )
    builder.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(WorkbookBuilder.relationshipNamespace)/table\" Target=\"../tables/table1.xml\"/></Relationships>")
    let book = try Workbook(builder.bytes())
    let result = try book.recalculated()
    #expect(values(result) == ["A3": .number(5)])
    #expect(try Workbook(book.applying(result.edit)).recalculated().changes.isEmpty)
  }

  @Test func `the day of TODAY can be given`() throws {
    let day = SerialDate(year: 2026, month: 3, day: 31)
    let result = try workbook([("A1", "=TODAY()+1")]).recalculated(CalculationOptions(asOf: day))
    #expect(values(result) == ["A1": .number(46_113)])
  }

  @Test func `only what depends on a changed cell is calculated`() throws {
    let book = try workbook([("A1", "2"), ("B1", "=A1*3"), ("C1", "=SUM(A1:B1)"), ("D1", "5"), ("E1", "=D1*2")])
    let cached = try Workbook(book.applying(book.recalculated().edit))
    let place = try #require(CellReference("A1"))
    var edit = WorkbookEdit()
    edit.sheets[0] = SheetEdit()
    edit.sheets[0]?.cells[place] = CellEdit(.number(10))
    let (_, calculated) = try cached.applyingCalculated(edit)
    #expect(values(calculated) == ["B1": .number(30), "C1": .number(40)])
  }

  @Test func `has nothing to do where a value is set and the workbook has no formula`() throws {
    let plain = try Workbook(
      WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\"><v>2</v></c><c r=\"B1\"><v>3</v></c></row>").bytes())
    var edit = WorkbookEdit()
    edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference("A1"))] = CellEdit(.number(5))
    let (bytes, calculated) = try plain.applyingCalculated(edit)
    #expect(calculated.formulaCount == 0 && calculated.changes.isEmpty)
    #expect(try bytes == plain.applying(edit))
    // A formula that is overwritten is one all the same.
    let other = try Workbook(
      WorkbookBuilder(
        rows: "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\"><f>A1</f><v>2</v></c></row>"
      ).bytes())
    #expect(try other.applyingCalculated(edit).calculated.changes.map(\.new) == [.number(5)])
  }

  @Test func `a subtraction is zero only as the last operation of a cell`() throws {
    let result = try workbook([
      ("A1", "=0.5-0.4-0.1"), ("A2", "=(0.5-0.4-0.1)"), ("A3", "=IF(0.5-0.4-0.1=0,1,2)"),
      ("A4", "=IF(0.1+0.2=0.3,1,2)"),
    ]).recalculated()
    #expect(values(result)["A1"] == .number(0))
    #expect(values(result)["A2"] != .number(0))
    #expect(values(result)["A3"] == .number(2))
    #expect(values(result)["A4"] == .number(1))
  }

  @Test func `INDEX and AGGREGATE compute what they are given for whole ranges, wherever the formula stands`() throws {
    // The usual ways to avoid an array formula: beside the data, and below it.
    let formulas = [
      "=INDEX(A1:A4,MATCH(1,INDEX((B1:B4=\"Acme\")*(A1:A4>10),0),0))", "=AGGREGATE(14,6,A1:A4/(B1:B4=\"Acme\"),1)",
      "=AGGREGATE(15,6,A1:A4/(B1:B4=\"Acme\"),2)",
    ]
    let data =
      [("A1", "10"), ("A2", "20"), ("A3", "30"), ("A4", "40")]
      + [("B1", "Acme"), ("B2", "Bolt"), ("B3", "Acme"), ("B4", "Bolt")].map { ($0, "=\"\($1)\"") }
    for row in [2, 9] {
      let places = ["D", "E", "F"].map { "\($0)\(row)" }
      let found = values(try workbook(data + zip(places, formulas)).recalculated())
      #expect(places.map { found[$0] } == [.number(30), .number(30), .number(30)])
    }
  }
}
