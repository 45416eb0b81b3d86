// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Scenarios on deals of which each salesperson has a tab.
@Suite struct `A scenario on several tabs` {
  private static func company(_ book: TabBook, _ changes: String...) throws -> (
    before: Situation.Prospect, after: Situation.Prospect
  ) {
    let book = book.changed { book in
      for tab in book.tabs.indices {
        for row in book.tabs[tab].deals.indices { book.tabs[tab].deals[row][3] = "Verify opportunity" }
      }
    }
    let analysis = try Analysis(Workbook(book.bytes()), playbook: .builtIn, options: DealSheet.options)
    let table = try SandTable(analysis)
    let outcome = try table.play(Scenario(name: "", changes: changes))
    return (try #require(table.before.company), try #require(outcome.after.company))
  }

  /// Below each tab a total, in it one amount that is a formula, or neither.
  @Test(arguments: [(true, false), (false, true), (true, true), (false, false)])
  func `changes the row that it names, whatever formulas the tabs have`(hasTotals: Bool, hasFormula: Bool) throws {
    var book = TabBook()
    for place in book.tabs.indices {
      let sum = Double((1...5).reduce(0) { $0 + (place * 10 + $1) * 1000 })
      if hasTotals { book.tabs[place].below = [["Total", nil, nil, nil, .formula("SUM(E2:E6)", sum)]] }
      if hasFormula { book.tabs[place].deals[0][4] = .formula("\(place * 10 + 1)*1000", Double(place * 10 + 1) * 1000) }
    }
    let (before, after) = try Self.company(book, "deals.D-023.amount=26000", "deals.D-014.amount=1000")
    let open = try #require(before.number("open"))
    #expect(open == 195_000)
    #expect(after.number("open") == open + 3000 - 13_000)
    #expect(after.number("won") == before.number("won"))
  }

  @Test func `brings the team's own formulas of a later tab along`() throws {
    var book = TabBook()
    book.tabs[1].deals[1][4] = .formula("E2*2", 22_000)
    let (before, after) = try Self.company(book, "deals.D-011.amount=20000")
    #expect(before.number("open") == 205_000 && after.number("open") == 205_000 + 9000 + 18_000)
  }
}
