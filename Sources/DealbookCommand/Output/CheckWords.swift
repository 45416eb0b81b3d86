// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The words for the result of a check, in three languages.
struct CheckWords: SaysInThreeLanguages {
  let language: Language

  func workbook(sheets: Int, rows: Int) -> String {
    pick(
      "\(sheets) 張工作表，\(rows) 列資料", "\(sheets) 张工作表，\(rows) 行数据",
      "\(count(sheets, "sheet", "sheets")), \(count(rows, "row", "rows"))")
  }

  func rows(_ count: Int) -> String { pick("\(count) 列資料", "\(count) 行数据", self.count(count, "row", "rows")) }

  /// What was checked, at the end of a line.
  func extent(sheets: Int, rows: Int) -> String {
    pick(
      "\(sheets) 張工作表，\(rows) 列資料", "\(sheets) 张工作表，\(rows) 行数据",
      "\(count(rows, "row", "rows")) on \(count(sheets, "sheet", "sheets"))")
  }

  /// Findings of a rule that are not listed.
  func more(_ count: Int) -> String { pick("另有 \(count) 項", "另有 \(count) 项", "\(count) more") }

  func asOf(_ day: String) -> String { pick("基準日 \(day)", "基准日 \(day)", "as of \(day)") }

  func playbook(_ name: String, _ profile: Profile) -> String {
    let scope =
      switch profile {
      case .small: pick("小團隊範圍", "小团队范围", "small profile")
      case .core: pick("核心範圍", "核心范围", "core profile")
      case .full: pick("完整範圍", "完整范围", "full profile")
      }
    return pick("規則手冊 \(name)（\(scope)）", "规则手册 \(name)（\(scope)）", "playbook \(name) (\(scope))")
  }

  func count(_ severity: Severity, _ count: Int) -> String {
    switch severity {
    case .error: pick("\(count) 項錯誤", "\(count) 项错误", self.count(count, "error", "errors"))
    case .warning: pick("\(count) 項警告", "\(count) 项警告", self.count(count, "warning", "warnings"))
    case .info: pick("\(count) 項提示", "\(count) 项提示", self.count(count, "note", "notes"))
    }
  }

  func causes(_ count: Int) -> String {
    pick("共 \(count) 種原因", "共 \(count) 种原因", self.count(count, "cause", "causes") + " in all")
  }

  /// Behind the counts of findings: how many of them are told with another.
  func thereof(_ following: Int) -> String {
    pick(
      "，其中 \(following) 項由別項而來", "，其中 \(following) 项由别项而来",
      ", \(following) of which \(following == 1 ? "follows" : "follow") from others")
  }

  var nothing: String { pick("沒有發現問題。", "没有发现问题。", "Nothing to report.") }

  func nothingChosen(_ total: Int) -> String {
    pick(
      "所選範圍內沒有問題（全部共 \(total) 項）。", "所选范围内没有问题（全部共 \(total) 项）。",
      "Nothing to report among what was chosen (\(self.count(total, "finding", "findings")) in all).")
  }

  /// Aligns the severities.
  var severityWidth: Int { language == .english ? 7 : 4 }

  /// - Parameter following: the findings that follow from those, which a repair may settle with them.
  func oneRepair(_ count: Int, following: Int) -> String {
    let more =
      following == 0
      ? ""
      : pick(
        "，以及由此而來的 \(following) 項", "，以及由此而来的 \(following) 项",
        " and \(following) that \(following == 1 ? "follows" : "follow")")
    return pick(
      "一次修復即可解決 \(count) 項\(more)：", "一次修复即可解决 \(count) 项\(more)：",
      "One repair settles \(self.count(count, "finding", "findings"))\(more):")
  }

  func byHand(_ severity: Severity) -> String {
    switch severity {
    case .error: pick("須親自改正的錯誤：", "须亲自改正的错误：", "Errors to correct by hand:")
    case .warning: pick("請逐項查看的警告：", "请逐项查看的警告：", "Warnings to look into:")
    case .info: pick("供參考的提示：", "供参考的提示：", "Notes, for information:")
    }
  }

