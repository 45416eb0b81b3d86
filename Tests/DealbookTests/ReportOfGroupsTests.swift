// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

/// Reports of CRMs with a sum and a count below each group, as Salesforce writes them.
@Suite struct `A report in groups` {
  private static func deal(_ owner: Cell, _ stage: String, _ name: String, _ amount: Double) -> [Cell] {
    [owner, .text(stage), .text("\(name) Ltd"), .text("\(name) rollout"), .number(amount), .date(46_200)]
  }

  private static let header: [Cell] = [
    "Opportunity Owner  ↑", "Stage", "Account Name", "Opportunity Name", "Amount", "Close Date",
  ]

  private func figures(_ count: String) throws -> HeadlineFigures {
    let rows: [[Cell]] = [
      Self.header,
      Self.deal("Ann", "Closed Won", "Acme", 100), Self.deal(nil, "Prospecting", "Bolt", 20),
      ["Subtotal", "Sum", nil, nil, 120], [nil, .text(count), 2],
      Self.deal("Bob", "Closed Won", "Cord", 50), Self.deal(nil, "Prospecting", "Duo", 7),
      ["Subtotal", "Sum", nil, nil, 57], [nil, .text(count), 2],
      ["Total", "Sum", nil, nil, 177], [nil, .text(count), 4],
    ]
    let book = try PlainWorkbook([.init("Pipeline", rows)]).bytes()
    return HeadlineFigures(try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis())
  }

  /// 150 of the four deals are won, in two groups.
  @Test(arguments: ["Count", "Record Count", "计数", "Anzahl"])
  func `is read to its end`(count: String) throws {
    let found = try figures(count)
    #expect(found.values[.won] == 150)
    #expect(!found.gaps.contains { $0.contains("another table") }, "\(found.gaps)")
  }

  /// A panel below the total has other names.
  @Test func `ends where figures of other names follow`() throws {
    #expect(try figures("Win rate").values[.won] == 100)
  }
}
