// SPDX-License-Identifier: Apache-2.0

/// The values that an input column allows, beyond its type.
public enum Allowed: Hashable, Sendable {
  case anything
  /// IDs of this form.
  case pattern(Pattern)
  /// Any text that is unique on the sheet.
  case uniqueText
  /// IDs of rows, taken from this column.
  case reference(ColumnReference)
  /// Labels of the list with this prefix.
  case list(String)
  case range(NumberRange)
  case ticks([Tick])
  /// Texts offered in a drop-down list; other texts are allowed.
  case suggestions([Localized])
}

/// A reference to a column of a sheet: `Accounts.account_id`.
public struct ColumnReference: Hashable, Sendable {
  /// Prefix of the sheet.
  public var sheet: String
  public var column: String

  public init(sheet: String, column: String) {
    self.sheet = sheet
    self.column = column
  }
}

/// A mark in a checklist.
public enum Tick: String, CaseIterable, Hashable, Sendable {
  case yes = "✓"
  case no = "✗"
  case notApplicable = "—"
}

/// The numbers between two bounds. Each bound may be inclusive or exclusive, absent, or another column of the row.
public struct NumberRange: Hashable, Sendable {
  public var minimum: Bound?
  public var maximum: Bound?

  public struct Bound: Hashable, Sendable {
    public var value: Value
    public var inclusive: Bool

    public init(_ value: Value, inclusive: Bool = true) {
      self.value = value
      self.inclusive = inclusive
    }
  }

  public enum Value: Hashable, Sendable {
    case number(Double)
    /// The cell of this column in the same row; there is no bound while that cell holds no number.
    case column(String)
  }

  public init(minimum: Bound? = nil, maximum: Bound? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether the number is in the range, given the row's other numbers.
  public func contains(_ number: Double, column: (String) -> Double? = { _ in nil }) -> Bool {
    func resolved(_ bound: Bound?) -> (value: Double, inclusive: Bool)? {
      guard let bound else { return nil }
      switch bound.value {
      case .number(let value): return (value, bound.inclusive)
      case .column(let key): return column(key).map { ($0, bound.inclusive) }
      }
    }
    if let low = resolved(minimum), number < low.value || (number == low.value && !low.inclusive) { return false }
    if let high = resolved(maximum), number > high.value || (number == high.value && !high.inclusive) { return false }
    return true
  }
}
