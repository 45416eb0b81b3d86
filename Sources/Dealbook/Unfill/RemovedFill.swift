// SPDX-License-Identifier: Apache-2.0

import Calculation
public import Playbook
public import Spreadsheet

/// A workbook from which everything that fills have added is removed: computed columns, sheets, settings, lists, names and the tool's
/// marks.
///
/// ```swift
/// let removed = try RemovedFill(workbook, playbook: .builtIn, options: ReadOptions(today: today))
/// print(removed.report)
/// try Workbook(removed.bytes).save(to: output)
/// ```
/// The tool's additions are identified by the record that each fill keeps on the hidden sheet `_meta`, not by their appearance: a column
/// that the team had already keeps its header and everything typed in it. What people typed stays: in a column of the tool together with
/// its header, on a sheet of the tool together with the whole sheet, whose formulas become values. If a formula, a rule, a name or a chart
/// of the team's reads any of the additions, nothing is removed, because it would no longer mean the same. Pivot tables are not looked at.
///
/// A workbook without such a record (made by ``NewWorkbook``, or filled before fills kept one) is left as it is. It takes about as long as
/// a fill.
public struct RemovedFill: Sendable {
  public let report: RemovalReport
  /// The workbook's own bytes if nothing is removed.
  public let bytes: [UInt8]
  /// The language in which people are told about it.
  public let messageLanguage: Language

  /// - Throws: if the workbook cannot be read or written.
  public init(_ workbook: Workbook, playbook: Playbook, options: ReadOptions) throws(DealbookError) {
    // The values that a fill wrote are those of the day to which it counted, which the settings hold.
    var options = options
    (options.asOf, options.today) = (nil, nil)
    let analysis = try Analysis(workbook, playbook: playbook, options: options)
    messageLanguage = analysis.team.messageLanguage
    var planner = RemovalPlanner(analysis)
    do throws(SpreadsheetError) {
      let edit = try planner.plan()
      // The team's own formulas may have read whole rows or columns, with what is removed in them.
      bytes = try workbook.applyingCalculated(edit).bytes
      report = planner.report
    } catch {
      throw .spreadsheet(error)
    }
  }
}

/// What a removal does, or why it does nothing.
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
    /// The number of cells that lose a formula or value of the tool.
    public let cells: Int
    /// The number of cells that people typed over; they stay.
    public let kept: Int
    /// Whether the header is removed with the cells.
    public let isRemoved: Bool
  }

  public internal(set) var refusal: Refusal?
  public internal(set) var columns: [Column] = []
  /// Titles of removed sheets.
  public internal(set) var sheets: [String] = []
  /// Titles of the tool's sheets on which somebody typed.
  public internal(set) var keptSheets: [String] = []
  public internal(set) var settings: [String] = []
  /// Settings added by the tool whose value somebody changed.
  public internal(set) var keptSettings: [String] = []
  /// Headers of list columns.
  public internal(set) var lists: [String] = []
  public internal(set) var keptLists: [String] = []
  public internal(set) var names = 0
  /// The cell in which the date that people had entered is restored.
  public internal(set) var asOf: String?
  /// Computed columns that may be the tool's or the team's; they stay as they are.
  public internal(set) var untold: [ColumnID] = []
  /// Columns that a fill added and that are no longer found under their headers; they stay as they are.
  public internal(set) var missing: [ColumnID] = []
}
