// SPDX-License-Identifier: Apache-2.0

/// Parses dates that can be read in one way only and are not written as ISO 8601 has them: `2026/3/10`, `2026.03.10`, `2026-3-10`,
/// 2026年3月10日, `31-May-2026`, ‘Aug 4, 2026’, `31. Mai 2026`, each perhaps with a time of day, and `2026-03-10 08:30:00.123456 UTC`.
enum SpelledDays {
  /// The serial number of the day; nil if the field is anything else.
  static func serial(_ field: String) -> Double? {
    // Most fields are names and words: a year and a day have five digits.
    guard (8...40).contains(field.utf8.count), field.utf8.count(where: isDigit) > 4, let day = day(Array(field.utf8))
    else {
      return nil
    }
    return day.serial(in: .year1900)
  }

  private static func day(_ bytes: [UInt8]) -> SerialDate? {
    let parts = parts(bytes)
    guard parts.count >= 3 else { return nil }
    if case .number(let year, 4) = parts[0], case .number(let month, 1...2) = parts[1],
      case .number(let day, 1...2) = parts[2], isSeparated(bytes, parts)
    {
      return date(year, month, day)
    }
    guard parts.count == 3, case .number(let year, 4) = parts[2] else { return nil }
    switch (parts[0], parts[1]) {
    case (.number(let day, 1...2), .word(let word)), (.word(let word), .number(let day, 1...2)):
      guard let month = months[word], separators(bytes).isSubset(of: [0x20, 0x2C, 0x2D, 0x2E, 0x2F]) else { return nil }
      return date(year, month, day)
    default: return nil
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> SerialDate? {
    (1900...2199).contains(year) ? SerialDate(year: year, month: month, day: day) : nil
  }

  private enum Part {
    /// And how many digits it has.
    case number(Int, Int)
    case word(String)
  }

  private static func parts(_ bytes: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var place = 0
    while place < bytes.count, parts.count < 9 {
      let start = place
      if isDigit(bytes[place]) {
        while place < bytes.count, isDigit(bytes[place]) { place += 1 }
        guard place - start <= 9 else { return [] }
        parts.append(.number(Int(String(decoding: bytes[start..<place], as: UTF8.self)) ?? 0, place - start))
      } else if isLetter(bytes[place]) {
        while place < bytes.count, isLetter(bytes[place]) { place += 1 }
        parts.append(.word(String(decoding: bytes[start..<place], as: UTF8.self).lowercased()))
      } else {
        place += 1
      }
    }
    return parts
  }

  private static func separators(_ bytes: [UInt8]) -> Set<UInt8> {
    Set(bytes.filter { !isDigit($0) && !isLetter($0) })
  }

  /// Whether year, month and day stand between the same signs, or between 年, 月 and 日, and nothing but a time of day follows.
  private static func isSeparated(_ bytes: [UInt8], _ parts: [Part]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let date = text.prefix { $0 != " " && $0 != "T" }
    let rest = text.dropFirst(date.count)
    let signs = date.filter { !$0.isASCII || !$0.isNumber }
    guard ["//", "..", "年月日", "--"].contains(signs), date.first?.isNumber == true else { return false }
    guard let first = rest.first else { return true }
    guard first == " " || first == "T", rest.contains(":") else { return false }
    let time = rest.dropFirst().uppercased()
    return time.prefix(2).contains { $0.isNumber }
      && time.allSatisfy { $0.isASCII && ($0.isNumber || ":.+- ".contains($0) || "APMUTCZG".contains($0)) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  /// Letters of ASCII, and ä as it is written in UTF-8.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0xC3 || byte == 0xA4
  }

  /// In English and German, in full and as they are abbreviated.
  private static let months: [String: Int] = {
    let names = [
      "jan january januar jänner", "feb february februar", "mar march mär märz mrz maerz", "apr april", "may mai",
      "jun june juni", "jul july juli", "aug august", "sep sept september", "oct october okt oktober",
      "nov november", "dec december dez dezember",
    ]
    var months: [String: Int] = [:]
    for (place, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[String(name)] = place + 1 }
    }
    return months
  }()
}
