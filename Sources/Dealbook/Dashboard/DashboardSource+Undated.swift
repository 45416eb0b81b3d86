// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension DashboardSource {
  /// What is open and won in all, where no closing date can be read: these sums need none.
  func sumsWithoutDays() -> String? {
    guard lack(["de_amount", "de_is_won", "de_is_open"]) == nil, lack(["de_close_eff"]) != nil,
      let sheet = SheetRows(self, "de", ["is_won", "is_open", "amount"])
    else { return nil }
    var (won, open) = ((count: 0, cents: 0.0), (count: 0, cents: 0.0))
    for row in sheet.rows where !sheet.sheet.isUnfigured(row, sparesPatterns: true) {
      guard let amount = sheet.number("amount", row) else { continue }
      let cents = (amount * 100).rounded(.toNearestOrAwayFromZero)
      if sheet.number("is_won", row) == 1 {
        won = (won.count + 1, won.cents + cents)
      } else if sheet.number("is_open", row) == 1 {
        open = (open.count + 1, open.cents + cents)
      }
    }
    guard won.count + open.count > 0 else { return nil }
    let numbers = ReportNumbers(language: language, system: team.workbook.dateSystem)
    let (wonSum, openSum) = (
      numbers.text(.number(won.cents / 100), .money), numbers.text(.number(open.cents / 100), .money)
    )
    return words(
      "不論結案日期：全部贏單 \(wonSum)（\(won.count) 筆），全部在談 \(openSum)（\(open.count) 筆）",
      "Whenever they close: won in all \(wonSum) (\(words.count(won.count, "deal", "deals"))), open in all \(openSum) (\(words.count(open.count, "deal", "deals")))"
    )
  }
}
