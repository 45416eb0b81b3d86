// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// Findings that one action settles: 70 check marks in another spelling are one cause.
public struct FindingCause: Sendable {
  /// The owner or sheet by which the causes are divided; empty if they are not divided.
  public internal(set) var section = ""
  /// Index into ``Playbook/rules``.
  public let rule: Int
  public let severity: Severity
  /// The kind of column and the reason that set it apart from other causes of the rule; nil if the rule has one cause.
  package internal(set) var kind: String?
  /// Why its cells are not what they should be, as in ``Finding/reason``; empty if its rule knows no reasons.
  package internal(set) var reason = ""
  /// The number of findings with this cause.
  public internal(set) var count = 0
  /// The number of findings that only follow from them.
  public internal(set) var following = 0
  /// The number of its findings that a repair would settle.
  public internal(set) var proposals = 0
  /// The number of its findings for which a repair proposes a value that it would not set, because something else reads the cell in its
  /// present unit or a formula of the team's stands there.
  public internal(set) var refused = 0
  /// The first of its findings that no repair settles, otherwise its first, as an index into ``Analysis/findings``.
  public internal(set) var example: Int
  /// Its columns with the number of its findings in each, in the order in which they come; only the first of very many.
  public internal(set) var columns: [(sheet: String, number: Int, count: Int)] = []
  /// Its cells, by sheet in sheet order: the prefix, and which of several tabs that are read as one sheet.
  public internal(set) var places: [(sheet: String, part: Int, cells: CellAreas)] = []
  /// Indexes of its findings, up to the requested number, by owner and row, each followed by its consequences.
  public internal(set) var listed: [Int] = []

  init(rule: Int, severity: Severity, example: Int) {
    self.rule = rule
    self.severity = severity
    self.example = example
  }

  /// Whether a safe repair settles all of it.
  package func isRepaired(by rules: [RuleDefinition]) -> Bool {
    rules[rule].repairLevel == .safe && proposals == count
  }

  /// Whether a finding of its rule belongs to it by its column.
  package func holds(_ finding: Finding) -> Bool {
    columns.contains { $0.sheet == finding.sheet && $0.number == finding.columnNumber }
  }

  /// No more columns than this are noted.
  private static let mostColumns = 500

  mutating func addColumn(_ sheet: String, _ number: Int) {
    // Findings come row by row, so the column is among the last ones.
    if let place = columns.lastIndex(where: { $0.number == number && $0.sheet == sheet }) {
      columns[place].count += 1
    } else if columns.count < Self.mostColumns {
      columns.append((sheet, number, 1))
    }
  }
}
