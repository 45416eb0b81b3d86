// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Overwriting a shared formula` {
  /// B1:B4, each twice the cell to its left.
  private let column =
    "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B4\" si=\"0\">A1*2</f><v>1</v></c></row>"
    + "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>"
    + "<row r=\"3\"><c r=\"B3\"><f t=\"shared\" si=\"0\" ca=\"1\"/><v>3</v></c></row>"
    + "<row r=\"4\"><c r=\"B4\"><f t=\"shared\" si=\"0\"/><v>4</v></c></row>"

  private func formulas(_ book: EditedBook) throws -> [String] {
    try ScannedSheet(part: book.sheet).formulas()
  }

  @Test func `the next cell of a column takes over from an overwritten master`() throws {
    let book = try EditedBook(rows: column, "B1", CellEdit(.number(7)))
    #expect(
      try book.rows.hasPrefix(
        "<row r=\"1\"><c r=\"B1\"><v>7</v></c></row>"
          + "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\" ref=\"B2:B4\">A2*2</f><v>2</v></c></row>"))
    #expect(try formulas(book) == ["B2:=A2*2", "B3:=A3*2", "B4:=A4*2"])
  }

  @Test func `the last cell of a column takes over too`() throws {
    let book = try EditedBook(rows: column) { sheet in
      for cell in ["B1", "B2", "B3"] {
        if let reference = CellReference(cell) { sheet.cells[reference] = CellEdit(.number(7)) }
      }
    }
    #expect(try book.rows.contains("<c r=\"B4\"><f t=\"shared\" si=\"0\" ref=\"B4\">A4*2</f><v>4</v></c>"))
  }

  @Test func `another formula over the master makes the next cell the master`() throws {
    let book = try EditedBook(rows: column, "B1", CellEdit(.number(7), formula: "A1*3"))
    #expect(try formulas(book) == ["B1:=A1*3", "B2:=A2*2", "B3:=A3*2", "B4:=A4*2"])
  }

  @Test func `a cell whose own formula is written again takes over as well`() throws {
    let book = try EditedBook(rows: column) { sheet in
      if let master = CellReference("B1"), let next = CellReference("B2") {
        sheet.cells[master] = CellEdit(.number(7))
        sheet.cells[next] = CellEdit(.number(5), formula: "A2*2")
      }
    }
    #expect(try book.rows.contains("<c r=\"B2\"><f t=\"shared\" si=\"0\" ref=\"B2:B4\">A2*2</f><v>5</v></c>"))
  }

  @Test func `a derived cell is overwritten alone`() throws {
    let book = try EditedBook(rows: column, "B3", CellEdit(.text("x")))
    #expect(
      try book.rows
        == column.replacing(
          "<c r=\"B3\"><f t=\"shared\" si=\"0\" ca=\"1\"/><v>3</v></c>",
          with: "<c r=\"B3\" t=\"inlineStr\"><is><t>x</t></is></c>"))
  }

  @Test(arguments: [("B1", "A1*2"), ("B3", "A3*2")])
  func `the formula that a cell has through sharing is no change`(_ cell: String, _ formula: String) throws {
    let value = try #require(Double(cell.dropFirst()))
    #expect(try EditedBook(rows: column, cell, CellEdit(.number(value), formula: formula)).isUnchanged)
  }

  @Test func `cells of a block get the formula as their own`() throws {
    let block =
      "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:C2\" si=\"3\">A1&amp;\"&lt;\"</f></c><c r=\"C1\"><f t=\"shared\" si=\"3\"/></c></row>"
      + "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"3\" ca=\"1\"/></c><c r=\"C2\"><f t=\"shared\" si=\"3\"/></c></row>"
    let book = try EditedBook(rows: block, "B1", CellEdit(.number(7)))
    #expect(
      try book.rows
        == "<row r=\"1\"><c r=\"B1\"><v>7</v></c><c r=\"C1\"><f>B1&amp;\"&lt;\"</f></c></row>"
        + "<row r=\"2\"><c r=\"B2\"><f ca=\"1\">A2&amp;\"&lt;\"</f></c><c r=\"C2\"><f>B2&amp;\"&lt;\"</f></c></row>")
  }

  @Test func `other shared formulas are left alone`() throws {
    let other =
      "<row r=\"9\"><c r=\"B9\"><f t=\"shared\" ref=\"B9:C9\" si=\"1\">A9</f></c><c r=\"C9\"><f t=\"shared\" si=\"1\"/></c></row>"
    #expect(try EditedBook(rows: column + other, "B1", CellEdit(.number(7))).rows.hasSuffix(other))
  }
}

