// SPDX-License-Identifier: Apache-2.0

/// A column of a data sheet.
public struct ColumnDefinition: Hashable, Sendable {
  /// Unique within its sheet: `amount`. With the sheet's prefix it forms a defined name: `de_amount`.
  public var key: String
  public var titles: Localized
  /// Other headers that teams use for the column. After normalization, an alias never equals another header of the sheet.
  public var aliases: [String]
  /// The column's headers in the team's own workbook, as written there. They take precedence over all titles and aliases.
  public var headers: [String] = []
  public var type: ColumnType
  public var fullRequirement: Requirement
  public var coreRequirement: Requirement
  public var allowed: Allowed
  /// How its cells are to be read, as far as the playbook says; the rest is decided from the workbook.
  public var convention = ColumnConvention()
  public var note: Localized
  /// Whether it is one of the columns that a manager looks at first.
  public var isHeadline: Bool
  /// Whether it only serves other columns; such a column is added hidden and grouped.
  public var isHelper: Bool
  /// Set for columns that the tool fills.
  public var computed: ComputedColumn?

  public init(
    key: String, titles: Localized, aliases: [String] = [], type: ColumnType,
    fullRequirement: Requirement = .optional, coreRequirement: Requirement = .optional, allowed: Allowed = .anything,
    note: Localized = .empty, isHeadline: Bool = false, isHelper: Bool = false, computed: ComputedColumn? = nil
  ) {
    self.key = key
    self.titles = titles
    self.aliases = aliases
    self.type = type
    self.fullRequirement = fullRequirement
    self.coreRequirement = coreRequirement
    self.allowed = allowed
    self.note = note
    self.isHeadline = isHeadline
    self.isHelper = isHelper
    self.computed = computed
  }

  public var isComputed: Bool { computed != nil }

  public func requirement(in profile: Profile) -> Requirement {
    switch profile {
    case .small, .core: coreRequirement
    case .full: fullRequirement
    }
  }
}

/// How much of the method a workbook uses.
public enum Profile: String, CaseIterable, Hashable, Sendable {
  /// Leads, Deals, Payments and Renewals, with the columns that the core profile requires of them.
  case small
  /// Accounts, Drivers, Leads, Deals, Payments and Renewals, with few required columns.
  case core
  /// All sheets.
  case full
}

/// What the cells of a column hold.
public enum ColumnType: String, CaseIterable, Hashable, Sendable {
  /// The ID of the row.
  case id
  /// The ID of a row of this or another sheet.
  case key
  case text
  /// An amount in 元 with two decimals.
  case money
  case number
  case integer
  /// A share, stored as 0…1.
  case percent
  /// A quotient such as coverage, not shown as a percentage.
  case ratio
  /// 0…100, one decimal.
  case score
  /// A date.
  case date
  /// `✓ ✗ —`.
  case tick
  /// A label of a list, in the workbook's language.
  case list

  /// Whether cells of this type are numbers; dates are.
  public var isNumeric: Bool {
    switch self {
    case .money, .number, .integer, .percent, .ratio, .score, .date: true
    case .id, .key, .text, .tick, .list: false
    }
  }
}

/// What a profile requires of a column.
public enum Requirement: String, CaseIterable, Hashable, Sendable {
  /// The column, and a value in each row.
  case required
  /// The column; a rule says when its cell must be filled.
  case headerRequired
  /// One of several columns, or a value under a condition; a rule says when.
  case conditional
  case optional
  /// The tool fills it with a formula.
  case computed
  /// The tool fills it with a value.
  case toolValue
}
