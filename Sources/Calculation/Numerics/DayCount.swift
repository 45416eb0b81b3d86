// SPDX-License-Identifier: Apache-2.0

/// A calendar day for financial functions.
struct CalendarDay: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  static func < (a: CalendarDay, b: CalendarDay) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  var isEndOfMonth: Bool { day == Self.length(ofMonth: month, in: year) }

  /// Days since 1 March of the year 0; only differences are used.
  var number: Int {
    let y = month <= 2 ? year - 1 : year
    let m = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1
  }

  /// The same day `months` months later, or the last day of that month if it is shorter.
  func adding(months: Int, toEndOfMonth: Bool = false) -> CalendarDay {
    let count = year * 12 + month - 1 + months
    let y = count >= 0 ? count / 12 : (count - 11) / 12
    let m = count - y * 12 + 1
    let length = Self.length(ofMonth: m, in: y)
    return CalendarDay(year: y, month: m, day: toEndOfMonth ? length : min(day, length))
  }
}

/// Day-count conventions (Excel's argument `basis`).
enum DayCount: Int {
  case thirty360 = 0
  case actualActual = 1
  case actual360 = 2
  case actual365 = 3
  case european30E360 = 4

  /// The number of days from `a` to `b`.
  func days(from a: CalendarDay, to b: CalendarDay) -> Int {
    switch self {
    case .thirty360: Self.american30360(a, b)
    case .european30E360: Self.european30360(a, b)
    case .actualActual, .actual360, .actual365: b.number - a.number
    }
  }

  /// The days in a year; 365 for `actualActual` if no particular year is meant.
  var daysInYear: Double {
    switch self {
    case .thirty360, .actual360, .european30E360: 360
    case .actualActual, .actual365: 365
    }
  }

  /// The fraction of a year between two dates in either order (YEARFRAC).
  func years(from first: CalendarDay, to second: CalendarDay) -> Double {
    let a = min(first, second)
    let b = max(first, second)
    let days = Double(days(from: a, to: b))
    guard self == .actualActual else { return days / daysInYear }
    return days / Self.averageYear(a, b)
  }

  /// The average length in days of the calendar years that two dates span. If the dates are at most a year apart, the length is 366 if both
  /// are in a leap year or 29 February is between them, otherwise 365.
  static func averageYear(_ a: CalendarDay, _ b: CalendarDay) -> Double {
    let withinYear = a.year == b.year || (b.year == a.year + 1 && (b.month, b.day) <= (a.month, a.day))
    guard withinYear else {
      let years = Double(b.year - a.year + 1)
      let days = (a.year...b.year).reduce(0) { $0 + (CalendarDay.isLeap($1) ? 366 : 365) }
      return Double(days) / years
    }
    if a.year == b.year { return CalendarDay.isLeap(a.year) ? 366 : 365 }
    let leapDay = [a.year, b.year].filter(CalendarDay.isLeap).map { CalendarDay(year: $0, month: 2, day: 29) }
    return leapDay.contains { a <= $0 && $0 <= b } ? 366 : 365
  }

  /// 30/360 by the US (NASD) method, where the end of February counts as the 30th. A period that begins at the end of February and ends on
  /// a 31st counts that day, as in Excel.
  ///
  /// - Parameter adjustsBoth: whether the end of a month counts as the 30th in the second date whatever the first one is.
  static func american30360(_ a: CalendarDay, _ b: CalendarDay, adjustsBoth: Bool = false) -> Int {
    var d1 = a.day
    var d2 = b.day
    let firstIsEnd = a.month == 2 && a.isEndOfMonth
    if b.month == 2, b.isEndOfMonth, firstIsEnd || adjustsBoth { d2 = 30 }
    if d2 == 31, d1 >= 30 || adjustsBoth { d2 = 30 }
    if d1 == 31 || firstIsEnd { d1 = 30 }
    return 360 * (b.year - a.year) + 30 * (b.month - a.month) + d2 - d1
  }

  static func european30360(_ a: CalendarDay, _ b: CalendarDay) -> Int {
    360 * (b.year - a.year) + 30 * (b.month - a.month) + min(b.day, 30) - min(a.day, 30)
  }
}
