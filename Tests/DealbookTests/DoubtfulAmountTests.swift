// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Deals with further columns, each with its cells, on a sheet that has to be recognized.
private struct Book {
  var columns: [(header: String, cells: [CellValue])]
  /// The format of each row's amount; the last one counts for all further rows.
  var formats: [String] = ["General"]
  var tab = "Pipeline"

  func workbook() throws -> Workbook {
    let stages = ["Prospecting", "Proposal", "Closed Won", "Closed Lost"]
    var sheet = SheetDesign(name: tab)
    let headers = ["Deal ID", "Opportunity", "Account", "Owner", "Stage", "Close date"] + columns.map(\.header)
    for (column, header) in headers.enumerated() { sheet.set(1, column + 1, .text(header)) }
    for row in 0..<12 {
      let texts = ["D-\(100 + row)", "Project \(row)", "Customer \(row % 4)", "Rep \(row % 3)", stages[row % 4]]
      for (column, text) in texts.enumerated() { sheet.set(row + 2, column + 1, .text(text)) }
      sheet.set(row + 2, 6, .number(Double(46_100 + row)), "yyyy-mm-dd")
      for (column, values) in columns.enumerated() where !values.cells.isEmpty {
        let cell = values.cells[row % values.cells.count]
        if cell != .blank {
          sheet.set(row + 2, column + 7, cell, column == 0 ? formats[min(row, formats.count - 1)] : nil)
        }
      }
    }
    var design = WorkbookDesign()
    design.sheets = [sheet]
    return try Workbook(design.bytes())
  }

  func adoption() throws -> Adoption {
    try Adoption(workbook(), fileName: "deals.xlsx", options: DealSheet.options)
  }

  /// The header of the column that is taken for the amount.
  func amount() throws -> String? { try adoption().sheets.first?.column("amount")?.proposal.header }
}

extension SheetDesign {
  fileprivate mutating func set(_ row: Int, _ column: Int, _ value: CellValue, _ format: String? = nil) {
    guard let place = CellReference(row: row, column: column) else { return }
    var look = CellLook()
    if let format, format != "General" { look.numberFormat = format }
    cells[place] = CellDesign(value, look: look)
  }
}

private let thousands: [CellValue] = (1...12).map { .number(Double($0) * 1000) }
private let shares: [CellValue] = [.number(0.1), .number(0.5), .number(1), .number(0)]

@Suite struct `An amount that other columns make something else` {
  @Test(arguments: [
    ("Price", "Quantity"), ("Unit price", "Qty"), ("Budget", "Offer"), ("Expected value", "Probability"),
  ])
  func `is left alone`(header: String, other: String) throws {
    let cells = other == "Probability" ? shares : thousands
    #expect(try Book(columns: [(header, thousands), (other, cells)]).amount() == nil)
  }

  @Test(arguments: [("Price", "Region"), ("Budget", "Region"), ("Expected value", "Region"), ("Amount", "Quantity")])
  func `is one without them`(header: String, other: String) throws {
    let cells: [CellValue] = other == "Region" ? [.text("North")] : thousands
    #expect(try Book(columns: [(header, thousands), (other, cells)]).amount() == header)
  }

  @Test func `is none if it is paid each month`() throws {
    #expect(try Book(columns: [("MRR", thousands)]).amount() == nil)
    #expect(try Book(columns: [("MRR", thousands), ("ARR", thousands)]).amount() == "ARR")
  }
}

@Suite struct `Number formats of amounts` {
  private func analysis(_ formats: [String]) throws -> Analysis {
    try Book(columns: [("Amount", thousands)], formats: formats).adoption().analysis()
  }

  @Test(arguments: [
    ["\"$\"#,##0", "[$€-407] #,##0", "#,##0 [$¥-804]"], ["#,##0 \"€\"", "#,##0 \"€\"", "[$$-409]#,##0", "#,##0 \"€\""],
    ["\"NT$\"#,##0", "\"US$\"#,##0"],
  ])
  func `of several currencies leave the amounts out of all sums`(formats: [String]) throws {
    let analysis = try analysis(formats)
    #expect(!analysis.isPlanned("weighted"))
    #expect(analysis.team.sheet("de")?.column("amount")?.obstacle == .currencies)
    #expect(analysis.messages("WBK-010").count == 1)
  }

