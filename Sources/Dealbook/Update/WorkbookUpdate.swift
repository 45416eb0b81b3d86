// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Updates a team's workbook with the rows of an export, matched by ID: new rows are added below the others, changed inputs are set. Rows
/// that the export no longer has stay and are reported; a blank cell in the export changes nothing.
/// ```swift
/// let update = try WorkbookUpdate(of: team, from: export)
/// let bytes = try update.apply()
/// ```
public struct WorkbookUpdate: Sendable {
  public let report: UpdateReport
  private let edit: WorkbookEdit
  private let workbook: Workbook

  /// - Throws: if no sheet of the export is one of the team's, or a sheet has no IDs to match rows by.
  public init(of team: BoundWorkbook, from export: BoundWorkbook) throws(DealbookError) {
    workbook = team.workbook
    var report = UpdateReport()
    var edit = WorkbookEdit()
    for source in export.sheets where source.rows.count > 0 {
      guard let target = team.sheet(source.prefix), target.headerRow != nil else { continue }
      guard let key = Self.key(of: source, target) else {
        throw .usage(
          Spoken.words(
            "\(target.title)：列只能按編號對上，而匯出檔的「\(source.title)」沒有與團隊的表相同的編號欄",
            "\(target.title): rows can only be matched by their IDs, and \(source.title) of the export "
              + "has no ID column that the team's sheet also has"))
      }
      var sheet = SheetUpdate(source, target, key: key, team: team, export: export)
      do { try sheet.compare() } catch { throw .spreadsheet(error) }
      report.sheets.append(sheet.report)
      edit.insertedRows[target.sheetIndex] = sheet.insertion
      for (index, wish) in target.divided(sheet.edit) where !wish.cells.isEmpty || !wish.tables.isEmpty {
        edit.sheets[index] = wish
      }
    }
    guard !report.sheets.isEmpty else {
      throw .usage(
        Spoken.words(
          "匯出檔裡沒有一張表是團隊工作簿有的；dealbook inspect 可看各有哪些表",
          "no sheet of the export is also in the team's workbook; dealbook inspect shows what each has"))
    }
    self.report = report
    self.edit = edit
  }

  /// The workbook with the rows of the export; its own bytes if nothing changes.
  public func apply() throws(DealbookError) -> [UInt8] {
    do { return try workbook.applying(edit) } catch { throw .spreadsheet(error) }
  }

  /// The column that identifies rows, if both sheets have it.
  private static func key(of source: LocatedSheet, _ target: LocatedSheet) -> String? {
    target.definition.inputColumns.first { column in
      column.type == .id && source.column(column.key) != nil && target.column(column.key) != nil
    }?.key
  }
}
