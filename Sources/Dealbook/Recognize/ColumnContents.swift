// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook
import Spreadsheet

/// Statistics on the examined cells of a column.
public struct ColumnContents: Hashable, Sendable {
  /// The number of cells examined, including blank ones.
  public internal(set) var rows = 0
  public internal(set) var filled = 0
  public internal(set) var numbers = 0
  /// Numbers shown as dates, and texts that are certainly dates.
  public internal(set) var dates = 0
  /// Numbers shown as dates, included in the dates.
  var shownDates = 0
  /// Texts that are dates with a year of the Republic of China, included in the dates.
  public internal(set) var republicDates = 0
  /// Texts that are numbers, with or without a unit.
  public internal(set) var numberTexts = 0
  /// Whole numbers, included in the numbers.
  public internal(set) var integers = 0
  public internal(set) var formulas = 0
  public internal(set) var emails = 0
  public internal(set) var phones = 0
  /// Texts of more than 40 characters.
  public internal(set) var longTexts = 0
  /// Texts that contain a digit.
  public internal(set) var digitTexts = 0
  /// The number of distinct values.
  public internal(set) var distinct = 0
  public internal(set) var smallest = Double.infinity
  public internal(set) var largest = -Double.infinity
  /// The first distinct values as shown, at most three.
  public internal(set) var samples: [String] = []
  /// The distinct values, folded.
  var values: Set<String> = []
  /// What the texts are, since most columns hold few different ones.
  private var looks: [String: Look] = [:]

  private struct Look: Hashable {
    var hasDigit = false
    var isLong = false
    var isDate = false
    var isRepublicDate = false
    var isNumber = false
    var isEmail = false
    var isPhone = false
  }

  public var texts: Int { filled - numbers - dates }

  /// Whether every cell holds another code with the same beginning: OPP000001, OPP000002.
  var areCodes: Bool {
    guard texts == filled, filled > 3, distinct == filled else { return false }
    var beginnings: Set<String> = []
    for value in values {
      let beginning = value.prefix { !$0.isNumber }
      let rest = value[beginning.endIndex...]
      guard rest.count > 1, beginning.count <= 6, !beginning.contains(" "),
        rest.allSatisfy({ $0.isNumber || $0 == "-" }),
        beginnings.insert(String(beginning)).inserted ? beginnings.count == 1 : true
      else { return false }
    }
    return true
  }

  /// Whether most of its cells are dates.
  var areDates: Bool { share(dates) >= 0.6 }

  /// The share of the filled cells that `part` is; 0 if there are none.
  func share(_ part: Int) -> Double { filled == 0 ? 0 : Double(part) / Double(filled) }
}

extension ColumnContents {
  mutating func add(_ cell: SheetSample.Cell?, _ system: DateSystem) {
    rows += 1
    guard let cell, !cell.isBlank else { return }
    filled += 1
    if cell.hasFormula { formulas += 1 }
    let shown: String
    switch cell.value {
    case .number(let number):
      if cell.isDate || Self.isDayNumber(number) {
        dates += 1
        if cell.isDate { shownDates += 1 }
        shown =
          cell.isDate
          ? SerialDate.isoText(serial: number.rounded(.down), system: system) ?? "\(number)" : Self.plain(number)
      } else {
        numbers += 1
        if number == number.rounded() { integers += 1 }
        if (1e6...1e15).contains(number), number == number.rounded(), Self.isPhone(Self.plain(number)) { phones += 1 }
        smallest = min(smallest, number)
        largest = max(largest, number)
        shown = Self.plain(number)
      }
    case .text(let text):
      shown = StraySpace.trimmed(text)
      let known = looks[shown]
      let look = known ?? Self.look(at: shown)
      if look.hasDigit { digitTexts += 1 }
      if look.isLong { longTexts += 1 }
      if look.isDate { dates += 1 }
      if look.isRepublicDate { republicDates += 1 }
      if look.isNumber { numberTexts += 1 }
      if look.isEmail { emails += 1 }
      if look.isPhone { phones += 1 }
      if known != nil { return }
      looks[shown] = look
    case .boolean(let flag): shown = flag ? "TRUE" : "FALSE"
    case .error(let error): shown = "\(error)"
    case .blank: return
    }
    if values.insert(TextFolding.label(shown)).inserted {
      distinct += 1
      if samples.count < 3 { samples.append(shown) }
    }
  }

  private static func look(at text: String) -> Look {
    var look = Look()
    look.hasDigit = text.utf8.contains { (0x30...0x39).contains($0) }
    look.isLong = text.count > 40
    if text.utf8.count < 32, DateWords.isDate(text) {
      look.isDate = true
      look.isRepublicDate = DateWords.hasRepublicYear(text)
    } else if text.utf8.count < 32, AmountWords.isNumber(text) {
      look.isNumber = true
      look.isPhone = isPhone(text)
    } else if text.contains("@"), text.contains("."), !text.contains(" ") {
      look.isEmail = true
    } else {
      look.isPhone = isPhone(text)
    }
    return look
  }

  /// `20260331` as a number.
  static func isDayNumber(_ number: Double) -> Bool {
    guard (19_800_101...20_991_231).contains(number), number == number.rounded() else { return false }
    let day = Int(number)
    return (1...12).contains(day / 100 % 100) && (1...31).contains(day % 100)
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
  }

  private static func isPhone(_ text: String) -> Bool {
    let digits = text.utf8.count { (48...57).contains($0) }
    return (7...15).contains(digits) && text.count < 24
      && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "+-() /.#x".unicodeScalars.contains($0) }
      && (text.hasPrefix("+") || text.hasPrefix("(") || text.contains("-") || text.hasPrefix("0")
        || digits == 11 && text.hasPrefix("1"))
  }
}

