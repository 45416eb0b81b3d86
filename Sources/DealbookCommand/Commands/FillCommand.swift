// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill",
    abstract: "Compute every column whose inputs are there, and change nothing else.",
    discussion: """
      Example:
        dealbook fill workbooks/messy_hant.xlsx -o filled.xlsx

        dealbook fill workbooks/messy_hant.xlsx --repair safe --dry-run

        dealbook fill filled.xlsx --remove -o as-before.xlsx

      With -o the file may also be an export, .csv or .tsv; the result is a workbook.

      Computed cells get live formulas together with their values. Cells that somebody has typed over are left alone \
      and reported. If everything is there and correct, nothing is written. The exit code says only whether the fill \
      was done; findings count only with --fail-on.

      What people typed is never changed without --repair. --repair safe rewrites only what keeps its value and can be \
      read in one way: numbers and dates stored as text (１２３，４５６, 120萬, 2025年6月30日, 民國114年6月30日), stray \
      spaces, ticks (√ 是 Y) and labels in another spelling or language, and whole columns in 萬元. --repair all also makes the changes that a rule proposes, although they alter what somebody typed: 60 becomes \
      60% in a percent column, the time of day is removed from a date, money is rounded to two decimals, a computed \
      cell that was typed over gets its formula back (the old value is kept in a note), and a missing cent in the \
      payments of a contract is added to the last one. Every change is listed. The team's own formulas, ambiguous \
      texts (約200萬, 6/30, 3/4/2026) and unknown IDs or labels are left as they are.

      --remove undoes earlier fills: it removes the columns, sheets, settings, lists and names that they added, \
      following the record kept in the workbook, and leaves whatever people have typed since, with its header or \
      sheet. Repairs are not undone. If one of the team's own formulas refers to something that would be removed, \
      nothing is removed and the formula is listed.
      """)

  @Argument(help: ArgumentHelp("The workbook to fill.", valueName: "FILE"))
  var file: String

  @OptionGroup var outputOptions: OutputOptions

  @Flag(help: "Write plain values instead of formulas.")
  var values = false

  @Option(
    help: ArgumentHelp(
      "How a column of equal formulas is stored. shared halves the size of the file, but some programs (such as excelize and older versions of POI) lose or change formulas when they overwrite the first cell.",
      valueName: "plain|shared"))
  var formulas: FormulaForm = .plain

  @Option(help: ArgumentHelp("Which computed columns to write.", valueName: "all|headline|present"))
  var columns: ColumnSelection = .all

  @Option(help: ArgumentHelp("Repair what was typed, and list every change.", valueName: "safe|all"))
  var repair: RepairLevel?

  @Flag(help: "Add a dashboard sheet with charts if there is none. An existing one is always updated.")
  var dashboard = false

  @Flag(help: "Remove what earlier fills added, and leave what people typed.")
  var remove = false

  @Flag(name: .shortAndLong, help: "Do not ask before a repair that changes more cells than check reported.")
  var yes = false

  @Flag(name: .customLong("dry-run"), help: "Say what would be done, without writing anything.")
  var dryRun = false

  @Flag(help: "Show each cell that would change, without writing anything.")
  var diff = false

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there are findings of this severity or worse.", valueName: "error|warning|info|never"))
  var failOn: FailOn = .never

  @Option(help: ArgumentHelp("Format of the report.", valueName: "text|json"))
  var format: OutputFormat = .text

  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if values, formulas == .shared {
      throw ValidationError(
        Spoken.words(
          "--values 與 --formulas 不能一起使用：純值沒有公式可以共用",
          "--values and --formulas cannot be used together: plain values have no formulas to share"))
    }
    guard remove else { return }
    let others = [("--repair", repair != nil), ("--dashboard", dashboard), ("--values", values), ("--diff", diff)]
    if let other = others.first(where: \.1) { throw ValidationError(Spoken.words.exclusive("--remove", other.0)) }
    if columns != .all { throw ValidationError(Spoken.words.exclusive("--remove", "--columns")) }
  }

  func run() throws {
    let limits = try reading.resolved()
    let destination = try outputOptions.destination(isRequired: !dryRun && !diff)
    PlaybookFile.announce(playbookOptions.playbook, beside: [file], quiet: display.quiet)
    let writes = dryRun || diff ? nil : outputOptions.output ?? file
    let confinement = Confinement(reading: reading, file: file, reads: [playbookOptions.playbook], output: writes)
    throw try confinement.run {
      do throws(Failure) {
        if remove {
          try takeOut(limits, to: dryRun ? nil : destination)
          return .done
        }
        return try fill(limits, to: dryRun || diff ? nil : destination).status
      } catch {
        if !error.message.isEmpty { StandardError.complain(error.message) }
        return error.status
      }
    }
  }

  /// Only a workbook that is certainly a team's is changed in place, and one that is certainly not is not written at all.
  private static func check(_ team: BoundWorkbook, of file: String, inPlace: Bool) throws(Failure) {
    Spoken.go(onIn: team.messageLanguage)
    let words = FillWords(language: team.messageLanguage)
    let adopt = "dealbook adopt \(ShellWord.quoted(file))"
    switch team.standing {
    case .team: return
    case .guessed where !inPlace: return
    case .guessed: throw Failure(.unreadable, words.onlyLooksAlike(file, adopt: adopt))
    case .stranger: throw Failure(.unreadable, words.notATeams(file, adopt: adopt))
    }
  }

  private func takeOut(_ limits: Limits, to destination: Destination?) throws(Failure) {
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: file)
    let source = try destination.open(file, limits: limits)
    let removed: RemovedFill
    do throws(DealbookError) {
      removed = try RemovedFill(source.workbook, playbook: playbook, options: playbookOptions.readOptions(of: file))
    } catch {
      throw Failure(error, file: file)
    }
    func text(_ outcome: SaveOutcome?) -> RemovalText {
      RemovalText(
        removed.report, playbook, path: file, language: removed.messageLanguage, outcome: outcome,
        output: outputOptions.output)
    }
    if let obstacle = text(nil).obstacle { throw Failure(.unreadable, Spoken.words.at(file, obstacle)) }
    let outcome = try destination?.save(removed.bytes, of: source, limits: limits)
    switch format {
    case .json: StandardOutput.write(text(outcome).json())
    case .text: if !display.quiet { StandardOutput.write(text(outcome).text()) }
    }
  }

  /// The status of a successful fill, as a failure without a message.
  private func fill(_ limits: Limits, to destination: Destination?) throws(Failure) -> Failure {
    let started = ContinuousClock.now
    let bar = StageBar(
      file, stages: FillWords(language: playbookOptions.language ?? Language.ofLocale).stages,
      isWanted: !display.quiet)
    defer { bar.end() }
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: file)
    let source = try destination.open(file, limits: limits, readsText: true, by: playbook)
    let filled: FilledWorkbook
    var repairs: RepairedWorkbook?
    do throws(DealbookError) {
      let options = playbookOptions.readOptions(of: file)
      let analysis: Analysis
      if let repair {
        let repaired = try RepairedWorkbook(
          source.workbook, playbook: playbook, options: options, columns: columns, level: repair)
        (analysis, repairs) = (repaired.analysis, repaired)
      } else {
        analysis = try Analysis(source.workbook, playbook: playbook, options: options, columns: columns)
      }
      try analysis.team.requireOwnPeriod(options)
      bar.advance()
      filled = try FilledWorkbook(
        analysis, asValues: values, formulas: formulas, listsChanges: diff, dashboard: dashboard ? .added : .renewed,
        repaired: repairs?.changedCells ?? [:])
    } catch {
      throw Failure(error, file: file)
    }
    try Self.check(
      filled.analysis.team, of: file, inPlace: destination != nil && outputOptions.output == nil)
    let language = filled.analysis.team.messageLanguage
    bar.advance()
    if destination != nil, let repairs, !yes, format == .text {
      try RepairQuestion(repairs, recalculated: filled.recalculated, file: file, language: language, bar: bar).ask()
    }
    // Said before anything is written. The report repeats it.
    if destination != nil, let readers = repairs.flatMap({ RepairText.readers(of: $0, in: language) }), !display.quiet {
      bar.end()
      StandardError.complain(file + FillWords(language: language).colon + readers)
    }
    let outcome = try destination?.save(filled.bytes, of: source, limits: limits)
    bar.end()
    let text = FillText(
      filled.analysis, filled.report, repairs: repairs, recalculated: filled.recalculated, path: file,
      language: language, outcome: outcome, output: outputOptions.output, elapsed: ContinuousClock.now - started)
    switch format {
    case .json: StandardOutput.write(text.json())
    case .text: StandardOutput.write(diff ? text.diff() : display.quiet ? "" : text.text())
    }
    let findings = FindingReport(filled.analysis, path: file, language: playbookOptions.language)
    let status = filled.report.leftOut.isEmpty ? ExitStatus.done : .unreadable
    return Failure(status.combined(with: findings.status(failOn)), "")
  }
}
