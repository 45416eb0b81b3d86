// SPDX-License-Identifier: Apache-2.0

import Isolation
import Synchronization

/// One line on standard error that changes in place, for somebody who waits at a terminal: nothing is shown where nobody looks,
/// and nothing before a second has gone by.
final class ProgressLine: Sendable {
  private struct State {
    var isDrawn = false
    var isEnded = false
  }

  private let state = Mutex(State())
  private let started = ContinuousClock.now
  private let delay: Duration
  /// Whether there is anybody to show it to.
  let isShown: Bool

  init(isWanted: Bool, after delay: Duration = .seconds(1)) {
    isShown = isWanted && StandardError.isTerminal
    self.delay = delay
  }

  /// Since the work began.
  var elapsed: Duration { ContinuousClock.now - started }

  func show(_ words: String) {
    state.withLock { state in
      guard isShown, !state.isEnded, elapsed >= delay else { return }
      state.isDrawn = true
      StandardError.write("\r\u{1B}[K" + words)
    }
  }

  /// Makes room for other words, until the next is shown.
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
