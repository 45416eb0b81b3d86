// SPDX-License-Identifier: Apache-2.0

/// A column of a data sheet.
public struct ColumnDefinition: Hashable, Sendable {
  /// Unique within its sheet: `amount`. With the sheet's prefix it forms a defined name: `de_amount`.
  @inlinable public var key: String {
    get { shared.span[0].key }
    set { shared[0].key = newValue }
  }
  @inlinable public var titles: Localized {
    get { shared.span[0].titles }
    set { shared[0].titles = newValue }
  }
  /// Other headers that teams use for the column. After normalization, an alias never equals another header of the sheet.
  @inlinable public var aliases: [String] {
    get { shared.span[0].aliases }
    set { shared[0].aliases = newValue }
  }
  /// The column's headers in the team's own workbook, as written there. They take precedence over all titles and aliases.
  @inlinable public var headers: [String] {
    get { shared.span[0].headers }
    set { shared[0].headers = newValue }
  }
  @inlinable public var type: ColumnType {
    get { shared.span[0].type }
    set { shared[0].type = newValue }
  }
  @inlinable public var fullRequirement: Requirement {
    get { shared.span[0].fullRequirement }
    set { shared[0].fullRequirement = newValue }
  }
  @inlinable public var coreRequirement: Requirement {
    get { shared.span[0].coreRequirement }
    set { shared[0].coreRequirement = newValue }
  }
  @inlinable public var allowed: Allowed {
    get { shared.span[0].allowed }
    set { shared[0].allowed = newValue }
  }
  /// How its cells are to be read, as far as the playbook says; the rest is decided from the workbook.
  @inlinable public var convention: ColumnConvention {
    get { shared.span[0].convention }
    set { shared[0].convention = newValue }
  }
  @inlinable public var note: Localized {
    get { shared.span[0].note }
    set { shared[0].note = newValue }
  }
  /// Whether it is one of the columns that a manager looks at first.
  @inlinable public var isHeadline: Bool {
    get { shared.span[0].isHeadline }
    set { shared[0].isHeadline = newValue }
  }
  /// Whether it only serves other columns; such a column is added hidden and grouped.
  @inlinable public var isHelper: Bool {
    get { shared.span[0].isHelper }
    set { shared[0].isHelper = newValue }
  }
  /// Whether new workbooks get it; otherwise it is only read where a team has it.
  @inlinable public var isOffered: Bool {
    get { shared.span[0].isOffered }
    set { shared[0].isOffered = newValue }
  }
  /// Set for columns that the tool fills.
  @inlinable public var computed: ComputedColumn? {
    get { shared.span[0].computed.first }
    set { shared[0].computed = newValue.map { [$0] } ?? [] }
  }

  /// Its only element holds the properties: copies of the definition share it until one of them is changed.
  @usableFromInline var shared: [Fields]

  @usableFromInline
  struct Fields: Hashable, Sendable {
    @usableFromInline var key: String
    @usableFromInline var titles: Localized
    @usableFromInline var aliases: [String]
    @usableFromInline var headers: [String]
    @usableFromInline var type: ColumnType
    @usableFromInline var fullRequirement: Requirement
    @usableFromInline var coreRequirement: Requirement
    @usableFromInline var allowed: Allowed
    @usableFromInline var convention: ColumnConvention
    @usableFromInline var note: Localized
    @usableFromInline var isHeadline: Bool
    @usableFromInline var isHelper: Bool
    @usableFromInline var isOffered = true
    /// One or none, so that whether there is one is told without a copy of it.
    @usableFromInline var computed: [ComputedColumn]

    @inlinable var formula: String? { computed.isEmpty ? nil : computed.span[0].formula }
  }

  public init(
    key: String, titles: Localized, aliases: [String] = [], type: ColumnType,
    fullRequirement: Requirement = .optional, coreRequirement: Requirement = .optional, allowed: Allowed = .anything,
    note: Localized = .empty, isHeadline: Bool = false, isHelper: Bool = false, computed: ComputedColumn? = nil
  ) {
    shared = [
      Fields(
        key: key,
        titles: titles,
        aliases: aliases,
        headers: [],
        type: type,
        fullRequirement: fullRequirement,
        coreRequirement: coreRequirement,
        allowed: allowed,
        convention: ColumnConvention(),
        note: note,
        isHeadline: isHeadline,
        isHelper: isHelper,
        computed: computed.map { [$0] } ?? [])
    ]
  }

  /// The formula that fills it; nil if the tool fills it with a value, or not at all.
  @inlinable public var formula: String? { shared.span[0].formula }

  @inlinable public var isComputed: Bool { !shared.span[0].computed.isEmpty }

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
