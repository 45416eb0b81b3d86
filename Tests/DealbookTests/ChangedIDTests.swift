// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Rows whose ID was changed` {
  private let base = CopyBook(count: 8)

  private func renamed(_ row: Int, _ id: String, _ more: (inout CopyBook) -> Void = { _ in }) -> CopyBook {
    base.changed { book in
      book.deals[row][0] = .text(id)
      more(&book)
    }
  }

  @Test func `are the same rows to a comparison, with the ID that they had`() throws {
    let difference = try CopyBook.difference(base.book(), renamed(2, "X-77") { $0.deals.swapAt(0, 5) }.book())
    #expect(CopyBook.lines(difference) == ["~ X-77 deal_id: D-003 → X-77"])
    let row = try #require(difference.sheets.first?.rows.first)
    #expect(row.formerID == "D-003" && row.certainty == 1)
  }

  @Test func `are recognized although one more cell was changed`() throws {
    let difference = try CopyBook.difference(base.book(), renamed(2, "X-77") { $0.deals[2][5] = 31 }.book())
    #expect(CopyBook.lines(difference) == ["~ X-77 deal_id: D-003 → X-77", "~ X-77 amount: 3000 → 31"])
    #expect(difference.sheets.first?.rows.first?.certainty == 0.8)
  }

  @Test func `are recognized when all of them were numbered anew`() throws {
    let other = base.changed { book in
      for row in book.deals.indices { book.deals[row][0] = .text("OPP/\(90 + row)") }
      book.deals.reverse()
    }
    let difference = try CopyBook.difference(base.book(), other.book())
    #expect(difference.count(.added) == 0 && difference.count(.removed) == 0 && difference.count(.changed) == 8)
  }

  /// A follow-up deal, a row with several differences, twins, and rows that hardly say anything.
  @Test func `in doubt are a deleted and a new one`() throws {
    let followUp = renamed(2, "X-77") { book in
      book.deals[2][2] = "deal 3, phase 2"
      book.deals[2][5] = 31
    }
    #expect(try CopyBook.lines(base, followUp) == ["+ X-77", "- D-003"])

    var twins = base
    twins.deals[3] = [twins.deals[3][0]] + twins.deals[2].dropFirst()
    var other = twins
    other.deals[2][0] = "X-77"
    other.deals[3][0] = "X-78"
    #expect(try CopyBook.lines(twins, other) == ["+ X-77", "+ X-78", "- D-003", "- D-004"])

    // Nothing of the row is its own.
    var alike = base
    for row in alike.deals.indices { alike.deals[row] = [alike.deals[row][0]] + alike.deals[0].dropFirst() }
    other = alike
    other.deals[2][0] = "X-77"
    other.deals[2][5] = 31
    #expect(try CopyBook.lines(alike, other) == ["+ X-77", "- D-003"])

    var bare = base
    bare.deals[2] = [bare.deals[2][0], .blank, .blank, "Verify opportunity"]
    other = bare
    other.deals[2][0] = "X-77"
    #expect(try CopyBook.lines(bare, other) == ["+ X-77", "- D-003"])
  }

  @Test func `keep what others have changed in them`() throws {
    let edited = base.changed { $0.deals[2][5] = 31 }
    let expected = renamed(2, "X-77") { $0.deals[2][5] = 31 }
    for (ours, theirs, copy) in [(renamed(2, "X-77"), edited, "ours"), (edited, renamed(2, "X-77"), "anna")] {
      let merged = try Merged(base, ours, theirs)
      #expect(merged.conflicts == [])
      #expect(try merged.lines(against: expected) == [])
      #expect(merged.plan.addedRows == 0 && merged.plan.removedRows == 0)
      #expect(
        merged.plan.remarks == [
          .idsChanged(copy: copy, sheet: "Deals", ids: [.init(old: "D-003", new: "X-77")])
        ])
    }
    // The law: with nothing new on the other side, ours stays as it is, and theirs comes as it is.
    let other = renamed(2, "X-77") { $0.deals[4][5] = 5 }
    #expect(try Merged(base, other, base).bytes == other.bytes())
    #expect(try Merged(base, base, other).lines(against: other) == [])
  }

  @Test func `with two new IDs, or one that another row has too, are left to people`() throws {
    let twice = try Merged(base, renamed(2, "X-77"), renamed(2, "X-78"))
    #expect(twice.conflicts == ["cell D-003 deal_id D-003: ours=X-77 | anna=X-78"])
    let new = base.changed { $0.deals.append(CopyBook.deal(20, id: "X-77")) }
    let shared = try Merged(base, renamed(2, "X-77"), new)
    #expect(shared.conflicts.count == 1 && shared.conflicts[0].hasPrefix("id X-77"))
    let same = try Merged(base, renamed(2, "X-77"), renamed(2, "X-77"))
    #expect(same.conflicts == [] && same.plan.isUnchanged)
    let deleted = try Merged(base, renamed(2, "X-77"), base.changed { $0.deals.remove(at: 2) })
    #expect(deleted.conflicts.count == 1 && deleted.conflicts[0].hasPrefix("row D-003"))
  }

  @Test func `take the references along that others have made to them`() throws {
    func book(_ deal: String, _ contracts: [[PlainWorkbook.Cell]]) throws -> [UInt8] {
      var deals = base.deals
      deals[2][0] = .text(deal)
      return try PlainWorkbook([
        .init("Deals", [CopyBook.headers.map { .text($0) }] + deals),
        .init(
          "Contracts",
          [["Contract ID", "Deal ID", "Account ID", "Signed date", "Contract amount"]] + contracts),
      ]).bytes()
    }
    let old: [PlainWorkbook.Cell] = ["C-1", "D-001", "A2", .date(46_100), 1000]
    let new: [PlainWorkbook.Cell] = ["C-2", "D-003", "A1", .date(46_110), 3000]
    let start = try book("D-003", [old])
    let (other, signed) = (try book("X-77", [old]), try book("D-003", [old, new]))
    for copies in [[other, signed], [signed, other]] {
      let merged = try Merged(start, copies)
      #expect(merged.conflicts == [])
      #expect(try merged.content(1, "B3") == "X-77")
      #expect(try merged.content(0, "A4") == "X-77")
    }
  }

  @Test func `of others are not taken for one that a person adds to a handed-out copy`() throws {
    let book = base.changed { book in
      book.headers.append("Owner")
      book.deals = book.deals.enumerated().map { $1 + [$0 < 4 ? "Anna" : "Boris"] }
    }
    let hand = try HandOut(book.book())
    let copy = try hand.copy(for: "Anna", origin: "state", redacts: false, options: DealSheet.options)
    let sheet = try Workbook(copy.bytes)
    // What Boris has in D-008 is not in Anna’s copy; she adds the same under another ID.
    var cells: [CellReference: CellEdit] = [:]
    let typed: [(Int, CellValue)] = [
      (1, .text("X-8")), (2, .text("A3")), (3, .text("deal 8")), (4, .text("Verify opportunity")), (5, .number(46_208)),
      (6, .number(8000)), (8, .text("Boris")),
    ]
    for (column, value) in typed {
      if let place = CellReference(row: 6, column: column) { cells[place] = CellEdit(value) }
    }
    var edit = WorkbookEdit()
    edit.sheets[0] = SheetEdit()
    edit.sheets[0]?.cells = cells
    let merged = try Merged(book.bytes(), [book.bytes(), sheet.applying(edit)])
    #expect(merged.plan.addedRows == 1 && merged.conflicts == [])
    #expect(!merged.plan.remarks.contains { if case .idsChanged = $0 { true } else { false } })
  }
}
