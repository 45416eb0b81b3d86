import Playbook
import Spreadsheet

/// How cells of a workbook are read: its lists, its date system, what counts as plausible.
struct CellReaders {
  /// What a cell of a numeric column holds.
  enum Reading: Equatable {
    case number(Double)
    /// A text that can be read as this number.
    case readable(Double)
    case unreadable
  }

  let labels: [String: LabelReader]
  let plausibleDates: Range<Double>
  private let dateSystem: DateSystem
  private let language: Language
  private let longest: Int
  private let badCharacters: Set<Unicode.Scalar>
  private let rocYears: Bool

  init(_ team: TeamWorkbook) {
    language = team.language
    dateSystem = team.workbook.dateSystem
    rocYears = team.settings.rocYears
    labels = team.lists.tables.mapValues { LabelReader($0, language: team.language) }
    let bad = team.playbook.rules.first { $0.kind == .badCharacters }?.parameters
    longest = Int(bad?.number("max") ?? 60)
    badCharacters = Set((bad?.text("chars") ?? "*?~<>=").unicodeScalars)
    let earliest = SerialDate(year: 2000, month: 1, day: 1)?.serial(in: team.workbook.dateSystem) ?? 0
    // Ten years after the as-of date, leap days included (GEN-008).
    plausibleDates = earliest..<max(earliest, (team.asOf ?? 1e6) + 3654)
  }

  func number(_ value: CellValue, in column: LocatedColumn) -> Reading {
    switch value {
    case .number(let number):
      let isWhole = column.definition.type != .integer || number == number.rounded()
      return isWhole ? .number(number) : .unreadable
    case .text(let text):
      guard let reading = NumberReader.read(text) else { return .unreadable }
      let scale = reading.hasUnit ? 0 : NumberReader.powerOfTen(of: column.moneyScale ?? 1)
      return .readable(NumberReader.scaled(reading.value, byPowerOfTen: scale))
    default:
      return .unreadable
    }
  }

  func date(_ value: CellValue) -> Reading {
    switch value {
    case .number(let serial):
      return .number(serial)
    case .text(let text):
      guard let day = DateReader.read(text, rocYears: rocYears),
        let serial = SerialDate(year: day.year, month: day.month, day: day.day)?.serial(in: dateSystem)
      else { return .unreadable }
      return .readable(serial)
    default:
      return .unreadable
    }
  }

  /// The value of a setting that was typed as text; nil when it can't be read as what the setting is.
  func setting(_ definition: SettingDefinition, from value: CellValue) -> CellValue? {
    guard let text = value.text else { return nil }
    switch definition.defaultValue {
    case .date:
      guard case .readable(let serial) = date(value) else { return nil }
      return .number(serial)
    case .number: return NumberReader.read(text).map { .number($0.value) }
    case .text: return nil
    }
  }

  /// Whether COUNTIFS, SUMIFS and MATCH would read the text as something else than itself.
  func breaksLookups(_ text: String) -> Bool {
    text.count > longest || text.unicodeScalars.contains { badCharacters.contains($0) || $0 == "\n" || $0 == "\r" }
  }

  /// What a type is called in the workbook's language.
  func name(of type: ColumnType) -> String {
    switch type {
    case .money, .number, .ratio, .score: TypeNames.number[language]
    case .integer: TypeNames.integer[language]
    case .percent: TypeNames.percent[language]
    case .date: TypeNames.date[language]
    case .tick: Tick.allCases.map(\.rawValue).joined(separator: " ")
    case .list: TypeNames.label[language]
    case .id, .key, .text: TypeNames.text[language]
    }
  }

  func text(of allowed: Allowed) -> String {
    guard case .range(let range) = allowed else { return "" }
    func shown(_ bound: NumberRange.Bound) -> String {
      switch bound.value {
      case .number(let number): CellValue.shown(number)
      case .column(let key): key
      }
    }
    switch (range.minimum, range.maximum) {
    case (let low?, let high?): return "\(shown(low))…\(shown(high))"
    case (let low?, nil): return (low.inclusive ? "≥ " : "> ") + shown(low)
    case (nil, let high?): return (high.inclusive ? "≤ " : "< ") + shown(high)
    case (nil, nil): return ""
    }
  }
}

private enum TypeNames {
  static let number = Localized(traditionalChinese: "數字", simplifiedChinese: "数字", english: "a number")
  static let integer = Localized(traditionalChinese: "整數", simplifiedChinese: "整数", english: "a whole number")
  static let percent = Localized(traditionalChinese: "百分比", simplifiedChinese: "百分比", english: "a percentage")
  static let date = Localized(traditionalChinese: "日期", simplifiedChinese: "日期", english: "a date")
  static let label = Localized(traditionalChinese: "選項", simplifiedChinese: "选项", english: "an option of the list")
  static let text = Localized(traditionalChinese: "文字", simplifiedChinese: "文字", english: "a text")
}

/// Money has two decimals.
enum MoneyPrecision {
  /// The amount to two decimals, half away from zero, when it has more; nil when it has not.
  static func rounded(_ amount: Double) -> Double? {
    let cents = amount * 100
    let whole = cents.rounded(.toNearestOrAwayFromZero)
    // Binary fractions miss a cent by parts in 10^16 of the amount.
    return abs(cents - whole) > max(1e-6, abs(cents) * 1e-12) ? whole / 100 : nil
  }
}
