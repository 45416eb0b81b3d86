// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Isolation
import Nightly
import Spreadsheet

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "What nightly runs have seen: the runs, or one finding, row, owner or workbook through time.",
    discussion: """
      Example:
        dealbook nightly workbooks --as-of 2025-06-30 --history nightly.sqlite \\
          --fail-on never --quiet > nightly.txt
        dealbook history nightly.sqlite --row D011

      Without a question the runs are listed. With --format json all that the history holds of the question is one object.
      """)

  @Argument(help: ArgumentHelp("The history that nightly keeps.", valueName: "FILE"))
  var history: String

  @Option(help: ArgumentHelp("Follow a row: a deal, a payment, a target.", valueName: "ID"))
  var row: String?

  @Option(help: ArgumentHelp("Follow a rule, or one finding by the beginning of its fingerprint.", valueName: "RULE"))
  var finding: String?

  @Option(help: ArgumentHelp("Follow an owner: findings and figures.", valueName: "NAME"))
  var owner: String?

  @Option(help: ArgumentHelp("Of this workbook only, by its name in the run.", valueName: "NAME"))
  var file: String?

  @Option(help: ArgumentHelp("Form of the results.", valueName: "text|json"))
  var format: OutputFormat = .text

  func run() throws {
    guard Files.exists(history) else {
      StandardError.complain("\(history): no such history")
      throw ExitStatus.unreadable
    }
    let answer: HistoryExport
    do throws(NightlyError) {
      answer = try History(history).answer(History.Question(row: row, finding: finding, owner: owner, file: file))
    } catch {
      StandardError.complain("\(error)")
      throw ExitStatus.unreadable
    }
    guard format == .text else {
      StandardOutput.write(answer.json)
      return
    }
    if [row, finding, owner, file].allSatisfy({ $0 == nil }) { list(answer.runs) } else { tell(answer) }
  }

  private func list(_ runs: [RunRecord]) {
    for run in runs {
      var text = "\(run.run)  \(run.asOf)  exit \(run.exit)  \(run.files) files"
      if run.notChecked > 0 { text += " (\(run.notChecked) not checked)" }
      text += "  +\(run.new) new, \(run.reopened) reopened, \(run.fixed) fixed, \(run.persisting) persisting, "
      if run.notAsked > 0 { text += "\(run.notAsked) no longer asked, " }
      text += "\(run.waived) waived  began \(run.started)"
      if run.times > 1 { text += ", run \(run.times) times" }
      StandardOutput.write(text + "\n")
    }
  }

  /// Prints run by run what happened to findings, which values changed and what the figures were.
  private func tell(_ answer: HistoryExport) {
    var lines: [(run: Int, text: String)] = []
    for event in answer.events {
      let place = [event.rule, event.rowId, event.column].filter { !$0.isEmpty }.joined(separator: " ")
      lines.append(
        (event.run, "\(event.asOf)  \(event.state)  \(event.file): \(event.severity) \(place): \(event.message)"))
    }
    for change in answer.changes {
      lines.append(
        (
          change.run,
          "\(change.asOf)  changed  \(change.file): \(change.kind) \(change.rowId) \(change.field): "
            + "\(Self.shown(change.before)) → \(Self.shown(change.after))"
        ))
    }
    for line in answer.figures {
      let target = line.figures
      func figure(_ name: String, _ value: Double?) -> String { value.map { "  \(name) \($0)" } ?? "" }
      lines.append(
        (
          line.run,
          "\(line.asOf)  figures  \(line.file): \(target.id) \(target.owner) \(target.start)…\(target.end)"
            + figure("target", target.target) + figure("won", target.won) + figure("open", target.open)
            + figure("P(target)", target.probability) + figure("P10", target.p10) + figure("P50", target.p50)
            + figure("P90", target.p90) + figure("committable", target.committable)
        ))
    }
    for line in lines.enumerated().sorted(by: { ($0.element.run, $0.offset) < ($1.element.run, $1.offset) }) {
      StandardOutput.write(Printable.text(line.element.text) + "\n")
    }
    if lines.isEmpty { StandardOutput.write("nothing in the history\n") }
  }

  private static func shown(_ value: String) -> String { value.isEmpty ? "(none)" : value }
}
