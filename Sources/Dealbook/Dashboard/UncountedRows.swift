// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Rows that people type after a fill and that no figure of the dashboard counts until the next one: their computed columns are empty, or
/// they stand below what the names cover. Excel continues the formulas of a table by itself; LibreOffice does not, and a sheet without a
/// table has nothing that grows.
struct UncountedRows {
  private let source: DashboardSource
  /// The sheets from which figures come.
  private static let prefixes: Set = ["de", "pa", "re", "le"]
  /// How far below the rows somebody may type.
  private static let reach = 1000

  init(_ source: DashboardSource) { self.source = source }

  /// Adds the block that counts them, and returns the formula of their number; nil if there is nothing to count.
  func add(to data: inout ChartData) throws(DealbookError) -> String? {
    guard data.hasRoom(for: "uncounted") else { return nil }
    var unfilled: [String] = []
    var below: [String] = []
    let divided = source.team.divided
    for sheet in source.team.sheets where Self.prefixes.contains(sheet.prefix) && !divided.contains(sheet.prefix) {
      guard let key = key(of: sheet) else { continue }
      if let computed = computed(on: sheet) {
        let name = sheet.prefix
        unfilled.append("SUMPRODUCT((\(name)_\(key.key)<>\"\")*ISBLANK(\(name)_\(computed)))")
      }
      if let rows = freeRows(below: sheet) {
        below.append("COUNTA(\(AbsoluteReference.text(sheet: sheet.title, column: key.number, rows: rows)))")
      }
    }
    guard !unfilled.isEmpty || !below.isEmpty else { return nil }
    var block = ChartBlock("uncounted", source.words("尚未計入的列", "Rows not counted yet"), rows: 1)
    block.add(
      "unfilled", source.words("沒有公式", "Without formulas"), unfilled.isEmpty ? "0" : unfilled.joined(separator: "+"))
    block.add(
      "below", source.words("在資料下方", "Below the data"),
      live: below.isEmpty ? "0" : below.joined(separator: "+"), value: .number(0))
    try data.add(block)
    return "N([uncounted.unfilled#1])+N([uncounted.below#1])"
  }

  /// The column that every row fills in.
  private func key(of sheet: LocatedSheet) -> LocatedColumn? {
    let keys = [sheet.definition.idColumn?.key, "name", "account_id", "owner"]
    return keys.lazy.compactMap { $0.flatMap { sheet.column($0) } }.first
  }

  private func computed(on sheet: LocatedSheet) -> String? {
    sheet.definition.columns.first {
      $0.formula != nil && source.analysis.plan.contains(ColumnID(sheet: sheet.prefix, key: $0.key))
    }?.key
  }

  /// The empty rows below the data; nil in a table, which grows, and where something follows at once.
  private func freeRows(below sheet: LocatedSheet) -> ClosedRange<Int>? {
    let next = sheet.rows.range.upperBound
    guard next > 0,
      let tables = try? source.team.workbook.tables(ofSheet: sheet.sheetIndex),
      !tables.contains(where: { $0.range.rows.contains(next - 1) })
    else { return nil }
    let last =
      (sheet.rows.totalRows + sheet.rows.otherRows).filter { $0 >= next }.min().map { $0 - 1 } ?? next + Self.reach
    return last >= next ? next...last : nil
  }
}
