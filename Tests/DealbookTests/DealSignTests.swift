// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell
private let march: Cell = .date(46_096)
private let december: Cell = .date(46_376)

@Suite struct `A deal that is said of another` {
  private let header: [Cell] = ["Deal ID", "Customer", "Owner", "Stage", "Amount", "Close date"]

  private func book(_ more: Cell, _ links: [Cell]) throws -> AdoptedSheetBook {
    let rows: [[Cell]] = [
      ["D-1", "Group AG", "Ann", "Closed Won", 200_000, march, links[0]],
      ["D-2", "Halden AG", "Ann", "Closed Won", 120_000, march, links[1]],
      ["D-3", "Orla Foods", "Bob", "Proposal", 80_000, december, nil],
      ["D-4", "Zeta Oy", "Bob", "Negotiation", 30_000, december, nil],
    ]
    return try AdoptedSheetBook([header + [more]] + rows)
  }

  @Test(arguments: ["Parent deal", "Framework", "Rahmenvertrag", "Alternative to", "上級商機", "框架項目"])
  func `as part of it or instead of it leaves no sums`(_ name: String) throws {
    let book = try book(.text(name), [nil, "D-1"])
    #expect(book.won == nil)
    #expect(book.figures.reasons[.won]?.contains("“\(name)” says “D-1” in G3") == true, "\(book.figures.reasons)")
  }

  @Test func `is none if the other is not on the sheet, or is the same, or the column is about something else`() throws
  {
    #expect(try book("Parent deal", [nil, "D-77"]).won == 320_000)
    #expect(try book("Parent deal", ["D-1", "D-2"]).won == 320_000)
    #expect(try book("Previous deal", [nil, "D-1"]).won == 320_000)
  }
}

@Suite struct `An amount that another column shows with its currency` {
  private func book(_ header: Cell, _ amounts: [Double], _ shown: [Cell]) throws -> AdoptedSheetBook {
    let headers: [Cell] = ["Deal ID", "Customer", "Owner", "Stage", "Value", header, "Close date"]
    let rows = zip(amounts, shown).enumerated().map { row, pair -> [Cell] in
      [
        .text("D-\(row)"), .text("Customer \(row)"), "Ann", row < 2 ? "Closed Won" : "Proposal", .number(pair.0),
        pair.1,
        row < 2 ? march : december,
      ]
    }
    return try AdoptedSheetBook([headers] + rows)
  }

  @Test func `as a hundredth of it leaves no sums`() throws {
    let found = try book("value_formatted", [12_000_000, 8_000_000, 5_000_000], ["$120,000", "$80,000", "$50,000"])
    #expect(found.won == nil)
    #expect(found.figures.reasons[.won]?.contains("“value_formatted” says “$120,000” in F2") == true)
  }

  @Test func `as it is, or rounded, says nothing else`() throws {
    #expect(try book("value_formatted", [120_000, 80_000, 50_000], ["$120,000", "$80,000", "$50,000"]).won == 200_000)
    #expect(try book("Value (display)", [120_400, 79_600, 50_000], ["€120k", "€80k", "€50k"]).won == 200_000)
  }
}

@Suite struct `Exports under the headers of other programs` {
  @Test func `of Odoo count by the expected revenue, which is that of the whole deal`() throws {
    let headers: [Cell] = [
      "External ID", "Opportunity", "Customer", "Salesperson", "Expected Revenue", "Prorated Revenue", "Probability",
      "Stage", "Expected Closing", "Active",
    ]
    let rows: [[Cell]] = [
      ["x0", "Halden", "Halden AG", "Ann", 120_000, 120_000, 100, "Won", march, "TRUE"],
      ["x1", "Norwind", "Norwind Ltd", "Bob", 50_000, 25_000, 50, "Proposition", december, "TRUE"],
      ["x2", "Kestrel", "Kestrel plc", "Bob", 200_000, 140_000, 70, "Qualified", december, "TRUE"],
      ["x3", "Orla", "Orla Foods", "Ann", 80_000, 80_000, 100, "Won", march, "TRUE"],
      ["x4", "Tarn", "Tarn GmbH", "Ann", 90_000, 0, 0, "Proposition", december, "FALSE"],
    ]
    let book = try AdoptedSheetBook([headers] + rows)
    #expect(book.analysis.team.sheet("de")?.column("amount")?.header == "Expected Revenue")
    #expect(book.won == 200_000)
    #expect(book.best == 450_000)
  }

  @Test func `of Dynamics are won and lost by their status, and stand at the status reason`() throws {
    let headers: [Cell] = [
      "Topic", "Potential Customer", "Est. Close Date", "Actual Close Date", "Est. Revenue", "Status", "Status Reason",
      "Owner",
    ]
    let rows: [[Cell]] = [
      ["Halden", "Halden AG", march, march, 120_000, "Won", "Won", "Ann"],
      ["Norwind", "Norwind Ltd", december, nil, 50_000, "Open", "In Progress", "Bob"],
      ["Kestrel", "Kestrel plc", december, nil, 200_000, "Open", "In Progress", "Bob"],
      ["Orla", "Orla Foods", march, march, 80_000, "Won", "Won", "Ann"],
      ["Tarn", "Tarn GmbH", march, march, 90_000, "Lost", "Out-Sold", "Bob"],
    ]
    let book = try AdoptedSheetBook([headers] + rows)
    #expect(book.analysis.team.sheet("de")?.column("outcome")?.header == "Status")
    #expect(book.analysis.team.sheet("de")?.column("stage")?.header == "Status Reason")
    #expect(book.won == 200_000)
    #expect(!book.figures.gaps.contains { $0.hasPrefix("All figures leave out") }, "\(book.figures.gaps)")
    #expect(book.rules.allSatisfy { $0 != "GEN-005" })
  }

