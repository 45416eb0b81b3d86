// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Isolation
import Nightly
import Playbook
import Spreadsheet

/// Which files a run checks.
struct FinderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which files to check, by name or by path below the folder; may be repeated. Default: *.xlsx and *.xlsm.",
      valueName: "GLOB"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp("Which files and folders to leave out; may be repeated.", valueName: "GLOB"))
  var exclude: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A file that changed less than this many seconds ago may still be arriving: it is waited for and checked last.",
      valueName: "SECONDS"))
  var settle = 5

  @Flag(
    help:
      "Read every workbook. Without this option, a file with the same size and times as at the last run is not read again."
  )
  var verify = false

  var finder: WorkbookFinder { WorkbookFinder(include: include.map(Glob.init), exclude: exclude.map(Glob.init)) }
}

/// Whether to write computed columns.
struct NightFillOptions: ParsableArguments {
  @Flag(
    help:
      "Write computed columns into the workbooks, as dealbook fill does; the findings are those of the filled workbooks."
  )
  var fill = false

  @Option(
    help: ArgumentHelp(
      "With --fill: leave the workbooks alone and write filled copies into this folder.", valueName: "DIR"))
  var output: String?

  @Flag(help: "With --fill: keep each replaced workbook as NAME.~1~, NAME.~2~ and so on.")
  var backup = false

  @Option(
    name: .customLong("wait-lock"), parsing: .unconditional,
    help: ArgumentHelp(
      "With --fill: how long to wait for an editor to close a workbook, or for another run to finish with it.",
      valueName: "SECONDS"))
  var secondsToWait = 0

  @Flag(
    name: .customLong("break-hardlinks"),
    help: "With --fill: also replace a workbook that has other names (hard links); those keep the old contents.")
  var breaksHardLinks = false

  var filling: NightFilling {
    var options = SaveOptions.default
    options.keepsBackup = backup
    options.secondsToWait = secondsToWait
    options.breaksHardLinks = breaksHardLinks
    return NightFilling(isWanted: fill, output: output, saving: options)
  }

  func validate() throws {
    guard (0...86_400).contains(secondsToWait) else {
      throw ValidationError(
        Spoken.words(
          "--wait-lock \(secondsToWait)：應為 0 到 86400 秒", "--wait-lock \(secondsToWait): expected 0 to 86400 seconds"))
    }
    if !fill, secondsToWait > 0 || breaksHardLinks {
      throw ValidationError(
        Spoken.words(
          "--wait-lock 和 --break-hardlinks 要與 --fill 一起用", "--wait-lock and --break-hardlinks go with --fill"))
    }
    if !fill, output != nil || backup {
      throw ValidationError(Spoken.words("--output 和 --backup 要與 --fill 一起用", "--output and --backup go with --fill"))
    }
    if output != nil, backup {
      throw ValidationError(
        Spoken.words("--output 不取代任何工作簿，沒有要備份的", "--output replaces no workbook: nothing to back up"))
    }
  }

}

/// Whether to write findings into copies of the workbooks.
struct AnnotationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a copy of each workbook into this folder, with a sheet that lists its findings, and notes on the cells.",
      valueName: "DIR"))
  var annotate: String?
}

/// Options for the conclusion of a night.
struct NightOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many runs the history keeps.", valueName: "NUMBER"))
  var keep = 400

  @Option(
    help: ArgumentHelp(
      "Findings that the team accepts. Default: dealbook-waivers.yaml beside the history, if only you can write it.",
      valueName: "FILE"))
  var waivers: String?

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there are findings of this severity or worse; new: if there are new or reopened errors.",
      valueName: "error|warning|info|new|never"))
  var failOn: NightFailOn = .error

  func validate() throws {
    if keep < 2 {
      throw ValidationError(
        Spoken.words(
          "--keep \(keep)：應為 2 以上，即這一次和上一次", "--keep \(keep): expected 2 or more, a run and the one before it"))
    }
  }
}

/// How several machines share a night.
struct SharingOptions: ParsableArguments {
  @Flag(help: "Only print the names of the workbooks, one per line.")
  var plan = false

  @Option(
    help: ArgumentHelp(
      "Use the workbooks that --plan printed to this file, whatever was added or removed since.",
      valueName: "FILE"))
  var planned: String?

  @Option(
    name: .customLong("files-from"),
    help: ArgumentHelp(
      "Check only the workbooks named in this file, one per line as --plan prints them; - is standard input.",
      valueName: "FILE"))
  var filesFrom: String?

  @Option(help: ArgumentHelp("Check only share I of N, from 1 to N.", valueName: "I/N"))
  var shard: Shard?

  @Option(
    help: ArgumentHelp("Write the results here for dealbook nightly join; draw no conclusions.", valueName: "PATH"))
  var part: String?

  func validate() throws {
    guard part == nil, shard != nil || filesFrom != nil else { return }
    throw ValidationError(
      Spoken.words(
        "--shard 和 --files-from 只做一部分：請用 --part PATH 指定寫到哪裡",
        "--shard and --files-from do a part of a night: say where it goes with --part PATH"))
  }

