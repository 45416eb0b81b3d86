// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

private let header: [Cell] = ["Deal ID", "Customer", "Owner", "Stage", "Amount", "Close date"]
private let closed: Cell = .date(46_082)
private let expected: Cell = .date(46_376)

private func deal(_ number: Int, _ stage: String, _ amount: Double) -> [Cell] {
  [
    .text("D-00\(number)"), .text("Customer \(number)"), .text(number.isMultiple(of: 2) ? "Ann" : "Bob"), .text(stage),
    .number(amount), stage == "Closed Won" ? closed : expected,
  ]
}

/// 200,000 won
private let won = [deal(1, "Closed Won", 120_000), deal(4, "Closed Won", 80_000)]
/// and 280,000 open.
private let open = [deal(2, "Proposal", 50_000), deal(3, "Negotiation", 200_000), deal(6, "Proposal", 30_000)]
private let deals = won + open

/// A team's sheet, adopted.
struct AdoptedSheetBook {
  let analysis: Analysis

  init(_ rows: [[PlainWorkbook.Cell]], merged: [String] = []) throws {
    try self.init([.init("Deals", rows, merged: merged)])
  }

  init(_ sheets: [PlainWorkbook.Sheet]) throws {
    analysis = try Adoption(
      Workbook(PlainWorkbook(sheets).bytes()), fileName: "a.xlsx", options: DealSheet.options
    ).analysis()
  }

  var figures: HeadlineFigures { HeadlineFigures(analysis) }
  var won: Double? { figures.values[.won] }
  var best: Double? { figures.values[.best] }
  var told: [String] { Spoken(language: .english).unreadBlocks(of: analysis.team) }
  var rules: [String] { analysis.findings.map { analysis.team.playbook.rules[$0.rule].id } }
}

