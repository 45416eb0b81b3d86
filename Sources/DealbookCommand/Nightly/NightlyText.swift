// SPDX-License-Identifier: Apache-2.0

import Base
import Isolation
import Nightly
import Playbook

/// What a night prints on the terminal. Findings are one to a line, with the words for states and severities that the JSON has; the rest is
/// in the language that was chosen, or that of whoever runs the night.
struct NightlyText: SaysInThreeLanguages {
  let language: Language
  private let night: NightBrief
  private let authorities: [Authority]
  private let notFilled: [(path: String, why: String?)]

  /// - Parameter notFilled: the workbooks, each with the reason if it could not be filled.
  init(
    _ night: NightBrief, _ authorities: [Authority], notFilled: [(path: String, why: String?)], language: Language?
  ) {
    self.language = language ?? .ofLocale
    self.night = night
    self.authorities = authorities
    self.notFilled = notFilled
  }

  /// New findings come first and the summary last, next to the prompt.
  func write(quiet: Bool) {
    for file in night.unchecked {
      StandardOutput.write(
        Printable.text(file.path)
          + self("：未檢查（\(RecordedReason.outcome(file.outcome, in: language))）", ": not checked (\(file.outcome))")
          + (file.why.isEmpty ? "" : colon + Printable.text(RecordedReason.told(file.why, in: language))) + "\n")
    }
    for (path, why) in notFilled {
      guard let why else { continue }
      StandardOutput.write(
        Printable.text(path) + self("：未計算：", ": not filled: ")
          + Printable.text(RecordedReason.told(why, in: language)) + "\n")
    }
    let news = night.count(.new) + night.count(.reopened) + night.count(.fixed) + night.count(.notAsked)
    for (finding, count) in night.news.folded {
      StandardOutput.write(Self.line(finding) + following(count) + "\n")
    }
    if news > night.news.count {
      let rest = news - night.news.count
      StandardOutput.write(
        self("… 另有 \(rest) 項新增、已解決或不再檢查的發現", "… \(rest) more findings that are new, fixed or no longer asked") + "\n")
    }
    let isSilent = quiet && news == 0 && night.unchecked.isEmpty
    for authority in authorities.prefix(NightBrief.listed) where !isSilent || !authority.isUsual {
      StandardOutput.write(Printable.text(authority.told(in: language)) + "\n")
    }
    if authorities.count > NightBrief.listed {
      let rest = authorities.count - NightBrief.listed
      StandardOutput.write(
        self("… 另有 \(rest) 份規則手冊與豁免清單", "… \(rest) more playbooks and lists of waivers") + "\n")
    }
    if isSilent { return }
    StandardOutput.write(summary + "\n")
  }

  private func following(_ count: Int) -> String {
    count == 0
      ? "" : self("（另有 \(count) 項由此而來）", " (\(count) more \(count == 1 ? "follows" : "follow") from it)")
  }

  private static func line(_ night: NightFinding) -> String {
    let finding = night.finding
    var place = night.file
    if !finding.sheet.isEmpty { place += ":\(finding.sheet)" }
    if let cell = finding.cell { place += "!\(cell)" } else if let row = finding.row { place += "!\(row)" }
    let words = [night.state.rawValue, finding.severity, finding.rule, finding.rowId, finding.header ?? finding.column]
    return "\(Printable.text(place)): \(Printable.text(words.filter { !$0.isEmpty }.joined(separator: " "))): "
      + Printable.text(finding.message)
  }

  private var summary: String {
    let since = night.previousAsOf.map { self("與 \($0) 比較", "since \($0)") } ?? self("第一次執行", "first run")
    var files = [self("已檢查 \(night.checked) 份工作簿", "\(count(night.checked, "workbook", "workbooks")) checked")]
    if !night.unchecked.isEmpty {
      files.append(self("\(night.unchecked.count) 份未檢查", "\(night.unchecked.count) not"))
    }
    if night.strangers > 0 {
      files.append(self("\(night.strangers) 份不是團隊工作簿", "\(night.strangers) not a team's"))
    }
    func states(_ state: FindingState, _ traditional: TraditionalText, _ english: String) -> String {
      self(traditional, "\(night.count(state)) \(english)")
    }
    var parts = [
      self("新增 \(night.count(.new))", "+\(night.count(.new)) new"),
      states(.reopened, "重現 \(night.count(.reopened))", "reopened"),
      states(.fixed, "已解決 \(night.count(.fixed))", "fixed"),
    ]
    var persisting = states(.persisting, "未解決 \(night.count(.persisting))", "persisting")
    if night.count(.persisting) > 0, let oldest = night.oldest {
      persisting += self("（最早自 \(oldest)）", " (oldest since \(oldest))")
    }
    parts.append(persisting)
    if night.count(.notAsked) > 0 {
      parts.append(states(.notAsked, "不再檢查 \(night.count(.notAsked))", "no longer asked"))
    }
    parts.append(states(.waived, "已豁免 \(night.count(.waived))", "waived"))
    let (errors, warnings, notes) = (night.open("error"), night.open("warning"), night.open("info"))
    let severities = [
      self("錯誤 \(errors)", count(errors, "error", "errors")),
      self("警告 \(warnings)", count(warnings, "warning", "warnings")),
      self("提示 \(notes)", count(notes, "note", "notes")),
    ]
    return night.asOf + self("（\(since)）：", " (\(since)): ")
      + [files, parts, severities].map { $0.joined(separator: comma) }.joined(separator: semicolon)
  }
}
