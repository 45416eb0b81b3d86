// SPDX-License-Identifier: Apache-2.0

import Base
package import Playbook
package import Spreadsheet

/// Numbers in a readable form: 1.2億, 34.5萬; 1.2M, 345k.
package struct ReportNumbers: Sendable {
  let language: Language
  let system: DateSystem

  package init(language: Language, system: DateSystem) {
    self.language = language
    self.system = system
  }

  func text(_ value: CellValue, _ kind: ReportPage.Kind) -> String {
    guard let number = value.number else {
      if case .error = value { return "–" }
      return value.shownText
    }
    switch kind {
    case .text, .number: return Self.plain(number)
    case .percent: return Self.percent(number)
    case .money: return money(number)
    case .date: return SerialDate.isoText(serial: number.rounded(.down), system: system) ?? Self.plain(number)
    }
  }

  package func money(_ amount: Double) -> String {
    let (largest, largestWord, large, largeWord, small, smallWord) =
      switch language {
      case .traditionalChinese: (1e12, "兆", 1e8, "億", 1e4, "萬")
      case .simplifiedChinese: (1e12, "万亿", 1e8, "亿", 1e4, "万")
      case .english: (1e9, "B", 1e6, "M", 1e3, "k")
      }
    if abs(amount) >= largest { return Self.rounded(amount / largest, 2) + largestWord }
    if abs(amount) >= large { return Self.rounded(amount / large, 2) + largeWord }
    if abs(amount) >= small { return Self.rounded(amount / small, language == .english ? 0 : 1) + smallWord }
    return Self.rounded(amount, 0)
  }

  /// A share in whole percent; one that would round to nothing is `<1%`.
  package static func percent(_ share: Double) -> String {
    let whole = (share * 100).rounded(.toNearestOrAwayFromZero)
    return whole == 0 && share > 0 ? "<1%" : "\(plain(whole == 0 ? 0 : whole))%"
  }

  /// A number in full, with commas and at most two decimals: `1,200,000` or `1,200,000.50`.
  package static func grouped(_ amount: Double) -> String {
    guard let cents = Int(exactly: (amount * 100).rounded(.toNearestOrAwayFromZero)) else {
      return "\(amount)"
    }
    let rest = abs(cents % 100)
    let fraction = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (cents < 0 ? "-" : "") + ThousandsGroups.text(String(abs(cents / 100))) + fraction
  }

  private static func rounded(_ number: Double, _ digits: Int) -> String {
    let scale = [1.0, 10, 100][digits]
    return plain((number * scale).rounded(.toNearestOrAwayFromZero) / scale)
  }

  private static func plain(_ number: Double) -> String { CellValue.number(number).shownText }
}
