import Spreadsheet

/// The hidden sheet `_meta`: always-empty cells that stand for columns that are not there, and which sheets are
/// (documents/method.md, The hidden sheet). It holds nothing that changes from run to run on the same inputs.
struct MetaSheet: Sendable {
  static let name = "_meta"
  /// Stands for `{key}` of a column that is not there.
  static let emptyCell = "_meta!$A$1"
  /// Column A stays empty; names of columns that are not there point into it.
  static let emptyColumn = 1
  static let keyColumn = 3
  static let valueColumn = 4

  /// The entry that lists which columns of a sheet were written as plain values.
  static func valuesKey(_ prefix: String) -> String { "values.\(prefix)" }

  /// The entry of a workbook that called the values of its formulas stale when it was filled.
  static let staleKey = "stale"

  let sheetIndex: Int
  /// What the sheet holds, by key.
  let entries: [String: CellValue]
  /// The row of each key.
  let rows: [String: Int]
  let lastRow: Int

  /// What fills have added.
  let record: FillRecord

  /// Whether a fill of ours wrote it; else it is a sheet of that name of somebody else's.
  var isOurs: Bool { entries["schema"] != nil }

  /// Nil when the workbook has no such sheet.
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
