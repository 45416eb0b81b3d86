// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell
/// 2026-12-31, 23:30.
private let lastEvening: Cell = .number(46_387.979_166_666_7)
/// 2026-03-30, 18:00; the as-of date is the day after.
private let yesterday: Cell = .number(46_111.75)

@Suite struct `A day that is written with an hour` {
  @Test func `belongs to the period that ends on that day, and to a target that does`() throws {
    var deals = DealSheet(
      headers: [
        "Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Actual close", "Amount",
        "Owner (AR)",
      ],
      [
        ["D001", "A1", "a deal", "Won", lastEvening, lastEvening, 120_000, "Tom"],
        ["D002", "A1", "a deal", "Verify opportunity", yesterday, nil, 50_000, "Tom"],
      ])
    deals.others = [
      .init(
        "Targets",
        [
          ["Target ID", "Owner", "Period start", "Period end", "Target"],
          ["T1", "Tom", .date(46_023), .date(46_387), 400_000],
        ])
    ]
    let analysis = try deals.analysis()
    #expect(HeadlineFigures(analysis).values[.won] == 120_000)
    #expect(analysis.value(of: ColumnID(sheet: "tg", key: "won"), at: 0) == .number(120_000))
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "close_over"), at: 1) == .number(1))
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "close_eff"), at: 0) == .number(46_387))
  }

  @Test func `makes a payment overdue by whole days`() throws {
    let headers: [Cell] = ["Payment ID", "Contract ID", "Payment stage", "Amount override", "Due date override"]
    let rows: [[Cell]] = [["Y001", "H1", nil, 500, yesterday]]
    let analysis = try Analysis(
      Workbook(PlainWorkbook([.init("Payments", [headers] + rows)]).bytes()), playbook: .builtIn,
      options: DealSheet.options)
    #expect(analysis.value(of: ColumnID(sheet: "pa", key: "days_over"), at: 0) == .number(1))
  }
}

@Suite struct `A row for the whole team below its targets` {
  @Test(arguments: ["Team", "Total", "Alle", "團隊", "Company"])
  func `is no target beside those that it adds up`(_ name: String) throws {
    let deals: [[Cell]] = [
      ["Deal ID", "Account", "Owner", "Stage", "Amount", "Expected close"],
      ["D-1", "Acme", "Tom", "Closed Won", 120_000, .date(46_096)],
      ["D-2", "Bolt", "Mei", "Proposal", 50_000, .date(46_376)],
      ["D-3", "Core", "Mei", "Closed Lost", 50_000, .date(46_096)],
    ]
    func target(_ owner: String, _ amount: Double) -> [Cell] {
      [.text(owner), .date(46_023), .date(46_387), .number(amount)]
    }
    let book = try AdoptedSheetBook([
      .init("Deals", deals),
      .init(
        "Targets",
        [
          ["Owner", "Period start", "Period end", "Target"], target("Tom", 400_000), target("Mei", 300_000),
          target(name, 700_000),
        ]),
    ])
    #expect(book.figures.values[.target] == 700_000, "\(book.figures.reasons)")
    let filled = try FilledWorkbook(book.analysis, dashboard: .added)
    let again = try Analysis(
      Workbook(filled.bytes), playbook: book.analysis.team.playbook, options: DealSheet.options)
    #expect(HeadlineFigures(again).values[.target] == 700_000)
  }
}

@Suite struct `Amounts whose formats show currencies` {
  private func won(_ formats: [String], header: Cell = "Amount") throws -> (Double?, String) {
    let headers: [Cell] = ["Deal ID", "Account", "Owner", "Stage", header, "Expected close"]
    let rows = (0..<4).map { row -> [Cell] in
      [
        .text("D-\(row)"), .text("Acme \(row)"), "Tom", row < 2 ? "Closed Won" : "Proposal",
        .styled(100_000, 2 + row % formats.count), .date(row < 2 ? 46_096 : 46_376),
      ]
    }
    var builder = PlainWorkbook([.init("Deals", [headers] + rows)]).builder()
    let codes = formats.enumerated().map { place, code in
      let escaped = code.replacing("\"", with: "&quot;")
      return "<numFmt numFmtId='\(170 + place)' formatCode=\"\(escaped)\"/>"
    }
    builder.styles =
      "<numFmts count='\(formats.count)'>\(codes.joined())</numFmts><fonts count='1'><font/></fonts>"
      + "<fills count='1'><fill/></fills><borders count='1'><border/></borders><cellStyleXfs count='1'><xf/></cellStyleXfs>"
      + "<cellXfs count='\(2 + formats.count)'><xf/><xf numFmtId='14' applyNumberFormat='1'/>"
      + formats.indices.map { "<xf numFmtId='\(170 + $0)' applyNumberFormat='1'/>" }.joined() + "</cellXfs>"
    let analysis = try Adoption(Workbook(builder.bytes()), fileName: "a.xlsx", options: DealSheet.options).analysis()
    let figures = HeadlineFigures(analysis, language: .english)
    return (figures.values[.won], figures.reasons[.won] ?? "")
  }

