// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension FigureGaps {
  /// By which column of amounts deals count, where the sheet has several.
  func amounts() -> [String] {
    guard source.lack(["de_amount", "de_is_won", "de_is_open", "de_in_period"]) == nil,
      let rows = SheetRows(source, "de", ["amount", "is_won", "is_open", "in_period"])
    else { return [] }
    let counted = rows.rows.filter { row in
      rows.number("in_period", row) == 1 && (rows.number("is_won", row) == 1 || rows.number("is_open", row) == 1)
    }
    return actualAmounts(rows, counted.filter { rows.number("is_won", $0) == 1 }) + otherAmounts(rows, Set(counted))
  }

  /// Won deals that count by their actual amount, and those that have none.
  private func actualAmounts(_ rows: SheetRows, _ won: [Int]) -> [String] {
    guard let amounts = CountedAmounts(source.team) else { return [] }
    let (own, other) = (amounts.actual.header, amounts.amount.header)
    var sentences: [String] = []
    let actual = won.filter { amounts.rows.contains($0) }
    if !actual.isEmpty {
      let sum = actual.reduce(0) { $0 + (amounts.values.number(at: $1) ?? 0) }
      let planned = actual.reduce(0) { $0 + (amounts.amount.values.number(at: $1) ?? 0) }
      let (one, two) = (ReportNumbers.grouped(sum), ReportNumbers.grouped(planned))
      sentences.append(
        words(
          "\(actual.count) 筆贏單的商機按「\(own)」計算，共 \(one)；「\(other)」是 \(two)",
          "\(words.count(actual.count, "won deal counts", "won deals count")) by “\(own)”, \(one) in all; “\(other)” says \(two)"
        ))
    }
    let without = won.filter { !amounts.rows.contains($0) }
    if !without.isEmpty {
      let cells = cells(without.map { rows.place(ActualAmount.key, $0) })
      sentences.append(
        words(
          "\(without.count) 筆贏單的商機沒有「\(own)」，按「\(other)」計算\(cells)",
          "\(words.count(without.count, "won deal has", "won deals have")) no “\(own)” and \(without.count == 1 ? "counts" : "count") by “\(other)”\(cells)"
        ))
    }
    return sentences
  }

  /// Further columns of amounts that say something else of the same deals.
  private func otherAmounts(_ rows: SheetRows, _ counted: Set<Int>) -> [String] {
    let sheet = rows.sheet
    guard let amount = sheet.column("amount") else { return [] }
    let others = (sheet.unknownHeaders + sheet.duplicateHeaders.filter { $0.key == "amount" }).filter { header in
      // The same header again is that of another table.
      AmountHeader(header.header).isAmount && !AmountHeader.saysOther(header.header)
        && TextFolding.headerWord(header.header) != TextFolding.headerWord(amount.header)
    }
    let isHidden = sheet.columnFormats.contains { $0.isHidden && $0.columns.contains(amount.number) }
    let hidden = isHidden ? words("隱藏的", "the hidden column ") : ""
    guard !others.isEmpty, let totals = try? totals(of: others.map(\.column), rows, counted) else { return [] }
    return others.compactMap { header in
      guard let total = totals[header.column], total.rows > 0, abs(total.theirs - total.ours) > 0.005,
        !(AmountHeader(header.header).mayBeWeighted && total.isNeverMore)
      else { return nil }
      let (ours, theirs) = (ReportNumbers.grouped(total.ours), ReportNumbers.grouped(total.theirs))
      return words(
        "商機的金額取自\(hidden)「\(amount.header)」（\(ours)）；同一批商機的「\(header.header)」是 \(theirs)，沒有採用",
        "Deals count by \(hidden)“\(amount.header)” (\(ours)); “\(header.header)”, which is not used, says \(theirs) of the same deals"
      )
    }
  }

  private struct Total {
    var rows = 0
    var ours = 0.0
    var theirs = 0.0
    var isNeverMore = true
  }

  private func totals(
    of columns: [Int], _ rows: SheetRows, _ counted: Set<Int>
  ) throws(SpreadsheetError) -> [Int: Total] {
    var totals: [Int: Total] = [:]
    try rows.sheet.forEachRow(in: source.team.workbook) { offset, row, cells throws(SpreadsheetError) in
      guard counted.contains(offset), let ours = rows.number("amount", offset) else { return }
      for cell in row.cells where columns.contains(cell.column) {
        guard let theirs = try cells.value(of: cell, row: row.index).number else { continue }
        var total = totals[cell.column] ?? Total()
        total.rows += 1
        total.ours += ours
        total.theirs += theirs
        if theirs > ours + 0.005 { total.isNeverMore = false }
        totals[cell.column] = total
      }
    }
    return totals
  }
}
