// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

/// Deals with two columns of amounts, under these headers.
private func deals(_ one: String, _ two: String, _ amounts: [(Cell, Cell)], title: String = "Deals") -> [PlainWorkbook
  .Sheet]
{
  let header: [Cell] = ["Deal ID", "Deal", "Customer", "Stage", .text(one), .text(two), "Close Date", "Owner"]
  let stages = ["Won", "Proposal", "Negotiation", "Won", "Lost"]
  let rows = amounts.enumerated().map { index, pair -> [Cell] in
    [
      .text("O-\(index + 1)"), .text("Deal \(index)"), .text("Customer \(index)"), .text(stages[index]), pair.0, pair.1,
      .date(46_082), "Ann",
    ]
  }
  return [.init(title, [header] + rows)]
}

private func adopted(_ sheets: [PlainWorkbook.Sheet]) throws -> Analysis {
  try Adoption(Workbook(PlainWorkbook(sheets).bytes()), fileName: "team.xlsx", options: DealSheet.options).analysis()
}

private func asIs(_ sheets: [PlainWorkbook.Sheet]) throws -> Analysis {
  try Analysis(Workbook(PlainWorkbook(sheets).bytes()), playbook: .builtIn, options: DealSheet.options)
}

@Suite struct `Deals with two columns of amounts` {
  private let amounts: [(Cell, Cell)] = [
    (100_000, 90_000), (200_000, nil), (50_000, nil), (50_000, 55_000), (80_000, nil),
  ]