@Suite struct `Array formulas and data tables` {
  private let array =
    "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:B2\">X1:Y2</f><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
    + "<row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row>"

  @Test(arguments: ["A1", "B1", "A2", "B2"])
  func `part of an array is refused with its range`(_ cell: String) throws {
    let range = try #require(CellRange("A1:B2"))
    let error = try refusal(rows: array, cell, CellEdit(.number(9)))
    #expect(error?.reason == .partOfArray(range))
    #expect(
      error?.description
        == "sheet \"Sheet1\", cell \(cell): the cell is part of the array formula in A1:B2, which can only be changed as a whole"
    )
  }

  @Test func `a new cell inside an array is refused`() throws {
    let rows = "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:B3\">X1:Y3</f></c></row><row r=\"2\"/>"
    let range = try #require(CellRange("A1:B3"))
    for cell in ["B1", "A2", "B3"] {
      #expect(try refusal(rows: rows, cell, CellEdit(.number(9)))?.reason == .partOfArray(range), "\(cell)")
    }
  }

  @Test func `cells beside an array are written`() throws {
    #expect(try refusal(rows: array, "C2", CellEdit(.number(9))) == nil)
    #expect(try refusal(rows: array, "A3", CellEdit(.number(9))) == nil)
  }

  @Test func `an array of one cell is overwritten`() throws {
    #expect(
      try EditedBook(
        rows: "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1\">SUM(B1:B2*2)</f><v>1</v></c></row>", "A1",
        CellEdit(.number(9))
      ).rows == "<row r=\"1\"><c r=\"A1\"><v>9</v></c></row>")
  }

  @Test func `the master of an array gets another cached value`() throws {
    #expect(
      try EditedBook(rows: array, "A1", CellEdit(.number(9), formula: "X1:Y2")).rows
        == array.replacing("<v>1</v>", with: "<v>9</v>"))
  }

  @Test func `what an array's cell holds already is no change`() throws {
    #expect(try EditedBook(rows: array, "B2", CellEdit(.number(4))).isUnchanged)
  }

  @Test(arguments: ["B2", "C3"])
  func `part of a data table is refused with its range`(_ cell: String) throws {
    let rows =
      "<row r=\"2\"><c r=\"B2\"><f t=\"dataTable\" ref=\"B2:C3\" dt2D=\"1\" dtr=\"1\" r1=\"X1\" r2=\"X2\"/><v>1</v></c></row>"
      + "<row r=\"3\"><c r=\"C3\"><v>1</v></c></row>"
    let range = try #require(CellRange("B2:C3"))
    #expect(try refusal(rows: rows, cell, CellEdit(.number(9)))?.reason == .partOfDataTable(range))
  }
}

@Suite struct `Merged cells in an edit` {
  private let merge = "<mergeCells count=\"1\"><mergeCell ref=\"B2:C4\"/></mergeCells>"

  @Test func `the first cell of a merged range is written`() throws {
    #expect(try refusal(rows: "<row r=\"2\"/>", after: merge, "B2", CellEdit(.number(1))) == nil)
  }

  @Test(arguments: ["C2", "B3", "C4"])
  func `a covered cell is refused with the range`(_ cell: String) throws {
    let range = try #require(CellRange("B2:C4"))
    #expect(
      try refusal(rows: "<row r=\"2\"><c r=\"C2\" s=\"1\"/></row>", after: merge, cell, CellEdit(.number(1)))?.reason
        == .coveredByMerge(range))
  }

  @Test func `a covered cell can be cleared of what nobody sees`() throws {
    #expect(
      try refusal(rows: "<row r=\"3\"><c r=\"B3\"/></row>", after: merge, "B3", CellEdit(.blank)) == nil)
  }
}
