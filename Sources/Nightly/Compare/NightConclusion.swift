import Playbook

extension Night {
  /// What a night is made from beside the results.
  public struct Terms: Sendable {
    /// The day that the run is about.
    public var asOf: String
    public var version: String
    public var waivers: Waivers
    /// How many runs the history remembers.
    public var keep: Int
    /// When the run began, in UTC.
    public var started: String

    public init(asOf: String, version: String, waivers: Waivers, keep: Int) {
      self.asOf = asOf
      self.version = version
      self.waivers = waivers
      self.keep = keep
      started = Files.now()
    }
  }

  /// Compares results with the history at a path, and writes the night into it.
  ///
  /// Starts threads: after the last worker.
  ///
  /// - Parameters:
  ///   - results: one for each workbook; a checked one without an observation is in the history or in `leftover`.
  ///   - leftover: what an interrupted run had found out.
  ///   - status: the exit code that a night leads to.
  public static func conclude(
    _ results: [FileResult], leftover: [String: FileResult], history: String, terms: Terms,
    status: (Night) -> Int
  ) throws(NightlyError) -> Night {
    let store = try HistoryStore(history)
    var results = results.sorted { $0.path < $1.path }
    for index in results.indices where results[index].outcome == .checked && results[index].observation == nil {
      let result = results[index]
      if let known = leftover[result.path], known.key == result.key {
        results[index].observation = known.observation
      } else {
        results[index].observation = try store.observation(result.path, key: result.key)
      }
      guard results[index].observation == nil else { continue }
      throw .history(history, "what it holds of \(result.path) cannot be read")
    }
    let inputs = Self.inputs(results, terms)
    let baseline = try store.baseline(inputs: inputs)
    let comparison = Comparison(results, baseline: baseline, waivers: terms.waivers, asOf: terms.asOf)
    let builder = DigestBuilder(comparison)
    let night = Night(
      asOf: terms.asOf, previousAsOf: baseline.asOf, version: terms.version, language: Self.majority(results),
      files: comparison.files,
      findings: comparison.findings, digest: builder.digest,
      books: comparison.observations.map { ($0.file, $0.now) })
    try store.record(
      night, comparison, results, trace: builder.trace, inputs: inputs, started: terms.started, status: status(night),
      keep: terms.keep)
    return night
  }

  private static func majority(_ results: [FileResult]) -> Language {
    var votes: [String: Int] = [:]
    for result in results {
      if let language = result.observation?.language { votes[language, default: 0] += 1 }
    }
    let most = votes.values.max()
    return Language.allCases.first { most != nil && votes[$0.rawValue] == most } ?? .english
  }

  /// All that a night rests on: with the same, it is the same night.
  private static func inputs(_ results: [FileResult], _ terms: Terms) -> String {
    var lines = [terms.asOf, terms.version, terms.waivers.sha256]
    for result in results {
      lines.append([result.path, result.outcome.rawValue, result.why, result.key].joined(separator: "\u{1F}"))
    }
    return SHA256.hex(lines.joined(separator: "\n"))
  }
}
