// SPDX-License-Identifier: Apache-2.0

import Base
import Isolation
import Nightly
import Playbook

/// Shows the progress of a run on standard error: as one changing line on a terminal, otherwise as a line per file.
struct NightlyProgress {
  let total: Int
  let quiet: Bool
  private let line: ProgressLine
  private let words: CheckWords

  init(total: Int, quiet: Bool, language: Language) {
    self.total = total
    words = CheckWords(language: language)
    self.quiet = quiet
    done = Counter()
    line = ProgressLine(isWanted: !quiet, after: .zero)
  }

  private let done: Counter

  private final class Counter { var value = 0 }

  func tell(_ result: FileResult) {
    done.value += 1
    guard !quiet else { return }
    let place = "[\(done.value)/\(total)] \(Printable.text(result.path))"
    guard line.isShown else { return StandardError.write(place + words.colon + text(result) + "\n") }
    line.show(place)
    if done.value == total { line.clear() }
  }

  private func text(_ result: FileResult) -> String {
    func told(_ why: String) -> String { Printable.text(RecordedReason.told(why, in: words.language)) }
    guard result.outcome == .checked else {
      return words.at(RecordedReason.outcome(result.outcome.rawValue, in: words.language), told(result.why))
    }
    if let why = result.notFilled { return words("未計算：", "not filled: ") + told(why) }
    guard let observation = result.observation else { return words("沒有變動", "unchanged") }
    if result.isSkimmed { return words.rows(observation.rows) }
    let counts = Severity.allCases.reversed().map { severity in
      words.count(severity, observation.findings.count { $0.severity == severity.rawValue })
    }
    return counts.joined(separator: words.comma) + words.semicolon + words.rows(observation.rows)
  }
}
