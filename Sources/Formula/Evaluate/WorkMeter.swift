// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts the work of formulas that no index avoids, such as matching text against patterns or scanning rows. Once `limit` is exceeded, the
/// remaining work is skipped, and the caller learns of it from ``isExhausted``.
public final class WorkMeter: Sendable {
  /// In steps of about one byte.
  public let limit: Int
  private let spent = Atomic<Int>(0)

  public init(limit: Int) { self.limit = limit }

  /// Whether work was skipped. Results computed with this meter are then invalid.
  public var isExhausted: Bool { used > limit }

  public var used: Int { spent.load(ordering: .relaxed) }

  /// Records the work and returns false if it exceeds the limit.
  func spend(_ steps: Int) -> Bool {
    spent.wrappingAdd(steps, ordering: .relaxed).newValue <= limit
  }
}

extension RunSettings {
  /// Records the work in the run's meter and returns whether it may be done.
  static func allows(_ steps: Int) -> Bool { meter?.spend(steps) ?? true }
}
