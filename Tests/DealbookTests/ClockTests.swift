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
}
