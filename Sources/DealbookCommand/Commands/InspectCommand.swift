// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what was understood of a workbook: sheets, header rows, known and unknown columns, and why.",
    discussion: """
      Example:
        dealbook inspect workbooks/messy_hant.xlsx
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var file: String

  @Option(help: ArgumentHelp("Format of the results.", valueName: "text|json"))
  var format: OutputFormat = .text

  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let limits = try reading.resolved()
    PlaybookFile.announce(playbookOptions.playbook, beside: [file], quiet: false)
    throw try Confinement(reading: reading, file: file, reads: [playbookOptions.playbook]).run {
      do throws(Failure) {
        try inspect(limits)
        return .done
      } catch {
        StandardError.complain(error.message)
        return error.status
      }
    }
  }

  private func inspect(_ limits: Limits) throws(Failure) {
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: file)
    let source = try WorkbookFile(file, limits: limits, readsText: true, by: playbook)
    let analysis: Analysis
    do {
      analysis = try Analysis(source.workbook, playbook: playbook, options: playbookOptions.readOptions(of: file))
    } catch {
      throw Failure(error, file: file)
    }
    let report = InspectionReport(analysis, path: file, language: playbookOptions.language)
    switch format {
    case .text: StandardOutput.write(report.text())
    case .json: StandardOutput.write(report.json())
    }
  }
}