  @Test(
    arguments: Sweep.cases([
      ("Estimated amount", "Actual amount"), ("Est. Revenue", "Actual Revenue"), ("预计金额", "实际金额"),
      ("報價金額", "成交金額"), ("Angebotswert", "Auftragswert"), ("Estimated value", "Contract value"),
      ("预计签单额(元)", "实际签单额(元)"),
    ]))
  func `count by the actual one where they are won`(_ planned: String, _ actual: String) throws {
    let forth = deals(planned, actual, amounts)
    let back = deals(actual, planned, amounts.map { ($0.1, $0.0) })
    for sheets in [forth, back] {
      #expect(HeadlineFigures(try adopted(sheets)).values[.best] == 395_000, "\(planned)")
      // As they are, German stages are not on the list.
      for analysis in [try adopted(sheets)] + (planned == "Angebotswert" ? [] : [try asIs(sheets)]) {
        let figures = HeadlineFigures(analysis)
        #expect(figures.values[.won] == 145_000, "\(planned)")
        #expect(
          figures.gaps.contains("2 won deals count by “\(actual)”, 145,000 in all; “\(planned)” says 150,000"),
          "\(figures.gaps)")
      }
    }
  }

  @Test func `name won deals without an actual one`() throws {
    var some = amounts
    some[3].1 = nil
    let figures = HeadlineFigures(try adopted(deals("Estimated amount", "Actual amount", some)))
    #expect(figures.values[.won] == 140_000)
    #expect(
      figures.gaps.contains("1 won deal has no “Actual amount” and counts by “Estimated amount” (Deals!F5)"),
      "\(figures.gaps)")
  }

  @Test func `are filled with the figures that are counted, and not with formulas over one of them`() throws {
    let analysis = try adopted(deals("Estimated amount", "Actual amount", amounts))
    let filled = try FilledWorkbook(analysis, dashboard: .added)
    let page = try SalesReport(analysis, file: "team.xlsx").page
    #expect(page.figures.first { $0.key == "won" }?.value == .number(145_000))
    let again = try Analysis(
      Workbook(filled.bytes), playbook: analysis.team.playbook, options: DealSheet.options)
    #expect(HeadlineFigures(again).values[.won] == 145_000)
    let weighted = try #require(again.team.sheet("de")?.column("weighted"))
    #expect(weighted.values[0] == .number(90_000))
    let worksheet = try Workbook(filled.bytes).worksheet(at: 0)
    var formulas = 0
    try worksheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where cell.column == weighted.number && cell.formulaKind != .none { formulas += 1 }
    }
    #expect(formulas == 0)
  }

  @Test(arguments: [("Amount", "Total amount"), ("Net amount", "Gross amount"), ("Wert netto", "Wert brutto")])
  func `say which of two others is taken, and what the other says`(_ one: String, _ two: String) throws {
    let both: [(Cell, Cell)] = [
      (100_000, 119_000), (200_000, 238_000), (50_000, 59_500), (50_000, 59_500), (80_000, 95_200),
    ]
    let figures = HeadlineFigures(try adopted(deals(one, two, both)))
    let text = figures.gaps.joined(separator: "\n")
    #expect(text.contains("which is not used, says"), "\(text)")
    #expect(text.contains("“\(one)”") && text.contains("“\(two)”"))
    #expect(text.contains("400,000") && text.contains("476,000"))
  }

  @Test func `are asked about, and count as answered`() throws {
    let both: [(Cell, Cell)] = [(119_000, 100_000), (238_000, 200_000), (59_500, 50_000)]
    var adoption = try Adoption(
      Workbook(PlainWorkbook(deals("Gross amount", "Net amount", both)).bytes()), fileName: "team.xlsx",
      options: DealSheet.options)
    let question = try #require(adoption.questions.first { $0.column != nil })
    // Deals are taken net, and the gross amounts are offered.
    #expect(question.choices == [.key("amount"), .column(5), .leaveAlone])
    adoption.answer(question, with: .column(5))
    try adoption.settle()
    #expect(!adoption.questions.contains { $0.column != nil })
    #expect(HeadlineFigures(try adoption.analysis()).values[.won] == 119_000)
  }

  @Test(arguments: ["Expected revenue", "Weighted amount", "Amount (weighted)", "加权金额", "Invoiced", "Cost amount"])
  func `say nothing of one that is weighted, or something else`(_ other: String) throws {
    let both: [(Cell, Cell)] = [
      (100_000, 100_000), (200_000, 100_000), (50_000, 35_000), (50_000, 50_000), (80_000, 0),
    ]
    let figures = HeadlineFigures(try adopted(deals("Amount", other, both)))
    #expect(figures.values[.won] == 150_000)
    #expect(!figures.gaps.joined().contains(other), "\(figures.gaps)")
  }

  @Test(arguments: [
    ("Weighted deal value", "Total"), ("Amount (cost)", "Revenue"), ("Amount (%)", "Volume"), ("金额（月）", "合同总额"),
    ("Amount (paid)", "Deal value"), ("Betrag (EK)", "Auftragswert"),
  ])
  func `go by the one that is no other thing in brackets`(_ other: String, _ right: String) throws {
    let both: [(Cell, Cell)] = [(1_000, 100_000), (2_000, 200_000), (500, 50_000), (500, 50_000), (800, 80_000)]
    let figures = HeadlineFigures(try adopted(deals(other, right, both)))
    #expect([nil, 150_000].contains(figures.values[.won]), "\(other)")
  }

  @Test(arguments: ["Amount (monthly)", "Amount (cost)", "Amount (margin)", "金额（加权）", "Betrag (mtl.)", "Value (score)"])
  func `have no figures where the only one is something else`(_ header: String) throws {
    let both = amounts.map { ($0.0, Cell.text("x")) }
    #expect(HeadlineFigures(try adopted(deals(header, "Remark", both))).values[.won] == nil)
  }

  @Test(arguments: ["Amount (excl. VAT)", "Betrag (zzgl. MwSt.)", "金额（含税，元）", "Amount (incl. 19% VAT)"])
  func `are amounts before or after tax`(_ header: String) throws {
    let both = amounts.map { ($0.0, Cell.text("x")) }
    #expect(HeadlineFigures(try adopted(deals(header, "Remark", both))).values[.won] == 150_000)
  }

  @Test func `have no figures of won deals that a scenario takes from the wrong one`() throws {
    let analysis = try adopted(deals("Estimated amount", "Actual amount", amounts))
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "weighted"), at: 0) == .number(90_000))
    #expect(analysis.value(of: ColumnID(sheet: "de", key: "weighted"), at: 1) == .number(100_000))
  }
}
