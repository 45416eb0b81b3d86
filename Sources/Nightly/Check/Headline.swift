// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// The figures with which a workbook's page begins, as the cards of its dashboard have them.
public struct Headline: Hashable, Sendable {
  /// The period: `2026-01-01`; empty where the settings state none.
  public var start: String = ""
  public var end: String = ""
  public var target: Double?
  public var won: Double?
  public var commit: Double?
  public var best: Double?
  /// Of reaching the target, from 0 to 1.
  public var chance: Double?
  public var p10: Double?
  public var p50: Double?
  public var p90: Double?
  public var overdue: Double?
  public var overdueLines: Double?
  /// Renewals that run out within as many days.
  public var due30: Double?
  public var due60: Double?
  public var due90: Double?
  /// Accounts that drift away, and those to watch.
  public var alerts: Double?
  public var watches: Double?
  /// Why a figure is not there.
  public var reasons: [Reason] = []

  public struct Reason: Hashable, Sendable {
    /// As ``HeadlineFigures/Key`` has it.
    public var key: String = ""
    public var text: String = ""
  }

  /// The figures by their keys.
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

  /// Whether it says anything of money or accounts.
  var isEmpty: Bool { Self.places.allSatisfy { self[keyPath: $0.path] == nil } }
}

extension Headline {
  init(_ figures: HeadlineFigures) {
    (start, end) = (figures.start, figures.end)
    for (key, path) in Self.places { self[keyPath: path] = figures.values[key] }
    reasons = HeadlineFigures.Key.allCases.compactMap { key in
      figures.reasons[key].map { Reason(key: key.rawValue, text: $0) }
    }
  }
}
