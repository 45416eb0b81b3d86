// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

/// A formula that names other rows than before is a change where no row has moved, and otherwise has followed the rows.
@Suite struct `The rows that a formula names` {
  private let base = CopyBook(count: 6)

  private func book(_ formula: String, _ copy: CopyBook? = nil, report: String = "Report") throws -> [UInt8] {
    let copy = copy ?? base
    return try PlainWorkbook([
      .init("Deals", [copy.headers.map { .text($0) }] + copy.deals),
      .init(report, [["Total", .formula(formula, 1)], ["Checked", "yes"]]),
    ]).bytes()
  }

  private func lines(_ old: [UInt8], _ new: [UInt8]) throws -> [String] {
    CopyBook.lines(try CopyBook.difference(CopyBook.book(old), CopyBook.book(new)))
  }

  @Test(arguments: [
    ("SUM(Deals!F2:F5)", "SUM(Deals!F2:F7)"), ("Deals!F4", "Deals!F6"), ("'Deals'!$F$4", "Deals!$F$6"),
    ("Deals!F4+Report!A1", "Deals!F4+Report!A2"),
  ])
  func `are compared where no row has moved`(old: String, new: String) throws {
    let (start, changed) = try (book(old), book(new))
    #expect(try lines(start, changed).count == 1)
    let merged = try Merged(start, [start, changed])
    #expect(merged.conflicts == [])
    #expect(try merged.content(1, "B1") == "=" + new)
    #expect(try lines(start, start) == [])
  }

  @Test func `are those of a sheet with an apostrophe in its name too`() throws {
    func book(_ formula: String) throws -> [UInt8] { try self.book(formula, report: "Tom's report") }
    #expect(try lines(book("'Tom''s report'!A1&Deals!C2"), book("'Tom''s report'!A2&Deals!C2")).count == 1)
  }

  @Test func `follow the rows where one was added`() throws {
    let longer = base.changed { $0.deals.append(CopyBook.deal(7)) }
    let (start, grown) = try (book("SUM(Deals!F2:F7)"), book("SUM(Deals!F2:F8)", longer))
    #expect(try lines(start, grown) == ["+ D-007"])
    let merged = try Merged(start, [start, grown])
    #expect(merged.conflicts == [])
  }

  @Test func `are left to a person where the rows of ours have moved`() throws {
    let moved = base.changed { $0.deals.insert(CopyBook.deal(7), at: 1) }
    let start = try book("SUM(Deals!F2:F5)")
    let merged = try Merged(start, [book("SUM(Deals!F2:F6)", moved), book("SUM(Deals!F3:F6)")])
    #expect(merged.plan.conflicts.map(\.kind) == [.formula])
    #expect(try merged.content(1, "B1") == "=SUM(Deals!F2:F6)")
  }

  @Test func `come in where they are those of a whole list, however the rows of ours have moved`() throws {
    let moved = base.changed { $0.deals.insert(CopyBook.deal(7), at: 1) }
    let start = try book("SUM(Deals!F2:F5)")
    let merged = try Merged(start, [book("SUM(Deals!F2:F6)", moved), book("SUM(Deals!F2:F7)")])
    #expect(merged.conflicts == [])
    #expect(try merged.content(1, "B1") == "=SUM(Deals!F2:F8)")
  }
}
