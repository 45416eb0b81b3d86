/// A column of a data sheet.
public struct ColumnDefinition: Hashable, Sendable {
  /// Unique within its sheet: `amount`. With the sheet's prefix it is a defined name: `de_amount`.
  public var key: String
  public var titles: Localized
  /// Other headers under which teams write it. Never equal to another header of the sheet after normalising.
  public var aliases: [String]
  /// The headers under which the team's own workbook keeps it, as written there. They win over any title and alias.
  public var headers: [String] = []
  public var type: ColumnType
  public var fullRequirement: Requirement
  public var coreRequirement: Requirement
  public var allowed: Allowed
  /// How its cells are meant, as far as the playbook says; the rest is decided from the workbook.
  public var convention = ColumnConvention()
  public var note: Localized
  /// Among the columns that a manager looks at first.
  public var isHeadline: Bool
  /// Serves other columns; added hidden and grouped.
  public var isHelper: Bool
  /// Present for columns that the tool fills.
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

/// How much of the method a workbook takes up.
public enum Profile: String, CaseIterable, Hashable, Sendable {
  /// Leads, Deals, Payments and Renewals, and what of them the core profile requires.
  case small
  /// Accounts, Drivers, Leads, Deals, Payments, Renewals, and few required columns.
  case core
  /// All sheets.
  case full
}

/// What the cells of a column hold.
public enum ColumnType: String, CaseIterable, Hashable, Sendable {
  /// Names the row.
  case id
  /// The id of a row of this or another sheet.
  case key
  case text
  /// 元 with two decimals.
  case money
  case number
  case integer
  /// A share, stored 0…1.
  case percent
  /// A quotient such as a coverage, not shown as a percentage.
  case ratio
  /// 0…100, one decimal.
  case score
  /// A day.
  case date
  /// `✓ ✗ —`.
  case tick
  /// The label of a list in the workbook's language.
  case list

  /// Whether cells of the type are numbers, dates included.
  public var isNumeric: Bool {
    switch self {
    case .money, .number, .integer, .percent, .ratio, .score, .date: true
    case .id, .key, .text, .tick, .list: false
    }
  }
}

/// What a profile asks of a column.
public enum Requirement: String, CaseIterable, Hashable, Sendable {
  /// The column, and a value in each row.
  case required
  /// The column; a rule says when its cell must be filled.
  case headerRequired
  /// One of several columns, or a value under a condition: a rule says when.
  case conditional
  case optional
  /// The tool fills it with a formula.
  case computed
  /// The tool fills it with a value.
  case toolValue
}
