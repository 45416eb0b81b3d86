/// A number format code, such as `yyyy-mm-dd` or `#,##0.00;[Red]-#,##0.00` (18.8.30, 18.8.31), and what it makes of a number.
public struct NumberFormat: Hashable, Sendable {
  /// What a number looks like in a format.
  public enum Kind: Hashable, Sendable {
    /// Also text (`@`) and `General`.
    case number
    /// A day, with or without a time of day, or a time of day.
    case date
    /// Hours, minutes or seconds that go on counting past their end: `[h]:mm`.
    case elapsedTime
  }

  public let code: String
  /// How a positive number looks, as a date is one.
  public let kind: Kind
  /// Whether a positive number is shown as a share of a hundred: `0.0%`.
  public let isPercent: Bool
  /// What a positive number is shown with as its currency: `NT$`, `€`, `USD`. The formats that every workbook has without
  /// declaring them say nothing: their `$` is the currency of whoever looks.
  public let currencyMark: String?
  /// Those for numbers, where there are several: which of them applies depends on the number.
  private let sections: [FormatSection]?

  public init(code: String) {
    self.code = code
    let sections = FormatSection.all(of: code)
    // The day 45,000 (2023) stands for all dates.
    let section = sections[FormatSection.place(of: 45_000, in: sections)]
    kind = section.kind
    isPercent = section.isPercent
    currencyMark = section.currencyMark
    self.sections = sections.count > 1 ? sections : nil
  }

  public static let general = NumberFormat(code: "General")

  /// Whether a number in this format is a date to a person: a day, a time of day or an elapsed time.
  ///
  /// openpyxl and calamine also call all three dates. Decided on the section that a positive number falls in: the first one,
  /// unless that has a condition which a date does not meet (`[=0]"";yyyy-mm-dd`).
  public var isDate: Bool { kind != .number }

  /// What the format makes of this number: of several sections the one that applies decides (`m/d/yyyy;;`,
  /// `[<4.16]h:mm;yyyy/m/d`).
  public func kind(of number: Double) -> Kind {
    guard let sections else { return kind }
    return sections[FormatSection.place(of: number, in: sections)].kind
  }

  /// Whether any number in this format is shown as a day or a time of day.
  public var mayShowDates: Bool { sections?.contains { $0.kind == .date } ?? (kind == .date) }

  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
