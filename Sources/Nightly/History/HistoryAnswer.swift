// SPDX-License-Identifier: Apache-2.0

internal import GRDB

extension History {
  /// Something that happened, or was so, in a run.
  public enum Item {
    case event(FindingEvent)
    case change(ValueChange)
    case figures(OwnerFigures)
  }

  /// A workbook of which not all runs of the history are known, because too much happened to it.
  public struct Kept: Hashable, Sendable, Encodable {
    public var file: String
    /// The first run of which everything is known.
    public var run: Int
  }

  /// All runs.
  public func runs() throws(NightlyError) -> [RunRecord] {
    try HistoryStore(path).read { try Self.runs($0) }
  }

  /// Passes on the answer run by run, and within a run in the order in which things were found. Only one workbook's findings are
  /// in memory at a time.
  public func visit(_ question: Question, _ body: (Item) -> Void) throws(NightlyError) -> [Kept] {
    try HistoryStore(path).read { database in
      let events = try EventSpool(question, beside: path, database)
      for run in try Self.allRuns(events, database) {
        for event in events.of(run) { body(.event(event)) }
        try Self.forEachChange(of: run, question, database) { body(.change($0)) }
        try Self.forEachFigures(of: run, question, database) { body(.figures($0)) }
      }
      return try Self.kept(question, database)
    }
  }

  /// The answer, sorted by run and within a run in the order in which things were found.
  public func answer(_ question: Question) throws(NightlyError) -> HistoryExport {
    var export = HistoryExport(runs: try runs(), events: [], changes: [], figures: [])
    export.kept = try visit(question) { item in
      switch item {
      case .event(let event): export.events.append(event)
      case .change(let change): export.changes.append(change)
      case .figures(let figures): export.figures.append(figures)
      }
    }
    return export
  }

  /// Writes the answer as one JSON object.
  public func writeJSON(_ question: Question, to sink: ByteSink) throws(NightlyError) {
    try HistoryStore(path).read { database in
      let events = try EventSpool(question, beside: path, database)
      let all = try Self.allRuns(events, database)
      let kept = try Self.kept(question, database)
      let writer = ListWriter(sink)
      try writer.list("changes") { (add: (ValueChange) -> Void) in
        for run in all { try Self.forEachChange(of: run, question, database, add) }
      }
      writer.list("events") { (add: (FindingEvent) -> Void) in
        for run in all { for event in events.of(run) { add(event) } }
      }
      try writer.list("figures") { (add: (OwnerFigures) -> Void) in
        for run in all { try Self.forEachFigures(of: run, question, database, add) }
      }
      if !kept.isEmpty {
        writer.list("keptFrom") { (add: (Kept) -> Void) in for workbook in kept { add(workbook) } }
      }
      try writer.list("runs") { (add: (RunRecord) -> Void) in
        for run in try Self.runs(database) { add(run) }
      }
      sink.write("\n}\n")
    }
  }

  /// The numbers of all runs with something to tell. The last event of a finding outlives its run.
  private static func allRuns(_ events: EventSpool, _ database: Database) throws -> [Int] {
    try events.runs.union(Int.fetchSet(database, sql: "SELECT id FROM runs")).sorted()
  }

  private static func kept(_ question: Question, _ database: Database) throws -> [Kept] {
    try Row.fetchAll(
      database, sql: "SELECT path, run FROM kept WHERE :file IS NULL OR path = :file ORDER BY path",
      arguments: ["file": question.file]
    ).map { Kept(file: $0["path"], run: $0["run"]) }
  }
}

/// The events that a question asks for, sorted by run on disk.
private struct EventSpool {
  private var byRun: [Int: DiskBackedList<FindingEvent>] = [:]

  init(_ question: History.Question, beside path: String, _ database: Database) throws {
    let scratch = try Scratch(forHistory: path)
    let row = question.row?.lowercased()
    let about = question.finding?.lowercased()
    let store = LifeStore(database)
    try store.visit(of: question.file) { life in
      for (entry, finding) in zip(life.entries, try store.findings(of: life)) {
        guard row == nil || finding.rowId.lowercased() == row, question.owner == nil || finding.owner == question.owner,
          about.map({ finding.rule.lowercased() == $0 || entry.fingerprint.hasPrefix($0) }) ?? true
        else { continue }
        for event in entry.events {
          var list = byRun.removeValue(forKey: event.run) ?? DiskBackedList(scratch)
          try list.append(
            FindingEvent(
              run: event.run, asOf: event.asOf, state: event.fate.rawValue, file: life.path, rule: finding.rule,
              severity: finding.severity, sheet: finding.sheet, rowId: finding.rowId, column: finding.column,
              owner: finding.owner, message: finding.message, fingerprint: entry.fingerprint,
              header: finding.header))
          byRun[event.run] = list
        }
      }
    }
  }

  var runs: Set<Int> { Set(byRun.keys) }

  func of(_ run: Int) -> AnySequence<FindingEvent> {
    byRun[run].map { AnySequence($0) } ?? AnySequence([])
  }
}

extension FindingEvent: Spoolable {
  func pack(into packer: inout Packer) {
    packer.add(run)
    for text in [asOf, state, file, rule, severity, sheet, rowId, column, owner, message, fingerprint] {
      packer.add(text)
    }
    packer.add(header)
  }

  init?(from unpacker: inout Unpacker) {
    self.init(
      run: unpacker.int(), asOf: unpacker.text(), state: unpacker.text(), file: unpacker.text(), rule: unpacker.text(),
      severity: unpacker.text(), sheet: unpacker.text(), rowId: unpacker.text(), column: unpacker.text(),
      owner: unpacker.text(), message: unpacker.text(), fingerprint: unpacker.text(), header: unpacker.optionalText())
  }
}

/// Writes an object of lists, each element by itself, in the form that ``JSON/bytes(_:pretty:)`` gives it as a whole.
private final class ListWriter {
  private let sink: ByteSink
  private var isFirst = true

  init(_ sink: ByteSink) { self.sink = sink }

  func list<Element: Encodable>(
    _ name: String, _ elements: ((Element) -> Void) throws -> Void
  ) rethrows {
    sink.write("\(isFirst ? "{" : ",")\n  \"\(name)\" : [")
    isFirst = false
    var isEmpty = true
    try elements { element in
      self.sink.write(isEmpty ? "\n" : ",\n")
      isEmpty = false
      for (index, line) in JSON.bytes(element, pretty: true).split(separator: UInt8(ascii: "\n")).enumerated() {
        self.sink.write(index == 0 ? "    " : "\n    ")
        self.sink.write(line)
      }
    }
    self.sink.write(isEmpty ? "\n\n  ]" : "\n  ]")
  }
}
