public import Spreadsheet

/// What a workbook says of the period: of each owner, each team and the company, and of stages, money and renewals.
///
/// A figure that the workbook does not give is blank or missing, never 0.
public struct Situation: Sendable {
  /// The chances of one owner in one period: a row of the Targets sheet; or of a team or the company.
  public struct Prospect: Hashable, Sendable {
    /// The id of the row on the Targets sheet; empty where there is none.
    public var id: String
    public var name: String
    /// Serial dates of the workbook.
    public var start: Double?
    public var end: Double?
    /// By the keys of the columns of the Targets sheet, ``Situation/prospectKeys``.
    public var values: [String: CellValue]
    /// Whether the distribution is exact; of a company with very many deals it is the normal curve.
    public var isExact = true

    public func number(_ key: String) -> Double? { values[key]?.number }
  }

  /// A stage of the funnel: what has reached it and what would have to have.
  public struct Stage: Hashable, Sendable {
    public var number: Int
    public var label: String
    /// By the keys of the funnel table: `count`, `amount`, `reached`, `need`, `margin`, `margin_pct`, `gap`, `status`.
    public var values: [String: CellValue]
  }

  /// Money that is still to come in.
  public struct Money: Hashable, Sendable {
    /// `2026-04`; `overdue` for what should have come, `later` for what has no date.
    public var month: String
    /// What is owed.
    public var due: Double
    /// The same less what the ageing says will be lost.
    public var expected: Double
  }

  public struct Bucket: Hashable, Sendable {
    public var label: String
    public var amount: Double
    public var provision: Double
  }

  public struct Retention: Hashable, Sendable {
    public var net: Double?
    public var gross: Double?
    /// What renewals are expected to bring.
    public var forecast: Double?
  }

  /// Rows of the Targets sheet in its order; without one the owners of the deals in the period of the settings.
  public var owners: [Prospect]
  /// As the People sheet puts owners into teams.
  public var teams: [Prospect]
  public var company: Prospect?
  public var stages: [Stage]
  public var cash: [Money]
  public var ageing: [Bucket]
  public var retention: Retention

  /// What a prospect tells, in the order in which it is told.
  public static let prospectKeys = [
    "target", "floor", "won", "open", "weighted", "mu", "remaining", "attain", "cover", "risk_margin", "margin_rate",
    "p_exact", "p_floor", "p10", "p50", "p90", "commit",
  ]
  public static let stageKeys = ["count", "amount", "reached", "need", "margin", "margin_pct", "gap", "status"]

  public var provision: Double { ageing.reduce(0) { $0 + $1.provision } }
}
