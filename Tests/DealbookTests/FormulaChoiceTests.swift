// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A formula for a sheet that lacks columns` {
  @Test func `asks whom a row concerns if the sheet has neither IDs nor the column that another formula does without`()
    throws
  {
    let text = """
      extends: key-account
      sheets:
        de:
          sheets: [Pipeline]
          header: 1
          columns:
            account_id: {header: Who}
            amount: {header: Worth}
            stage: {header: Step}
            expected_close: {header: By}
            bonus:
              title: Bonus
              type: money
              formula: =IF({deal_id}="","",N({amount})*2)
              without: {actual_close: '=IF({deal_id}="","",N({amount})*3)'}
      """
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    let playbook = try #require(reading.playbook, "\(reading.issues)")
    let rows: [[PlainWorkbook.Cell]] = [
      ["Who", "Worth", "Step", "By"], ["Acme", 100, "Verify opportunity", .date(46_300)],
      ["Bolt", 200, "Verify opportunity", .date(46_300)],
    ]
    let analysis = try Analysis(
      Workbook(PlainWorkbook([.init("Pipeline", rows)]).bytes()), playbook: playbook, options: DealSheet.options)
    let values = try #require(analysis.values(of: ColumnID(sheet: "de", key: "bonus")))
    #expect((0..<2).map { values[$0] } == [.number(300), .number(600)])
  }
}
