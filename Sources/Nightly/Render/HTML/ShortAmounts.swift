// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet

extension PageWords {
  /// An amount on a card: `2.64M`, `264萬`; empty for nil.
  func short(_ amount: Double?) -> String {
    amount.map { ReportNumbers(language: language, system: .year1900).money($0) } ?? ""
  }

  /// The sum of amounts, those that are missing as 0; a dash where all of them are missing.
  func sum(_ amounts: [Double?]) -> String {
    let known = amounts.compactMap { $0 }
    return known.isEmpty && !amounts.isEmpty ? "–" : short(known.reduce(0, +))
  }
}
