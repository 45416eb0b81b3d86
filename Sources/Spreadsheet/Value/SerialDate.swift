// SPDX-License-Identifier: Apache-2.0

/// A calendar day with a time of day, which a cell stores as a serial number.
///
/// The integer part of a serial number counts days, and its fraction is the time of day. Times are rounded to milliseconds,
/// Excel's precision. Workbooks have no time zones.
public struct SerialDate: Hashable, Sendable {
  public let year: Int
  /// 1 … 12
  public let month: Int
  /// 1 … 31
  public let day: Int
  /// Milliseconds since midnight, 0 ..< 86,400,000.
  public let millisecond: Int

  /// Nil if the calendar has no such day or the day has no such time. 29 February 1900 is accepted, because serial 60 stands for
  /// it.
  public init?(year: Int, month: Int, day: Int, millisecond: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(year, month) || (year, month, day) == (1900, 2, 29),
      (0..<Self.dayLength).contains(millisecond)
    else { return nil }
    self.init(uncheckedYear: year, month, day, millisecond)
  }

  /// The day and time that `serial` represents. Nil for a number that no cell displays as a date: negative, after the end of the
  /// year 9999, or NaN.
  ///
  /// Serial 0 in the 1900 system, which Excel displays as 0 January 1900, is 31 December 1899.
  public init?(serial: Double, system: DateSystem) {
    guard serial >= 0, serial < Double(system.days.upperBound + 1) else { return nil }
    var days = Int(serial)
    var millisecond = Int(((serial - Double(days)) * Double(Self.dayLength)).rounded())
    if millisecond >= Self.dayLength {
      days += 1
      millisecond = 0
    }
    guard system.days.contains(days) else { return nil }
    switch system {
    case .year1900 where days == 60: self.init(uncheckedYear: 1900, 2, 29, millisecond)
    case .year1900: self.init(dayNumber: days - (days < 60 ? 25_568 : 25_569), millisecond)
    case .year1904: self.init(dayNumber: days - 24_107, millisecond)
    }
  }

  /// The serial number of this day and time. Nil if it is before the first day of the date system, or if it is 29 February 1900
  /// and the system is the 1904 one.
  public func serial(in system: DateSystem) -> Double? {
    let days: Int
    switch system {
    case .year1900 where (year, month, day) == (1900, 2, 29): days = 60
    case .year1900:
      let number = dayNumber
      days = number + (number < -25_508 ? 25_568 : 25_569)
    case .year1904:
      guard (year, month, day) != (1900, 2, 29) else { return nil }
      days = dayNumber + 24_107
    }
    guard system.days.contains(days) else { return nil }
    return Double(days) + Double(millisecond) / Double(Self.dayLength)
  }

  // MARK: Days of the proleptic Gregorian calendar, counted from 1 January 1970

  private static let dayLength = 86_400_000

  private init(uncheckedYear year: Int, _ month: Int, _ day: Int, _ millisecond: Int) {
    self.year = year
    self.month = month
    self.day = day
    self.millisecond = millisecond
  }

  /// Years are counted from March, in eras of 400 years, so that a leap day is the last day of its year.
  private init(dayNumber: Int, _ millisecond: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1,
      millisecond)
  }

  private var dayNumber: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}
