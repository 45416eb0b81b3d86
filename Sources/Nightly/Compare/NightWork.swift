// SPDX-License-Identifier: Apache-2.0

internal import GRDB
import Playbook

/// Compares a night with the history and records it there, with one workbook in memory at a time.
struct NightWork {
  private let harvest: RunResults
  private let terms: NightlyRun.Terms
  private let database: Database
  private let baseline: Baseline
  private let recorder: NightRecorder
  private let headlines: HeadlineRecorder
  private let stages: StageRecorder
  private var waivers: WaiverUse
  private var builder: DigestBuilder
  private var findings: NightFindings
  private var files: [NightFile] = []
  private var books: [(file: String, observation: Int64)] = []
  private var languages: [String: Int] = [:]
  /// In which the nights before spoke.
  private let usualLanguage: Language?
  /// The workbook that counts, by the path of each copy that does not.
  private var copies: [String: String] = [:]

  /// - Parameter harvest: the results sorted by path.
  init(_ harvest: RunResults, _ terms: NightlyRun.Terms, _ scratch: Scratch, _ database: Database) throws {
    self.harvest = harvest
    self.terms = terms
    self.database = database
    let inputs = Self.inputs(harvest.results, terms)
    usualLanguage = try HistoryStore.language(database)
    baseline = try Baseline(inputs: inputs, database)
    recorder = try NightRecorder(database, baseline, inputs: inputs, terms)
    headlines = try HeadlineRecorder(database, own: baseline.own)
    stages = try StageRecorder(database, own: baseline.own, recorder.share)
    waivers = WaiverUse(terms.waivers, asOf: terms.asOf)
    builder = DigestBuilder(baseline, asOf: terms.asOf, scratch)
    findings = NightFindings(scratch)
  }

  /// Everything a night depends on. If it is the same, so is the night.
  static func inputs(_ results: [FileResult], _ terms: NightlyRun.Terms) -> String {
    var lines = [terms.asOf, terms.version, terms.waivers.sha256]
    for result in results {
      lines.append([result.path, result.outcome.rawValue, result.why, result.key].joined(separator: "\u{1F}"))
    }
    return SHA256.hex(lines.joined(separator: "\n"))
  }

  mutating func run(_ store: HistoryStore, status: (NightlyRun) -> Int) throws -> NightlyRun {
    let moves = try self.moves()
    copies = try originals()
    // All files of this run by position, and those that have disappeared.
    let now = Set(harvest.results.map(\.path))
    let left = Set(moves.values)
    var all = harvest.results.indices.map { (path: harvest.results[$0].path, position: $0 as Int?) }
    for (path, file) in baseline.files where !now.contains(path) && !left.contains(path) {
      if file.outcome != FileResult.Outcome.gone.rawValue { all.append((path, nil)) }
    }
    for (path, position) in all.sorted(by: { $0.path < $1.path }) {
      if let position { try take(position, movedFrom: moves[path]) } else { try take(gone: path) }
    }
    try takeWaivers()
    findings.sort()
    let night = NightlyRun(
      asOf: terms.asOf, previousAsOf: baseline.asOf, version: terms.version, language: language, files: files,
      findings: findings, digest: builder.finished(files, total: findings.total), authorities: terms.authorities,
      books: NightBooks(store, books),
      usualLanguage: terms.language == nil ? Language.most(of: languages) : usualLanguage, run: baseline.own,
      isRepeat: baseline.repeats, shortened: recorder.share.shortened.sorted())
    try recorder.finish(night, status: status(night))
    try headlines.prune()
    return night
  }

  /// The old names of renamed workbooks by new name.
  private func moves() throws -> [String: String] {
    var moves = Moves(baseline.files, harvest.results)
    let lost = moves.lost
    let added = harvest.results.indices.filter { index in
      let result = harvest.results[index]
      return result.outcome == .checked && baseline.files[result.path] == nil && moves.origins[result.path] == nil
    }
    guard !lost.isEmpty, !added.isEmpty else { return moves.origins }
    let old = try lost.map { path in (path, try baseline.observation(of: path, database)?.rowNames ?? []) }
    let new = try added.map { index in (harvest.results[index].path, try observation(at: index)?.rowNames ?? []) }
    moves.pair(old, new)
    return moves.origins
  }

