// SPDX-License-Identifier: Apache-2.0

/// A description of how a workbook should change. Everything not named here stays the same, byte for byte.
///
/// Applying the same edit a second time changes nothing.
public struct WorkbookEdit: Sendable {
  /// The changes to each sheet, by its position in ``Workbook/sheets``.
  public var sheets: [Int: SheetEdit] = [:]
  /// Rows to insert, by position of the sheet. They are inserted first: all other rows and cells in the edit refer to the sheet
  /// after the insertion.
  public var insertedRows: [Int: RowChange.Insertion] = [:]
  /// Rows to remove, by position of the sheet. They are removed last: all rows and cells in the edit, these included, refer to the
  /// sheet before the removal. ``Workbook/removableRows(among:ofSheet:)`` says which rows can be removed.
  public var removedRows: [Int: Set<Int>] = [:]
  /// Sheets to add after the last sheet, in this order. The workbook must not have a sheet of the same name yet.
  public var newSheets: [NewSheet] = []
  /// Sheets with a single table, added after ``newSheets``.
  public var newListSheets: [ListSheet] = []
  /// Sheets with a complete layout, added after ``newListSheets`` or before all others.
  public var newDesigns: [DesignedSheet] = []
  /// Worksheets to remove, by position in ``Workbook/sheets``, together with the parts that only they refer to. Formulas that
  /// name such a sheet are left as they are: see ``Workbook/partThatNames(sheetAt:table:)``.
  public var removedSheets: Set<Int> = []
  /// Ranges that charts display and that have changed their place or size.
  public var chartRanges: [ChartRangeChange] = []
  /// Workbook-level defined names to add, redefine or remove.
  public var definedNames: [DefinedNameEdit] = []
  /// Cell formats to add; `StyleChoice.new(n)` refers to the one at index n.
  public var newStyles: [NewStyle] = []
  public var recalculation: Recalculation = .whenStale
  /// How formulas of ``SheetEdit/fills`` are stored.
  public var formulas: FormulaForm = .plain

  public init() {}
}

/// How formulas that are alike down a column are stored.
public enum FormulaForm: String, Hashable, Sendable, CaseIterable {
  /// Each cell has its own text: what every program reads, and keeps when a cell is overwritten.
  case plain
  /// The first cell has the text and the others refer to it (18.3.1.40): half the size. Some programs lose the formulas of
  /// the others when they overwrite the first. Formulas that name another sheet or a table are stored as with ``plain``: no
  /// program is known to share those.
  case shared
}

/// Whether the spreadsheet program is told to recalculate everything when it next opens the file (18.2.2, `fullCalcOnLoad`).
public enum Recalculation: Hashable, Sendable {
  /// If a value changes while the workbook has formulas whose cached values this edit does not write, or if a formula is written
  /// without a cached value. This way no stale value is taken for a current one.
  case whenStale
  case always
  case never
}
