// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Dates, times and their parts.
enum DateFunctions {
  static let all: [Function] = [
    Function("TODAY", "") { (call) throws(Halt) in
      guard let now = call.asOf else { throw .kept(.volatile("TODAY")) }
      return .number(now.rounded(.down))
    },
    Function("NOW", "") { (call) throws(Halt) in
      guard let now = call.asOf else { throw .kept(.volatile("NOW")) }
      return .number(now)
    },
    Function("DATE", "V") { (call) throws(Halt) in
      let year = Calendar.whole(try call.number(0))
      let month = Calendar.whole(try call.number(1))
      let day = Calendar.whole(try call.number(2))
      guard let serial = serial(year: year, month: month, day: day, call.dateSystem) else { throw .number }
      return .number(serial)
    },
    part("YEAR") { $0.year },
    part("MONTH") { $0.month },
    part("DAY") { $0.day },
    clock("HOUR") { $0 / 3600 },
    clock("MINUTE") { $0 / 60 % 60 },
    clock("SECOND") { $0 % 60 },
    Function("TIME", "V") { (call) throws(Halt) in
      let parts = [try call.whole(0), try call.whole(1), try call.whole(2)]
      guard parts.allSatisfy({ $0 <= 32767 }) else { throw .number }
      let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
      guard seconds >= 0 else { throw .number }
      return .number(seconds.truncatingRemainder(dividingBy: 86400) / 86400)
    },
    Function("EDATE", "V") { (call) throws(Halt) in
      .number(try shifted(call, day: { $0 }))
    },
    Function("EOMONTH", "V") { (call) throws(Halt) in
      .number(try shifted(call, day: { _ in 31 }))
    },
    Function("WEEKDAY", "V") { (call) throws(Halt) in
      let serial = try Calendar.serial(call, 0)
      let type = try call.whole(1, default: 1)
      // Monday is 0.
      let weekday = Calendar.weekday(serial, call.dateSystem)
      switch type {
      case 1: return .number((weekday + 1) % 7 + 1)
      case 2: return .number(weekday + 1)
      case 3: return .number(weekday)
      case 11...17: return .number((weekday - Int(type - 11) + 7) % 7 + 1)
      default: throw .number
      }
    },
    Function("WEEKNUM", "V") { (call) throws(Halt) in
      let serial = try Calendar.serial(call, 0)
      let type = try call.whole(1, default: 1)
      if type == 21 { return .number(try Calendar.isoWeek(serial, call.dateSystem)) }
      let first: Int
      switch type {
      case 1, 17: first = 6
      case 2, 11: first = 0
      case 12...16: first = Int(type) - 11
      default: throw .number
      }
      guard let date = SerialDate(serial: serial, system: call.dateSystem),
        let newYear = Self.serial(year: Double(date.year), month: 1, day: 1, call.dateSystem)
      else { throw .number }
      let offset = (Calendar.weekday(newYear, call.dateSystem) - first + 7) % 7
      return .number((Int(serial - newYear) + offset) / 7 + 1)
    },
    Function("ISOWEEKNUM", "V") { (call) throws(Halt) in
      .number(try Calendar.isoWeek(Calendar.serial(call, 0), call.dateSystem))
    },
    Function("DAYS", "V") { (call) throws(Halt) in
      .number(try Calendar.serial(call, 0) - Calendar.serial(call, 1))
    },
    Function("DAYS360", "V") { (call) throws(Halt) in
      let a = try Calendar.day(call, 0)
      let b = try Calendar.day(call, 1)
      return .number(
        try call.truth(2, default: false) ? DayCount.european30360(a, b) : days360(a, b))
    },
    Function("YEARFRAC", "V") { (call) throws(Halt) in
      let a = try Calendar.day(call, 0)
      let b = try Calendar.day(call, 1)
      let basis = try Calendar.basis(call, 2)
      return .number(basis.years(from: a, to: b))
    },
    Function("DATEDIF", "V") { (call) throws(Halt) in
      let start = try Calendar.serial(call, 0)
      let end = try Calendar.serial(call, 1)
      guard start <= end else { throw .number }
      let a = try Calendar.day(call, 0)
      let b = try Calendar.day(call, 1)
      let months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
      switch try call.text(2).uppercased() {
      case "D": return .number(end - start)
      case "M": return .number(months)
      case "Y": return .number(months / 12)
      case "YM": return .number(months % 12)
      case "MD":
        if b.day >= a.day { return .number(b.day - a.day) }
        let before = CalendarDay(year: b.year, month: b.month, day: 1).adding(months: -1)
        return .number(CalendarDay.length(ofMonth: before.month, in: before.year) - a.day + b.day)
      case "YD":
        let year = (b.month, b.day) >= (a.month, a.day) ? b.year : b.year - 1
        let length = CalendarDay.length(ofMonth: a.month, in: year)
        return .number(b.number - CalendarDay(year: year, month: a.month, day: min(a.day, length)).number)
      default: throw .number
      }
    },
    Function("DATEVALUE", "V") { (call) throws(Halt) in .number(try moment(call).rounded(.down)) },
    Function("TIMEVALUE", "V") { (call) throws(Halt) in
      let moment = try moment(call)
      return .number(moment - moment.rounded(.down))
    },
  ]

