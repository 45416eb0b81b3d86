public import Playbook
public import Spreadsheet

/// A workbook without what fills have added to it: computed columns, sheets, settings, lists, names and marks of ours.
///
/// ```swift
/// let removed = try RemovedFill(workbook, playbook: playbook, options: options)
/// // removed.bytes, removed.report
/// ```
/// What is ours is known by the record that each fill keeps on the hidden sheet `_meta`, not by looks: a column that the team had
/// itself keeps its header and all that is typed in it. What people typed stays wherever it is: on a column of ours with its header,
/// on a sheet of ours with the whole sheet, whose formulas become their values. Where a formula, a chart or a pivot table of the
/// team's reads something of ours nothing is removed, for it would no longer mean what it says.
///
/// A workbook without such a record (made by ``NewWorkbook``, or filled before fills kept one) is left as it is. Takes about the time
/// of a fill.
public struct RemovedFill: Sendable {
  public let report: RemovalReport
  /// Those of the workbook itself when nothing is to be removed.
  public let bytes: [UInt8]

  /// - Throws: what keeps the workbook from being read or written.
  public init(_ workbook: Workbook, playbook: Playbook, options: ReadOptions) throws(DealbookError) {
    let analysis = try Analysis(workbook, playbook: playbook, options: options)
    var planner = RemovalPlanner(analysis)
    do throws(SpreadsheetError) {
      let edit = try planner.plan()
      bytes = try workbook.applying(edit)
      report = planner.report
    } catch {
      throw .spreadsheet(error)
    }
  }
}

/// What the removal of fills does, or why it does nothing.
public struct RemovalReport: Sendable {
  /// Why nothing is removed.
  public enum Refusal: Hashable, Sendable {
    /// The workbook has no record of a fill.
    case noRecord
    /// These read what would be removed.
    case readers([OutsideReader])
  }

  /// A computed column of one sheet.
  public struct Column: Hashable, Sendable {
    public let sheet: String
    public let header: String
    /// Cells that lose a formula or value of ours.
    public let cells: Int
    /// Cells that people typed over: they stay.
    public let kept: Int
    /// Whether the header goes with the cells.
    public let isRemoved: Bool
  }

  public internal(set) var refusal: Refusal?
  public internal(set) var columns: [Column] = []
  /// Titles of sheets that are removed.
  public internal(set) var sheets: [String] = []
  /// Titles of sheets of ours on which somebody typed.
  public internal(set) var keptSheets: [String] = []
  public internal(set) var settings: [String] = []
  /// Settings of ours whose value somebody changed.
  public internal(set) var keptSettings: [String] = []
  /// Headers of columns of lists.
  public internal(set) var lists: [String] = []
  public internal(set) var keptLists: [String] = []
  public internal(set) var names = 0
  /// The cell in which the as-of date is again what people had entered.
  public internal(set) var asOf: String?
  /// Computed columns of which it can't be told whether they are ours or the team's; they stay as they are.
  public internal(set) var untold: [ColumnID] = []
  /// Columns that a fill added and that are not found under their headers; they stay as they are.
  public internal(set) var missing: [ColumnID] = []
}
