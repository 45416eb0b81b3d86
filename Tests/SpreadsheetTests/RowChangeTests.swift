// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Rows put in and taken out` {
  /// Three rows of data under a header, a total below with a format of its own, and what names rows from elsewhere.
  private func book(_ around: (inout WorkbookBuilder) -> Void = { _ in }) throws -> Workbook {
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Deals",
      rows: """
        <row r='1'><c r='A1' t='inlineStr'><is><t>Deal</t></is></c><c r='B1' t='inlineStr'><is><t>Amount</t></is></c></row>\
        <row r='2'><c r='B2'><v>1</v></c><c r='C2'><f t='shared' ref='C2:C5' si='0'>B2*2</f><v>2</v></c></row>\
        <row r='3'><c r='B3'><v>2</v></c><c r='C3'><f t='shared' si='0'/><v>4</v></c></row>\
        <row r='4'><c r='B4'><v>3</v></c><c r='C4'><f t='shared' si='0'/><v>6</v></c></row>\
        <row r='5' ht='30' customHeight='1'><c r='A5' t='inlineStr'><is><t>Total</t></is></c>\
        <c r='B5'><f>SUM(B2:B4)</f><v>6</v></c><c r='C5'><f t='shared' si='0'/><v>12</v></c></row>
        """,
      after: "<mergeCells count='1'><mergeCell ref='D5:E6'/></mergeCells>"
        + "<conditionalFormatting sqref='B2:B4 B5'><cfRule type='expression' priority='1'><formula>B5&gt;3</formula>"
        + "</cfRule></conditionalFormatting>")
    builder.add(
      sheet: "Report", rows: "<row r='1'><c r='A1'><f>Deals!B5+B5+SUM('Deals'!B2:B5)</f><v>12</v></c></row>")
    around(&builder)
    return try Workbook(builder.bytes())
  }

  private func formulas(_ workbook: Workbook, _ index: Int) throws -> [String: String] {
    var formulas: [String: String] = [:]
    let sheet = try workbook.worksheet(at: index)
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells {
        guard let text = try sheet.formula(of: cell, row: row.index)?.text,
          let place = CellReference(row: row.index, column: cell.column)
        else { continue }
        formulas["\(place)"] = text
      }
    }
    return formulas
  }

  // openpyxl writes all characters that are not ASCII as references.
  @Test func `formulas that write the name of the sheet in references to characters follow`() throws {
    var builder = WorkbookBuilder()
    builder.add(sheet: "商機", rows: "<row r='1'><c r='A1'><v>1</v></c></row><row r='5'><c r='A5'><v>5</v></c></row>")
    builder.add(
      sheet: "報表",
      rows: "<row r='1'><c r='A1'><f>SUM('&#21830;&#27231;'!A1:A5)</f><v>6</v></c>"
        + "<c r='B1'><f>&#x5546;&#x6A5F;!A5</f><v>5</v></c></row>")
    let book = try Workbook(builder.bytes())
    let after = try Workbook(book.applying(RowChange(removed: [3]), toSheet: 0))
    #expect(try formulas(after, 1) == ["A1": "SUM('商機'!A1:A4)", "B1": "商機!A4"])
  }

  @Test func `a range to the end of a sheet still ends there`() throws {
    let book = try book { builder in
      builder.add(sheet: "Open", rows: "<row r='1'><c r='A1'><f>SUM(Deals!B6:B1048576)</f><v>0</v></c></row>")
    }
    let after = try Workbook(book.applying(RowChange(insertion: .init(before: 5, count: 2, listStart: 2)), toSheet: 0))
    #expect(try formulas(after, 2) == ["A1": "SUM(Deals!B8:B1048576)"])
  }

  @Test func `a total below takes in the rows that come in above it, and whatever names it follows`() throws {
    let change = RowChange(insertion: .init(before: 5, count: 2, listStart: 2))
    let after = try Workbook(book().applying(change, toSheet: 0))
    let own = try formulas(after, 0)
    #expect(own["B7"] == "SUM(B2:B6)")
    #expect(own["C4"] == "B4*2" && own["C7"] == "B7*2")
    #expect(own["B5"] == nil)
    #expect(try formulas(after, 1) == ["A1": "Deals!B7+B5+SUM('Deals'!B2:B7)"])
    let facts = try after.worksheet(at: 0).facts()
    #expect(facts.mergedCells.map { "\($0)" } == ["D7:E8"])
    let text = String(decoding: try after.worksheet(at: 0).bytes, as: UTF8.self)
    #expect(text.contains("sqref='B2:B4 B7'") && text.contains("<formula>B7&gt;3</formula>"))
    #expect(text.contains("<row r='7' ht='30' customHeight='1'>"))
  }

  @Test func `rows below those that go move up, and ranges shrink`() throws {
    let after = try Workbook(book().applying(RowChange(removed: [3]), toSheet: 0))
    #expect(try formulas(after, 0) == ["C2": "B2*2", "C3": "B3*2", "B4": "SUM(B2:B3)", "C4": "B4*2"])
    #expect(try formulas(after, 1) == ["A1": "Deals!B4+B5+SUM('Deals'!B2:B4)"])
  }

  @Test func `a row that a formula reads alone does not go`() throws {
    #expect(throws: SpreadsheetError.self) { try book().applying(RowChange(removed: [5]), toSheet: 0) }
  }

  @Test func `where something could not follow nothing moves`() throws {
    let controlled = try book { builder in
      builder.set("xl/ctrlProps/ctrlProp1.xml", "<formControlPr/>")
      builder.set(
        "xl/worksheets/_rels/sheet1.xml.rels",
        WorkbookBuilder.relationships(
          WorkbookBuilder.relationship("rIdC1", "ctrlProp", "../ctrlProps/ctrlProp1.xml")))
    }
    #expect(throws: SpreadsheetError.self) {
      try controlled.applying(RowChange(insertion: .init(before: 5, count: 1, listStart: 2)), toSheet: 0)
    }
    #expect(try controlled.removableRows(among: [3], ofSheet: 0) == [])
  }

  /// A row that an array formula or a data table begins in holds the formula of the cells below.
  @Test(arguments: [
    ("<f t='array' ref='D3:D4'>B3:B4*2</f>", [2]), ("<f t='array' ref='D3:D3'>SUM(B2:B3*2)</f>", [2, 3, 4]),
    ("<f t='dataTable' ref='D3:D4' dt2D='0' dtr='0' r1='B2'/>", []),
  ]) func `rows that an array formula or a data table begins in stay`(formula: String, removable: [Int]) throws {
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Deals",
      rows: "<row r='2'><c r='B2'><v>1</v></c></row>"
        + "<row r='3'><c r='B3'><v>2</v></c><c r='D3'>\(formula)<v>4</v></c></row>"
        + "<row r='4'><c r='B4'><v>3</v></c><c r='D4'><v>6</v></c></row><row r='5'><c r='B5'><v>4</v></c></row>")
    let book = try Workbook(builder.bytes())
    let alone = try [2, 3, 4].filter { try !book.removableRows(among: [$0], ofSheet: 0).isEmpty }
    #expect(alone == removable)
  }

  @Test func `an array formula moves with its range when a row above it goes`() throws {
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Deals",
      rows: "<row r='2'><c r='B2'><v>1</v></c></row><row r='3'><c r='B3'><v>2</v></c>"
        + "<c r='D3'><f t='array' ref='D3:D4'>7*{1;2}</f><v>7</v></c></row><row r='4'><c r='D4'><v>14</v></c></row>")
    let after = try Workbook(Workbook(builder.bytes()).applying(RowChange(removed: [2]), toSheet: 0))
    let text = String(decoding: try after.worksheet(at: 0).bytes, as: UTF8.self)
    #expect(text.contains("ref='D2:D3'") || text.contains("ref=\"D2:D3\""))
  }

  @Test func `notes move with their cells and go with them`() throws {
    var edit = WorkbookEdit()
    for cell in ["B2", "B3", "B5"] {
      edit.sheets[0, default: SheetEdit()].notes[try #require(CellReference(cell))] = .set(
        CellNote(author: "A", text: "on \(cell)"))
    }
    let noted = try Workbook(book().applying(edit))
    let less = try Workbook(noted.applying(RowChange(removed: [3]), toSheet: 0))
    #expect(try texts(less) == ["B2": "on B2", "B4": "on B5"])
    let drawing = String(decoding: try less.package.bytes(of: PartName("/xl/drawings/vmlDrawing1.vml")), as: UTF8.self)
    #expect(drawing.contains("<x:Row>1</x:Row>") && drawing.contains("<x:Row>3</x:Row>"))
    #expect(!drawing.contains("<x:Row>2</x:Row>") && !drawing.contains("<x:Row>4</x:Row>"))
    let more = try Workbook(
      noted.applying(RowChange(insertion: .init(before: 3, count: 2, listStart: 2)), toSheet: 0))
    #expect(try texts(more) == ["B2": "on B2", "B5": "on B3", "B7": "on B5"])
  }

  private func texts(_ workbook: Workbook) throws -> [String: String] {
    var texts: [String: String] = [:]
    for (cell, note) in try workbook.notes(at: 0).notes { texts["\(cell)"] = note.text }
    return texts
  }

  @Test func `a list that loses all its parts goes, and one that loses some counts them`() throws {
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Deals",
      rows: "<row r='2'><c r='A2'><v>1</v></c></row><row r='3'><c r='A3'><v>1</v></c></row>"
        + "<row r='4'><c r='A4'><v>1</v></c></row>",
      after: "<mergeCells count='2'><mergeCell ref='B3:C3'/><mergeCell ref='D2:D3'/></mergeCells>"
        + "<dataValidations count='2'><dataValidation type='whole' sqref='A3'><formula1>A3</formula1></dataValidation>"
        + "<dataValidation type='whole' sqref='A2:A4'><formula1>1</formula1></dataValidation></dataValidations>")
    let after = try Workbook(Workbook(builder.bytes()).applying(RowChange(removed: [3]), toSheet: 0))
    let text = String(decoding: try after.worksheet(at: 0).bytes, as: UTF8.self)
    #expect(!text.contains("mergeCell"))
    #expect(
      text.contains(
        "<dataValidations count='1'><dataValidation type='whole' sqref='A2:A3'><formula1>1</formula1></dataValidation>")
    )
  }

  @Test func `of several rows those go that nothing needs`() throws {
    let book = try book { builder in
      builder.add(
        sheet: "Notes",
        rows: "<row r='1'><c r='A1'><f>Deals!B3</f><v>2</v></c><c r='B1'><f>SUM(Deals!B2:B4)</f><v>6</v></c></row>")
    }
    #expect(try book.removableRows(among: [2, 3], ofSheet: 0) == [2])
    #expect(try book.removableRows(among: [2, 4], ofSheet: 0) == [2, 4])
    // A range of which nothing would be left needs its first row.
    #expect(try book.removableRows(among: [2, 3, 4], ofSheet: 0) == [4])
    let first = try Workbook(
      {
        var edit = WorkbookEdit()
        edit.removedRows[0] = [2]
        edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference("B3"))] = CellEdit(.number(7))
        return try book.applying(edit)
      }())
    #expect(try formulas(first, 2) == ["A1": "Deals!B2", "B1": "SUM(Deals!B2:B3)"])
    #expect(try first["Deals"]["B2"] == 7)
  }

  @Test func `a table with a row of totals takes the rows in`() throws {
    var book = WorkbookBuilder()
    book.add(
      sheet: "Deals",
      rows: "<row r='1'><c r='A1' t='inlineStr'><is><t>Amount</t></is></c></row><row r='2'><c r='A2'><v>1</v></c></row>"
        + "<row r='3'><c r='A3'><f>SUBTOTAL(109,Rows[Amount])</f><v>1</v></c></row>",
      after: "<tableParts count='1'><tablePart r:id='rIdT1'/></tableParts>")
    book.set(
      "xl/tables/table1.xml",
      WorkbookBuilder.declaration
        + "<table xmlns='\(WorkbookBuilder.mainNamespace)' id='1' name='Rows' displayName='Rows' ref='A1:A3' "
        + "totalsRowCount='1'><autoFilter ref='A1:A2'/><tableColumns count='1'><tableColumn id='1' name='Amount' "
        + "totalsRowFunction='sum'/></tableColumns></table>")
    book.contentTypes +=
      "<Override PartName='/xl/tables/table1.xml' "
      + "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml'/>"
    book.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      WorkbookBuilder.relationships(WorkbookBuilder.relationship("rIdT1", "table", "../tables/table1.xml")))
    let change = RowChange(insertion: .init(before: 3, count: 2, listStart: 2))
    let after = try Workbook(Workbook(book.bytes()).applying(change, toSheet: 0))
    let table = try #require(try after.tables(ofSheet: 0).first)
    #expect("\(table.range)" == "A1:A5" && table.autoFilter.map { "\($0)" } == "A1:A4")
  }
}
