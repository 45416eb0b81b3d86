// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct NightlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightly",
    abstract: "Check every workbook in folders, and report what is new, what is fixed and who will miss the target.",
    discussion: """
      Example:
        dealbook nightly workbooks --as-of 2025-06-30 --history nightly.sqlite \\
          --markdown digest.md

      Each workbook is checked in its own process; one that cannot be read is reported and does not stop the run. The \
      history remembers what was found, so that the next run can tell new findings from known ones; for workbooks that \
      have not changed, results are taken from it. Findings that the team accepts are listed in dealbook-waivers.yaml \
      beside the history, each with rule, reason and expiry, and, to narrow it down, row, column, sheet or file. A \
      dealbook.yaml beside the history is the playbook. Such files among the workbooks are ignored without \
      --trust-found; every output says which ones were used. Repeating the same night gives the same bytes. Several \
      machines can share a night: each writes a part (--shard, --part), and ‘nightly join’ puts the parts together. \
      Exit code 3 instead of 1: something could not be checked. 4: another run is in progress.
      """)

  @Argument(help: ArgumentHelp("Folders to look through; workbooks can be given too.", valueName: "DIR"))
  var folders: [String]

  @Option(
    help: ArgumentHelp(
      "The history file. Default: DIR.dealbook.sqlite beside the first folder. With --part it is only read: results of workbooks that have not changed are taken from it.",
      valueName: "FILE"))
  var history: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many workbooks to check at the same time. Default: one per processor core.", valueName: "NUMBER"))
  var jobs: Int?

  @OptionGroup var authority: AuthorityOptions
  @OptionGroup var conclusion: NightOptions
  @OptionGroup var filling: NightFillOptions
  @OptionGroup var annotating: AnnotationOptions
  @OptionGroup var sharing: SharingOptions
  @OptionGroup var finding: FinderOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var playbookOptions: NightReadingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(Spoken.words("--jobs \(jobs)：應為 1 以上", "--jobs \(jobs): expected 1 or more"))
    }
    if finding.settle < 0 {
      throw ValidationError(
        Spoken.words("--settle \(finding.settle)：應為 0 以上", "--settle \(finding.settle): expected 0 or more"))
    }
    if annotating.annotate != nil, sharing.part != nil || sharing.plan {
      throw ValidationError(
        Spoken.words("--annotate 只用於整晚的檢查，不用於其中一部分", "--annotate goes with a whole night, not with a part of one"))
    }
    if folders.isEmpty { throw ValidationError(Spoken.words("請指定資料夾", "name a folder")) }
  }

  func run() throws {
    let status: ExitStatus
    do throws(Failure) {
      status = try night()
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
    throw status
  }

  /// Refuses places that nothing can be written to before the night begins.
  private func requireFolders(_ workbooks: [FoundWorkbook]) throws(Failure) {
    for path in [history, sharing.part].compactMap(\.self) { try CommandMistake.requireFolder(of: path) }
    let history = history ?? Self.beside(folders[0])
    let own =
      [("--history", history), ("--history", history + ".lock")] + (sharing.part.map { [("--part", $0)] } ?? [])
    try reports.requirePlaces(besides: own + workbooks.map { ($0.name, $0.path) })
    for folder in [annotating.annotate, filling.output].compactMap(\.self) {
      try CommandMistake.requireNoFile(at: folder)
    }
  }

  /// Returns the exit status of a complete run; throws if the run had to stop early.
  private func night() throws(Failure) -> ExitStatus {
    do {
      let (workbooks, unreadable) = try sharing.workbooks(under: folders, finding.finder)
      try requireOutputElsewhere()
      try requireFolders(workbooks)
      if sharing.plan {
        StandardOutput.write(Plan.text(workbooks.map(\.name) + unreadable.map { $0 + "/" }))
        return .done
      }
      playbookOptions.sight.warnOfFuture(quiet: display.quiet)
      let day = (playbookOptions.sight.asOf?.date ?? Clock.today())?.isoText ?? ""
      let path = history ?? Self.beside(folders[0])
      let authorities = try NightAuthorities(
        playbook: playbookOptions.playbook, waivers: conclusion.waivers,
        history: sharing.part == nil ? path : history, trustsFound: authority.trustFound, folders: folders,
        workbooks: workbooks)
      let books = try PlaybookCache(
        workbooks.map(\.path), under: folders, given: authorities.playbook, trustsFound: authorities.trustsFound)
      let lost = unreadable.map {
        FileResult(path: $0, outcome: .unreadable, why: "the folder cannot be read", cause: .folder)
      }
      if let part = sharing.part {
        let head = Part.Head(
          asOf: day, version: Version.text, waivers: authorities.waivers, authorities: authorities.all(books),
          names: workbooks.map(\.name) + unreadable)
        try self.part(head, try sharing.chosen(workbooks), books, lost, to: part)
        return .done
      }
      var lock = try RunLock(beside: path)
      let terms = NightlyRun.Terms(
        asOf: day, version: Version.text, waivers: authorities.waivers, authorities: authorities.all(books),
        keep: conclusion.keep, language: playbookOptions.sight.language)
      var round = try NightlyRound(
        workbooks, under: folders, history: path, journal: path, books: books, reading: nightReading(),
        filling: filling.filling)
      var results = try results(of: &round) { lock.renew() }
      guard lock.isOwn else { throw NightlyError.locked(path + ".lock") }
      for result in lost { results.add(result) }
      let list = annotating.annotate.map { _ in path + ".annotations" }
      defer { if let list { Files.remove(list) } }
      var status = try InCopy.run {
        if list == nil, reports.areBrief,
          let brief = try NightlyRun.repeated(
            results, history: path, terms: terms, status: { Int($0.status(conclusion.failOn).rawValue) })
        {
          Journal.discard(beside: path)
          let notFilled = results.results.sorted { $0.path < $1.path }.map { ($0.path, $0.notFilled) }
          NightlyText(brief, terms.authorities, notFilled: notFilled, language: playbookOptions.sight.language).write(
            quiet: display.quiet)
          return brief.status(conclusion.failOn)
        }
        let night = try NightlyRun.conclude(results, history: path, terms: terms) {
          Int($0.status(conclusion.failOn).rawValue)
        }
        Journal.discard(beside: path)
        if let list { try AnnotationList.write(night, language: playbookOptions.sight.language, to: list) }
        return try NightlyReports(
          night, options: reports, language: playbookOptions.sight.language, copies: annotating.annotate,
          mode: Files.mode(ofReportsOn: workbooks.map(\.path), under: folders)
        ).write(
          conclusion, quiet: display.quiet)
      }
      if let list, let folder = annotating.annotate, Files.exists(list) {
        let annotated = round.annotate(
          try AnnotationList(path: list), into: folder, jobs: jobs, spent: results.processorSeconds
        ) {
          lock.renew()
        }
        status = status.combined(with: annotated)
      }
      return status.combined(withFillsOf: results.results)
    } catch let status as ExitStatus {
      return status
    } catch {
      throw Failure(any: error)
    }
  }

  /// Copies placed among the workbooks would be taken for workbooks in the next run.
  private func requireOutputElsewhere() throws(Failure) {
    for (flag, output) in [("--output", filling.output), ("--annotate", annotating.annotate)] {
      guard let output else { continue }
      do {
        try Files.makeFolders(of: output)
        try Files.makeFolder(output, mode: Files.modeOfFolders(folders))
      } catch { throw Failure(error) }
      for folder in folders {
        guard let inner = Files.resolved(output), let outer = Files.resolved(folder) else { continue }
        if (inner + "/").hasPrefix(outer + "/") {
          throw Failure(
            .usage,
            Spoken.words(
              "\(flag) \(output)：在 \(folder) 裡面，下次執行會把這些副本也當成工作簿",
              "\(flag) \(output): inside \(folder), where the next run would find the copies"))
        }
      }
    }
  }

  /// Runs one share of a night. A finished part counts as success: findings, unreadable workbooks and failed writes are judged
  /// by `nightly join`.
  private func part(
    _ head: Part.Head, _ workbooks: [FoundWorkbook], _ books: PlaybookCache, _ lost: [FileResult], to path: String
  ) throws {
    var lock = try RunLock(beside: path)
    var round = try NightlyRound(
      workbooks, under: folders, history: history, isShared: true, journal: path, books: books,
      reading: nightReading(), filling: filling.filling)
    var results = try results(of: &round) { lock.renew() }
    guard lock.isOwn else { throw NightlyError.locked(path + ".lock") }
    for result in lost { results.add(result) }
    let status = try InCopy.run {
      try Part(head, results).write(to: path, history: history)
      return .done
    }
    guard status == .done else { throw status }
    Journal.discard(beside: path)
  }

  /// Collects the options that affect reading.
  private func nightReading() throws -> NightReading {
    let reading = reading.defaulting(to: .untrusted)
    var options = playbookOptions.sight.readOptions()
    options.isOfANight = true
    return NightReading(
      options: options, limits: try reading.resolved(),
      workerLimits: try reading.workerLimits(),
      limitsKey: [reading.isUntrusted ? "untrusted" : "default", reading.limitOverrides.joined(separator: ",")],
      settle: finding.settle, verifies: finding.verify,
      // Those who join parts may ask for pages.
      makesPages: reports.html != nil || sharing.part != nil, version: Version.text)
  }

  private func results(of round: inout NightlyRound, renew: () -> Bool) throws(Failure) -> RunResults {
    let progress = NightlyProgress(
      total: round.workbooks.count, quiet: display.quiet, language: Spoken.words.language)
    // Pages name the cause in the reader's language, before the English sentence.
    return try Spoken.recorded { () throws(Failure) in
      try round.run(jobs: jobs, quiet: display.quiet, renew: renew, tell: progress.tell)
    }
  }

  /// `/data/team` → `/data/team.dealbook.sqlite`, outside the folder, where the next run won't find it.
  private static func beside(_ folder: String) -> String {
    let resolved = Files.resolved(folder) ?? folder
    return resolved + ".dealbook.sqlite"
  }
}