  func following(_ count: Int) -> String {
    pick(
      "（另有 \(count) 項由此而來）", "（另有 \(count) 项由此而来）",
      " (\(count) more \(count == 1 ? "follows" : "follow") from it)")
  }

  /// After the first of several cells.
  func more(_ rest: Int, of total: Int) -> String { pick("等 \(total) 處", "等 \(total) 处", "and \(rest) more") }

  /// What to do with a workbook in which nothing was recognised.
  func stranger(_ command: String) -> String {
    pick(
      "這不是團隊的工作簿：沒有認出任何一張表，所以什麼也沒有檢查。要看哪些表和欄對得上，請執行：\(command)",
      "这不是团队的工作簿：没有认出任何一张表，所以什么也没有检查。要看哪些表和列对得上，请运行：\(command)",
      "This is not a team workbook: none of its sheets was recognised, and nothing was checked. To see what could be matched: \(command)"
    )
  }

  /// Before the remedy of those that are left.
  func repairsSome(_ count: Int, of total: Int, _ command: String) -> String {
    pick(
      "其中 \(count) 項執行 \(command) 即可解決；其餘：", "其中 \(count) 项运行 \(command) 即可解决；其余：",
      "\(command) settles \(count) of the \(total); the others: ")
  }

  func row(_ number: Int) -> String { pick("第 \(number) 列", "第 \(number) 行", "row \(number)") }

  var noOwner: String { pick("未指明責任人", "未指明责任人", "No owner") }

  var wholeWorkbook: String { pick("整個工作簿", "整个工作簿", "The workbook as a whole") }

  /// What to do first if it is read without a playbook of its team.
  func unadopted(_ command: String) -> String {
    pick(
      "沒有這個團隊的規則手冊。\(command) 可以認識它的欄位和用語。", "没有这个团队的规则手册。\(command) 可以认识它的列和用语。",
      "No playbook of this team is known. To learn its columns and words: \(command)")
  }

  /// What to do first if it is only a guess what the workbook is.
  func guessed(_ command: String) -> String {
    pick(
      "看起來像團隊的工作簿，但不能確定。先執行 \(command)，確認各表各欄是什麼。",
      "看起来像团队的工作簿，但不能确定。先运行 \(command)，确认各表各列是什么。",
      "It only looks like a team workbook. First confirm what its sheets and columns are: \(command)")
  }

  /// What to do about what a repair leaves alone for a reason.
  ///
  /// - Parameter unit: for a number in another unit, the rule by which the unit is found.
  func unrepaired(_ reason: UnmadeRepair.Reason, unit: String?) -> String {
    if case .formula = reason {
      return pick("這個值來自公式，請改公式。", "这个值来自公式，请改公式。", "The value comes from a formula: correct the formula.")
    }
    if let unit {
      return pick(
        "先解決這一欄的單位（\(unit)），並一起改成數字。", "先解决这一列的单位（\(unit)），并一起改成数字。",
        "Settle the unit of the column (\(unit)), and make these numbers with it.")
    }
    switch reason {
    case .unitLine(let line): return line.isOfSeveralCurrencies ? oneCurrency : convertsByHand
    case .header:
      return pick(
        "請自行把數值換算成元，並一起改欄名。", "请自行把数值换算成元，并一起改列名。",
        "Convert the numbers to single units by hand, and change the header together with them.")
    case .readElsewhere, .statedElsewhere:
      let why = reason.words[language]
      return pick(
        "fill --repair 不換算這一欄：\(why)。", "fill --repair 不换算这一列：\(why)。",
        "fill --repair does not convert the column: \(why).")
    case .severalTabs(let tabs):
      let tabs = list(tabs, most: 3)
      return pick(
        "這一欄分在多個工作表（\(tabs)），fill --repair 不改它的單位和公式。請自行在各工作表修正。",
        "这一列分在多个工作表（\(tabs)），fill --repair 不改它的单位和公式。请自行在各工作表修正。",
        "fill --repair leaves the unit and the formulas of a column on several tabs alone (\(tabs)). Correct each tab by hand."
      )
    default:
      let why = reason.words[language]
      return pick(
        "fill --repair 不換算這一欄：\(why)。請連同這些一起換算。", "fill --repair 不换算这一列：\(why)。请连同这些一起换算。",
        "fill --repair does not convert the column: \(why). Convert it by hand, together with these.")
    }
  }

