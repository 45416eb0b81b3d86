// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

private let header: [Cell] = ["Deal ID", "Deal", "Customer", "Stage", "Amount", "Close Date", "Product"]

private func deal(_ id: String, _ stage: String, _ amount: Double, product: String = "P", day: Int = 46_082) -> [Cell] {
  [.text(id), .text("Deal \(id)"), .text("Customer \(id)"), .text(stage), .number(amount), .date(day), .text(product)]
}

private func figures(_ rows: [[Cell]], title: String = "Deals") throws -> HeadlineFigures {
  let book = try PlainWorkbook([.init(title, [header] + rows)]).bytes()
  return HeadlineFigures(try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis())
}

@Suite struct `Rows that share an ID` {
  private let others = (1...12).map { deal("X-\($0)", "Proposal", 1_000) }

  @Test func `count once if they are the same in every cell`() throws {
    let found = try figures(
      [deal("O-1", "Won", 100_000), deal("O-1", "Won", 100_000), deal("O-2", "Won", 50_000)] + others)
    #expect(found.values[.won] == 150_000)
    #expect(
      found.gaps.contains(
        "1 row says in every cell what an earlier row of the same ID says, and is counted once (Deals!A3)"),
      "\(found.gaps)")
  }

  @Test func `count in no figure if they differ, in a column that is not read as well`() throws {
    let found = try figures(
      [deal("O-1", "Won", 100_000), deal("O-1", "Won", 120_000), deal("O-2", "Won", 50_000)] + others)
    #expect(found.values[.won] == 50_000)
    #expect(
      found.gaps.contains("All figures leave out 2 deals that share an ID and differ (Deals!A2, A3)"), "\(found.gaps)")
    let lines = try figures(
      [deal("O-1", "Won", 100_000, product: "Q"), deal("O-1", "Won", 100_000), deal("O-2", "Won", 50_000)] + others)
    #expect(lines.values[.won] == 50_000)
  }

  @Test func `have one, as a deal has where nearly all others do`() throws {
    var carried = deal("O-9", "Won", 300_000)
    carried[0] = nil
    let found = try figures([deal("O-1", "Won", 100_000), carried] + others)
    #expect(found.values[.won] == 100_000)
    #expect(found.gaps.contains("All figures leave out 1 deal without an ID (Deals!A3)"), "\(found.gaps)")
  }

  @Test func `count as little after a fill as before it`() throws {
    let rows =
      [
        deal("O-1", "Won", 100_000), deal("O-1", "Won", 100_000), deal("O-2", "Won", 50_000),
        deal("O-2", "Won", 60_000),
      ]
      + others
    let book = try PlainWorkbook([.init("Deals", [header] + rows)]).bytes()
    let analysis = try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis()
    let filled = try FilledWorkbook(analysis, dashboard: .added)
    let again = try Analysis(Workbook(filled.bytes), playbook: analysis.team.playbook, options: DealSheet.options)
    let (before, after) = (HeadlineFigures(analysis), HeadlineFigures(again))
    #expect(before.values[.won] == 100_000 && after.values[.won] == 100_000)
    #expect(before.gaps == after.gaps)
    #expect(try FilledWorkbook(again).bytes == filled.bytes)
  }

  @Test func `leave no figure at all where they are many`() throws {
    let found = try figures(
      (1...6).flatMap { [deal("O-\($0)", "Won", 100_000, product: "A"), deal("O-\($0)", "Won", 50_000, product: "B")] })
    #expect(found.values[.won] == nil)
    #expect(found.reasons[.won]?.contains("several rows for one “Deal ID”") == true, "\(found.reasons)")
  }

  @Test func `leave no figure after a fill either, where they are many`() throws {
    let rows = (1...6).flatMap {
      [deal("O-\($0)", "Won", 100_000, product: "A"), deal("O-\($0)", "Won", 50_000, product: "B")]
    }
    let book = try PlainWorkbook([.init("Deals", [header] + rows)]).bytes()
    let analysis = try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis()
    let filled = try FilledWorkbook(analysis)
    let again = try Analysis(Workbook(filled.bytes), playbook: analysis.team.playbook, options: DealSheet.options)
    #expect(filled.bytes != book && HeadlineFigures(again).values[.won] == nil)
    #expect(try FilledWorkbook(again).bytes == filled.bytes)
  }

  @Test func `are computed and reported by the method's own sheets as the method says`() throws {
    let rows: [[Cell]] = [
      ["D001", "A1", "a deal", "Won", .date(46_082), .date(46_082), 100],
      ["D001", "A1", "a deal", "Won", .date(46_082), .date(46_082), 200],
    ]
    let analysis = try DealSheet(
      headers: [
        "Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Actual close", "Amount",
      ], rows
    ).analysis()
    let found = HeadlineFigures(analysis)
    #expect(found.values[.won] == 300)
    #expect(found.gaps.contains("1 deal repeats an ID and is still counted (Deals!A3)"))
  }
}

