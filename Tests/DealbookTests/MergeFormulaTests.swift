// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Formulas and merged cells of copies` {
  /// Deals with a column of the team's own that computes.
  private func book(_ order: [Int] = [1, 2, 3, 4, 5, 6], _ body: (inout CopyBook) -> Void = { _ in }) -> CopyBook {
    var book = CopyBook(count: 6)
    book.headers.append("Twice")
    book.deals = order.enumerated().map { place, number in
      CopyBook.deal(number) + [.formula("F\(place + 2)*2", Double(number) * 2000)]
    }
    body(&book)
    return book
  }

  private let reversed = [6, 5, 4, 3, 2, 1]

  @Test func `the formula of the base in a cell in conflict reads its own row`() throws {
    let ours = book(reversed) { $0.deals[4][7] = 99 }
    let theirs = book { $0.deals[1][7] = .formula("F3*3", 6000) }
    let merged = try Merged(book(), ours, theirs, sheet: true)
    #expect(merged.conflicts == ["cell D-002 Twice =F3*2: ours=99 | anna==F3*3"])
    #expect(try merged.content(0, "H6") == "=F6*2")
    for (choice, formula) in [("base", "=F6*2"), ("theirs", "=F6*3"), ("ours", "99")] {
      let (resolution, result) = try merged.resolved([choice])
      #expect(resolution.taken == 1 && resolution.open == 0)
      var found: String?
      try CellListing.forEach(in: result.team.workbook, sheetIndex: 0) { cell in
        if "\(cell.cell)" == "H6" { found = cell.formula.map { "=" + $0 } ?? cell.value.shownText }
      }
      #expect(found == formula, "\(choice)")
    }
  }

  // Each deal's share of all of them: the rows of the deal and of the list are those of the result.
  @Test func `a new column that reads the whole list comes into a copy that is sorted otherwise and has more rows`()
    throws
  {
    func shares(_ book: CopyBook) -> CopyBook {
      book.changed { book in
        let last = book.deals.count + 1
        book.headers.append("Share")
        for place in book.deals.indices {
          book.deals[place].append(.formula("F\(place + 2)/SUM($F$2:$F$\(last))", 0.1))
        }
      }
    }
    let base = CopyBook(count: 4)
    var sorted = base.changed { $0.deals.reverse() }
    sorted.deals.append(CopyBook.deal(9))
    let merged = try Merged(base, sorted, shares(base))
    #expect(merged.conflicts == [])
    #expect(try merged.content(0, "H2") == "=F2/SUM($F$2:$F$6)")
    #expect(try merged.content(0, "H5") == "=F5/SUM($F$2:$F$6)")
    // The other way round, the row that is added takes its place in the list, which grows.
    var longer = shares(base)
    longer.deals.append(CopyBook.deal(9) + [.formula("F6/SUM($F$2:$F$6)", 0.1)])
    for place in 0..<4 { longer.deals[place][7] = .formula("F\(place + 2)/SUM($F$2:$F$6)", 0.1) }
    let ours = shares(base.changed { $0.deals.reverse() })
    let again = try Merged(shares(base), ours, longer)
    #expect(again.conflicts == [])
    #expect(try again.content(0, "H2") == "=F2/SUM($F$2:$F$6)")
    #expect(try again.content(0, "H6") == "=F6/SUM($F$2:$F$6)")
    #expect(try CopyBook.lines(shares(base), shares(base.changed { $0.deals.reverse() })) == [])
  }

  @Test func `a running total stays as it is`() throws {
    func running(_ book: CopyBook) -> CopyBook {
      book.changed { book in
        book.headers.append("So far")
        for place in book.deals.indices {
          book.deals[place].append(.formula("SUM(F$2:F\(place + 2))", 0.1))
        }
      }
    }
    let base = CopyBook(count: 3)
    let merged = try Merged(running(base), running(base), base.changed { $0.deals.append(CopyBook.deal(9)) })
    #expect(try merged.content(0, "H4") == "=SUM(F$2:F4)")
  }

  @Test func `a formula in place of a number of the same value comes in`() throws {
    let base = CopyBook(count: 4)
    let theirs = base.changed { $0.deals[1][5] = .formula("500*4", 2000) }
    let merged = try Merged(base, base, theirs)
    #expect(merged.conflicts == [])
    #expect(try merged.content(0, "F3") == "=500*4")
    #expect(try CopyBook.lines(base, theirs).count == 1)
    // A program that keeps no formulas has left the values: nobody has changed anything.
    let back = try Merged(theirs, theirs, base)
    #expect(try back.content(0, "F3") == "=500*4")
  }

  @Test func `a formula that would mean something else is refused when it is chosen`() throws {
    let ours = book(reversed) { $0.deals[4][7] = 99 }
    let theirs = book { $0.deals[1][7] = .formula("F3+F4", 5000) }
    let merged = try Merged(book(), ours, theirs, sheet: true)
    let (resolution, _) = try merged.resolved(["theirs"])
    #expect(resolution.open == 1 && resolution.refused.map(\.why) == [.noSuchChoice("theirs")])
  }

  @Test func `a row that ours deleted and another changed comes back with its formulas`() throws {
    let ours = book([6, 5, 4, 3, 1])
    let theirs = book { $0.deals[1][7] = .formula("F3*3", 6000) }
    let merged = try Merged(book(), ours, theirs, sheet: true)
    #expect(merged.plan.conflicts.map(\.kind) == [.row])
    #expect(try merged.content(0, "H7") == "=F7*2")
    let (resolution, result) = try merged.resolved(["theirs"])
    #expect(resolution.taken == 1 && resolution.open == 0)
    var found: String?
    try CellListing.forEach(in: result.team.workbook, sheetIndex: 0) { if "\($0.cell)" == "H7" { found = $0.formula } }
    #expect(found == "F7*3")
  }

  @Test func `a change of a cell that ours has merged with others is a conflict for a person`() throws {
    func bytes(_ book: CopyBook, merged: [String] = []) throws -> [UInt8] {
      try PlainWorkbook([
        .init("Deals", [book.headers.map { .text($0) }] + book.deals, merged: merged), .init("Minutes", book.notes),
      ]).bytes()
    }
    let start = try bytes(CopyBook(count: 6), merged: ["G2:G4"])
    var copy = CopyBook(count: 6)
    copy.deals[1][6] = "call back"
    copy.deals[2][5] = 33
    let merged = try Merged(start, [start, bytes(copy)], sheet: true)
    #expect(merged.conflicts == ["covered D-002 Our remark : anna=call back"])
    #expect(try merged.content(0, "F4") == "33")
    let (resolution, _) = try merged.resolved(["done"])
    #expect(resolution.taken == 1 && resolution.open == 0)
  }

  @Test func `a number that a copy has only written as text stays a number`() throws {
    let base = CopyBook(count: 6)
    var theirs = base
    for row in theirs.deals.indices { theirs.deals[row][4] = .text("2026/6/\(28 + row % 2)") }
    theirs.deals[1][4] = "2026/8/1"
    theirs.deals[0][4] = "2026/6/27"
    var ours = base
    for row in ours.deals.indices { ours.deals[row][4] = .date(row == 0 ? 46_200 : 46_201 + row % 2) }
    let merged = try Merged(ours, ours, theirs)
    #expect(merged.conflicts == [])
    #expect(try merged.lines(against: ours) == ["~ D-002 expected_close: 2026-06-29 → 2026/8/1"])
  }

  @Test func `a new row of an option list comes with the formulas that make its label`() throws {
    let start = try NewCase(language: .english, profile: .full, hasSample: true).bytes()
    let workbook = try Workbook(start)
    let index = try #require(workbook.sheets.firstIndex { $0.name == "Lists" })
    let row: [(String, CellEdit)] = [
      ("A12", CellEdit(.text("DEMO"))), ("B12", CellEdit(.text("示範"))), ("C12", CellEdit(.text("示范"))),
      ("D12", CellEdit(.text("Demo"))), ("E12", CellEdit(.text("Demo"), formula: "CHOOSE(Lang,B12,C12,D12)")),
      ("F12", CellEdit(.number(1))), ("G12", CellEdit(.number(0))), ("H12", CellEdit(.number(0.5))),
      ("I12", CellEdit(.number(30))), ("J12", CellEdit(.number(3))),
      ("K12", CellEdit(.number(0), formula: "IF(G12=1,1,ROUND(H12*K13,6))")),
    ]
    var edit = WorkbookEdit()
    for (cell, wish) in row {
      edit.sheets[index, default: SheetEdit()].cells[try #require(CellReference(cell))] = wish
    }
    let theirs = try workbook.applying(edit)
    let merged = try Merged(start, [start, theirs])
    #expect(merged.conflicts == [])
    #expect(merged.plan.addedRows == 1)
    #expect(try merged.content(index, "E12") == "=CHOOSE(Lang,B12,C12,D12)")
    #expect(try merged.content(index, "K12") == "=IF(G12=1,1,ROUND(H12*K13,6))")
    #expect(try Merged(start, [theirs, start]).bytes == theirs)
  }

  @Test func `ids, numbers and texts that a copy has only written in a worse way stay as they are`() throws {
    let base = CopyBook(count: 6)
    var theirs = base
    theirs.deals[1][0] = "D-002 "
    theirs.deals[1][5] = 22
    theirs.deals[2][0] = "d-003"
    theirs.deals[3][2] = " deal 4"
    theirs.deals[4][5] = "5,000"
    let merged = try Merged(base, base, theirs)
    #expect(merged.plan.changedCells == 1)
    #expect(try merged.content(0, "A3") == "D-002" && merged.content(0, "A4") == "D-003")
    #expect(try merged.lines(against: base) == ["~ D-002 amount: 2000 → 22"])
    // What is written better comes in.
    let better = try Merged(theirs, theirs, base)
    #expect(try better.lines(against: base) == ["~ d-003 deal_id: D-003 → d-003"])
  }

  // MARK: Around the data

  private func titled(_ title: String?, below: [Int: String] = [:], deals count: Int = 6) -> CopyBook {
    var book = CopyBook(count: count)
    let head = book.headers.map { PlainWorkbook.Cell.text($0) }
    var rows = [[title.map { .text($0) } ?? .blank], [], head] + book.deals
    for (row, text) in below.sorted(by: { $0.key < $1.key }) {
      while rows.count < row { rows.append([]) }
      rows[row - 1] = [.text(text)]
    }
    book.headers = []
    book.deals = rows
    return book
  }

  private func bytes(_ book: CopyBook) throws -> [UInt8] {
    try PlainWorkbook([.init("Deals", book.deals), .init("Minutes", book.notes)]).bytes()
  }

  @Test func `a title and a note that a copy has added around the data come in where there is room`() throws {
    let merged = try Merged(bytes(titled(nil)), [bytes(titled(nil)), bytes(titled("Q3", below: [12: "Total"]))])
    #expect(merged.conflicts == [])
    #expect(try merged.content(0, "A1") == "Q3")
    #expect(try merged.content(0, "A12") == "Total")
  }

  @Test func `no row of data is written over by a note that a copy has added below`() throws {
    let theirs = try bytes(titled("Q3", below: [12: "Total"]))
    let start = try bytes(titled("Q3"))
    // Ours has deals there, or gets some.
    let ours = try bytes(titled("Q3", deals: 10))
    let merged = try Merged(start, [ours, theirs])
    #expect(merged.plan.conflicts.map(\.kind) == [.room])
    #expect(try merged.content(0, "A12") == "D-009")
    let both = try Merged(start, [start, theirs, ours])
    #expect(both.plan.conflicts.map(\.kind) == [.room])
    #expect(try both.content(0, "A12") == "D-009")
  }

  @Test func `a title above headers that are in the first row of ours is told`() throws {
    let start = try CopyBook(count: 6).bytes()
    let merged = try Merged(start, [start, bytes(titled("Q3"))])
    #expect(merged.plan.conflicts.map(\.kind) == [.room])
    #expect(try merged.content(0, "A1") == "Deal ID")
  }
}
