// SPDX-License-Identifier: Apache-2.0

import Base
import Synchronization

/// Shows the progress of long work on one workbook on a ``ProgressLine``: a bar with its stages, and the time it has taken.
final class StageBar: Sendable {
  private let name: String
  private let stages: [String]
  private let line: ProgressLine
  /// The position of the current stage.
  private let present = Mutex(0)

  /// - Parameter stages: the names of the stages in order. The first has begun.
  init(_ path: String, stages: [String], isWanted: Bool) {
    name = Printable.text(path.split(separator: "/").last.map(String.init) ?? path)
    self.stages = stages
    line = ProgressLine(isWanted: isWanted)
    // If nobody can see it, there is no need for a second thread.
    guard line.isShown else { return }
    Task.detached { [self] in
      while !line.isEnded {
        try? await Task.sleep(for: .milliseconds(500))
        line.show(Self.words(name, stages, present: present.withLock { $0 }, after: line.elapsed))
      }
    }
  }

  /// Begins the next stage.
  func advance() { present.withLock { $0 += 1 } }

  /// Ends the work, whether it is complete or not.
  func end() { line.end() }

  /// `team.xlsx ████░░ writing the sheets (2 of 3), 4 s`
  static func words(_ name: String, _ stages: [String], present: Int, after elapsed: Duration) -> String {
    let place = min(present, stages.count - 1)
    let done = String(repeating: "█", count: 4 * place + 2)
    let open = String(repeating: "░", count: 4 * (stages.count - place) - 2)
    let seconds = elapsed.components.seconds
    let time = seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    return "\(name) \(done)\(open) \(stages[place]) (\(place + 1) of \(stages.count)), \(time)"
  }
}
