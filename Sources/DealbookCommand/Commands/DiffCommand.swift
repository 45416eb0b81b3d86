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

      Rows are matched by their IDs, so sorting, filtering, inserting and reordering columns do not count as changes. \
      Rows without an ID are matched by their contents, and the output says how certain that is. Other sheets are \
      compared cell by cell, with their rows aligned. --computed also compares computed columns, --all also notes and \
      number formats. An empty file or /dev/null stands for a workbook without sheets. The exit code is 1 if there are \
      differences.

      After running Scripts/git, git shows such differences.
      """)

  @Argument(help: ArgumentHelp("The earlier workbook.", valueName: "OLD"))
  var old: String

  @Argument(help: ArgumentHelp("The later workbook.", valueName: "NEW"))
  var new: String

  @Flag(help: "Also compare computed columns and formula values.")
  var computed = false

  @Flag(help: "Also compare notes, number formats and sheet names.")
  var all = false

  @Option(help: ArgumentHelp("Format of the results.", valueName: "text|json|markdown|html|csv"))
  var format: DifferenceFormat = .text

  @Option(
    name: .customLong("label"),
    help: ArgumentHelp(
      "What to call the workbooks in the output: first the earlier one, then the later one.", valueName: "NAME"))
  var labels: [String] = []

  @Flag(name: .customLong("exit-zero"), help: "Exit with 0 even if there are differences.")
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
