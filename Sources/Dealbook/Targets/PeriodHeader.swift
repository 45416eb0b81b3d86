// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// A header that says a period and at most that its column holds targets: `Jan`, `Q1 2026`, 1月目標, `2026`, `FY26 Quota`.
struct PeriodHeader: Hashable {
  /// From the longest to the shortest.
  enum Length: Int, Comparable {
    case year = 12
    case half = 6
    case quarter = 3
    case month = 1

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  let length: Length
  /// The position among the periods of its length in a year, from 1.
  let number: Int
  /// Nil if the header does not say it.
  let year: Int?
  /// Whether it speaks of a business year.
  let isOfBusinessYear: Bool

  init(_ length: Length, _ number: Int, year: Int?, isOfBusinessYear: Bool = false) {
    (self.length, self.number, self.year, self.isOfBusinessYear) = (length, number, year, isOfBusinessYear)
  }

  /// The first month, from 1; that of a year that begins in January.
  var firstMonth: Int { (number - 1) * length.rawValue + 1 }

  /// Nil for a header that says no period, or more than a period.
  init?(_ cell: SheetSample.Cell, _ system: DateSystem) {
    if let number = cell.value.number {
      if cell.isDate {
        guard let day = SerialDate.isoText(serial: number.rounded(.down), system: system)?.split(separator: "-"),
          day.count == 3, let year = Int(day[0]), let month = Int(day[1])
        else { return nil }
        self.init(.month, month, year: year)
      } else {
        guard let year = Int(exactly: number), Self.years.contains(year) else { return nil }
        self.init(.year, 1, year: year)
      }
    } else {
      guard let text = cell.value.text else { return nil }
      self.init(text)
    }
  }

  /// Nil for a text that says no period, or more than a period.
  init?(_ text: String) {
    guard text.utf8.count <= 40 else { return nil }
    var folded = Simplified.text(TextFolding.folded(text))
    for word in Self.chineseFillers { folded = folded.replacing(word, with: " ") }
    var tokens = Self.tokens(folded)
    // Only two numbers alone are a year and a month.
    if tokens.contains(where: { $0.first?.isLetter ?? false }) {
      tokens = tokens.flatMap { $0.split { "-/.".contains($0) }.map(String.init) }
    }
    guard !tokens.isEmpty else { return nil }
    tokens.removeAll { Self.fillers.contains($0) }
    if tokens.count == 1, let period = Self.joined(tokens[0]) {
      self = period
      return
    }
    var year: Int?
    var isOfBusinessYear = false
    // The year stands before or behind the period.
    for place in tokens.indices.reversed() {
      if ["fy", "gj"].contains(tokens[place]), place + 1 < tokens.count,
        let found = Self.year(tokens[place + 1], mayBeShort: true)
      {
        (year, isOfBusinessYear) = (found, true)
        tokens.removeSubrange(place...(place + 1))
        break
      }
      if let found = Self.year(tokens[place], mayBeShort: false) {
        guard year == nil else { return nil }
        year = found
        tokens.remove(at: place)
        guard place < tokens.count, tokens[place].hasPrefix("年") else { continue }
        tokens[place].removeFirst(tokens[place].hasPrefix("年度") ? 2 : 1)
        if tokens[place].isEmpty { tokens.remove(at: place) }
      }
    }
    guard !tokens.isEmpty else {
      guard let year else { return nil }
      self.init(.year, 1, year: year, isOfBusinessYear: isOfBusinessYear)
      return
    }
    // Jan-26.
    if year == nil, tokens.count == 2, Self.month(tokens[0]) != nil, let short = Self.year(tokens[1], mayBeShort: true)
    {
      year = short
      tokens.removeLast()
    } else if year == nil, tokens.count == 3, tokens[0] == "q" || tokens[1] == "q",
      let short = Self.year(tokens[2], mayBeShort: true)
    {
      year = short
      tokens.removeLast()
    }
    guard let (length, number) = Self.period(tokens) else { return nil }
    self.init(length, number, year: year, isOfBusinessYear: isOfBusinessYear)
  }

