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
  private let badCharacters: BadCharacters
  private let rocYears: Bool

  init(_ team: TeamWorkbook) {
    language = team.language
    dateSystem = team.workbook.dateSystem
    rocYears = team.settings.rocYears
    let standard = PreparedPlaybook.of(team.playbook).labels[team.language] ?? [:]
    var labels: [String: LabelReader] = [:]
    for (prefix, table) in team.lists.tables {
      labels[prefix] = (table.isOnSheet ? nil : standard[prefix]) ?? LabelReader(table, language: team.language)
    }
    self.labels = labels
    let bad = team.playbook.rules.first { $0.kind == .badCharacters }?.parameters
    longest = Int(bad?.number("max") ?? 60)
    badCharacters = BadCharacters((bad?.text("chars") ?? "*?~<>=") + "\n\r")
    let earliest = SerialDate(year: 2000, month: 1, day: 1)?.serial(in: team.workbook.dateSystem) ?? 0
    // Ten years after the as-of date, leap days included (GEN-008).
    plausibleDates = earliest..<max(earliest, (team.asOf ?? 1e6) + 3654)
  }

  func number(_ value: CellValue, in column: LocatedColumn) -> Reading {
    number(value, type: column.definition.type, moneyScale: column.moneyScale)
  }

  /// - Parameter moneyScale: how many 元 one unit of the column is, where that is not one.
  func number(_ value: CellValue, type: ColumnType, moneyScale: Double?) -> Reading {
    switch value {
    case .number(let number):
      let isWhole = type != .integer || number == number.rounded()
      return isWhole ? .number(number) : .unreadable
    case .text(let text):
      guard let reading = NumberReader.read(text) else { return .unreadable }
      let scale = reading.hasUnit ? 0 : NumberReader.powerOfTen(of: moneyScale ?? 1)
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
    // Few texts are so long that their characters must be counted.
    (text.utf8.count > longest && text.count > longest)
      || (badCharacters.isASCII
        ? text.utf8.contains { badCharacters.contains($0) }
        : text.unicodeScalars.contains { badCharacters.contains($0) })
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

/// The characters that break look-ups. They are looked for in each id, so those of ASCII are bits.
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
