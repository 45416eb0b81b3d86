import Synchronization

/// Counts the work of formulas that no index can spare: texts against patterns, rows one by one. With so much of it spent, what is
/// left is not done, and whoever asked finds out here.
public final class WorkMeter: Sendable {
  /// In steps of about a byte.
  public let limit: Int
  private let spent = Atomic<Int>(0)

  public init(limit: Int) { self.limit = limit }

  /// Whether the results that were computed with this meter are none, as work was left out.
  public var isExhausted: Bool { used > limit }

  public var used: Int { spent.load(ordering: .relaxed) }

  /// False when there is no room for this work.
  func spend(_ steps: Int) -> Bool {
    spent.wrappingAdd(steps, ordering: .relaxed).newValue <= limit
  }
}

extension RunSettings {
  /// Whether so much work may be done.
  static func allows(_ steps: Int) -> Bool { meter?.spend(steps) ?? true }
}
