public import Spreadsheet

/// What to do next: for each goal that is not likely enough, the smallest sets of moves that make it so.
public struct Advice: Sendable {
  /// A deal that can be advanced by a stage, or brought back into the period.
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
    /// The header of the column that changes, and what stands there before and after.
    public var column: String
    public var before: CellValue
    public var after: CellValue
    public var type: MoveType
    /// What the move alone comes to.
    public var worth: Worth
  }

  public enum MoveType: Sendable { case label, date }

  /// The differences that something makes: to the chance of the target, to P10 and to what can be committed to.
  public struct Worth: Hashable, Sendable {
    public var chance: Double
    public var p10: Double
    public var commit: Double
  }

  /// Moves that together bring a goal to the wanted confidence.
  public struct MoveSet: Sendable {
    public var moves: [Move]
    public var before: Situation.Prospect
    public var after: Situation.Prospect

    public var chanceBefore: Double { before.number("p_exact") ?? 0 }
    public var chanceAfter: Double { after.number("p_exact") ?? 0 }
  }

  /// So many new deals of a size at a stage would do, on top of all moves.
  public struct NewPipeline: Sendable {
    public var stage: String
    public var probability: Double
    public var size: Double
    public var count: Int
    public var chance: Double

    public var amount: Double { size * Double(count) }
  }

  /// A deal that can't be advanced before there is more evidence.
  public struct Blocked: Sendable {
    public var row: String
    public var name: String
    public var owner: String
    /// The headers of the checks that the next stage asks for and that are not met.
    public var missing: [String]
    /// The stage after the one that the evidence verifies.
    public var stage: String
  }

  /// What one owner, or the company, can do.
  public struct Goal: Sendable {
    public var prospect: Situation.Prospect
    /// Whether the goal is likely enough as it is.
    public var isReached: Bool
    /// The best set first, then others as small; empty when none reaches the goal or none is needed.
    public var sets: [MoveSet]
    /// False when the search stopped at its bound: then a smaller or a better set may exist.
    public var isExact: Bool
    /// Sets that were weighed.
    public var tried: Int
    /// All moves there are, the one that is worth most first.
    public var moves: [Move]
    public var blocked: [Blocked]
    /// The chance with all moves made.
    public var chanceOfAll: Double
    public var newPipeline: [NewPipeline]
    /// Owners whose deals are left alone, as they carry enough already (鞭打快牛).
    public var spared: [String]
  }

  /// Money that is overdue, and what comes with it.
  public struct Collection: Sendable {
    public var change: String
    public var row: String
    public var account: String
    public var owner: String
    public var outstanding: Double
    /// What of the provision falls away.
    public var provision: Double
    public var daysOver: Double
  }

  public struct Renewal: Sendable {
    public var change: String
    public var row: String
    public var account: String
    public var owner: String
    /// What renewing adds to what is expected of renewals.
    public var worth: Double
    public var expiry: Double?
  }

  /// From 0 to 1.
  public var reach: Double
  public var goals: [Goal]
  /// The largest provision first.
  public var collections: [Collection]
  /// The largest worth first.
  public var renewals: [Renewal]
  /// The bound at which a search stops.
  public var bound: Int
}
