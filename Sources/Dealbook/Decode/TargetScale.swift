// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Targets that seem to be in another unit than the deals: 400 for a year in which single deals bring 50,000.
enum TargetScale {
  /// So many times the largest target is the usual deal.
  private static let factor = 100.0
  private static let fewestDeals = 3

  static func mark(_ sheets: inout [LocatedSheet], _ playbook: Playbook) {
    guard let place = sheets.firstIndex(where: { $0.prefix == "tg" }),
      let index = sheets[place].columns.firstIndex(where: { $0.key == "target" }),
      let deals = sheets.first(where: { $0.prefix == "de" }), let amount = deals.column("amount"),
      !(playbook.isBuiltIn && sheets[place].confidence == 1 && deals.confidence == 1),
      sheets[place].columns[index].doubt == nil, sheets[place].columns[index].moneyScale == nil,
      amount.moneyScale == nil,
      let largest = numbers(sheets[place].columns[index], sheets[place].rows).max()
    else { return }
    let amounts = numbers(amount, deals.rows).sorted()
    guard amounts.count >= fewestDeals, amounts[amounts.count / 2] >= factor * largest else { return }
    sheets[place].columns[index].doubt = .otherScale(header: amount.header)
  }

  /// Those above 0.
  private static func numbers(_ column: LocatedColumn, _ rows: RowLayout) -> [Double] {
    (0..<min(column.values.count, rows.count)).compactMap { offset in
      guard rows.kinds[offset] == .data, let number = column.values.number(at: offset), number > 0 else { return nil }
      return number
    }
  }
}
