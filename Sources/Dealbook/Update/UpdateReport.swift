import Spreadsheet

/// What an export brings to a team's workbook, sheet by sheet.
public struct UpdateReport: Sendable {
  public struct Sheet: Sendable {
    /// The name on the tab of the team's sheet.
    public let title: String
    /// The ids of rows that are new.
    public internal(set) var added: [String] = []
    /// Typed cells that get another value.
    public internal(set) var changes: [CellChange] = []
    /// The ids of rows that the export has no longer. They stay.
    public internal(set) var missing: [String] = []
    /// What was left as it is, and why.
    public internal(set) var kept: [Kept] = []
    /// Columns of the export that the team's sheet does not have, or keeps in another unit.
    public internal(set) var passedOver: [String] = []
  }

  /// Something that the export says otherwise and that stays.
  public struct Kept: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// The cell has a formula of the team's.
      case formula
      /// The export's value can't be read as what the column holds.
      case unreadable
      /// The id stands in several rows of the one file or the other.
      case ambiguousID
      /// A row of the export without an id.
      case noID
      /// Something stands below the data, so that no row can be added.
      case noRoom
    }

    public let reason: Reason
    /// The id of the row, or its number in the export where it has none.
    public let row: String
    /// The header of the column; empty for a whole row.
    public let column: String
    /// What the export says.
    public let value: String
  }

  public internal(set) var sheets: [Sheet] = []

  public var addedCount: Int { sheets.reduce(0) { $0 + $1.added.count } }
  public var changedCount: Int { sheets.reduce(0) { $0 + $1.changes.count } }
  public var missingCount: Int { sheets.reduce(0) { $0 + $1.missing.count } }
  public var keptCount: Int { sheets.reduce(0) { $0 + $1.kept.count } }
}
