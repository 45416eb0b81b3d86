// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

@Suite struct `The search for a header` {
  /// Rows that cannot be the header are left before their words are looked up; that must not change which one is.
  @Test(arguments: OwnWorkbooks.names)
  func `finds the row that looking at every row finds`(name: String) throws {
    let workbook = try Workbook(OwnWorkbooks.bytes(name))
    let prepared = PreparedPlaybook.of(.builtIn)
    let strings = try workbook.sharedStrings.table()
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      let sample = try SheetSample(workbook, sheetIndex: index, strings: strings)
      for own in [nil, prepared.prefix(ofTitle: sheet.name)] {
        let finder = HeaderFinder(
          sample: sample, makeWords: { prepared.words(of: .builtIn) },
          own: own.flatMap { prepared.headers(of: $0, in: .builtIn) })
        var best: (row: Int, score: Double)?
        for row in sample.rows.indices where sample.rows[row].index <= HeaderFinder.lastHeaderRow {
          guard let score = finder.score(at: row, above: -.infinity), score > best?.score ?? 1.1 else { continue }
          best = (row, score)
        }
        #expect(finder.bestRow() == best?.row, "\(sheet.name)")
      }
    }
  }
}
