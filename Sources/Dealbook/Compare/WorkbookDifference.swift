// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// The differences of two workbooks by record: moved rows and reordered columns are not differences.
public struct WorkbookDifference: Sendable {
  /// How something differs between the two.
  public enum Change: String, Hashable, Sendable {
    case added, removed, changed
  }

  public struct Cell: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case value, formula, note, format
      /// The tab that the row is on; ``column`` and ``header`` are empty.
      case tab
    }

    public let kind: Kind
    /// The playbook's key; for another column its header, and for a sheet that is not a table the column letters.
    public let column: String
    /// As written on the newer sheet.
    public let header: String
    /// As the team sees it; empty if there is nothing.
    public let old: String
    public let new: String
    public let oldCell: CellReference?
    public let newCell: CellReference?
    public let isComputed: Bool
  }

  public struct Row: Hashable, Sendable {
    public let change: Change
    /// As written; empty if the row has none.
    public let id: String
    /// The ID that the row had before, if it has another one now; it is known by its other contents.
    public let formerID: String?
    /// The row's name.
    public let name: String
    public let oldRow: Int?
    public let newRow: Int?
    /// 1 if an ID identifies the row; otherwise the share of equal cells by which it was matched.
    public let certainty: Double
    /// For a row that was added or removed, all of its cells.
    public let cells: [Cell]
  }

  /// A column and its headers.
  public struct RenamedColumn: Hashable, Sendable {
    public let old: String
    public let new: String

    public init(old: String, new: String) { (self.old, self.new) = (old, new) }
  }

  /// A sheet, or one of several tabs that are read as one.
  public struct Sheet: Sendable {
    public let kind: RecordSheet.Kind
    public let change: Change
    public let title: String
    /// The former name, if the sheet was renamed.
    public let oldTitle: String?
    /// Columns with another header.
    public var renamedColumns: [RenamedColumn] = []
    public let addedColumns: [String]
    public let removedColumns: [String]
    public let rows: [Row]

    public func count(_ change: Change) -> Int { rows.count { $0.change == change } }
  }

  /// The sheets that differ, in the order of the new workbook.
  public let sheets: [Sheet]

  public var isEmpty: Bool { sheets.isEmpty }

  /// The number of rows with this kind of change, over all sheets.
  public func count(_ change: Change) -> Int { sheets.reduce(0) { $0 + $1.count(change) } }
}

/// What is compared besides people's entries.
public struct DifferenceOptions: Sendable {
  /// Values of computed columns and of formulas.
  public var includesComputed = false
  /// Notes, number formats, changed formulas with an unchanged value, names of sheets.
  public var includesAll = false

  public init(includesComputed: Bool = false, includesAll: Bool = false) {
    self.includesComputed = includesComputed
    self.includesAll = includesAll
  }
}
