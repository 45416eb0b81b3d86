// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Calculation
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set individual cells, and change nothing else.",
    discussion: """
      Example:
        dealbook set workbooks/messy_hant.xlsx '草稿!A9=checked' -o out.xlsx

      A value is a number, TRUE, FALSE, a date (2026-03-31), a formula (=A1*2), an error (#N/A) or nothing (clears the \
      cell); anything else is text. Anything in double quotes is text: 'Sheet1!A1="007"'. A number of more than 15 \
      digits is stored as text, unless it has decimals and a cell holds every digit (0.30000000000000004). Write \
      formulas as in Excel (=XLOOKUP(…)); a formula that Excel would reject is refused, and the message says where the \
      mistake is. One that gives several values (=FILTER(…)) fills the empty cells beside and below it.

      Formulas that depend on these cells are recalculated. If one cannot be calculated here, Excel is told to do so \
      when it opens the workbook.
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var file: String

  @Argument(help: ArgumentHelp("Cells and their new contents.", valueName: "Sheet!B2=VALUE"))
  var assignments: [String]

  @OptionGroup var outputOptions: OutputOptions
  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("The date that TODAY and NOW return.", valueName: "YYYY-MM-DD"))
  var asOf: Day?

  @Option(
    help: ArgumentHelp(
      "Language of the messages: zh-Hant, zh-Hans or en. Default: the workbook's own, else the locale's.",
      valueName: "LANGUAGE"))
  var language: Language?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let limits = try reading.resolved()
    guard let destination = try outputOptions.destination() else { return }
    let output = outputOptions.output ?? file
    throw try Confinement(reading: reading, file: file, output: output).run {
      do throws(Failure) {
        try set(limits, in: destination)
        return .done
      } catch {
        StandardError.complain(error.message)
        return error.status
      }
    }
  }

  private func set(_ limits: Limits, in destination: Destination) throws(Failure) {
    let wishes: [CellAssignment]
    let edit: WorkbookEdit
    let source: WorkbookFile
    do throws(DealbookError) { wishes = try assignments.map(CellAssignment.init) } catch {
      throw Failure(error, file: file)
    }
    source = try destination.open(file, limits: limits)
    Spoken.go(onIn: source.workbook.writtenLanguage)
    do throws(DealbookError) { edit = try WorkbookEdit(wishes, in: source.workbook) } catch {
      throw Failure(error, file: file)
    }
    let bytes: [UInt8]
    let calculated: CalculatedWorkbook
    do {
      (bytes, calculated) = try source.workbook.applyingCalculated(edit, CalculationOptions(asOf: asOf?.date))
    } catch {
      throw Failure(.unreadable, Spoken.words.at(file, Spoken.words.text(error)))
    }
    do throws(DealbookError) {
      try calculated.requireRoom(for: edit, in: source.workbook)
      try calculated.requireNoCycle(for: edit, in: source.workbook)
    } catch {
      throw Failure(error, file: file)
    }
    let outcome = try destination.save(bytes, of: source, limits: limits)
    guard !display.quiet else { return }
    let language = language ?? source.workbook.writtenLanguage ?? Language.ofLocale
    let words = SetWords(language: language)
    var lines = wishes.filter(\.isLongNumber).map { words.longNumber("\($0.sheet)!\($0.cell)") }
    let place = outputOptions.output ?? file
    let follows = RecalcText.consequences(calculated, source.workbook, language: language)
    lines.append(
      outcome == .unchanged ? words.untouched(place) : words.done(place, cells: wishes.count, follows: follows))
    StandardError.write(lines.map { Printable.text($0) + "\n" }.joined())
  }
}