  /// The workbooks that count, by the path of each copy that does not.
  private func originals() throws -> [String: String] {
    let checked = harvest.results.indices.filter { harvest.results[$0].outcome == .checked }
    guard checked.count > 1 else { return [:] }
    return Copies(
      try checked.compactMap { index in
        let result = harvest.results[index]
        return try observation(at: index).flatMap { seen in
          Copies.Book(result, seen, isKnown: baseline.files[result.path] != nil)
        }
      }
    ).originals
  }

  /// The history's own observation comes first: it has the findings of rules about changes, which a worker's does not. Both exist if a
  /// run was killed between its commit and the end of its journal, if copies are filled, and if parts are joined again.
  private func observation(at position: Int) throws -> Observation? {
    let result = harvest.results[position]
    if result.outcome == .checked,
      var recorded = try HistoryStore.observation(of: result.path, key: result.key, database)
    {
      // Recorded on a night without pages, and read again for its page.
      if !recorded.hasPage, let seen = harvest.observation(at: position), seen.hasPage { recorded.takePage(of: seen) }
      return recorded
    }
    return harvest.observation(at: position)
  }

  private mutating func take(_ position: Int, movedFrom: String?) throws {
    let result = harvest.results[position]
    var now = try observation(at: position)
    if result.outcome == .checked, now == nil {
      throw HistoryCheck.Damage(reason: "what it says about \(result.path) cannot be read")
    }
    let isStranger = now?.isTeamWorkbook == false
    let restored = try now == nil ? nil : baseline.restored(movedFrom ?? result.path, sha256: result.sha256, database)
    if let seen = now, !seen.watches.isEmpty {
      now = try withChanges(seen, result, movedFrom, isRestored: restored != nil)
    }
    let file = NightFile(
      path: result.path, outcome: isStranger ? .notTeamWorkbook : result.outcome,
      why: now.flatMap(Self.whyNotTeam) ?? result.why, cause: result.cause,
      sha256: result.sha256,
      size: result.size,
      openIn: result.openIn, notFilled: result.notFilled, movedFrom: movedFrom, asOf: now?.asOf,
      playbook: now?.playbook, rows: now?.rows, sheets: now?.sheets,
      language: now.flatMap { Language(rawValue: $0.language) }, restored: restored, copyOf: copies[result.path])
    files.append(file)
    try headlines.record(result.path, now, movedFrom: movedFrom)
    guard let now else {
      _ = try recorder.insert(file, nil, key: result.key)
      return
    }
    if !isStranger { languages[now.language, default: 0] += 1 }
    let observation = try recorder.insert(file, now, key: result.key, stamp: result.stamp)
    if let observation, !isStranger { books.append((result.path, observation)) }
    let source = movedFrom ?? result.path
    let isAsBefore = observation != nil && baseline.files[source]?.observationID == observation
    let before = isAsBefore ? now : try baseline.observation(of: source, database)
    let isSameFile = baseline.files[source]?.sha256 == result.sha256
    let life = try baseline.life(of: result.path, recorder.store)
    guard let movedFrom else {
      var comparison = Comparison(result.path, asOf: terms.asOf, life)
      comparison.take(now, before: isAsBefore ? nil : before, movedFrom: nil, &waivers)
      try take(comparison, life)
      return try takeFigures(result.path, before, now, isSameFile: isSameFile)
    }
    let old = try baseline.life(of: movedFrom, recorder.store)
    var comparison = Comparison(result.path, asOf: terms.asOf, old, life)
    comparison.take(now, before: before, movedFrom: movedFrom, &waivers)
    try take(comparison, life)
    try findings.append(comparison.fixedElsewhere, of: movedFrom)
    try builder.take(comparison.fixedElsewhere)
    try recorder.save(old, comparison.fixedElsewhere, renamed: comparison.renamed, isGone: true)
    try takeFigures(result.path, before, now, isSameFile: isSameFile)
  }

  /// What a copy of another workbook says counts nowhere, and what the same file says by another playbook has not changed.
  private mutating func takeFigures(
    _ path: String, _ before: Observation?, _ now: Observation, isSameFile: Bool
  ) throws {
    guard copies[path] == nil else { return }
    let isReadAnew = isSameFile && before.map { $0.basis != now.basis } == true
    try recorder.insert(builder.take(path, isReadAnew ? nil : before, now))
    if !isReadAnew { try stages.record(path, before, now) }
  }

