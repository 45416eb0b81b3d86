// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The words on the pages of a night that the digest does not have, in three languages.
struct PageWords: SaysInThreeLanguages {
  let language: Language

  var digest: DigestWords { DigestWords(language: language) }

  var ways: String { self("頁面", "Pages") }
  var skip: String { digest.skip }
  var figures: String { self("團隊數字", "Headline figures") }
  var moved: String { self("自上次以來的變動", "What moved") }
  var week: String { self("本週要做的事", "What to do this week") }
  var findings: String { self("發現", "Findings") }
  var books: String { self("工作簿", "Workbooks") }
  var accounts: String { self("客戶", "Accounts") }
  var owners: String { self("責任人", "Owners") }
  var asOf: String { self("截至", "as of") }
  var period: String { self("本期", "period") }

  func titled(_ title: String, _ count: Int) -> String { self("\(title)（\(count)）", "\(title) (\(count))") }
  func deals(_ count: Int) -> String { self("\(count) 件", count == 1 ? "1 deal" : "\(count) deals") }
  func books(_ count: Int) -> String { self("\(count) 份工作簿", count == 1 ? "1 workbook" : "\(count) workbooks") }
  func further(_ count: Int) -> String { self("另外 \(count) 項", "\(count) more") }
  func more(_ count: Int) -> String { self("… 另有 \(count) 項未列出", "… and \(count) more") }
  func ownersWithoutPage(_ count: Int) -> String {
    self(
      "\(count) 位責任人沒有自己的頁面；dealbook report 會列出全部。",
      (count == 1 ? "1 owner has" : "\(count) owners have")
        + " no page of their own here; dealbook report FILE shows everybody.")
  }
  func accountsWithoutPage(_ count: Int) -> String {
    self(
      "\(count) 家客戶沒有自己的頁面；dealbook report 會列出全部。",
      (count == 1 ? "1 account has" : "\(count) accounts have")
        + " no page of their own here; dealbook report FILE shows them all.")
  }
  var countedInstead: String { self("計入的工作簿", "Counted instead") }
  func currency(_ code: String) -> String { self("幣別 \(code)", "in \(code)") }
  var notAdded: String {
    self(
      "不同幣別或期間的數字不相加，各自成一組。", "Figures in different currencies or periods are not added up: each has its own group.")
  }

  // MARK: Figures

  func title(_ key: HeadlineFigures.Key) -> String {
    switch key {
    case .target: self("本期目標", "Target")
    case .won: self("已簽", "Won")
    case .commit: self("承諾", "Commit")
    case .best: self("樂觀", "Best case")
    case .chance: self("達標機率", "P(target)")
    case .p10: "P10"
    case .p50: "P50"
    case .p90: "P90"
    case .overdue: self("逾期未收", "Overdue")
    case .overdueLines: self("逾期筆數", "Overdue payments")
    case .due30: self("30 天內到期", "Due in 30 days")
    case .due60: self("60 天內到期", "Due in 60 days")
    case .due90: self("續約到期", "Renewals due")
    case .alerts: self("漂移預警", "Drift alerts")
    case .watches: self("漂移關注", "To watch")
    }
  }