  /// The serial number of a day. Months and days may exceed their range. Years below the date system's first are offsets from 1900.
  static func serial(year: Double, month: Double, day: Double, _ system: DateSystem) -> Double? {
    guard year >= 0, year < 10000, month.magnitude < 1e6, day.magnitude < 1e7 else { return nil }
    let base = system == .year1900 ? 1900.0 : 1904
    let year = year < base ? year + 1900 : year
    let months = Int(year) * 12 + Int(month) - 1
    let y = Int((Double(months) / 12).rounded(.down))
    let m = months - y * 12 + 1
    guard y >= 1, y <= 9999 else { return nil }
    // 29 February 1900 exists in the 1900 system, so days are added to serial numbers.
    guard let first = SerialDate(year: max(y, 1), month: m, day: 1)?.serial(in: system) ?? before(y, m, system) else {
      return nil
    }
    let serial = first + day - 1
    return serial >= 0 && serial < 2_958_466 ? serial : nil
  }

  /// The first of a month before the date system begins; adding days to it may still reach a valid date.
  private static func before(_ year: Int, _ month: Int, _ system: DateSystem) -> Double? {
    let day = CalendarDay(year: year, month: month, day: 1).number
    let origin =
      system == .year1900
      ? CalendarDay(year: 1899, month: 12, day: 31).number : CalendarDay(year: 1904, month: 1, day: 1).number
    let serial = Double(day - origin)
    return serial <= 0 ? serial : nil
  }

  /// The date or time that a text spells; anything else is `#VALUE!`.
  private static func moment(_ call: borrowing Call) throws(Halt) -> Double {
    guard case .text(let text) = try call.scalar(0) else {
      if case .error(let error) = try call.scalar(0) { throw .error(error) }
      throw .value
    }
    guard let moment = DateTexts.serial(text) else {
      if DateTexts.lacksYear(text) { throw .kept(.yearless(text)) }
      throw .value
    }
    return moment
  }

  private static func part(_ name: String, _ part: @escaping @Sendable (CalendarDay) -> Int) -> Function {
    Function(name, "V") { (call) throws(Halt) in
      let serial = try call.number(0)
      guard serial >= 0, serial < 2_958_466 else { throw .number }
      return .number(part(Calendar.day(Calendar.whole(serial), call.dateSystem)))
    }
  }

  private static func clock(_ name: String, _ part: @escaping @Sendable (Int) -> Int) -> Function {
    Function(name, "V") { (call) throws(Halt) in
      let value = try call.number(0)
      guard value >= 0, value < 2_958_466 else { throw .number }
      let time = value - value.rounded(.down)
      let seconds = Int((time * 86400).rounded(.toNearestOrAwayFromZero)) % 86400
      return .number(part(seconds))
    }
  }