  /// The workbooks of this part.
  func chosen(_ workbooks: [FoundWorkbook]) throws(Failure) -> [FoundWorkbook] {
    var chosen = workbooks
    if let shard { chosen = chosen.enumerated().filter { $0.offset % shard.count == shard.index - 1 }.map(\.element) }
    guard let filesFrom else { return chosen }
    let names = Set(try Self.names(filesFrom))
    return chosen.filter { names.contains($0.name) }
  }

  /// The workbooks of the night: those in the plan if there is one, otherwise those found.
  func workbooks(
    under folders: [String], _ finder: WorkbookFinder
  ) throws -> (workbooks: [FoundWorkbook], unreadable: [String]) {
    guard let planned else { return try finder.find(folders) }
    return try finder.planned(Self.names(planned), under: folders)
  }

  private static func names(_ path: String) throws(Failure) -> [String] {
    guard let bytes = Files.read(path == "-" ? "/dev/stdin" : path) else {
      throw Failure(.unreadable, Spoken.words("\(path)：無法讀取", "\(path): it cannot be read"))
    }
    return Plan.names(bytes)
  }
}

/// `2/5`.
struct Shard: ExpressibleByArgument {
  let index: Int
  let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/").map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], (1...max(1, count)).contains(index) else {
      return nil
    }
    self.index = index
    self.count = count
  }
}

/// Where a night's results are written besides standard output. Any number of these can be combined.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("One JSON object: files, findings with their state, summary, digest.", valueName: "PATH"))
  var json: String?

  @Option(help: ArgumentHelp("JSON Lines: one finding per line.", valueName: "PATH"))
  var jsonl: String?

  @Option(help: ArgumentHelp("CSV: one finding per line.", valueName: "PATH"))
  var csv: String?

  @Option(help: ArgumentHelp("SARIF 2.1.0: the findings; waived ones are marked as suppressed.", valueName: "PATH"))
  var sarif: String?

  @Flag(
    help: "Also list findings that are fixed or no longer asked in SARIF, as absent. Many readers still count them.")
  var sarifFixed = false

  @Option(help: ArgumentHelp("JUnit XML: one suite per workbook.", valueName: "PATH"))
  var junit: String?

  @Option(help: ArgumentHelp("Metrics for the textfile collector of Prometheus' node-exporter.", valueName: "PATH"))
  var prometheus: String?

  @Option(help: ArgumentHelp("The digest as Markdown.", valueName: "PATH"))
  var markdown: String?

  @Option(help: ArgumentHelp("Static HTML pages: an index and one page per workbook.", valueName: "DIR"))
  var html: String?

  @Flag(help: "Print GitHub annotations instead of text, and add the digest to the step's summary.")
  var github = false

  /// The reports that are single files, by the option that asks for them.
  private var files: [(option: String, path: String)] {
    [
      ("--json", json), ("--jsonl", jsonl), ("--csv", csv), ("--sarif", sarif), ("--junit", junit),
      ("--prometheus", prometheus), ("--markdown", markdown),
    ].compactMap { option, path in path.map { (option, $0) } }
  }

  /// Refuses places that nothing can be written to, or that belong to something else, before the work begins.
  ///
  /// - Parameter taken: what other files of the run are, and their paths.
  func requirePlaces(besides taken: [(what: String, path: String)]) throws(Failure) {
    var owners = Dictionary(taken.map { (Self.place($0.path), $0.what) }) { first, _ in first }
    for (option, path) in files where path != "-" {
      try CommandMistake.requireFolder(of: path)
      if let owner = owners.updateValue(option, forKey: Self.place(path)) {
        throw Failure(
          .usage,
          Spoken.words(
            "\(option) \(path)：這是\(owner)的檔案；沒有寫入任何檔案",
            "\(option) \(path): this is the file of \(owner); nothing was written"))
      }
    }
    if let html { try CommandMistake.requireNoFile(at: html) }
  }

  /// The path without links; the file itself need not exist yet.
  private static func place(_ path: String) -> String {
    if let place = Files.resolved(path) { return place }
    let folder = Files.folder(of: path)
    return (Files.resolved(folder) ?? folder) + "/" + (path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// Whether only the one-screen summary is wanted. A notify command does not count, because repeating a night notifies nobody.
  var areBrief: Bool {
    files.isEmpty && html == nil && !github
  }

  @Option(
    name: .customLong("notify-command"),
    help: ArgumentHelp(
      "Run this command, with the digest as JSON on its standard input, if something is new, fixed or could not be checked.",
      valueName: "COMMAND"))
  var notifyCommand: String?
}

extension NightFailOn: ExpressibleByArgument {}

/// Whether files found among the workbooks may decide what a night checks and accepts.
struct AuthorityOptions: ParsableArguments {
  @Flag(
    name: .customLong("trust-found"),
    help: ArgumentHelp(
      "Use a dealbook.yaml beside or above a workbook, and dealbook-waivers.yaml in the first folder. Without this option such files among the workbooks are only named: anybody who can write there could switch off every rule."
    ))
  var trustFound = false
}
