// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Merging copies over a row of totals` {
  private func book(_ deals: [[PlainWorkbook.Cell]], total: String = "Total") -> CopyBook {
    var book = CopyBook(count: 3)
    book.deals = deals
    let sum = "SUM(F2:F\(deals.count + 1))"
    let value = deals.reduce(0.0) { if case .number(let number) = $1[5] { $0 + number } else { $0 } }
    book.deals.append([.text(total), nil, nil, nil, nil, .formula(sum, value), nil])
    return book
  }

  private func total(_ bytes: [UInt8]) throws -> (cell: String, formula: String?)? {
    var found: (String, String?)?
    try CellListing.forEach(in: Workbook(bytes), sheetIndex: 0) { cell in
      if cell.formula?.hasPrefix("SUM(") == true { found = ("\(cell.cell)", cell.formula) }
    }
    return found
  }

  @Test func `new rows of both come in above it, and the sum takes them in`() throws {
    let deals = (1...3).map { CopyBook.deal($0) }
    let merged = try Merged(book(deals), book(deals + [CopyBook.deal(8)]), book(deals + [CopyBook.deal(9)]))
    #expect(merged.conflicts == [])
    #expect(merged.plan.addedRows == 1)
    let place = try total(merged.bytes)
    #expect(place?.cell == "F7" && place?.formula == "SUM(F2:F6)")
    #expect(try merged.lines(against: book(deals + [CopyBook.deal(8), CopyBook.deal(9)])) == [])
  }

  @Test func `a label of the total that somebody changed moves with it`() throws {
    let deals = (1...3).map { CopyBook.deal($0) }
    let merged = try Merged(book(deals), book(deals, total: "Grand total"), book(deals + [CopyBook.deal(9)]))
    #expect(merged.conflicts == [])
    #expect(try total(merged.bytes)?.formula == "SUM(F2:F5)")
    let theirs = try Merged(book(deals), book(deals + [CopyBook.deal(9)]), book(deals, total: "Grand total"))
    #expect(theirs.conflicts == [])
    #expect(try total(theirs.bytes)?.formula == "SUM(F2:F5)")
  }
}
