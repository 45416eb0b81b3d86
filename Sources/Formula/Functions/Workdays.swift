// SPDX-License-Identifier: Apache-2.0

import Base
package import Spreadsheet

/// Counts days that are neither days off nor holidays.
package struct Workdays: Sendable {
  /// Whether each day of the week, from Monday, is a day off.
  private let daysOff: [Bool]
  private let system: DateSystem
  /// The holidays that are no days off, ascending.
  private let holidays: [Double]

  package static let saturdayAndSunday = [false, false, false, false, false, true, true]
  /// The first serial number after the last date.
  package static let end = 2_958_466.0

  /// - Parameter holidays: whole serial numbers, in any order.
  package init(daysOff: [Bool] = saturdayAndSunday, holidays: [Double] = [], system: DateSystem) {
    self.daysOff = daysOff
    self.system = system
    self.holidays = Set(holidays).filter { $0 >= 0 && $0 < Self.end && !daysOff[Self.weekday($0, system)] }.sorted()
  }

  /// 0 for Monday.
  package static func weekday(_ serial: Double, _ system: DateSystem) -> Int {
    (Int(serial) + (system == .year1900 ? 5 : 4)) % 7
  }

  private var perWeek: Int { daysOff.count { !$0 } }

  private func isOff(_ serial: Double) -> Bool { daysOff[Self.weekday(serial, system)] }

  /// NETWORKDAYS: both days count. It is negative if the last one comes first.
  package func between(_ start: Double, _ end: Double) -> Double {
    let (first, last) = (min(start, end), max(start, end))
    let weeks = ((last - first + 1) / 7).rounded(.down)
    var count = weeks * Double(perWeek)
    var day = first + weeks * 7
    while day <= last {
      if !isOff(day) { count += 1 }
      day += 1
    }
    let free = holidays.partitioningIndex { $0 > last } - holidays.partitioningIndex { $0 >= first }
    count -= Double(free)
    return start <= end ? count : -count
  }

  /// WORKDAY: the day that is so many working days after `start`, or before it; nil if that is no date, or no day is a working day.
  package func day(after start: Double, _ count: Double) -> Double? {
    guard count != 0 else { return start }
    guard count.magnitude < Self.end, perWeek > 0 else { return nil }
    let step: Double = count < 0 ? -1 : 1
    var left = count.magnitude
    var day = shifted(start, left, step)
    // Each holiday on the way costs one working day more, which may bring further holidays.
    var next = step > 0 ? holidays.partitioningIndex { $0 > start } : holidays.partitioningIndex { $0 >= start } - 1
    while holidays.indices.contains(next), (day - holidays[next]) * step >= 0 {
      left += 1
      day = shifted(start, left, step)
      next += step > 0 ? 1 : -1
    }
    return day >= 0 && day < Self.end ? day : nil
  }

  /// Without regard to holidays.
  private func shifted(_ start: Double, _ count: Double, _ step: Double) -> Double {
    let weeks = ((count - 1) / Double(perWeek)).rounded(.down)
    var day = start + step * 7 * weeks
    var left = count - weeks * Double(perWeek)
    while left > 0 {
      day += step
      // Weekdays repeat every seven days, before the first date as well.
      let week = Self.weekday(day.truncatingRemainder(dividingBy: 7) + 7, system)
      if !daysOff[week] { left -= 1 }
    }
    return day
  }
}