  @Test(arguments: [
    ["#,##0", "#,##0\" k\""], ["#,##0\\k", "#,##0"], ["General", "General", "0.0\"M\""],
    ["\"€\"#,##0\"k\"", "\"€\"#,##0"],
    ["#,##0\"萬\"", "#,##0\"千\""],
  ])
  func `of several units do so too`(formats: [String]) throws {
    let analysis = try analysis(formats)
    #expect(!analysis.isPlanned("weighted") && analysis.messages("WBK-010").count == 1)
  }

  @Test(arguments: ["#,##0\\k", "#,##0.0\"M\"", "\"€\"#,##0\"k\"", "[>=100]#,##0\"k\";0\"k\"", "0\"千元\""])
  func `of one unit are one finding`(format: String) throws {
    let analysis = try analysis([format])
    #expect(analysis.team.sheet("de")?.column("amount")?.obstacle == .foreignUnit)
    #expect(analysis.messages("WBK-010").count == 1)
  }

  @Test(arguments: [
    ["#,##0,", "#,##0"], ["#,##0,\"k\"", "0.0,,\"M\""], ["[$€-407] #,##0", "#,##0"], ["\"$\"#,##0", "\"US$\"#,##0"],
    ["#,##0\" pcs\"", "#,##0"], ["0.0%", "0"],
  ])
  func `that show the same currency, or divide what they show, change nothing`(formats: [String]) throws {
    let analysis = try analysis(formats)
    #expect(analysis.isPlanned("weighted") && analysis.messages("WBK-010").isEmpty)
  }
}

@Suite struct `A unit or currency for each row` {
  private func analysis(_ header: String, _ cells: [CellValue]) throws -> Analysis {
    try Book(columns: [("Amount", thousands), (header, cells)]).adoption().analysis()
  }

  @Test func `of several kinds is counted like several currencies`() throws {
    #expect(
      try analysis("Unit", [.text("k€"), .text("€")]).messages("WBK-010") == [
        "Amounts are in \"k€, EUR\"; expected is one currency in single units"
      ])
  }

  @Test func `of one kind is the unit of all`() throws {
    let analysis = try analysis("Unit", [.text("k€")])
    #expect(analysis.team.sheet("de")?.column("amount")?.moneyScale == 1000)
    #expect(try self.analysis("Unit", [.text("pcs"), .text("set")]).isPlanned("weighted"))
  }

  @Test func `that only few rows have leaves open what the others are in`() throws {
    let cells: [CellValue] = [.text("USD")] + Array(repeating: .blank, count: 11)
    #expect(
      try analysis("Currency", cells).messages("WBK-010") == [
        "Amounts are in \"USD, others without any\"; expected is one currency in single units"
      ])
    #expect(try analysis("Region", cells).isPlanned("weighted"))
  }
}

@Suite struct `A unit in the header of amounts` {
  @Test(arguments: [
    "Amount (MM)", "Deal value (m)", "Amount/k€", "金额/万", "金额（W）", "预计金额(wan)", "Amount (x 1000)", "Amount ('000)",
  ])
  func `of letters or beside a slash counts`(header: String) throws {
    let analysis = try Book(columns: [(header, thousands)]).adoption().analysis()
    #expect(analysis.team.sheet("de")?.column("amount")?.obstacle == .foreignUnit)
    #expect(analysis.messages("WBK-010").count == 1)
  }

  @Test(arguments: ["Amount (net)", "Amount/year", "Amount (EUR)", "Amount"])
  func `is not found in others`(header: String) throws {
    let analysis = try Book(columns: [(header, thousands)]).adoption().analysis()
    #expect(analysis.team.sheet("de")?.column("amount")?.moneyScale == nil)
  }

  @Test(arguments: ["All amounts in k€", "in k€", "k€"])
  func `may stand to the right of the table`(text: String) throws {
    #expect(try DealSheetBeside(text: text, row: 0).units == 1000)
    #expect(try DealSheetBeside(text: text, row: 1).units == 1000)
  }
}

/// Deals with a text two columns to the right.
private struct DealSheetBeside {
  let text: String
  let row: Int

  var units: Double? {
    get throws {
      let deals = DealSheet("Amount", [120, 60, 80])
      var rows = [deals.headers.map { PlainWorkbook.Cell.text($0) }] + deals.rows
      rows[row] += [nil, nil, .text(text)]
      return try Analysis(
        Workbook(PlainWorkbook([.init("Deals", rows)]).bytes()), playbook: .builtIn, options: DealSheet.options
      ).team.sheet("de")?.column("amount")?.moneyScale
    }
  }
}
