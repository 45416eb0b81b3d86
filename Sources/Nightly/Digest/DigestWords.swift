// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The words of the digest in three languages.
struct DigestWords: SaysInThreeLanguages {
  let language: Language

  var title: String { pick("異常日報", "异常日报", "Exceptions digest") }
  var since: String { pick("與上次比較", "与上次比较", "compared with") }
  var first: String {
    pick(
      "第一次執行，沒有可比較的資料：每一項都算新增。", "第一次运行，没有可比较的数据：每一项都算新增。",
      "First run: there is nothing to compare with, so everything counts as new.")
  }
  /// Follows a number.
  /// - Parameter shown: the number as a page shows it.
  func workbooks(_ shown: String, _ count: Int) -> String {
    pick("已檢查 \(shown) 份工作簿", "已检查 \(shown) 份工作簿", "\(shown) \(count == 1 ? "workbook" : "workbooks") checked")
  }
  var notChecked: String { pick("未能檢查", "未能检查", "Not checked") }
  var gone: String { pick("已不在", "已不在", "Gone") }
  var restored: String { pick("已還原備份", "已还原备份", "A backup was restored") }
  func `as`(of day: String) -> String {
    pick("與 \(day) 的檔案完全相同", "与 \(day) 的文件完全相同", "identical to the file of \(day)")
  }
  var copies: String { pick("內容相同的副本，未計入", "内容相同的副本，未计入", "Copies, not counted") }
  func copy(of file: String) -> String {
    pick("與 \(file) 的列大多相同", "与 \(file) 的行大多相同", "most of its rows are those of \(file)")
  }
  var renamed: String { pick("已改名", "已改名", "Renamed") }
  var added: String { pick("新工作簿", "新工作簿", "New workbooks") }
  var new: String { pick("新增", "新增", "new") }
  var reopened: String { pick("重現", "重现", "reopened") }
  var fixed: String { pick("已解決", "已解决", "fixed") }
  var notAsked: String { pick("不再檢查", "不再检查", "no longer asked") }
  var persisting: String { pick("未解決", "未解决", "persisting") }
  var waived: String { pick("已豁免", "已豁免", "waived") }
  var oldest: String { pick("最早自", "最早自", "oldest since") }
  var findings: String { pick("各責任人的發現", "各责任人的发现", "Findings by owner") }
  var nobody: String { pick("（無責任人）", "（无责任人）", "(no owner)") }
  var deals: String { pick("商機", "商机", "Deals") }
  var moved: String { pick("階段變動", "阶段变动", "Moved") }
  var slipped: String { pick("簽約延後", "签约延后", "Slipped") }
  var stalled: String { pick("開始停滯", "开始停滞", "Stalled") }
  var dealsAdded: String { pick("新商機", "新商机", "Added") }
  var dealsRemoved: String { pick("已移除", "已移除", "Removed") }
  var lost: String { pick("輸單", "输单", "Lost") }
  var onHold: String { pick("擱置", "搁置", "On hold") }
  func days(_ count: String) -> String { pick("\(count) 天", "\(count) 天", count == "1" ? "1 day" : "\(count) days") }
  /// How long until a day, or how long ago it was.
  func left(_ days: Double?) -> String {
    guard let days else { return "" }
    let count = self.days(Shown.money(abs(days)))
    return days < 0
      ? pick("已過 \(count)", "已过 \(count)", "\(count) ago") : pick("還有 \(count)", "还有 \(count)", "in \(count)")
  }
  /// What is known of a thing, one after the other, without what is empty.
  func facts(_ facts: [String]) -> String { facts.filter { !$0.isEmpty }.joined(separator: comma) }

  var money: String { pick("回款", "回款", "Money") }
  var received: String { pick("新入帳", "新到账", "Received") }
  var newlyOverdue: String { pick("新逾期", "新逾期", "Newly overdue") }
  var overdue: String { pick("逾期未收", "逾期未收", "Overdue") }
  var renewals: String { pick("續單到期", "续单到期", "Renewals due") }
  var targets: String { pick("達標有風險", "达标有风险", "Targets at risk") }
  var chances: String { pick("達標機率變動", "达标概率变动", "Chances that moved") }
  var changes: String { pick("其他變動", "其他变动", "Other changes") }
  var repaired: String { pick("，已修復", "，已修复", ", repaired") }
  func andMore(_ count: Int) -> String { pick("另有 \(count) 項", "另有 \(count) 项", "and \(count) more") }
  /// Behind a finding: the number of those that follow from it.
  func following(_ count: Int) -> String {
    count == 0
      ? ""
      : pick(
        "（另有 \(count) 項由此而來）", "（另有 \(count) 项由此而来）",
        " (\(count) more \(count == 1 ? "follows" : "follow") from it)")
  }

  var more: String { pick("項未列出", "项未列出", "more") }
  var nothing: String { pick("無", "无", "none") }

