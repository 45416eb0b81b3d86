// SPDX-License-Identifier: Apache-2.0

/// A number format code, such as `yyyy-mm-dd` or `#,##0.00;[Red]-#,##0.00` (18.8.30, 18.8.31), and how it displays a number.
public struct NumberFormat: Hashable, Sendable {
  /// The way a format displays a number.
  public enum Kind: Hashable, Sendable {
    /// A plain number. Also text (`@`) and `General`.
    case number
    /// A date with or without a time of day, or a time of day.
    case date
    /// Hours, minutes or seconds that keep counting beyond 24 or 60: `[h]:mm`.
    case elapsedTime
  }

  public let code: String
  /// How the format displays a positive number such as the serial number of a date.
  public let kind: Kind
  /// Whether a positive number is displayed as a percentage: `0.0%`.
  public let isPercent: Bool
  /// The currency with which a positive number is displayed: `NT$`, `€`, `USD`. In the built-in formats it is `$`, which stands
  /// for the currency of the reader's locale.
  public let currencyMark: String?
  /// The sections for numbers, if there is more than one. Which one applies depends on the number.
  private let sections: [FormatSection]?

  public init(code: String) {
    self.code = code
    let sections = FormatSection.all(of: code)
    // The serial number 45,000 (in 2023) stands for any date.
    let section = sections[FormatSection.place(of: 45_000, in: sections)]
    kind = section.kind
    isPercent = section.isPercent
    currencyMark = section.currencyMark
    self.sections = sections.count > 1 ? sections : nil
  }

  public static let general = NumberFormat(code: "General")

  /// Whether a reader takes a number in this format for a date: a date, a time of day or an elapsed time.
  ///
  /// openpyxl and calamine also count all three as dates. The section for positive numbers decides: the first one, unless it has
  /// a condition that a date does not meet (`[=0]"";yyyy-mm-dd`).
  public var isDate: Bool { kind != .number }

  /// How the format displays this number. If there are several sections, the one that applies decides (`m/d/yyyy;;`,
  /// `[<4.16]h:mm;yyyy/m/d`).
  public func kind(of number: Double) -> Kind {
    guard let sections else { return kind }
    return sections[FormatSection.place(of: number, in: sections)].kind
  }

  /// Whether this format displays any number at all as a date or a time of day.
  public var mayShowDates: Bool { sections?.contains { $0.kind == .date } ?? (kind == .date) }

  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
