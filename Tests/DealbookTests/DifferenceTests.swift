// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `How two workbooks differ` {
  private let base = CopyBook(count: 6)

  @Test func `not at all where only the order of rows and columns is another`() throws {
    var other = base
    other.deals.reverse()
    #expect(try CopyBook.lines(base, other) == [])
    other.headers = [5, 0, 1, 2, 3, 4, 6].map { base.headers[$0] }
    other.deals = base.deals.map { row in [5, 0, 1, 2, 3, 4, 6].map { row[$0] } }
    #expect(try CopyBook.lines(base, other) == [])
    other.title = "Pipeline 2026"
    other.deals.insert([], at: 2)
    #expect(try CopyBook.lines(base, other) == [])
  }

  @Test func `not at all where one of them was filled, but for what people type on its new sheets`() throws {
    let filled = try DashboardTests.filled(base.bytes(), .added)
    #expect(try Workbook(filled).sheets.count > 4)
    let (old, new) = (try base.book(), try CopyBook.book(filled))
    #expect(try CopyBook.lines(CopyBook.difference(old, new)) == [])
    #expect(try CopyBook.lines(CopyBook.difference(new, old)) == [])
    #expect(try !CopyBook.lines(CopyBook.difference(old, new, all: true)).isEmpty)
    var typed = try Workbook(filled)
    try typed.set(["Settings!B40": 5])
    let book = try CopyBook.book(typed.applying(WorkbookEdit()))
    #expect(try !CopyBook.lines(CopyBook.difference(old, book)).isEmpty)
  }

  @Test func `tells what was added, removed and changed by id and column`() throws {
    var other = base
    other.deals.remove(at: 1)
    other.deals[3][5] = 7
    other.deals.insert(CopyBook.deal(9), at: 0)
    #expect(try CopyBook.lines(base, other) == ["+ D-009", "- D-002", "~ D-005 amount: 5000 → 7"])
  }

  @Test func `shows a day as a day`() throws {
    var other = base
    other.deals[0][4] = .date(46_300)
    #expect(try CopyBook.lines(base, other) == ["~ D-001 expected_close: 2026-06-28 → 2026-10-05"])
  }

  @Test func `counts a text that reads as the number for a change`() throws {
    var other = base
    other.deals[0][5] = "1000"
    #expect(try CopyBook.lines(base, other) == ["~ D-001 amount: 1000 → 1000"])
  }

  /// LibreOffice 7.4 saves the typed value TRUE as the formula TRUE().
  @Test func `not at all where another program has saved truth values as formulas`() throws {
    func book(asFormula: Bool) -> CopyBook {
      var book = base
      book.headers.append("Key account")
      book.deals = book.deals.enumerated().map { $1 + [.truth($0.isMultiple(of: 2), asFormula: asFormula)] }
      book.notes.append([.truth(true, asFormula: asFormula)])
      return book
    }
    #expect(try CopyBook.lines(book(asFormula: false), book(asFormula: true)) == [])
    #expect(try CopyBook.lines(book(asFormula: true), book(asFormula: false)) == [])
    var other = book(asFormula: true)
    other.deals[1][7] = .truth(true, asFormula: true)
    #expect(try CopyBook.lines(book(asFormula: false), other) == ["~ D-002 Key account: FALSE → TRUE"])
  }

  @Test func `tells a column of the team's own by its header`() throws {
    var other = base
    other.headers.append("Mood")
    other.deals = other.deals.enumerated().map { $1 + [$0 == 2 ? "good" : .blank] }
    #expect(try CopyBook.lines(base, other) == ["+ column Mood", "~ D-003 Mood:  → good"])
    #expect(try CopyBook.lines(other, base) == ["- column Mood", "~ D-003 Mood: good → "])
  }

  @Test func `knows rows without an id by what they hold, and says how sure it is`() throws {
    var (old, new) = (base, base)
    for row in 0..<6 {
      old.deals[row][0] = .blank
      new.deals[row][0] = .blank
    }
    new.deals[2][5] = 1
    new.deals.swapAt(0, 5)
    let difference = try CopyBook.difference(old.book(), new.book())
    #expect(CopyBook.lines(difference) == ["~ row amount: 3000 → 1"])
    let certainty = try #require(difference.sheets.first?.rows.first?.certainty)
    #expect(certainty > 0.7 && certainty < 1)
  }

  @Test func `tells two rows of one id apart by what they hold`() throws {
    var (old, new) = (base, base)
    old.deals.append(CopyBook.deal(8, id: "D-003"))
    new.deals.insert(CopyBook.deal(8, id: "D-003"), at: 0)
    new.deals[0][5] = 1
    #expect(try CopyBook.lines(old, new) == ["~ D-003 amount: 8000 → 1"])
  }

  @Test func `aligns the rows of a sheet that no playbook knows`() throws {
    var other = base
    other.notes.insert(["Parking is free"], at: 1)
    other.notes[3] = ["Lunch at one"]
    #expect(try CopyBook.lines(base, other) == ["+ row", "~ row A: Lunch at noon → Lunch at one"])
  }

  @Test func `leaves computed columns out until they are asked for`() throws {
    let filled = try FilledWorkbook(
      Analysis(Workbook(base.bytes()), playbook: .builtIn, options: DealSheet.options))
    let (old, new) = (try base.book(), try CopyBook.book(filled.bytes))
    let deals = try CopyBook.difference(old, new).sheets.filter { $0.kind == .data("de") }
    #expect(deals.isEmpty)
    let all = try WorkbookDifference(old, new, options: DifferenceOptions(includesComputed: true))
    #expect(all.sheets.first { $0.kind == .data("de") }?.addedColumns.isEmpty == false)
  }

  @Test func `is empty exactly when every record is the same`() throws {
    for name in ["messy_hant.xlsx", "messy_en.xlsx", "deals_hans.xlsx"] {
      let bytes = try OwnWorkbooks.bytes(name)
      let book = try CopyBook.book(bytes)
      #expect(try CopyBook.difference(book, book, all: true).isEmpty)
    }
    var other = base
    other.notes[0] = ["Kick-off on Tuesday"]
    #expect(try !CopyBook.difference(base.book(), other.book()).isEmpty)
  }
}