@Suite struct `A second table on a sheet` {
  @Test func `above the header that is read is named with its rows`() throws {
    let before: [[Cell]] = [
      ["Open deals"], ["Deal ID", "Customer", "Expected amount", "Due", "Stage"],
      ["D-1", "A", 100_000, .date(46_200), "Proposal"], ["D-2", "B", 100_000, .date(46_200), "Proposal"],
      ["D-3", "C", 80_000, .date(46_200), "Proposal"], [], [],
    ]
    let book = try AdoptedSheetBook(before + [header] + (1...8).map { deal($0, "Closed Won", 10_000) })
    #expect(book.won == 80_000)
    #expect(book.told == ["A2:E5 on ‘Deals’ (3 rows) looks like another table and is not read"])
    #expect(book.figures.gaps.contains("A2:E5 on ‘Deals’ (3 rows) looks like another table and is not read"))
    #expect(book.rules.contains("WBK-024"))
    #expect(
      Spoken(language: .traditionalChinese).unreadBlocks(of: book.analysis.team) == [
        "「Deals」的 A2:E5（3 列）看起來是另一個表，沒有讀取"
      ])
    #expect(
      Spoken(language: .simplifiedChinese).unreadBlocks(of: book.analysis.team) == [
        "“Deals”的 A2:E5（3 行）看起来是另一个表，没有读取"
      ])
  }

  @Test func `beside the first is named, however long it is`() throws {
    let rows = (1...200).map { deal($0, "Proposal", 1_000) + [nil] + ($0 < 190 ? deal($0, "Closed Won", 5_000) : []) }
    let book = try AdoptedSheetBook([header + [nil] + header] + rows)
    #expect(book.best == 200_000)
    #expect(book.told == ["H1:M190 on ‘Deals’ (189 rows) looks like another table and is not read"])
    #expect(!book.rules.contains("WBK-003"))
  }

  @Test func `beside the first under other headers is named as well`() throws {
    let side: [[Cell]] = [["PO", "Client", "Order value"], ["P-1", "A", 120_000], ["P-2", "B", 80_000]]
    let rows = ([header] + open).enumerated().map { $1 + [nil] + ($0 < side.count ? side[$0] : []) }
    let book = try AdoptedSheetBook(rows)
    #expect(book.best == 280_000)
    #expect(book.told == ["H1:J3 on ‘Deals’ (2 rows) looks like another table and is not read"])
  }

  @Test func `below the first with the same header is read with it`() throws {
    let book = try AdoptedSheetBook([["Open deals"], header] + open + [[], ["Won deals"], header] + won)
    #expect(book.won == 200_000)
    #expect(book.best == 480_000)
    #expect(book.told == [])
  }

  @Test func `below the first with another header is named, and its rows are not called no data`() throws {
    let other: [[Cell]] = [
      ["Order", "Client", "Rep", "PO", "Order value", "Ordered on"], ["O-1", "A", "Ann", "P1", 120_000, closed],
      ["O-2", "B", "Bob", "P2", 80_000, closed],
    ]
    let book = try AdoptedSheetBook([header] + open + [[], ["Won deals"]] + other)
    #expect(book.best == 280_000)
    #expect(book.told == ["A7:F9 on ‘Deals’ (2 rows) looks like another table and is not read"])
    #expect(book.analysis.messages("WBK-023") == ["Rows 6 are no data and were skipped"])
  }

  @Test func `may hold what a figure of 0 is about, so that it is not known`() throws {
    let other: [[Cell]] = [
      ["Order", "Client", "Rep", "PO", "Order value", "Ordered on"], ["O-1", "A", "Ann", "P1", 120_000, closed],
      ["O-2", "B", "Bob", "P2", 80_000, closed],
    ]
    let book = try AdoptedSheetBook([header] + open + [[], ["Won deals"]] + other)
    #expect(book.told == ["A7:F9 on ‘Deals’ (2 rows) looks like another table and is not read"])
    #expect(book.won == nil)
    #expect(book.figures.reasons[.won] == "another table is not read")
    #expect(try SalesReport(book.analysis, file: "a.xlsx").page.note("won") == "another table is not read")
    #expect(book.best == 280_000)
    // Without the other table it is 0.
    #expect(try AdoptedSheetBook([header] + open).won == 0)
  }

  @Test func `with the same headers in another order is not read by the order of the first`() throws {
    let turned: [Cell] = ["Deal ID", "Customer", "Stage", "Owner", "Amount", "Close date"]
    let rows = won.map { [$0[0], $0[1], $0[3], $0[2], $0[4], $0[5]] }
    let book = try AdoptedSheetBook([header] + open + [[], turned] + rows)
    // Either may be the one that is read; the other is named.
    #expect(
      book.best == 280_000 && book.told == ["A6:F8 on ‘Deals’ (2 rows) looks like another table and is not read"]
        || book.won == 200_000 && book.told == ["A1:F4 on ‘Deals’ (3 rows) looks like another table and is not read"],
      "\(book.told) \(book.figures.values)")
  }

  @Test func `with amounts in another currency is not added`() throws {
    let other: [Cell] = ["Deal ID", "Customer", "Owner", "Stage", "Amount (USD)", "Close date"]
    let book = try AdoptedSheetBook(
      [["Deal ID", "Customer", "Owner", "Stage", "Amount (EUR)", "Close date"]] + open + [[], other] + won)
    #expect(book.best == 280_000)
    #expect(book.told == ["A6:F8 on ‘Deals’ (2 rows) looks like another table and is not read"])
  }
}

@Suite struct `A panel on a sheet of deals` {
  private static let panel: [[Cell]] = [["Won", "200k"], ["Open", "280k"], ["Target", 1_000_000]]

  private func filled(_ book: AdoptedSheetBook) throws -> Workbook {
    try Workbook(FilledWorkbook(book.analysis).bytes)
  }

