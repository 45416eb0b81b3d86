// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

@Suite struct `Headers as databases have them` {
  @Test func `name what they refer to, the currency and the type`() throws {
    let adoption = try ForeignList.adopt(
      "deals",
      [
        "deal_name", "firma_id", "rep_id", "amount_in_home_currency", "deal_stage", "close_date", "naechster_schritt",
        "naechster_schritt_am", "lost_reason__c",
      ]
    ) { row in
      [
        .text("Plan \(row)"), ForeignList.one(["K1", "K2", "K3"], row), ForeignList.one(["r-1", "r-2"], row),
        .number(Double(1000 + row)),
        ForeignList.one(["Proposal", "Closed Won", "Closed Lost"], row), .date(46_100 + row),
        ForeignList.one(["Anrufen", "Besuchen"], row),
        .date(46_200 + row), ForeignList.one(["price", "timing"], row),
      ]
    }
    #expect(adoption.sheets.first?.prefix == "de")
    let found = ForeignList.bound(adoption)
    #expect(found["rep_id"] == "owner" && found["amount_in_home_currency"] == "amount", "\(found)")
    #expect(found["naechster_schritt"] == "next_action" && found["naechster_schritt_am"] == "next_date", "\(found)")
    #expect(found["lost_reason__c"] == "lost_reason", "\(found)")
  }

  @Test func `are no labels where numbers stand below`() throws {
    let adoption = try ForeignList.adopt(
      "deals", ["Deal Name", "Customer", "Amount", "Close Date", "Type code", "Status Id"]
    ) {
      row in
      [
        .text("Plan \(row)"), ForeignList.one(["A", "B", "C"], row), .number(Double(1000 + row)), .date(46_100 + row),
        ForeignList.one(["n", "r"], row), .number(Double(row % 3 + 1)),
      ]
    }
    #expect(ForeignList.bound(adoption)["Status Id"] == nil, "\(ForeignList.bound(adoption))")
  }
}

@Suite struct `Amounts beside others` {
  @Test func `of receivables are the whole ones, not what is still open`() throws {
    let adoption = try ForeignList.adopt(
      "Rechnungen", ["Rechnungsnummer", "Kunde", "Offener Betrag", "Bezahlt", "Betrag (brutto)", "Fällig am"]
    ) { row in
      [
        .text("R-\(row)"), ForeignList.one(["Alpha", "Beta", "Gamma"], row), .number(Double(row % 2) * 500), 500, 1000,
        .date(46_300 + row),
      ]
    }
    #expect(ForeignList.bound(adoption)["Betrag (brutto)"] == "amt_override", "\(ForeignList.bound(adoption))")
    #expect(ForeignList.bound(adoption)["Offener Betrag"] == nil)
  }

  @Test(arguments: [
    ["Jahresgebühr", "Verlängerungsbetrag", "Kunde", "Vertragsende"], ["年維護費", "續約報價", "客戶名稱", "合約到期日"],
  ])
  func `of renewals are the next ones where one says so`(header: [String]) throws {
    let adoption = try ForeignList.adopt("Verlängerungen", [header[2], header[3], header[0], header[1]]) { row in
      [ForeignList.one(["Alpha", "Beta", "Gamma", "Delta"], row), .date(46_300 + row), 1200, 1300]
    }
    let found = ForeignList.bound(adoption)
    #expect(found[header[0]] == "opening" && found[header[1]] == "amount", "\(found)")
  }

  @Test(arguments: ["應收未稅金額", "本幣應收金額", "原幣應收金額", "應收合計"])
  func `in Taiwan say the tax and the currency within`(header: String) throws {
    let adoption = try ForeignList.adopt("應收帳款", ["發票號碼", "客戶名稱", header, "已收金額", "應收日期"]) { row in
      [
        .text("AB\(row)"), ForeignList.one(["甲", "乙", "丙"], row), 1000, .number(Double(row % 2) * 1000),
        .date(46_300 + row),
      ]
    }
    #expect(ForeignList.bound(adoption)[header] == "amt_override", "\(ForeignList.bound(adoption))")
  }

  @Test func `have days of receipts, and none of invoices for them`() throws {
    let adoption = try ForeignList.adopt(
      "A_R Detail", ["Date", "Invoice no", "Customer", "Due date", "Amount", "Received"]
    ) {
      row in
      [
        .date(46_200 + row), .text("R-\(row)"), ForeignList.one(["Alpha", "Beta", "Gamma"], row), .date(46_230 + row),
        1000,
        .number(Double(row % 2) * 1000),
      ]
    }
    #expect(
      ForeignList.bound(adoption)["Received"] == "received" && ForeignList.bound(adoption)["Date"] == nil,
      "\(ForeignList.bound(adoption))")
  }
}

@Suite struct `Sheets of other trades` {
  @Test func `are not taken for deals or contracts`() throws {
    let flats = try ForeignList.adopt("商机", ["商机编码", "商机名称", "客户编码", "商机状态", "户型需求", "意向朝向"]) { row in
      [.text("S\(row)"), .text("看房 \(row)"), .text("K\(row)"), ForeignList.one(["跟进中", "已成交"], row), "三室", "南"]
    }
    #expect(flats.sheets.isEmpty, "\(ForeignList.bound(flats))")
    let costs = try ForeignList.adopt("成本明細", ["專案編號", "客戶編號", "專案名稱", "成本名稱", "預估金額", "實際金額"]) { row in
      [
        .text("P\(row)"), ForeignList.one(["K1", "K2"], row), .text("案 \(row)"), ForeignList.one(["外包", "設備"], row),
        1000, 900,
      ]
    }
    #expect(costs.sheets.isEmpty, "\(ForeignList.bound(costs))")
    let works = try ForeignList.adopt("b", ["Projektnummer", "Titel", "Status", "EK", "Marge"]) { row in
      [
        .text("P-\(row)"), .text("Banner \(row)"), ForeignList.one(["In Arbeit", "Angefragt", "Abgeschlossen"], row),
        120, 60,
      ]
    }
    #expect(works.sheets.isEmpty, "\(ForeignList.bound(works))")
  }
}

@Suite struct `What a list is about` {
  @Test func `visits, where their days are there`() throws {
    let adoption = try ForeignList.adopt("b", ["客户编码", "客户名称", "客户经理", "拜访日期", "拜访时长"]) { row in
      [
        .text("K\(row)"), .text("公司 \(row)"), ForeignList.one(["张三", "李四"], row), .date(46_200 + row),
        .number(Double(20 + row)),
      ]
    }
    #expect(adoption.sheets.first?.prefix == "vi", "\(ForeignList.bound(adoption))")
  }

  @Test func `an opportunity, where a chance stands beside where it came from`() throws {
    let adoption = try ForeignList.adopt("b", ["编号", "机会来源", "客户名称", "成功几率(%)", "概要", "创建时间", "指派人", "开发状态"]) { row in
      [
        .number(Double(row + 1)), ForeignList.one(["官网", "展会"], row), .text("公司 \(row)"),
        .number(Double(row * 10 + 10)),
        .text("采购 \(row)"), .date(46_000 + row), ForeignList.one(["张三", "李四"], row),
        ForeignList.one(["开发中", "开发成功", "开发失败"], row),
      ]
    }
    #expect(adoption.sheets.first?.prefix == "de", "\(ForeignList.bound(adoption))")
  }
}
