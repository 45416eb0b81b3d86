// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import GRDB
public import Playbook

extension NightlyRun {
  /// What a night is based on besides its results.
  public struct Terms: Sendable {
    /// The day that the run is about.
    public var asOf: String
    public var version: String
    public var waivers: Waivers
    /// What is in force, and what was found and ignored.
    public var authorities: [Authority]
    /// The language for findings about the list of waivers; nil uses that of most workbooks.
    public var language: Language?
    /// How many runs the history keeps.
    public var keep: Int
    /// When the run began, in UTC.
    public var started: String
    /// The path of the history, for messages.
    var history = ""

    public init(
      asOf: String, version: String, waivers: Waivers, authorities: [Authority] = [], keep: Int,
      language: Language? = nil
    ) {
      self.asOf = asOf
      self.version = version
      self.waivers = waivers
      self.authorities = authorities.inOrder
      self.keep = keep
      self.language = language
      started = Files.now()
    }
  }

  /// Compares results with the history at a path and records the night there.
  ///
  /// Starts threads, so it must be called after the last worker has ended.
  ///
  /// - Parameters:
  ///   - harvest: one result for each workbook.
  ///   - status: returns the exit code for the night.
  public static func conclude(
    _ harvest: RunResults, history: String, terms: Terms, status: (NightlyRun) -> Int
  ) throws(NightlyError) -> NightlyRun {
    let store = try HistoryStore(history, setsAside: true)
    let scratch = try Scratch(beside: history)
    var harvest = harvest
    harvest.sort()
    var terms = terms
    terms.history = history
    return try store.write { database in
      var work = try NightWork(harvest, terms, scratch, database)
      return try work.run(store, status: status)
    }
  }
  /// The summary of the night, if it repeats the last run. In that case nothing else is read or compared. Records in the
  /// history that the night was run again and how its files were found.
  ///
  /// Starts threads, so it must be called after the last worker has ended.
  ///
  /// - Parameter status: returns the exit code for the night.
  /// - Returns: nil if this is a different night, or if the history has no summary of it.
  public static func repeated(
    _ harvest: RunResults, history: String, terms: Terms, status: (NightBrief) -> Int
  ) throws(NightlyError) -> NightBrief? {
    let store = try HistoryStore(history, setsAside: true)
    var harvest = harvest
    harvest.sort()
    return try store.write { database in
      guard
        let row = try Row.fetchOne(database, sql: "SELECT id, inputs, brief FROM runs ORDER BY id DESC LIMIT 1"),
        row["inputs"] == NightWork.inputs(harvest.results, terms), let packed = row["brief"] as Data?,
        let brief = NightBrief(json: try LifeStore.unpacked(packed, "the last run"))
      else { return nil }
      let run: Int64 = row["id"]
      try database.execute(
        sql: "UPDATE runs SET times = times + 1, ended = ?, status = ? WHERE id = ?",
        arguments: [Files.now(), status(brief), run])
      let note = try database.makeStatement(
        sql: "UPDATE files SET stamp = ? WHERE run = ? AND path = ? AND stamp != ?")
      for result in harvest.results where result.outcome == .checked {
        let stamp = result.stamp ?? ""
        try note.execute(arguments: [stamp, run, result.path, stamp])
      }
      return brief
    }
  }
}
