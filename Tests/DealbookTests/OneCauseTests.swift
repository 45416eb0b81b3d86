// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `What is wrong with a cell` {
  /// The rules that stand by themselves.
  private static func causes(_ amounts: [PlainWorkbook.Cell], stage: [PlainWorkbook.Cell]) throws -> [String] {
    var rows: [[PlainWorkbook.Cell]] = [
      ["Deal ID", "Deal name", "Owner", "Amount", "Declared stage", "Expected close"]
    ]
    for place in amounts.indices {
      rows.append([
        .text("D00\(place + 1)"), .text("Deal \(place + 1)"), "Mei", amounts[place], stage[place], .date(46_400),
      ])
    }
    let workbook = try Workbook(PlainWorkbook([.init("Deals", rows)]).bytes())
    let analysis = try Analysis(
      workbook, playbook: .builtIn, options: ReadOptions(asOf: SerialDate(year: 2026, month: 11, day: 15), today: nil))
    return FindingCauses(analysis).causes.filter { $0.count > 0 }.map { analysis.team.playbook.rules[$0.rule].id }
  }

  @Test func `is one cause: a negative amount is not missing as well`() throws {
    let causes = try Self.causes(
      [-5, 100, 200, 300], stage: ["Bid submission", "Bid submission", "Bid submission", "Won"])
    #expect(causes.contains("GEN-009") && !causes.contains("DEA-001"))
  }
}
