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

  // As where a row is inserted above the total: all rows of the list are counted.
  @Test(arguments: [0, 2]) func `on other sheets grow with the list, whether or not they have in the copy`(
    blankRows: Int
  ) throws {
    let longer = base.changed { $0.deals.append(CopyBook.deal(6)) }
    let start = try book(base, blankRows: blankRows, report: "SUM(Deals!F2:F6)")
    for report in ["SUM(Deals!F2:F6)", "SUM(Deals!F2:F7)"] {
      let merged = try Merged(start, [start, book(longer, blankRows: blankRows, report: report)])
      #expect(merged.conflicts == [])
      guard case .rangesGrown(let readers)? = merged.plan.remarks.first, merged.plan.remarks.count == 1 else {
        Issue.record("\(merged.plan.remarks)")
        return
      }
      #expect(readers.map(String.init(describing:)) == ["the formula Report!B1"])
      #expect(try merged.content(1, "B1") == "=SUM(Deals!F2:F7)")
      #expect(merged.changed[1] == [try #require(CellReference("B1"))])
    }
  }

  @Test func `on other sheets are named where they read a part that ends with the list`() throws {
    let longer = base.changed { $0.deals.append(CopyBook.deal(6)) }
    let start = try book(base, blankRows: 0, report: "SUMPRODUCT(Deals!F2:F6*C2:C6)")
    let merged = try Merged(start, [start, book(longer, blankRows: 0, report: "SUMPRODUCT(Deals!F2:F6*C2:C6)")])
    guard case .rangesShort(let readers)? = merged.plan.remarks.first else {
      Issue.record("\(merged.plan.remarks)")
      return
    }
    #expect(readers.map(String.init(describing:)) == ["the formula Report!B1"])
    #expect(try merged.content(1, "B1") == "=SUMPRODUCT(Deals!F2:F6*C2:C6)")
    let whole = try book(base, blankRows: 0, report: "SUM(Deals!F:F)")
    let none = try Merged(whole, [whole, book(longer, blankRows: 0, report: "SUM(Deals!F:F)")])
    #expect(none.plan.remarks == [])
  }
}
