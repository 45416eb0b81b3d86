// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// What an export changes in a team's workbook, sheet by sheet.
public struct UpdateReport: Sendable {
  public struct Sheet: Sendable {
    /// The name on the tab of the team's sheet.
    public let title: String
    /// The IDs of new rows.
    public internal(set) var added: [String] = []
    /// Typed cells that get another value.
    public internal(set) var changes: [Change] = []
    /// The IDs of rows that the export no longer has. They stay.
    public internal(set) var missing: [String] = []
    /// What was left as it is, and why.
    public internal(set) var kept: [Kept] = []
    /// Columns of the export that are not brought over, and why.
    public internal(set) var passedOver: [PassedOver] = []
    /// Labels that were brought over although the list of their column does not have them.
    public internal(set) var unknownLabels: [Kept] = []
  }

  /// A typed cell of the team's that gets another value.
  public struct Change: Hashable, Sendable {
    public let sheet: String
    public let cell: CellReference
    public let old: CellValue
    public let new: CellValue
    /// The two as people write them: a date as `2026-03-31`.
    public let oldText: String
    public let newText: String
  }

  /// A column of the export that is not brought over.
  public struct PassedOver: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// The team's sheet has no such column.
      case noColumn
      /// The amounts of the two are in different units.
      case unit
      /// In different currencies, as ISO 4217 writes them; nil where nothing says which.
      case currency(export: String, team: String?)
      /// One stores 60 % as 0.6, the other as 60, or it is unclear what it does.
      case percentScale
    }

    /// The header in the export.
    public let header: String
    public let reason: Reason
  }

  /// A difference in the export that was not taken over.
  public struct Kept: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// The cell has a formula of the team's.
      case formula
      /// The export's value cannot be read as the column's type.
      case unreadable
      /// It can be read in two ways.
      case ambiguous
      /// It is an amount in another currency than the column's.
      case otherCurrency
      /// It is no value that the column may have, such as a share of 70.
      case outOfRange
      /// It may be in another scale than the column's: 0.6 among 60s.
      case percentScale
      /// The team's sheet has an id that is the same number: 1 and 001.
      case similarID
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