  private static func period(_ tokens: [String]) -> (Length, Int)? {
    func numbered(_ number: String, _ most: Int) -> Int? {
      (chineseNumbers.firstIndex(of: number).map { $0 + 1 } ?? Int(number)).flatMap {
        (1...most).contains($0) ? $0 : nil
      }
    }
    switch tokens.count {
    case 1:
      if let month = month(tokens[0]) { return (.month, month) }
      if tokens[0] == "上半年" { return (.half, 1) }
      if tokens[0] == "下半年" { return (.half, 2) }
      for (suffix, length, most) in [
        ("月份", Length.month, 12), ("月", .month, 12), ("季度", .quarter, 4), ("季", .quarter, 4),
      ]
      where tokens[0].hasSuffix(suffix) {
        var number = String(tokens[0].dropLast(suffix.count))
        if number.hasPrefix("第") { number.removeFirst() }
        return numbered(number, most).map { (length, $0) }
      }
      return nil
    case 2:
      switch tokens[0] {
      case "q", "quarter", "quartal": return numbered(tokens[1], 4).map { (.quarter, $0) }
      case "h", "half", "halbjahr": return numbered(tokens[1], 2).map { (.half, $0) }
      case "month", "monat", "m": return numbered(tokens[1], 12).map { (.month, $0) }
      default: break
      }
      switch tokens[1] {
      case "q", "quarter", "quartal", "季度", "季": return numbered(tokens[0], 4).map { (.quarter, $0) }
      case "月", "月份": return numbered(tokens[0], 12).map { (.month, $0) }
      case "halbjahr", "half": return numbered(tokens[0], 2).map { (.half, $0) }
      default: return nil
      }
    case 3 where tokens[0] == "第":
      return period(Array(tokens.dropFirst()))
    default: return nil
    }
  }

  /// A year and a month in digits: 2026-01, 01/2026, 202601.
  private static func joined(_ token: String) -> PeriodHeader? {
    let parts = token.split { "-/.".contains($0) }.map(String.init)
    if parts.count == 2 {
      let (first, last) = (parts[0], parts[1])
      if let year = year(first, mayBeShort: false), let month = Int(last), (1...12).contains(month) {
        return PeriodHeader(.month, month, year: year)
      }
      if let year = year(last, mayBeShort: false), let month = Int(first), (1...12).contains(month) {
        return PeriodHeader(.month, month, year: year)
      }
    }
    guard parts.count == 1, token.count == 6, let year = year(String(token.prefix(4)), mayBeShort: false),
      let month = Int(token.suffix(2)), (1...12).contains(month)
    else { return nil }
    return PeriodHeader(.month, month, year: year)
  }

  /// The calendar years and business years that a text names.
  static func years(in text: String) -> Set<Int> {
    let tokens = tokens(Simplified.text(TextFolding.folded(text)))
    return Set(
      tokens.enumerated().compactMap { place, token in
        year(token, mayBeShort: place > 0 && ["fy", "gj"].contains(tokens[place - 1]))
      })
  }

  /// Words, signs of Chinese, and numbers, apart; numbers that a sign of dates joins stay together.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    var kind = 0
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      let isDigit = character.isASCII && character.isNumber
      let joins =
        kind == 1 && "-/.".contains(character) && place + 1 < characters.count && characters[place + 1].isASCII
        && characters[place + 1].isNumber
      let own = isDigit || joins ? 1 : character.isLetter ? 2 : 0
      if own != kind, !current.isEmpty {
        tokens.append(current)
        current = ""
      }
      kind = own
      if own > 0 { current.append(character) }
    }
    if !current.isEmpty { tokens.append(current) }
    return tokens
  }

  private static func year(_ token: String, mayBeShort: Bool) -> Int? {
    guard token.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(token) else { return nil }
    if token.count == 4, years.contains(number) { return number }
    return mayBeShort && token.count == 2 && number > 12 ? 2000 + number : nil
  }

  private static let years = 2000...2099

  private static func month(_ token: String) -> Int? {
    guard let index = months.firstIndex(where: { $0.contains(token) }) else { return nil }
    return index + 1
  }

  private static let months: [Set<String>] = [
    ["jan", "january", "januar", "jänner"], ["feb", "february", "februar"],
    ["mar", "march", "märz", "maerz", "mrz", "mär"],
    ["apr", "april"], ["may", "mai"], ["jun", "june", "juni"], ["jul", "july", "juli"], ["aug", "august"],
    ["sep", "sept", "september"], ["oct", "october", "okt", "oktober"], ["nov", "november"],
    ["dec", "december", "dez", "dezember"],
  ]
  private static let chineseNumbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

  /// What a header of targets says beside its period.
  private static let fillers: Set<String> = [
    "target", "targets", "quota", "goal", "goals", "ziel", "ziele", "soll", "usd", "eur", "cny", "rmb",
  ]
  private static let chineseFillers = ["目标金额", "目标额", "目标", "指标", "任务额", "任务", "元"]
}
