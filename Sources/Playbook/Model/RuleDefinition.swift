/// What must hold, and what to say where it does not.
public struct RuleDefinition: Hashable, Sendable {
  /// `DEA-004`; part of a finding's identity across runs.
  public var id: String
  public var severity: Severity
  public var sheet: RuleSheet
  public var scope: RuleScope
  /// Where its findings stand.
  public var place: RulePlace
  public var kind: RuleKind
  /// The formula of a formula rule, in the notation of computed columns: TRUE is a finding, anything else is none.
  public var test: String?
  public var parameters: RuleParameters
  /// Prefixes of sheets without which the rule is skipped.
  public var needs: [String]
  /// Computed columns of its own sheet that the test reads, sorted; the rule is skipped when one is not there.
  public var computed: [String]
  /// When it reports, in words.
  public var condition: Localized
  /// With placeholders such as `{value}`.
  public var message: Localized
  /// What the placeholders of a formula rule stand for. A placeholder that is not among them is a column of the row,
  /// or `{value}`, the cell at which the finding stands. These come first: `{n}` here hides a column `n`.
  public var values: [MessageValue]
  /// What a repair would do; empty when there is none.
  public var repair: Localized

  public init(
    id: String, severity: Severity, sheet: RuleSheet, scope: RuleScope, place: RulePlace = .none, kind: RuleKind,
    test: String? = nil, parameters: RuleParameters = RuleParameters(), needs: [String] = [], computed: [String] = [],
    condition: Localized = .empty, message: Localized, values: [MessageValue] = [], repair: Localized = .empty
  ) {
    self.id = id
    self.severity = severity
    self.sheet = sheet
    self.scope = scope
    self.place = place
    self.kind = kind
    self.test = test
    self.parameters = parameters
    self.needs = needs
    self.computed = computed
    self.condition = condition
    self.message = message
    self.values = values
    self.repair = repair
  }
}

public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  case info
  case warning
  /// The row or the sheet can't be trusted.
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

/// The sheet that a rule is about.
public enum RuleSheet: Hashable, Sendable {
  /// A data sheet, by prefix.
  case sheet(String)
  case settings
  case lists
  /// Each data sheet, or the workbook.
  case every
  /// Findings of merging copies of a workbook.
  case merge
}

public enum RuleScope: String, CaseIterable, Hashable, Sendable {
  /// The test runs for each data row.
  case row
  /// The test runs once.
  case book
  /// No test: the kind says what is done.
  case builtin
}

/// The cells at which a rule's findings stand.
public enum RulePlace: Hashable, Sendable {
  /// The kind decides.
  case none
  /// The cell of this column; the rule is skipped when the column is not there.
  case column(String)
  case setting(String)
  case listColumn(list: String, column: String)
  /// Whichever cell is at fault.
  case anyCell
}

/// A placeholder of a message whose value a formula gives.
public struct MessageValue: Hashable, Sendable {
  public var name: String
  /// In the notation of computed columns, beginning with `=`. It differs between languages where it gives words.
  public var formula: Localized
  /// How the value is shown.
  public var type: ColumnType

  public init(name: String, formula: Localized, type: ColumnType) {
    self.name = name
    self.formula = formula
    self.type = type
  }
}
