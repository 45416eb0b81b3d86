// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Working days.
enum WorkdayFunctions {
  static let all: [Function] = [
    Function("NETWORKDAYS", "VVR") { (call) throws(Halt) in .number(try between(call, .saturdayAndSunday, holidays: 2))
    },
    Function("NETWORKDAYS.INTL", "VVRR") { (call) throws(Halt) in
      .number(try between(call, Weekend(call, 2), holidays: 3))
    },
    Function("WORKDAY", "VVR") { (call) throws(Halt) in .number(try after(call, .saturdayAndSunday, holidays: 2)) },
    Function("WORKDAY.INTL", "VVRR") { (call) throws(Halt) in .number(try after(call, Weekend(call, 2), holidays: 3)) },
  ]

  private static func between(
    _ call: borrowing Call, _ weekend: Weekend, holidays index: Int
  ) throws(Halt) -> Double {
    let start = try Calendar.serial(call, 0)
    let end = try Calendar.serial(call, 1)
    return try workdays(call, weekend, index).between(start, end)
  }

  private static func after(
    _ call: borrowing Call, _ weekend: Weekend, holidays index: Int
  ) throws(Halt) -> Double {
    let start = try Calendar.serial(call, 0)
    let count = try call.whole(1)
    guard count.magnitude < 3_000_000 else { throw .number }
    if weekend.days.allSatisfy({ $0 }) { throw .value }
    guard let day = try workdays(call, weekend, index).day(after: start, count) else { throw .number }
    return day
  }

  private static func workdays(
    _ call: borrowing Call, _ weekend: Weekend, _ index: Int
  ) throws(Halt) -> Workdays {
    Workdays(daysOff: weekend.days, holidays: Array(try holidays(call, index)), system: call.dateSystem)
  }

  private static func holidays(_ call: borrowing Call, _ index: Int) throws(Halt) -> Set<Double> {
    guard call.isPresent(index) else { return [] }
    var days: Set<Double> = []
    for cell in try call.matrix(index).cells where !cell.isBlank {
      let day = try cell.number.rounded(.down)
      guard day >= 0 else { throw .number }
      days.insert(day)
    }
    return days
  }

  /// Whether each day of the week, from Monday, is a day off.
  private struct Weekend {
    var days: [Bool]

    static let saturdayAndSunday = Weekend(days: Workdays.saturdayAndSunday)

    init(days: [Bool]) { self.days = days }

    /// Reads a number from Excel's list, or seven digits where 1 is a day off.
    init(_ call: borrowing Call, _ index: Int) throws(Halt) {
      guard call.isPresent(index) else {
        self = .saturdayAndSunday
        return
      }
      if case .text(let text) = try call.scalar(index) {
        guard text.utf8.count == 7, text.utf8.allSatisfy({ $0 == 48 || $0 == 49 }),
          text.utf8.contains(48) || text.utf8.count == 7
        else { throw .value }
        days = text.utf8.map { $0 == 49 }
        return
      }
      let number = try call.int(index)
      switch number {
      case 1...7:
        // 1 is Saturday and Sunday, 2 is Sunday and Monday, and so on.
        days = (0..<7).map { $0 == (number + 4) % 7 || $0 == (number + 5) % 7 }
      case 11...17: days = (0..<7).map { $0 == (number - 11 + 6) % 7 }
      default: throw .number
      }
    }
  }
}