  @Test func `that count employees name no account manager`() throws {
    let rows = (0..<8).map { row -> [Cell] in
      [.text("Account \(row)"), "technology", .number(Double(400 + row * 311)), "Germany"]
    }
    let book = try AdoptedSheetBook([
      .init("Accounts", [["account", "sector", "employees", "office_location"]] + rows)
    ])
    #expect(book.analysis.team.sheets.allSatisfy { $0.column("owner") == nil })
  }
}

@Suite struct `A deal of which another column says that it is over` {
  private func book(_ header: Cell, _ cells: [Cell]) throws -> AdoptedSheetBook {
    let headers: [Cell] = ["Deal ID", "Customer", "Owner", "Stage", "Amount", "Close date", header]
    let rows = zip(["Closed Won", "Closed Won", "Proposal", "Negotiation", "Proposal"], cells).enumerated().map {
      row, pair -> [Cell] in
      [.text("D-\(row)"), .text("Customer \(row)"), "Ann", .text(pair.0), 100_000, row < 2 ? march : december, pair.1]
    }
    return try AdoptedSheetBook([headers] + rows)
  }

  @Test(arguments: [
    ("Lost?", "TRUE"), ("Dead", "yes"), ("Cancelled", "Y"), ("Disqualified", "x"), ("已取消", "是"), ("abgesagt", "ja"),
    ("Is Deleted", "yes"),
  ])
  func `counts in no figure`(_ header: String, _ cell: String) throws {
    let found = try book(.text(header), ["no", "no", "no", "no", .text(cell)])
    #expect(found.won == 200_000)
    #expect(found.best == 400_000)
    #expect(
      found.figures.gaps.contains("All figures leave out 1 deal that is over, as “\(header)” says (Deals!G6)"),
      "\(found.figures.gaps)")
    let filled = try FilledWorkbook(found.analysis)
    var cells: Set<Int> = []
    try CellListing.forEach(in: Workbook(filled.bytes), sheetIndex: 0) { cell in
      if cell.cell.row == 6, cell.cell.column > 7 { cells.insert(cell.cell.column) }
    }
    #expect(cells == [], "no figures for it")
    #expect(try book(.text(header), ["no", "no", "no", "no", "no"]).best == 500_000)
  }

  @Test(arguments: ["Archived", "Inactive", "IsClosed", "Won?"])
  func `leaves no sums if it may have ended in two ways`(_ header: String) throws {
    #expect(try book(.text(header), ["yes", "yes", "no", "no", "yes"]).won == nil)
    #expect(try book(.text(header), ["yes", "yes", "no", "no", "no"]).won == 200_000)
  }

  @Test func `leaves no sums if it is won by its stage`() throws {
    #expect(try book("Lost?", ["no", "yes", "no", "no", "no"]).won == nil)
    #expect(try book("Cancelled", ["no", "yes", "no", "no", "no"]).won == nil)
  }

  @Test func `by the day of its loss, counts in none`() throws {
    #expect(try book("Lost on", [nil, nil, nil, nil, march]).best == 400_000)
    let won = try book("Lost on", [nil, march, nil, nil, nil])
    #expect(won.figures.reasons[.won]?.contains("“Lost on” says “2026-03-15” in G3") == true)
  }

  @Test func `by a reason for its loss alone still counts, and is named`() throws {
    let found = try book("Lost reason", [nil, nil, nil, nil, "Price"])
    #expect(found.best == 500_000)
    #expect(
      found.figures.gaps.contains("1 open deal has a reason for a loss and is still counted (Deals!G6)"),
      "\(found.figures.gaps)")
  }
}

@Suite struct `Stages that are numbers` {
  @Test func `leave no figures of zero`() throws {
    let headers: [Cell] = ["Deal ID", "Customer", "Owner", "Stage", "Amount", "Close date"]
    let rows = [6, 3, 4, 6, 0, 3].enumerated().map { row, stage -> [Cell] in
      [.text("D-\(row)"), .text("Customer \(row)"), "Ann", .number(Double(stage)), 50_000, december]
    }
    let book = try AdoptedSheetBook([headers] + rows)
    #expect(book.won == nil)
    #expect(book.best == nil)
  }
}

@Suite struct `A row that shows how deals are entered` {
  @Test func `is named`() throws {
    let headers: [Cell] = ["Deal ID", "Customer", "Owner", "Stage", "Amount", "Close date"]
    let rows: [[Cell]] = [
      ["Example", "Muster GmbH", "Max Mustermann", "Closed Won", 1_000_000, march],
      ["D-1", "Halden AG", "Ann", "Closed Won", 120_000, march], ["D-2", "Orla", "Ann", "Proposal", 50_000, december],
      ["D-3", "Kestrel", "Bob", "Negotiation", 200_000, december],
    ]
    let book = try AdoptedSheetBook([headers] + rows)
    #expect(
      book.figures.gaps.contains(
        "1 deal looks like an example of how to fill in the sheet and is still counted (Deals!A2)"),
      "\(book.figures.gaps)")
  }
}
