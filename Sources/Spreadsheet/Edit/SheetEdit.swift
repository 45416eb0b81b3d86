// SPDX-License-Identifier: Apache-2.0

/// The changes to one worksheet.
public struct SheetEdit: Sendable {
  public var cells: [CellReference: CellEdit] = [:]
  /// Runs of cells in columns. If a cell is also in `cells`, `cells` wins. Two fills must not write the same cell.
  public var fills: [ColumnFill] = []
  /// The width, visibility and outline level of columns.
  public var columns: [ColumnFormat] = []
  public var tables: [TableEdit] = []
  public var notes: [CellReference: NoteEdit] = [:]
  public var discussions: [CellReference: DiscussionEdit] = [:]
  /// The last column that the sheet's own AutoFilter should cover, for columns added directly to its right; a filter that already
  /// reaches further stays. The hidden name `_xlnm._FilterDatabase` is updated as well. Has no effect if the sheet has no such
  /// filter.
  public var autoFilterLastColumn: Int?
  /// The rows that ``cells`` adds below a list, so that what belongs to the list grows with it.
  public var appendedRows: AppendedRows?
  /// Columns whose width, outline level and hidden state are reset, as if they had never been formatted.
  public var forgottenColumns: Set<Int> = []
  /// Columns whose format is restored to these earlier values.
  public var restoredColumns: [ColumnFormat] = []
  /// The change of the sheet's last used column, if cells at its right edge are deleted.
  public var rightEdge: RightEdge?

  public init() {}

  /// Whether the edit changes nothing.
  package var isEmpty: Bool {
    cells.isEmpty && fills.isEmpty && columns.isEmpty && tables.isEmpty && notes.isEmpty && discussions.isEmpty
      && autoFilterLastColumn == nil && appendedRows == nil && forgottenColumns.isEmpty && restoredColumns.isEmpty
      && rightEdge == nil
  }

  /// The cells the edit writes.
  package var writtenCells: Set<CellReference> {
    var all = Set(cells.keys)
    for fill in fills {
      for (index, isWritten) in fill.written.enumerated() where isWritten {
        if let cell = CellReference(row: fill.firstRow + index, column: fill.column) { all.insert(cell) }
      }
    }
    return all
  }

  /// The number of cells the edit writes.
  var cellCount: Int { fills.reduce(cells.count) { $0 + $1.written.count(where: { $0 }) } }
}

/// The last used column of a sheet before and after cells are deleted. Where the stored used ranges (`dimension`, `spans`) end
/// with the old one, they shrink to the new one.
public struct RightEdge: Hashable, Sendable {
  public var old: Int
  public var new: Int

  public init(from old: Int, to new: Int) {
    self.old = old
    self.new = new
  }
}

/// Rows added directly below a list. Whatever ends with the list grows to include them, as in Excel when somebody types there:
/// the table, the AutoFilter, data validation and conditional formatting.
public struct AppendedRows: Hashable, Sendable {
  /// The last row of the list before the addition.
  public var after: Int
  /// The number of rows added; at least 1.
  public var count: Int
  /// The columns of the list. Ranges outside these columns do not grow.
  public var columns: ClosedRange<Int>

  public init(after: Int, count: Int, columns: ClosedRange<Int>) {
    self.after = after
    self.count = count
    self.columns = columns
  }

  /// The last row of the list after the addition.
  var last: Int { after + count }

  /// `range` extended to the last new row; nil if it should not grow: it ends above the list's last row, or reaches the last new
  /// row already, or shares no column with the list.
  func grown(_ range: CellRange) -> CellRange? {
    guard range.first.row <= after, range.last.row >= after, range.last.row < last, range.columns.overlaps(columns),
      let corner = CellReference(row: last, column: range.last.column)
    else { return nil }
    return CellRange(range.first, corner)
  }
}

/// The new content of one cell.
public struct CellEdit: Hashable, Sendable {
  /// The value; for a formula, its cached value. `.blank` without a formula empties the cell but keeps its style.
  public var value: CellValue
  /// The formula as the file stores it, without the leading `=`.
  public var formula: String?
  public var style: StyleChoice
  /// Whether an existing formula stays in the cell, with ``value`` as its new cached value. This works for the cells of an array
  /// formula too.
  public var keepsFormula = false
  /// Whether ``formula`` may give several values, which then fill the cells beside and below this one. It is stored as a dynamic array, as
  /// Excel stores what is typed there, and fills its own cell until the workbook is recalculated.
  public var spills = false
  /// Whether ``formula`` becomes a dynamic array if it turns out to give several values, once it is calculated.
  public var spillsIfSeveral = false
  /// Whether the dynamic array that begins in this cell is given up, so that the other cells that it fills can be written.
  public var endsSpill = false
  /// The new range of the array formula in this cell, which itself stays; nil leaves the range unchanged.
  public var arrayRange: CellRange?
  /// Whether the cell is deleted together with its style, as if it had never been stored.
  public private(set) var isRemoved = false

  /// Deletes the cell: its value, formula and style.
  public static let removed: CellEdit = {
    var edit = CellEdit(.blank)
    edit.isRemoved = true
    return edit
  }()

  /// Updates the cached value of a formula that is already in the cell.
  public init(cached value: CellValue, arrayRange: CellRange? = nil) {
    self.value = value
    formula = nil
    style = .keep
    keepsFormula = true
    self.arrayRange = arrayRange
  }

  public init(_ value: CellValue, formula: String? = nil, spills: Bool = false, style: StyleChoice = .keep) {
    self.value = value
    self.formula = formula
    self.spills = spills
    self.style = style
  }
}

/// Changes to the format of a column. A property that is nil stays as it is.
public struct ColumnFormat: Hashable, Sendable {
  public var column: Int
  /// The width in characters of the default font (18.3.1.13), 0 … 255.
  public var width: Double?
  public var hidden: Bool?
  /// The outline (grouping) level, 0 … 7.
  public var outlineLevel: Int?
  /// Whether the group next to this column is collapsed.
  public var collapsed: Bool?

  public init(
    column: Int, width: Double? = nil, hidden: Bool? = nil, outlineLevel: Int? = nil, collapsed: Bool? = nil
  ) {
    self.column = column
    self.width = width
    self.hidden = hidden
    self.outlineLevel = outlineLevel
    self.collapsed = collapsed
  }
}

/// A new worksheet.
public struct NewSheet: Sendable {
  /// The name on the tab: 1–31 UTF-16 code units, none of `\ / ? * [ ] :`.
  public var name: String
  public var hidden: Bool
  public var cells: [CellReference: CellEdit] = [:]
  public var fills: [ColumnFill] = []
  public var columns: [ColumnFormat] = []
  public var notes: [CellReference: CellNote] = [:]
  /// The number of rows frozen at the top; 0 for none.
  public var frozenRows = 0
  /// How it is printed; nil leaves that to the program.
  public var print: PrintDesign?

  public init(name: String, hidden: Bool = false) {
    self.name = name
    self.hidden = hidden
  }
}
