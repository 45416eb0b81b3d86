import Spreadsheet

/// Functions of dates. A part of a day is dropped, as Excel does; what no date has is `#NUM!`.
struct Dates {
  let system: DateSystem

  /// So near to the next whole number Excel takes a year, month or day for that: DAY(46022.9999999) is 1.
  private static let nearness = 1.000_001e-7

  /// Towards 0, but for what is next to a whole number.
  static func whole(_ number: Double) -> Double {
    (number + (number < 0 ? -nearness : nearness)).rounded(.towardZero)
  }

  init() { system = RunSettings.dateSystem }

  /// DATE: months and days beyond their ends run on into the next ones.
  func date(_ arguments: [Vector], _ lanes: Int) -> Vector {
    let months = Arithmetic.numbers(arguments[0], arguments[1], lanes) { year, month in
      let year = Self.whole(year)
      guard year >= 0, year <= 9999, month.magnitude <= 120_000 else { return .nan }
      // A year before the first is one of so many years later.
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

  /// WEEKDAY: 1 for Sunday (type 1), for Monday (type 2), 0 for Monday (type 3), or 1 for the day that a type from 11 on says.
  func weekday(_ serial: Double, type: Double) -> Double {
    guard let day = day(serial) else { return .nan }
    // Excel takes the first day of 1900 for a Sunday; 1904 began on a Friday.
    let fromSunday = (day + (system == .year1900 ? 6 : 5)) % 7
    switch type.rounded(.towardZero) {
    case 1: return Double(fromSunday + 1)
    case 2: return Double((fromSunday + 6) % 7 + 1)
    case 3: return Double((fromSunday + 6) % 7)
    // From 11, a week that begins on Monday, to 17, one that begins on Sunday.
    case let first where first >= 11 && first <= 17: return Double((fromSunday + 13 - (Int(first) - 11)) % 7 + 1)
    default: return .nan
    }
  }

  /// EDATE: the same day so many months later, or the last day of a month that is too short.
  func moved(_ serial: Double, months: Double) -> Double { moved(serial, months) { $0 } }

  /// EOMONTH: the last day of the month so many months later.
  func monthEnd(_ serial: Double, months: Double) -> Double { moved(serial, months) { _ in 31 } }

  private func moved(_ serial: Double, _ months: Double, _ newDay: (Int) -> Int) -> Double {
    guard let day = day(serial), let date = calendar(day), months.magnitude <= 120_000 else { return .nan }
    let month = date.year * 12 + date.month - 1 + Int(months.rounded(.towardZero))
    return self.serial(month: month, day: newDay(date.day)) ?? .nan
  }

  /// A day of a month counted from January of year 0; the last day when the month has none such.
  private func serial(month: Int, day: Int) -> Double? {
    guard month >= 12 else { return nil }
    let (year, number) = (month / 12, month % 12 + 1)
    if day < 1 { return SerialDate(year: year, month: number, day: 1)?.serial(in: system).map { $0 - 1 } }
    for last in stride(from: min(day, 31), through: 28, by: -1) {
      if let date = SerialDate(year: year, month: number, day: last) { return date.serial(in: system) }
    }
    return SerialDate(year: year, month: number, day: day)?.serial(in: system)
  }

  /// The date of a day; Excel shows serial 0 of the 1900 system as 0 January 1900.
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
