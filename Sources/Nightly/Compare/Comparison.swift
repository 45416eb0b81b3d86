/// Sets what a run has found against what was known.
struct Comparison {
  let asOf: String
  let baseline: Baseline
  private(set) var files: [NightFile] = []
  private(set) var findings: [NightFinding] = []
  /// The observation of each workbook that was checked, and that of the run before by the same name.
  private(set) var observations: [(file: String, before: Observation?, now: Observation)] = []
  /// Findings of workbooks that have another name now: they are known under the new one.
  private(set) var renamed: [String] = []

  private var waivers: WaiverUse
  private let waiverFile: String

  /// - Parameter results: with observations where they were checked, in order of paths.
  init(_ results: [FileResult], baseline: Baseline, waivers: Waivers, asOf: String) {
    self.asOf = asOf
    self.baseline = baseline
    self.waivers = WaiverUse(waivers, asOf: asOf)
    waiverFile = waivers.name
    let moves = Self.moves(results, baseline)
    for result in results { take(result, movedFrom: moves[result.path]) }
    takeWaivers(results)
    takeGone(results, moved: Set(moves.values))
    files.sort { $0.path < $1.path }
    findings = findings.enumerated().sorted { a, b in
      (a.element.file, a.offset) < (b.element.file, b.offset)
    }.map(\.element)
  }

  /// Workbooks that are the same bytes under another name, by new name.
  private static func moves(_ results: [FileResult], _ baseline: Baseline) -> [String: String] {
    let now = Set(results.map(\.path))
    var gone: [String: [String]] = [:]
    for (path, file) in baseline.files.sorted(by: { $0.key < $1.key })
    where !now.contains(path) && file.outcome != FileResult.Outcome.gone.rawValue && !file.sha256.isEmpty {
      gone[file.sha256, default: []].append(path)
    }
    var moves: [String: String] = [:]
    for result in results where baseline.files[result.path] == nil && !result.sha256.isEmpty {
      guard var candidates = gone[result.sha256], !candidates.isEmpty else { continue }
      moves[result.path] = candidates.removeFirst()
      gone[result.sha256] = candidates
    }
    return moves
  }

  private mutating func take(_ result: FileResult, movedFrom: String?) {
    files.append(
      NightFile(
        path: result.path, outcome: result.outcome, why: result.why, sha256: result.sha256, size: result.size,
        openIn: result.openIn, notFilled: result.notFilled, movedFrom: movedFrom, asOf: result.observation?.asOf,
        playbook: result.observation?.playbook, rows: result.observation?.rows, sheets: result.observation?.sheets))
    guard let now = result.observation else { return }
    let before = baseline.files[movedFrom ?? result.path]?.observation
    observations.append((result.path, before, now))
    var present: Set<String> = []
    for finding in now.findings {
      let fingerprint = finding.fingerprint(in: result.path)
      present.insert(fingerprint)
      let old = movedFrom.map { finding.fingerprint(in: $0) }
      if let old, baseline.known[old] != nil { renamed.append(old) }
      let known = old.flatMap { baseline.known[$0] } ?? baseline.known[fingerprint]
      add(finding, in: result.path, fingerprint: fingerprint, known: known)
    }
    for finding in before?.findings ?? [] {
      let fingerprint = finding.fingerprint(in: movedFrom ?? result.path)
      guard let known = baseline.known[fingerprint], known.isOpen,
        !present.contains(finding.fingerprint(in: result.path))
      else { continue }
      fixed(finding, in: movedFrom ?? result.path, fingerprint: fingerprint, known: known)
    }
  }

  private mutating func add(
    _ finding: ObservedFinding, in file: String, fingerprint: String, known: Baseline.Known?
  ) {
    let reason = waivers.reason(for: finding, in: file)
    let state: FindingState =
      switch known?.state {
      case _ where reason != nil: .waived
      case nil: .new
      case "new", "reopened": .persisting
      default: .reopened
      }
    findings.append(
      NightFinding(
        file: file, state: state, firstSeen: known?.firstSeen ?? asOf, fingerprint: fingerprint, finding: finding,
        reason: reason))
  }

  private mutating func fixed(
    _ finding: ObservedFinding, in file: String, fingerprint: String, known: Baseline.Known
  ) {
    findings.append(
      NightFinding(
        file: file, state: .fixed, firstSeen: known.firstSeen, fingerprint: fingerprint, finding: finding))
  }

  private mutating func takeWaivers(_ results: [FileResult]) {
    let unchecked = results.filter { $0.observation == nil }.map(\.path)
    var present: Set<String> = []
    for finding in waivers.findings(unchecked: unchecked) {
      let fingerprint = finding.fingerprint(in: waiverFile)
      add(finding, in: waiverFile, fingerprint: fingerprint, known: baseline.known[fingerprint])
      present.insert(fingerprint)
    }
    for (fingerprint, finding) in baseline.waiverWords.sorted(by: { $0.key < $1.key })
    where !present.contains(fingerprint) {
      guard let known = baseline.known[fingerprint], known.isOpen else { continue }
      // A waiver that could not be judged tonight stays as it was.
      if unchecked.isEmpty { fixed(finding, in: known.path, fingerprint: fingerprint, known: known) }
    }
  }

  private mutating func takeGone(_ results: [FileResult], moved: Set<String>) {
    let now = Set(results.map(\.path))
    for (path, file) in baseline.files where !now.contains(path) && !moved.contains(path) {
      guard file.outcome != FileResult.Outcome.gone.rawValue else { continue }
      files.append(NightFile(path: path, outcome: .gone, why: "no longer there", sha256: "", size: 0))
      for finding in file.observation?.findings ?? [] {
        let fingerprint = finding.fingerprint(in: path)
        guard let known = baseline.known[fingerprint], known.isOpen else { continue }
        fixed(finding, in: path, fingerprint: fingerprint, known: known)
      }
    }
  }
}
