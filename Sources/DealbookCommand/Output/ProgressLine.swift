// SPDX-License-Identifier: Apache-2.0

import Isolation
import Synchronization

/// A line on standard error that is updated in place for somebody waiting at a terminal. It is not shown elsewhere, nor during
/// the first second.
final class ProgressLine: Sendable {
  private struct State {
    var isDrawn = false
    var isEnded = false
  }

  private let state = Mutex(State())
  private let started = ContinuousClock.now
  private let delay: Duration
  /// Whether anybody can see it.
  let isShown: Bool

  init(isWanted: Bool, after delay: Duration = .seconds(1)) {
    isShown = isWanted && StandardError.isTerminal
    self.delay = delay
  }

  /// The time since the work began.
  var elapsed: Duration { ContinuousClock.now - started }

  func show(_ words: String) {
    state.withLock { state in
      guard isShown, !state.isEnded, elapsed >= delay else { return }
      state.isDrawn = true
      StandardError.write("\r\u{1B}[K" + words)
    }
  }

  /// Clears the line until it is shown again.
  func clear() {
    state.withLock { state in
      if state.isDrawn { StandardError.write("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }

  var isEnded: Bool { state.withLock { $0.isEnded } }

  /// Clears the line for good.
  func end() {
    clear()
    state.withLock { $0.isEnded = true }
  }
}
