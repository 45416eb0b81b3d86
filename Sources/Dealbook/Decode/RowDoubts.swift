// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Marks the columns of deals and payments of which other cells say that their sums would be wrong.
struct RowDoubts {
  let lists: ListTables
  /// The tabs that are not read.
  let others: [OtherSheet]
  let workbook: Workbook

  func mark(_ sheets: inout [LocatedSheet]) throws(SpreadsheetError) {
    for place in sheets.indices {
      markUnits(&sheets[place])
      guard let key = Self.sums[sheets[place].prefix] else { continue }
      let sheet = sheets[place]
      let found = try RowSign.found(on: sheet, stages: lists[AdoptedList.stages], in: workbook)
      var sign = found.doubt
      if sign == nil, let first = found.over.min(by: { $0.key < $1.key }) {
        // Formulas of an earlier fill count the row.
        if found.over.keys.contains(where: { RepeatedIDs.holdsComputed(sheet, at: $0) }) {
          sign = first.value
        } else {
          sheets[place].saidOver = found.over
        }
      }
      let doubt = sign.map { Obstacle.rowSign(header: $0.header, text: $0.text, cell: $0.cell) }
      if let number = sheet.columns.firstIndex(where: { $0.key == key }) {
        if let doubt = doubt ?? (holdsFlags(sheet) ? .flags : nil) { sheets[place].columns[number].doubt = doubt }
      } else if sheet.prefix == Self.payments {
        let said = try ReceiptSign.obstacle(on: sheet, in: workbook)
        sheets[place].receiptObstacle = doubt ?? said ?? ReceiptSign.tab(beside: sheet, among: others)
      }
    }
  }

  /// Amounts in a unit that is not understood.
  private func markUnits(_ sheet: inout LocatedSheet) {
    for place in sheet.columns.indices {
      let column = sheet.columns[place]
      guard column.definition.type == .money, !column.definition.isComputed, column.moneyScale == nil,
        column.definition.convention.moneyUnit == nil,
        let unit = HeaderNormalizer.unreadUnit(ofAmounts: column.header)
      else { continue }
      sheet.columns[place].doubt = .unknownUnit(unit)
    }
  }

  private static let payments = "pa"
  /// The column with which everything that a wrong row would change is left out.
  private static let sums = ["de": "amount", payments: "received"]

  /// Whether what was received is nothing but ticks, 1 for paid, beside amounts that are more than that.
  private func holdsFlags(_ sheet: LocatedSheet) -> Bool {
    guard sheet.prefix == Self.payments, let received = sheet.values(of: "received"),
      let amounts = sheet.values(of: "amt_override")
    else { return false }
    var (ones, filled) = (0, 0)
    for offset in 0..<min(received.count, amounts.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      guard let number = received[offset].number else { continue }
      guard number == 0 || number == 1 else { return false }
      filled += 1
      if number == 1, (amounts[offset].number ?? 0) >= 20 { ones += 1 }
    }
    return ones > 0 && filled > 1
  }
}
