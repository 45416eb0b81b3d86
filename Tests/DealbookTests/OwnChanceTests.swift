// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

@Suite struct `Deals with a chance of their own and a single stage` {
  private func book(_ chances: [Cell]) throws -> AdoptedSheetBook {
    let states: [Cell] = ["Won", "Open", "Open", "Lost", "Open", "Won"]
    let rows = states.indices.map { row -> [Cell] in
      let isOpen = [1, 2, 4].contains(row)
      return [
        .text("Deal \(row)"), .text("Acme \(row) GmbH"), .date(isOpen ? 46_376 : 46_096), .number(100_000),
        isOpen ? nil : .date(46_096), states[row], "Tom", chances[row],
      ]
    }
    return try AdoptedSheetBook(
      [
        [
          "Topic", "Potential Customer", "Est. Close Date", "Est. Revenue", "Actual Close Date", "Status", "Owner",
          "Probability",
        ]
      ] + rows)
  }

  @Test func `are forecast by it, and not measured by their stage`() throws {
    let book = try book([100, 50, 85, 0, 50, 100])
    let figures = book.figures
    #expect(figures.values[.won] == 200_000)
    #expect(figures.values[.commit] == 300_000, "\(figures.reasons)")
    #expect(figures.values[.best] == 500_000)
    #expect(!book.rules.contains("DEA-014"))
    #expect(!figures.gaps.contains { $0.contains("probability") }, "\(figures.gaps)")
  }

  @Test func `are not forecast where one has none, and nothing false is said of the others`() throws {
    let book = try book([100, 50, nil, 0, 50, 100])
    #expect(book.figures.values[.commit] == nil)
    #expect(book.figures.reasons[.commit]?.contains("no win probability is given for “Open”") == true)
    #expect(!book.figures.gaps.contains { $0.contains("not between 0 and 1") }, "\(book.figures.gaps)")
  }
}

@Suite struct `A target that nobody has entered` {
  private func figures(_ targets: [[Cell]]) throws -> HeadlineFigures {
    let deals: [[Cell]] = [
      ["Deal ID", "Account", "Owner", "Stage", "Amount", "Expected close"],
      ["D-1", "Acme", "Tom", "Closed Won", 120_000, .date(46_096)],
      ["D-2", "Bolt", "Mei", "Proposal", 50_000, .date(46_376)],
      ["D-3", "Core", "Mei", "Closed Lost", 50_000, .date(46_096)],
    ]
    return try AdoptedSheetBook([
      .init("Deals", deals), .init("Targets", [["Owner", "Period start", "Period end", "Target"]] + targets),
    ]).figures
  }

  private func target(_ owner: String, _ amount: Cell) -> [Cell] {
    [.text(owner), .date(46_023), .date(46_387), amount]
  }

  @Test func `leaves none for the team where its owner has deals`() throws {
    let figures = try figures([target("Tom", nil), target("Mei", 300_000), target("Ann", 10_000)])
    #expect(figures.values[.target] == nil)
    #expect(figures.reasons[.target] == "the target of Tom is blank (Targets!D2)", "\(figures.reasons)")
  }

  @Test func `takes nothing away where its owner has no deals`() throws {
    #expect(try figures([target("Tom", 1), target("Mei", 300_000), target("Ann", nil)]).values[.target] == 300_001)
  }
}
