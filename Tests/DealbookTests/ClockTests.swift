// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `The as-of date of a workbook` {
  private let book = PlainWorkbook([
    .init(
      "Deals",
      [
        ["Deal ID", "Account ID", "Deal name", "Owner", "Amount", "Declared stage", "Expected close"],
        ["D-001", "A1", "a", "Tom", 120, "Verify opportunity", .date(46_300)],
      ])
  ])
  private let august = SerialDate(year: 2026, month: 8, day: 15)
  private let november = SerialDate(year: 2026, month: 11, day: 30)

  private func options(_ asOf: SerialDate?, today: SerialDate?) -> ReadOptions { ReadOptions(asOf: asOf, today: today) }

  private func filled(_ bytes: [UInt8], _ options: ReadOptions) throws -> [UInt8] {
    try FilledWorkbook(Analysis(Workbook(bytes), playbook: .builtIn, options: options)).bytes
  }

  private func day(of bytes: [UInt8], _ options: ReadOptions) throws -> Double? {
    try BoundWorkbook(Workbook(bytes), playbook: .builtIn, options: options).asOf
  }

  @Test func `goes on with the clock where a fill took it from the clock`() throws {
    let first = try filled(book.bytes(), options(nil, today: august))
    #expect(try day(of: first, options(nil, today: august)) == 46_249)
    #expect(try day(of: first, options(nil, today: november)) == 46_356)
    #expect(try filled(first, options(nil, today: august)) == first)
    let later = try filled(first, options(nil, today: november))
    #expect(try day(of: later, options(nil, today: nil)) == 46_356)
    #expect(try filled(later, options(nil, today: november)) == later)
    // On another day than that of the fill, nothing of it is taken for typed.
    let removed = try RemovedFill(Workbook(first), playbook: .builtIn, options: options(nil, today: november))
    #expect(try Workbook(removed.bytes).sheets.map(\.name) == ["Deals"])
  }

  @Test func `stays where somebody has stated it`() throws {
    let given = try filled(book.bytes(), options(august, today: november))
    #expect(try day(of: given, options(nil, today: november)) == 46_249)
    let first = try filled(book.bytes(), options(nil, today: august))
    let fixed = try filled(first, options(SerialDate(year: 2026, month: 9, day: 30), today: november))
    #expect(try day(of: fixed, options(nil, today: november)) == 46_295)
    // Typed over.
    let team = try BoundWorkbook(Workbook(first), playbook: .builtIn, options: options(nil, today: august))
    guard case .cell(let sheet, let cell)? = team.settings.entries["AsOf"]?.source else {
      Issue.record("no cell of the as-of date")
      return
    }
    var edit = WorkbookEdit()
    edit.sheets[sheet, default: SheetEdit()].cells[cell] = CellEdit(.number(46_200))
    let typed = try Workbook(first).applying(edit)
    #expect(try day(of: typed, options(nil, today: november)) == 46_200)
    #expect(try day(of: filled(typed, options(nil, today: november)), options(nil, today: november)) == 46_200)
  }

  /// A night that is repeated for an earlier day, or run for a later one, says nothing of the days to come.
  @Test func `goes on with the clock after a night with a day of its own`() throws {
    let first = try filled(book.bytes(), options(nil, today: august))
    var night = options(SerialDate(year: 2026, month: 9, day: 30), today: november)
    night.isOfANight = true
    for bytes in [first, try book.bytes()] {
      let fixed = try filled(bytes, night)
      #expect(try day(of: fixed, night) == 46_295)
      #expect(try day(of: fixed, options(nil, today: november)) == 46_356)
    }
    let stated = try filled(filled(book.bytes(), options(august, today: november)), night)
    #expect(try day(of: stated, options(nil, today: november)) == 46_295)
  }

  private func period(of bytes: [UInt8], _ options: ReadOptions) throws -> [Double?] {
    let settings = try BoundWorkbook(Workbook(bytes), playbook: .builtIn, options: options).settings
    return ["PeriodStart", "PeriodEnd"].map { settings.number($0) }
  }

  @Test func `takes the period along that a fill chose by it`() throws {
    let january = SerialDate(year: 2027, month: 1, day: 15)
    let (old, new): ([Double?], [Double?]) = ([46_023, 46_387], [46_388, 46_752])
    let first = try filled(book.bytes(), options(nil, today: november))
    #expect(try period(of: first, options(nil, today: november)) == old)
    #expect(try period(of: first, options(nil, today: january)) == new)
    let later = try filled(first, options(nil, today: january))
    // It stands in the cells that formulas read.
    #expect(
      try Workbook(later)["Settings"].rows.contains {
        $0["A"] == "PeriodStart" && $0["B"].number ?? 0 == 46_388 || $0["B"].date?.isoText == "2027-01-01"
      })
    #expect(try filled(later, options(nil, today: january)) == later)
    let removed = try RemovedFill(Workbook(later), playbook: .builtIn, options: options(nil, today: january))
    #expect(try Workbook(removed.bytes).sheets.map(\.name) == ["Deals"])
  }

  @Test func `leaves a period alone that somebody has stated`() throws {
    let january = options(nil, today: SerialDate(year: 2027, month: 1, day: 15))
    var given = options(nil, today: november)
    given.period = try ReportPeriod(
      first: #require(SerialDate(year: 2026, month: 1, day: 1)),
      last: #require(SerialDate(year: 2026, month: 12, day: 31)))
    let stated = try filled(book.bytes(), given)
    #expect(try period(of: stated, january) == [46_023, 46_387])
    let first = try filled(book.bytes(), options(nil, today: november))
    let team = try BoundWorkbook(Workbook(first), playbook: .builtIn, options: options(nil, today: november))
    guard case .cell(let sheet, let cell)? = team.settings.entries["PeriodEnd"]?.source else {
      Issue.record("no cell of the period")
      return
    }
    var edit = WorkbookEdit()
    edit.sheets[sheet, default: SheetEdit()].cells[cell] = CellEdit(.number(46_400))
    let typed = try Workbook(first).applying(edit)
    #expect(try period(of: typed, january) == [46_023, 46_400])
    #expect(try period(of: filled(typed, january), january) == [46_023, 46_400])
  }
}
