/// What a cell holds, as a person sees it: numbers that the cell shows as dates are dates.
///
/// ```swift
/// switch try book["Deals"]["I7"] {
/// case .number(let amount): total += amount
/// case .date(let day): print(day.isoText)
/// default: break
/// }
/// ```
/// ``CellValue`` is the same without dates, as the file stores it.
public enum CellContent: Hashable, Sendable {
  case blank
  case number(Double)
  case text(String)
  case boolean(Bool)
  /// A day of the calendar with a time of day. A duration such as `[h]:mm` stays a number of days.
  case date(SerialDate)
  case error(CellError)

  /// The number; nil for everything else, a date included.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The text; nil for everything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  public var boolean: Bool? { if case .boolean(let flag) = self { flag } else { nil } }

  public var date: SerialDate? { if case .date(let date) = self { date } else { nil } }

  public var error: CellError? { if case .error(let error) = self { error } else { nil } }

  public var isBlank: Bool { self == .blank }
}

extension CellContent {
  /// A stored value in a cell that may show dates.
  package init(_ value: CellValue, showsDate: Bool, in system: DateSystem) {
    switch value {
    case .blank: self = .blank
    case .number(let number):
      if showsDate, let date = SerialDate(serial: number, system: system) {
        self = .date(date)
      } else {
        self = .number(number)
      }
    case .text(let text): self = .text(text)
    case .boolean(let flag): self = .boolean(flag)
    case .error(let error): self = .error(error)
    }
  }
}

extension CellContent: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral
{
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

/// As plain text: numbers in as many digits as they need, days as `2026-03-31`.
extension CellContent: CustomStringConvertible {
  public var description: String {
    switch self {
    case .blank: ""
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    case .text(let text): text
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .date(let date): date.isoText
    case .error(let error): error.code
    }
  }
}
