// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Calculation
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct RecalcCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recalc",
    abstract: "Calculate every formula of the workbook as Excel does and store the values; change nothing else.",
    discussion: """
      Example:
        dealbook recalc workbooks/messy_hant.xlsx -o calculated.xlsx

      A formula that cannot be calculated here (an unknown function, a link to another workbook, a data table, TODAY \
      without --as-of) keeps its stored value, and so do the formulas that depend on it; all are listed. Values that \
      are already correct are not written.
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var file: String

  @OptionGroup var outputOptions: OutputOptions

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The date that TODAY and NOW return.", valueName: "YYYY-MM-DD"),
    transform: Day.read)
  var asOf: Day?

  @Flag(help: "Show each cell that would change, without writing anything.")
  var diff = false

  @Option(
    help: ArgumentHelp(
      "Language of the messages: zh-Hant, zh-Hans or en. Default: the workbook's own, else the locale's.",
      valueName: "LANGUAGE"))
  var language: Language?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let limits = try reading.resolved()
    let destination = try outputOptions.destination(isRequired: !diff)
    let output = diff ? nil : outputOptions.output ?? file
    throw try Confinement(reading: reading, file: file, output: output).run {
      do throws(Failure) {
        try recalculate(limits, in: destination)
        return .done
      } catch {
        StandardError.complain(error.message)
        return error.status
      }
    }
  }

  private func recalculate(_ limits: Limits, in destination: Destination?) throws(Failure) {
    let source = try (diff ? nil : destination).open(file, limits: limits)
    let language = language ?? source.workbook.writtenLanguage ?? Language.ofLocale
    let result: CalculatedWorkbook
    let bytes: [UInt8]
    do {
      result = try source.workbook.recalculated(CalculationOptions(asOf: asOf?.date))
      bytes = try source.workbook.applying(result.edit)
    } catch {
      throw Failure(.unreadable, Spoken.words.at(file, Spoken.words.text(error)))
    }
    if diff {
      StandardOutput.write(RecalcText.differences(result, source.workbook, language: language))
    } else {
      _ = try destination?.save(bytes, of: source, limits: limits)
    }
    if !display.quiet {
      StandardError.write(RecalcText(result, source.workbook, path: file, language: language).text)
    }
  }
}
