// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// How the cells of a workbook are read, given its lists, its date system and what counts as plausible.
struct CellReaders {
  /// The content of a cell in a numeric column.
  enum Reading: Equatable {
    case number(Double)
    /// Text that can be read as this number.
    case readable(Double)
    /// Text with two readings, or with one that the rest of the column does not confirm.
    case ambiguous([Double])
    /// An amount in another currency than the column's.
    case foreign(Double, Currency)
    case unreadable(UnreadText?)
  }

  let labels: [String: LabelReader]
  let plausibleDates: Range<Double>
  /// The language of findings.
  let messageLanguage: Language
  private let dateSystem: DateSystem
  private let language: Language
  private let longest: Int
  private let badCharacters: BadCharacters
  private let rocYears: Bool

  init(_ team: BoundWorkbook) {
    language = team.language
    messageLanguage = team.messageLanguage
    dateSystem = team.workbook.dateSystem
    rocYears = team.settings.rocYears
    labels = BoundWorkbook.labelReaders(
      team.lists, of: team.playbook, language: team.language)
    let bad = team.playbook.rules.first { $0.kind == .badCharacters }?.parameters
    longest = Int(bad?.number("max") ?? 60)
    badCharacters = BadCharacters((bad?.text("chars") ?? "*?~<>=") + "\n\r")
    let earliest = SerialDate(year: 2000, month: 1, day: 1)?.serial(in: team.workbook.dateSystem) ?? 0
    // Ten years after the as-of date, including leap days (GEN-008).
    plausibleDates = earliest..<max(earliest, (team.asOf ?? 1e6) + 3654)
  }

  func number(_ value: CellValue, in column: LocatedColumn) -> Reading {
    number(value, type: column.definition.type, column.convention, moneyScale: column.moneyScale)
  }

  /// - Parameter moneyScale: how many 元 one unit of the column is, if not one.
  func number(_ value: CellValue, type: ColumnType, _ convention: SettledConvention, moneyScale: Double?) -> Reading {
    switch value {
    case .number(let number):
      let isWhole = type != .integer || number == number.rounded()
      return isWhole ? .number(number) : .unreadable(nil)
    case .text(let text):
      return self.text(text, type, convention, moneyScale: moneyScale)
    default:
      return .unreadable(nil)
    }
  }

  private func text(
    _ text: String, _ type: ColumnType, _ convention: SettledConvention, moneyScale: Double?
  ) -> Reading {
    guard let readings = NumberReader.readings(text) else { return .unreadable(UnreadText(number: text)) }
    func scaled(_ reading: NumberReader.Reading) -> Double {
      var power = reading.hasUnit ? 0 : NumberReader.powerOfTen(of: moneyScale ?? 1)
      // 60% in a column that stores 60 % as 60.
      if reading.isShare, type == .percent, convention.percentScale == .hundreds { power = 2 }
      return NumberReader.scaled(reading.value, byPowerOfTen: power)
    }
    let currency = (readings.withPoint ?? readings.withComma)?.currency
    // 5 元 is no share: who typed it meant something else.
    if currency != nil, type == .percent || type == .score { return .unreadable(nil) }
    let isForeign = currency.map { convention.currency?.includes($0) != true } ?? false
    // If the amount itself is ambiguous, that is reported rather than the currency.
    if isForeign, let currency,
      let reading = readings.reading(.usual) ?? (readings.areTwo || readings.hasOpenSign ? nil : readings.withComma)
    {
      return .foreign(reading.value, currency)
    }
    guard let reading = readings.reading(convention.decimalMarks) else {
      var all = [readings.withPoint, readings.withComma].compactMap { $0 }.map(scaled)
      if readings.hasOpenSign { all += all.map { -$0 } }
      return .ambiguous(Set(all).sorted())
    }
    if isForeign, let currency { return .foreign(reading.value, currency) }
    if !reading.isKept { return .unreadable(nil) }
    // 10w means 萬 to Chinese writers and nothing to others.
    if language == .english, text.last == "w" || text.last == "W" { return .unreadable(nil) }
    if type == .percent, convention.percentScale == nil { return .unreadable(.scale) }
    // Nor is 50% an amount.
    if reading.isShare, type == .money || type == .integer || type == .score { return .unreadable(nil) }
    return .readable(scaled(reading))
  }

