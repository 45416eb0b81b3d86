// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A scenario of deals that are prepared` {
  @Test func `costs no team of others anything, and gives all that it touches what they come to`() throws {
    let book = try PlayedBook.golden()
    #expect(book.table.before.teams.count > 1)
    let deals = try #require(book.analysis.team.sheet("de"))
    let owners = try #require(deals.column("owner")).values
    let names = Set((0..<owners.count).map { owners[$0].shownText }).subtracting([""]).sorted()
    for row in 0..<deals.rows.count where deals.rows.kinds[row] == .data {
      let id = deals.rowID(at: row)
      let other = try #require(names.first { $0 != owners[row].shownText })
      let (change, cell): (String, (String, String, Int, CellValue)) =
        row.isMultiple(of: 2)
        ? ("deals.\(id).amount=123456", ("de", "amount", row, .number(123_456)))
        : ("deals.\(id).owner=\(other)", ("de", "owner", row, .text(other)))
      let after = try book.play(change).after
      let typed = try SandTable(book.typed([cell])).before
      #expect(after.teams == typed.teams, "\(change)")
      #expect(after.company == typed.company, "\(change)")
      #expect(after.owners.map(\.values) == typed.owners.map(\.values), "\(change)")
    }
  }

  @Test func `is the same alone and among many, for owners with so many deals that they are prepared`() throws {
    // Amounts with which a distribution is too fine for all cents.
    let analysis = try DealSheet(
      owned: (0..<260).map { number in
        (
          ["Verify opportunity", "Bid submission"][number % 2], Double(240_000 + number * 7_310 % 90_000),
          number < 200 ? "Ann" : "Bo"
        )
      }, targets: [("Ann", 13_500_000), ("Bo", 3_000_000)]
    ).analysis()
    let (one, many) = (try SandTable(analysis), try SandTable(analysis, expecting: 100))
    #expect(one.before.owners.count == 2 && (one.before.owners[0].number("p_exact") ?? 0) > 0.01)
    for changes in Sweep.cases([
      ["deals.D1000.amount=1230000"], ["deals.D1199.stage=Won"], ["deals.D1050.expected_close=+400d"],
      ["deals.D1220.amount*=1.1"], ["deals.D1003.amount=1", "deals.D1097.amount=2"], ["deals[owner=Ann].amount*=0.9"],
      ["deals.D1040.owner=Bo"], ["deals.D1239.amount=5000000.01"],
    ]) {
      let scenario = Scenario(name: "", changes: changes)
      #expect(try many.play(scenario).after == one.play(scenario).after, "\(changes)")
    }
    let added = Scenario(
      name: "",
      additions: [
        try .init(
          "deals: deal_id=D2000, account_id=A1, amount=700000, stage=Bid submission, expected_close=2026-06-30, owner=Ann"
        )
      ],
      removals: ["deals.D1010"])
    #expect(try many.play(added).after == one.play(added).after)
  }

  @Test(arguments: [1, 100]) func `takes in a deal that comes, wherever it stands`(_ count: Int) throws {
    func sheet(_ number: Int?) -> DealSheet {
      let rows = (0..<48).map { (row: Int) -> [PlainWorkbook.Cell] in
        let isLater = row % 3 == 2 && row != number
        let amount = Double(10_000 * (row % 7 + 3))
        let close: PlainWorkbook.Cell = isLater ? .date(47_000) : .date(46_200)
        return [.text("D\(100 + row)"), "A1", "deal", "Bid submission", .number(amount), close, "Ann"]
      }
      var sheet = DealSheet(
        headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Owner (AR)"],
        rows)
      sheet.others = [
        PlainWorkbook.Sheet("People", [["Person", "Role", "Team"], ["Ann", "Account manager", "One"]]),
        PlainWorkbook.Sheet(
          "Targets",
          [
            ["Target ID", "Owner", "Period start", "Period end", "Target"],
            ["T1", "Ann", .date(46_023), .date(46_387), .number(1_000_000)],
          ]),
      ]
      return sheet
    }
    let table = try SandTable(sheet(nil).analysis(), expecting: count)
    #expect(table.before.teams.count == 1 && table.before.owners.count == 1)
    for row in stride(from: 2, to: 48, by: 3) {
      let played = try table.play(Scenario(name: "", changes: ["deals.D\(100 + row).expected_close=2026-06-27"])).after
      let typed = try SandTable(sheet(row).analysis()).before
      #expect(played.owners == typed.owners && played.teams == typed.teams && played.company == typed.company, "\(row)")
    }
  }
}
