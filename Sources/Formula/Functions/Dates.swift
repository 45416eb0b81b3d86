// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Date functions. Fractions of a day are dropped, as in Excel; a serial number that is not a date gives `#NUM!`.
struct Dates {
  let system: DateSystem

  /// Excel takes a year, month or day this close to the next whole number for that number: DAY(46022.9999999) is 1.
  private static let nearness = 1.000_001e-7

  /// Truncates towards 0, except that values next to a whole number become that number.
  static func whole(_ number: Double) -> Double {
    (number + (number < 0 ? -nearness : nearness)).rounded(.towardZero)
  }

  init() { system = RunSettings.dateSystem }

  /// DATE: months and days beyond their range carry over.
  func date(_ arguments: [Vector], _ lanes: Int) -> Vector {
    let months = Arithmetic.numbers(arguments[0], arguments[1], lanes) { year, month in
      let year = Self.whole(year)
      guard year >= 0, year <= 9999, month.magnitude <= 120_000 else { return .nan }
      // A year before the first one of the date system is taken as an offset from 1900.
      let first = system == .year1900 ? 1900.0 : 1904
      return (year < first ? year + 1900 : year) * 12 + Self.whole(month) - 1
    }
    return Arithmetic.numbers(months, arguments[2], lanes) { months, day in
      guard day.magnitude <= 3_000_000, let first = serial(month: Int(months), day: 1) else { return .nan }
      let serial = first + Self.whole(day) - 1
      return self.day(serial) == nil ? .nan : serial
    }
  }

  func part(_ date: Vector, _ lanes: Int, _ part: ((year: Int, month: Int, day: Int)) -> Int) -> Vector {
    Arithmetic.numbers(date, lanes) { serial in
      guard serial >= 0, let day = day(Self.whole(serial)), let date = calendar(day) else { return .nan }
      return Double(part(date))
    }
  }

  /// WEEKDAY. Type 1: Sunday is 1; type 2: Monday is 1; type 3: Monday is 0; from type 11 on, 1 is the day that the type selects.
  func weekday(_ serial: Double, type: Double) -> Double {
    guard let day = day(serial) else { return .nan }
    // In Excel's count the first day of 1900 is a Sunday; 1904 began on a Friday.
    let fromSunday = (day + (system == .year1900 ? 6 : 5)) % 7
    switch type.rounded(.towardZero) {
    case 1: return Double(fromSunday + 1)
    case 2: return Double((fromSunday + 6) % 7 + 1)
    case 3: return Double((fromSunday + 6) % 7)
    // Type 11 is a week that begins on Monday, type 17 one that begins on Sunday.
    case let first where first >= 11 && first <= 17: return Double((fromSunday + 13 - (Int(first) - 11)) % 7 + 1)
    default: return .nan
    }
  }

  /// EDATE: the same day of the month `months` months later, or that month's last day if it is shorter.
  func moved(_ serial: Double, months: Double) -> Double { moved(serial, months) { $0 } }

  /// EOMONTH: the last day of the month `months` months later.
  func monthEnd(_ serial: Double, months: Double) -> Double { moved(serial, months) { _ in 31 } }

  private func moved(_ serial: Double, _ months: Double, _ newDay: (Int) -> Int) -> Double {
    guard let day = day(serial), let date = calendar(day), months.magnitude <= 120_000 else { return .nan }
    let month = date.year * 12 + date.month - 1 + Int(months.rounded(.towardZero))
    return self.serial(month: month, day: newDay(date.day)) ?? .nan
  }

  /// The serial number of a day in a month, which is counted from January of year 0; the last day if the month is shorter.
  private func serial(month: Int, day: Int) -> Double? {
    guard month >= 12 else { return nil }
    let (year, number) = (month / 12, month % 12 + 1)
    if day < 1 { return SerialDate(year: year, month: number, day: 1)?.serial(in: system).map { $0 - 1 } }
    for last in stride(from: min(day, 31), through: 28, by: -1) {
      if let date = SerialDate(year: year, month: number, day: last) { return date.serial(in: system) }
    }
    return SerialDate(year: year, month: number, day: day)?.serial(in: system)
  }

  /// The date of a serial number. In the 1900 system Excel shows serial 0 as 0 January 1900.
  private func calendar(_ day: Int) -> (year: Int, month: Int, day: Int)? {
    if day == 0, system == .year1900 { return (1900, 1, 0) }
    return SerialDate(serial: Double(day), system: system).map { ($0.year, $0.month, $0.day) }
  }

  private func day(_ serial: Double) -> Int? {
    let whole = serial.rounded(.down)
    guard whole >= 0, whole < 3_000_000, SerialDate(serial: whole, system: system) != nil else { return nil }
    return Int(whole)
  }
}
