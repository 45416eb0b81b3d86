// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

/// What one copy has decided and another has changed stays in sight until a person has settled it.
@Suite struct `Nothing that a person has to settle is lost` {
  private let base = CopyBook()

  private func amount(_ number: Double) -> CopyBook { base.changed { $0.deals[2][5] = .number(number) } }

  @Test func `a copy with open conflicts is merged with nothing`() throws {
    let pending = try Merged(base, amount(1), amount(2), sheet: true)
    #expect(pending.plan.conflicts.count == 1)
    let third = try base.changed { $0.deals[0][5] = .number(7) }.bytes()
    for copies in [[pending.bytes, third], [third, pending.bytes]] {
      #expect {
        try Merged(base.bytes(), copies)
      } throws: { error in
        guard case MergeRefusal.undecided(_, 1) = error else { return false }
        return true
      }
    }
    // Once the choice is applied, the sheet is gone.
    let settled = try pending.settled(["theirs"])
    #expect(settled.resolution.open == 0)
    let next = try Merged(base.bytes(), [settled.bytes, third])
    #expect(next.conflicts == [])
    #expect(try next.content(0, "F4") == "2")
    #expect(try next.content(0, "F2") == "7")
  }

  @Test func `a change on a sheet that ours has deleted is a conflict`() throws {
    let without = try PlainWorkbook([.init("Deals", [base.headers.map { .text($0) }] + base.deals)]).bytes()
    let changed = base.changed { $0.notes[1] = ["Bring", "figures"] }
    let merged = try Merged(base.bytes(), [without, changed.bytes()], sheet: true)
    #expect(merged.conflicts == ["sheet   : ours=deleted | anna=Bring, figures"])
    #expect(try merged.resolved(["done"]).resolution.open == 0)
    #expect(try Merged(base.bytes(), [without, changed.bytes()], prefer: .ours).conflicts == [])
    let untouched = try Merged(base.bytes(), [without, base.bytes()])
    #expect(untouched.conflicts == [])
    #expect(untouched.bytes == without)
  }

  @Test(arguments: [false, true])
  func `to choose the copy that has deleted a row deletes it`(isOurs: Bool) throws {
    let gone = base.changed { $0.deals.remove(at: 2) }
    let merged = try Merged(base, isOurs ? gone : amount(3333), isOurs ? amount(3333) : gone, sheet: true)
    #expect(merged.plan.conflicts.map(\.kind) == [.row])
    let settled = try merged.resolved([isOurs ? "ours" : "theirs"])
    #expect(settled.resolution.open == 0)
    let lines = CopyBook.lines(try CopyBook.difference(base.book(), settled.book))
    #expect(lines == ["- D-003"])
    let kept = try merged.resolved([isOurs ? "theirs" : "ours"])
    #expect(CopyBook.lines(try CopyBook.difference(base.book(), kept.book)) == ["~ D-003 amount: 3000 → 3333"])
  }
}
