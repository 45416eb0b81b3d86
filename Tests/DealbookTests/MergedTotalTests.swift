// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

/// The sums of a list to which copies add rows.
@Suite struct `Totals of merged rows` {
  private let base = CopyBook(count: 5)

  /// A book with a total below its deals, after some blank rows.
  private func book(_ copy: CopyBook, blankRows: Int, report: String? = nil) throws -> [UInt8] {
    let last = copy.deals.count + 1
    let total: [PlainWorkbook.Cell] = ["Total", nil, nil, nil, nil, .formula("SUM(F2:F\(last))", 15_000)]
    var sheets: [PlainWorkbook.Sheet] = [
      .init(
        "Deals",
        [copy.headers.map { .text($0) }] + copy.deals + Array(repeating: [], count: blankRows) + [total])
    ]
    if let report { sheets.append(.init("Report", [["All deals", .formula(report, 15_000)]])) }
    return try PlainWorkbook(sheets).bytes()
  }

  @Test(arguments: [0, 1, 2, 3], [1, 3])
  func `count the new rows, with or without blank rows above them`(blankRows: Int, added: Int) throws {
    let longer = base.changed { book in
      for number in 0..<added { book.deals.append(CopyBook.deal(6 + number)) }
    }
    let start = try book(base, blankRows: blankRows)
    let merged = try Merged(start, [start, book(longer, blankRows: blankRows)])
    #expect(merged.conflicts == [])
    let row = 7 + blankRows + added
    #expect(try merged.content(0, "A\(row)") == "Total")
    #expect(try merged.content(0, "F\(row)") == "=SUM(F2:F\(6 + added))")
    #expect(merged.plan.remarks == [])
  }

  @Test func `on other sheets are named, because they end where the list ended`() throws {
    let longer = base.changed { $0.deals.append(CopyBook.deal(6)) }
    let start = try book(base, blankRows: 0, report: "SUM(Deals!F2:F6)")
    let merged = try Merged(start, [start, book(longer, blankRows: 0, report: "SUM(Deals!F2:F7)")])
    guard case .rangesShort(let readers)? = merged.plan.remarks.first else {
      Issue.record("\(merged.plan.remarks)")
      return
    }
    #expect(readers.map(String.init(describing:)) == ["the formula Report!B1"])
    let whole = try book(base, blankRows: 0, report: "SUM(Deals!F:F)")
    let none = try Merged(whole, [whole, book(longer, blankRows: 0, report: "SUM(Deals!F:F)")])
    #expect(none.plan.remarks == [])
  }
}