  /// The message that replaces a rule's findings if there are too many to list.
  func moreOfRule(_ rule: String, _ count: String) -> String {
    pick(
      "另有 \(count) 項 \(rule) 的發現未逐一列出。", "另有 \(count) 项 \(rule) 的发现未逐一列出。",
      "And \(count) more findings of \(rule), which are not listed one by one.")
  }

  var decides: String { pick("所用規則", "所用规则", "Rules in force") }
  var owner: String { pick("責任人", "责任人", "Owner") }
  var period: String { pick("期間", "期间", "Period") }
  var target: String { pick("目標", "目标", "Target") }
  var won: String { pick("已簽", "已签", "Won") }
  var open: String { pick("在手", "在手", "Open") }
  var chance: String { pick("達標機率", "达标概率", "P(target)") }
  var committable: String { pick("可承諾值", "可承诺值", "Committable") }
  var file: String { pick("工作簿", "工作簿", "Workbook") }

  var report: String { pick("銷售日報", "销售日报", "Sales workbooks") }
  var index: String { pick("全部工作簿", "全部工作簿", "All workbooks") }
  var outcome: String { pick("結果", "结果", "Outcome") }
  var checked: String { pick("已檢查", "已检查", "checked") }
  var notTeamWorkbook: String { pick("不是團隊工作簿", "不是团队工作簿", "not a team workbook") }
  /// Follows a number.
  var notTeamWorkbooks: String { pick("份不是團隊工作簿", "份不是团队工作簿", "not a team's") }
  var errors: String { pick("錯誤", "错误", "Errors") }
  var warnings: String { pick("警告", "警告", "Warnings") }
  var notes: String { pick("提示", "提示", "Notes") }
  var stage: String { pick("階段", "阶段", "Stage") }
  var count: String { pick("數量", "数量", "Deals") }
  var amount: String { pick("金額", "金额", "Amount") }
  var state: String { pick("狀態", "状态", "State") }
  var severity: String { pick("嚴重性", "严重性", "Severity") }
  var rule: String { pick("規則", "规则", "Rule") }
  var place: String { pick("位置", "位置", "Place") }
  var row: String { pick("編號", "编号", "Row") }
  var message: String { pick("說明", "说明", "Message") }
  var firstSeen: String { pick("首見", "首见", "First seen") }
  var trend: String { pick("各次走勢", "各次走势", "From night to night") }
  var openFindings: String { pick("未解決的發現", "未解决的发现", "Findings that are open") }
  var chanceTrend: String { pick("各責任人的達標機率", "各责任人的达标概率", "Chance of reaching the target, by owner") }
  var night: String { pick("日期", "日期", "Night") }
  var findingCount: String { pick("發現", "发现", "Findings") }
  var number: String { pick("數量", "数量", "Number") }
  var skip: String { pick("跳到內容", "跳到内容", "Skip to content") }

  /// In running text.
  func severity(_ severity: String) -> String {
    self.severity(Severity(rawValue: severity) ?? .info)
  }

  /// As a heading.
  func title(_ severity: String) -> String {
    switch severity {
    case "error": errors
    case "warning": warnings
    default: notes
    }
  }

  /// Why a workbook could not be checked.
  func outcome(_ outcome: String) -> String {
    switch outcome {
    case "unreadable": pick("無法讀取", "无法读取", outcome)
    case "unsettled": pick("仍在寫入", "仍在写入", outcome)
    case "failed": pick("檢查中斷", "检查中断", outcome)
    default: outcome
    }
  }

  /// The day on which a payment is due.
  func due(_ day: String) -> String { pick("應收日 \(day)", "应收日 \(day)", "due \(day)") }

  func late(_ days: String) -> String { pick("逾期 \(days)", "逾期 \(days)", "\(days) overdue") }

  /// The name of a changed value.
  func field(_ field: String) -> String {
    switch field {
    case "stage": pick("階段", "阶段", field)
    case "close": pick("預計簽約日", "预计签约日", "expected close")
    case "amount": pick("金額", "金额", field)
    case "owner": pick("責任人", "责任人", field)
    case "probability": pick("機率", "概率", field)
    case "received": pick("實收", "实收", field)
    case "due": pick("到期日", "到期日", field)
    case "target": pick("目標", "目标", field)
    case "won": pick("已簽", "已签", field)
    default: field
    }
  }

  func word(_ state: FindingState) -> String {
    switch state {
    case .new: new
    case .reopened: reopened
    case .fixed: fixed
    case .notAsked: notAsked
    case .persisting: persisting
    case .waived: waived
    }
  }

  func word(_ outcome: FileResult.Outcome) -> String {
    switch outcome {
    case .checked: checked
    case .notTeamWorkbook: notTeamWorkbook
    case .gone: gone
    case .unreadable, .unsettled, .failed: notChecked
    }
  }
}
