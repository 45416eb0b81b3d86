// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook
import Spreadsheet

/// A text above a table, in its header, or on its tab, that speaks of a business year other than the calendar's: ‘Pipeline FY2026 (Apr–Mar)’,
/// 2026財年, ‘Geschäftsjahr 2025/26’.
struct SaidYear: Hashable, Sendable {
  /// As written.
  let text: String
  /// Nil if the name on the tab says it.
  let cell: CellReference?
  /// The month in which the year begins; nil if the text does not say it.
  let firstMonth: Int?
  /// Whether the text names two calendar years, so that it cannot be the calendar's.
  let isOfTwoYears: Bool

  /// Nil for a text that speaks of no such year.
  init?(_ text: String, at cell: CellReference?) {
    guard text.utf8.count <= 200, Self.maySay(text), text.contains(where: \.isNumber) || text.contains("月") else {
      return nil
    }
    let folded = Simplified.text(TextFolding.folded(text))
    let tokens = Self.tokens(folded)
    let twoYears = Self.namesTwoYears(folded)
    let months = Self.twelveMonths(tokens)
    let isNamed = Self.isNamed(tokens, folded)
    // ‘Jan–Dec’ is the calendar's year, whatever it is called.
    if months == 1 { return nil }
    guard isNamed || twoYears && months != nil || months != nil && tokens.contains(where: { Self.year($0) != nil })
    else { return nil }
    (self.text, self.cell, firstMonth, isOfTwoYears) = (StraySpace.trimmed(text), cell, months, twoYears)
  }

  /// A fast test: false for a text of ASCII without a digit, and for one of Chinese characters without 年 and 月.
  private static func maySay(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.contains { (0x30...0x39).contains($0) } }
    return text.unicodeScalars.contains { scalar in
      !(0x4E00...0x9FFF).contains(scalar.value) || scalar == "年" || scalar == "月"
    }
  }

  /// Words and numbers, apart: fy2026 is fy and 2026.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    var isNumber = false
    for character in text {
      let digit = character.isASCII && character.isNumber
      guard digit || character.isLetter else {
        if !current.isEmpty { tokens.append(current) }
        current = ""
        continue
      }
      if !current.isEmpty, digit != isNumber {
        tokens.append(current)
        current = ""
      }
      isNumber = digit
      current.append(character)
    }
    if !current.isEmpty { tokens.append(current) }
    return tokens
  }

  private static func isNamed(_ tokens: [String], _ text: String) -> Bool {
    if chinese.contains(where: { text.containsBytes(of: $0) }) { return true }
    for (place, token) in tokens.enumerated() {
      let next = place + 1 < tokens.count ? tokens[place + 1] : ""
      if ["fy", "gj", "wj"].contains(token), next.allSatisfy(\.isNumber), [2, 4].contains(next.count) { return true }
      if ["fiscal", "financial"].contains(token), next == "year" { return true }
      if german.contains(token) { return true }
    }
    return false
  }

  private static let chinese = ["财年", "财务年度", "会计年度", "事业年度"]
  private static let german: Set<String> = ["geschäftsjahr", "geschaftsjahr", "geschaeftsjahr", "wirtschaftsjahr"]

  /// Whether two years that follow each other stand together: 2025/26, 2025-2026, 25/26.
  private static func namesTwoYears(_ text: String) -> Bool {
    let parts = text.split { !($0.isASCII && $0.isNumber) && !"/-–—".contains($0) }
    return parts.contains { part in
      let years = part.split { "/-–—".contains($0) }.compactMap { Int($0) }
      guard years.count == 2, let first = years.first, let last = years.last else { return false }
      let isYear = (1990...2099).contains(first) || (20...60).contains(first)
      return isYear && last % 100 == (first + 1) % 100 && (last > 12 || last > 1990)
    }
  }

  private static func year(_ token: String) -> Int? {
    token.count == 4 ? Int(token).flatMap { (1990...2099).contains($0) ? $0 : nil } : nil
  }

  /// The first of two months that a year lies between; nil if the text has others, or none.
  private static func twelveMonths(_ tokens: [String]) -> Int? {
    var months: [Int] = []
    for (place, token) in tokens.enumerated() {
      if let month = month(token) {
        months.append(month)
      } else if token.hasPrefix("月"), place > 0, let month = Int(tokens[place - 1]), (1...12).contains(month) {
        months.append(month)
      }
    }
    guard months.count == 2, months[1] % 12 + 1 == months[0] else { return nil }
    return months[0]
  }

  private static func month(_ token: String) -> Int? {
    guard token.count >= 3 else { return nil }
    for (number, names) in names.enumerated() {
      if names.contains(where: { name in
        token == name || token == name.prefix(3) || token == name.prefix(4) && name.hasPrefix("sept")
      }) {
        return number + 1
      }
    }
    return nil
  }

  /// In English and German.
  private static let names = [
    ["january", "januar", "jänner"], ["february", "februar"], ["march", "märz", "maerz", "mrz"], ["april"],
    ["may", "mai"],
    ["june", "juni"], ["july", "juli"], ["august"], ["september"], ["october", "oktober"], ["november"],
    ["december", "dezember"],
  ]
}

extension SaidYear {
  /// The kinds of sheet whose figures belong to a period.
  private static let kinds: Set<String> = ["de", "tg"]

  /// What the sheets say of a business year.
  static func said(on sheets: [LocatedSheet]) -> [(sheet: LocatedSheet, year: SaidYear)] {
    sheets.compactMap { sheet in kinds.contains(sheet.prefix) ? sheet.saidYear.map { (sheet, $0) } : nil }
  }

  /// The month in which the year begins, if the sheets agree on it.
  static func firstMonth(of sheets: [LocatedSheet]) -> Int? {
    let months = Set(said(on: sheets).compactMap(\.year.firstMonth))
    return months.count == 1 ? months.first : nil
  }
}

extension HeaderPlan {
  /// Reads the nearest text above the header that speaks of a business year; otherwise the header, or the name on the tab.
  mutating func readYear(_ sample: SheetSample) {
    for row in sample.rows.reversed() where row.index < rows.lowerBound {
      for cell in row.cells {
        guard let text = cell.typedText,
          let said = SaidYear(text, at: CellReference(row: row.index, column: cell.column))
        else { continue }
        saidYear = said
        return
      }
    }
    for header in bound {
      if let said = SaidYear(header.header, at: CellReference(row: rows.upperBound, column: header.number)) {
        saidYear = said
        return
      }
    }
    saidYear = SaidYear(sample.title, at: nil)
  }
}
