// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

private func adopt(_ title: String, _ rows: [[Cell]]) throws -> Adoption {
  try Adoption(
    Workbook(PlainWorkbook([.init(title, rows)]).bytes()), fileName: "b.xlsx", options: DealSheet.options)
}

private func bound(_ adoption: Adoption) -> [String: String] {
  Dictionary(
    adoption.sheets.first?.bound.map { ($0.proposal.header, $0.key ?? "") } ?? [], uniquingKeysWith: { a, _ in a })
}

@Suite struct `Sheets as they are published` {
  @Test func `are deals where amounts close on a day and are won, although there are contacts and sources`() throws {
    let adoption = try adopt(
      "b",
      [
        ["所有者", "金额", "名称", "预计成交日期", "客户名称", "阶段", "类型", "来源", "联系人名称", "联系纪要", "下次联系时间"],
        ["张三", 5000, "交易01", .date(46_367), "动力节点", "谈判/复审", "新业务", "广告", "李四", nil, .date(46_357)],
        ["李四", 8000, "交易02", .date(46_376), "阿里巴巴", "价值建议", "新业务", "展会", "王五", nil, .date(46_358)],
        ["张三", 12_000, "交易03", .date(46_305), "京东", "成交", "已有业务", "推销电话", "赵六", nil, nil],
        ["王芳", 3000, "交易04", .date(46_315), "美团", "丢失线索", "新业务", "广告", "孙七", nil, nil],
      ])
    #expect(adoption.sheets.first?.prefix == "de")
    let found = bound(adoption)
    #expect(found["名称"] == "name" && found["客户名称"] == "account_id" && found["金额"] == "amount", "\(found)")
    #expect(found["阶段"] == "stage" && found["预计成交日期"] == "expected_close")
  }

  @Test func `have a stage beside the state of an address`() throws {
    let adoption = try adopt(
      "Query result",
      [["OPPORTUNITY_NAME", "STATE", "STREET", "ACCOUNT_NAME", "CLOSE_DATE", "STAGE", "REVENUE"]]
        + (0..<8).map { row -> [Cell] in
          [
            .text("Deal \(row)"), .text(["TX", "UT", "AZ"][row % 3]), "12 Elm St", .text("Customer \(row)"),
            .date(46_100 + row), .text(["Closed Won", "Proposal", "Closed Lost"][row % 3]), 395,
          ]
        })
    let found = bound(adoption)
    #expect(found["STAGE"] == "stage" && found["STATE"] == nil, "\(found)")
  }

  @Test func `may repeat a part of the header among the rows`() throws {
    var rows: [[Cell]] = [
      ["Deal Name", "Owner", "Client", "Deal Status", "Close Date", "Probability", "Deal Value", "Deal Stage"]
    ]
    for row in 0..<16 {
      rows.append([
        .text("Deal \(row)"), "Ann", .text("Client \(row)"), "Open", .date(46_100 + row), 0.5, 1000, "Proposal",
      ])
    }
    rows.insert([nil, nil, nil, "Deal Status", "Close Date", "Probability", "Deal Value", "Deal Stage"], at: 12)
    let adoption = try adopt("Deal tracker", rows)
    #expect(adoption.sheets.first?.proposal.headerRows == 1...1)
    #expect(bound(adoption)["Client"] == "account_id" && bound(adoption)["Deal Value"] == "amount")
  }

  @Test func `say their closing days where there are any`() throws {
    let adoption = try adopt(
      "Deals",
      [["Deal Name", "Client", "Close Date (A)", "Deal Value", "Tentative Close Date", "Deal Stage"]]
        + (0..<8).map { row -> [Cell] in
          [.text("Deal \(row)"), .text("Client \(row)"), nil, 1000, .date(46_100 + row), "Proposal"]
        })
    #expect(bound(adoption)["Tentative Close Date"] == "expected_close")
  }

  @Test func `have products before their lines`() throws {
    let adoption = try adopt(
      "商机",
      [["商机名称", "客户名称", "产品线", "产品", "阶段", "金额", "预计签约日期"]]
        + (0..<8).map { row -> [Cell] in
          [
            .text("项目 \(row)"), .text("客户 \(row)"), .text("PL\(row % 2)"), .text("P10\(row)"), "谈判", 1000,
            .date(46_100 + row),
          ]
        })
    #expect(bound(adoption)["产品"] == "product_id")
  }

