// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

/// A sheet with a table `Deals` in B2:C4: Name, Amount.
private func builder(
  rows: String? = nil, table: String? = nil, after: String = "", otherRows: String = ""
) -> WorkbookBuilder {
  var builder = WorkbookBuilder()
  let header =
    "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>Name</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>Amount</t></is></c></row>"
  let data = "<row r=\"3\"><c r=\"C3\"><v>1</v></c></row><row r=\"4\"><c r=\"C4\"><v>2</v></c></row>"
  builder.add(
    sheet: "Sheet1", rows: rows ?? header + data,
    after: after + "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>")
  builder.add(sheet: "Sheet2", rows: otherRows)
  builder.set(
    "xl/worksheets/_rels/sheet1.xml.rels",
    WorkbookBuilder.relationships(WorkbookBuilder.relationship("rId1", "table", "../tables/table1.xml")))
  builder.set("xl/tables/table1.xml", WorkbookBuilder.declaration + (table ?? standardTable))
  builder.contentTypes =
    "<Override PartName=\"/xl/tables/table1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml\"/>"
  return builder
}

private let standardTable =
  "<table xmlns=\"\(WorkbookBuilder.mainNamespace)\" id=\"1\" name=\"Deals\" displayName=\"Deals\" ref=\"B2:C4\">"
  + "<autoFilter ref=\"B2:C4\"/><tableColumns count=\"2\"><tableColumn id=\"1\" name=\"Name\"/>"
  + "<tableColumn id=\"5\" name=\"Amount\"/></tableColumns><tableStyleInfo name=\"TableStyleMedium2\"/></table>"

private func grow(_ columns: [NewTableColumn]) -> (inout WorkbookEdit) -> Void {
  {
    $0.sheets[0, default: SheetEdit()].tables = [
      TableEdit(part: PartName("/xl/tables/table1.xml"), newColumns: columns)
    ]
  }
}

private let part = "xl/tables/table1.xml"

@Suite struct `A table that grows` {
  private let weighted = NewTableColumn(name: "Weighted", calculatedFormula: "C3*0.5")