  @Test func `to the left of the table is neither read nor written into`() throws {
    let rows = ([header] + deals).enumerated().map { row, cells in
      (row < Self.panel.count ? Self.panel[row] : [nil, nil]) + [nil] + cells
    }
    let book = try AdoptedSheetBook(rows)
    #expect(book.won == 200_000)
    #expect(book.best == 480_000)
    #expect(!book.rules.contains("WBK-005"))
    #expect(book.told == ["A1:B3 on ‘Deals’ (3 rows) looks like another table and is not read"])
    var cells: [String: CellValue] = [:]
    try CellListing.forEach(in: filled(book), sheetIndex: 0) { cells["\($0.cell)"] = $0.value }
    #expect(
      ["A1", "A2", "A3", "A4", "A5", "B1", "C2"].map { cells[$0] ?? .blank } == [
        .text("Won"), .text("Open"), .text("Target"), .blank, .blank, .text("200k"), .blank,
      ])
  }

  @Test func `to the right of the table is neither read nor written into, with the tool's own headers`() throws {
    let panel: [[Cell]] = [["Weighted amount", "Won"], [140_000, 200_000]]
    let rows = ([header] + deals).enumerated().map { row, cells in cells + [nil] + (row < 2 ? panel[row] : []) }
    let book = try AdoptedSheetBook(rows)
    #expect(book.won == 200_000)
    #expect(!book.rules.contains("WBK-005"))
    let again = try Analysis(
      filled(book), playbook: book.analysis.team.playbook, options: DealSheet.options)
    #expect(HeadlineFigures(again).values[.won] == 200_000)
    let plan = try FilledWorkbook(again)
    #expect(plan.report.changedCells == 0)
  }

  @Test func `of figures by owner leaves the owners of deals where they are`() throws {
    let panel: [[Cell]] = [["Owner", "Amount"], ["Ann", 280_000], ["Bob", 200_000]]
    let rows = ([header] + deals).enumerated().map { row, cells in
      (row < panel.count ? panel[row] : [nil, nil]) + [nil] + cells
    }
    let book = try AdoptedSheetBook(rows)
    #expect(book.won == 200_000)
    #expect(book.analysis.team.sheet("de")?.column("owner")?.number == 6)
    #expect(book.told == [], "sums of what is read")
  }

  @Test func `below the table is no deal`() throws {
    let book = try AdoptedSheetBook([header] + deals + [[], ["Won", 200_000], ["Open", 280_000]])
    #expect(book.analysis.team.sheet("de")?.rows.dataCount == 5)
    #expect(book.won == 200_000)
    #expect(book.rules.contains("WBK-024"))
  }

  @Test func `below the table, with sums by stage, is no deal, and not named`() throws {
    let sums: [[Cell]] = [
      [], ["Summary"], ["Stage", "Count", "Sum"], ["Closed Won", 2, 200_000], ["Proposal", 2, 80_000],
      ["Negotiation", 1, 200_000], ["Total", 5, 480_000],
    ]
    let book = try AdoptedSheetBook([header] + deals + sums)
    #expect(book.analysis.team.sheet("de")?.rows.dataCount == 5)
    #expect(book.figures.gaps == [])
    #expect(book.told == [])
  }

  @Test func `with an explanation of stages is no deal`() throws {
    let book = try AdoptedSheetBook(
      [header] + deals + [[], ["Legend"], ["Closed Won", "order received"], ["Proposal", "offer sent"]])
    #expect(book.analysis.team.sheet("de")?.rows.dataCount == 5)
    #expect(book.figures.gaps == [])
  }

  @Test func `with a word that heads a column of the table leaves that column known`() throws {
    let book = try AdoptedSheetBook(
      [header] + deals + [
        [], ["Commission"], ["Owner", "Base", "Rate", nil, "Amount"], ["Ann", 200_000, 0.05, nil, 10_000],
      ])
    #expect(book.analysis.team.sheet("de")?.column("owner")?.number == 3)
    #expect(book.won == 200_000)
  }

  @Test func `is none where further columns of the table follow an empty one`() throws {
    let rows = ([header + [nil, "Lost reason", "Next step"]] + deals.map { $0 + [nil, "Price", "Call"] })
    let book = try Analysis(
      Workbook(PlainWorkbook([.init("Deals", rows)]).bytes()), playbook: .builtIn, options: DealSheet.options)
    #expect(book.team.sheet("de")?.column("lost_reason")?.number == 8)
    #expect(Spoken(language: .english).unreadBlocks(of: book.team) == [])
  }
}

