// SPDX-License-Identifier: Apache-2.0

extension SerialDate {
  /// The date in ISO 8601: `2026-03-31`, or `2026-03-31T18:00:00` if the time is not midnight, with milliseconds if they are not
  /// zero.
  public var isoText: String {
    let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    return millisecond == 0 ? date : "\(date)T\(timeText)"
  }

  /// The time of day: `18:00:00` or `18:00:00.250`.
  public var timeText: String {
    let seconds = millisecond / 1000
    let time =
      "\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))"
    return millisecond % 1000 == 0 ? time : "\(time).\(Self.padded(millisecond % 1000, 3))"
  }

  /// The text that a cell with this serial number displays when its number format is a date. In the 1900 system, a number below 1
  /// is a time of day without a date. Nil if there is no such date.
  public static func isoText(serial: Double, system: DateSystem) -> String? {
    guard let date = SerialDate(serial: serial, system: system) else { return nil }
    return system == .year1900 && date.year == 1899 ? date.timeText : date.isoText
  }

  /// The serial number for an ISO 8601 text in a cell of type `d` (18.18.11): a date, a time, or both separated by `T` or a
  /// space. A time zone is ignored, because the cell displays the time as written. Nil for any other text.
  public static func serial(iso text: some StringProtocol, system: DateSystem) -> Double? {
    var reader = ISOReader(Array(text.utf8))
    return reader.serial(system)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Parses one ISO 8601 text from start to end.
private struct ISOReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func serial(_ system: DateSystem) -> Double? {
    let hasTimeAlone = bytes.count > 2 && bytes[2] == UInt8(ascii: ":")
    if hasTimeAlone {
      guard let time = time(), zoneAndEnd() else { return nil }
      return Double(time) / 86_400_000
    }
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else { return nil }
    var millisecond = 0
    if skip("T") || skip(" ") {
      guard let time = time(), zoneAndEnd() else { return nil }
      millisecond = time
    } else {
      // A date may have a time zone as well (XML Schema Part 2, 3.2.9).
      guard zoneAndEnd() else { return nil }
    }
    return SerialDate(year: year, month: month, day: day, millisecond: millisecond)?.serial(in: system)
  }

  /// Parses `18:00`, `18:00:00` or `18:00:00.25`; the result is in milliseconds.
  private mutating func time() -> Int? {
    guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    if skip(":") {
      guard let second = number(2), second < 60 else { return nil }
      milliseconds += second * 1000
      if skip(".") || skip(",") {
        guard let fraction = fraction() else { return nil }
        milliseconds += min(fraction, 999)
      }
    }
    return milliseconds
  }

  /// Parses the fraction of a second; the result is in thousandths, rounded.
  private mutating func fraction() -> Int? {
    let start = at
    var value = 0
    while at < bytes.count, let digit = digit(bytes[at]) {
      if at - start < 4 { value = value * 10 + digit }
      at += 1
    }
    switch at - start {
    case 0: return nil
    case 1: return value * 100
    case 2: return value * 10
    case 3: return value
    default: return (value + 5) / 10
    }
  }

  private mutating func zoneAndEnd() -> Bool {
    if at == bytes.count || skip("Z") && at == bytes.count { return true }
    guard skip("+") || skip("-"), number(2) != nil else { return false }
    if at == bytes.count { return true }
    _ = skip(":")
    return number(2) != nil && at == bytes.count
  }

  private mutating func number(_ digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard at < bytes.count, let digit = digit(bytes[at]) else { return nil }
      value = value * 10 + digit
      at += 1
    }
    return value
  }

  private func digit(_ byte: UInt8) -> Int? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? Int(digit) : nil
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }
}
