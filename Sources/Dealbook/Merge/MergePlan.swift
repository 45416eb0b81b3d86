public import Spreadsheet

/// What a merge comes to: the edit that makes ours the result, and what no edit could decide.
public struct MergePlan: Sendable {
  /// Of our workbook.
  public internal(set) var edit = WorkbookEdit()
  public internal(set) var conflicts: [MergeConflict] = []
  public internal(set) var remarks: [MergeRemark] = []
  /// How many cells of rows that ours has get what a copy says.
  public internal(set) var changedCells = 0
  public internal(set) var addedRows = 0
  public internal(set) var removedRows = 0
  public internal(set) var addedColumns = 0
  /// The names of the copies as conflicts count them: ours first.
  public internal(set) var sides: [String] = []
  /// What is changed around the data of sheets, by their positions, until it is known which rows come in.
  var aroundEdits: [Int: SheetEdit] = [:]
  /// Whether the edit has a format for days.
  var needsDateStyle = false

  public init() {}

  /// Whether ours is the result as it is.
  public var isUnchanged: Bool {
    changedCells == 0 && addedRows == 0 && removedRows == 0 && addedColumns == 0 && !hasOthers
  }

  /// Whether notes or sheets come in.
  var hasOthers: Bool { !edit.newSheets.isEmpty || edit.sheets.values.contains { !$0.notes.isEmpty } }
}

/// Why nothing was merged.
public enum MergeRefusal: Error, Sendable {
  /// The base is none of the copy's: so many rows of so many are known there, and these are not.
  case notTheBase(copy: String, known: Int, of: Int, rows: [String])
  /// Two copies share rows that the base lacks, or lack rows that it has: a later state is the base of both.
  case laterBase(first: String, second: String, rows: [String])
  case unreadable(DealbookError)
}
