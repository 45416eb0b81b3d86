// SPDX-License-Identifier: Apache-2.0

/// The results of a round. Memory holds what became of each workbook; what was seen in it stays where it was written.
public struct RunResults {
  private enum Place {
    /// In the result, if anywhere.
    case own
    case line(LineFile, Range<Int>)
    case history
  }

  /// Without observations, but where those could not be written.
  public private(set) var results: [FileResult] = []
  private var places: [Place] = []

  public init() {}

  /// Results that hold what was seen.
  public init(_ results: [FileResult]) {
    for result in results { add(result, .own) }
  }

  private mutating func add(_ result: FileResult, _ place: Place) {
    results.append(result)
    places.append(place)
    if case .line = place { results[results.count - 1].observation = nil }
  }

  /// Takes a worker's result, after noting it in the journal.
  public mutating func add(_ result: FileResult, line: [UInt8], to journal: Journal) {
    if result.observation != nil {
      add(result, journal.note(line).map { .line(journal.reader, $0) } ?? .own)
    } else if result.outcome == .checked {
      let known = journal.leftover[result.path]
      add(result, known?.key == result.key ? known.map { .line(journal.reader, $0.range) } ?? .history : .history)
    } else {
      add(result, .own)
    }
  }

  /// Takes a line of a part; one that is there already gives way.
  mutating func add(_ result: FileResult, in file: LineFile, _ range: Range<Int>, replacing old: Int?) {
    guard let old else { return add(result, result.observation == nil ? .own : .line(file, range)) }
    results[old] = result
    results[old].observation = nil
    places[old] = result.observation == nil ? .own : .line(file, range)
  }

  /// Takes a result that is all there is to say.
  public mutating func add(_ result: FileResult) { add(result, .own) }

  /// Brings them into the order of their paths.
  mutating func sort() {
    let order = results.indices.sorted { results[$0].path < results[$1].path }
    results = order.map { results[$0] }
    places = order.map { places[$0] }
  }

  /// What was seen in the workbook at a position, where it was checked.
  ///
  /// - Parameter history: asked for what is not in a file of the run.
  func observation(
    at index: Int, _ history: (FileResult) throws -> Observation?
  ) throws -> Observation? {
    switch places[index] {
    case .own: results[index].observation
    case .line(let file, let range): file.bytes(range).flatMap { FileResult(line: $0) }?.observation
    case .history: try history(results[index])
    }
  }

  /// Whether something that was seen is in the history alone.
  var needsHistory: Bool { places.contains { if case .history = $0 { true } else { false } } }

  /// The result at a position as one line of JSON; nil when what was seen cannot be found.
  func line(at index: Int, _ known: HistoryStore?) throws(NightlyError) -> [UInt8]? {
    switch places[index] {
    case .own: return results[index].line
    case .line(let file, let range): return file.bytes(range)
    case .history:
      var result = results[index]
      result.observation = try known?.read { try HistoryStore.observation(of: result.path, key: result.key, $0) }
      return result.observation == nil ? nil : result.line
    }
  }
}
