// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

/// The adoption of a pipeline with these stages.
private func pipeline(_ stages: [String]) throws -> Adoption {
  try ForeignList.adopt("Deals", ["Deal Name", "Customer", "Amount", "Stage", "Expected close", "Owner"]) { row in
    [
      .text("Plan \(row)"), ForeignList.one(["Alpha", "Beta", "Gamma"], row), .number(Double(1000 + row)),
      ForeignList.one(stages, row),
      .date(46_300 + row), ForeignList.one(["Ann", "Ben"], row),
    ]
  }
}

@Suite struct `Stages that are not known` {
  private func label(_ text: String, _ stages: [String]) throws -> AdoptedLabel {
    let list = try #require(try pipeline(stages).lists.first { $0.prefix == "st" })
    return try #require(list.labels.first { $0.text == text })
  }

  @Test(arguments: ["Site survey booked", "Zweitbegehung", "丈量"])
  func `are open where others are won and lost`(stage: String) throws {
    let label = try label(stage, [stage, "Proposal", "Won", "Lost"])
    #expect(label.isUnderstood && label.outcome == .open && label.isWithoutChance)
  }

  @Test(arguments: ["Archived", "Abgelaufen?", "已結案", "Not now", "Auftrag unterschrieben?"])
  func `are left out where they may be over`(stage: String) throws {
    #expect(try !label(stage, [stage, "Proposal", "Won", "Lost"]).isUnderstood)
  }

  @Test func `are left out where nothing says which deals are won`() throws {
    #expect(try !label("Site survey booked", ["Site survey booked", "Proposal", "Lost"]).isUnderstood)
    #expect(try !label("Foo", ["Foo", "Bar", "Baz", "Qux", "Quux", "Won", "Lost"]).isUnderstood)
  }
}

@Suite struct `People of the team and of the customer` {
  @Test func `are told apart where the customer's capital stands beside its head`() throws {
    let adoption = try ForeignList.adopt("商機", ["商機名稱", "客戶名稱", "統一編號", "資本額", "負責人", "業務人員", "預估金額", "階段", "預計成交日"]) {
      row in
      [
        .text("案 \(row)"), .text("公司 \(row)"), .text("1234567\(row)"), 5_000_000, .text("王\(row)"),
        ForeignList.one(["陳一", "林二"], row),
        1000, ForeignList.one(["報價", "成交"], row), .date(46_300 + row),
      ]
    }
    #expect(
      ForeignList.bound(adoption)["業務人員"] == "owner" && ForeignList.bound(adoption)["負責人"] == nil,
      "\(ForeignList.bound(adoption))")
  }
}

@Suite struct `Pipelines under other names` {
  @Test(arguments: ["prospects", "合約追蹤"])
  func `are deals`(title: String) throws {
    let adoption = try ForeignList.adopt(title, ["客戶名稱", "專案名稱", "預估金額", "負責人", "階段", "預計簽約日"]) { row in
      [
        .text("公司 \(row)"), .text("案 \(row)"), .number(Double(1000 + row)), ForeignList.one(["陳一", "林二"], row),
        ForeignList.one(["初談", "報價中", "成交", "失單"], row), .date(46_300 + row),
      ]
    }
    #expect(adoption.sheets.first?.prefix == "de", "\(ForeignList.bound(adoption))")
  }

  @Test func `are no visits, as they have prices`() throws {
    let adoption = try ForeignList.adopt(
      "SQL-Angebote", ["Nr.", "Kunde", "Beschreibung", "Zustand", "Verkäufer", "Datum", "Gesamtpreis"]
    ) { row in
      [
        .number(Double(row + 1)), ForeignList.one(["Alpha", "Beta"], row), .text("Anlage \(row)"),
        ForeignList.one(["Offen", "Auftrag", "Abgelehnt"], row), ForeignList.one(["Ann", "Ben"], row),
        .date(46_200 + row), 1000,
      ]
    }
    #expect(adoption.sheets.first?.prefix == "de", "\(ForeignList.bound(adoption))")
    #expect(ForeignList.bound(adoption)["Gesamtpreis"] == "amount")
  }

  @Test func `have the amount that is the only one, and ask`() throws {
    let adoption = try ForeignList.adopt("Deals", ["Deal Name", "Customer", "OCH Revenue", "Stage", "Expected close"]) {
      row in
      [
        .text("Plan \(row)"), ForeignList.one(["Alpha", "Beta"], row), .number(Double(1000 + row)),
        ForeignList.one(["Proposal", "Won"], row),
        .date(46_300 + row),
      ]
    }
    #expect(ForeignList.bound(adoption)["OCH Revenue"] == "amount", "\(ForeignList.bound(adoption))")
    let two = try ForeignList.adopt("Deals", ["Deal Name", "Customer", "OCH Revenue", "ABC Revenue", "Stage"]) { row in
      [
        .text("Plan \(row)"), ForeignList.one(["Alpha", "Beta"], row), .number(Double(1000 + row)), 500,
        ForeignList.one(["Proposal", "Won"], row),
      ]
    }
    #expect(!ForeignList.bound(two).values.contains("amount"), "\(ForeignList.bound(two))")
  }
}

@Suite struct `Lists of what is bought, let and taught` {
  @Test func `are none of ours`() throws {
    let rents = try ForeignList.adopt("b", ["房產", "單位", "租客", "應收日期", "應收租金", "已收金額", "到帳日期"]) { row in
      ["大樓", .text("A\(row)"), .text("王\(row)"), .date(46_200 + row), 20_000, 20_000, .date(46_210 + row)]
    }
    #expect(rents.sheets.isEmpty, "\(ForeignList.bound(rents))")
    let purchases = try ForeignList.adopt("合約管理", ["合約編號", "廠商", "內容", "經辦"]) { row in
      [.text("C\(row)"), ForeignList.one(["甲", "乙"], row), .text("保養 \(row)"), ForeignList.one(["陳一", "林二"], row)]
    }
    #expect(purchases.sheets.isEmpty, "\(ForeignList.bound(purchases))")
    let bills = try ForeignList.adopt("b", ["vendor", "invoice_no", "invoice_date", "amount"]) { row in
      [ForeignList.one(["Acme", "Bolt"], row), .text("I-\(row)"), .date(46_200 + row), 100]
    }
    #expect(bills.sheets.isEmpty, "\(ForeignList.bound(bills))")
  }
}