  /// What to do about labels that are nowhere stated.
  func adopts(_ command: String) -> String {
    pick(
      "執行 \(command)，把團隊自己的選項和意義寫進 dealbook.yaml；打錯的字就改正。", "运行 \(command)，把团队自己的选项和含义写进 dealbook.yaml；打错的字就改正。",
      "\(command) writes the team's own labels and what they mean into dealbook.yaml; correct what is misspelt.")
  }

  /// Behind what IDs look like, where most of the column are written otherwise.
  func ownIDs(_ command: String) -> String {
    pick(
      "團隊的編號本來就是這樣時，執行 \(command)，把它們的格式寫進 dealbook.yaml。",
      "团队的编号本来就是这样时，运行 \(command)，把它们的格式写进 dealbook.yaml。",
      " If your IDs are meant to look like this, \(command) writes their form into dealbook.yaml.")
  }

  /// A sentence behind a colon.
  func continued(_ text: String) -> String {
    // A name, such as that of a command, stays as it is.
    guard language == .english, text.dropFirst().first?.isLowercase == true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Between a colon and what follows it.
  var gap: String { pick("", "", " ") }

  /// What to do about a text beside the table that states the unit.
  var convertsByHand: String {
    pick(
      "請自行把數值換算成元，並一起改這段文字。", "请自行把数值换算成元，并一起改这段文字。",
      "Convert the numbers to single units by hand, and change this text together with them.")
  }

  /// What to do about amounts in several currencies.
  var oneCurrency: String {
    pick(
      "請把金額換算成同一種貨幣、同一種單位，或一種貨幣一份檔案。", "请把金额换算成同一种货币、同一种单位，或一种货币一份文件。",
      "Convert the amounts to one currency in single units, or keep one workbook for each currency.")
  }

  func repairsAll(_ command: String) -> String {
    pick("或執行 \(command)", "或运行 \(command)", "or \(command)")
  }

  func footer(repairable: Int, of total: Int) -> String {
    pick(
      "\(total) 項中有 \(repairable) 項可以自動修復：", "\(total) 项中有 \(repairable) 项可以自动修复：",
      "\(repairable) of \(self.count(total, "finding", "findings")) can be repaired:")
  }

  /// Behind the command of a repair: what it cannot write.
  func leavesOut(_ sheets: [String]) -> String {
    let names = list(sheets, most: 3)
    return pick(
      "修復會寫入；\(names)的計算欄要等上面的問題解決才寫得出來，所以結束碼是 3。",
      "修复会写入；\(names)的计算列要等上面的问题解决才写得出来，所以退出码是 3。",
      "The repairs are written; the computed columns of \(names) have to wait for what is said above, so the exit code is 3."
    )
  }

  /// - Parameter isMore: whether a safe repair settles others.
  func footerAll(_ count: Int, isMore: Bool) -> String {
    pick(
      "\(isMore ? "改用 --repair all 可再修復" : "--repair all 可修復") \(count) 項，但會改動已填寫的值；先以 --dry-run 查看。",
      "\(isMore ? "改用 --repair all 可再修复" : "--repair all 可修复") \(count) 项，但会改动已填写的值；先以 --dry-run 查看。",
      "--repair all settles \(count)\(isMore ? " more" : ""), but changes values that somebody typed: look with --dry-run first."
    )
  }

  /// Instead of a remedy that has been told for another cause.
  func asFor(_ rule: String) -> String { pick("同上面的 \(rule)。", "同上面的 \(rule)。", "As for \(rule) above.") }

  /// - Parameter whole: keeps a command in one piece.
  func more(command: String, rule: String, _ whole: (String) -> String) -> String {
    let (all, explain) = (whole("\(command) --show all"), whole("dealbook explain \(rule)"))
    let owner = whole("--group-by owner")
    return pick(
      "逐項列出：\(all)；按責任人：\(owner)；規則的說明：\(explain)", "逐项列出：\(all)；按责任人：\(owner)；规则的说明：\(explain)",
      "Each finding: \(all); by owner: \(owner); about a rule: \(explain)")
  }
}
