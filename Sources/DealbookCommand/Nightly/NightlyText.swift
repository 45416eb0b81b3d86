// SPDX-License-Identifier: Apache-2.0

import Base
import Isolation
import Nightly

/// What a night prints on the terminal.
struct NightlyText {
  private let night: NightBrief
  private let authorities: [Authority]
  private let notFilled: [(path: String, why: String?)]

  /// - Parameter notFilled: the workbooks, each with the reason if it could not be filled.
  init(_ night: NightBrief, _ authorities: [Authority], notFilled: [(path: String, why: String?)]) {
    self.night = night
    self.authorities = authorities
    self.notFilled = notFilled
  }

  /// New findings come first and the summary last, next to the prompt.
  func write(quiet: Bool) {
    for file in night.unchecked {
      StandardOutput.write(
        "\(Printable.text(file.path)): not checked (\(file.outcome)): \(Printable.text(file.why))\n")
    }
    for (path, why) in notFilled {
      guard let why else { continue }
      StandardOutput.write("\(Printable.text(path)): not filled: \(Printable.text(why))\n")
    }
    let news = night.count(.new) + night.count(.reopened) + night.count(.fixed) + night.count(.notAsked)
    for finding in night.news { StandardOutput.write(Self.line(finding) + "\n") }
    if news > night.news.count {
      StandardOutput.write("… \(news - night.news.count) more findings that are new, fixed or no longer asked\n")
    }
    let isSilent = quiet && news == 0 && night.unchecked.isEmpty
    for authority in authorities.prefix(NightBrief.listed) where !isSilent || !authority.isUsual {
      StandardOutput.write(Printable.text(authority.told) + "\n")
    }
    if authorities.count > NightBrief.listed {
      StandardOutput.write("… \(authorities.count - NightBrief.listed) more playbooks and lists of waivers\n")
    }
    if isSilent { return }
    StandardOutput.write(summary + "\n")
  }

  private static func line(_ night: NightFinding) -> String {
    let finding = night.finding
    var place = night.file
    if !finding.sheet.isEmpty { place += ":\(finding.sheet)" }
    if let cell = finding.cell { place += "!\(cell)" } else if let row = finding.row { place += "!\(row)" }
    let words = [night.state.rawValue, finding.severity, finding.rule, finding.rowId, finding.column]
    return "\(Printable.text(place)): \(Printable.text(words.filter { !$0.isEmpty }.joined(separator: " "))): "
      + Printable.text(finding.message)
  }

  private var summary: String {
    let since = night.previousAsOf.map { "since \($0)" } ?? "first run"
    var text = "\(night.asOf) (\(since)): \(night.checked) workbooks checked"
    if !night.unchecked.isEmpty { text += ", \(night.unchecked.count) not" }
    if night.strangers > 0 { text += ", \(night.strangers) not a team's" }
    text += "; +\(night.count(.new)) new, \(night.count(.reopened)) reopened, \(night.count(.fixed)) fixed"
    text += ", \(night.count(.persisting)) persisting"
    if night.count(.persisting) > 0, let oldest = night.oldest { text += " (oldest since \(oldest))" }
    if night.count(.notAsked) > 0 { text += ", \(night.count(.notAsked)) no longer asked" }
    text += ", \(night.count(.waived)) waived"
    return text + "; \(night.open("error")) error, \(night.open("warning")) warning, \(night.open("info")) info"
  }
}
