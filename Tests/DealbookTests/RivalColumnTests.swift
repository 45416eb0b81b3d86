// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import TestSupport
import Testing

/// Which of several columns that may mean the same is taken.
@Suite struct `Of two columns that may mean the same` {
  typealias Cell = PlainWorkbook.Cell

  private static func day(_ row: Int) -> Cell { .date(46_300 + row * 9) }

  private static func deals(_ headers: [String], _ row: (Int) -> [Cell]) throws -> [String: String] {
    try ForeignList.bound(
      ForeignList.adopt("Deals", headers + ["Stage", "Amount", "Close date"]) {
        row($0) + [
          ForeignList.one(["Proposal", "Closed Won", "Closed Lost"], $0), .number(1_000 + Double($0) * 70),
          Self.day($0),
        ]
      })
  }

  @Test func `the one with companies in it is the customer, and not the one with people`() throws {
    let english = try Self.deals(["Deal name", "Customer name", "Company"]) {
      [
        .text("Roof \($0)"), ForeignList.one(["Mr. Brook", "Ms. Field", "Mrs. Hill"], $0),
        ForeignList.one(["Acme Ltd", "Globex Inc.", "Hooli GmbH"], $0),
      ]
    }
    #expect(english["Company"] == "account_id")
    #expect(english["Customer name"] != "account_id")
    let chinese = try Self.deals(["專案名稱", "客戶名稱", "客戶公司"]) {
      [
        .text("屋頂\($0)"), ForeignList.one(["陳先生", "林小姐", "王經理"], $0),
        ForeignList.one(["和泰精密股份有限公司", "鴻昇電子有限公司", "永豐食品公司"], $0),
      ]
    }
    #expect(chinese["客戶公司"] == "account_id")
    #expect(chinese["客戶名稱"] != "account_id")
  }

  @Test
  func `the day of a visit is not the one on which it was entered, and who went is not who answers for the customer`()
    throws
  {
    let bound = try ForeignList.bound(
      ForeignList.adopt("拜访记录", ["客户名称", "拜访及沟通日期", "客户所有者", "行动业务员", "拜访目的", "创建时间"]) {
        [
          .text("客户\($0)"), Self.day($0), ForeignList.one(["李伟", "张敏"], $0), ForeignList.one(["王芳", "赵磊"], $0),
          "回款", .date(46_400),
        ]
      })
    #expect(bound["创建时间"] != "date")
    #expect(bound["客户所有者"] != "visitor")
  }

  @Test func `the days of deals that may still be won are when they are expected to close`() throws {
    let bound = try ForeignList.bound(
      ForeignList.adopt("Chancen", ["Chancen-ID", "Kunde", "Auftragsdatum", "Wahrscheinlichkeit", "Auftragssumme"]) {
        [
          .text("C-0\($0)"), .text("Kunde \($0 % 3)"), Self.day($0), .number(Double([25, 50, 75, 100][$0 % 4])),
          .number(9_000 + Double($0) * 500),
        ]
      })
    #expect(bound["Auftragsdatum"] == "expected_close")
  }

  @Test func `a lone date is not the day on which deals were entered`() throws {
    let bound = try ForeignList.bound(
      ForeignList.adopt("Deals", ["Deal", "Customer", "Stage", "Amount", "Date"]) {
        [
          .text("Roof \($0)"), .text("Acme \($0 % 3)"), ForeignList.one(["Proposal", "Closed Won", "Closed Lost"], $0),
          .number(1_000 + Double($0) * 70), Self.day($0),
        ]
      })
    #expect(bound["Date"] != "created")
  }

  @Test func `codes under the name of deals are their IDs, and a name beside a customer's number is the customer's`()
    throws
  {
    let codes = try Self.deals(["Verkaufschance", "Kunde"]) { [.text("OPP00000\($0)"), .text("Kunde \($0 % 3)")] }
    #expect(codes["Verkaufschance"] == "deal_id")
    let names = try Self.deals(["Angebotsnummer", "Kundennummer", "Name", "Betreff"]) {
      [.text("AN-00\($0)"), .text("K-000\($0 % 3)"), .text("Kunde \($0 % 3)"), .text("Umbau \($0)")]
    }
    #expect(names["Betreff"] == "name")
  }

  @Test func `what is done is no result of a visit, and a size or a priority no level of a customer`() throws {
    let visits = try ForeignList.bound(
      ForeignList.adopt("工作日誌", ["客戶名稱", "拜訪日期", "拜訪性質", "工作內容", "狀態"]) {
        [.text("客戶\($0)"), Self.day($0), "拜訪", "討論需求", ForeignList.one(["進行中", "已完成"], $0)]
      })
    #expect(visits["狀態"] != "result")
    let accounts = try ForeignList.bound(
      ForeignList.adopt("Accounts", ["Account ID", "Account name", "Priority", "Industry", "Phone"]) {
        [
          .text("A-00\($0)"), .text("Acme \($0)"), ForeignList.one(["High", "Low"], $0), "Steel",
          .text("+49 30 55511\($0)"),
        ]
      })
    #expect(accounts["Priority"] != "level")
  }

  @Test func `what is open of invoices is what is owed where it is the only money, whatever it is called`() throws {
    for header in ["Open balance", "Noch offen", "未付金額", "OP-Betrag"] {
      let bound = try ForeignList.bound(
        ForeignList.adopt("Offene Posten", ["Rechnungsnr", "Kunde", "Fällig am", header]) {
          [.text("R-00\($0)"), .text("Kunde \($0 % 3)"), Self.day($0), .number(1_000 + Double($0) * 137)]
        })
      #expect(bound[header] == "amt_override", "\(header)")
    }
  }
}
