// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Reads dates and times in text; if both are numbers, the month comes before the day.
enum DateTexts {
  /// The serial number of a date, a time, or both; nil for other text and for a date without a year.
  static func serial(_ text: String) -> Double? { parts(text).map { ($0.date ?? 0) + ($0.time ?? 0) } }

  /// The date and the time in a text, each nil if absent.
  static func parts(_ text: String) -> (date: Double?, time: Double?)? {
    guard text.utf8.count <= 64 else { return nil }
    if let time = time(text[...].trimmingSpaces) { return (nil, time) }
    // A date may not have spaces around it.
    if text.first == " " || text.last == " " { return nil }
    if let date = date(text[...]) { return (date, nil) }
    // The time follows the date.
    var end = text.endIndex
    for _ in 0..<2 {
      guard let space = text[..<end].lastIndex(where: { $0 == " " || $0 == "T" }) else { return nil }
      if let date = date(text[..<space].trimmingSpaces),
        let time = time(text[text.index(after: space)...].trimmingSpaces)
      {
        return (date, time)
      }
      end = space
    }
    return nil
  }

  // MARK: Times

  /// `12:30`, `12:30:45.5`, `1:30 PM`, `3 PM`, as a fraction of a day. One of the units may exceed its usual range.
  static func time(_ text: Substring) -> Double? {
    var rest = text
    var half: Int?
    let upper = rest.uppercased()
    for (mark, hours) in [("AM", 0), ("PM", 12), ("A", 0), ("P", 12)] where upper.hasSuffix(mark) {
      rest = rest.dropLast(mark.count)
      guard rest.last == " " else { return nil }
      rest = rest.trimmingSpaces
      half = hours
      break
    }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts.count > 1 || half != nil, var hours = whole(parts[0]), hours < 10_000 else {
      return nil
    }
    var minutes = 0
    if parts.count > 1 {
      guard let number = whole(parts[1]), number < 10_000 else { return nil }
      minutes = number
    }
    var seconds = 0.0
    if parts.count == 3 {
      let digits = parts[2].split(separator: ".", omittingEmptySubsequences: false)
      guard digits.count <= 2, digits.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }),
        !digits[0].isEmpty,
        digits[0].count <= 4,
        let number = Double(parts[2].hasSuffix(".") ? String(parts[2].dropLast()) : String(parts[2]))
      else { return nil }
      seconds = number
    }
    let overflows = (hours > 23 ? 1 : 0) + (minutes > 59 ? 1 : 0) + (seconds >= 60 ? 1 : 0)
    guard overflows <= 1 else { return nil }
    if let half {
      guard hours <= 12, overflows == 0 else { return nil }
      hours = hours % 12 + half
    }
    return (Double(hours) * 3600 + Double(minutes) * 60 + seconds) / 86_400
  }

  // MARK: Dates

  /// `1/31/2025`, `2025-01-31`, `31-Jan-2025`, `Jan 31, 2025`, `January 2025` and similar dates, as a serial number.
  static func date(_ text: Substring) -> Double? {
    for separator in ["/", "-", " "] as [Character] where text.contains(separator) {
      var parts = text.split(separator: separator, omittingEmptySubsequences: separator == " ").map(String.init)
      if separator == " " {
        // `Jan 31, 2025`, `31 Jan, 2025`
        for index in parts.indices.dropLast() where parts[index].hasSuffix(",") { parts[index].removeLast() }
      }
      guard (2...3).contains(parts.count) else { continue }
      if let serial = serial(parts, separator) { return serial }
    }
    // `Jan 31,2025`
    if let comma = text.firstIndex(of: ",") {
      let day = text[..<comma].split(separator: " ").map(String.init)
      let year = text[text.index(after: comma)...].trimmingSpaces
      if day.count == 2 { return serial(day + [String(year)], " ") }
    }
    return nil
  }

  private static func serial(_ parts: [String], _ separator: Character) -> Double? {
    let months = parts.map(month)
    let numbers = parts.map { whole($0[...]) }
    if parts.count == 3 {
      if let month = months[1], let day = numbers[0], let year = year(parts[2]) {
        // `31-Jan-2025`, or the year first.
        if parts[0].count == 4 { return day >= 1900 ? calendarDay(day, month, numbers[2] ?? 0) : nil }
        return calendarDay(year, month, day)
      }
      if let month = months[0], let day = numbers[1], let year = year(parts[2]) { return calendarDay(year, month, day) }
      guard separator != " ", let a = numbers[0], let b = numbers[1], let c = numbers[2] else { return nil }
      if parts[0].count == 4 { return a >= 1900 ? calendarDay(a, b, c) : nil }
      guard parts[0].count <= 2, parts[1].count <= 2, let year = year(parts[2]) else { return nil }
      // If the first number cannot be a month, it is the day.
      return a > 12 ? calendarDay(year, b, a) : calendarDay(year, a, b)
    }
    // A month and a year.
    if let month = months[0], let number = numbers[1], parts[1].count == 4 || (parts[1].count == 2 && number > 31) {
      return year(parts[1]).flatMap { calendarDay($0, month, 1) }
    }
    if separator != " ", let month = numbers[0], parts[0].count <= 2, parts[1].count == 4, let year = year(parts[1]) {
      return calendarDay(year, month, 1)
    }
    return nil
  }

  /// Whether a text is a day and a month without a year: `3/4`, `3-4`, `Jan 1`, `1-Jan`.
  static func lacksYear(_ text: String) -> Bool {
    guard text.utf8.count <= 16, text.first != " ", text.last != " " else { return false }
    for separator in ["/", "-", " "] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, parts.allSatisfy({ $0.utf8.count <= 9 }) else { continue }
      let days = parts.map { $0.utf8.count <= 2 ? whole($0[...]) : nil }
      if let month = month(parts[0]) ?? month(parts[1]) {
        return calendarDay(2024, month, days[0] ?? days[1] ?? 0) != nil
      }
      guard separator != " ", let a = days[0], let b = days[1] else { return false }
      return calendarDay(2024, a, b) ?? calendarDay(2024, b, a) != nil
    }
    return false
  }

  private static func calendarDay(_ year: Int, _ month: Int, _ day: Int) -> Double? {
    guard year >= 1900 else { return nil }
    return SerialDate(year: year, month: month, day: day)?.serial(in: RunSettings.dateSystem)
  }

  /// Two-digit years mean 1930 to 2029.
  private static func year(_ text: String) -> Int? {
    guard let number = whole(text[...]) else { return nil }
    switch text.count {
    case 1, 2: return number < 30 ? 2000 + number : 1900 + number
    case 4: return number
    default: return nil
    }
  }

  private static func whole(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text)
  }

  private static let names = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
    "DECEMBER",
  ]

  private static func month(_ text: String) -> Int? {
    let upper = text.uppercased()
    guard upper.count >= 3 else { return nil }
    return names.firstIndex { $0 == upper || $0.prefix(3) == upper }.map { $0 + 1 }
  }
}
