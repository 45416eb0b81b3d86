/// Days as Excel counts them in the 1900 date system: 1 is 1900-01-01, and 60 is the 29th of February 1900 that never
/// was.
enum CalendarDate {
  /// The last day that a workbook can hold, 9999-12-31.
  static let lastSerial = 2_958_465

  /// The serial of a date from 1900 to 9999, or nil when there is no such day.
  static func serial(year: Int, month: Int, day: Int) -> Double? {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1, day <= days(in: month, of: year) else {
      return nil
    }
    return Double(days(year, month, day))
  }

  /// The date of a serial from 0 (which Excel shows as 1900-01-00) to `lastSerial`.
  static func date(_ serial: Int) -> (year: Int, month: Int, day: Int)? {
    guard serial >= 0, serial <= lastSerial else { return nil }
    if serial == 0 { return (1900, 1, 0) }
    if serial == 60 { return (1900, 2, 29) }
    // Days since 0000-03-01 (Howard Hinnant, “chrono-compatible low-level date algorithms”).
    let z = (serial < 60 ? serial + 1 : serial) - 25_569 + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    // The leap day of 1900 is counted by `date`, not accepted in texts.
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The serial of a day of a month that exists.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let serial = era * 146_097 + dayOfEra - 719_468 + 25_569
    return serial <= 60 ? serial - 1 : serial
  }
}
