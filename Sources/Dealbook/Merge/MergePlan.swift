// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// The result of a merge: the edit that turns ours into the result, and the conflicts that remain.
public struct MergePlan: Sendable {
  /// An edit of our workbook.
  public internal(set) var edit = WorkbookEdit()
  public internal(set) var conflicts: [MergeConflict] = []
  public internal(set) var remarks: [MergeRemark] = []
  /// The number of cells, in rows that ours has, that take a value from a copy.
  public internal(set) var changedCells = 0
  public internal(set) var addedRows = 0
  public internal(set) var removedRows = 0
  /// The number of rows that are on another tab than in ours.
  public internal(set) var movedRows = 0
  public internal(set) var addedColumns = 0
  /// What the cells of the conflicts hold.
  public internal(set) var disputed = DisputedCells.base
  /// The names of the copies in the order used by conflicts: ours first.
  public internal(set) var sides: [String] = []
  /// Changes to cells around the data, by sheet index, kept until it is known which rows are inserted.
  var aroundEdits: [Int: SheetEdit] = [:]
  /// The lists of ours to which rows are added.
  var additions: [ListGrowth] = []
  /// The same, for what reads them.
  public internal(set) var grownLists = GrownLists()
  /// Deleted rows that may be taken out.
  var removal = RowRemoval()
  /// Whether the edit needs a date format.
  var needsDateStyle = false
  /// By sheet, the cells that get a date.
  var dates: [Int: [CellReference: WorkbookEdit.NumberKind]] = [:]

  public init() {}

  /// Whether ours is already the result.
  public var isUnchanged: Bool {
    changedCells == 0 && addedRows == 0 && removedRows == 0 && movedRows == 0 && addedColumns == 0 && !hasOthers
  }

  /// The number of cells whose note or discussion is set, changed or removed.
  public var changedNotes: Int {
    edit.sheets.values.reduce(0) { $0 + $1.notes.count + $1.discussions.count }
  }

  /// Whether notes, discussions or sheets are added.
  var hasOthers: Bool {
    !edit.newSheets.isEmpty || edit.sheets.values.contains { !$0.notes.isEmpty || !$0.discussions.isEmpty }
  }
}

/// Why nothing was merged.
public enum MergeRefusal: Error, Sendable {
  /// The base is not that of the copy: only `known` of `of` rows are found there; `rows` lists some that are not.
  case notTheBase(copy: String, known: Int, of: Int, rows: [String])
  /// Two copies share rows that the base lacks, or lack rows that it has; their common base is a later state.
  case laterBase(first: String, second: String, rows: [String])
  /// A copy, or the base, has a sheet of conflicts with choices that are not made or not applied.
  case undecided(copy: String, count: Int)
  case unreadable(DealbookError)
}
