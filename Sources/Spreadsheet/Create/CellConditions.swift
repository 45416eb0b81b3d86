// SPDX-License-Identifier: Apache-2.0

/// Conditional formatting for a new worksheet: the look that cells get if a formula is true.
public struct ConditionalFormat: Hashable, Sendable {
  public var range: CellRange
  /// The formula, written for the first cell of the range, without the leading `=`. The look applies if it is TRUE.
  public var formula: String
  public var look: DifferentialLook

  public init(range: CellRange, formula: String, look: DifferentialLook) {
    self.range = range
    self.formula = formula
    self.look = look
  }
}

/// Data validation for a new worksheet (18.3.1.32): a rule for what may be entered into some cells.
public struct EntryRule: Hashable, Sendable {
  public var range: CellRange
  public var kind: Kind
  /// What happens if something else is entered.
  public var severity: Severity
  /// The title and text of the error message; cut to the 32 and 255 characters that the format allows.
  public var errorTitle: String
  public var errorMessage: String
  /// The title and text of the message that is shown beside a selected cell; cut to the 32 and 255 characters that the format allows.
  public var promptTitle: String
  public var prompt: String

  public init(
    range: CellRange, kind: Kind, severity: Severity, errorTitle: String = "", errorMessage: String = "",
    promptTitle: String = "", prompt: String = ""
  ) {
    self.promptTitle = promptTitle
    self.prompt = prompt
    self.range = range
    self.kind = kind
    self.severity = severity
    self.errorTitle = errorTitle
    self.errorMessage = errorMessage
  }

  /// Whether these texts can be used in ``EntryRule/Kind/list(_:)``.
  public static func canList(_ texts: [String]) -> Bool { ValidationMarkup.fits(texts) }

  public enum Kind: Hashable, Sendable {
    /// A drop-down list of the values of a formula, usually a defined name.
    case listFormula(String)
    /// A drop-down list of these texts. None may be empty or contain a comma or a double quote; together with the commas between
    /// them, they have at most 255 UTF-16 code units. A list that does not fit is left out of the file: see ``EntryRule/canList(_:)``.
    case list([String])
    case decimal(Bounds)
    case whole(Bounds)
    /// Serial dates.
    case date(Bounds)
    /// A formula, written for the first cell of the range.
    case custom(String)
  }

  public enum Bounds: Hashable, Sendable {
    case between(Double, Double)
    case atLeast(Double)
    case atMost(Double)
    case above(Double)
    case below(Double)
  }

  public enum Severity: Hashable, Sendable {
    /// The input is rejected.
    case stop
    /// The user is asked whether to accept the input.
    case warning
    /// The input is accepted.
    case none
  }
}
