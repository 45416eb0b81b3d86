// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

/// A person goes on working on the copy that was gathered once, and the team on the workbook.
@Suite struct `A copy that comes back a second time` {
  private let base: [UInt8]
  private let copy: [UInt8]

  init() throws {
    base = try PlainWorkbook([
      .init(
        "Deals",
        [
          UpdateBook.headers + ["Owner"], UpdateBook.row("D-001", 100) + ["Tom"],
          UpdateBook.row("D-002", 200) + ["Mei"],
          UpdateBook.row("D-003", 300) + ["Tom"],
        ])
    ]).bytes()
    copy = try HandOut(CopyBook.book(base)).copy(for: "Tom", origin: "abc", redacts: false, options: DealSheet.options)
      .bytes
  }

  private func with(_ amount: Double, _ cell: String, _ bytes: [UInt8]) throws -> [UInt8] {
    var edit = WorkbookEdit()
    edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference(cell))] = CellEdit(.number(amount))
    return try Workbook(bytes).applying(edit)
  }

  /// Tom's copy with a deal of his own in row 4.
  private func withDeal(_ amount: PlainWorkbook.Cell, in bytes: [UInt8]) throws -> [UInt8] {
    var edit = WorkbookEdit()
    for (place, cell) in (UpdateBook.row("D-004", amount) + ["Tom"]).enumerated() {
      let value: CellValue
      switch cell {
      case .text(let text): value = .text(text)
      case .number(let number): value = .number(number)
      case .date(let day): value = .number(Double(day))
      default: continue
      }
      edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference(row: 4, column: place + 1))] = CellEdit(
        value)
    }
    return try Workbook(bytes).applying(edit)
  }

  @Test func `leaves the team’s own value where both have changed a cell`() throws {
    let merged = try Merged(base, [with(140, "F2", base), with(130, "F2", copy)], disputed: .ours)
    #expect(merged.conflicts == ["cell D-001 amount 100: ours=140 | anna=130"])
    #expect(try merged.content(0, "F2") == "140")
    let other = try Merged(base, [with(140, "F2", base), with(130, "F2", copy)])
    #expect(try other.content(0, "F2") == "100")
  }

  @Test func `brings only what has changed since the state that was gathered`() throws {
    let first = try with(130, "F2", copy)
    let team = try Merged(base, [base, first]).bytes
    #expect(try Merged(base, [team, first]).bytes == team)
    // The team has decided otherwise since; the same copy says nothing new.
    let decided = try with(140, "F2", team)
    #expect(try Merged(base, [decided, first], disputed: .ours).conflicts.count == 1)
    let again = try Merged(first, [decided, first], disputed: .ours, followsBase: true)
    #expect(again.conflicts == [])
    #expect(again.bytes == decided)
    // The person has changed it once more, and nobody else has.
    let later = try Merged(first, [team, with(135, "F2", copy)], disputed: .ours, followsBase: true)
    #expect(later.conflicts == [])
    #expect(try later.content(0, "F2") == "135")
    #expect(try later.content(0, "F3") == "200")
  }

  @Test func `changes the deal that it has brought, and may delete it`() throws {
    let first = try withDeal(50, in: copy)
    let team = try Merged(base, [base, first]).bytes
    #expect(try CopyBook.book(team).team.sheet("de")?.rows.range.count == 4)
    let second = try withDeal(70, in: copy)
    #expect(try Merged(base, [team, second], disputed: .ours).conflicts.first?.hasPrefix("id D-004") == true)
    let merged = try Merged(first, [team, second], disputed: .ours, followsBase: true)
    #expect(merged.conflicts == [])
    #expect(try merged.content(0, "F5") == "70")
    let gone = try Merged(first, [team, copy], disputed: .ours, followsBase: true)
    #expect(gone.plan.removedRows == 1)
    #expect(gone.book.team.sheet("de")?.rows.range.count == 3)
  }
}
