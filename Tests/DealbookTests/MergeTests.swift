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

  // MARK: Conflicts

  @Test func `reports a cell that both changed, and holds what the base says`() throws {
    let merged = try Merged(base, base.changed { $0.deals[1][5] = 10 }, base.changed { $0.deals[1][5] = 20 })
    #expect(merged.conflicts == ["cell D-002 amount 2000: ours=10 | anna=20"])
    #expect(try merged.lines(against: base) == [])
  }

  @Test func `reports a row that one deleted and the other changed, whoever did`() throws {
    let gone = base.changed { $0.deals.remove(at: 1) }
    let kept = base.changed { $0.deals[1][5] = 20 }
    let first = try Merged(base, gone, kept)
    #expect(first.conflicts == ["row D-002  : ours=deleted | anna=Amount: 2000 → 20"])
    #expect(try first.lines(against: base) == [])
    let second = try Merged(base, kept, gone)
    #expect(second.conflicts == ["row D-002  : anna=deleted | ours=Amount: 2000 → 20"])
    #expect(try second.lines(against: base) == [])
  }

  @Test func `gives the second of two new rows with one id the next one, and what refers to it follows`() throws {
    var (ours, theirs) = (base, base)
    ours.deals.append(CopyBook.deal(9, id: "D-007"))
    theirs.deals.append(CopyBook.deal(8, id: "D-007"))
    let merged = try Merged(base, ours, theirs)
    #expect(merged.plan.conflicts.map(\.kind) == [.id])
    #expect(merged.plan.conflicts.first?.newID == "D-008")
    #expect(try merged.lines(against: ours) == ["+ D-008"])
  }

  @Test func `knows the same new row of two copies for one`() throws {
    let both = base.changed { $0.deals.append(CopyBook.deal(7)) }
    let merged = try Merged(base, both, both)
    #expect(merged.conflicts == [])
    #expect(try merged.lines(against: both) == [])
    let bare = base.changed { $0.deals.append([.blank] + CopyBook.deal(7).dropFirst()) }
    #expect(try Merged(base, bare, bare).lines(against: bare) == [])
    #expect(try Merged(base, base, bare, bare).lines(against: bare) == [])
  }

  @Test(arguments: [(MergePreference.ours, "10"), (.theirs, "20")])
  func `decides by itself when it is told who wins`(prefer: MergePreference, value: String) throws {
    let ours = base.changed {
      $0.deals[1][5] = 10
      $0.deals.remove(at: 0)
    }
    let theirs = base.changed {
      $0.deals[1][5] = 20
      $0.deals[0][5] = 5
    }
    let merged = try Merged(base, ours, theirs, prefer: prefer)
    #expect(merged.conflicts == [])
    let lines = try merged.lines(against: base)
    #expect(lines.contains("~ D-002 amount: 2000 → \(value)"))
    #expect(lines.contains(prefer == .ours ? "- D-001" : "~ D-001 amount: 1000 → 5"))
  }

  @Test func `keeps what ours has where it is preferred and other copies disagree, and loses no row`() throws {
    let won = base.changed {
      $0.deals[1][5] = 10
      $0.deals[0][5] = 7
    }
    let gone = base.changed {
      $0.deals[1][5] = 20
      $0.deals.remove(at: 0)
    }
    let merged = try Merged(base, base, won, gone, prefer: .ours)
    #expect(merged.conflicts == [])
    // The amount over which they disagree is that of ours; of the deleted row, what the other copy says.
    #expect(try merged.lines(against: base) == ["~ D-001 amount: 1000 → 7"])
    #expect(try Merged(base, base, gone, won, prefer: .ours).lines(against: base) == ["~ D-001 amount: 1000 → 7"])
  }

  // MARK: The base

  @Test func `refuses a base that is none, and says by which rows it knows`() throws {
    var other = CopyBook(count: 6)
    other.deals = (21...26).map { CopyBook.deal($0) }
    #expect {
      _ = try Merged(other, base, base.changed { $0.deals[0][5] = 1 })
    } throws: { error in
      guard case .notTheBase(_, let known, let all, let rows)? = error as? MergeRefusal else { return false }
      return known == 0 && all == 6 && rows.first == "D-021"
    }
  }

  @Test func `refuses a base when both copies were made from a later state`() throws {
    let later = base.changed { book in for number in 10...14 { book.deals.append(CopyBook.deal(number)) } }
    var (ours, theirs) = (later, later)
    ours.deals[0][5] = 1
    theirs.deals[1][5] = 2
    #expect {
      _ = try Merged(base, ours, theirs)
    } throws: { error in
      if case .laterBase(_, _, let rows)? = error as? MergeRefusal { rows.contains("D-010") } else { false }
    }
  }

  // MARK: Choosing

  @Test func `takes what a person chose on the sheet of conflicts, and then takes the sheet away`() throws {
    var (ours, theirs) = (base, base)
    ours.deals[1][5] = 10
    theirs.deals[1][5] = 20
    ours.deals[2][4] = .date(46_300)
    theirs.deals[2][4] = .date(46_301)
    ours.deals.append(CopyBook.deal(9, id: "D-007"))
    theirs.deals.append(CopyBook.deal(8, id: "D-007"))
    ours.deals.remove(at: 4)
    theirs.deals[4][5] = 50
    let merged = try Merged(base, ours, theirs, sheet: true)
    #expect(merged.plan.conflicts.map(\.kind) == [.cell, .cell, .row, .id])
    let sheet = try ConflictSheet(merged.plan, language: .english).design(for: base.book().team.workbook).sheet
    #expect(sheet.print.isLandscape && sheet.print.pagesWide == 1 && sheet.print.titleRows == 3...3)
    let heads = (7...9).compactMap { CellReference(row: 3, column: $0) }.compactMap { sheet.cells[$0]?.value.asText }
    #expect(heads == ["Base", "Ours", "Theirs"])
    // Amounts have separators, small numbers none.
    var large = (base, base)
    large.0.deals[1][5] = 1_100_000
    large.1.deals[1][5] = 1_250_000.5
    let amounts = try ConflictSheet(Merged(base, large.0, large.1, sheet: true).plan, language: .english)
      .design(for: base.book().team.workbook).sheet
    let formats = (7...9).compactMap { CellReference(row: 4, column: $0) }.map { amounts.cells[$0]?.look.numberFormat }
    #expect(formats == ["General", "#,##0", "#,##0.00"])
    let (resolution, book) = try merged.resolved(["theirs", "ours", "theirs", "theirs"])
    #expect(resolution.open == 0 && resolution.taken == 4)
    #expect(!book.team.workbook.sheets.contains { $0.name == "Conflicts" })
    let lines = CopyBook.lines(try CopyBook.difference(base.book(), book))
    #expect(
      Set(lines) == [
        "~ D-002 amount: 2000 → 20", "~ D-003 expected_close: 2026-06-30 → 2026-10-05", "~ D-005 amount: 5000 → 50",
        "+ D-007",
      ])
  }

  @Test func `leaves open what nobody chose`() throws {
    var (ours, theirs) = (base, base)
    ours.deals[1][5] = 10
    theirs.deals[1][5] = 20
    ours.deals[2][5] = 10
    theirs.deals[2][5] = 20
    let merged = try Merged(base, ours, theirs, sheet: true)
    let (resolution, book) = try merged.resolved(["base"])
    #expect(resolution.open == 1 && resolution.taken == 1)
    #expect(book.team.workbook.sheets.contains { $0.name == "Conflicts" })
  }
}