@Suite struct `Deals won on a day to come` {
  @Test func `count, and are named`() throws {
    let found = try figures([deal("O-1", "Won", 100_000), deal("O-2", "Won", 70_000, day: 46_300)])
    #expect(found.values[.won] == 170_000)
    #expect(
      found.gaps.contains("Won includes 1 deal whose closing date is after the as-of date (Deals!F3)"), "\(found.gaps)")
  }
}

@Suite struct `A business year that a title speaks of` {
  private func found(_ title: String, header other: String? = nil) throws -> HeadlineFigures {
    var cells = header
    if let other { cells[6] = .text(other) }
    let rows = [deal("O-1", "Won", 100_000, day: 46_082), deal("O-2", "Won", 7_000, day: 45_950)]
    let book = try PlainWorkbook([.init("Deals", [[.text(title)], [], cells] + rows)]).bytes()
    return HeadlineFigures(try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis())
  }

  @Test(arguments: [
    "Pipeline FY2025 (Apr–Mar)", "Pipeline FY 2025/26 (1 Apr 2025 – 31 Mar 2026)", "2025年度商機（2025年4月～2026年3月）",
    "Vertrieb Geschäftsjahr 2025/26 (April–März)",
  ])
  func `is the period if it says in which month it begins`(_ title: String) throws {
    let figures = try found(title)
    #expect(figures.values[.won] == 107_000)
    #expect(figures.start == "2025-04-01" && figures.end == "2026-03-31")
    #expect(figures.gaps.contains { $0.hasPrefix("The period is 2025-04-01 – 2026-03-31, because") })
  }

  @Test(arguments: ["Sales pipeline FY2026", "2026財年 商機", "Geschäftsjahr 2025/26", "Pipeline FY25-26"])
  func `is named if it does not`(_ title: String) throws {
    let figures = try found(title)
    #expect(figures.values[.won] == 100_000)
    #expect(
      figures.gaps.contains { $0.contains("speaks of a business year") && $0.contains("2026-01-01 – 2026-12-31") },
      "\(figures.gaps)")
  }

  @Test(arguments: [
    "Pipeline 2026", "Stand 2026/03", "Q1 2026", "Version 2025-12", "FY2026 (Jan–Dec)", "Deals 2026-03-31",
  ])
  func `is not the calendar's year`(_ title: String) throws {
    let figures = try found(title)
    #expect(figures.start == "2026-01-01" && !figures.gaps.joined().contains("business year"), "\(figures.gaps)")
  }
}

@Suite struct `A header that is repeated among the rows` {
  @Test func `loses none of them`() throws {
    var rows: [[Cell]] = []
    for page in 1...4 {
      rows.append(header)
      rows.append(deal("A-\(page)", "Won", 10_000))
      rows.append(deal("B-\(page)", "Proposal", 5_000))
      rows.append(["Page total", nil, nil, nil, 15_000])
    }
    let book = try PlainWorkbook([.init("Deals", rows)]).bytes()
    let found = HeadlineFigures(
      try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis())
    #expect(found.values[.won] == 40_000 && found.values[.best] == 60_000, "\(found.values) \(found.gaps)")
  }
}

@Suite struct `Deals of which none falls into the period` {
  @Test func `are named`() throws {
    let found = try figures([
      deal("O-1", "Won", 100_000, day: 45_000), deal("O-2", "Proposal", 50_000, day: 46_500),
    ])
    #expect(found.values[.won] == nil)
    #expect(
      found.reasons[.won]
        == "2 deals close outside the period: add --period 2027")
    #expect(found.gaps.contains("No won deal closed in the period: 1 closed before it, 0 after it"), "\(found.gaps)")
    #expect(found.gaps.contains("No open deal closes in the period: 0 before it, 1 after it"))
  }
}

