// SPDX-License-Identifier: Apache-2.0

/// Sets what a run has found in one workbook against what was known of it.
struct Comparison {
  /// Those of the workbook, in order of sheet and place, then those that are fixed.
  private(set) var findings: [NightFinding] = []
  /// Findings of a workbook that has another name now, fixed under the old one.
  private(set) var fixedElsewhere: [NightFinding] = []
  /// Fingerprints under the old name of findings that are known under the new one from now on.
  private(set) var renamed: [String] = []

  private let path: String
  private let asOf: String
  private let lives: [Life]

  /// - Parameter lives: what was known under its name, and under its old one.
  init(_ path: String, asOf: String, _ lives: Life...) {
    self.path = path
    self.asOf = asOf
    self.lives = lives
  }

  private func known(_ fingerprint: String) -> Baseline.Known? {
    for life in lives { if let known = life.known(fingerprint) { return known } }
    return nil
  }

  /// - Parameter before: nil too when that is what is there now.
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
    for finding in before.findings where !present.contains(finding.name) {
      let fingerprint = finding.fingerprint(in: movedFrom ?? path)
      guard let known = self.known(fingerprint), known.isOpen else { continue }
      // By another playbook it is not asked for in the same way, if at all, and of a workbook that is no team's any more nothing is.
      let state: FindingState = before.basis == now.basis && now.isTeamWorkbook ? .fixed : .notAsked
      let fixed = NightFinding(
        file: movedFrom ?? path, state: state, firstSeen: known.firstSeen, fingerprint: fingerprint, finding: finding)
      if movedFrom == nil { findings.append(fixed) } else { fixedElsewhere.append(fixed) }
    }
  }

  /// Takes findings about the list of waivers, at `path`.
  ///
  /// - Parameter isChanged: whether the list is another than at the run before.
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
    // A waiver that could not be judged tonight stays as it was.
    guard isWhole else { return }
    for (fingerprint, finding) in before.sorted(by: { $0.key < $1.key }) where !present.contains(fingerprint) {
      guard let known = self.known(fingerprint), known.isOpen else { continue }
      findings.append(
        NightFinding(
          file: path, state: isChanged ? .notAsked : .fixed, firstSeen: known.firstSeen, fingerprint: fingerprint,
          finding: finding))
    }
  }

  /// Takes what was last seen in a workbook that is no longer there.
  mutating func take(gone before: Observation?) {
    for finding in before?.findings ?? [] {
      let fingerprint = finding.fingerprint(in: path)
      guard let known = self.known(fingerprint), known.isOpen else { continue }
      findings.append(
        NightFinding(
          file: path, state: .fixed, firstSeen: known.firstSeen, fingerprint: fingerprint, finding: finding))
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
