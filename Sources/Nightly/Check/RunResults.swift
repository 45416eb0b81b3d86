// SPDX-License-Identifier: Apache-2.0

/// The results of a round. The outcome of each workbook is in memory; its observation stays in the file it was written to.
public struct RunResults {
  private enum Place {
    /// In the result itself, if it exists at all.
    case own
    case line(LineFile, Range<Int>)
    case history
  }

  /// Without their observations, except those that could not be written to a file.
  public private(set) var results: [FileResult] = []
  private var places: [Place] = []
  /// The processor time that the work on a workbook has taken, in seconds, by path; none for less than one.
  package private(set) var processorSeconds: [String: Int] = [:]

  public init() {}

  /// Takes results that contain their observations.
  public init(_ results: [FileResult]) {
    for result in results { add(result, .own) }
  }

  private mutating func add(_ result: FileResult, _ place: Place) {
    results.append(result)
    places.append(place)
    if case .line = place { results[results.count - 1].observation = nil }
  }

  /// Adds a worker's result after writing it to the journal.
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

  /// Adds a line of a part, replacing an earlier result for the same workbook.
  mutating func add(_ result: FileResult, in file: LineFile, _ range: Range<Int>, replacing old: Int?) {
    guard let old else { return add(result, result.observation == nil ? .own : .line(file, range)) }
    results[old] = result
    results[old].observation = nil
    places[old] = result.observation == nil ? .own : .line(file, range)
  }

  /// Adds a result that needs no journal entry.
  public mutating func add(_ result: FileResult) { add(result, .own) }

  package mutating func spend(_ seconds: Double, on path: String) {
    if seconds >= 1 { processorSeconds[path, default: 0] += Int(seconds.rounded(.up)) }
  }

  /// Sorts the results by path.
  mutating func sort() {
    let order = results.indices.sorted { results[$0].path < results[$1].path }
    results = order.map { results[$0] }
    places = order.map { places[$0] }
  }

  /// The observation of the workbook at a position, as a worker of this run made it; nil if there is none, or only in the history.
  func observation(at index: Int) -> Observation? {
    switch places[index] {
    case .own: results[index].observation
    case .line(let file, let range): file.bytes(range).flatMap { FileResult(line: $0) }?.observation
    case .history: nil
    }
  }

  /// Whether some observations are in the history only.
  var needsHistory: Bool { places.contains { if case .history = $0 { true } else { false } } }

  /// The result at a position as one line of JSON; nil if its observation can't be found.
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
