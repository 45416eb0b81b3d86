import ArgumentParser
import Dealbook
import Playbook
import Spreadsheet

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find the sheets, validate every row, and print what is wrong. Writes nothing.",
    discussion: """
      Example:
        dealbook check workbooks/messy_hant.xlsx

      Each line names file, sheet, cell, severity, rule, row id and column, what was found and what was expected. \
      With --format json one object per file goes to standard output. Many files are checked side by side, each in a \
      process of its own, so that none can end the run.
      """)

  @Argument(help: ArgumentHelp("Workbooks to check.", valueName: "FILE"))
  var files: [String]

  @Option(
    help: ArgumentHelp("End with 1 for findings of this severity or worse.", valueName: "error|warning|info|never"))
  var failOn: FailOn = .error

  @Option(help: ArgumentHelp("Form of the results.", valueName: "text|json"))
  var format: OutputFormat = .text

  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var isolation: IsolationOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let limits = try reading.resolved()
    let usesColor = display.usesColor
    throw try isolation.run(files, reading: reading, showsProgress: !display.quiet) { path in
      do throws(Failure) {
        return try check(path, limits, usesColor: usesColor)
      } catch {
        report(error, path)
        return error.status
      }
    } failed: { path, failure in
      report(failure, path)
    }
  }

  private func check(_ path: String, _ limits: Limits, usesColor: Bool) throws(Failure) -> ExitStatus {
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: path)
    let file = try WorkbookFile(path, limits: limits)
    let analysis: Analysis
    do { analysis = try Analysis(file.workbook, playbook: playbook, options: playbookOptions.readOptions()) } catch {
      throw Failure(error, file: path)
    }
    let report = FindingReport(analysis, path: path, language: playbookOptions.language)
    switch format {
    case .json: StandardOutput.write(report.json())
    case .text: report.print(usesColor: usesColor, quiet: display.quiet)
    }
    return report.status(failOn)
  }

  private func report(_ failure: Failure, _ path: String) {
    StandardError.complain(failure.message)
    guard format == .json else { return }
    var json = JSONText()
    json.object { json in
      json.field("file", path)
      json.key("error")
      json.object { json in
        json.field("exit", Int(failure.status.rawValue))
        json.field("message", failure.message)
      }
    }
    json.newline()
    StandardOutput.write(json.bytes)
  }
}
