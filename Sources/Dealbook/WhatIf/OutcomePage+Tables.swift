// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension OutcomePage {
  // MARK: Stages, money, renewals

  func stages(_ before: Situation, _ after: Situation) -> ReportPage.Section? {
    guard before.stages != after.stages else { return nil }
    let keys: [(key: String, title: String, kind: ReportPage.Kind)] = [
      ("count", words("件數", "Deals"), .number), ("amount", words("金額", "Amount"), .money),
      ("reached", words("到達", "Reached"), .money), ("need", words("所需", "Needed"), .money),
      ("margin", words("須多備", "Margin needed"), .money), ("gap", words("差額", "Gap"), .money),
      ("status", words("狀態", "Status"), .text),
    ]
    let rows = zip(before.stages, after.stages).map { old, new in
      [CellValue.text(new.label)]
        + keys.map { .text(arrow(old.values[$0.key] ?? .blank, new.values[$0.key] ?? .blank, $0.kind)) }
    }
    return ReportPage.Section(
      id: "", title: words("各階段的風險裕量", "Risk margin by stage"), message: "",
      columns: [column("stage", words("階段", "Stage"))] + keys.map { column($0.key, $0.title, .number) }, rows: rows)
  }

  func cash(_ before: Situation, _ after: Situation) -> ReportPage.Section? {
    guard before.cash != after.cash else { return nil }
    let months = Set((before.cash + after.cash).map(\.month))
    let rank = { (month: String) in month == "overdue" ? "" : month == "later" ? "~" : month }
    let rows = months.sorted { rank($0) < rank($1) }.map { month -> [CellValue] in
      let old = before.cash.first { $0.month == month }
      let new = after.cash.first { $0.month == month }
      let label = month == "overdue" ? words("已逾期", "overdue") : month == "later" ? words("未定", "no date") : month
      return [
        .text(label), .text(arrow(.number(old?.due ?? 0), .number(new?.due ?? 0), .money)),
        .text(arrow(.number(old?.expected ?? 0), .number(new?.expected ?? 0), .money)),
      ]
    }
    return ReportPage.Section(
      id: "", title: words("各月應回款", "Money due by month"), message: "",
      columns: [
        column("month", words("月份", "Month")), column("due", words("應收", "Due"), .number),
        column("expected", words("扣除減值後", "Less provision"), .number),
      ], rows: rows)
  }

  func ageing(_ before: Situation, _ after: Situation) -> ReportPage.Section? {
    guard before.ageing != after.ageing else { return nil }
    let rows = zip(before.ageing, after.ageing).map { old, new -> [CellValue] in
      [
        .text(new.label), .text(arrow(.number(old.amount), .number(new.amount), .money)),
        .text(arrow(.number(old.provision), .number(new.provision), .money)),
      ]
    }
    return ReportPage.Section(
      id: "", title: words("帳齡與減值", "Ageing and provision"),
      message: words("減值準備 ", "provision ")
        + arrow(.number(before.provision), .number(after.provision), .money),
      columns: [
        column("bucket", words("帳齡", "Age")), column("amount", words("未收", "Outstanding"), .number),
        column("provision", words("減值準備", "Provision"), .number),
      ], rows: rows)
  }

  func retention(_ before: Situation, _ after: Situation) -> ReportPage.Section? {
    guard before.retention != after.retention else { return nil }
    func value(_ number: Double?) -> CellValue { number.map { .number($0) } ?? .blank }
    let rows: [[CellValue]] = [
      [
        .text(words("淨收入留存率", "Net revenue retention")),
        .text(arrow(value(before.retention.net), value(after.retention.net), .percent)),
      ],
      [
        .text(words("毛收入留存率", "Gross revenue retention")),
        .text(arrow(value(before.retention.gross), value(after.retention.gross), .percent)),
      ],
      [
        .text(words("續單預測", "Renewals expected")),
        .text(arrow(value(before.retention.forecast), value(after.retention.forecast), .money)),
      ],
    ]
    return ReportPage.Section(
      id: "", title: words("續單", "Renewals"), message: "",
      columns: [column("figure", words("指標", "Figure")), column("change", words("變化", "Change"), .number)], rows: rows)
  }

  func why(_ outcome: Outcome) -> ReportPage.Section {
    let rows = outcome.reasons(in: words.language).map { reason -> [CellValue] in
      let examples = reason.rows.prefix(2).map { row in
        "\(row.id): \(shown(row.before, reason.type)) → \(shown(row.after, reason.type))"
      }.joined(separator: words.language == .english ? "; " : "；")
      return [
        .text("\(reason.sheet) \(reason.title)"), .number(Double(reason.count)), .text(examples),
        .text(reason.through.joined(separator: ", ")), .text(reason.formula ?? reason.words),
      ]
    }
    return ReportPage.Section(
      id: "", title: words("為什麼", "Why"), message: words("改變的計算欄，由先到後", "computed columns that change, in order"),
      columns: [
        column("column", words("欄", "Column")), column("rows", words("列數", "Rows"), .number),
        column("examples", words("例", "For example")), column("through", words("經由", "Through")),
        column("formula", words("公式", "Formula")),
      ], rows: rows)
  }
}
