/// What should differ in one worksheet.
public struct SheetEdit: Sendable {
  public var cells: [CellReference: CellEdit] = [:]
  /// Whole columns of cells; a cell also named in `cells` follows `cells`. Two fills must not share a cell.
  public var fills: [ColumnFill] = []
  /// Widths, visibility and outline of columns.
  public var columns: [ColumnFormat] = []
  public var tables: [TableEdit] = []
  public var notes: [CellReference: NoteEdit] = [:]
  /// The column that the sheet's own automatic filter should reach at least, for columns appended right beside it; the
  /// hidden name `_xlnm._FilterDatabase` follows. Nothing happens when the sheet has no such filter.
  public var autoFilterLastColumn: Int?
  /// Rows that are written below the last one of a list, as ``cells`` say.
  public var appendedRows: AppendedRows?
  /// Columns that are to look again as if nobody had formatted them: their width, their outline and that they are hidden.
  public var forgottenColumns: Set<Int> = []
  /// Columns that are to look again as they did before somebody formatted them.
  public var restoredColumns: [ColumnFormat] = []
  /// Where the sheet ends once cells at its right edge are removed.
  public var rightEdge: RightEdge?

  public init() {}

  /// Whether it asks for nothing.
  package var isEmpty: Bool {
    cells.isEmpty && fills.isEmpty && columns.isEmpty && tables.isEmpty && notes.isEmpty && autoFilterLastColumn == nil
      && appendedRows == nil && forgottenColumns.isEmpty && restoredColumns.isEmpty && rightEdge == nil
  }

  /// How many cells it names.
  var cellCount: Int { fills.reduce(cells.count) { $0 + $1.written.count(where: { $0 }) } }
}

/// The last column in which a sheet holds anything, before cells are removed and after. What only states where cells are
/// (`dimension`, `spans`) follows.
public struct RightEdge: Hashable, Sendable {
  public var old: Int
  public var new: Int

  public init(from old: Int, to new: Int) {
    self.old = old
    self.new = new
  }
}

/// Rows that are typed below a list: what ends with the list takes them in, as Excel does when somebody types there: its table,
/// the filter of the sheet, drop-downs and other checks of what is typed, and conditional formats.
public struct AppendedRows: Hashable, Sendable {
  /// The last row that the list has.
  public var after: Int
  /// At least 1.
  public var count: Int
  /// Of the list; what lies beside it does not grow.
  public var columns: ClosedRange<Int>

  public init(after: Int, count: Int, columns: ClosedRange<Int>) {
    self.after = after
    self.count = count
    self.columns = columns
  }

  /// The last row with them.
  var last: Int { after + count }

  /// The range with the new rows, where it ends with the list or among them, and is one of its columns.
  func grown(_ range: CellRange) -> CellRange? {
    guard range.first.row <= after, range.last.row >= after, range.last.row < last, range.columns.overlaps(columns),
      let corner = CellReference(row: last, column: range.last.column)
    else { return nil }
    return CellRange(range.first, corner)
  }
}

/// What one cell should hold.
public struct CellEdit: Hashable, Sendable {
  /// The value, or with a formula its cached value. `.blank` without a formula empties the cell but keeps its style.
  public var value: CellValue
  /// A formula in the notation of the file, without the leading `=`.
  public var formula: String?
  public var style: StyleChoice
  /// Whether a formula that stands in the cell stays, whichever it is, and gets ``value`` as its cached value; also in the cells of
  /// an array formula.
  public var keepsFormula = false
  /// The range over which the array formula in the cell, which stays, gives values from now on; nil leaves it as it is.
  public var arrayRange: CellRange?
  /// Whether the cell goes with its style, as if it had never been stored.
  public private(set) var isRemoved = false

  /// No cell at all: neither value nor formula nor style.
  public static let removed: CellEdit = {
    var edit = CellEdit(.blank)
    edit.isRemoved = true
    return edit
  }()

  /// The new cached value of a formula that is there.
  public init(cached value: CellValue, arrayRange: CellRange? = nil) {
    self.value = value
    formula = nil
    style = .keep
    keepsFormula = true
    self.arrayRange = arrayRange
  }

  public init(_ value: CellValue, formula: String? = nil, style: StyleChoice = .keep) {
    self.value = value
    self.formula = formula
    self.style = style
  }
}

/// How a column looks; what is nil stays as it is.
public struct ColumnFormat: Hashable, Sendable {
  public var column: Int
  /// In characters of the default font (18.3.1.13), 0 … 255.
  public var width: Double?
  public var hidden: Bool?
  /// 0 … 7.
  public var outlineLevel: Int?
  /// On the column beside a group: that the group is folded away.
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

/// A worksheet that does not exist yet.
public struct NewSheet: Sendable {
  /// The name on the tab: 1–31 UTF-16 units, none of `\ / ? * [ ] :`.
  public var name: String
  public var hidden: Bool
  public var cells: [CellReference: CellEdit] = [:]
  public var fills: [ColumnFill] = []
  public var columns: [ColumnFormat] = []
  public var notes: [CellReference: CellNote] = [:]
  /// Rows that stay in view at the top; 0 for none.
  public var frozenRows = 0

  public init(name: String, hidden: Bool = false) {
    self.name = name
    self.hidden = hidden
  }
}
