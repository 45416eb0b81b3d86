// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// What an export changes in a team's workbook, sheet by sheet.
public struct UpdateReport: Sendable {
  public struct Sheet: Sendable {
    /// The name on the tab of the team's sheet.
    public let title: String
    /// The IDs of new rows.
    public internal(set) var added: [String] = []
    /// Typed cells that get another value.
    public internal(set) var changes: [CellChange] = []
    /// The IDs of rows that the export no longer has. They stay.
    public internal(set) var missing: [String] = []
    /// What was left as it is, and why.
    public internal(set) var kept: [Kept] = []
    /// Columns of the export that the team's sheet lacks or keeps in another unit.
    public internal(set) var passedOver: [String] = []
  }

  /// A difference in the export that was not taken over.
  public struct Kept: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// The cell has a formula of the team's.
      case formula
      /// The export's value cannot be read as the column's type.
      case unreadable
      /// The ID occurs in several rows of one of the files.
      case ambiguousID
      /// A row of the export without an ID.
      case noID
      /// There is content below the data, so that no row can be added.
      case noRoom
    }

    public let reason: Reason
    /// The ID of the row; its number in the export if it has none.
    public let row: String
    /// The header of the column; empty for a whole row.
    public let column: String
    /// The value in the export.
    public let value: String
  }

  public internal(set) var sheets: [Sheet] = []

  public var addedCount: Int { sheets.reduce(0) { $0 + $1.added.count } }
  public var changedCount: Int { sheets.reduce(0) { $0 + $1.changes.count } }
  public var missingCount: Int { sheets.reduce(0) { $0 + $1.missing.count } }
  public var keptCount: Int { sheets.reduce(0) { $0 + $1.kept.count } }
}