  func ofTarget(_ share: String) -> String { self("目標的 \(share)", "\(share) of target") }
  func lines(_ count: String) -> String { self("\(count) 筆", count == "1" ? "1 payment" : "\(count) payments") }
  var dueWithin: String { self("30 / 60 / 90 天內", "in 30 / 60 / 90 days") }
  func toWatch(_ count: String) -> String {
    count == "0"
      ? self("沒有其他待關注的客戶", "no further accounts to watch") : self("另有 \(count) 家待關注", "and \(count) to watch")
  }
  func confident(_ count: Int, of all: Int) -> String { self("\(count) / \(all) 份", "\(count) of \(all)") }
  var confidentBooks: String { self("有把握達標", "Workbooks likely to reach target") }
  /// Follows the target of several workbooks: how much of it belongs to those whose won amount is known.
  func comparable(_ amount: String, _ count: Int) -> String {
    self("其中 \(count) 份算得出已簽：\(amount)", "\(amount) in the \(count) whose won amount is known")
  }
  /// A difference of two shares, as percentage points.
  func points(_ share: Double) -> String {
    let count = Shown.number((share * 1000).rounded(.toNearestOrAwayFromZero) / 10)
    return self("\(count) 個百分點", count == "1" ? "1 point" : "\(count) points")
  }
  func since(_ change: String) -> String { self("較上次 \(change)", "\(change) since the last run") }
  /// That figures are those of another period than in the previous run.
  var newPeriod: String { self("新的期間", "new period") }
  /// How the workbooks differ from those of the previous run; empty if they don't.
  func otherBooks(more: Int, fewer: Int) -> String {
    let told = [
      more > 0 ? self("多 \(more) 份工作簿", more == 1 ? "1 workbook more" : "\(more) workbooks more") : "",
      fewer > 0 ? self("少 \(fewer) 份工作簿", fewer == 1 ? "1 workbook fewer" : "\(fewer) workbooks fewer") : "",
    ].filter { !$0.isEmpty }
    return told.joined(separator: digest.comma)
  }
  func notComputed(_ parts: [String]) -> String {
    let list = parts.joined(separator: semicolon)
    return self("算不出來的：\(list)", "Not computed: \(list)")
  }
  func reason(_ title: String, _ why: String) -> String { self("\(title)（\(why)）", "\(title) (\(why))") }
  /// What to do, and the cell that says so.
  func placed(_ what: String, _ place: String) -> String { self("\(what)（\(place)）", "\(what) (\(place))") }
  func among(_ count: Int, _ all: Int) -> String {
    self("取自 \(all) 份中的 \(count) 份", "from \(count) of \(all) workbooks")
  }
  var night: String { digest.night }
  var trend: String { digest.trend }

  // MARK: What moved

  var forward: String { self("前進", "Forward") }
  var back: String { self("後退", "Back") }
  var slipped: String { digest.slipped }
  var received: String { digest.received }
  var newlyOverdue: String { digest.newlyOverdue }
  var firstNight: String {
    self("第一次執行，還沒有可比的前一次。", "This is the first run, so there is nothing to compare with yet.")
  }
  var nothingMoved: String { self("商機與回款都沒有變動。", "No deal or payment has changed.") }
  var deal: String { self("商機", "Deal") }
  var payment: String { self("回款", "Payment") }
  var why: String { self("原因", "Reason") }
  var before: String { self("原為", "Was") }
  var now: String { self("現為", "Is") }
  var later: String { self("延後天數", "Days later") }

  // MARK: Work

  var late: String { self("已逾期", "Overdue") }
  var thisWeek: String { self("本週", "This week") }
  var afterwards: String { self("之後", "Later") }
  var noDate: String { self("未定日期", "No date") }
  var toCollect: String { self("待收款", "To collect") }
  var renewals: String { self("續約", "Renewals") }
  var drifting: String { self("漂移客戶", "Drifting") }
  var firstThings: String { self("先做", "First") }
  var nothingToDo: String { self("本週沒有要做的事。", "There is nothing to do this week.") }
  var kind: String { self("類別", "Kind") }
  var what: String { self("內容", "What") }
  var date: String { self("日期", "Date") }
  var id: String { self("編號", "ID") }
  var place: String { self("儲存格", "Cell") }
  var account: String { self("客戶", "Account") }
  var amount: String { self("金額", "Amount") }
  var copy: String { self("標註副本", "Annotated copy") }
  var nobody: String { digest.nobody }
  func kind(_ kind: String) -> String {
    switch kind {
    case "money": self("收款", "Collect")
    case "renewal": self("續約", "Renew")
    case "drift": self("漂移", "Drift")
    default: self("下一步", "Next step")
    }
  }

  // MARK: People and accounts

  var openDeals: String { self("在手商機", "Open deals") }
  var owed: String { self("未收款", "Money owed") }
  var overdue: String { self("其中逾期", "Of which overdue") }
  var daysOverdue: String { self("逾期天數", "Days overdue") }
  var due: String { self("到期日", "Due") }
  var probability: String { self("成交機率", "Chance") }
  var expected: String { self("預計簽約", "Expected") }
  var stalled: String { self("停滯天數", "Days stalled") }
  var relation: String { self("關係分", "Relation") }
  var drift: String { self("漂移", "Drift") }
  var lastVisit: String { self("上次拜訪", "Last visit") }
  var lastVisits: String { self("最近拜訪", "Last visits") }
  var visitor: String { self("拜訪人", "Visitor") }
  var topic: String { self("內容", "Topics") }
  var result: String { self("結果", "Result") }
  var nextStep: String { self("下一步", "Next step") }
  var people: String { self("決策人", "Decision makers") }
  var contact: String { self("姓名", "Name") }
  var post: String { self("職務", "Title") }
  var role: String { self("角色", "Role") }
  var influence: String { self("影響力", "Influence") }
  var support: String { self("支持度", "Support") }
  var status: String { self("狀態", "Status") }
  var level: String { self("等級", "Level") }
  var lifecycle: String { self("生命週期", "Lifecycle") }
  var strategy: String { self("策略", "Strategy") }
  func days(_ count: String) -> String { self("\(count) 天", "\(count) days") }
  var expiry: String { self("到期", "Expires") }