  /// The observation, with the findings of rules about changes added. For a restored backup there is one finding that says so,
  /// instead of one for each row.
  private func withChanges(
    _ seen: Observation, _ result: FileResult, _ movedFrom: String?, isRestored: Bool
  ) throws -> Observation {
    let source = movedFrom ?? result.path
    // An observation that the history has under this key already includes them.
    guard !isRestored, baseline.files[source]?.observationID != nil,
      try !recorder.knows(result.path, key: result.key), let before = try baseline.observation(of: source, database)
    else { return seen }
    var seen = seen
    seen.findings += seen.changes(since: before, isSameFile: baseline.files[source]?.sha256 == result.sha256)
    return seen
  }

  /// Why a workbook was not checked; nil for a team's workbook.
  private static func whyNotTeam(_ seen: Observation) -> String? {
    if seen.isStranger { return "no sheet looks like one of the playbook's" }
    return seen.isGuessed ? "it only looks like a team's; dealbook adopt makes a playbook for it" : nil
  }

  private mutating func take(gone path: String) throws {
    let file = NightFile(path: path, outcome: .gone, why: "", sha256: "", size: 0)
    files.append(file)
    _ = try recorder.insert(file, nil, key: "")
    try headlines.record(path, nil)
    let life = try baseline.life(of: path, recorder.store)
    var comparison = Comparison(path, asOf: terms.asOf, life)
    comparison.take(gone: try baseline.observation(of: path, database))
    try take(comparison, life, isGone: true)
  }

  private mutating func take(_ comparison: Comparison, _ life: Life, isList: Bool = false, isGone: Bool = false) throws
  {
    try builder.take(comparison.findings)
    try recorder.save(life, comparison.findings, isList: isList, isGone: isGone)
    guard let file = comparison.findings.first?.file else { return }
    try findings.append(comparison.findings, of: file)
  }

  /// Must run after all workbooks: only then is it known which waivers are unused.
  private mutating func takeWaivers() throws {
    let unchecked = files.filter(\.isUnchecked).map(\.path)
    let found = waivers.findings(unchecked: unchecked, terms.language ?? language)
    let words = try recorder.store.waiverWords()
    // The list may have had a different name before.
    for path in Set(words.values.map(\.path)).union([terms.waivers.name]).sorted() {
      let life = try baseline.life(of: path, recorder.store)
      var comparison = Comparison(path, asOf: terms.asOf, life)
      let present = path == terms.waivers.name ? found : []
      let before = words.filter { $0.value.path == path }.mapValues(\.finding)
      comparison.take(
        waivers: present, before: before, isWhole: unchecked.isEmpty,
        isChanged: baseline.waivers != terms.waivers.sha256, &waivers)
      try take(comparison, life, isList: true)
    }
  }

  /// The language of most workbooks.
  private var language: Language { Language.most(of: languages) ?? .english }
}

/// The observations of the checked workbooks in order of their paths, each read when it is needed.
struct NightBooks: Sequence {
  let store: HistoryStore
  private let books: [(file: String, observation: Int64)]

  init(_ store: HistoryStore, _ books: [(file: String, observation: Int64)]) {
    self.store = store
    self.books = books
  }

  var count: Int { books.count }

  /// The names of the workbooks.
  var files: [String] { books.map(\.file) }

  struct Iterator: IteratorProtocol {
    fileprivate let all: NightBooks
    fileprivate var position = 0

    mutating func next() -> (file: String, seen: Observation)? {
      while position < all.books.count {
        let book = all.books[position]
        position += 1
        // The observation was written a moment ago. If another run has pruned it since, the workbook gets no page.
        let seen = try? all.store.read { try HistoryStore.observation(book.observation, $0) }
        if let seen = seen ?? nil { return (book.file, seen) }
      }
      return nil
    }
  }

  func makeIterator() -> Iterator { Iterator(all: self) }
}

extension Language {
  /// That of most, by their names and counts; nil of none.
  static func most(of counts: [String: Int]) -> Language? {
    let most = counts.values.max()
    return allCases.first { most != nil && counts[$0.rawValue] == most }
  }
}
