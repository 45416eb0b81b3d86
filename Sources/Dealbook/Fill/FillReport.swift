// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// What a fill does, or would do.
public struct FillReport: Sendable {
  /// A computed column of one sheet.
  public struct FilledColumn: Sendable {
    public let sheet: String
    public let id: ColumnID
    public let header: String
    /// 1-based.
    public let number: Int
    public let isNew: Bool
    /// Helper columns are added hidden.
    public let isHidden: Bool
    /// The number of cells that get another value or formula.
    public let changed: Int
    /// The number of cells that somebody typed over; they stay.
    public let kept: Int
  }

  /// Something that is added besides computed columns.
  public enum Addition: Hashable, Sendable {
    case sheet(String)
    /// Settings that formulas need, on an existing Settings sheet.
    case settings(sheet: String, names: [String])
    /// Lists, or columns of lists, that formulas need.
    case lists(sheet: String, headers: [String])
    /// A table that grows with the new columns.
    case tableColumns(table: String, count: Int)
    case definedNames(Int)
    /// A name for which the tool uses another, because the workbook uses it for something else.
    case otherName(String, ours: String)
    /// A name of the tool that referred to something else: its former and its current target.
    case movedName(String, from: String, to: String)
    /// The as-of date that the caller passed.
    case asOf(sheet: String, cell: CellReference)
    /// The period, which goes on with the year of the as-of date.
    case period(sheet: String, first: String, last: String)
  }

  public internal(set) var columns: [FilledColumn] = []
  public internal(set) var additions: [Addition] = []
  public internal(set) var skipped: [SkippedColumn] = []
  /// Sheets that could not be written.
  public internal(set) var leftOut: [LeftOutSheet] = []
  /// What else is left undone, as sentences.
  public internal(set) var remarks: [Localized] = []
  /// The cells that change, in the order of sheets, columns and rows; only if requested.
  public internal(set) var changes: [CellChange] = []

  public var changedCells: Int { columns.reduce(0) { $0 + $1.changed } }
  public var keptCells: Int { columns.reduce(0) { $0 + $1.kept } }
}

/// A cell that a fill changes.
public struct CellChange: Sendable {
  public let sheet: String
  public let cell: CellReference
  public let old: CellValue
  public let new: CellValue
  /// Without the leading `=`; nil for a plain value.
  public let formula: String?
}
