// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// What an export changes in a team's workbook, sheet by sheet.
public struct UpdateReport: Sendable {
  public struct Sheet: Sendable {
    /// The name on the tab of the team's sheet.
    public let title: String
    /// The header of the IDs.
    public let key: String
    /// The names of the tabs from which it is read, usually one.
    public let tabs: [String]
    /// The new rows.
    public internal(set) var added: [Added] = []
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
    /// Columns that have another header in the export than in the team's sheet.
    public internal(set) var otherNames: [OtherName] = []
    /// Rows that stay on their tab, though what they say now belongs on another.
    public internal(set) var misplaced: [Misplaced] = []
  }

  /// The two headers of a column.
  public struct OtherName: Hashable, Sendable {
    public let export: String
    public let team: String
  }

  /// A row of the export that the team did not have.
  public struct Added: Hashable, Sendable {
    public let id: String
    /// The name on the tab to which it is added.
    public let sheet: String
  }

  /// A row on one of several tabs that are read as one sheet, such as one for each owner.
  public struct Misplaced: Hashable, Sendable {
    public let row: String
    /// The header of the column by which the tabs are divided.
    public let column: String
    public let value: String
    /// The tab on which the row is.
    public let tab: String
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
      /// Most amounts are of another order than the team's: they may be in another unit.
      case otherOrder
      /// Most amounts are the team's times one number: gross for net, a month for a year.
      case factor(Double)
      /// Most labels are none of the team's list.
      case labels([String])
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
      /// It is of another kind than the team's cell, in a column that the playbook does not know: a day for a text.
      case otherKind
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
      /// It is the team's amount in a unit of another size, or close to it.
      case otherUnit
      /// The amounts of several rows, this one among them, are the team's times one number.
      case factor
      /// The team has the same row under an ID that the export does not have.
      case otherID
      /// None of the export's IDs is the team's, so that they may be the same rows under other IDs.
      case otherIDs
      /// The ID occurs in several rows of one of the files.
      case ambiguousID
      /// A row of the export without an ID.
      case noID
      /// There is content below the data, so that no row can be added.
      case noRoom
      /// The deal is open again, and the export leaves the day blank on which it had closed.
      case reopened
      /// The team keeps the sheet on several tabs, and it is unclear on which the row belongs.
      case noTab
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
  /// The names of the team's sheets of which the export has rows that cannot be matched, as one of the two has no IDs.
  public internal(set) var unmatched: [String] = []

  public var addedCount: Int { sheets.reduce(0) { $0 + $1.added.count } }
  public var changedCount: Int { sheets.reduce(0) { $0 + $1.changes.count } }
  public var missingCount: Int { sheets.reduce(0) { $0 + $1.missing.count } }
  public var keptCount: Int { sheets.reduce(0) { $0 + $1.kept.count } }

  /// Whether something of the export was left out that somebody has to look at. Formulas of the team's stay on purpose.
  public var isIncomplete: Bool {
    !unmatched.isEmpty
      || sheets.contains { sheet in
        sheet.kept.contains { $0.reason != .formula } || sheet.passedOver.contains { $0.reason != .noColumn }
          || !sheet.unknownLabels.isEmpty || !sheet.misplaced.isEmpty
      }
  }
}
