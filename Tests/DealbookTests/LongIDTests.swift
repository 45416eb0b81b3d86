// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

private typealias Cell = PlainWorkbook.Cell

@Suite struct `Long numbers as IDs` {
  /// Criteria in Excel compare 15 digits of numbers, even of those kept as text.
  private static func id(_ number: Int) -> Cell { .text("5500000000000000\(10 + number)") }

  private func deals(_ count: Int, customers: Bool = false) -> PlainWorkbook.Sheet {
    let header: [Cell] = [
      "Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount", "Owner (AR)",
    ]
    return .init(
      "Deals",
      [header]
        + (1...count).map { row -> [Cell] in
          [
            Self.id(row), customers ? Self.id(row) : "A1", .text("Deal \(row)"), "Verify opportunity", .date(46_200),
            .number(1000), "Anna",
          ]
        })
  }

  private func analysis(_ sheets: [PlainWorkbook.Sheet]) throws -> Analysis {
    try Analysis(Workbook(PlainWorkbook(sheets).bytes()), playbook: .builtIn, options: DealSheet.options)
  }

  @Test func `of deals harm no figure, for none looks deals up`() throws {
    let analysis = try analysis([deals(20)])
    #expect(analysis.team.sheet("de")?.unfiguredRows == 0)
    #expect(try #require(analysis.values(of: ColumnID(sheet: "de", key: "is_open"))).allSatisfy { $0 == .number(1) })
    #expect(!analysis.rules(at: "deal_id").contains { $0.hasPrefix("GEN-025") })
  }

  @Test func `of customers leave no figure at all where most rows have them, and are one finding`() throws {
    let analysis = try analysis([deals(20, customers: true)])
    #expect(analysis.team.sheet("de")?.unfiguredRows == 20)
    let figures = HeadlineFigures(analysis)
    #expect(figures.values[.won] == nil && figures.values[.commit] == nil)
    #expect(figures.reasons[.won]?.contains("GEN-025") == true)
    #expect(analysis.rules(at: "account_id").filter { $0.hasPrefix("GEN-025") } == ["GEN-025 1"])
    #expect(analysis.messages("GEN-025").first?.contains("and 17 more") == true)
  }

  @Test func `of thousands of customers name a few of each other only`() throws {
    let analysis = try analysis([deals(300, customers: true)])
    let ids = try #require(analysis.team.sheet("de")).mergedIDs.values.joined()
    #expect(ids.allSatisfy { $0.others.count <= 5 } && ids.contains { $0.others.count == 5 })
  }
}
