// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The hidden sheet `_meta`. It holds cells that are always empty and stand for missing columns, and records which sheets exist
/// (documents/method.md, The hidden sheet). Nothing on it changes between runs with the same inputs.
struct MetaSheet: Sendable {
  static let name = "_meta"
  /// Stands for `{key}` of a missing column.
  static let emptyCell = "_meta!$A$1"
  /// Column A stays empty; names of missing columns refer to it.
  static let emptyColumn = 1
  static let keyColumn = 3
  static let valueColumn = 4

  /// The key of the entry that lists which columns of a sheet were written as plain values.
  static func valuesKey(_ prefix: String) -> String { "values.\(prefix)" }

  /// The key of the entry in a workbook that marked its formulas' values as stale when it was filled.
  static let staleKey = "stale"

  /// The key of the entry with the prefixes of the sheets that the team keeps, in a workbook of which nobody had said which
  /// others there are when it was first filled, or that was filled with a playbook that has fewer sheets. It is not expected to have others, and its IDs may follow a pattern
  /// of its own; the entry silences nothing else, as anybody can write it.
  static let keptKey = "kept"

  let sheetIndex: Int
  /// The content of the sheet, by key.
  let entries: [String: CellValue]
  /// The row of each key.
  let rows: [String: Int]
  let lastRow: Int

  /// What fills have added.
  let record: FillRecord

  /// Whether a fill of the tool wrote it; otherwise it is somebody else's sheet with that name.
  var isOurs: Bool { entries["schema"] != nil }

  /// The prefixes of the sheets that the team keeps; nil if it is expected to keep all.
  var kept: Set<String>? {
    entries[Self.keptKey]?.text.map { Set($0.split(separator: " ").map(String.init)) }
  }

  /// Nil if the workbook has no such sheet.
  init?(_ workbook: Workbook) throws(SpreadsheetError) {
    guard let index = workbook.sheets.firstIndex(where: { $0.name == Self.name && $0.kind == .worksheet }) else {
      return nil
    }
    let grid = try CellGrid(workbook.worksheet(at: index))
    var entries: [String: CellValue] = [:]
    var rows: [String: Int] = [:]
    for row in 1...max(1, grid.lastRow) {
      guard let key = grid[row, Self.keyColumn].text else { continue }
      entries[key] = grid[row, Self.valueColumn]
      rows[key] = row
    }
    sheetIndex = index
    self.entries = entries
    self.rows = rows
    record = FillRecord(entries)
    lastRow = grid.lastRow
  }
}
