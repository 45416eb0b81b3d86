// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Where new columns go on a sheet: to the right of its data, clear of anything else beside it.
struct ColumnRoom: Sendable {
  static let full = Localized(
    traditionalChinese: "資料右邊沒有空的欄了", simplifiedChinese: "数据右边没有空的列了",
    english: "there is no empty column to the right of its data")

  /// The table that holds the data.
  let table: Table?
  /// Why the sheet cannot get another column; nil if it can.
  let refusal: Localized?
  /// The column after the last one in use, or after one that is left free.
  private let first: Int
  /// The columns of anything beside the data, in any of its rows, that new cells must not touch.
  private let occupied: [ClosedRange<Int>]

  init(_ sheet: LocatedSheet, in workbook: Workbook) {
    // What stands apart from the table would become one region with columns directly beside it, and be sorted with it.
    var lastOfTable = sheet.columns.map(\.number).max() ?? 0
    var unread = Set(sheet.unknownHeaders.map(\.column))
    unread.formUnion(sheet.duplicateHeaders.map(\.column))
    while unread.contains(lastOfTable + 1) { lastOfTable += 1 }
    let standsApart = lastOfTable > 0 && sheet.lastUsedColumn > lastOfTable + 1
    first = sheet.lastUsedColumn + (standsApart ? 2 : 1)
    // A sheet without data gets no columns.
    guard let headerRow = sheet.headerRow, sheet.rows.count > 0 else {
      (table, refusal, occupied) = (nil, nil, [])
      return
    }
    let rows = headerRow...max(headerRow, sheet.rows.range.upperBound - 1)
    // Unreadable tables do not concern a check; a fill reports them.
    let tables = (try? workbook.tables(ofSheet: sheet.sheetIndex)) ?? []
    let own = tables.first { table in
      table.range.rows.contains(sheet.rows.range.lowerBound)
        && sheet.columns.contains { table.range.columns.contains($0.number) }
    }
    table = own
    refusal =
      own.flatMap { table in
        table.isFed ? Self.fed(table.displayName) : nil
      }
    // Typing beside a table extends it, so one column is left free.
    let others = tables.filter { $0.part != own?.part }.map(\.range)
    occupied =
      others.filter { $0.rows.overlaps(rows) }.map { max(1, $0.first.column - 1)...($0.last.column + 1) }
      + (sheet.mergedCells + sheet.arrays + ((try? workbook.pivotTables(ofSheet: sheet.sheetIndex)) ?? []))
      .filter { $0.rows.overlaps(rows) }.map(\.columns)
  }

  private static func fed(_ table: String) -> Localized {
    Localized(
      traditionalChinese: "表格「\(table)」的資料來自查詢或 XML 對應，有哪些欄由它決定",
      simplifiedChinese: "表格“\(table)”的数据来自查询或 XML 映射，有哪些列由它决定",
      english: "its table \"\(table)\" is fed by a query or an XML map, which says what its columns are")
  }

  /// The first of `count` adjacent free columns; nil if the sheet has no room.
  func place(for count: Int) -> Int? {
    var place = first
    while let obstacle = occupied.first(where: { $0.overlaps(place...(place + count - 1)) }) {
      place = obstacle.upperBound + 1
    }
    return place + count - 1 <= CellReference.maxColumn ? place : nil
  }
}
