// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Spreadsheet
import TestSupport
import Testing

/// A small book that has been filled, with a sheet `Report` of the team's own formulas and their values as they were then.
private func filled(_ report: String, rows: [[PlainWorkbook.Cell]] = SmallBook.values) throws -> FilledBook {
  let once = try FilledBook(SmallBook().bytes())
  var edit = WorkbookEdit()
  var sheet = NewSheet(name: "Report")
  for (place, formula) in report.split(separator: ";").map({ $0.split(separator: ":", maxSplits: 1) })
    .map({ (String($0[0]), String($0[1])) })
  {
    let cell = try #require(CellReference(place))
    sheet.cells[cell] = CellEdit(.number(-1), formula: formula)
  }
  edit.newSheets = [sheet]
  edit.recalculation = .never
  let reported = try Workbook(once.after.applying(edit))
  let current = try Workbook(reported.applying(reported.recalculated().edit))
  // Somebody types another value with a program that calculates nothing.
  var typed = WorkbookEdit()
  typed.recalculation = .never
  for (index, row) in rows.enumerated() {
    for (column, cell) in row.enumerated() {
      guard case .number(let number) = cell, let place = CellReference(row: index + 2, column: column + 1) else {
        continue
      }
      typed.sheets[0, default: SheetEdit()].cells[place] = CellEdit(.number(number))
    }
  }
  return try FilledBook(current.applying(typed))
}

@Suite struct `What reads the columns that a fill writes` {
  private static let changed: [[PlainWorkbook.Cell]] = [["R1", 50, 1], ["R2", 6, 2], ["R3", 7, 3]]

  @Test(arguments: [
    ("SUM(Test!D2:D4)", 126.0), ("SUMIFS(Test!D:D,Test!A:A,\"R1\")", 100), ("VLOOKUP(\"R1\",Test!A:D,4,FALSE)", 100),
    ("INDEX(Test!D2:D4,1)+1", 101), ("SUM(OFFSET(Test!D1,1,0,3,1))", 126), ("SUBTOTAL(9,Test!D2:D4)", 126),
    ("SUMPRODUCT(--(Test!D:D=\"\"))", 1_048_572),
  ])
  func `has its current value after the fill, and a second fill writes nothing`(_ formula: String, _ value: Double)
    throws
  {
    let book = try filled("A1:\(formula);A2:A1*2;B1:1+1", rows: Self.changed)
    let cells = try book.cells("Report")
    #expect(cells["A1"]?.value == .number(value))
    #expect(cells["A2"]?.value == .number(2 * value))
    #expect(cells["A1"]?.formula == formula)
    #expect(
      book.filled.recalculated.map { "\($0.sheet)!\($0.cell)" } == (value > 1000 ? [] : ["Report!A1", "Report!A2"]))
    #expect(!book.after.calculation.fullCalculationOnLoad)
    #expect(try book.again().filled.bytes == book.filled.bytes)
  }

  @Test func `keeps its value and asks for calculation if it cannot be calculated here`() throws {
    let book = try filled("A1:[1]Other!A1+Test!D2;A2:SUM(Test!D2:D4)", rows: Self.changed)
    let cells = try book.cells("Report")
    #expect(cells["A1"]?.value == .number(-1))
    #expect(cells["A2"]?.value == .number(126))
    #expect(book.after.calculation.fullCalculationOnLoad)
  }

  @Test func `is not touched if it reads nothing that has changed`() throws {
    let book = try filled("A1:SUM(Test!E2:E4)", rows: Self.changed)
    #expect(book.filled.recalculated.isEmpty)
    let index = try #require(book.before.sheets.firstIndex { $0.name == "Report" })
    let part = try #require(book.before.sheets[index].part)
    #expect(try book.after.package.bytes(of: part) == book.before.package.bytes(of: part))
    #expect(!book.after.calculation.fullCalculationOnLoad)
  }

  @Test func `is looked for only on sheets that have formulas of the team's own`() throws {
    let once = try FilledBook(SmallBook().bytes())
    var typed = WorkbookEdit()
    typed.recalculation = .never
    typed.sheets[0] = SheetEdit()
    typed.sheets[0]?.cells[try #require(CellReference("B2"))] = CellEdit(.number(50))
    let bytes = try once.after.applying(typed)
    // With this limit, looking through a sheet for formulas fails.
    var limits = Limits.default
    limits.calculationBytes = 0
    let analysis = try Analysis(
      Workbook(bytes, limits: limits), playbook: SmallBook.playbook(),
      options: ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31)))
    let filled = try FilledWorkbook(analysis)
    #expect(filled.report.changedCells == 1)
    #expect(try !Workbook(filled.bytes).calculation.fullCalculationOnLoad)
  }

  @Test func `is read again where the columns depend on it in turn`() throws {
    // In b of the third row follows F one of the first, and F two adds up what is in b.
    var small = SmallBook()
    small.rows = [["R1", 5, 1], ["R2", 6, 2], ["R3", 7]]
    small.beside[4] = "<c r='C4'><f>D2+1</f><v>3</v></c>"
    let book = try FilledBook(small.bytes())
    #expect(try book.values(["D2", "C4", "E2", "E3", "E4"]) == [10, 11, 13, 12, 3].map { .number($0) })
    #expect(try book.again().filled.bytes == book.filled.bytes)
  }
}
