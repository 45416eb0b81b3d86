// SPDX-License-Identifier: Apache-2.0

/// The content of a cell as a person sees it: a number that the cell displays as a date is a date here.
///
/// ```swift
/// switch try book["Deals"]["I7"] {
/// case .number(let amount): total += amount
/// case .date(let day): print(day.isoText)
/// default: break
/// }
/// ```
/// ``CellValue`` is the same content as the file stores it, without dates.
public enum CellContent: Hashable, Sendable {
  case blank
  case number(Double)
  case text(String)
  case boolean(Bool)
  /// A calendar day with a time of day. A duration such as `[h]:mm` remains a number, in days.
  case date(SerialDate)
  case error(CellError)

  /// The number, or nil for any other content, including dates.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The text, or nil for any other content.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  public var boolean: Bool? { if case .boolean(let flag) = self { flag } else { nil } }

  public var date: SerialDate? { if case .date(let date) = self { date } else { nil } }

  public var error: CellError? { if case .error(let error) = self { error } else { nil } }

  public var isBlank: Bool { self == .blank }
}

extension CellContent {
  /// Converts a stored value. A number becomes a date if `showsDate` is true and the date system has that day.
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

/// Plain text: numbers with as many digits as they need, dates as `2026-03-31`.
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