/// Texts that people recognize as dates although they cannot be read without knowing the column: `08 Dec 2025`, `5/2/2018`, `3月底`.
enum DateWords {
  static func isDate(_ text: String) -> Bool {
    guard TextFolding.mayHaveDigit(text) else { return false }
    if DateReader.read(text) != nil { return true }
    let folded = TextFolding.folded(text)
    let parts = folded.split { " -/.,年月日號号t:".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    // A month: 3月, 2026-03.
    if parts.count == 1 { return folded.hasSuffix("月") && numbers.contains { (1...12).contains($0) } }
    guard (2...7).contains(parts.count) else { return false }
    if parts.count == 2, numbers.count == 2, (1980...2099).contains(numbers[0]), (1...12).contains(numbers[1]),
      folded.contains("-") || folded.contains("/")
    {
      return true
    }
    let hasMonth = parts.contains { part in
      part.count >= 3 && part.unicodeScalars.allSatisfy { $0.value > 0x40 } && months.contains { part.hasPrefix($0) }
    }
    if hasMonth { return numbers.contains { (1...31).contains($0) || (1980...2099).contains($0) } }
    if folded.contains("年") || folded.contains("月") { return !numbers.isEmpty && folded.count < 14 }
    guard numbers.count == parts.count, folded.contains("/") || folded.contains("-") || folded.contains(".") else {
      return false
    }
    if hasRepublicYear(text) { return true }
    return numbers.count >= 3 && numbers.prefix(3).contains { (1980...2099).contains($0) }
      && numbers.prefix(3).filter { (1...31).contains($0) }.count >= 2
  }

  /// `115/3/5`: three digits in front, which no other calendar has.
  static func hasRepublicYear(_ text: String) -> Bool {
    let parts = TextFolding.folded(text).split { "/.".contains($0) }
    guard parts.count == 3, parts[0].count == 3, let year = Int(parts[0]), (100...150).contains(year) else {
      return false
    }
    return DateReader.read(text, rocYears: true) != nil
  }

  private static let months = [
    "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez",
    "gen",
    "mag", "giu", "lug", "ago", "set", "ott", "dic", "ene", "abr", "avr",
  ]
}

/// Headers that say how long an amount has been due: `1-30`, `31–60 days`, `> 90`, `90+`, 30天內.
enum AgeWords {
  static func isBucket(_ text: String) -> Bool {
    let folded = TextFolding.folded(text)
    guard folded.utf8.count <= 24 else { return false }
    var numbers: [Int] = []
    var words = ""
    var digits = ""
    var joins = false
    for character in folded {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if !digits.isEmpty { numbers.append(Int(digits) ?? -1) }
      digits = ""
      if "-–—~+<>≤≥至到".contains(character) {
        joins = true
      } else if !character.isWhitespace {
        words.append(character)
      }
    }
    if !digits.isEmpty { numbers.append(Int(digits) ?? -1) }
    guard numbers.allSatisfy({ (0...1000).contains($0) }) else { return false }
    let isOfDays = self.words.contains(words)
    switch numbers.count {
    // A pair of numbers that is a month and a day is no bucket.
    case 2: return joins && numbers[1] > numbers[0] && (isOfDays || words.isEmpty && numbers[1] >= 30)
    case 1: return (joins || isOfDays) && (isOfDays || words.isEmpty && numbers[0] >= 30)
    default: return false
    }
  }

  private static let words: Set<String> = [
    "d", "day", "days", "tage", "tagen", "übertage", "over", "overdays", "days+", "above", "天", "天内", "天內", "天以内",
    "天以內",
    "天以上", "日", "日内", "日內", "日以内", "日以內", "日以上",
  ]
}

/// Headers that name a part of a year: `Q1`, `H2 2026`, `FY26 Q3`, `March`, `Januar`.
enum PeriodWords {
  static func isPeriod(_ text: String) -> Bool {
    let parts = TextFolding.folded(text).split { " -/'.".contains($0) }
    guard (1...3).contains(parts.count) else { return false }
    return parts.contains { names.contains(String($0)) } && parts.allSatisfy { isPart($0) }
  }

  private static func isPart(_ part: Substring) -> Bool {
    if names.contains(String(part)) || part == "fy" { return true }
    let year = part.hasPrefix("fy") ? part.dropFirst(2) : part
    return [2, 4].contains(year.utf8.count) && year.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let names: Set<String> = [
    "q1", "q2", "q3", "q4", "h1", "h2", "jan", "january", "januar", "feb", "february", "februar", "mar", "march", "mär",
    "märz", "apr", "april", "may", "mai", "jun", "june", "juni", "jul", "july", "juli", "aug", "august", "sep", "sept",
    "september", "oct", "october", "okt", "oktober", "nov", "november", "dec", "december", "dez", "dezember",
  ]
}

/// Texts that people recognize as amounts, whatever their value: `€ 12.500,00`, `USD 50,000`, `約100萬`.
enum AmountWords {
  static func isNumber(_ text: String) -> Bool {
    if NumberReader.read(text) != nil { return true }
    let folded = TextFolding.folded(text)
    guard folded.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return false }
    var rest = folded
    for word in words where rest.containsBytes(of: word) { rest = rest.replacing(word, with: "") }
    return rest.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || "., -–~+%'’$€£¥￥<>≈約约".unicodeScalars.contains($0)
    }
  }

  private static let words = [
    "人民幣", "人民币", "新台幣", "新臺幣", "萬元", "万元", "nt$", "us$", "hk$", "usd", "eur", "gbp", "cny", "rmb", "twd", "hkd",
    "chf", "jpy", "inr", "元", "萬", "万", "億", "亿", "千", "k", "m", "mio", "w",
  ]
}
