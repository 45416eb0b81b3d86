// SPDX-License-Identifier: Apache-2.0

import Calculation
import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Conflicts between copies` {
  private let base = CopyBook(count: 6)

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
