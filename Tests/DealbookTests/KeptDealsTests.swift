// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Deals whose distribution is kept as a whole` {
  /// So few and so large deals that the distributions without each part of them would be too many cells.
  private static func analysis() throws -> Analysis {
    let rows = (0..<70).map { number -> [PlainWorkbook.Cell] in
      [
        .text("D\(1000 + number)"), "A1", "deal", .text(["Verify opportunity", "Bid submission"][number % 2]),
        .number(Double(100_000 + number * 7_310 % 90_000)), .date(46_200), .text(number < 50 ? "Ann" : "Bo"),
      ]
    }
    var sheet = DealSheet(
      headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Owner (AR)"], rows)
    sheet.others = [
      PlainWorkbook.Sheet(
        "Targets",
        [["Target ID", "Owner", "Period start", "Period end", "Target", "Guaranteed minimum"]]
          + [("T1", "Ann", 2_500_000.0), ("T2", "Bo", 900_000)].map {
            [.text($0.0), .text($0.1), .date(46_023), .date(46_387), .number($0.2), .number($0.2 / 2)]
          })
    ]
    return try sheet.analysis()
  }

  @Test func `has the figures that are computed from scratch`() throws {
    let analysis = try Self.analysis()
    let (one, many) = (try SandTable(analysis), try SandTable(analysis, expecting: 100))
    #expect((one.before.owners[0].number("p_exact") ?? 0) > 0.01)
    for changes in [
      ["deals.D1000.amount=1230000"], ["deals.D1049.stage=Won"], ["deals.D1020.expected_close=+400d"],
      ["deals.D1003.stage=Bid submission"], ["deals.D1004.amount=100"],
      ["deals.D1003.amount=1", "deals.D1007.amount=200000"],
      ["deals.D1003.amount=1", "deals.D1007.amount=2", "deals.D1011.amount=3"], ["deals[owner=Ann].amount*=0.9"],
      ["deals.D1040.owner=Bo"], ["deals.D1039.amount=5000000.01"], ["deals.D1001.stage=Verify opportunity"],
    ] {
      let scenario = Scenario(name: "", changes: changes)
      #expect(try many.play(scenario).after == one.play(scenario).after, "\(changes)")
    }
  }
}