@Suite struct `An earlier state as evidence` {
  private func messages(_ old: CopyBook, _ new: CopyBook) throws -> [String] {
    let analysis = try Analysis(Workbook(new.bytes()), playbook: .builtIn, options: DealSheet.options)
    let compared = try analysis.against(old.book())
    let writer = FindingWriter(compared.team, language: .english)
    return compared.findings.map(writer.describe).filter { ["DEA-022", "DEA-023"].contains($0.rule) }
      .map { "\($0.rule) \($0.rowID): \($0.message)" }
  }

  @Test func `tells a stage that moved back, and none that moved on or was lost`() throws {
    var (old, new) = (CopyBook(count: 3), CopyBook(count: 3))
    for row in 0..<3 { old.deals[row][3] = "Bid submission" }
    new.deals[0][3] = "Verify opportunity"
    new.deals[1][3] = "Negotiation & signing"
    new.deals[2][3] = "Lost"
    #expect(try messages(old, new) == ["DEA-022 D-001: Stage moved back: Bid submission → Verify opportunity"])
  }

  @Test func `tells an amount that changed by more than a fifth, wherever the row stands now`() throws {
    var (old, new) = (CopyBook(count: 4), CopyBook(count: 4))
    new.deals[0][5] = 1500
    new.deals[1][5] = 2400
    new.deals[2][5] = 1500
    old.deals[3][5] = .blank
    new.deals.reverse()
    #expect(
      try messages(old, new) == ["DEA-023 D-003: Amount changed by -50%", "DEA-023 D-001: Amount changed by +50%"])
  }

  @Test func `tells a target that changed without a reason`() throws {
    func targets(_ target: Double, _ reason: PlainWorkbook.Cell) throws -> [UInt8] {
      try PlainWorkbook([
        .init(
          "Targets",
          [
            ["Target ID", "Owner", "Period start", "Period end", "Target", "Reason"],
            ["T001", "Ann", .date(45_658), .date(46_022), .number(target), reason],
          ])
      ]).bytes()
    }
    func rules(_ new: [UInt8]) throws -> [String] {
      let analysis = try Analysis(Workbook(new), playbook: .builtIn, options: DealSheet.options)
        .against(CopyBook.book(targets(500, .blank)))
      return analysis.findings.map { analysis.team.playbook.rules[$0.rule].id }.filter { $0 == "TGT-014" }
    }
    #expect(try rules(targets(600, .blank)) == ["TGT-014"])
    #expect(try rules(targets(600, "region added")) == [])
    #expect(try rules(targets(500, .blank)) == [])
  }
}