  @Test(arguments: [
    ("payment_terms", ["Net 30", "Net 45"]), ("Zahlungsart", ["Überweisung", "Lastschrift"]),
  ])
  func `have no stages of payment where the cells say how is paid`(header: String, labels: [String]) throws {
    let adoption = try adopt(
      "Invoices",
      [["Invoice no.", "Customer", "Invoice amount", "Due date", "Received", .text(header)]]
        + (0..<8).map { row -> [Cell] in
          [
            .text("INV-\(row)"), .text("Customer \(row)"), 1000, .date(46_100 + row), row % 2 == 0 ? 1000 : nil,
            .text(labels[row % 2]),
          ]
        })
    #expect(adoption.sheets.first?.prefix == "pa")
    #expect(bound(adoption)[header] != "stage")
  }

  @Test(arguments: [("wert_eur", "amount"), ("zustaendig", "owner")])
  func `spell umlauts with an e and put currencies behind`(header: String, key: String) throws {
    let adoption = try adopt(
      "Deals",
      [["Deal ID", "Deal name", "Customer", "Stage", "Close date", .text(header)]]
        + (0..<8).map { row -> [Cell] in
          [
            .text("D-\(row)"), .text("Deal \(row)"), .text("Customer \(row % 3)"), "Proposal", .date(46_100 + row),
            key == "amount" ? .number(Double(1000 + row)) : .text(["Ann Lee", "Bo Diaz"][row % 2]),
          ]
        })
    #expect(bound(adoption)[header] == key, "\(bound(adoption))")
  }

  @Test func `say what is overdue by the balance that is open`() throws {
    let adoption = try adopt(
      "Ageing",
      [["Invoice no.", "Customer", "Invoice date", "Due date", "Invoice amount", "Open balance"]]
        + (0..<8).map { row -> [Cell] in
          [
            .text("INV-\(row)"), .text("Customer \(row)"), .date(46_000 + row), .date(46_050 + row), 1000,
            .number([1000, 0, 400, 0][row % 4]),
          ]
        })
    #expect(bound(adoption)["Open balance"] == "open_amount")
    let analysis = try adoption.analysis()
    #expect(HeadlineFigures(analysis).values[.overdue] == 2800)
    let open = try #require(analysis.values(of: ColumnID(sheet: "pa", key: "outstanding")))
    #expect(open.prefix(4) == [.number(1000), .number(0), .number(400), .number(0)])
  }
}

@Suite struct `Tabs whose names say that they are put away` {
  private func figures(_ title: String) throws -> HeadlineFigures {
    let header: [Cell] = ["Deal ID", "Deal name", "Customer", "Amount", "Stage", "Close date"]
    func rows(_ prefix: String, _ more: Double) -> [[Cell]] {
      (0..<8).map { row in
        [
          .text("\(prefix)-\(row)"), .text("\(prefix) \(row)"), .text("Customer \(prefix) \(row)"),
          .number(1000 + more + Double(row)), .text(row % 2 == 0 ? "Closed Won" : "Proposal"), .date(46_100 + row),
        ]
      }
    }
    let book = PlainWorkbook([
      .init("Deals", [header] + rows("A", 0)), .init(title, [header] + rows("B", 500)),
    ])
    return HeadlineFigures(
      try Adoption(Workbook(book.bytes()), fileName: "b.xlsx", options: DealSheet.options).analysis())
  }

  @Test(arguments: ["Last year", "Do not use", "Deals (2)", "Archive", "勿用", "副本"])
  func `are not added up`(title: String) throws {
    let found = try figures(title)
    #expect(found.values[.won] == 4012)
    #expect(found.gaps.contains { $0.contains("‘\(title)’") || $0.contains("“\(title)”") }, "\(found.gaps)")
  }

  @Test(arguments: ["Verloren", "已結案", "丢单"])
  func `are named where they speak of deals that are over`(title: String) throws {
    let found = try figures(title)
    #expect(
      found.gaps.contains { $0.contains("The figures of Deals add these tabs together") && $0.contains(title) },
      "\(found.gaps)")
  }
}
