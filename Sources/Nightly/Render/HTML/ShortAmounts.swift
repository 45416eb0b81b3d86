// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet

extension PageWords {
  /// An amount on a card: `2.64M`, `264萬`; empty for nil.
  func short(_ amount: Double?) -> String {
    amount.map { ReportNumbers(language: language, system: .year1900).money($0) } ?? ""
  }

  /// The sum of amounts, those that are missing as 0.
  func sum(_ amounts: [Double?]) -> String { short(amounts.reduce(0) { $0 + ($1 ?? 0) }) }
}
