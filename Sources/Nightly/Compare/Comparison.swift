// SPDX-License-Identifier: Apache-2.0

/// Compares the findings in one workbook with what the history knows about it.
struct Comparison {
  /// The findings of the workbook by sheet and cell, followed by the fixed ones.
  private(set) var findings: [NightFinding] = []
  /// For a renamed workbook: findings that are fixed under its old name.
  private(set) var fixedElsewhere: [NightFinding] = []
  /// For a renamed workbook: the old fingerprints of findings that continue under the new name.
  private(set) var renamed: [String] = []

  private let path: String
  private let asOf: String
  private let lives: [Life]

  /// - Parameter lives: what is known under the workbook's name, and under its previous name if it was renamed.
  init(_ path: String, asOf: String, _ lives: Life...) {
    self.path = path
    self.asOf = asOf
    self.lives = lives
  }

  private func known(_ fingerprint: String) -> Baseline.Known? {
    for life in lives { if let known = life.known(fingerprint) { return known } }
    return nil
  }

  /// - Parameter before: the previous observation; nil also if it is the same as the current one.
  mutating func take(_ now: Observation, before: Observation?, movedFrom: String?, _ waivers: inout WaiverUse) {
    for finding in now.findings {
      let fingerprint = finding.fingerprint(in: path)
      let old = movedFrom.map { finding.fingerprint(in: $0) }
      let knownBefore = old.flatMap { known($0) }
      if let old, knownBefore != nil { renamed.append(old) }
      add(finding, fingerprint, known: knownBefore ?? known(fingerprint), &waivers)
    }
    guard let before else { return }
    let present = Set(now.findings.map(\.name))
    let isUnasked = Unasked(before, now)
    for finding in before.findings where !present.contains(finding.name) {
      let fingerprint = finding.fingerprint(in: movedFrom ?? path)
      guard let known = self.known(fingerprint), known.isOpen else { continue }
      // After a change of playbook the rule may ask something else or no longer exist, and a workbook that is no longer a
      // team's is not checked at all. In both cases nobody can say that the finding is fixed.
      let isAsked = before.basis == now.basis && now.isTeamWorkbook && !isUnasked(finding)
      let state: FindingState = isAsked ? .fixed : .notAsked
      let fixed = NightFinding(
        file: movedFrom ?? path, state: state, firstSeen: known.firstSeen, fingerprint: fingerprint, finding: finding)
      if movedFrom == nil { findings.append(fixed) } else { fixedElsewhere.append(fixed) }
    }
  }

  /// Takes the findings about the list of waivers at `path`.
  ///
  /// - Parameter isChanged: whether the list has changed since the previous run.
  mutating func take(
    waivers found: [ObservedFinding], before: [String: ObservedFinding], isWhole: Bool, isChanged: Bool,
    _ waivers: inout WaiverUse
  ) {
    var present: Set<String> = []
    for finding in found {
      let fingerprint = finding.fingerprint(in: path)
      add(finding, fingerprint, known: known(fingerprint), &waivers)
      present.insert(fingerprint)
    }
    // A waiver that could not be judged tonight keeps its state.
    guard isWhole else { return }
    for (fingerprint, finding) in before.sorted(by: { $0.key < $1.key }) where !present.contains(fingerprint) {
      guard let known = self.known(fingerprint), known.isOpen else { continue }
      findings.append(
        NightFinding(
          file: path, state: isChanged ? .notAsked : .fixed, firstSeen: known.firstSeen, fingerprint: fingerprint,
          finding: finding))
    }
  }

  /// Takes the last observation of a workbook that no longer exists. Nobody has mended what it held.
  mutating func take(gone before: Observation?) {
    for finding in before?.findings ?? [] {
      let fingerprint = finding.fingerprint(in: path)
      guard let known = self.known(fingerprint), known.isOpen else { continue }
      findings.append(
        NightFinding(
          file: path, state: .notAsked, firstSeen: known.firstSeen, fingerprint: fingerprint, finding: finding))
    }
  }

  private mutating func add(
    _ finding: ObservedFinding, _ fingerprint: String, known: Baseline.Known?, _ waivers: inout WaiverUse
  ) {
    let reason = waivers.reason(for: finding, in: path)
    let state: FindingState =
      switch known?.fate {
      case _ where reason != nil: .waived
      case nil: .new
      case .new, .reopened: .persisting
      default: .reopened
      }
    findings.append(
      NightFinding(
        file: path, state: state, firstSeen: known?.firstSeen ?? asOf, fingerprint: fingerprint, finding: finding,
        reason: reason))
  }
}

/// What was asked of a workbook before and can no longer be asked, because a column or sheet is gone, for instance by a slip in a
/// header.
private struct Unasked {
  private let rules: Set<Substring>
  private let columns: Set<Substring>

  init(_ before: Observation, _ now: Observation) {
    rules = Set(now.unasked.split(separator: " ")).subtracting(before.unasked.split(separator: " "))
    columns = Set(before.columns.split(separator: " ")).subtracting(now.columns.split(separator: " "))
  }

  func callAsFunction(_ finding: ObservedFinding) -> Bool {
    rules.contains(finding.rule[...]) || columns.contains("\(finding.prefix).\(finding.column)"[...])
  }
}
