// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// The findings of a workbook grouped by what a person has to do about them.
///
/// One pass over the findings without copying them; memory grows with the number of causes.
public struct FindingCauses: Sendable {
  /// How the causes are divided.
  public enum Sections: Sendable { case none, owner, sheet }

  /// Errors first, then the most frequent.
  public let causes: [FindingCause]
  /// The number of findings of each severity, including those that follow from others.
  public let counts: [Severity: Int]
  /// The number of findings that follow from others.
  public let following: Int
  /// The number of findings that the repair of each level would settle.
  public let repairable: [RepairLevel: Int]
  /// For each finding, whether it was chosen; nil if all are.
  public let kept: [Bool]?
  /// What no repair settles although it could be read.
  package let refused: RefusedRepairs

  public var total: Int { counts.values.reduce(0, +) }

  /// - Parameter listed: the number of findings to list for each cause.
  public init(
    _ analysis: Analysis, by sections: Sections = .none, choice: FindingChoice = FindingChoice(), listed: Int = 0,
    names: RowNames? = nil
  ) {
    let findings = analysis.findings
    let playbook = analysis.team.playbook
    let needsNames = sections == .owner || listed > 0 || choice.owner != nil
    let names = names ?? (needsNames ? RowNames(analysis.team) : nil)
    let kept = choice.isEverything ? nil : choice.kept(analysis, names ?? RowNames(analysis.team))
    let consequences = Consequences.of(playbook)
    let levels = playbook.rules.map(\.repairLevel)
    // If no repair is proposed, none can be refused.
    let refused = RefusedRepairs(analysis)
    let refusesNone = refused.isEmpty
    self.refused = refused
    let columns = ColumnConsequences(analysis)
    var gatherer = Gatherer(analysis.team, listed: listed)
    var start = 0
    while start < findings.count {
      var end = start + 1
      while end < findings.count, findings[end].row == findings[start].row, findings[end].sheet == findings[start].sheet
      {
        end += 1
      }
      let row = findings[start..<end]
      let roots = consequences.roots(of: row)
      let section =
        switch sections {
        case .none: ""
        case .owner: names?.owner(sheet: row[start].sheet, row: row[start].row) ?? ""
        case .sheet: row[start].sheet
        }
      for place in row.indices where kept?[place] ?? true {
        // A finding that follows from one that was not chosen stands by itself.
        let root = (roots?[place - start] ?? columns?.root(of: row[place])).flatMap { kept?[$0] ?? true ? $0 : nil }
        gatherer.add(
          rule: row[place].rule, sheet: row[place].sheet, row: row[place].row, column: row[place].columnNumber,
          hasRepair: row[place].repair != nil,
          isRefused: !refusesNone
            && refused.contains(
              rule: row[place].rule, sheet: row[place].sheet, row: row[place].row, column: row[place].columnNumber),
          at: place, reason: gatherer.reason(row[place]),
          root: root.map {
            (findings[$0].rule, findings[$0].sheet, findings[$0].columnNumber, gatherer.reason(findings[$0]))
          }, levels,
          section)
      }
      start = end
    }
    (counts, following, repairable) = (gatherer.counts, gatherer.following, gatherer.repairable)
    self.kept = kept
    causes = gatherer.finished(
      byOwner: listed > 0 ? names : nil, findings, order: sections == .sheet ? playbook.sheets.map(\.prefix) : nil)
  }

  /// For each finding that only follows from another in its row, that other one, as indexes. For callers that show findings one by one.
  public static func roots(of analysis: Analysis) -> [Int: Int] {
    let findings = analysis.findings
    let consequences = Consequences.of(analysis.team.playbook)
    let columns = ColumnConsequences(analysis)
    var roots: [Int: Int] = [:]
    var start = 0
    while start < findings.count {
      var end = start + 1
      while end < findings.count, findings[end].row == findings[start].row, findings[end].sheet == findings[start].sheet
      {
        end += 1
      }
      if let found = consequences.roots(of: findings[start..<end]) {
        for (offset, root) in found.enumerated() { if let root { roots[start + offset] = root } }
      }
      if let columns {
        for place in start..<end where roots[place] == nil { roots[place] = columns.root(of: findings[place]) }
      }
      start = end
    }
    return roots
  }
}

/// Assigns findings to causes.
private struct Gatherer {
  private let rules: [RuleDefinition]
  private let listed: Int
  private var sections: [String: Int] = [:]
  private var sectionNames: [String] = []
  /// The index of the cause, by section and rule, or -1.
  private var positions: [Int] = []
  /// The same for rules that have a cause for each kind of column, by section, rule and kind.
  private var dividedPositions: [Int: Int] = [:]
  private let kinds: ColumnKinds
  private var reasons: [String] = []
  /// The kinds of the columns of the sheet whose findings are being added.
  private var current: (sheet: String, kinds: [Int]) = ("", [])
  private var causes: [FindingCause] = []
  private var perRule: [Int]
  private(set) var following = 0
  private(set) var repairable: [RepairLevel: Int] = [:]

  /// Sheets that are read from several tabs, by prefix; usually none.
  private let divided: [String: LocatedSheet]

  init(_ team: BoundWorkbook, listed: Int) {
    divided = Dictionary(uniqueKeysWithValues: team.sheets.filter { !$0.parts.isEmpty }.map { ($0.prefix, $0) })
    kinds = ColumnKinds(team)
    rules = team.playbook.rules
    perRule = [Int](repeating: 0, count: rules.count)
    self.listed = listed
  }

