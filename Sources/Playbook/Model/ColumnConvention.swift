// SPDX-License-Identifier: Apache-2.0

/// How a playbook says the numbers and texts of a column are to be read.
///
/// What it leaves open is decided from the workbook (header, formats and values), once for the whole column and never cell by cell.
public struct ColumnConvention: Hashable, Sendable {
  /// Whether 60 % is stored as 0.6 or as 60.
  public var percentScale: PercentScale?
  /// The decimal mark of numbers stored as text.
  public var decimalMark: DecimalMark?
  /// The currency of amounts.
  public var currency: Currency?
  /// The value of one unit of the column in its currency: 10,000 for 萬元.
  public var moneyUnit: Double?
  /// The order of day, month and year in dates stored as text.
  public var dateOrder: DateOrder?

  public init(
    percentScale: PercentScale? = nil, decimalMark: DecimalMark? = nil, currency: Currency? = nil,
    moneyUnit: Double? = nil, dateOrder: DateOrder? = nil
  ) {
    self.percentScale = percentScale
    self.decimalMark = decimalMark
    self.currency = currency
    self.moneyUnit = moneyUnit
    self.dateOrder = dateOrder
  }
}

/// How percentages are stored as numbers.
public enum PercentScale: String, CaseIterable, Hashable, Sendable {
  /// 60 % is 0.6, as Excel stores it under a percent format.
  case fractions
  /// 60 % is 60, and 1 % is 1.
  case hundreds
}

/// The mark before the decimals of a number.
public enum DecimalMark: String, CaseIterable, Hashable, Sendable {
  /// `1,234.56`
  case point
  /// `1.234,56`
  case comma
}

/// The order of the parts of a date.
public enum DateOrder: String, CaseIterable, Hashable, Sendable {
  /// `2026/3/10`
  case yearFirst = "ymd"
  /// `10/3/2026`
  case dayFirst = "dmy"
  /// `3/10/2026`
  case monthFirst = "mdy"
  /// `115/3/10`: the year first, counted from the founding of the Republic of China.
  case republic = "roc"
}