@Suite struct `A period that ends before it begins` {
  @Test func `has figures all the same`() throws {
    var sheets: [PlainWorkbook.Sheet] = [.init("Deals", [header, deal("O-1", "Won", 100_000), deal("O-2", "Won", 1)])]
    sheets.append(
      .init("Settings", [["Name", "Value"], ["PeriodStart", .date(46_387)], ["PeriodEnd", .date(46_023)]]))
    let book = try PlainWorkbook(sheets).bytes()
    let analysis = try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis()
    #expect(HeadlineFigures(analysis).values[.won] == 0)
  }
}

@Suite struct `Amounts that are paid at different intervals` {
  @Test func `are not added up`() throws {
    let headers: [Cell] = ["Deal ID", "Deal", "Customer", "Stage", "Value", "Value period", "Close Date"]
    let rows: [[Cell]] = [("monthly", 10_000.0), ("one_time", 80_000), ("annual", 5_000)].enumerated().map {
      index, pair in
      [
        .text("O-\(index)"), .text("Deal \(index)"), .text("C\(index)"), "Won", .number(pair.1), .text(pair.0),
        .date(46_082),
      ]
    }
    let book = try PlainWorkbook([.init("Deals", [headers] + rows)]).bytes()
    let found = HeadlineFigures(
      try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis())
    #expect(found.values[.won] == nil && found.reasons[.won]?.contains("monthly") == true, "\(found.reasons)")
  }
}

@Suite struct `What is on other tabs` {
  @Test func `is named if it may be targets`() throws {
    let book = try PlainWorkbook([
      .init("Deals", [header, deal("O-1", "Won", 100_000), deal("O-2", "Proposal", 100)]),
      .init("Targets", [["Owner", "Q1", "Q2", "FY 2026"], ["Ann", 100, 200, 300], ["Bob", 1, 2, 3]]),
    ]).bytes()
    let found = HeadlineFigures(
      try Adoption(Workbook(book), fileName: "a.xlsx", options: DealSheet.options).analysis())
    #expect(
      found.values[.target] != nil
        || found.gaps.contains { $0.hasPrefix("“Targets” may hold targets, and is not read") },
      "\(found.gaps)")
  }
}

@Suite struct `A later export read by the playbook of an earlier one` {
  private func playbook(_ header: String, _ cells: [Cell]) throws -> Playbook {
    let adoption = try Adoption(
      Workbook(Self.bytes(header, cells)), fileName: "a.xlsx", options: DealSheet.options)
    let text = try adoption.playbookText(language: .english)
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: Array(text.utf8))])
    return try #require(reading.playbook)
  }

  private static func bytes(_ header: String, _ cells: [Cell]) throws -> [UInt8] {
    let headers: [Cell] = ["Deal ID", "Deal", "Customer", "Stage", .text(header), "Probability", "Close Date"]
    let rows = cells.enumerated().map { index, cell -> [Cell] in
      [
        .text("O-\(index)"), .text("Deal \(index)"), .text("C\(index)"), index == 0 ? "Won" : "Proposal", 1_000, cell,
        .date(46_082),
      ]
    }
    return try PlainWorkbook([.init("Deals", [headers] + rows)]).bytes()
  }

  @Test func `has no figures in another currency`() throws {
    let earlier = try playbook("Amount (EUR)", [100, 50, 70])
    func won(_ header: String) throws -> Double? {
      let book = try Workbook(Self.bytes(header, [100, 50, 70]))
      return HeadlineFigures(try Analysis(book, playbook: earlier, options: DealSheet.options)).values[.won]
    }
    #expect(try won("Amount (EUR)") == 1_000)
    #expect(try won("Amount (USD)") == nil)
  }

  @Test func `has no forecast from shares in another scale`() throws {
    let earlier = try playbook("Amount", [100, 50, 70, 60])
    func best(_ cells: [Cell]) throws -> Double? {
      let book = try Workbook(Self.bytes("Amount", cells))
      return HeadlineFigures(try Analysis(book, playbook: earlier, options: DealSheet.options)).values[.best]
    }
    #expect(try best([100, 50, 70, 60]) == 4_000)
    #expect(try best([1, 0.5, 0.7, 0.6]) == nil)
  }
}
