// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import GRDB
public import Playbook

extension NightlyRun {
  /// What a night is made from beside the results.
  public struct Terms: Sendable {
    /// The day that the run is about.
    public var asOf: String
    public var version: String
    public var waivers: Waivers
    /// What is in force, and what was found and left aside.
    public var authorities: [Authority]
    /// Of what is said of the list of waivers; nil: that of most workbooks.
    public var language: Language?
    /// How many runs the history remembers.
    public var keep: Int
    /// When the run began, in UTC.
    public var started: String
    /// Where the history is, for messages.
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

  /// Compares results with the history at a path, and writes the night into it.
  ///
  /// Starts threads: after the last worker.
  ///
  /// - Parameters:
  ///   - harvest: one result for each workbook.
  ///   - status: the exit code that a night leads to.
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
  /// What the night says on one screen, when it is that of the last run once more: then nothing else is read or compared. Notes in
  /// the history that it was run again, and how its files were found.
  ///
  /// Starts threads: after the last worker.
  ///
  /// - Parameter status: the exit code that a night leads to.
  /// - Returns: nil for another night, and for one of which the history does not have it.
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
