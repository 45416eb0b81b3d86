// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Playbook
import Spreadsheet

/// A period as an argument: `2026`, `2026-Q3`, `2026-09`, `2026-01-01..2026-06-30`.
struct Period {
  let period: ReportPeriod

  /// Parses it, and explains what is wrong with anything else.
  static func read(_ argument: String) throws -> Period {
    if let span = argument.firstRange(of: "..") {
      let days = try [argument[..<span.lowerBound], argument[span.upperBound...]].map { try Day.read(String($0)).date }
      guard let period = ReportPeriod(first: days[0], last: days[1]) else {
        throw ValidationError(
          Spoken.words("期間的最後一天早於第一天", "the last day of the period is before the first"))
      }
      return Period(period: period)
    }
    let parts = argument.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    if let year = parts.first.flatMap({ $0.count == 4 ? Int($0) : nil }), let months = Self.months(parts.dropFirst()),
      let first = SerialDate(year: year, month: months.lowerBound, day: 1),
      let last = (28...31).compactMap({ SerialDate(year: year, month: months.upperBound, day: $0) }).last,
      let period = ReportPeriod(first: first, last: last)
    {
      return Period(period: period)
    }
    let meant = meant(by: argument.uppercased())
    throw ValidationError(
      Spoken.words(
        "應為年、季、月或兩天，例如 2026、2026-Q3、2026-09、2026-01-01..2026-06-30",
        "expected a year, a quarter, a month or two days, for example 2026, 2026-Q3, 2026-09 or 2026-01-01..2026-06-30"
      ) + Spoken.words.nearest(meant))
  }

  /// The period as it should have been written: `2026Q3`, `Q3 2026`, `2026/9`, `202609`; nil if it is not clear.
  private static func meant(by argument: String) -> String? {
    let plain = argument.replacing(#/[年]/#, with: "-").replacing(#/[月\s]/#, with: "")
    if let match = plain.wholeMatch(of: #/(?:FY)?([0-9]{4})[-\/.]?Q([1-4])/#) {
      return "\(match.output.1)-Q\(match.output.2)"
    }
    if let match = plain.wholeMatch(of: #/Q([1-4])[-\/.]?([0-9]{4})/#) { return "\(match.output.2)-Q\(match.output.1)" }
    if let match = plain.wholeMatch(of: #/FY([0-9]{4})/#) { return "\(match.output.1)" }
    if let match = plain.wholeMatch(of: #/([0-9]{4})[-\/.]?([0-9]{1,2})/#), let month = Int(match.output.2),
      (1...12).contains(month)
    {
      return "\(match.output.1)-" + (month < 10 ? "0" : "") + "\(month)"
    }
    // Without a year, most likely that of today.
    if let match = plain.wholeMatch(of: #/Q([1-4])/#), let today = Clock.today() {
      return "\(today.isoText.prefix(4))-Q\(match.output.1)"
    }
    return nil
  }

  /// The months that what follows the year means; nil if it means none.
  private static func months(_ parts: ArraySlice<Substring>) -> ClosedRange<Int>? {
    guard let part = parts.first else { return 1...12 }
    guard parts.count == 1, part.count == 2 else { return nil }
    if part.hasPrefix("Q"), let quarter = Int(part.dropFirst()), (1...4).contains(quarter) {
      return (quarter * 3 - 2)...(quarter * 3)
    }
    return Int(part).flatMap { (1...12).contains($0) ? $0...$0 : nil }
  }
}
