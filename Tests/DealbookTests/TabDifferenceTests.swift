// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `How two workbooks with a tab for each person differ` {
  private let base = TabBook()

  @Test func `not at all where only the order of rows and tabs is another`() throws {
    let other = base.changed {
      $0.tabs[1].deals.reverse()
      $0.tabs.swapAt(0, 2)
      $0.tabs[0].deals.swapAt(0, 3)
    }
    #expect(try TabBook.lines(base, other) == [])
  }

  @Test func `tells by tab and id what was added, removed and changed`() throws {
    let other = base.changed {
      $0.tabs[0].deals[1][4] = 5
      $0.tabs[1].deals.remove(at: 0)
      $0.tabs[2].deals.insert(TabBook.deal(40), at: 1)
    }
    #expect(
      try TabBook.lines(base, other) == [
        "Kim", "~ D-002 amount: 2000 → 5", "Lee", "- D-011", "Ann", "+ D-040",
      ])
  }

  @Test func `tells a deal that is on another tab as moved`() throws {
    let other = base.changed {
      var deal = $0.tabs[0].deals.remove(at: 2)
      deal[4] = 7
      $0.tabs[1].deals.append(deal)
      $0.tabs[1].deals.append($0.tabs[2].deals.remove(at: 0))
    }
    #expect(
      try TabBook.lines(base, other) == [
        "Lee", "~ D-003 tab: Kim → Lee", "~ D-003 amount: 3000 → 7", "~ D-021 tab: Ann → Lee",
      ])
  }

  @Test func `knows a tab under another name, and tells of tabs that came and went`() throws {
    let renamed = base.changed { $0.tabs[1].title = "Lee Wong" }
    #expect(try TabBook.lines(base, renamed) == [])
    let other = base.changed {
      $0.tabs.append(.init(title: "Ben", deals: (1...5).map { TabBook.deal(50 + $0) }))
      $0.tabs[3].deals.append($0.tabs[0].deals.remove(at: 0))
      $0.tabs.remove(at: 2)
    }
    #expect(
      try TabBook.lines(base, other) == [
        "Ben added", "+ D-051", "+ D-052", "+ D-053", "+ D-054", "+ D-055", "~ D-001 tab: Kim → Ben",
        "Ann removed", "- D-021", "- D-022", "- D-023", "- D-024", "- D-025",
      ])
  }

  @Test func `reads a tab with the others that by itself would not be read with them`() throws {
    // Two of five deals are on two tabs, as after copying them.
    let twice = base.changed { $0.tabs[1].deals += $0.tabs[0].deals.prefix(2) }
    #expect(try TabBook.lines(base, twice) == ["Lee", "+ D-001", "+ D-002"])
    let column = base.changed {
      $0.tabs[1].further = ["Mood"]
      $0.tabs[1].deals[0].append("good")
    }
    #expect(try TabBook.lines(base, column) == ["Kim", "+ column Mood", "Lee", "~ D-011 Mood:  → good"])
    let empty = base.changed {
      $0.tabs[0].deals += $0.tabs[1].deals
      $0.tabs[1].deals = []
    }
    #expect(
      try TabBook.lines(base, empty) == ["Kim"] + (11...15).map { "~ D-0\($0) tab: Lee → Kim" })
  }

  @Test func `compares what stands around the deals of each tab`() throws {
    let old = base.changed { for tab in 0..<3 { $0.tabs[tab].above = [["Pipeline"], []] } }
    let new = old.changed {
      $0.tabs[1].above[0] = ["Pipeline of Lee"]
      $0.tabs[2].below = [[], ["checked by Ann"]]
    }
    #expect(try TabBook.lines(old, new) == ["Lee", "~  A: Pipeline → Pipeline of Lee", "Ann", "+ "])
  }
}
