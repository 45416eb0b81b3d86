// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Deals whose distribution is kept as a whole` {
  /// So few and so large deals that the distributions without each part of them would be too many cells.
  private static func analysis() throws -> Analysis {
    try DealSheet(
      owned: (0..<70).map { number in
        (
          ["Verify opportunity", "Bid submission"][number % 2], Double(100_000 + number * 7_310 % 90_000),
          number < 50 ? "Ann" : "Bo"
        )
      }, targets: [("Ann", 2_500_000), ("Bo", 900_000)], hasFloors: true
    ).analysis()
  }

  @Test func `has the figures that are computed from scratch`() throws {
    let analysis = try Self.analysis()
    let (one, many) = (try SandTable(analysis), try SandTable(analysis, expecting: 100))
    #expect((one.before.owners[0].number("p_exact") ?? 0) > 0.01)
    for changes in Sweep.cases([
      ["deals.D1000.amount=1230000"], ["deals.D1049.stage=Won"], ["deals.D1020.expected_close=+400d"],
      ["deals.D1003.stage=Bid submission"], ["deals.D1004.amount=100"],
      ["deals.D1003.amount=1", "deals.D1007.amount=200000"],
      ["deals.D1003.amount=1", "deals.D1007.amount=2", "deals.D1011.amount=3"], ["deals[owner=Ann].amount*=0.9"],
      ["deals.D1040.owner=Bo"], ["deals.D1039.amount=5000000.01"], ["deals.D1001.stage=Verify opportunity"],
    ]) {
      let scenario = Scenario(name: "", changes: changes)
      #expect(try many.play(scenario).after == one.play(scenario).after, "\(changes)")
    }
  }
  /// So few deals, of so odd amounts, that nearly all of their totals are different and are kept as a list.
  @Test func `has the figures that are computed from scratch also where its totals are far apart`() throws {
    let stages = ["Verify opportunity", "Bid submission", "Negotiate contract"]
    let deals = (0..<16).map { (number: Int) -> (stage: String, amount: Double, owner: String) in
      let cents = 10_000_000 + number * number * 731_000 + number * 37 % 100
      return (stages[number % 3], Double(cents) / 100, "Ann")
    }
    let analysis = try DealSheet(owned: deals, targets: [("Ann", 2_500_000)], hasFloors: true).analysis()
    let (one, many) = (try SandTable(analysis), try SandTable(analysis, expecting: 100))
    for changes in [
      ["deals.D1000.amount=1230000.17"], ["deals.D1015.stage=Won"], ["deals.D1010.expected_close=+400d"],
      ["deals.D1002.stage=Verify opportunity", "deals.D1004.amount=0.01"], ["deals.D1003.amount=5"],
    ] {
      let scenario = Scenario(name: "", changes: changes)
      #expect(try many.play(scenario).after == one.play(scenario).after, "\(changes)")
    }
  }
}
