// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two workbooks by row and column: what was added, removed and changed.",
    discussion: """
      Example:
        dealbook diff workbooks/messy_hant.xlsx workbooks/messy_hant.xlsx

      Rows are known by their ids, so that sorting, filtering and inserting is no change, nor is another order of columns. \
      Rows without an id are known by what they hold, and it is said how sure that is. Sheets outside the method are compared \
      by their cells, with rows aligned. Computed columns are compared with --computed, notes and number formats with --all. \
      An empty file or /dev/null stands for a workbook without sheets. Ends with 1 when there are differences.

      git shows such differences once Scripts/git has set it up.
      """)

  @Argument(help: ArgumentHelp("The earlier workbook.", valueName: "OLD"))
  var old: String

  @Argument(help: ArgumentHelp("The later workbook.", valueName: "NEW"))
  var new: String

  @Flag(help: "Compare computed columns and the values of formulas too.")
  var computed = false

  @Flag(help: "Compare notes, number formats and names of sheets too.")
  var all = false

  @Option(help: ArgumentHelp("Form of the results.", valueName: "text|json|markdown|html|csv"))
  var format: DifferenceFormat = .text

  @Option(
    name: .customLong("label"),
    help: ArgumentHelp("Call the workbooks so, first the earlier one, then the later one.", valueName: "NAME"))
  var labels: [String] = []

  @Flag(name: .customLong("exit-zero"), help: "End with 0 when there are differences too.")
  var exitZero = false

  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if labels.count > 2 {
      throw ValidationError(
        Spoken.words("--label：至多兩個，每份工作簿一個", "--label: expected at most two, one for each workbook"))
    }
  }

  func run() throws {
    let limits = try reading.resolved()
    let beside = labels.count == 2 ? labels[1] : new
    PlaybookFile.announce(playbookOptions.playbook, beside: [beside], quiet: display.quiet)
    let style = TextStyle(usesColor: display.usesColor, width: nil)
    throw try Confinement(reading: reading, file: new, reads: [old, playbookOptions.playbook]).run {
      do throws(Failure) {
        return try compare(limits, style)
      } catch {
        StandardError.complain(error.message)
        return error.status
      }
    }
  }

  private func compare(_ limits: Limits, _ style: TextStyle) throws(Failure) -> ExitStatus {
    let names = (old: labels.first ?? old, new: labels.count == 2 ? labels[1] : new)
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: labels.count == 2 ? labels[1] : new)
    let older = try RecordFile(old, called: names.old, playbook, playbookOptions, limits: limits)
    let newer = try RecordFile(new, called: names.new, playbook, playbookOptions, limits: limits)
    let difference: WorkbookDifference
    do {
      difference = try WorkbookDifference(
        older.book, newer.book, options: DifferenceOptions(includesComputed: computed, includesAll: all))
    } catch {
      throw Failure(error, file: names.new)
    }
    let told = newer.isEmpty ? older : newer
    let report = DifferenceReport(
      difference, old: names.old, new: names.new,
      language: playbookOptions.language ?? told.book.team.messageLanguage, style: style)
    if !(display.quiet && format == .text) { StandardOutput.write(report.written(format)) }
    return difference.isEmpty || exitZero ? .done : .findings
  }
}

/// How differences are shown.
enum DifferenceFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, html, csv
}
