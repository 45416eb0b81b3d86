// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Names of rows` {
  @Test func `are cut like everything else that is shown of a cell`() throws {
    let long = String(repeating: "長", count: 20_000)
    let workbook = try Workbook(
      PlainWorkbook([
        .init("Deals", [["Deal ID", "Deal name", "Owner", "Amount"], ["D001", .text(long), .text(long), 5]])
      ]).bytes())
    let analysis = try Analysis(workbook, playbook: .builtIn, options: ReadOptions(today: nil))
    let names = RowNames(analysis.team)
    for text in [names.name(sheet: "de", row: 2), names.owner(sheet: "de", row: 2)] {
      #expect(text.hasPrefix("長長") && text.utf8.count < 1000)
    }
  }
}
