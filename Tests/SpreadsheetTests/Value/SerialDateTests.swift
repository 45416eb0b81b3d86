// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@Suite struct `Serial dates` {
  @Test(arguments: [
    (0.0, "00:00:00"), (1, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-29"), (61, "1900-03-01"),
    (366, "1900-12-31"),
    (367, "1901-01-01"), (46112, "2026-03-31"), (46112.75, "2026-03-31T18:00:00"), (2_958_465, "9999-12-31"),
    (0.75, "18:00:00"),
    (36526.999999999, "2000-01-02"), (36526.5000115741, "2000-01-01T12:00:01"),
    (36526.00000289, "2000-01-01T00:00:00.250"),
    (60.5, "1900-02-29T12:00:00"), (73050, "2099-12-31"), (73109, "2100-02-28"), (73110, "2100-03-01"),
    (36584, "2000-02-28"), (36585, "2000-02-29"),
  ])
  func `of the 1900 system, with the day that never was`(serial: Double, text: String) {
    #expect(SerialDate.isoText(serial: serial, system: .year1900) == text)
  }

  @Test(arguments: [
    (0.0, "1904-01-01"), (1, "1904-01-02"), (59, "1904-02-29"), (44650, "2026-03-31"), (2_957_003, "9999-12-31"),
    (0.5, "1904-01-01T12:00:00"),
  ])
  func `of the 1904 system`(serial: Double, text: String) {
    #expect(SerialDate.isoText(serial: serial, system: .year1904) == text)
  }

  @Test func `outside the calendar of Excel there is none`() {
    for serial in [-1, -0.0001, 2_958_466, 2_958_465.999999999, .infinity, -.infinity, .nan, 1e300] {
      #expect(SerialDate(serial: serial, system: .year1900) == nil, "\(serial)")
    }
    #expect(SerialDate(serial: 2_957_004, system: .year1904) == nil)
  }

  @Test(arguments: [DateSystem.year1900, .year1904])
  func `every day goes there and back, one after the other`(system: DateSystem) throws {
    let last = system == .year1900 ? 2_958_465 : 2_957_003
    // The first two hundred years or so, and the last five.
    for days in [0...80_000, (last - 2_000)...last] {
      var before: SerialDate?
      for serial in days {
        let date = try #require(SerialDate(serial: Double(serial), system: system))
        if date.serial(in: system) != Double(serial) { Issue.record("\(serial): \(date)") }
        if let before {
          let isNext = before.day + 1 == date.day && before.month == date.month && before.year == date.year
          let year = before.year + (date.month == 1 ? 1 : 0)
          let isFirst = date.day == 1 && before.month % 12 + 1 == date.month && year == date.year
          if !isNext && !isFirst || isFirst && before.day < 28 { Issue.record("\(serial): \(date)") }
        }
        before = date
      }
    }
  }

  @Test func `days that no calendar has are refused`() {
    for (year, month, day) in [
      (2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (2026, 4, 31), (0, 1, 1), (10000, 1, 1), (2100, 2, 29),
    ] {
      #expect(SerialDate(year: year, month: month, day: day) == nil)
    }
    #expect(SerialDate(year: 2026, month: 1, day: 1, millisecond: 86_400_000) == nil)
    #expect(SerialDate(year: 1900, month: 2, day: 29)?.serial(in: .year1904) == nil)
    #expect(SerialDate(year: 1903, month: 12, day: 31)?.serial(in: .year1904) == nil)
    #expect(SerialDate(year: 1899, month: 12, day: 31)?.serial(in: .year1900) == 0)
    #expect(SerialDate(year: 1899, month: 12, day: 30)?.serial(in: .year1900) == nil)
  }

  @Test(arguments: [
    ("2026-03-31", 46112.0), ("2026-03-31T18:00:00", 46112.75), ("2026-03-31 18:00", 46112.75),
    ("2026-03-31T18:00:00Z", 46112.75),
    ("2026-03-31T18:00:00.000+08:00", 46112.75), ("2026-03-31T18:00-0530", 46112.75), ("2026-03-31Z", 46112),
    ("1900-02-29", 60), ("12:00:00", 0.5), ("06:00", 0.25),
    ("2026-03-31T00:00:00.0004", 46112), ("2026-03-31T12:00:00,5", 46112.50000578704),
  ])
  func `are read from ISO 8601`(text: String, serial: Double) throws {
    let read = try #require(SerialDate.serial(iso: text, system: .year1900))
    #expect(abs(read - serial) < 1e-9)
  }

  @Test(arguments: [
    "", "2026", "2026-3-31", "2026-03-32", "2026-02-29", "2026-03-31T", "2026-03-31T24:00", "2026-03-31T18:60",
    "2026-03-31T18:00:61",
    "2026-03-31T18:00:00.", "2026-03-31x", "31.03.2026", "2026/03/31", "2026-03-31T18:00:00+8", "2026-03-31T18:00:00ZZ",
    "1899-12-30", "二〇二六",
  ])
  func `other texts are none`(text: String) { #expect(SerialDate.serial(iso: text, system: .year1900) == nil) }
}
