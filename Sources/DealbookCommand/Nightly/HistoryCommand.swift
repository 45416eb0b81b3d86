// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show what nightly runs have seen: the runs, or one finding, row, owner or workbook over time.",
    discussion: """
      Example:
        dealbook nightly workbooks --as-of 2025-06-30 --history nightly.sqlite \\
          --fail-on never --quiet > nightly.txt
        dealbook history nightly.sqlite --row D011

      Without further options the runs are listed. --format json writes everything that the history has on the question as one object.
      """)

  @Argument(help: ArgumentHelp("The history file of nightly.", valueName: "FILE"))
  var history: String

  @Option(help: ArgumentHelp("Follow a row: a deal, a payment, a target.", valueName: "ID"))
  var row: String?

  @Option(
    help: ArgumentHelp("Follow a rule, or one finding given by the beginning of its fingerprint.", valueName: "RULE"))
  var finding: String?

  @Option(help: ArgumentHelp("Follow an owner: findings and figures.", valueName: "NAME"))
  var owner: String?

  @Option(help: ArgumentHelp("Only this workbook, by its name in the run.", valueName: "NAME"))
  var file: String?

  @Option(help: ArgumentHelp("Format of the results.", valueName: "text|json"))
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp("Language of the text: zh-Hant, zh-Hans or en. Default: the locale's.", valueName: "LANGUAGE"))
  var language: Language?

  func run() throws {
    let words = Spoken.words
    guard Files.exists(history) else {
      StandardError.complain(words.at(history, words("沒有這份歷史", "no such history")))
      throw ExitStatus.unreadable
    }
    do throws(NightlyError) { try answer() } catch {
      StandardError.complain("\(error)")
      throw ExitStatus.unreadable
    }
  }

  private func answer() throws(NightlyError) {
    let question = History.Question(row: row, finding: finding, owner: owner, file: file)
    guard format == .text else {
      let sink = ByteSink { StandardOutput.write($0) }
      try History(history).writeJSON(question, to: sink)
      sink.flush()
      return
    }
    let text = HistoryText(language: Spoken.words.language)
    func tell(_ line: String) { StandardOutput.write(Printable.text(line) + "\n") }
    guard [row, finding, owner, file].contains(where: { $0 != nil }) else {
      for run in try History(history).runs() { tell(text.line(run)) }
      return
    }
    var isEmpty = true
    let kept = try History(history).visit(question) { item in
      isEmpty = false
      tell(text.line(item))
    }
    if isEmpty { tell(text.nothing) }
    // Of other workbooks nobody has asked.
    if file != nil { for workbook in kept { tell(text.line(workbook)) } }
  }
}
