// SPDX-License-Identifier: Apache-2.0

/// Parses dates such as `3/14/2026` and `14.03.2026` in a text file. If any day in a column is above 12, it shows the order of
/// day and month for the whole column. If no row shows the order, or two rows contradict each other, the dates stay text.
struct WrittenDays {
  private struct Parts {
    var first: Int
    var second: Int
    var year: Int
    var hasDots: Bool
  }

  /// By column; nil if nothing shows it.
  private var orders: [StatedWriting.Order?] = []
  private let stated: [Int: StatedWriting.Order]

  /// - Parameter stated: the order by column, where it is known. Years may then have two digits.
  init(_ rows: [DelimitedText.Row], stated: [Int: StatedWriting.Order] = [:]) {
    self.stated = stated
    var evidence: [(dayFirst: Int, monthFirst: Int, dots: Int)] = []
    for row in rows {
      for (column, field) in row.fields.enumerated() {
        guard let parts = Self.parts(field) else { continue }
        while evidence.count <= column { evidence.append((0, 0, 0)) }
        if parts.first > 12 { evidence[column].dayFirst += 1 }
        if parts.second > 12 { evidence[column].monthFirst += 1 }
        if parts.hasDots { evidence[column].dots += 1 }
      }
    }
    orders = evidence.map { column in
      switch (column.dayFirst > 0, column.monthFirst > 0) {
      case (true, false): .dayFirst
      case (false, true): .monthFirst
      // Nobody writes dates with dots month first.
      case (false, false): column.dots > 0 ? .dayFirst : nil
      case (true, true): nil
      }
    }
    for (column, order) in stated {
      while orders.count <= column { orders.append(nil) }
      orders[column] = order
    }
  }

  /// The serial number of the date in a field; nil if it is not such a date, or if the order in its column is unknown.
  func serial(_ field: String, column: Int) -> Double? {
    guard column < orders.count, let order = orders[column] else { return nil }
    if order == .republic { return Self.republicDay(field) }
    guard let parts = Self.parts(field, takesShortYears: stated[column] != nil) else { return nil }
    let (day, month) = order == .dayFirst ? (parts.first, parts.second) : (parts.second, parts.first)
    return SerialDate(year: parts.year, month: month, day: day)?.serial(in: .year1900)
  }

  /// Parses `3/14/2026`, `14.03.2026` or `14-3-2026`, optionally followed by a space and a time of day.
  private static func parts(_ field: String, takesShortYears: Bool = false) -> Parts? {
    let bytes = Array(field.utf8)
    guard ((takesShortYears ? 6 : 8)...26).contains(bytes.count), isDigit(bytes[0]) else { return nil }
    var numbers: [Int] = []
    var marks: [UInt8] = []
    var place = 0
    while place < bytes.count, numbers.count < 3 {
      let start = place
      while place < bytes.count, isDigit(bytes[place]) { place += 1 }
      guard place > start, place - start <= 4, let number = Int(String(decoding: bytes[start..<place], as: UTF8.self))
      else { return nil }
      numbers.append(number)
      guard numbers.count < 3 else { break }
      guard place < bytes.count, [0x2F, 0x2E, 0x2D].contains(bytes[place]) else { return nil }
      marks.append(bytes[place])
      place += 1
    }
    if takesShortYears, numbers.count == 3, numbers[2] < 80 { numbers[2] += 2000 }
    guard numbers.count == 3, marks[0] == marks[1], (1900...2199).contains(numbers[2]), isTime(bytes[place...]),
      (1...31).contains(numbers[0]), (1...31).contains(numbers[1])
    else { return nil }
    return Parts(first: numbers[0], second: numbers[1], year: numbers[2], hasDots: marks[0] == 0x2E)
  }

  /// Parses `115/08/13`, `115.8.13` and `1150813`.
  private static func republicDay(_ field: String) -> Double? {
    let bytes = Array(field.utf8)
    var numbers: [Int] = []
    if (6...7).contains(bytes.count), bytes.allSatisfy(isDigit), let whole = Int(field) {
      numbers = [whole / 10_000, whole / 100 % 100, whole % 100]
    } else {
      let parts = field.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
      numbers = parts.compactMap { Int($0) }
      guard parts.count == 3, numbers.count == 3 else { return nil }
    }
    guard (80...199).contains(numbers[0]) else { return nil }
    return SerialDate(year: numbers[0] + 1911, month: numbers[1], day: numbers[2])?.serial(in: .year1900)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether this is empty, or a space with a time such as `8:30`, `08:30:00` or `8:30 PM`.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    guard first == 0x20 || first == 0x2C, bytes.contains(0x3A) else { return false }
    return bytes.allSatisfy {
      isDigit($0) || [0x20, 0x2C, 0x3A, 0x2E, 0x41, 0x4D, 0x50, 0x61, 0x6D, 0x70].contains($0)
    }
  }
}
