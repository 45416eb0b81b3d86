// SPDX-License-Identifier: Apache-2.0

package import Playbook

/// Reads dates that are stored as text, in the forms of documents/method.md, Reading what was typed: `2025/6/30`, `2025年6月30日`,
/// `民國114年6月30日`, and with the name of the month, `31 Dec 2026`.
package enum DateReader {
  package struct Reading: Equatable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// The possible meanings of a text as a date: one day, or one with the day first and one with the month first.
  package enum Readings: Equatable {
    case one(Reading)
    /// `3/4/2026`
    case two(dayFirst: Reading, monthFirst: Reading)

    /// The reading for the column's order, if known.
    package func reading(_ order: DateOrder?) -> Reading? {
      switch (self, order) {
      case (.one(let reading), _): reading
      case (.two(let dayFirst, _), .dayFirst): dayFirst
      case (.two(_, let monthFirst), .monthFirst): monthFirst
      case (.two, _): nil
      }
    }
  }

  /// Nil for a text that is not a date, is ambiguous (`3/4/2026`) or lacks a year (`6/30`). A time of day is ignored.
  ///
  /// - Parameter rocYears: whether to read a three-part date with a year below 1912 as one in the calendar of the Republic of China; the
  ///   workbook or the command must opt in. `民國` in the text is enough by itself.
  package static func read(_ text: String, rocYears: Bool = false) -> Reading? {
    readings(text, rocYears: rocYears)?.days.reading(nil)
  }

  /// The days that a text can mean, and its time of day in milliseconds.
  package static func readings(_ text: String, rocYears: Bool = false) -> (days: Readings, millisecond: Int)? {
    guard text.mayBeEntry else { return nil }
    var rest = Substring(StraySpace.trimmed(TextFolding.folded(text)))
    var roc = rocYears
    var isNamedRoc = false
    for prefix in ["民國", "民国"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      roc = true
      isNamedRoc = true
    }
    let (day, millisecond) = withoutTime(rest)
    if !isNamedRoc, let named = named(day) { return (.one(named), millisecond) }
    guard let parts = numbers(day), let readings = calendarDates(parts, roc: roc, isNamedRoc: isNamedRoc) else {
      return nil
    }
    return (readings, millisecond)
  }

  private struct Parts {
    var numbers: [Int]
    var digits: [Int]
    var separator: Character
  }

  /// `2026-03-31 14:00:00` and `2026-03-31T14:00` without the time of day, and the time in milliseconds.
  private static func withoutTime(_ text: Substring) -> (Substring, Int) {
    var day = text
    var shift = 0
    for (word, hours) in [(" am", 0), (" pm", 12), ("am", 0), ("pm", 12)]
    where text.hasSuffix(word) && text.contains(":") {
      day = text.dropLast(word.count)
      shift = hours
      break
    }
    let isTwelve = day.endIndex != text.endIndex
    guard let gap = day.lastIndex(where: { $0 == " " || $0 == "t" }) else { return (text, 0) }
    var time = day[day.index(after: gap)...]
    if time.hasSuffix("z") { time = time.dropLast() }
    let pieces = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(pieces.count),
      let hour = whole(pieces[0]), let minute = whole(pieces[1]), minute < 60, hour < (isTwelve ? 13 : 24)
    else { return (text, 0) }
    var milliseconds = ((isTwelve ? hour % 12 + shift : hour) * 60 + minute) * 60_000
    if pieces.count == 3 {
      let seconds = pieces[2].split(separator: ".", maxSplits: 1)
      guard let second = seconds.first.flatMap(whole), second < 60 else { return (text, 0) }
      milliseconds += second * 1000
      if seconds.count == 2 {
        guard let fraction = Double("0.\(seconds[1])") else { return (text, 0) }
        milliseconds += min(999, Int((fraction * 1000).rounded()))
      }
    }
    return (Substring(StraySpace.trimmed(String(day[..<gap]))), milliseconds)
  }

  private static func whole(_ text: Substring) -> Int? {
    (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  // MARK: Dates with the name of the month

  /// `Dec 31, 2026`, `31 December 2026`, `31-Dec-2026`, `2026 Dec 31`: unambiguous because the year has four digits.
  private static func named(_ text: Substring) -> Reading? {
    guard text.utf8.count <= 40, text.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
    var words = text.split { " ,-/.".contains($0) }
    if let first = words.first, weekdays.contains(where: { first.hasPrefix($0) }), words.count == 4 {
      words.removeFirst()
    }
    guard words.count == 3, let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place])
    else { return nil }
    words.remove(at: place)
    var numbers = words
    for (index, word) in numbers.enumerated() {
      for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) { numbers[index] = word.dropLast(2) }
    }
    guard numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = numbers.firstIndex(where: { $0.count == 4 }), let yearNumber = Int(numbers[year]),
      let day = Int(numbers[1 - year]), numbers[1 - year].count <= 2
    else { return nil }
    return valid(yearNumber, month, day)
  }

  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  // MARK: Numeric dates

  private static func numbers(_ text: Substring) -> Parts? {
    if text.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      let year = text.prefix(4)
      let month = text.dropFirst(4).prefix(2)
      let day = text.suffix(2)
      guard let y = Int(year), let m = Int(month), let d = Int(day) else { return nil }
      return Parts(numbers: [y, m, d], digits: [4, 2, 2], separator: "-")
    }
    let isChinese = text.contains("年")
    var pieces: [Substring]
    var separator: Character = "年"
    if isChinese {
      guard text.last == "日" || text.last == "號" || text.last == "号" else { return nil }
      pieces = text.dropLast().split(omittingEmptySubsequences: false) { $0 == "年" || $0 == "月" }
    } else {
      guard let found = text.first(where: { "-/.".contains($0) }) else { return nil }
      separator = found
      pieces = text.split(separator: found, omittingEmptySubsequences: false)
    }
    pieces = pieces.map { Substring(StraySpace.trimmed(String($0))) }
    guard pieces.count == 3,
      pieces.allSatisfy({ (1...4).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let values = pieces.compactMap { Int($0) }
    guard values.count == 3 else { return nil }
    return Parts(numbers: values, digits: pieces.map(\.count), separator: separator)
  }

  private static func calendarDates(_ parts: Parts, roc: Bool, isNamedRoc: Bool) -> Readings? {
    let n = parts.numbers
    func one(_ year: Int, _ month: Int, _ day: Int) -> Readings? { valid(year, month, day).map { .one($0) } }
    if parts.digits[0] == 4 { return one(n[0], n[1], n[2]) }
    if roc, parts.digits[0] >= 2, parts.digits[2] <= 2 || isNamedRoc { return one(n[0] + 1911, n[1], n[2]) }
    guard !isNamedRoc, parts.digits[2] == 4 else { return nil }
    // 31.03.2026 is only written by people who put the day first; with slashes only a number above 12 is conclusive.
    if parts.separator == "." || n[0] == n[1] { return one(n[2], n[1], n[0]) }
    if n[0] > 12 { return one(n[2], n[1], n[0]) }
    if n[1] > 12 { return one(n[2], n[0], n[1]) }
    guard let dayFirst = valid(n[2], n[1], n[0]), let monthFirst = valid(n[2], n[0], n[1]) else { return nil }
    return .two(dayFirst: dayFirst, monthFirst: monthFirst)
  }

  private static func valid(_ year: Int, _ month: Int, _ day: Int) -> Reading? {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1] ? Reading(year: year, month: month, day: day) : nil
  }
}
