public import Playbook

/// Findings that one deed of a person settles: 70 ticks in another spelling are one cause.
public struct FindingCause: Sendable {
  /// What the causes are divided by: an owner, a sheet; empty where they are not.
  public internal(set) var section = ""
  /// Position in ``Playbook/rules``.
  public let rule: Int
  public let severity: Severity
  /// Findings that are this cause.
  public internal(set) var count = 0
  /// Findings that only follow from it.
  public internal(set) var following = 0
  /// How many of its findings carry what a repair would write.
  public internal(set) var proposals = 0
  /// The first of its findings, as a position in ``Analysis/findings``.
  public internal(set) var example: Int
  /// Where it stands, sheet by sheet in their order: prefixes, and which of several sheets that are read as one.
  public internal(set) var places: [(sheet: String, part: Int, cells: CellAreas)] = []
  /// As many of its findings as were asked for, by owner and row, each with what follows from it.
  public internal(set) var listed: [Int] = []

  init(rule: Int, severity: Severity, example: Int) {
    self.rule = rule
    self.severity = severity
    self.example = example
  }
}
