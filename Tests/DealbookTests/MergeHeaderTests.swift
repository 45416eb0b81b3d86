// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Headers of copies` {
  private let base = CopyBook(count: 6)

  /// The team's own column under another header.
  private func renamed(_ header: String, remark: String? = nil) -> CopyBook {
    base.changed { book in
      book.headers[6] = header
      if let remark { book.deals[2][6] = .text(remark) }
    }
  }

  private func remarked(_ text: String) -> CopyBook { base.changed { $0.deals[1][6] = .text(text) } }

  @Test func `what others type into a column that ours has renamed is not lost`() throws {
    for ours in [renamed("Notes of ours"), renamed("Notes of ours", remark: "x")] {
      let merged = try Merged(base, ours, remarked("call back"))
      #expect(merged.conflicts == [])
      #expect(merged.plan.remarks == [])
      #expect(try merged.content(0, "G1") == "Notes of ours")
      #expect(try merged.content(0, "G3") == "call back")
    }
  }

  @Test func `a column that a copy has renamed is renamed in ours, with what was typed into it`() throws {
    let merged = try Merged(base, remarked("call back"), renamed("Notes of theirs", remark: "x"))
    #expect(merged.conflicts == [])
    #expect(try merged.content(0, "G1") == "Notes of theirs")
    #expect(try merged.content(0, "G3") == "call back")
    #expect(try merged.content(0, "G4") == "x")
    #expect(try merged.content(0, "H1") == nil)
    let all = try Merged(base, base, renamed("Notes of theirs"))
    #expect(try all.lines(against: renamed("Notes of theirs")) == [])
  }

  @Test func `one that copies renamed differently keeps its header, and a person decides`() throws {
    let merged = try Merged(base, base, renamed("Notes"), renamed("Thoughts"), sheet: true)
    #expect(merged.conflicts == ["header  Our remark Our remark: anna=Notes | boris=Thoughts"])
    #expect(merged.plan.conflicts[0].cell?.description == "G1")
    #expect(merged.plan.remarks == [])
    let (resolution, _) = try merged.resolved(["done"])
    #expect(resolution.open == 0 && resolution.refused.isEmpty)
    let preferring = try Merged(base, renamed("Notes"), renamed("Thoughts"), prefer: .ours)
    #expect(preferring.conflicts == [])
    #expect(try preferring.content(0, "G1") == "Notes")
    #expect(try merged.content(0, "G1") == "Our remark")
  }

  @Test func `a column with other values is another column, and what was typed into the one that went is in conflict`()
    throws
  {
    let start = base.changed { book in for row in book.deals.indices { book.deals[row][6] = .text("remark \(row)") } }
    var ours = start
    ours.headers[6] = "Region"
    for row in ours.deals.indices { ours.deals[row][6] = .text("north") }
    var theirs = start
    theirs.deals[1][6] = .text("call back")
    let merged = try Merged(start, ours, theirs, sheet: true)
    #expect(merged.conflicts == ["cell D-002 Our remark remark 1: anna=call back"])
    #expect(try merged.content(0, "G3") == "north")
    let (resolution, _) = try merged.resolved(["base"])
    #expect(resolution.taken == 1 && resolution.open == 0)
  }

  @Test func `what stands under a known header that a copy has renamed is merged`() throws {
    let amounts = base.changed { book in
      book.headers[5] = "Blue column"
      book.deals[2][5] = 77
    }
    let other = base.changed { $0.deals[1][5] = 55 }
    let unknown = MergeRemark.headerUnknown(
      copy: "anna", sheet: "Deals", column: "Amount", header: "Blue column", kept: "Amount")
    let merged = try Merged(base, other, amounts)
    #expect(merged.conflicts == [])
    #expect(merged.plan.remarks == [unknown])
    #expect(try merged.content(0, "F1") == "Amount")
    #expect(try merged.content(0, "F3") == "55" && merged.content(0, "F4") == "77")
    #expect(try merged.content(0, "H1") == nil)
    // Ours is as its people have it.
    let ours = try Merged(base, amounts, other)
    #expect(ours.conflicts == [])
    #expect(try ours.content(0, "F1") == "Blue column")
    #expect(try ours.content(0, "F3") == "55" && ours.content(0, "F4") == "77")
    // Moved besides, it is known by its values.
    let moved = amounts.changed { book in
      for place in book.deals.indices { book.deals[place].swapAt(0, 5) }
      book.headers.swapAt(0, 5)
    }
    #expect(try Merged(base, other, moved).content(0, "F4") == "77")
  }

  @Test func `a known header that a copy has given another known name is renamed in ours`() throws {
    let renamed = base.changed { book in
      book.headers[4] = "Close date"
      book.deals[2][4] = .date(46_300)
    }
    let merged = try Merged(base, remarked("call back"), renamed)
    #expect(merged.conflicts == [])
    #expect(
      merged.plan.remarks == [
        .headerRenamed(copy: "anna", sheet: "Deals", column: "Expected close", header: "Close date")
      ])
    #expect(try merged.content(0, "E1") == "Close date")
    let difference = try CopyBook.difference(base.book(), renamed.book())
    #expect(difference.sheets.flatMap(\.renamedColumns) == [.init(old: "Expected close", new: "Close date")])
    let unknown = try CopyBook.difference(base.book(), base.changed { $0.headers[5] = "Blue column" }.book())
    #expect(unknown.sheets.flatMap(\.renamedColumns) == [.init(old: "Amount", new: "Blue column")])
    #expect(unknown.sheets.flatMap(\.rows).isEmpty && unknown.sheets.flatMap(\.addedColumns).isEmpty)
  }

  @Test func `a column that a copy has added comes in before anybody has filled it in`() throws {
    let wider = base.changed { $0.headers.append("Mood") }
    let merged = try Merged(base, remarked("call back"), wider)
    #expect(try merged.content(0, "H1") == "Mood")
    #expect(merged.plan.addedColumns == 1)
  }

  @Test func `notes on headers come along, and two of them are both there`() throws {
    func noted(_ text: String) throws -> [UInt8] {
      var edit = WorkbookEdit()
      edit.sheets[0, default: SheetEdit()].notes[try #require(CellReference("F1"))] = .set(
        CellNote(author: "Ann", text: text))
      return try Workbook(base.bytes()).applying(edit)
    }
    func notes(_ merged: Merged) throws -> [String] { try Workbook(merged.bytes).notes(at: 0).notes.values.map(\.text) }
    let start = try base.bytes()
    #expect(try notes(Merged(start, [start, noted("gross")])) == ["gross"])
    #expect(try notes(Merged(start, [noted("gross"), noted("in k€")])) == ["gross\nin k€"])
    #expect(try notes(Merged(noted("gross"), [noted("gross"), start])) == [])
    #expect(try Merged(start, [noted("gross"), start]).bytes == noted("gross"))
  }

  @Test func `a number among dates is no date`() throws {
    // As on the settings sheet, where dates and shares stand in one column.
    func book(_ share: Double, new: Bool = false) -> CopyBook {
      var book = base
      book.notes = [[.text("due"), .date(46_200)], [.text("share"), .number(share)], [.text("paid"), .date(46_210)]]
      if new { book.notes.append([.text("rate"), .number(0.25)]) }
      return book
    }
    let merged = try Merged(book(0.8), book(0.9), book(0.7, new: true))
    #expect(merged.plan.conflicts.map(\.base) == ["0.8"])
    #expect(merged.plan.conflicts.first?.options.map(\.shown) == ["0.9", "0.7"])
    var shown: [String] = []
    try CellListing.forEach(in: Workbook(merged.bytes), sheetIndex: 1) { cell in
      if cell.cell.description == "B4" { shown.append("\(cell.value.shownText) \(cell.numberFormat)") }
    }
    #expect(shown == ["0.25 General"])
  }
}
