// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Isolation
import Nightly
import Playbook

/// `dealbook nightly join`. For the parser it is a command of its own, named by a single word.
struct NightlyJoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: word,
    abstract:
      "Join the parts of a night shared by several machines: history, reports and exit code as if it had been one run.",
    usage: "dealbook nightly join <PART> ... --history <FILE> [<options>]",
    discussion: """
      Example:
        dealbook nightly workbooks --as-of 2025-06-30 --shard 1/2 --part one.part
        dealbook nightly workbooks --as-of 2025-06-30 --shard 2/2 --part two.part
        dealbook nightly join one.part two.part --history merged.sqlite \\
          --markdown digest.md

      A workbook without a result in any part is an error, and no conclusions are drawn: one part was not finished. \
      Run that part again on its own; it continues where it was interrupted.
      """,
    shouldDisplay: false)

  /// Replaces `nightly join` on the command line.
  static let word = "nightly-join"

  /// The arguments with `nightly join` replaced by ``word``.
  static func joined(_ arguments: [String]) -> [String] {
    arguments.starts(with: ["nightly", "join"]) ? [word] + arguments.dropFirst(2) : arguments
  }

  @Argument(help: ArgumentHelp("Parts that nightly --part wrote.", valueName: "PART"))
  var parts: [String]

  @Option(help: ArgumentHelp("The history.", valueName: "FILE"))
  var history: String

  @Option(help: ArgumentHelp("Language of the digest: zh-Hant, zh-Hans or en.", valueName: "LANGUAGE"))
  var language: Language?

  @OptionGroup var conclusion: NightOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let status: ExitStatus
    do {
      try CommandMistake.requireFolder(of: history)
      let own = [("--history", history), ("--history", history + ".lock")]
      try reports.requirePlaces(besides: own + parts.map { ($0, $0) })
      let lock = try RunLock(beside: history)
      let whole = try Part.joined(parts)
      var waivers = try whole.head.waivers()
      var authorities = whole.head.authorities
      if let path = conclusion.waivers {
        let file: SmallFile
        do throws(SmallFile.Refusal) { file = try SmallFile(path) } catch {
          throw NightlyError.waivers(path, line: 0, "\(error)")
        }
        waivers = try Trial.waivers(file)
        authorities.removeAll { $0.kind == .waivers && $0.isInForce }
        authorities.append(Authority(.waivers, path, sha256: file.sha256, isInForce: true))
      }
      let terms = NightlyRun.Terms(
        asOf: whole.head.asOf, version: whole.head.version, waivers: waivers,
        authorities: authorities, keep: conclusion.keep, language: language)
      let night = try NightlyRun.conclude(whole.results, history: history, terms: terms) {
        Int($0.status(conclusion.failOn).rawValue)
      }
      let told = try NightlyReports(night, options: reports, language: language).write(
        conclusion, quiet: display.quiet)
      status = told.combined(withFillsOf: whole.results.results)
      guard lock.isOwn else { throw NightlyError.locked(history + ".lock") }
    } catch {
      let failure = Failure(any: error)
      StandardError.complain(failure.message)
      throw failure.status
    }
    throw status
  }
}
