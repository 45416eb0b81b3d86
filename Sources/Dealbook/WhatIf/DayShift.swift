// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// How far to move a date: `+14d`, `-2w`, `+1m`, `+1y`.
struct DayShift {
  private enum Unit: Character {
    case day = "d"
    case week = "w"
    case month = "m"
    case year = "y"
  }

  private let count: Int
  private let unit: Unit

  /// - Parameter isShift: whether a number without sign and unit is a shift too, as after `+=`.
  init?(_ text: String, isShift: Bool) {
    var digits = text
    var unit = Unit.day
    var hasUnit = false
    if let last = text.last, let known = Unit(rawValue: Character(last.lowercased())) {
      digits.removeLast()
      unit = known
      hasUnit = true
    }
    guard let sign = digits.first, sign == "+" || sign == "-" || isShift, hasUnit || isShift, let count = Int(digits),
      abs(count) <= 100_000
    else { return nil }
    self.count = count
    self.unit = unit
  }

  /// Days beyond the end of a month become its last day: one month after 31 January is the last day of February.
  func applied(to serial: Double, sign: Int, in system: DateSystem) -> Double? {
    let count = count * sign
    let moved: Double?
    switch unit {
    case .day: moved = serial + Double(count)
    case .week: moved = serial + Double(7 * count)
    case .month: moved = Self.months(count, after: serial, system)
    case .year: moved = Self.months(12 * count, after: serial, system)
    }
    return moved.flatMap { SerialDate(serial: $0, system: system) == nil ? nil : $0 }
  }

  private static func months(_ count: Int, after serial: Double, _ system: DateSystem) -> Double? {
    guard let date = SerialDate(serial: serial, system: system) else { return nil }
    let months = date.year * 12 + date.month - 1 + count
    guard months >= 12 else { return nil }
    for day in (28...31).reversed() where day <= max(28, date.day) {
      let wanted = min(day, date.day)
      if let moved = SerialDate(
        year: months / 12, month: months % 12 + 1, day: wanted, millisecond: date.millisecond)
      {
        return moved.serial(in: system)
      }
    }
    return nil
  }
}