  @Test(arguments: [
    ["[$¥-804]#,##0", "[$¥-411]#,##0"], ["[$$-409]#,##0", "[$$-1009]#,##0"], ["[$$-409]#,##0", "[$HK$-C04]#,##0"],
    ["\"NT$\"#,##0", "\"$\"#,##0"], ["#,##0 [$kr-41D]", "#,##0 [$kr-414]"], ["[$$-404]#,##0", "[$$-C04]#,##0"],
  ])
  func `of several countries are not added up`(_ formats: [String]) throws {
    let (won, reason) = try won(formats)
    #expect(won == nil && reason.contains("several currencies"), "\(reason)")
  }

  @Test(arguments: [
    ["[$$-409]#,##0", "\"$\"#,##0"], ["[$¥-804]#,##0", "\"¥\"#,##0"], ["\"US$\"#,##0", "\"$\"#,##0"],
    ["[$€-407]#,##0", "[$€-1]#,##0"], ["[$$-404]#,##0"], ["#,##0", "[$$-C04]#,##0"],
  ])
  func `of one are`(_ formats: [String]) throws {
    #expect(try won(formats).0 == 200_000)
  }

  @Test func `against what the header states leave no figure`() throws {
    for (header, format) in [
      ("Amount (EUR)", "[$$-409]#,##0"), ("Amount (€)", "#,##0 \"CHF\""), ("Amount (USD)", "#,##0 \"€\""),
      ("金額(元)", "\"US$\"#,##0"),
    ] {
      let (won, reason) = try won([format], header: .text(header))
      #expect(won == nil && reason.contains("several currencies"), "\(header) \(format): \(reason)")
    }
    for (header, format) in [
      ("Amount (USD)", "\"$\"#,##0"), ("Amount (EUR)", "#,##0 [$€-407]"), ("金額(元)", "\"NT$\"#,##0"),
      ("金額(元)", "\"$\"#,##0"), ("金額(元)", "[$¥-804]#,##0"), ("Amount (EUR)", "#,##0"),
    ] {
      #expect(try won([format], header: .text(header)).0 == 200_000, "\(header) \(format)")
    }
  }
}

@Suite struct `A deal with an amount below 0` {
  @Test func `is named, because it lowers what is forecast`() throws {
    let rows: [[Cell]] = [
      ["Deal ID", "Account", "Owner", "Stage", "Amount", "Expected close"],
      ["D-1", "Acme", "Tom", "Closed Won", 120_000, .date(46_096)],
      ["D-2", "Bolt", "Mei", "Proposal", -50_000, .date(46_376)],
      ["D-3", "Core", "Mei", "Proposal", 70_000, .date(46_376)],
    ]
    let gaps = try AdoptedSheetBook(rows).figures.gaps
    #expect(
      gaps.contains("1 deal has an amount below 0 (-50,000 in all), and counts as it stands (Deals!E3)"), "\(gaps)")
  }
}

@Suite struct `A second owner of deals` {
  @Test(arguments: ["Co-owner", "Share %", "協同負責人"])
  func `is named, because figures by owner give a deal to one`(_ header: String) throws {
    let rows: [[Cell]] = [
      ["Deal ID", "Account", "Owner", "Stage", "Amount", "Expected close", .text(header)],
      ["D-1", "Acme", "Tom", "Closed Won", 120_000, .date(46_096), "Mei"],
      ["D-2", "Bolt", "Mei", "Proposal", 50_000, .date(46_376), nil],
      ["D-3", "Core", "Mei", "Proposal", 70_000, .date(46_376), nil],
    ]
    let gaps = try AdoptedSheetBook(rows).figures.gaps
    let said = "“\(header)” is not read: figures by owner give each deal to its “Owner” alone"
    #expect(gaps.contains(said), "\(gaps)")
  }
}
