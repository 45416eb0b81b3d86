// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// Which findings to show.
public struct FindingChoice: Sendable {
  /// Rule IDs or prefixes of them (`GEN`, `DEA-00`); empty for all.
  public var selected: [String]
  public var ignored: [String]
  /// Only rows of this person; nil for everybody's.
  public var owner: String?
  /// How often each finding occurred before; nil if nothing is compared.
  public var known: [FindingIdentity: Int]?

  public init(
    selected: [String] = [], ignored: [String] = [], owner: String? = nil, known: [FindingIdentity: Int]? = nil
  ) {
    self.selected = selected
    self.ignored = ignored
    self.owner = owner
    self.known = known
  }

  public var isEverything: Bool { selected.isEmpty && ignored.isEmpty && owner == nil && known == nil }

  /// For each rule of the playbook, whether it is chosen.
  public func rules(of playbook: Playbook) -> [Bool] {
    playbook.rules.map { rule in
      (selected.isEmpty || selected.contains { Self.matches(rule.id, $0) })
        && !ignored.contains { Self.matches(rule.id, $0) }
    }
  }

  /// Whether a rule's ID begins with the pattern.
  public static func matches(_ id: String, _ pattern: String) -> Bool {
    !pattern.isEmpty && id.uppercased().hasPrefix(pattern.uppercased())
  }

  /// For each finding of the analysis, whether it is chosen; nil if all are.
  public func kept(_ analysis: Analysis, _ names: RowNames) -> [Bool]? {
    guard !isEverything else { return nil }
    let rules = rules(of: analysis.team.playbook)
    let wanted = owner.map { ReferenceIndex.key(analysis.team.persons.name($0)) }
    var known = known
    let titles = FindingWriter(analysis.team)
    return analysis.findings.map { finding in
      guard rules[finding.rule] else { return false }
      if let wanted, ReferenceIndex.key(names.owner(sheet: finding.sheet, row: finding.row)) != wanted { return false }
      if known != nil {
        let identity = FindingIdentity(finding, rule: analysis.team.playbook.rules[finding.rule].id, titles)
        // A finding that occurred twice before and occurs three times now is new once.
        if let count = known?[identity], count > 0 {
          known?[identity] = count - 1
          return false
        }
      }
      return true
    }
  }
}

/// What identifies a finding across two runs, although rows may move and wording may change.
public struct FindingIdentity: Hashable, Sendable {
  public let rule: String
  /// The title on the tab.
  public let sheet: String
  public let rowID: String
  public let column: String
  /// The row's number if it has no ID, otherwise 0.
  public let row: Int

  public init(rule: String, sheet: String, rowID: String, column: String, row: Int) {
    self.rule = rule
    self.sheet = sheet
    self.rowID = rowID
    self.column = column
    self.row = rowID.isEmpty ? row : 0
  }

  init(_ finding: Finding, rule: String, _ writer: FindingWriter) {
    self.init(
      rule: rule, sheet: writer.title(finding.sheet), rowID: finding.rowID, column: finding.column,
      row: writer.hasRows(finding.sheet) ? finding.row : 0)
  }
}
