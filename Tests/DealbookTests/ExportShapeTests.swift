// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

@Suite struct `Exports of grouped lists` {
  /// Odoo writes the name of a group, how many rows it has, and their sum above them.
  @Test func `have rows that are groups, and no deals`() throws {
    func deal(_ name: String, _ amount: Double) -> [Cell] {
      [.text("    \(name)"), "Brightwater", .number(amount), 10, "Marta Sol", .date(46_249)]
    }
    func group(_ name: String, _ sum: Double) -> [Cell] { [.text(name), nil, .number(sum)] }
    let header: [Cell] = [
      "Opportunity", "Customer", "Expected Revenue", "Probability", "Salesperson", "Expected Closing",
    ]
    let rows = [
      group("New (2)", 33_000), deal("Desks", 21_000), deal("Chairs", 12_000), group("Won (1)", 64_000),
      deal("Office (2)", 64_000),
    ]
    let book = try NamedBook([.init("Sheet1", [header] + rows)])
    let sheet = try #require(book.adopted.team.sheet("de"))
    #expect(sheet.rows.totalRows == [2, 5])
    #expect(sheet.rows.dataCount == 3)
  }
}

@Suite struct `Lists of tickets` {
  @Test func `are none of a sales team`() throws {
    let rows = (1...8).map { number -> [Cell] in
      [
        .text("T-\(number)"), .text("Client \(number % 3)"), "Printer", "Low", number > 5 ? "Open" : "Closed", "Jo",
        .date(46_000 + number), .date(46_010 + number), .number(Double(number)),
      ]
    }
    let header: [Cell] = [
      "Ticket ID", "Customer", "Subject", "Priority", "Status", "Agent", "Opened", "Closed", "Hours spent",
    ]
    let workbook = try Workbook(PlainWorkbook([.init("tickets", [header] + rows)]).bytes())
    #expect(try Analysis(workbook, playbook: .builtIn, options: DealSheet.options).team.sheets.isEmpty)
    #expect(try Recognizer(playbook: .builtIn).propose(workbook).taking(.proposed).sheets.isEmpty)
  }
}

@Suite struct `A header of which some cells are merged over two rows` {
  @Test func `is read as a whole without a playbook of the team`() throws {
    let rows: [[Cell]] = [
      ["2026年销售合同台账"],
      ["序号", "合同编号", "合同名称", "客户", "合同信息", nil, "回款情况", nil, "业务员"],
      [nil, nil, nil, nil, "合同金额", "签订日期", "已回款", "未回款", nil],
      [1, "XS-001", "泵站改造", "润泽水务", 865_000, .date(46_040), 600_000, 265_000, "马跃"],
      [2, "XS-002", "阀门采购", "清源环保", 320_000, .date(46_079), 320_000, 0, "马跃"],
      [3, "XS-003", "管网监测", "润泽水务", 1_200_000, .date(46_151), 360_000, 840_000, "孙悦"],
    ]
    let workbook = try Workbook(PlainWorkbook([.init("合同台账", rows)]).bytes())
    let sheet = try #require(
      try Analysis(workbook, playbook: .builtIn, options: DealSheet.options).team.sheet("co"))
    #expect(sheet.headerRow == 2 && sheet.lastHeaderRow == 3)
    #expect(Set(sheet.columns.map(\.key)).isSuperset(of: ["contract_id", "name", "amount", "sign_date"]))
  }
}

@Suite struct `Cells of tabs that are read as one` {
  private static let header: [Cell] = ["Deal ID", "Account", "Deal name", "Stage", "Amount", "Close date", "Owner"]

  private func tab(_ name: String, _ first: Int, _ amounts: [Cell]) -> PlainWorkbook.Sheet {
    .init(
      name,
      [Self.header]
        + amounts.enumerated().map { place, amount in
          [
            .text("D-\(first + place)"), .text("Customer \(first + place)"), .text("Deal \(first + place)"), "Won",
            amount,
            .date(46_082), "Anna",
          ]
        })
  }

  @Test func `are repaired on each`() throws {
    let workbook = try Workbook(
      PlainWorkbook([
        tab("Oct 26", 1, [100, "1,200.00", 300, 400]), tab("Nov 26", 11, ["2,500.00", 100, 200, "tbd"]),
      ]).bytes())
    let repaired = try RepairedWorkbook(workbook, playbook: .builtIn, options: DealSheet.options, level: .safe)
    #expect(repaired.repairs.map { "\($0.sheet)!\($0.cell)" } == ["Oct 26!E3", "Nov 26!E2"])
    #expect(repaired.announced == 2)
    #expect(repaired.unmade.isEmpty)
    #expect(HeadlineFigures(repaired.analysis).values[.won] == 4_800)
    let again = try RepairedWorkbook(
      repaired.workbook, playbook: .builtIn, options: DealSheet.options, level: .safe)
    #expect(again.repairs.isEmpty)
  }
}
