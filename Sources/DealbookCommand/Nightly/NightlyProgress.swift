// SPDX-License-Identifier: Apache-2.0

import Base
import Isolation
import Nightly

/// Shows the progress of a run on standard error: as one changing line on a terminal, otherwise as a line per file.
struct NightlyProgress {
  let total: Int
  let quiet: Bool
  private let line: ProgressLine

  init(total: Int, quiet: Bool) {
    self.total = total
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
    guard line.isShown else { return StandardError.write("\(place): \(Self.words(result))\n") }
    line.show(place)
    if done.value == total { line.clear() }
  }

  private static func words(_ result: FileResult) -> String {
    guard result.outcome == .checked else { return "\(result.outcome.rawValue): \(Printable.text(result.why))" }
    if let why = result.notFilled { return "not filled: \(Printable.text(why))" }
    guard let observation = result.observation else { return "unchanged" }
    if result.isSkimmed { return "\(observation.rows) rows" }
    let counts = SeverityName.all.map { severity in
      "\(observation.findings.count { $0.severity == severity }) \(severity)"
    }
    return counts.joined(separator: ", ") + "; \(observation.rows) rows"
  }
}
