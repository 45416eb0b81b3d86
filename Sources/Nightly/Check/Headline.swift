// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// The figures at the top of a workbook's page, the same as on the cards of its dashboard.
public struct Headline: Hashable, Sendable {
  /// The first day of the period, as in `2026-01-01`; empty if the settings have none.
  public var start: String = ""
  public var end: String = ""
  public var target: Double?
  public var won: Double?
  public var commit: Double?
  public var best: Double?
  /// The probability of reaching the target, from 0 to 1.
  public var chance: Double?
  public var p10: Double?
  public var p50: Double?
  public var p90: Double?
  public var overdue: Double?
  public var overdueLines: Double?
  /// Renewals that expire within 30 days.
  public var due30: Double?
  public var due60: Double?
  public var due90: Double?
  /// The numbers of accounts that are drifting away and of those to watch.
  public var alerts: Double?
  public var watches: Double?
  /// Why figures are missing, and which rows the others leave out.
  public var reasons: [Reason] = []

  public struct Reason: Hashable, Sendable {
    /// The raw value of a ``HeadlineFigures/Key``; empty for a sentence about rows that figures leave out.
    public var key: String = ""
    public var text: String = ""
  }

  /// Where each figure is stored.
  static var places: [(key: HeadlineFigures.Key, path: WritableKeyPath<Headline, Double?>)] {
    [
      (.target, \.target), (.won, \.won), (.commit, \.commit), (.best, \.best), (.chance, \.chance), (.p10, \.p10),
      (.p50, \.p50), (.p90, \.p90), (.overdue, \.overdue), (.overdueLines, \.overdueLines), (.due30, \.due30),
      (.due60, \.due60), (.due90, \.due90), (.alerts, \.alerts), (.watches, \.watches),
    ]
  }

  subscript(key: HeadlineFigures.Key) -> Double? {
    Self.places.first { $0.key == key }.flatMap { self[keyPath: $0.path] }
  }

  func reason(_ key: HeadlineFigures.Key) -> String? { reasons.first { $0.key == key.rawValue }?.text }

  /// Whether it says nothing about money or accounts.
  var isEmpty: Bool { Self.places.allSatisfy { self[keyPath: $0.path] == nil } }
}

extension Headline {
  init(_ figures: HeadlineFigures) {
    (start, end) = (figures.start, figures.end)
    for (key, path) in Self.places { self[keyPath: path] = figures.values[key] }
    reasons = HeadlineFigures.Key.allCases.compactMap { key in
      figures.reasons[key].map { Reason(key: key.rawValue, text: $0) }
    }
    reasons += figures.gaps.map { Reason(text: $0) }
  }
}
