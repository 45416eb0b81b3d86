// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The cent by which the rounded payments of a contract miss its amount. It goes into the amount override of the last stage
/// (documents/method.md, Reading what was typed).
struct RoundingRemainder {
  static let rule = RuleDefinition.roundingRemainder

  struct Correction {
    var column: LocatedColumn
    var cell: CellReference
    var rowID: String
    var amount: Double
  }

  private(set) var corrections: [Correction] = []

  /// There are corrections only if `sheet` is the payments sheet and no typed value is in the way.
  init(_ analysis: Analysis, on sheet: LocatedSheet) {
    let team = analysis.team
    guard sheet.prefix == "pa", let contracts = team.sheet("co"), let ids = contracts.column("contract_id")?.values,
      let amounts = contracts.column("amount")?.values, let column = sheet.column("amt_override"),
      column.moneyScale == nil, let keys = sheet.column("contract_id")?.values,
      let planned = analysis.values(of: ColumnID(sheet: "pa", key: "planned")),
      let stages = analysis.values(of: ColumnID(sheet: "pa", key: "stage_no"))
    else { return }
    var rows: [String: [Int]] = [:]
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data && !keys[offset].isEmpty {
      rows[ReferenceIndex.key(keys[offset].shownText), default: []].append(offset)
    }
    for finding in analysis.findings where team.playbook.rules[finding.rule].id == Self.rule {
      let offset = finding.row - contracts.rows.range.lowerBound
      guard contracts.rows.kinds.indices.contains(offset), let amount = amounts[offset].number,
        let own = rows[ReferenceIndex.key(ids[offset].shownText)],
        let last = Self.last(of: own, stages), column.values[last].isEmpty, let stated = planned[last].number
      else { continue }
      let others = own.filter { $0 != last }.map { planned[$0].number }
      guard !others.contains(nil) else { continue }
      // In whole cents, because sums of binary fractions are not exact.
      let rest = (amount * 100).rounded() - others.reduce(0) { $0 + (($1 ?? 0) * 100).rounded() }
      guard rest > 0, abs(rest / 100 - stated) <= 0.01 * Double(own.count) + 1e-9,
        let cell = CellReference(row: sheet.rows.range.lowerBound + last, column: column.number)
      else { continue }
      corrections.append(Correction(column: column, cell: cell, rowID: sheet.rowID(at: last), amount: rest / 100))
    }
  }

  /// The row of the last stage; nil if it is not unique.
  private static func last(of rows: [Int], _ stages: [CellValue]) -> Int? {
    guard let highest = rows.compactMap({ stages[$0].number }).max() else { return nil }
    let found = rows.filter { stages[$0].number == highest }
    return found.count == 1 ? found[0] : nil
  }
}
