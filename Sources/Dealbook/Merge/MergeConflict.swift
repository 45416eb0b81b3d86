public import Spreadsheet

/// Where copies disagree, and nobody but a person can say what holds.
public struct MergeConflict: Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Changed in one way here and in another there.
    case cell
    /// The same of a note.
    case note
    /// A formula that would mean something else where it would come to stand.
    case formula
    /// A row that one side deleted and another changed.
    case row
    /// An id that two new rows have.
    case id
    /// New rows below which something stands.
    case room
  }

  /// What one or more copies say.
  public struct Option: Sendable {
    /// Places among the copies: 0 is ours.
    public let sides: [Int]
    /// As the team sees it.
    public let shown: String
    /// What would come into the cell.
    let cell: RecordCell
    /// Of a row: whether this side deleted it.
    public let isDeletion: Bool
    /// Of a row that it did not delete: what it changed.
    let changes: [CellChoice]

    init(sides: [Int], shown: String, cell: RecordCell = .nothing, isDeletion: Bool = false, changes: [CellChoice] = [])
    {
      self.sides = sides
      self.shown = shown
      self.cell = cell
      self.isDeletion = isDeletion
      self.changes = changes
    }
  }

  /// A cell of a row in conflict.
  struct CellChoice: Sendable {
    var key: String
    var header: String
    var base: RecordCell
    var cell: RecordCell
    var isDate: Bool
  }

  public let kind: Kind
  /// The title on the tab in the result.
  public let sheet: String
  let sheetKind: RecordSheet.Kind
  public let rowID: String
  public let rowName: String
  /// The playbook's key of the column; empty for a row.
  public let column: String
  /// As written.
  public let header: String
  /// What the base says, as the team sees it.
  public let base: String
  let baseCell: RecordCell
  public let options: [Option]
  /// Where it stands in the result; nil where it stands nowhere.
  public internal(set) var cell: CellReference?
  /// The id under which a new row was put that has the id of another.
  public let newID: String?
  let isDate: Bool
}

/// Something that was done, or left, and that people should know.
public enum MergeRemark: Hashable, Sendable {
  /// A copy lacks a column of the base, so that nobody can tell whether it was changed there.
  case columnMissing(copy: String, sheet: String, column: String)
  /// A copy lacks a sheet of the base; it stays.
  case sheetMissing(copy: String, sheet: String)
  /// A sheet that a copy has added, with values and formulas.
  case sheetAdded(copy: String, sheet: String)
  /// A sheet that copies have added with different contents: that of the first copy was taken.
  case sheetsDiffer(sheet: String)
  /// Rows that were known by what they hold.
  case rowsByContent(copy: String, sheet: String, count: Int, certainty: Double)
  /// A row that a copy deleted; its cells are empty now.
  case rowEmptied(sheet: String, id: String, row: Int)
}
