// SPDX-License-Identifier: Apache-2.0

import Nightly
import Playbook

/// What a history holds, as text.
struct HistoryText: SaysInThreeLanguages {
  let language: Language

  /// One run.
  func line(_ run: RunRecord) -> String {
    let files =
      self("\(run.files) 份", count(run.files, "file", "files"))
      + (run.notChecked > 0 ? self("（\(run.notChecked) 份未檢查）", " (\(run.notChecked) not checked)") : "")
    var counts = [
      self("新增 \(run.new)", "+\(run.new) new"), self("重現 \(run.reopened)", "\(run.reopened) reopened"),
      self("已解決 \(run.fixed)", "\(run.fixed) fixed"), self("未解決 \(run.persisting)", "\(run.persisting) persisting"),
    ]
    if run.notAsked > 0 { counts.append(self("不再檢查 \(run.notAsked)", "\(run.notAsked) no longer asked")) }
    counts.append(self("已豁免 \(run.waived)", "\(run.waived) waived"))
    let times = run.times > 1 ? self("，執行 \(run.times) 次", ", run \(run.times) times") : ""
    return [
      "\(run.run)", run.asOf, self("結束碼 \(run.exit)", "exit \(run.exit)"), files, counts.joined(separator: comma),
      self("開始於 \(run.started)", "began \(run.started)") + times,
    ].joined(separator: "  ")
  }

  var nothing: String { self("歷史中沒有相符的內容", "nothing in the history matches") }

  /// What happened to a finding, which value changed or what the figures were.
  func line(_ item: History.Item) -> String {
    switch item {
    case .event(let event):
      let place = [event.rule, event.rowId, event.header ?? event.column].filter { !$0.isEmpty }.joined(separator: " ")
      return
        "\(event.asOf)  \(state(event.state))  \(event.file)\(colon)\(severity(event.severity)) \(place)\(colon)\(event.message)"
    case .change(let change):
      return
        "\(change.asOf)  \(self("變動", "changed"))  \(change.file)\(colon)\(kind(change.kind)) \(change.rowId) \(field(change.field))\(colon)"
        + "\(shown(change.before)) → \(shown(change.after))"
    case .figures(let line):
      let target = line.figures
      func figure(_ name: String, _ value: Double?) -> String { value.map { "  \(name) \($0)" } ?? "" }
      return
        "\(line.asOf)  \(self("數字", "figures"))  \(line.file)\(colon)\(target.id) \(target.owner) \(target.start)…\(target.end)"
        + figure(self("目標", "target"), target.target) + figure(self("已簽", "won"), target.won)
        + figure(self("在手", "open"), target.open) + figure(self("達標機率", "P(target)"), target.probability)
        + figure("P10", target.p10) + figure("P50", target.p50) + figure("P90", target.p90)
        + figure(self("可承諾值", "committable"), target.committable)
    }
  }

  /// A workbook of which not all runs are known.
  func line(_ kept: History.Kept) -> String {
    self(
      "\(kept.file)\(colon)歷史只夠保留第 \(kept.run) 次執行起的內容",
      "\(kept.file): the history has room only for what run \(kept.run) and later ones found")
  }

  /// What became of a finding, whose JSON has the English word.
  private func state(_ state: String) -> String {
    switch state {
    case "new": self("新增", state)
    case "reopened": self("重現", state)
    case "persisting": self("未解決", state)
    case "fixed": self("已解決", state)
    case "no longer asked": self("不再檢查", state)
    case "waived": self("已豁免", state)
    case "moved": self("隨檔案改名", state)
    default: state
    }
  }

  private func kind(_ kind: String) -> String {
    switch kind {
    case "deal": self("商機", kind)
    case "payment": self("回款", kind)
    case "target": self("目標", kind)
    default: kind
    }
  }

  private func field(_ name: String) -> String {
    switch name {
    case "amount": self("金額", name)
    case "close": self("預計簽約日", "expected close")
    case "due": self("到期日", name)
    case "owner": self("責任人", name)
    case "probability": self("機率", name)
    case "received": self("實收", name)
    case "stage": self("階段", name)
    case "won": self("已簽", name)
    default: name
    }
  }

  private func severity(_ name: String) -> String { Severity(rawValue: name).map { severity($0) } ?? name }

  private func shown(_ value: String) -> String { value.isEmpty ? self("（無）", "(none)") : value }
}