  /// Only the deciding properties are passed: findings are large, and there may be a million of them.
  mutating func add(
    rule: Int, sheet: String, row: Int, column: Int, hasRepair: Bool, isRefused: Bool, at place: Int, reason: String,
    root: (rule: Int, sheet: String, column: Int, reason: String)?, _ levels: [RepairLevel?], _ section: String
  ) {
    perRule[rule] += 1
    let cause = cause(
      root?.rule ?? rule, root?.sheet ?? sheet, root?.column ?? column, root?.reason ?? reason, section, place)
    if root == nil {
      // A cause may first have been met through a consequence, because cells come from left to right.
      let level = levels[rule].flatMap { level in
        hasRepair || level == .all || rules[rule].kind == .unitHeader ? level : nil
      }
      let isSettled = level != nil && !isRefused
      let (count, settled) = (causes[cause].count, causes[cause].proposals)
      // What a person has to do by hand is shown rather than what a repair does.
      if count == 0 || (!isSettled && settled == count) { causes[cause].example = place }
      causes[cause].count += 1
      causes[cause].addColumn(sheet, column)
      addPlace(sheet, row, column, to: cause)
      if let level, isSettled {
        causes[cause].proposals += 1
        repairable[level, default: 0] += 1
      } else if level != nil {
        causes[cause].refused += 1
      }
    } else {
      causes[cause].following += 1
      following += 1
    }
    if listed > 0 { causes[cause].listed.append(place) }
  }

  private mutating func addPlace(_ sheet: String, _ row: Int, _ column: Int, to cause: Int) {
    let place = divided.isEmpty || row < 1 ? nil : divided[sheet]?.place(ofRow: row)
    let (part, row) = (place?.part ?? 0, place?.row ?? row)
    if causes[cause].places.last.map({ $0.sheet != sheet || $0.part != part }) ?? true {
      causes[cause].places.append((sheet, part, CellAreas()))
    }
    guard row > 0 else { return }
    causes[cause].places[causes[cause].places.count - 1].cells.add(row: row, column: column)
  }

  var counts: [Severity: Int] {
    var counts: [Severity: Int] = [:]
    for (rule, count) in perRule.enumerated() where count > 0 { counts[rules[rule].severity, default: 0] += count }
    return counts
  }

  private mutating func cause(
    _ rule: Int, _ sheet: String, _ column: Int, _ reason: String, _ section: String, _ place: Int
  ) -> Int {
    let own: Int
    if let known = sections[section] {
      own = known
    } else {
      own = sections.count
      sections[section] = own
      sectionNames.append(section)
      positions += [Int](repeating: -1, count: rules.count)
    }
    let position = own * rules.count + rule
    let kind = kinds.isDivided[rule] ? self.kind(sheet, column) : 0
    let number = self.number(ofReason: reason)
    if kind > 0 || number > 0 {
      let position = (position * kinds.count + kind) << 8 | number
      if let known = dividedPositions[position] { return known }
      dividedPositions[position] = causes.count
    } else if positions[position] >= 0 {
      return positions[position]
    } else {
      positions[position] = causes.count
    }
    var cause = FindingCause(rule: rule, severity: rules[rule].severity, example: place)
    cause.section = section
    if kind > 0 || !reason.isEmpty { cause.kind = ColumnKinds.name(kinds.name(of: kind), reason) }
    cause.reason = reason
    causes.append(cause)
    return causes.count - 1
  }

  /// Why a finding's cell is not what it should be, for the rules with several such reasons.
  func reason(_ finding: borrowing Finding) -> String { kinds.hasReasons[finding.rule] ? finding.reason : "" }

  /// 0 for none. The reasons are few, because the program names them.
  private mutating func number(ofReason reason: String) -> Int {
    if reason.isEmpty { return 0 }
    if let place = reasons.firstIndex(of: reason) { return place + 1 }
    reasons.append(reason)
    return reasons.count
  }

  private mutating func kind(_ sheet: String, _ column: Int) -> Int {
    if current.sheet != sheet { current = (sheet, kinds.kinds(ofSheet: sheet)) }
    return current.kinds.indices.contains(column) ? current.kinds[column] : 0
  }

  /// - Parameter order: the order of the sections; nil sorts them by name, with the unnamed one last.
  consuming func finished(byOwner names: RowNames?, _ findings: [Finding], order: [String]?) -> [FindingCause] {
    for index in causes.indices {
      for place in causes[index].places.indices { causes[index].places[place].cells.finish() }
      if let names {
        let owned = causes[index].listed.map { place in
          (owner: names.owner(sheet: findings[place].sheet, row: findings[place].row), place: place)
        }
        causes[index].listed = owned.sorted { ($0.owner, $0.place) < ($1.owner, $1.place) }.prefix(listed).map(\.place)
      }
    }
    let rank = order.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($0.element, $0.offset) }) }
    func before(_ a: FindingCause, _ b: FindingCause) -> Bool {
      if a.section != b.section {
        if let rank { return (rank[a.section] ?? -1, a.section) < (rank[b.section] ?? -1, b.section) }
        return a.section.isEmpty || b.section.isEmpty ? b.section.isEmpty : a.section < b.section
      }
      if a.severity != b.severity { return a.severity > b.severity }
      return (b.count, a.rule) < (a.count, b.rule)
    }
    return causes.sorted(by: before)
  }
}
