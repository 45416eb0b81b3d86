/// Functions of dates, in the 1900 date system. A part of a day is dropped, as Excel does.
enum Dates {
  /// DATE: months and days beyond their ends run on into the next ones.
  static func date(_ arguments: [Vector], _ lanes: Int) -> Vector {
    let months = Arithmetic.numbers(arguments[0], arguments[1], lanes) { year, month in
      let year = year.rounded(.towardZero)
      guard year >= 0, year <= 9999, month.magnitude <= 120_000 else { return .nan }
      return (year < 1900 ? year + 1900 : year) * 12 + month.rounded(.towardZero) - 1
    }
    return Arithmetic.numbers(months, arguments[2], lanes) { months, day in
      guard day.magnitude <= 3_000_000, let first = serial(month: Int(months), day: 1) else { return .nan }
      return valid(first + day.rounded(.towardZero) - 1)
    }
  }

  static func part(_ date: Vector, _ lanes: Int, _ part: ((year: Int, month: Int, day: Int)) -> Int) -> Vector {
    Arithmetic.numbers(date, lanes) { serial in
      guard let whole = day(serial), let date = CalendarDate.date(whole) else { return .nan }
      return Double(part(date))
    }
  }

  /// WEEKDAY: 1 for Sunday (type 1), for Monday (type 2), or 0 for Monday (type 3).
  static func weekday(_ serial: Double, type: Double) -> Double {
    guard let day = day(serial) else { return .nan }
    let fromSunday = (day + 6) % 7
    switch type.rounded(.towardZero) {
    case 1: return Double(fromSunday + 1)
    case 2: return Double((fromSunday + 6) % 7 + 1)
    case 3: return Double((fromSunday + 6) % 7)
    default: return .nan
    }
  }

  /// EDATE: the same day so many months later, or the last day of a month that is too short.
  static func moved(_ serial: Double, months: Double) -> Double {
    guard let day = day(serial), let date = CalendarDate.date(day), months.magnitude <= 120_000 else { return .nan }
    let month = date.year * 12 + date.month - 1 + Int(months.rounded(.towardZero))
    guard month >= 1900 * 12, month < 10_000 * 12 else { return .nan }
    return Self.serial(month: month, day: date.day) ?? .nan
  }

  /// EOMONTH: the last day of the month so many months later.
  static func monthEnd(_ serial: Double, months: Double) -> Double {
    guard let day = day(serial), let date = CalendarDate.date(day), months.magnitude <= 120_000 else { return .nan }
    let month = date.year * 12 + date.month - 1 + Int(months.rounded(.towardZero))
    guard month >= 1900 * 12, month < 10_000 * 12 else { return .nan }
    return Self.serial(month: month, day: 31) ?? .nan
  }

  /// A day of a month counted from year 0, or its last day.
  private static func serial(month: Int, day: Int) -> Double? {
    let year = month >= 0 ? month / 12 : -1
    let number = month % 12 + 1
    guard year >= 1900, year <= 9999 else { return nil }
    // Excel takes 1900 for a leap year.
    let last = year == 1900 && number == 2 ? 29 : CalendarDate.days(in: number, of: year)
    if year == 1900, number == 2, day >= 29 { return 60 }
    if day < 1 { return CalendarDate.serial(year: year, month: number, day: 1).map { $0 - 1 } }
    return CalendarDate.serial(year: year, month: number, day: min(day, last))
  }

  private static func day(_ serial: Double) -> Int? {
    let whole = serial.rounded(.down)
    return whole >= 0 && whole <= Double(CalendarDate.lastSerial) ? Int(whole) : nil
  }

  private static func valid(_ serial: Double) -> Double {
    serial >= 0 && serial <= Double(CalendarDate.lastSerial) ? serial : .nan
  }
}
