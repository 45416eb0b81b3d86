/// A wish for how a workbook should differ from what it is: what is not named here stays as it was, byte for byte.
///
/// A wish that is fulfilled already costs nothing: applying an edit a second time changes nothing.
public struct WorkbookEdit: Sendable {
  /// By position of the sheet in ``Workbook/sheets``.
  public var sheets: [Int: SheetEdit] = [:]
  /// Rows to put in, by position of the sheet. They come first: everything else in the edit names cells by where they stand then.
  public var insertedRows: [Int: RowChange.Insertion] = [:]
  /// Added after the last sheet, in this order. A sheet of that name must not be there yet.
  public var newSheets: [NewSheet] = []
  /// Sheets that hold one table, added after those.
  public var newListSheets: [ListSheet] = []
  /// Sheets that are laid out whole, added after those or before all others.
  public var newDesigns: [DesignedSheet] = []
  /// Worksheets to take away, by position in ``Workbook/sheets``, with the parts that only they lead to. What names such a sheet
  /// in a formula is left as it is: see ``Workbook/partThatNames(sheetAt:table:)``.
  public var removedSheets: Set<Int> = []
  /// Defined names of the workbook to add, to redefine or to remove.
  public var definedNames: [DefinedNameEdit] = []
  /// Cell formats to append; a `StyleChoice.new(n)` refers to the n-th of them.
  public var newStyles: [NewStyle] = []
  public var recalculation: Recalculation = .whenStale

  public init() {}
}

/// Whether the spreadsheet program is asked to calculate everything when it next opens the file (18.2.2, `fullCalcOnLoad`).
public enum Recalculation: Hashable, Sendable {
  /// When a value changes and the workbook has formulas whose cached values this edit does not write, or when a formula is
  /// written without a cached value: no stale value then passes for a fresh one.
  case whenStale
  case always
  case never
}

/// A defined name of the whole workbook.
public struct DefinedNameEdit: Hashable, Sendable {
  public var name: String
  /// For example `'商機'!$I$5:$I$5000`; nil removes the name.
  public var formula: String?
  public var hidden: Bool

  public init(name: String, formula: String?, hidden: Bool = false) {
    self.name = name
    self.formula = formula
    self.hidden = hidden
  }
}
