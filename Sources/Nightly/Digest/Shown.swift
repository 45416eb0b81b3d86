// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// Formats figures for people.
enum Shown {
  /// `1,200,000` or `1,200,000.50`; empty for nil.
  static func money(_ amount: Double?) -> String {
    amount.map(ReportNumbers.grouped) ?? ""
  }

  /// Empty for 0.
  static func count(_ count: Int) -> String { count == 0 ? "" : "\(count)" }

  /// `79.5`, with as many decimals as needed, at most two.
  static func number(_ value: Double) -> String {
    let text = money(value)
    return text.contains(".") && text.hasSuffix("0") ? String(text.dropLast()) : text
  }

  /// `43%`, as on a dashboard; empty for nil.
  static func wholePercent(_ share: Double?) -> String {
    share.map(ReportNumbers.percent) ?? ""
  }

  /// `42.5%`; empty for nil.
  static func percent(_ share: Double?) -> String {
    guard let share, let tenths = Int(exactly: (share * 1000).rounded(.toNearestOrAwayFromZero)) else { return "" }
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "%" : ".\(abs(tenths) % 10)%")
  }
}