  private static func shifted(_ call: borrowing Call, day: (Int) -> Int) throws(Halt) -> Double {
    let start = try Calendar.strictDay(call, 0)
    let months = try ArithmeticFunctions.strictNumber(call, 1).rounded(.towardZero)
    guard months.magnitude < 120_000 else { throw .number }
    let total = start.year * 12 + start.month - 1 + Int(months)
    let year = Int((Double(total) / 12).rounded(.down))
    let month = total - year * 12 + 1
    guard (1900...9999).contains(year) else { throw .number }
    let length = CalendarDay.length(ofMonth: month, in: year)
    guard
      let serial = serial(
        year: Double(year), month: Double(month), day: Double(min(day(start.day), length)), call.dateSystem)
    else { throw .number }
    return serial
  }

  /// DAYS360 by the US method, except that Excel does not apply the end-of-February rule to the second date.
  private static func days360(_ a: CalendarDay, _ b: CalendarDay) -> Int {
    var d1 = a.day
    var (y2, m2, d2) = (b.year, b.month, b.day)
    if a.isEndOfMonth { d1 = 30 }
    if b.isEndOfMonth, d2 == 31 {
      if d1 < 30 {
        d2 = 1
        m2 += 1
        if m2 > 12 { (m2, y2) = (1, y2 + 1) }
      } else {
        d2 = 30
      }
    }
    return 360 * (y2 - a.year) + 30 * (m2 - a.month) + d2 - d1
  }
}

/// Date arguments.
enum Calendar {
  /// Truncates towards 0, but takes a number this close to the next whole number for that number, as Excel does: DAY(46022.9999999) is 1.
  static func whole(_ number: Double) -> Double {
    (number + (number < 0 ? -1.000_001e-7 : 1.000_001e-7)).rounded(.towardZero)
  }

  /// The whole serial number of an argument.
  static func serial(_ call: borrowing Call, _ index: Int) throws(Halt) -> Double {
    let value = try call.number(index).rounded(.down)
    guard value >= 0, value < 2_958_466 else { throw .number }
    return value
  }

  static func day(_ call: borrowing Call, _ index: Int) throws(Halt) -> CalendarDay {
    day(try serial(call, index), call.dateSystem)
  }

  /// A date argument of a function from the Analysis ToolPak: these reject booleans.
  static func strictDay(_ call: borrowing Call, _ index: Int) throws(Halt) -> CalendarDay {
    let serial = try ArithmeticFunctions.strictNumber(call, index).rounded(.down)
    guard serial >= 0, serial < 2_958_466 else { throw .number }
    return day(serial, call.dateSystem)
  }

  /// The date of a serial number; 0 in the 1900 system is 0 January 1900.
  static func day(_ serial: Double, _ system: DateSystem) -> CalendarDay {
    if serial == 0, system == .year1900 { return CalendarDay(year: 1900, month: 1, day: 0) }
    guard let date = SerialDate(serial: serial, system: system) else {
      return CalendarDay(year: 1900, month: 1, day: 0)
    }
    return CalendarDay(year: date.year, month: date.month, day: date.day)
  }

  /// Monday is 0.
  static func weekday(_ serial: Double, _ system: DateSystem) -> Int {
    Workdays.weekday(serial, system)
  }

  static func basis(_ call: borrowing Call, _ index: Int) throws(Halt) -> DayCount {
    let number = try call.whole(index, default: 0)
    guard number >= 0, number <= 4, let basis = DayCount(rawValue: Int(number)) else { throw .number }
    return basis
  }

  /// The ISO 8601 week, which begins on Monday and belongs to the year of its Thursday.
  static func isoWeek(_ serial: Double, _ system: DateSystem) throws(Halt) -> Int {
    let thursday = serial - Double(weekday(serial, system)) + 3
    let year = thursday < 1 ? 1899 : day(thursday, system).year
    guard year >= 1900, let newYear = DateFunctions.serial(year: Double(year), month: 1, day: 1, system) else {
      return 52
    }
    return Int(thursday - newYear) / 7 + 1
  }
}
