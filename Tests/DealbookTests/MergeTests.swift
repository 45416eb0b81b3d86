// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Merging copies` {
  private let base = CopyBook(count: 6)

  // MARK: Laws

  private var somebody: CopyBook {
    base.changed { book in
      book.deals[1][5] = 77
      book.deals.remove(at: 3)
      book.deals.append(CopyBook.deal(9))
      book.deals[0][6] = "call back"
      book.notes.append(["Coffee"])
      book.headers.append("Mood")
      book.deals = book.deals.map { $0 + ["fine"] }
    }
  }

  @Test func `with the base alone gives ours, byte for byte`() throws {
    let merged = try Merged(base, somebody, base)
    #expect(merged.bytes == (try somebody.bytes()))
    #expect(merged.conflicts == [])
  }

  @Test func `into the base gives the records of theirs`() throws {
    let merged = try Merged(base, base, somebody)
    #expect(try merged.lines(against: somebody) == [])
    #expect(merged.conflicts == [])
  }

  @Test func `of two that are the same gives their records`() throws {
    let merged = try Merged(base, somebody, somebody)
    #expect(try merged.lines(against: somebody) == [])
    #expect(merged.bytes == (try somebody.bytes()))
    #expect(merged.conflicts == [])
  }

  @Test func `does not depend on the order of theirs`() throws {
    let anna = base.changed {
      $0.deals[0][5] = 5
      $0.deals.append(CopyBook.deal(20))
    }
    let boris = base.changed {
      $0.deals[1][5] = 6
      $0.deals.append(CopyBook.deal(12))
    }
    let chen = base.changed {
      $0.deals.removeLast()
      $0.deals[0][5] = 8
    }
    let (a, b, c) = (try anna.bytes(), try boris.bytes(), try chen.bytes())
    let one = try Merged(base.bytes(), [base.bytes(), a, b, c], names: ["ours", "a", "b", "c"])
    let other = try Merged(base.bytes(), [base.bytes(), c, a, b], names: ["ours", "c", "a", "b"])
    #expect(one.bytes == other.bytes)
    #expect(one.conflicts == other.conflicts)
    #expect(one.conflicts == ["cell D-001 amount 1000: a=5 | c=8"])
  }

  // MARK: What comes in

  @Test func `takes both sides' changes of one row`() throws {
    let ours = base.changed { $0.deals[1][5] = 10 }
    let theirs = base.changed {
      $0.deals[1][3] = "Bid submitted"
      $0.deals[4][2] = "renamed"
    }
    let merged = try Merged(base, ours, theirs)
    #expect(merged.conflicts == [])
    #expect(
      try merged.lines(against: base) == [
        "~ D-002 stage: Verify opportunity → Bid submitted", "~ D-002 amount: 2000 → 10",
        "~ D-005 name: deal 5 → renamed",
      ])
  }

  @Test func `keeps new rows of both, below the last one, with the looks of the row above`() throws {
    let merged = try Merged(
      base, base.changed { $0.deals.append(CopyBook.deal(8)) },
      base.changed {
        $0.deals.insert(CopyBook.deal(7), at: 0)
        $0.deals.append(CopyBook.deal(11))
      })
    #expect(try merged.lines(against: base) == ["+ D-008", "+ D-007", "+ D-011"])
    let sheet = try Workbook(merged.bytes).worksheet(at: 0)
    var styles: [Int] = []
    try sheet.forEachRow { row in if row.index > 6 { styles.append(row.cells.first { $0.column == 5 }?.style ?? -1) } }
    #expect(styles == [1, 1, 1, 1])
  }

  @Test func `finds its rows and columns after sorting, inserting and another order`() throws {
    let theirs = base.changed { book in
      book.deals[2][5] = 33
      book.deals.reverse()
      book.deals.insert([], at: 2)
      book.headers = [6, 5, 4, 3, 2, 1, 0].map { base.headers[$0] }
      book.deals = book.deals.map { row in row.isEmpty ? [] : [6, 5, 4, 3, 2, 1, 0].map { row[$0] } }
      book.title = "Pipeline"
    }
    let merged = try Merged(base, base.changed { $0.deals.swapAt(0, 5) }, theirs)
    #expect(try merged.lines(against: base) == ["~ D-003 amount: 3000 → 33"])
  }

  @Test func `brings a column that one copy has added to all`() throws {
    let theirs = base.changed {
      $0.headers.append("Mood")
      $0.deals = $0.deals.map { $0 + ["fine"] }
    }
    let ours = base.changed { $0.deals.append(CopyBook.deal(7)) }
    let merged = try Merged(base, ours, theirs)
    #expect(try merged.lines(against: ours).filter { $0.hasPrefix("+") } == ["+ column Mood"])
    #expect(try merged.lines(against: ours).count == 7)
  }

  @Test func `takes out a row that one deleted and nobody changed`() throws {
    let merged = try Merged(base, base, base.changed { $0.deals.remove(at: 2) })
    #expect(try merged.lines(against: base) == ["- D-003"])
    #expect(merged.plan.removedRows == 1)
    #expect(merged.plan.remarks == [.rowRemoved(sheet: "Deals", id: "D-003", row: 4)])
    #expect(try merged.content(0, "A4") == "D-004")
  }

  @Test func `lets formulas, and the cells of conflicts, follow a row that is taken out`() throws {
    var ours = base
    ours.headers.append("Number")
    ours.deals = ours.deals.enumerated().map { $1 + [.formula("ROW()-1", Double($0 + 1))] }
    ours.notes.append([.formula("SUM(Deals!F2:F7)", 21_000), .formula("Deals!F7", 6000)])
    var theirs = ours
    theirs.deals.remove(at: 2)
    theirs.deals[3][5] = 10
    var third = ours
    third.deals[4][5] = 20
    let merged = try Merged(ours.bytes(), [ours.bytes(), theirs.bytes(), third.bytes()])
    #expect(merged.plan.conflicts.map { $0.cell?.description } == ["F5"])
    let book = try Workbook(merged.bytes)
    #expect(try merged.content(1, "A4") == "=SUM(Deals!F2:F6)")
    #expect(try merged.content(1, "B4") == "=Deals!F6")
    #expect(merged.changed[0]?.contains(try #require(CellReference("H4"))) == true)
    let calculated = try book.recalculated(after: merged.changed)
    let values = calculated.changes.map { "\($0.sheet) \($0.cell) \($0.new.shownText)" }
    #expect(values == ["0 H4 3", "0 H5 4", "0 H6 5", "1 A4 18000"])
  }

  @Test func `takes no formula for changed that names a renamed sheet, and lets those that are follow`() throws {
    var ours = base
    ours.notes.append([.formula("SUM(Deals!F2:F7)", 21_000), .formula("Deals!F2", 1000)])
    var theirs = ours
    theirs.title = "Pipeline"
    theirs.notes[3] = [.formula("SUM(Pipeline!F2:F7)", 21_000), .formula("Pipeline!E2", 46_201)]
    let merged = try Merged(ours, ours, theirs)
    #expect(merged.conflicts == [])
    #expect(try merged.content(1, "A4") == "=SUM(Deals!F2:F7)")
    #expect(try merged.content(1, "B4") == "='Deals'!E2")
    var third = ours
    third.title = "Chances"
    third.notes[3] = [.formula("SUM('Chances'!F2:F7)", 21_000), .formula("Chances!F2", 1000)]
    #expect(try CopyBook.lines(theirs, third) == ["~ row B: ='Chances'!E2 → =Chances!F2"])
    #expect(try Merged(ours, ours, theirs, third).conflicts == [])
  }

  @Test func `only empties a row that a formula elsewhere reads, and says so`() throws {
    var ours = base
    ours.notes.append([.formula("Deals!F4", 3000)])
    var theirs = ours
    theirs.deals.remove(at: 2)
    let merged = try Merged(ours, ours, theirs)
    #expect(merged.plan.remarks == [.rowEmptied(sheet: "Deals", id: "D-003", row: 4)])
    #expect(try merged.content(1, "A4") == "=Deals!F4")
  }

  @Test func `takes a row out of a sheet that no playbook knows only where the rows below moved up`() throws {
    let moved = try Merged(base, base, base.changed { $0.notes.remove(at: 1) })
    #expect(try moved.content(1, "A2") == "Lunch at noon")
    let emptied = try Merged(base, base, base.changed { $0.notes[1] = [] })
    #expect(try emptied.content(1, "A3") == "Lunch at noon")
  }

  @Test func `takes no number for changed that only became a text`() throws {
    let ours = base.changed { $0.deals[0][5] = "1,000" }
    let merged = try Merged(base, ours, base.changed { $0.deals[0][5] = 1250 })
    #expect(merged.conflicts == [])
    #expect(try merged.lines(against: base) == ["~ D-001 amount: 1000 → 1250"])
    let both = try Merged(base, base.changed { $0.deals[0][5] = "1,250" }, base.changed { $0.deals[0][5] = 1250 })
    #expect(both.conflicts == [])
    #expect(try both.lines(against: base) == ["~ D-001 amount: 1000 → 1250"])
  }

  @Test func `merges a sheet that no playbook knows by its cells`() throws {
    let merged = try Merged(
      base, base.changed { $0.notes[0] = ["Kick-off on Friday"] },
      base.changed {
        $0.notes.insert(["Parking is free"], at: 0)
        $0.notes[3] = ["Lunch at one"]
      })
    #expect(merged.conflicts == [])
    var texts: [String] = []
    try CellListing.forEach(in: merged.book.team.workbook, sheetIndex: 1) { cell in
      if cell.cell.column == 1 { texts.append(cell.value.shownText) }
    }
    #expect(texts == ["Kick-off on Friday", "Bring", "Lunch at one", "Parking is free"])
  }

  @Test func `changes nothing but what is merged`() throws {
    let ours = try base.bytes()
    let merged = try Merged(base, base, base.changed { $0.deals[1][5] = 10 })
    let (old, new) = (try Workbook(ours), try Workbook(merged.bytes))
    for part in ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml"] {
      let name = PartName("/" + part)
      #expect(try old.package.bytes(of: name) == new.package.bytes(of: name), "\(part)")
    }
    let sheet = PartName("/xl/worksheets/sheet1.xml")
    let change = ByteDifference(from: try old.package.bytes(of: sheet), to: try new.package.bytes(of: sheet))
    #expect(change.map { $0.removed.count < 20 } == true)
  }
}
