// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Reads dates and times whose spelling means the same in every locale.
enum DateText {
  /// The serial number of `2025-06-30`, `2025/6/30`, `2025-06-30 12:00`, `30-Jun-2025` or `12:30:45`.
  static func serial(_ text: ArraySlice<UInt8>) -> Double? {
    guard let first = text.firstIndex(where: { !$0.isDigit }), first > text.startIndex else { return nil }
    let dash = text[first]
    // With slashes, a four-digit first part is the year in every locale; `3/4/2025` depends on the locale.
    guard dash == UInt8(ascii: "-") || dash == UInt8(ascii: "/") && text.startIndex + 4 == first else {
      return time(text)
    }
    let parts = text.split(separator: dash, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let end = parts[2].firstIndex { !$0.isDigit } ?? parts[2].endIndex
    guard let last = NumberParsing.integer(parts[2][..<end]) else { return nil }
    let day: Double?
    if parts[0].count == 4, let year = NumberParsing.integer(parts[0]), let month = NumberParsing.integer(parts[1]) {
      day = serial(year: year, month: month, day: last)
    } else if parts[0].count <= 2, let number = NumberParsing.integer(parts[0]), let month = month(parts[1]) {
      let written = parts[2][..<end].count
      guard written == 2 || written == 4 else { return nil }
      // Two-digit years mean 1930 to 2029.
      let year = written == 4 ? last : last < 30 ? 2000 + last : 1900 + last
      day = serial(year: year, month: month, day: number)
    } else {
      return nil
    }
    guard let day else { return nil }
    let rest = parts[2][end...]
    guard let separator = rest.first else { return day }
    guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "T"), let time = time(rest.dropFirst().trimmed)
    else { return nil }
    return day + time
  }

  private static func serial(year: Int, month: Int, day: Int) -> Double? {
    year < 1900 ? nil : SerialDate(year: year, month: month, day: day)?.serial(in: RunSettings.dateSystem)
  }

  /// A time as a fraction of a day: `12:30`, `12:30:45.5`, `1:30 PM`.
  private static func time(_ text: ArraySlice<UInt8>) -> Double? {
    var rest = text
    var half: Int?
    if rest.count > 2, rest.last.map({ $0 | 0x20 }) == UInt8(ascii: "m"), let mark = rest.dropLast().last {
      switch mark | 0x20 {
      case UInt8(ascii: "a"): half = 0
      case UInt8(ascii: "p"): half = 12
      default: return nil
      }
      rest = rest.dropLast(2)
      guard rest.last == UInt8(ascii: " ") else { return nil }
      rest = rest.trimmed
    }
    let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].count <= 4, var hours = NumberParsing.integer(parts[0]),
      parts[1].count <= 4, let minutes = NumberParsing.integer(parts[1])
    else { return nil }
    if let half {
      guard (1...12).contains(hours) else { return nil }
      hours = hours % 12 + half
    }
    var seconds = 0.0
    if parts.count == 3 {
      guard let first = parts[2].first, first.isDigit, parts[2].allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }),
        parts[2].last != UInt8(ascii: "."), let value = Double(String(decoding: parts[2], as: UTF8.self)),
        value < 10_000
      else { return nil }
      seconds = value
    }
    // Only one of the units may exceed its usual range: `12:60`.
    guard [half == nil && hours > 23, minutes > 59, seconds >= 60].count(where: { $0 }) <= 1 else { return nil }
    return (Double(hours) * 3600 + Double(minutes) * 60 + seconds) / 86_400
  }

  private static func month(_ text: ArraySlice<UInt8>) -> Int? {
    let name = String(decoding: text, as: UTF8.self).lowercased()
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.firstIndex(of: name).map { $0 + 1 }
  }
}
