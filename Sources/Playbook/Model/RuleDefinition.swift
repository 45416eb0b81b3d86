// SPDX-License-Identifier: Apache-2.0

/// A condition that must hold, and the message if it does not.
public struct RuleDefinition: Hashable, Sendable {
  /// `DEA-004`; part of a finding's identity across runs.
  public var id: String
  public var severity: Severity
  public var sheet: RuleSheet
  public var scope: RuleScope
  /// The cells at which its findings are reported.
  public var place: RulePlace
  public var kind: RuleKind
  /// The formula of a formula rule, in the notation of computed columns. TRUE means a finding, anything else means none.
  public var test: String?
  public var parameters: RuleParameters
  /// Prefixes of sheets without which the rule is skipped.
  public var needs: [String]
  /// The computed columns of its own sheet that the test reads, sorted; the rule is skipped if one of them does not exist.
  public var computed: [String]
  /// When the rule reports, in words.
  public var condition: Localized
  /// With placeholders such as `{value}`.
  public var message: Localized
  /// The values of placeholders of a formula rule. Any other placeholder is a column of the row, or `{value}`, the cell at which the
  /// finding is reported. The values here take precedence: `{n}` hides a column `n`.
  public var values: [MessageValue]
  /// What a repair would do; empty if there is none.
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
