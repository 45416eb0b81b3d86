// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Formats a serial number with the codes of a date format; month and day names are English.
enum DateFormatting {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// Nil for a number that is not a date.
  static func text(_ value: Double, _ tokens: [FormatCode.Token], in system: DateSystem) -> String? {
    let moment = Moment(value, tokens, in: system)
    guard let moment else { return nil }
    return tokens.reduce(into: moment.seconds < 0 ? "-" : "") { $0 += moment.text($1) }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// The parts of a date and time, rounded to what the format shows.
  private struct Moment {
    var year = 1900
    var month = 1
    var day = 0
    var weekday = 6
    var hour: Int
    var minute: Int
    var second: Int
    var fraction = ""
    /// Total seconds since day 0, for `[h]`.
    var seconds: Double
    var isHalf: Bool

    init?(_ value: Double, _ tokens: [FormatCode.Token], in system: DateSystem) {
      let elapsed = tokens.contains { if case .elapsed = $0 { true } else { false } }
      guard value >= 0 || elapsed && value.magnitude < 1e9, value < 2_958_466 else { return nil }
      let places = tokens.reduce(0) { if case .secondFraction(let count) = $1 { max($0, count) } else { $0 } }
      let scale = Libc.pow(10, Double(places))
      // Round to the last part shown first: the 15 digits of a serial number are no more precise.
      let total = (value.magnitude * 86400 * scale).rounded(.toNearestOrAwayFromZero) / scale
      let dayCount = (total / 86400).rounded(.down)
      let inDay = total - dayCount * 86400
      seconds = value < 0 ? -total : total
      hour = Int(inDay / 3600)
      minute = Int(inDay / 60) % 60
      second = Int(inDay) % 60
      isHalf = tokens.contains { if case .half = $0 { true } else { false } }
      if places > 0 {
        let part = ((inDay - inDay.rounded(.down)) * scale).rounded()
        fraction = "." + DateFormatting.padded(Int(part), places)
      }
      // The day before the first, as Excel has it; an empty cell is on it.
      if dayCount == 0, system == .year1900 {
        (year, month, day) = (1900, 1, 0)
      } else if let date = SerialDate(serial: dayCount, system: system) {
        (year, month, day) = (date.year, date.month, date.day)
      }
      let offset = system == .year1900 ? 6 : 5
      weekday = (Int(dayCount) + offset) % 7
    }

    func text(_ token: FormatCode.Token) -> String {
      switch token {
      case .literal(let text): return text
      case .date("y", let count):
        return count <= 2 ? DateFormatting.padded(year % 100, 2) : DateFormatting.padded(year, 4)
      case .date("e", _): return String(year)
      case .date("b", let count): return count <= 2 ? DateFormatting.padded((year + 543) % 100, 2) : String(year + 543)
      case .date("m", let count):
        switch count {
        case 1, 2: return DateFormatting.padded(month, count)
        case 3: return String(DateFormatting.months[month - 1].prefix(3))
        case 5: return String(DateFormatting.months[month - 1].prefix(1))
        default: return DateFormatting.months[month - 1]
        }
      case .date("d", let count):
        switch count {
        case 1, 2: return DateFormatting.padded(day, count)
        case 3: return String(DateFormatting.days[weekday].prefix(3))
        default: return DateFormatting.days[weekday]
        }
      case .date("h", let count):
        let shown = isHalf ? (hour % 12 == 0 ? 12 : hour % 12) : hour
        return DateFormatting.padded(shown, min(count, 2))
      case .date("M", let count): return DateFormatting.padded(minute, min(count, 2))
      case .date("s", let count): return DateFormatting.padded(second, min(count, 2))
      case .elapsed("h", let count): return elapsed(3600, count)
      case .elapsed("m", let count): return elapsed(60, count)
      case .elapsed(_, let count): return elapsed(1, count)
      case .secondFraction: return fraction
      case .half(let am, let pm): return hour < 12 ? am : pm
      case .slash: return "/"
      case .comma: return ","
      case .point: return "."
      case .percent: return "%"
      default: return ""
      }
    }

    private func elapsed(_ unit: Double, _ count: Int) -> String {
      let whole = Int((seconds.magnitude / unit).rounded(.down))
      return DateFormatting.padded(whole, count)
    }
  }
}