@Suite struct `Names of groups of rows that say a currency` {
  @Test(arguments: [("EUR deals", "USD deals"), ("Deals in EUR", "Deals in USD"), ("歐元商機", "美元商機"), ("€", "$")])
  func `leave no sums of amounts in two`(_ one: String, _ two: String) throws {
    let book = try AdoptedSheetBook([header, [.text(one)]] + open + [[.text(two)]] + won)
    #expect(book.won == nil)
    let sheet = try #require(book.analysis.team.sheet("de"))
    #expect(sheet.column("amount")?.unitLine?.cell?.description == "A6")
  }

  @Test func `leave none either if the first stands above the header`() throws {
    let book = try AdoptedSheetBook([["EUR deals"], header] + open + [[], ["USD deals"], header] + won)
    #expect(book.won == nil)
  }

  @Test(
    arguments: [[nil, "EUR deals"], [nil, nil, "EUR deals"]] as [[PlainWorkbook.Cell]]
  )
  func `leave none either wherever they stand`(_ name: [PlainWorkbook.Cell]) throws {
    let other = name.map { cell in
      if case .text(let text) = cell { return Cell.text(text.replacing("EUR", with: "USD")) }
      return cell
    }
    #expect(try AdoptedSheetBook([header, name] + open + [other] + won).won == nil)
    #expect(try AdoptedSheetBook([header] + open + [other] + won).won == nil)
  }

  @Test func `may be those of totals`() throws {
    let book = try AdoptedSheetBook(
      [header] + open + [["Total EUR", nil, nil, nil, 280_000]] + won + [["Total USD", nil, nil, nil, 200_000]])
    #expect(book.won == nil)
    let one = try AdoptedSheetBook([header] + deals + [["Total EUR", nil, nil, nil, 480_000]])
    #expect(one.won == 200_000)
  }

  @Test func `leave none either if rows without a name stand before the only one`() throws {
    let book = try AdoptedSheetBook([header] + open + [["USD deals"]] + won)
    #expect(book.won == nil)
  }

  @Test(arguments: ["USA deals", "Won deals", "Try again", "EMEA", "2026年"])
  func `are no others`(_ name: String) throws {
    let book = try AdoptedSheetBook([header, ["Open"]] + open + [[.text(name)]] + won)
    #expect(book.won == 200_000)
    #expect(book.best == 480_000)
  }

  @Test func `leave sums if it is the one of all rows`() throws {
    let own: [Cell] = ["Deal ID", "Customer", "Owner", "Stage", "Amount (EUR)", "Close date"]
    #expect(try AdoptedSheetBook([own] + open + [["EUR deals"]] + won).won == 200_000)
    #expect(try AdoptedSheetBook([own] + open + [["USD deals"]] + won).won == nil)
  }
}

@Suite struct `A tab of won deals that is read as contracts` {
  @Test func `is named if the deals it names are not among the others`() throws {
    let orders: [[Cell]] = [
      ["Deal ID", "Customer", "Owner", "Order value", "Order date", "PO no."],
      ["D-101", "A", "Ann", 120_000, closed, "P1"], ["D-104", "B", "Ann", 80_000, closed, "P2"],
    ]
    let book = try AdoptedSheetBook([.init("Pipeline", [header] + open), .init("Won deals", orders)])
    #expect(
      book.analysis.team.sheet("co") == nil
        || book.figures.gaps.contains {
          $0.hasPrefix("Won counts deals on “Pipeline” alone, and none of them is won; 2 rows of “Won deals”")
        }, "\(book.figures.gaps)")
  }
}
