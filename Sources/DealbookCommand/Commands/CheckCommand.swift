// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find the sheets, check every row, and list what is wrong. Writes nothing.",
    discussion: """
      Example:
        dealbook check workbooks/messy_hant.xlsx

        dealbook check workbooks/messy_hant.xlsx --group-by owner

      On a terminal, findings are grouped by what to do about them: first those that one repair fixes, then errors, \
      warnings and notes, each with its cells and what to do. Otherwise, and with --group-by none, there is one \
      finding a line: file, sheet, cell, severity, rule, row and column, what was found and what was expected. \
      To see what a rule means: dealbook explain RULE. --against compares with an earlier version of the workbook: a \
      stage that moved back, an amount that changed by more than a fifth, a target that changed without a reason. \
      --only-new compares with the output of an earlier run with --format json. --format json writes one object per \
      file to standard output. Several files are checked at the same time, each in its own process, so that none of \
      them can stop the run.
      """)

  @Argument(help: ArgumentHelp("Workbooks to check.", valueName: "FILE"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there are findings of this severity or worse.", valueName: "error|warning|info|never"))
  var failOn: FailOn = .error

  @Option(help: ArgumentHelp("Format of the results.", valueName: "text|json"))
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      "An earlier version of the workbook, for the rules about changes.", valueName: "OLD"))
  var against: String?

  @OptionGroup var findingOptions: FindingOptions
  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var isolation: IsolationOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if against != nil, files.count > 1 {
      throw ValidationError(Spoken.words("--against 只用於一份工作簿", "--against goes with one workbook"))
    }
  }

  func run() throws {
    let limits = try reading.resolved()
    // Determine this here, because workers write to a pipe.
    let style = TextStyle(usesColor: display.usesColor, width: StandardOutput.columns)
    let grouping = findingOptions.groupBy ?? (StandardOutput.isTerminal ? .rule : .none)
    playbookOptions.sight.warnOfFuture(quiet: display.quiet)
    PlaybookFile.announce(playbookOptions.playbook, beside: files, quiet: display.quiet)
    throw try isolation.run(
      files, reading: reading, reads: [playbookOptions.playbook, against].compactMap(\.self),
      showsProgress: !display.quiet
    ) { path in
      do throws(Failure) {
        return try check(path, limits, style, grouping)
      } catch {
        report(error, path)
        return error.status
      }
    } failed: { path, failure in
      report(failure, path)
    }
  }

  private func check(_ path: String, _ limits: Limits, _ style: TextStyle, _ grouping: Grouping) throws(Failure)
    -> ExitStatus
  {
    Spoken.go(onIn: nil)
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: path)
    let file = try WorkbookFile(path, limits: limits, readsText: true, by: playbook)
    let analysis: Analysis
    do {
      var checked = try Analysis(file.workbook, playbook: playbook, options: playbookOptions.readOptions(of: path))
      if let against {
        let old = try RecordFile(against, playbook, playbookOptions, limits: limits)
        checked = try checked.against(old.book)
      }
      analysis = checked
    } catch let failure as Failure {
      throw failure
    } catch let error as DealbookError {
      throw Failure(error, file: path)
    } catch {
      throw Failure(.internalFault, "\(path): \(error)")
    }
    let names = RowNames(analysis.team)
    let report = FindingReport(
      analysis, path: path, language: playbookOptions.language,
      choice: try findingOptions.choice(analysis, path, names), names: names)
    // A list of causes says it itself.
    if !display.quiet, format == .json || findingOptions.statistics || [.none, .row].contains(grouping) {
      let words = CheckWords(language: analysis.team.messageLanguage)
      let adopt = "dealbook adopt \(ShellWord.quoted(path))"
      switch analysis.team.standing {
      case .team:
        if analysis.team.mayBeAdopted { StandardError.complain(path + words.colon + words.unadopted(adopt)) }
      case .guessed: StandardError.complain(path + words.colon + words.guessed(adopt))
      case .stranger: StandardError.complain(path + words.colon + words.stranger(adopt))
      }
    }
    switch format {
    case .json: report.writeJSON()
    case .text where findingOptions.statistics: report.printStatistics(style)
    case .text:
      report.print(by: grouping, listed: findingOptions.show?.number, style: style, quiet: display.quiet)
    }
    return report.status(failOn)
  }

  private func report(_ failure: Failure, _ path: String) {
    StandardError.complain(failure.message)
    guard format == .json else { return }
    var json = JSONText()
    json.object { json in
      json.field("file", path)
      json.field("outcome", "notChecked")
      json.key("error")
      json.object { json in
        json.field("exit", Int(failure.status.rawValue))
        json.field("message", failure.message)
        if let cause = failure.cause { json.field("cause", cause.rawValue) }
      }
    }
    json.newline()
    StandardOutput.write(json.bytes)
  }
}
