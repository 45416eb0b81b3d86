public import Spreadsheet

/// How two workbooks differ, by record: rows that moved and columns in another order are no difference.
public struct WorkbookDifference: Sendable {
  /// Something that one has and the other has not, or has otherwise.
  public enum Change: String, Hashable, Sendable {
    case added, removed, changed
  }

  public struct Cell: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case value, formula, note, format
    }

    public let kind: Kind
    /// The playbook's key; for another column its header, for a sheet that is no table the letters.
    public let column: String
    /// As the newer of the sheets writes it.
    public let header: String
    /// As the team sees it; empty where there is nothing.
    public let old: String
    public let new: String
    public let oldCell: CellReference?
    public let newCell: CellReference?
    public let isComputed: Bool
  }

  public struct Row: Hashable, Sendable {
    public let change: Change
    /// As written; empty where the row has none.
    public let id: String
    /// What people call it.
    public let name: String
    public let oldRow: Int?
    public let newRow: Int?
    /// 1 where an id says which row it is; less where it was known by what it holds: the share of cells that are the same.
    public let certainty: Double
    /// Of a row that was added or removed, all that it holds.
    public let cells: [Cell]
  }

  public struct Sheet: Sendable {
    public let kind: RecordSheet.Kind
    public let change: Change
    public let title: String
    /// Where the sheet has another name now, the one that it had.
    public let oldTitle: String?
    public let addedColumns: [String]
    public let removedColumns: [String]
    public let rows: [Row]

    public func count(_ change: Change) -> Int { rows.count { $0.change == change } }
  }

  /// Those that differ, in the order of the new workbook.
  public let sheets: [Sheet]

  public var isEmpty: Bool { sheets.isEmpty }

  /// How many rows are so, over all sheets.
  public func count(_ change: Change) -> Int { sheets.reduce(0) { $0 + $1.count(change) } }
}

/// What is compared beside what people entered.
public struct DifferenceOptions: Sendable {
  /// Values of computed columns and of formulas.
  public var includesComputed = false
  /// Notes, number formats, formulas that give the same value, names of sheets.
  public var includesAll = false

  public init(includesComputed: Bool = false, includesAll: Bool = false) {
    self.includesComputed = includesComputed
    self.includesAll = includesAll
  }
}
