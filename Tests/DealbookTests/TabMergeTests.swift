// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Merging copies of a workbook with a tab for each person` {
  private let base = TabBook()

  private func merged(_ copies: TabBook..., prefer: MergePreference? = nil, sheet: Bool = false) throws -> Merged {
    try Merged(base.bytes(), copies.map { try $0.bytes() }, prefer: prefer, sheet: sheet)
  }

  private func layout(_ merged: Merged) throws -> [String] { try TabBook.layout(merged.bytes) }

  private var somebody: TabBook {
    base.changed {
      $0.tabs[0].deals[1][4] = 77
      $0.tabs[1].deals.remove(at: 3)
      $0.tabs[2].deals.append(TabBook.deal(30))
      $0.tabs[1].deals.append($0.tabs[0].deals.remove(at: 4))
      $0.tabs.append(.init(title: "Ben", deals: (1...5).map { TabBook.deal(50 + $0) }))
    }
  }

  @Test func `keeps the laws`() throws {
    let own = try somebody.bytes()
    let first = try merged(somebody, base)
    #expect(first.bytes == own)
    #expect(first.conflicts == [])
    let same = try merged(somebody, somebody)
    #expect(same.bytes == own)
    let theirs = try merged(base, somebody)
    #expect(try TabBook.lines(theirs.bytes, own) == [])
    #expect(theirs.conflicts == [])
  }

  @Test func `takes changes on each tab by record`() throws {
    let ours = base.changed {
      $0.tabs[0].deals[0][4] = 5
      $0.tabs[1].deals.reverse()
    }
    let theirs = base.changed {
      $0.tabs[0].deals.reverse()
      $0.tabs[1].deals[0][4] = 6
      $0.tabs[2].deals.append(TabBook.deal(26))
      $0.tabs[2].deals.remove(at: 1)
    }
    let merged = try merged(ours, theirs)
    #expect(merged.conflicts == [])
    #expect(
      try layout(merged) == [
        "Kim: D-001=5 D-002=2000 D-003=3000 D-004=4000 D-005=5000",
        "Lee: D-015=15000 D-014=14000 D-013=13000 D-012=12000 D-011=6",
        "Ann: D-021=21000 D-023=23000 D-024=24000 D-025=25000 D-026=26000",
      ])
  }

  @Test func `moves a deal that one copy has moved, with what another has changed in it`() throws {
    let ours = base.changed { $0.tabs[0].deals[2][4] = 9 }
    let theirs = base.changed { $0.tabs[2].deals.append($0.tabs[0].deals.remove(at: 2)) }
    for (own, other) in [(ours, theirs), (theirs, ours)] {
      let merged = try merged(own, other)
      #expect(merged.conflicts == [])
      #expect(
        try layout(merged) == [
          "Kim: D-001=1000 D-002=2000 D-004=4000 D-005=5000",
          "Lee: D-011=11000 D-012=12000 D-013=13000 D-014=14000 D-015=15000",
          "Ann: D-021=21000 D-022=22000 D-023=23000 D-024=24000 D-025=25000 D-003=9",
        ])
    }
    let remarks = try merged(ours, theirs).plan.remarks
    #expect(remarks.contains(.rowMoved(id: "D-003", from: "Kim", to: "Ann")))
  }

  @Test func `asks where a deal belongs that copies have moved to different tabs`() throws {
    let ours = base.changed { $0.tabs[1].deals.append($0.tabs[0].deals.remove(at: 2)) }
    let theirs = base.changed { $0.tabs[2].deals.append($0.tabs[0].deals.remove(at: 2)) }
    let merged = try merged(ours, theirs, sheet: true)
    #expect(merged.conflicts == ["tab D-003  Kim: ours=Lee | anna=Ann"])
    #expect(try layout(merged)[1].hasSuffix(" D-003=3000"))
    #expect(try merged.resolved(["done"]).resolution.open == 0)
    let preferred = try self.merged(ours, theirs, prefer: .theirs)
    #expect(preferred.conflicts == [])
    #expect(try layout(preferred)[2].hasSuffix(" D-003=3000"))
  }

  @Test func `takes a deal that was moved by one and deleted by another for a conflict`() throws {
    let ours = base.changed { $0.tabs[0].deals.remove(at: 2) }
    let theirs = base.changed { $0.tabs[1].deals.append($0.tabs[0].deals.remove(at: 2)) }
    #expect(try merged(ours, theirs).conflicts == ["row D-003  : ours=deleted | anna=Kim → Lee"])
    #expect(try merged(theirs, ours).conflicts == ["row D-003  : anna=deleted | ours=Kim → Lee"])
    #expect(try layout(merged(ours, theirs, prefer: .theirs))[1].hasSuffix(" D-003=3000"))
  }

  @Test func `brings a tab that a copy has added, with deals that moved there`() throws {
    let ours = base.changed { $0.tabs[0].deals[0][4] = 4 }
    let theirs = base.changed {
      $0.tabs.append(.init(title: "Ben", deals: (1...5).map { TabBook.deal(50 + $0) }, above: [["Pipeline of Ben"]]))
      $0.tabs[3].deals.insert($0.tabs[0].deals.remove(at: 0), at: 2)
    }
    let merged = try merged(ours, theirs)
    #expect(merged.conflicts == [])
    #expect(
      try layout(merged) == [
        "Kim: D-002=2000 D-003=3000 D-004=4000 D-005=5000",
        "Lee: D-011=11000 D-012=12000 D-013=13000 D-014=14000 D-015=15000",
        "Ann: D-021=21000 D-022=22000 D-023=23000 D-024=24000 D-025=25000",
        "Ben: D-051=51000 D-052=52000 D-001=4 D-053=53000 D-054=54000 D-055=55000",
      ])
    #expect(try merged.content(3, "A1") == "Pipeline of Ben")
    #expect(try CopyBook.book(merged.bytes).team.sheet("de")?.parts.count == 3)
  }

  @Test func `gives all tabs a column that a copy has added to one`() throws {
    let ours = base.changed { $0.tabs[0].deals[0][4] = 4 }
    let theirs = base.changed {
      $0.tabs[1].further = ["Mood"]
      $0.tabs[1].deals[0].append("good")
    }
    let merged = try merged(ours, theirs)
    #expect(merged.conflicts == [])
    #expect(try (0..<3).map { try merged.content($0, "G1") } == ["Mood", "Mood", "Mood"])
    #expect(try merged.content(1, "G2") == "good")
    #expect(try merged.content(0, "E2") == "4")
  }

  @Test func `does not delete the deals of a tab that a copy lacks`() throws {
    let ours = base.changed { $0.tabs[0].deals[0][4] = 4 }
    let theirs = base.changed {
      $0.tabs[1].deals.append($0.tabs[0].deals[4])
      $0.tabs.remove(at: 0)
    }
    let merged = try merged(ours, theirs)
    #expect(merged.conflicts == [])
    #expect(try layout(merged)[0] == "Kim: D-001=4 D-002=2000 D-003=3000 D-004=4000")
    #expect(try layout(merged)[1].hasSuffix(" D-005=5000"))
    #expect(merged.plan.remarks.contains(.sheetMissing(copy: "anna", sheet: "Kim")))
  }

  @Test func `moves the note of a deal along`() throws {
    func noted(_ bytes: [UInt8], _ cell: String, _ text: String, tab: Int = 0) throws -> [UInt8] {
      var edit = WorkbookEdit()
      edit.sheets[tab, default: SheetEdit()].notes[try #require(CellReference(cell))] = .set(
        CellNote(author: "Kim", text: text))
      return try Workbook(bytes).applying(edit)
    }
    let start = try noted(base.bytes(), "E4", "asked twice")
    let moved = try base.changed { $0.tabs[2].deals.append($0.tabs[0].deals.remove(at: 2)) }.bytes()
    let theirs = try noted(moved, "E7", "asked twice", tab: 2)
    let merged = try Merged(start, [noted(base.bytes(), "E4", "asked twice\nagreed"), theirs])
    let notes = try Workbook(merged.bytes).notes(at: 2).notes
    #expect(try notes[#require(CellReference("E7"))]?.text == "asked twice\nagreed")
    #expect(try Workbook(merged.bytes).notes(at: 0).notes.isEmpty)
  }
}
