// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Bring the rows of an export into the team's workbook by ID, and fill the computed columns.",
    discussion: """
      Example:
        dealbook adopt workbooks/pipeline/report.xlsx --yes -o report.yaml && \\
        dealbook update workbooks/pipeline/report.xlsx \\
        workbooks/pipeline/export.csv --playbook report.yaml -o updated.xlsx

      The export is a workbook, CSV or TSV file with the same columns, in any order. Rows with a new ID are added at \
      the end, on the tab of their owner if the team has one for each; inputs that differ are changed to those of the \
      export. Rows missing from the export are listed and kept; a blank cell in the export means nothing. The team's \
      own formulas, and values that can be read in more than one way, such as amounts that may be in another unit, \
      are left as they are and listed. Both files are read by the playbook of the team's workbook; an export with other \
      headers is read by their usual names.

      Exit code 1: something of the export was left out, other than for a formula or a column that the team does not \
      have. The rest is written.
      """)

  @Argument(help: ArgumentHelp("The team's workbook.", valueName: "TEAM"))
  var file: String

  @Argument(help: ArgumentHelp("The export: .xlsx, .csv or .tsv.", valueName: "EXPORT"))
  var export: String

  @OptionGroup var outputOptions: OutputOptions

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Bring over the amounts of this column, or add the rows with these IDs, although they may be the team's in another unit or under other IDs.",
      valueName: "HEADER"))
  var accept: [String] = []

  @Flag(name: .customLong("dry-run"), help: "Say what would be done, without writing anything.")
  var dryRun = false

  @Option(help: ArgumentHelp("Format of the report.", valueName: "text|json"))
  var format: OutputFormat = .text

  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let limits = try reading.resolved()
    let destination = try outputOptions.destination(isRequired: !dryRun)
    PlaybookFile.announce(playbookOptions.playbook, beside: [file], quiet: display.quiet)
    let output = dryRun ? nil : outputOptions.output ?? file
    throw try Confinement(reading: reading, file: file, reads: [export, playbookOptions.playbook], output: output).run {
      do throws(Failure) {
        return try update(limits, to: dryRun ? nil : destination)
      } catch {
        StandardError.complain(error.message)
        return error.status
      }
    }
  }

  private func update(_ limits: Limits, to destination: Destination?) throws(Failure) -> ExitStatus {
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: file)
    let source = try destination.open(file, limits: limits)
    let news = try WorkbookFile(export, limits: limits, readsText: true, by: playbook)
    let report: UpdateReport
    let filled: FilledWorkbook
    let readers: (bytes: [UInt8], grown: [OutsideReader], short: [OutsideReader])
    let language: Language
    do throws(DealbookError) {
      let options = playbookOptions.readOptions(of: file)
      let team = try read(source, playbook, options)
      language = team.messageLanguage
      Spoken.go(onIn: language)
      guard team.standing == .team else {
        let adopt = "dealbook adopt \(ShellWord.quoted(file))"
        throw .usage(UpdateWords(language: language).notATeams(file, adopt: adopt))
      }
      let update = try WorkbookUpdate(of: team, from: readExport(news, playbook, for: team), accepting: accept)
      report = update.report
      let updated: Workbook
      do { updated = try Workbook(update.apply(), limits: limits) } catch { throw Self.dealbookError(error) }
      let analysis = try Analysis(updated, playbook: playbook, options: options)
      filled = try FilledWorkbook(analysis)
      readers = try update.growingReaders(in: filled.bytes, of: analysis.team)
    } catch {
      throw Failure(error, file: file)
    }
    let outcome = try destination?.save(readers.bytes, of: source, limits: limits)
    let text = UpdateText(
      report, filled.report, path: outputOptions.output ?? file, language: language, isWritten: outcome != nil,
      grown: readers.grown, short: readers.short)
    switch format {
    case .json: StandardOutput.write(text.json())
    case .text: if !display.quiet { StandardOutput.write(text.text()) }
    }
    let status = report.isIncomplete ? ExitStatus.findings : .done
    return filled.report.leftOut.isEmpty ? status : .unreadable
  }

  /// The export as the playbook of the team's workbook reads it, or, where that knows nothing of its IDs, by the usual names of its columns.
  private func readExport(
    _ file: WorkbookFile, _ playbook: Playbook, for team: BoundWorkbook
  ) throws(DealbookError) -> BoundWorkbook {
    let options = playbookOptions.readOptions(of: export)
    let stated = try read(file, playbook, options)
    guard WorkbookUpdate.lacksIDs(stated, for: team) else { return stated }
    let recognised = try read(file, .builtIn, options)
    return WorkbookUpdate.lacksIDs(recognised, for: team) ? stated : recognised
  }

  private func read(
    _ file: WorkbookFile, _ playbook: Playbook, _ options: ReadOptions
  ) throws(DealbookError) -> BoundWorkbook {
    do { return try BoundWorkbook(file.workbook, playbook: playbook, options: options) } catch {
      throw .spreadsheet(error)
    }
  }

  private static func dealbookError(_ error: any Error) -> DealbookError {
    (error as? DealbookError) ?? (error as? SpreadsheetError).map { .spreadsheet($0) } ?? .usage("\(error)")
  }
}
