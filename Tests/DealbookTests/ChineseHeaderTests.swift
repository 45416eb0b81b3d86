// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

/// Sheets as teams in China, Taiwan and Hong Kong head them.
@Suite struct `Headers in Chinese` {
  /// The key of each column that is proposed to a person, by header.
  static func keys(
    _ header: [String], sheet name: String = "Sheet1", title: String? = nil, _ row: (Int) -> [PlainWorkbook.Cell]
  ) throws -> (kind: String?, keys: [String: String]) {
    let top: [[PlainWorkbook.Cell]] = title.map { [[.text($0)]] } ?? []
    let rows = top + [header.map { .text($0) }] + (1...12).map(row)
    let proposal = try Recognizer(playbook: .builtIn).propose(Workbook(PlainWorkbook([.init(name, rows)]).bytes()))
    let sheet = proposal.taking(.proposed).sheets.first
    let pairs = (sheet?.columns ?? []).map { ($0.header, $0.key) }
    return (sheet?.prefix, Dictionary(pairs, uniquingKeysWith: { a, _ in a }))
  }

  static func customer(_ number: Int) -> PlainWorkbook.Cell { .text("宏遠\(number % 5)公司") }
  static func stage(_ number: Int) -> PlainWorkbook.Cell { .text(["接洽", "報價", "成交"][number % 3]) }
  static func amount(_ number: Int) -> PlainWorkbook.Cell { .number(Double(number) * 12_500) }

  @Test func `in two languages, or with a stroke between two words, are what both say`() throws {
    let (kind, keys) = try Self.keys(
      ["客戶 Customer", "項目 Project", "階段 Stage", "金額 Amount (HKD)", "預計成交日 Expected Close", "備註 Remarks"]
    ) { [Self.customer($0), .text("案 \($0)"), Self.stage($0), Self.amount($0), .date(46_000 + $0), .text("…")] }
    #expect(kind == "de")
    #expect(keys["客戶 Customer"] == "account_id" && keys["項目 Project"] == "name" && keys["階段 Stage"] == "stage")
    #expect(keys["金額 Amount (HKD)"] == "amount" && keys["預計成交日 Expected Close"] == "expected_close")
    let stroke = try Self.keys(["客户", "商机/项目", "阶段", "品名/备注", "税额 Amount"]) {
      [Self.customer($0), .text("案 \($0)"), Self.stage($0), .text("…"), Self.amount($0)]
    }
    #expect(stroke.keys["商机/项目"] == "name")
    #expect(stroke.keys["税额 Amount"] == nil)
  }

  @Test func `that name an event over dates mean its date, and over words nothing`() throws {
    let header = ["客户", "项目", "金额", "阶段", "预计签约"]
    let dates = try Self.keys(header) {
      [Self.customer($0), .text("案 \($0)"), Self.amount($0), Self.stage($0), .date(46_000 + $0)]
    }
    #expect(dates.keys["预计签约"] == "expected_close")
    let words = try Self.keys(header) {
      [Self.customer($0), .text("案 \($0)"), Self.amount($0), Self.stage($0), .text("很快\($0)")]
    }
    #expect(words.keys["预计签约"] == nil)
  }

  @Test func `with other characters and endings are the usual ones`() {
    #expect(HeaderWords("下次聯繫日") == HeaderWords("下次联系时间"))
    #expect(HeaderWords("預估簽約月份") == HeaderWords("预计签约日期"))
    #expect(HeaderWords("接單機率") == HeaderWords("接单概率") && HeaderWords("下週計畫") == HeaderWords("下周计划"))
    #expect(HeaderWords("拜訪人員") == HeaderWords("拜访人") && HeaderWords("客戶代號") == HeaderWords("客户编号"))
    #expect(HeaderWords("月份") != HeaderWords("日期") && HeaderWords("聯絡人姓名") != HeaderWords("联系人"))
    // A CRM's expected revenue is weighted, and no amount.
    #expect(HeaderWords("預期收入") != HeaderWords("预计收入"))
  }

  @Test func `before which a word turns the meaning are not what their end says`() throws {
    let (_, keys) = try Self.keys(["客户名称", "上年续费金额", "到期日期", "续费状态"], sheet: "续费") {
      [Self.customer($0), Self.amount($0), .date(46_000 + $0), .text("跟进中")]
    }
    #expect(keys["上年续费金额"] != "amount")
    let deals = try Self.keys(["客户", "项目名称", "阶段", "竞争对手报价金额"]) {
      [Self.customer($0), .text("案 \($0)"), Self.stage($0), Self.amount($0)]
    }
    #expect(deals.keys["竞争对手报价金额"] != "amount")
  }

  @Test func `of money are no points, and beyond the range neither`() throws {
    let (_, keys) = try Self.keys(["线索编号", "公司名称", "线索来源", "线索状态", "预算(元)"]) {
      [.text("L00\($0)"), Self.customer($0), .text("官网"), .text("跟进中"), Self.amount($0)]
    }
    #expect(keys["预算(元)"] == "est_amount")
    let bare = try Self.keys(["线索编号", "公司名称", "线索来源", "线索状态", "预算"]) {
      [.text("L00\($0)"), Self.customer($0), .text("官网"), .text("跟进中"), Self.amount($0)]
    }
    #expect(bare.keys["预算"] == "est_amount")
  }

  @Test func `of numbers of documents keep them, even if they look like those of telephones`() throws {
    let (_, keys) = try Self.keys(["客户名称", "合同编号", "发票号码", "应收金额", "到期日"]) {
      [Self.customer($0), .text("2026-0315-00\($0)"), .text("0340012\($0)"), Self.amount($0), .date(46_000 + $0)]
    }
    #expect(keys["发票号码"] == "invoice_no" && keys["合同编号"] == "contract_id")
  }

  @Test func `with a year before a target mean the target of that year and of the year before`() throws {
    let one = try Self.keys(["业务员", "2026年目标(万元)", "2025年实际(万元)"], sheet: "销售目标") {
      [.text("员\($0)"), Self.amount($0), Self.amount($0)]
    }
    #expect(one.keys["2026年目标(万元)"] == "target" && one.keys["2025年实际(万元)"] == "prev_actual")
    let two = try Self.keys(["业务员", "2026年目标", "2025年目标"], sheet: "销售目标") {
      [.text("员\($0)"), Self.amount($0), Self.amount($0)]
    }
    #expect(two.keys["2026年目标"] == "target" && two.keys["2025年目标"] == "prev_target")
  }

  @Test func `of a staff list, of payments to suppliers and of members are none of ours`() throws {
    let staff = try Self.keys(["員工編號", "姓名", "部門", "職稱", "到職日", "分機"], sheet: "人員名冊") {
      [.text("0\($0)"), .text("王\($0)"), .text("業務部"), .text("專員"), .date(44_000 + $0), .number(Double(200 + $0))]
    }
    #expect(staff.kind == nil)
    let suppliers = try Self.keys(
      ["供应商名称", "采购合同号", "应付金额", "计划付款日期", "已付金额", "采购员"], title: "供应商付款计划表"
    ) {
      [
        Self.customer($0), .text("CG00\($0)"), Self.amount($0), .date(46_000 + $0), .number(0), .text("王\($0 % 3)"),
      ]
    }
    #expect(suppliers.kind == nil)
    let members = try Self.keys(["會員編號", "姓名", "加入日期", "消費金額", "積分", "等級"], sheet: "會員積分") {
      [.text("M0\($0)"), .text("王\($0)"), .date(45_000 + $0), Self.amount($0), .number(Double($0)), .text("金")]
    }
    #expect(members.kind == nil)
  }
}