  /// - Parameter order: the order of day, month and year in the column's dates, if known.
  func date(_ value: CellValue, order: DateOrder? = nil) -> Reading {
    switch value {
    case .number(let serial):
      return .number(serial)
    case .text(let text):
      guard let (days, millisecond) = DateReader.readings(text, rocYears: rocYears || order == .republic) else {
        return .unreadable(UnreadText(date: text))
      }
      func serial(_ day: DateReader.Reading) -> Double? {
        SerialDate(year: day.year, month: day.month, day: day.day, millisecond: millisecond)?.serial(in: dateSystem)
      }
      if let day = days.reading(order) { return serial(day).map { .readable($0) } ?? .unreadable(nil) }
      guard case .two(let dayFirst, let monthFirst) = days else { return .unreadable(nil) }
      return .ambiguous([dayFirst, monthFirst].compactMap(serial).sorted())
    default:
      return .unreadable(nil)
    }
  }

  /// A serial number as a date.
  func day(_ serial: Double) -> String { ShownValue.found(.number(serial), type: .date, system: dateSystem) }

  /// The value of a setting that was typed as text; nil if it cannot be read as the type of the setting.
  func setting(_ definition: SettingDefinition, from value: CellValue) -> CellValue? {
    guard let text = value.text else { return nil }
    switch definition.defaultValue {
    case .date:
      guard case .readable(let serial) = date(value) else { return nil }
      return .number(serial)
    case .number:
      guard let reading = NumberReader.read(text), reading.currency.map(Currency.yuan.includes) ?? true else {
        return nil
      }
      return .number(reading.value)
    case .text: return nil
    }
  }

  /// Whether COUNTIFS, SUMIFS and MATCH would not take the text literally.
  func breaksLookups(_ text: String) -> Bool {
    // Few texts are long enough that their characters must be counted.
    (text.utf8.count > longest && text.count > longest)
      || (badCharacters.isASCII
        ? text.utf8.contains { badCharacters.contains($0) }
        : text.unicodeScalars.contains { badCharacters.contains($0) })
  }

  /// The name of a type in messages.
  func name(of type: ColumnType) -> String {
    let language = messageLanguage
    return switch type {
    case .money, .number, .ratio, .score: TypeNames.number[language]
    case .integer: TypeNames.integer[language]
    case .percent: TypeNames.percent[language]
    case .date: TypeNames.date[language]
    case .tick: TypeNames.tick[language]
    case .list: TypeNames.label[language]
    case .id, .key, .text: TypeNames.text[language]
    }
  }

  func text(of allowed: Allowed) -> String {
    guard case .range(let range) = allowed else { return "" }
    return range.words(messageLanguage)
  }
}

private enum TypeNames {
  static let number = Localized(traditionalChinese: "數字", simplifiedChinese: "数字", english: "a number")
  static let integer = Localized(traditionalChinese: "整數", simplifiedChinese: "整数", english: "a whole number")
  static let percent = Localized(traditionalChinese: "百分比", simplifiedChinese: "百分比", english: "a percentage")
  static let date = Localized(traditionalChinese: "日期", simplifiedChinese: "日期", english: "a date")
  static let tick = Localized(
    traditionalChinese: "勾選（✓、✗、—）", simplifiedChinese: "勾选（✓、✗、—）", english: "a tick (✓, ✗ or —)")
  static let label = Localized(traditionalChinese: "選項", simplifiedChinese: "选项", english: "an option of the list")
  static let text = Localized(traditionalChinese: "文字", simplifiedChinese: "文字", english: "a text")
}

/// Amounts of money have two decimals.
enum MoneyPrecision {
  /// The amount rounded to two decimals, half away from zero, if it has more; otherwise nil.
  static func rounded(_ amount: Double) -> Double? {
    let cents = amount * 100
    let whole = cents.rounded(.toNearestOrAwayFromZero)
    // Binary fractions deviate from a whole cent by about 1e-16 of the amount.
    return abs(cents - whole) > max(1e-6, abs(cents) * 1e-12) ? whole / 100 : nil
  }
}

/// The characters that break lookups. Every ID is searched for them, so the ASCII ones are kept as bits.
private struct BadCharacters {
  private var bits: (UInt64, UInt64) = (0, 0)
  private var others: Set<Unicode.Scalar> = []

  init(_ characters: String) {
    for scalar in characters.unicodeScalars {
      switch scalar.value {
      case 0..<64: bits.0 |= 1 << UInt64(scalar.value)
      case 64..<128: bits.1 |= 1 << UInt64(scalar.value - 64)
      default: others.insert(scalar)
      }
    }
  }

  var isASCII: Bool { others.isEmpty }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? bits.0 >> UInt64(byte) & 1 == 1 : byte < 128 && bits.1 >> UInt64(byte - 64) & 1 == 1
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? contains(UInt8(scalar.value)) : others.contains(scalar)
  }
}