  @Test func `its range, filter and columns follow`() throws {
    let book = try EditedBook(builder(), grow([weighted, NewTableColumn(name: "Note", calculatedFormula: nil)]))
    #expect(
      try book.text(part).hasSuffix(
        "ref=\"B2:E4\"><autoFilter ref=\"B2:E4\"/><tableColumns count=\"4\"><tableColumn id=\"1\" name=\"Name\"/>"
          + "<tableColumn id=\"5\" name=\"Amount\"/>"
          + "<tableColumn id=\"6\" name=\"Weighted\"><calculatedColumnFormula>C3*0.5</calculatedColumnFormula></tableColumn>"
          + "<tableColumn id=\"7\" name=\"Note\"/></tableColumns><tableStyleInfo name=\"TableStyleMedium2\"/></table>"))
  }

  @Test func `its new headers are written`() throws {
    let book = try EditedBook(builder(), grow([weighted]))
    #expect(try book.rows.contains("<c r=\"D2\" t=\"inlineStr\"><is><t>Weighted</t></is></c></row>"))
  }

  @Test func `the totals row stays out of the filter`() throws {
    let table = standardTable.replacing(
      "ref=\"B2:C4\"><autoFilter ref=\"B2:C4\"/>",
      with: "ref=\"B2:C5\" totalsRowCount=\"1\"><autoFilter ref=\"B2:C4\"/>")
    let text = try EditedBook(builder(table: table), grow([weighted])).text(part)
    #expect(text.contains("ref=\"B2:D5\" totalsRowCount=\"1\"><autoFilter ref=\"B2:D4\"/>"))
  }

  @Test func `line ends in a name are stored as Excel stores them`() throws {
    let column = NewTableColumn(name: "A&B\n\"c\" 'd'", calculatedFormula: nil)
    let text = try EditedBook(builder(), grow([column])).text(part)
    #expect(text.contains("name=\"A&amp;B_x000a_&quot;c&quot; &apos;d&apos;\"/>"))
  }

  @Test func `a column that is there already gets its formula only`() throws {
    let book = try EditedBook(builder(), grow([NewTableColumn(name: "amount", calculatedFormula: "1+1")]))
    #expect(
      try book.text(part).contains(
        "<tableColumn id=\"5\" name=\"Amount\"><calculatedColumnFormula>1+1</calculatedColumnFormula></tableColumn></tableColumns>"
      ))
    #expect(try book.changedParts == [part])
  }

  @Test func `another formula replaces the old one`() throws {
    let table = standardTable.replacing(
      "name=\"Amount\"/>",
      with: "name=\"Amount\"><calculatedColumnFormula>2</calculatedColumnFormula></tableColumn>")
    let column = NewTableColumn(name: "Amount", calculatedFormula: "B3&\"<\"")
    #expect(
      try EditedBook(builder(table: table), grow([column])).text(part)
        .contains("<calculatedColumnFormula>B3&amp;\"&lt;\"</calculatedColumnFormula>"))
  }

  @Test func `the same formula is no change`() throws {
    let table = standardTable.replacing(
      "name=\"Amount\"/>",
      with: "name=\"Amount\"><calculatedColumnFormula>B3&amp;\"x\"</calculatedColumnFormula></tableColumn>")
    let column = NewTableColumn(name: "Amount", calculatedFormula: "B3&\"x\"")
    #expect(try EditedBook(builder(table: table), grow([column])).isUnchanged)
  }

  @Test func `a cell in its way is refused`() throws {
    let rows = "<row r=\"4\"><c r=\"D4\"><v>1</v></c></row>"
    let error = try refusal { _ = try EditedBook(builder(rows: rows), grow([weighted])) }
    guard case .noRoom(let owner, let range, let why) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(owner == "the table \"Deals\"")
    #expect(range == CellRange("D2:D4"))
    #expect(why == "D4 is in use")
  }

  @Test func `a header that says something else is in its way`() throws {
    let rows = "<row r=\"2\"><c r=\"D2\"><v>1</v></c></row>"
    let error = try refusal { _ = try EditedBook(builder(rows: rows), grow([weighted])) }
    guard case .noRoom = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `cells that the same edit writes are not in its way`() throws {
    let rows = "<row r=\"4\"><c r=\"D4\"><v>1</v></c></row>"
    let cell = try #require(CellReference("D4"))
    let book = try EditedBook(builder(rows: rows)) {
      grow([weighted])(&$0)
      $0.sheets[0]?.cells[cell] = CellEdit(.number(2), formula: "C4*0.5")
    }
    #expect(try book.rows.contains("<c r=\"D4\"><f>C4*0.5</f><v>2</v></c>"))
  }

  @Test func `cells outside its rows are not in its way`() throws {
    let rows = "<row r=\"1\"><c r=\"D1\"><v>1</v></c></row><row r=\"5\"><c r=\"D5\"><v>1</v></c></row>"
    #expect(try refusal { _ = try EditedBook(builder(rows: rows), grow([weighted])) } == nil)
  }

  @Test(arguments: [
    ("<mergeCells><mergeCell ref=\"D4:E9\"/></mergeCells>", "a merged range in D4:E9 is in the way"),
    ("<autoFilter ref=\"D1:E9\"/>", "the filter of the sheet in D1:E9 is in the way"),
  ])
  func `what it must not overlap is refused`(_ after: String, _ expected: String) throws {
    let error = try refusal { _ = try EditedBook(builder(after: after), grow([weighted])) }
    guard case .noRoom(_, _, let why) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(why == expected)
  }

  @Test func `a table fed by a query is refused`() throws {
    let table = standardTable.replacing(
      "id=\"1\" name=\"Deals\"", with: "id=\"1\" tableType=\"queryTable\" name=\"Deals\"")
    let error = try refusal { _ = try EditedBook(builder(table: table), grow([weighted])) }
    guard case .tableColumn = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["", String(repeating: "n", count: 256)])
  func `a name that no column can have is refused`(_ name: String) throws {
    let error = try refusal {
      _ = try EditedBook(builder(), grow([NewTableColumn(name: name, calculatedFormula: nil)]))
    }
    guard case .tableColumn = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a table that the sheet does not have is refused`() throws {
    let error = try refusal {
      _ = try EditedBook(builder()) {
        $0.sheets[1, default: SheetEdit()].tables = [TableEdit(part: PartName("/xl/tables/table1.xml"), newColumns: [])]
      }
    }
    #expect(error?.reason == .noSuchTable(PartName("/xl/tables/table1.xml")))
  }
}

@Suite struct `Writing into a table` {
  private func set(_ cell: String, _ edit: CellEdit) -> (inout WorkbookEdit) -> Void {
    { if let reference = CellReference(cell) { $0.sheets[0, default: SheetEdit()].cells[reference] = edit } }
  }

  @Test func `a header's text becomes the name of its column`() throws {
    let book = try EditedBook(builder(), set("C2", CellEdit(.text("Sum"))))
    #expect(try book.changedParts == ["xl/worksheets/sheet1.xml", part])
    #expect(try book.text(part).contains("<tableColumn id=\"5\" name=\"Sum\"/>"))
  }

  @Test(arguments: [CellEdit(.number(1)), CellEdit(.blank), CellEdit(.text("Sum"), formula: "\"Sum\"")])
  func `a header that is no text is refused`(_ edit: CellEdit) throws {
    let error = try refusal { _ = try EditedBook(builder(), set("C2", edit)) }
    guard case .tableHeader = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a header like another one is refused`() throws {
    let error = try refusal { _ = try EditedBook(builder(), set("C2", CellEdit(.text("NAME")))) }
    #expect(error?.reason == .tableColumn(table: "Deals", column: "NAME", why: "it has a column of that name"))
  }

  @Test func `a header that formulas refer to keeps its name`() throws {
    let formula = "<row r=\"1\"><c r=\"A1\"><f>SUM(Deals[Amount])</f></c></row>"
    let error = try refusal { _ = try EditedBook(builder(otherRows: formula), set("C2", CellEdit(.text("Sum")))) }
    #expect(
      error?.description.contains("formulas refer to the column as [Amount] (in xl/worksheets/sheet2.xml)") == true)
  }

  @Test func `a label in the totals row is kept in step`() throws {
    let table = standardTable.replacing("ref=\"B2:C4\">", with: "ref=\"B2:C4\" totalsRowCount=\"1\">").replacing(
      "<autoFilter ref=\"B2:C4\"/>", with: "<autoFilter ref=\"B2:C3\"/>"
    ).replacing("name=\"Amount\"/>", with: "name=\"Amount\" totalsRowFunction=\"sum\"/>")
    let text = try EditedBook(builder(table: table), set("C4", CellEdit(.text("none")))).text(part)
    #expect(text.contains("<tableColumn id=\"5\" name=\"Amount\" totalsRowLabel=\"none\"/>"))
    let error = try refusal { _ = try EditedBook(builder(table: table), set("C4", CellEdit(.number(1)))) }
    guard case .tableTotals = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a cell of its data touches nothing else`() throws {
    #expect(try EditedBook(builder(), set("C3", CellEdit(.number(5)))).changedParts == ["xl/worksheets/sheet1.xml"])
  }
}

@Suite struct `The filter of a sheet` {
  private func book(name: String, column: Int, rows: AppendedRows? = nil) throws -> EditedBook {
    var builder = WorkbookBuilder()
    builder.add(sheet: "Plan", rows: "", after: "<autoFilter ref=\"A3:C9\"><filterColumn colId=\"1\"/></autoFilter>")
    builder.afterSheets =
      "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">\(name)</definedName></definedNames>"
    return try EditedBook(builder) {
      $0.sheets[0, default: SheetEdit()].autoFilterLastColumn = column
      $0.sheets[0, default: SheetEdit()].appendedRows = rows
    }
  }

  @Test(arguments: [(5, "E11"), (2, "C11")])
  func `it reaches new columns and new rows at once`(column: Int, corner: String) throws {
    let book = try book(
      name: "'It''s'!$A$3:$C$9", column: column, rows: AppendedRows(after: 9, count: 2, columns: 1...column))
    #expect(try book.sheet.contains("<autoFilter ref=\"A3:\(corner)\">"))
    let (letter, row) = (corner.prefix(1), corner.dropFirst())
    #expect(try book.text("xl/workbook.xml").contains(">'It''s'!$A$3:$\(letter)$\(row)</definedName>"))
  }

  @Test func `it reaches the new columns, and its hidden name follows`() throws {
    let book = try book(name: "'It''s'!$A$3:$C$9", column: 5)
    #expect(try book.sheet.contains("<autoFilter ref=\"A3:E9\"><filterColumn colId=\"1\"/></autoFilter>"))
    #expect(try book.text("xl/workbook.xml").contains(">'It''s'!$A$3:$E$9</definedName>"))
  }

  @Test func `a name that meant something else stays`() throws {
    let book = try book(name: "Plan!$A$3:$D$9", column: 5)
    #expect(try book.changedParts == ["xl/worksheets/sheet1.xml"])
  }

  @Test func `one that reaches far enough stays`() throws {
    #expect(try book(name: "Plan!$A$3:$C$9", column: 2).isUnchanged)
  }

  @Test func `a sheet without one gets none`() throws {
    #expect(try EditedBook(rows: "") { $0.autoFilterLastColumn = 5 }.isUnchanged)
  }
}
