// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// The situation in the period: of each owner, each team and the company, and of stages, payments and renewals.
///
/// A figure that the workbook does not give is blank or missing, never 0.
public struct Situation: Hashable, Sendable {
  /// The chances of an owner in a period (a row of the Targets sheet), or of a team or the company.
  public struct Prospect: Hashable, Sendable {
    /// The ID of the row on the Targets sheet; empty if there is none.
    public var id: String
    public var name: String
    /// Serial dates in the workbook's date system.
    public var start: Double?
    public var end: Double?
    /// By the keys of columns of the Targets sheet, ``Situation/prospectKeys``.
    public var values: [String: CellValue]
    /// Whether the distribution is exact; for a team or a company with very many deals it is a normal approximation.
    public var isExact = true
    /// The cents to which amounts of deals were rounded, because there were too many different totals; 1 if they were not.
    public var grain = 1

    public func number(_ key: String) -> Double? { values[key]?.number }
  }

  /// A stage of the funnel: what has reached it, and what needs to.
  public struct Stage: Hashable, Sendable {
    public var number: Int
    public var label: String
    /// By the keys of the funnel table: `count`, `amount`, `reached`, `need`, `margin`, `margin_pct`, `gap`, `status`.
    public var values: [String: CellValue]
  }

  /// Payments that are still outstanding.
  public struct Money: Hashable, Sendable {
    /// `2026-04`; `overdue` for what was due earlier, `later` for what has no date.
    public var month: String
    /// The amount owed.
    public var due: Double
    /// The amount owed minus the loss expected from its ageing.
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
    /// The expected income from renewals.
    public var forecast: Double?
  }

  /// The rows of the Targets sheet, in its order; without that sheet, the owners of deals in the period of the settings.
  public var owners: [Prospect]
  /// The teams of owners, according to the People sheet.
  public var teams: [Prospect]
  public var company: Prospect?
  public var stages: [Stage]
  public var cash: [Money]
  public var ageing: [Bucket]
  public var retention: Retention

  /// The figures of a prospect, in the order of display.
  public static let prospectKeys = [
    "target", "floor", "won", "open", "weighted", "mu", "remaining", "attain", "cover", "risk_margin", "margin_rate",
    "p_exact", "p_floor", "p10", "p50", "p90", "commit",
  ]
  public static let stageKeys = ["count", "amount", "reached", "need", "margin", "margin_pct", "gap", "status"]

  public var provision: Double { ageing.reduce(0) { $0 + $1.provision } }
}
