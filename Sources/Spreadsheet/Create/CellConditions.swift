/// A look that cells of a new worksheet take on where a formula says so.
public struct ConditionalFormat: Hashable, Sendable {
  public var range: CellRange
  /// As for the first cell of the range, without the leading `=`; TRUE applies the look.
  public var formula: String
  public var look: DifferentialLook

  public init(range: CellRange, formula: String, look: DifferentialLook) {
    self.range = range
    self.formula = formula
    self.look = look
  }
}

/// What may be typed into cells of a new worksheet: a data validation (18.3.1.32).
public struct EntryRule: Hashable, Sendable {
  public var range: CellRange
  public var kind: Kind
  /// What becomes of anything else.
  public var severity: Severity
  /// Shown when anything else is typed; cut to the 32 and 255 characters that the format allows.
  public var errorTitle: String
  public var errorMessage: String

  public init(
    range: CellRange, kind: Kind, severity: Severity, errorTitle: String = "", errorMessage: String = ""
  ) {
    self.range = range
    self.kind = kind
    self.severity = severity
    self.errorTitle = errorTitle
    self.errorMessage = errorMessage
  }

  /// Whether the texts can stand in a drop-down of their own.
  public static func canList(_ texts: [String]) -> Bool { ValidationMarkup.fits(texts) }

  public enum Kind: Hashable, Sendable {
    /// A drop-down of the values that a formula gives: a defined name, most often.
    case listFormula(String)
    /// A drop-down of these texts, none of which may hold a comma; together at most 255 UTF-16 units.
    case list([String])
    case decimal(Bounds)
    case whole(Bounds)
    /// Serial dates.
    case date(Bounds)
    /// As for the first cell of the range.
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
    /// Refused.
    case stop
    /// Taken after a question.
    case warning
    /// Taken.
    case none
  }
}
