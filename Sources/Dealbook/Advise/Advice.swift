// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// Recommendations: for each goal that is not likely enough, the smallest sets of moves that make it likely enough.
public struct Advice: Sendable {
  /// A deal that can be advanced by one stage, or brought back into the period.
  public struct Move: Sendable {
    public enum Kind: String, Sendable {
      case advance
      case bringBack
    }

    public var kind: Kind
    /// As `whatif --change` takes it: `deals.D-006.stage=談判簽約`.
    public var change: String
    public var row: String
    public var name: String
    public var owner: String
    public var amount: Double
    /// The header of the changed column, and its value before and after.
    public var column: String
    public var before: CellValue
    public var after: CellValue
    public var type: MoveType
    /// The effect of this move alone.
    public var worth: Worth
  }

  public enum MoveType: Sendable { case label, date }

  /// Changes in the chance of reaching the target, in P10 and in the amount that can be committed.
  public struct Worth: Hashable, Sendable {
    public var chance: Double
    public var p10: Double
    public var commit: Double
  }

  /// A set of moves that together bring a goal to the wanted confidence.
  public struct MoveSet: Sendable {
    public var moves: [Move]
    public var before: Situation.Prospect
    public var after: Situation.Prospect

    public var chanceBefore: Double { before.number("p_exact") ?? 0 }
    public var chanceAfter: Double { after.number("p_exact") ?? 0 }
  }

  /// The number of new deals of a given size and stage that would be enough in addition to all moves.
  public struct NewPipeline: Sendable {
    public var stage: String
    public var probability: Double
    public var size: Double
    public var count: Int
    public var chance: Double

    public var amount: Double { size * Double(count) }
  }

  /// A deal that cannot be advanced without more evidence.
  public struct Blocked: Sendable {
    public var row: String
    public var name: String
    public var owner: String
    /// The headers of the unmet checks that the next stage requires.
    public var missing: [String]
    /// The stage after the one that the evidence supports.
    public var stage: String
  }

  /// What one owner, or the company, can do.
  public struct Goal: Sendable {
    public var prospect: Situation.Prospect
    /// Whether the goal is likely enough already.
    public var isReached: Bool
    /// Whether the period has ended, so that nothing can be done about it any more.
    public var isOver = false
    /// The best set first, then others of the same size. Empty if no set reaches the goal or none is needed.
    public var sets: [MoveSet]
    /// False if the search stopped at its bound, so that a smaller or better set may exist.
    public var isExact: Bool
    /// The number of sets that were evaluated.
    public var tried: Int
    /// All available moves, the most valuable first. Empty if none is needed, or the period is over.
    public var moves: [Move]
    public var blocked: [Blocked]
    /// The number of deals that close after the period, where nothing shows which of them have slipped out of it.
    public var later = 0
    /// The chance if all moves are made.
    public var chanceOfAll: Double
    public var newPipeline: [NewPipeline]
    /// Owners who are not asked for more because they carry enough already (鞭打快牛).
    public var spared: [String]
  }

  /// An overdue payment to collect, and the effect of collecting it.
  public struct Collection: Sendable {
    public var change: String
    public var row: String
    public var account: String
    public var owner: String
    public var outstanding: Double
    /// The part of the bad-debt provision that would be released.
    public var provision: Double
    public var daysOver: Double
  }

  public struct Renewal: Sendable {
    public var change: String
    public var row: String
    public var account: String
    public var owner: String
    /// What the renewal adds to the expected renewals.
    public var worth: Double
    public var expiry: Double?
  }

  /// The wanted confidence, from 0 to 1.
  public var reach: Double
  public var goals: [Goal]
  /// The largest provision first.
  public var collections: [Collection]
  /// The most valuable first.
  public var renewals: [Renewal]
  /// The bound at which a search stops.
  public var bound: Int
  /// Deals that are taken to be won or lost together, as requested.
  public var bonds: [String]
}
