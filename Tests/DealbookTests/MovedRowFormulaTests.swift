// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Spreadsheet
import TestSupport
import Testing

/// Formulas that come with new rows and new sheets, while the rows that they name have changed or moved in ours.
@Suite struct `Formulas that come with new rows and sheets` {
  private let base = CopyBook(count: 4)

  private func book(_ copy: CopyBook, notes: [[PlainWorkbook.Cell]]? = nil) throws -> [UInt8] {
    var sheets: [PlainWorkbook.Sheet] = [
      .init("Deals", [copy.headers.map { .text($0) }] + copy.deals), .init("Minutes", copy.notes),
    ]
    if let notes { sheets.append(.init("Sums", notes)) }
    return try PlainWorkbook(sheets).bytes()
  }

  /// The value that a cell of the result has after what the merge calculates.
  private func value(_ merged: Merged, _ sheet: Int, _ cell: String) throws -> CellValue? {
    let book = try Workbook(merged.bytes)
    let result = try book.recalculated(after: merged.changed)
    let written = try Workbook(book.applying(result.edit))
    var found: CellValue?
    try CellListing.forEach(in: written, sheetIndex: sheet) { if $0.cell.description == cell { found = $0.value } }
    return found
  }

  @Test func `are calculated with what ours has`() throws {
    let ours = base.changed { $0.deals[0][5] = 1500 }
    let merged = try Merged(
      book(base), [book(ours), book(base, notes: [["Both", .formula("SUM(Deals!F2:F3)", 3000)]])])
    #expect(try merged.content(2, "B1") == "=SUM(Deals!F2:F3)")
    #expect(try value(merged, 2, "B1") == .number(3500))
  }

  @Test func `are their results where the rows that they name have moved`() throws {
    let ours = base.changed { $0.deals.reverse() }
    let merged = try Merged(book(base), [book(ours), book(base, notes: [["Third", .formula("Deals!F4*2", 6000)]])])
    #expect(try merged.content(2, "B1") == "6000")
    #expect(merged.plan.remarks.contains(.formulasAsValues(copy: "anna", sheet: "Sums", what: "B1")))
    let whole = try Merged(book(base), [book(ours), book(base, notes: [["All", .formula("SUM(Deals!F:F)", 10_000)]])])
    #expect(try whole.content(2, "B1") == "=SUM(Deals!F:F)")
  }

  @Test func `of a new deal too`() throws {
    let ours = base.changed { $0.deals.reverse() }
    let theirs = base.changed { book in
      book.deals.append(CopyBook.deal(5))
      book.deals[4][5] = .formula("F4*2", 6000)
    }
    let merged = try Merged(book(base), [book(ours), book(theirs)])
    #expect(try merged.content(0, "F6") == "6000")
    #expect(merged.plan.remarks.contains(.formulasAsValues(copy: "anna", sheet: "Deals", what: "D-005")))
    // Nothing has moved where rows were only added below.
    let longer = base.changed { $0.deals.append(CopyBook.deal(6)) }
    let both = try Merged(book(base), [book(longer), book(theirs)])
    #expect(!both.plan.remarks.contains { if case .formulasAsValues = $0 { true } else { false } })
  }
}
