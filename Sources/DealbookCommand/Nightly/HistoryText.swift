// SPDX-License-Identifier: Apache-2.0

import Nightly
import Playbook

/// What a history holds, as text. The states and kinds of changes are the words that its JSON has.
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
    if run.notAsked > 0 { counts.append(self("不再詢問 \(run.notAsked)", "\(run.notAsked) no longer asked")) }
    counts.append(self("已豁免 \(run.waived)", "\(run.waived) waived"))
    let times = run.times > 1 ? self("，執行 \(run.times) 次", ", run \(run.times) times") : ""
    return [
      "\(run.run)", run.asOf, self("結束碼 \(run.exit)", "exit \(run.exit)"), files, counts.joined(separator: comma),
      self("開始於 \(run.started)", "began \(run.started)") + times,
    ].joined(separator: "  ")
  }

  /// Run by run what happened to findings, which values changed and what the figures were.
  func lines(_ answer: HistoryExport) -> [String] {
    var lines: [(run: Int, text: String)] = []
    for event in answer.events {
      let place = [event.rule, event.rowId, event.column].filter { !$0.isEmpty }.joined(separator: " ")
      lines.append(
        (event.run, "\(event.asOf)  \(event.state)  \(event.file): \(event.severity) \(place): \(event.message)"))
    }
    for change in answer.changes {
      lines.append(
        (
          change.run,
          "\(change.asOf)  \(self("變動", "changed"))  \(change.file): \(change.kind) \(change.rowId) \(change.field): "
            + "\(shown(change.before)) → \(shown(change.after))"
        ))
    }
    for line in answer.figures {
      let target = line.figures
      func figure(_ name: String, _ value: Double?) -> String { value.map { "  \(name) \($0)" } ?? "" }
      lines.append(
        (
          line.run,
          "\(line.asOf)  \(self("數字", "figures"))  \(line.file): \(target.id) \(target.owner) \(target.start)…\(target.end)"
            + figure(self("目標", "target"), target.target) + figure(self("已簽", "won"), target.won)
            + figure(self("在手", "open"), target.open) + figure(self("達標機率", "P(target)"), target.probability)
            + figure("P10", target.p10) + figure("P50", target.p50) + figure("P90", target.p90)
            + figure(self("可承諾值", "committable"), target.committable)
        ))
    }
    if lines.isEmpty { return [self("歷史中沒有相符的內容", "nothing in the history matches")] }
    return lines.enumerated().sorted { ($0.element.run, $0.offset) < ($1.element.run, $1.offset) }.map(\.element.text)
  }

  private func shown(_ value: String) -> String { value.isEmpty ? self("（無）", "(none)") : value }
}
