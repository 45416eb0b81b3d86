// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// The days in a column of a sheet that is not read.
struct UnreadDays {
  let header: UnboundHeader
  /// By row offset.
  private(set) var days: [Int: Double] = [:]
  /// Filled cells that hold something else.
  private(set) var others = 0

  /// The columns of the sheet that are not read and hold days.
  static func all(on sheet: LocatedSheet, of workbook: Workbook) throws(SpreadsheetError) -> [UnreadDays] {
    let unread = sheet.unknownHeaders + sheet.duplicateHeaders
    guard !unread.isEmpty, sheet.rows.count > 0 else { return [] }
    var found: [Int: UnreadDays] = [:]
    for header in unread where found[header.column] == nil { found[header.column] = UnreadDays(header: header) }
    let system = workbook.dateSystem
    try sheet.forEachRow(in: workbook) { offset, row, cells throws(SpreadsheetError) in
      guard sheet.rows.kinds[offset] == .data else { return }
      for cell in row.cells where found[cell.column] != nil {
        let value = try cells.value(of: cell, row: row.index)
        if value.isEmpty { continue }
        if let number = value.number, workbook.styles.numberFormat(at: cell.style).isDate {
          found[cell.column]?.days[offset] = number
        } else if let day = value.text.flatMap({ DateReader.read($0) }),
          let serial = SerialDate(year: day.year, month: day.month, day: day.day)?.serial(in: system)
        {
          found[cell.column]?.days[offset] = serial
        } else {
          found[cell.column]?.others += 1
        }
      }
    }
    return unread.compactMap { found.removeValue(forKey: $0.column) }.filter { $0.days.count > $0.others * 9 }
  }

  /// How many of the rows have a day.
  func count(_ rows: [Int]) -> Int { rows.count { days[$0] != nil } }

  /// Whether nearly all of the rows have a day.
  func isFilled(_ rows: [Int]) -> Bool { count(rows) * 10 >= rows.count * 9 }

  /// Whether hardly any row has one.
  func isEmpty(_ rows: [Int]) -> Bool { count(rows) * 20 <= rows.count }
}
