import ArgumentParser
import Nightly
import Spreadsheet

/// Which files are workbooks of the run.
struct FinderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Look at files like this, by name or by path below the folder; may be repeated. Default: *.xlsx and *.xlsm.",
      valueName: "GLOB"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp("Leave out files and folders like this; may be repeated.", valueName: "GLOB"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file that changed less than this many seconds ago may still be on its way: it comes last, and is waited for.",
      valueName: "SECONDS"))
  var settle = 5

  var finder: WorkbookFinder { WorkbookFinder(include: include.map(Glob.init), exclude: exclude.map(Glob.init)) }
}

/// Where a night's results go beside standard output: any number in one run.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("One JSON object: files, findings with their state, summary, digest.", valueName: "PATH"))
  var json: String?

  @Option(help: ArgumentHelp("JSON Lines: one finding a line.", valueName: "PATH"))
  var jsonl: String?

  @Option(help: ArgumentHelp("CSV: one finding a line.", valueName: "PATH"))
  var csv: String?

  @Option(help: ArgumentHelp("SARIF 2.1.0.", valueName: "PATH"))
  var sarif: String?

  @Option(help: ArgumentHelp("JUnit XML: a suite a workbook.", valueName: "PATH"))
  var junit: String?

  @Option(help: ArgumentHelp("Metrics for the textfile collector of Prometheus' node-exporter.", valueName: "PATH"))
  var prometheus: String?

  @Option(help: ArgumentHelp("The digest as Markdown.", valueName: "PATH"))
  var markdown: String?

  @Flag(help: "Print annotations for GitHub instead of text, and add the digest to the summary of the step.")
  var github = false

  @Option(
    name: .customLong("notify-command"),
    help: ArgumentHelp(
      "Run this with the digest as JSON on its standard input when something is new, fixed or could not be checked.",
      valueName: "COMMAND"))
  var notifyCommand: String?
}

/// Findings that make a night end with 1.
enum NightFailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, new, never

  func isReached(by night: NightFinding) -> Bool {
    guard night.state != .fixed, night.state != .waived else { return false }
    switch self {
    case .error: return night.finding.severity == "error"
    case .warning: return night.finding.severity != "info"
    case .info: return true
    case .new: return night.state != .persisting && night.finding.severity == "error"
    case .never: return false
    }
  }
}

extension Failure {
  init(_ error: NightlyError) {
    let status: ExitStatus =
      switch error {
      case .noFolder: .unreadable
      case .locked: .tryAgain
      case .notWritten: .notWritten
      case .history: .notWritten
      case .waivers: .usage
      }
    self.init(status, "\(error)")
  }
}