  // MARK: Findings

  var new: String { self("新增", "New") }
  var reopened: String { self("重現", "Reopened") }
  var fixed: String { self("已解決", "Fixed") }
  var waived: String { self("已豁免", "Waived") }
  var others: String { self("已不在或不是團隊的檔案", "Files that are gone or are not team workbooks") }

  func causes(_ causes: Int, _ findings: Int) -> String {
    self(
      "\(findings) 項發現，\(causes) 種原因",
      "\(findings) \(findings == 1 ? "finding" : "findings"), \(causes) \(causes == 1 ? "cause" : "causes")")
  }
  func following(_ count: Int) -> String { self("，連帶 \(count) 項", ", and \(count) that follow from it") }
  func isNew(_ count: Int) -> String { self("新增 \(count)", "\(count) new") }
  func fixed(_ count: Int) -> String { self("已解決 \(count) 項", "\(count) fixed") }
  func gone(_ count: Int) -> String { self("不再檢查 \(count) 項", "\(count) no longer asked") }
  func waived(_ count: Int) -> String { self("已豁免 \(count) 項", "\(count) waived") }
  /// Before the message of one of several findings.
  var example: String { self("，例如：", ", for example: ") }
  var remedy: String { self("怎麼改", "What to do") }
  var cells: String { self("位置", "Cells") }
  var noFindings: String { self("沒有未解決的發現。", "No finding is open.") }

  // MARK: What the history tells

  var calibration: String { self("贏率校準", "Stated and actual win rates") }
  func calibrationNote(_ fewest: Int) -> String {
    self(
      "歷史中看到結案的商機：離開各階段時設定的贏率與結果。滿 \(fewest) 筆才算得準。",
      "Closed deals in the history: the probability stated when they left each stage, and how they ended. At least \(fewest) are needed for a reliable rate."
    )
  }
  var closedDeals: String { self("已結商機", "Closed deals") }
  var stated: String { self("設定贏率", "Stated") }
  var cameTrue: String { self("實際贏率", "Actual") }
  var brier: String { self("預測誤差（0 最準）", "Error (0 is best)") }
  func tooFew(_ fewest: Int) -> String { self("不足 \(fewest) 筆", "fewer than \(fewest)") }
  var fairness: String { self("目標公平", "Fairness of targets") }
  func fastOx(_ index: String) -> String {
    self(
      "鞭打快牛指數 \(index)：上期完成率與本期增幅的相關；大於 0.5 表示做得好的人被加得多。",
      "Fast-ox index \(index): how closely increases follow attainment; above 0.5, the people who did well got the largest increases."
    )
  }
  var noFastOx: String {
    self("鞭打快牛指數：有前後兩期的人不足 3 位。", "No fast-ox index: fewer than 3 owners have both a previous and a current period.")
  }
  var previousTarget: String { self("上期目標", "Previous target") }
  var previousWon: String { self("上期實績", "Previous actual") }
  var attainment: String { self("上期完成率", "Attainment") }
  var growth: String { self("增幅", "Growth") }

  // MARK: Choosing and sorting

  var show: String { self("顯示", "Show") }
  var sort: String { self("排序", "Sort") }
  var all: String { self("全部", "All") }
  var withErrors: String { self("有錯誤", "With errors") }
  var withOverdue: String { self("有逾期款", "With overdue money") }
  var atRisk: String { self("達標有風險", "Target at risk") }
  var withNews: String { self("今天有變", "With news") }
  var byAttention: String { self("先看", "Most urgent") }
  var byName: String { self("名稱", "Name") }
  var byOverdue: String { self("逾期金額", "Overdue money") }
  var byChance: String { self("達標機率低的先", "Lowest chance") }
}
