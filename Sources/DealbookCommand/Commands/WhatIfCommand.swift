// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Try out scenarios: where would every owner, team and the company end up? Nothing is written.",
    discussion: """
      Example:
        dealbook whatif workbooks/golden/golden_hant.xlsx \\
          --change 'deals.D011.stage=談判簽約'

        dealbook whatif workbooks/golden/golden_hant.xlsx \\
          --change 'deals[owner=王強].expected_close=+14d' --why

        dealbook whatif workbooks/golden/golden_hant.xlsx \\
          --scenario workbooks/scenarios_hant.yaml --format json

      A change names a sheet, a row and a column: deals.D-006.amount=120000. Sheets and columns may be given by key, \
      by title in any language, or as the team wrote them. Conditions in brackets take the place of a row, with commas \
      between them: \
      deals[stage=Bid submission, amount>=500000].amount*=0.9; columns of the account can be used too: deals[industry=電力]. Dates can be moved by days, weeks, months or years (=+14d, =-2w, =+1m), numbers changed with +=, -= and *=. \
      Settings are written settings.NAME, the rates of stages stages.LABEL.conv.

      All figures are the same as after set and fill. A deal that is won in a scenario without a closing date is won on \
      the as-of date, and that is said.
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var file: String

  @OptionGroup var wishes: ScenarioOptions

  @Flag(help: "Divide the next team target by several rules, side by side, now and in each scenario.")
  var targets = false

  @Flag(help: "Show the actual conversion rates of closed deals for each stage, and add a scenario that uses them.")
  var calibrate = false

  @Option(
    help: ArgumentHelp(
      "Read from nightly's history how often deals at each stage were won, and add a scenario with the rates "
        + "of the stages that at least \(Calibration.fewest) closed deals went through.", valueName: "FILE"))
  var history: String?

  @Flag(help: "List each computed column that changes, and what it depends on.")
  var why = false

  @Flag(help: "Write the scenarios side by side on a sheet of the workbook, with a chart; needs -o or --in-place.")
  var sheet = false

  @Option(help: "text, json or markdown.")
  var format: WhatIfFormat = .text

  @OptionGroup var outputOptions: OutputOptions
  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    guard wishes.hasAny || targets || calibrate || history != nil else {
      throw ValidationError(
        Spoken.words(
          "請至少給一項：--change、--add、--remove、--together、--scenario、--targets、--calibrate 或 --history",
          "expected a --change, --add, --remove, --together, --scenario, --targets, --calibrate or --history"))
    }
    if !sheet, outputOptions.output != nil || outputOptions.inPlace {
      throw ValidationError(
        Spoken.words(
          "-o 和 --in-place 要與 --sheet 一起用：此外不寫入任何檔案", "-o and --in-place go with --sheet: nothing else is written"))
    }
  }

  func run() throws {
    let limits = try reading.resolved()
    let destination = try outputOptions.destination(isRequired: sheet)
    do throws(Failure) {
      let scenarios = try wishes.scenarios()
      PlaybookFile.announce(playbookOptions.playbook, beside: [file], quiet: false)
      let source = try destination.open(file, limits: limits)
      // What a sheet shows has to agree with the formulas beside it, which read no texts.
      let analysis = try playbookOptions.analysis(of: source, file: file, isForPages: !sheet)
      let table: SandTable
      do { table = try SandTable(analysis, expecting: scenarios.count) } catch { throw Failure(error, file: file) }
      let play = try WhatIfPlay(self, table, scenarios)
      play.write(as: format)
      guard let destination else { return }
      let bytes: [UInt8]
      do throws(DealbookError) {
        var sheet = SandSheet(table)
        let edit = try sheet.edit(
          play.played.compactMap { played in played.after.map { (name: played.heading, after: $0) } })
        do { bytes = try source.workbook.applying(edit) } catch { throw .spreadsheet(error) }
      } catch {
        throw Failure(error, file: file)
      }
      _ = try destination.save(bytes, of: source, limits: limits)
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
  }
}

extension WhatIfCommand {
  /// The closed deals of the history; nil if none is named.
  func seenDeals() throws(Failure) -> SeenDeals? {
    guard let history else { return nil }
    guard Files.exists(history) else {
      throw Failure(.unreadable, Spoken.words.at(history, Spoken.words("沒有這份歷史", "no such history")))
    }
    do throws(NightlyError) { return try History(history).closedDeals() } catch {
      throw Failure(.unreadable, "\(error)")
    }
  }
}

enum WhatIfFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}

/// The changes to try, on the command line or in a file.
struct ScenarioOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A change, such as deals.D-006.stage=談判簽約; may be repeated.", valueName: "SHEET.ROW.COLUMN=VALUE"))
  var change: [String] = []

  @Option(
    help: ArgumentHelp(
      "A new row, such as 'deals: deal_id=D900, amount=500000'; may be repeated.",
      valueName: "SHEET: COLUMN=VALUE, …"))
  var add: [String] = []

  @Option(
    help: ArgumentHelp(
      "A row to leave out, or all rows that meet a condition; may be repeated.", valueName: "SHEET.ROW"))
  var remove: [String] = []

  @Option(
    help: ArgumentHelp(
      "Deals that are won or lost together: two or more IDs, or a column in which they have the same value; may be repeated.",
      valueName: "D001,D002|account_id"))
  var together: [String] = []

  @Option(help: ArgumentHelp("A file of scenarios; may be repeated.", valueName: "FILE.yaml"))
  var scenario: [String] = []

  var hasAny: Bool { isOne || !scenario.isEmpty }

  /// Whether the options themselves make a scenario.
  private var isOne: Bool { !change.isEmpty || !add.isEmpty || !remove.isEmpty || !together.isEmpty }

  /// One scenario from the options, and all those in the files.
  func scenarios() throws(Failure) -> [Scenario] {
    var scenarios: [Scenario] = []
    do throws(DealbookError) {
      if isOne {
        let all = change + add.map { "+ \($0)" } + remove.map { "− \($0)" }
        var additions: [Scenario.Addition] = []
        for text in add { additions.append(try Scenario.Addition(text)) }
        var scenario = Scenario(
          name: all.isEmpty ? together.joined(separator: "; ") : all.joined(separator: "; "), changes: change,
          additions: additions, removals: remove, bonds: together)
        scenario.isNamed = false
        scenarios.append(scenario)
      }
    } catch {
      throw Failure(error, file: "")
    }
    for path in scenario {
      let bytes: [UInt8]
      do throws(SmallFile.Refusal) { bytes = try SmallFile(path).bytes } catch {
        throw Failure(
          .usage, Spoken.words("\(path)：情境無法讀取：\(error)", "\(path): the scenarios cannot be read: \(error)"))
      }
      do { scenarios += try ScenarioFile.read(bytes, name: path) } catch { throw Failure(error, file: path) }
    }
    return scenarios
  }
}

extension PlaybookOptions {
  /// Analyses a workbook, which must have sheets of the playbook.
  func analysis(of source: WorkbookFile, file: String, isForPages: Bool) throws(Failure) -> Analysis {
    let playbook = try PlaybookFile.load(playbook, beside: file)
    let analysis: Analysis
    do {
      let read = try Analysis(source.workbook, playbook: playbook, options: readOptions(of: file))
      analysis = isForPages ? try read.forPages() : read
    } catch {
      throw Failure(error, file: file)
    }
    Spoken.go(onIn: analysis.team.messageLanguage)
    guard !analysis.team.sheets.isEmpty else {
      throw Failure(
        .unreadable,
        Spoken.words(
          "\(file)：沒有一張工作表是規則手冊認得的，所以沒有可計算的",
          "\(file): no sheet of it is one that the playbook knows, so there is nothing to compute"))
    }
    return analysis
  }
}

extension ReportPage {
  /// Escaped for a terminal, whatever the cells contain.
  func printable() -> String {
    text().split(separator: "\n", omittingEmptySubsequences: false).map { Printable.text(String($0)) }
      .joined(separator: "\n")
  }
}
