// SPDX-License-Identifier: Apache-2.0

/// A condition that must hold, and the message if it does not.
public struct RuleDefinition: Hashable, Sendable {
  /// `DEA-004`; part of a finding's identity across runs.
  @inlinable public var id: String {
    get { shared.span[0].id }
    set { shared[0].id = newValue }
  }
  @inlinable public var severity: Severity {
    get { shared.span[0].severity }
    set { shared[0].severity = newValue }
  }
  @inlinable public var sheet: RuleSheet {
    get { shared.span[0].sheet }
    set { shared[0].sheet = newValue }
  }
  @inlinable public var scope: RuleScope {
    get { shared.span[0].scope }
    set { shared[0].scope = newValue }
  }
  /// The cells at which its findings are reported.
  @inlinable public var place: RulePlace {
    get { shared.span[0].place }
    set { shared[0].place = newValue }
  }
  @inlinable public var kind: RuleKind {
    get { shared.span[0].kind }
    set { shared[0].kind = newValue }
  }
  /// The formula of a formula rule, in the notation of computed columns. TRUE means a finding, anything else means none.
  @inlinable public var test: String? {
    get { shared.span[0].test }
    set { shared[0].test = newValue }
  }
  @inlinable public var parameters: RuleParameters {
    get { shared.span[0].parameters }
    set { shared[0].parameters = newValue }
  }
  /// Prefixes of sheets without which the rule is skipped.
  @inlinable public var needs: [String] {
    get { shared.span[0].needs }
    set { shared[0].needs = newValue }
  }
  /// The computed columns of its own sheet that the test reads, sorted; the rule is skipped if one of them does not exist.
  @inlinable public var computed: [String] {
    get { shared.span[0].computed }
    set { shared[0].computed = newValue }
  }
  /// When the rule reports, in words.
  @inlinable public var condition: Localized {
    get { shared.span[0].condition }
    set { shared[0].condition = newValue }
  }
  /// With placeholders such as `{value}`.
  @inlinable public var message: Localized {
    get { shared.span[0].message }
    set { shared[0].message = newValue }
  }
  /// The values of placeholders of a formula rule. Any other placeholder is a column of the row, or `{value}`, the cell at which the
  /// finding is reported. The values here take precedence: `{n}` hides a column `n`.
  @inlinable public var values: [MessageValue] {
    get { shared.span[0].values }
    set { shared[0].values = newValue }
  }
  /// What a repair would do; empty if there is none.
  @inlinable public var repair: Localized {
    get { shared.span[0].repair }
    set { shared[0].repair = newValue }
  }

  /// An example of what the rule finds, in words; empty for the rules of the method, whose explanations have theirs.
  @inlinable public var wrong: Localized {
    get { shared.span[0].wrong }
    set { shared[0].wrong = newValue }
  }
  /// An example of what the rule asks for, in words.
  @inlinable public var right: Localized {
    get { shared.span[0].right }
    set { shared[0].right = newValue }
  }

  /// Its only element holds the properties: copies of the definition share it until one of them is changed.
  @usableFromInline var shared: [Fields]

  @usableFromInline
  struct Fields: Hashable, Sendable {
    @usableFromInline var id: String
    @usableFromInline var severity: Severity
    @usableFromInline var sheet: RuleSheet
    @usableFromInline var scope: RuleScope
    @usableFromInline var place: RulePlace
    @usableFromInline var kind: RuleKind
    @usableFromInline var test: String?
    @usableFromInline var parameters: RuleParameters
    @usableFromInline var needs: [String]
    @usableFromInline var computed: [String]
    @usableFromInline var condition: Localized
    @usableFromInline var message: Localized
    @usableFromInline var values: [MessageValue]
    @usableFromInline var repair: Localized
    @usableFromInline var wrong: Localized
    @usableFromInline var right: Localized
  }

  public init(
    id: String, severity: Severity, sheet: RuleSheet, scope: RuleScope, place: RulePlace = .none, kind: RuleKind,
    test: String? = nil, parameters: RuleParameters = RuleParameters(), needs: [String] = [], computed: [String] = [],
    condition: Localized = .empty, message: Localized, values: [MessageValue] = [], repair: Localized = .empty
  ) {
    shared = [
      Fields(
        id: id,
        severity: severity,
        sheet: sheet,
        scope: scope,
        place: place,
        kind: kind,
        test: test,
        parameters: parameters,
        needs: needs,
        computed: computed,
        condition: condition,
        message: message,
        values: values,
        repair: repair,
        wrong: .empty,
        right: .empty)
    ]
  }
}

public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  case info
  case warning
  /// The row or the sheet cannot be trusted.
  case error

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The sheet that a rule applies to.
public enum RuleSheet: Hashable, Sendable {
  /// A data sheet, by prefix.
  case sheet(String)
  case settings
  case lists
  /// Every data sheet, or the workbook.
  case every
  /// Findings from merging copies of a workbook.
  case merge
}

public enum RuleScope: String, CaseIterable, Hashable, Sendable {
  /// The test runs for each data row.
  case row
  /// The test runs once per workbook.
  case book
  /// There is no test: the kind determines the check.
  case builtin
}

/// The cells at which a rule's findings are reported.
public enum RulePlace: Hashable, Sendable {
  /// The kind determines the cells.
  case none
  /// The cell in this column; the rule is skipped if the column does not exist.
  case column(String)
  case setting(String)
  case listColumn(list: String, column: String)
  /// Whichever cell is wrong.
  case anyCell
}

/// A placeholder of a message whose value is computed by a formula.
public struct MessageValue: Hashable, Sendable {
  public var name: String
  /// In the notation of computed columns, beginning with `=`. It differs between languages if it gives words.
  public var formula: Localized
  /// How the value is shown.
  public var type: ColumnType
  /// A value as an explanation shows it; empty for one that stands for its type.
  public var example: Localized

  public init(name: String, formula: Localized, type: ColumnType, example: Localized = .empty) {
    self.name = name
    self.formula = formula
    self.type = type
    self.example = example
  }
}
