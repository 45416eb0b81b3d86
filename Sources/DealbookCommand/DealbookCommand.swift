// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
internal import CProcess
import Glibc
internal import Isolation
internal import Playbook

/// The command `dealbook`.
@main
struct DealbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dealbook",
    abstract: "Checks, fills and writes the .xlsx workbooks of a key-account sales team.",
    discussion: """
      Exit codes: 0 done; 1 findings at or above --fail-on; 2 wrong usage, or mistakes in a playbook; 3 something \
      could not be read; 4 the file is locked or has changed, try again; 5 could not write, the original is intact; 6 \
      written, but the system did not confirm that it is on disk; 70 an error in this program.
      """,
    version: Version.text,
    subcommands: [
      AdoptCommand.self, CheckCommand.self, FillCommand.self, UpdateCommand.self, NewCommand.self, InspectCommand.self,
      CellsCommand.self,
      SetCommand.self,
      RecalcCommand.self, ReportCommand.self, BriefCommand.self, WhatIfCommand.self, AdviseCommand.self,
      DiffCommand.self, MergeCommand.self, SplitCommand.self, GatherCommand.self,
      ExplainCommand.self, PlaybookCommand.self, LimitsCommand.self, NightlyCommand.self,
      NightlyJoinCommand.self, HistoryCommand.self,
    ])

  private static let fewestDescriptors: UInt64 = 16

  static func main() {
    cprocess_hold_standard()
    // If the reader of our output has gone, write(2) says so. A signal would end us in the middle of a save.
    signal(SIGPIPE, SIG_IGN)
    // The same goes for a limit on file sizes: the call that exceeds it fails, and the command ends with 5.
    signal(SIGXFSZ, SIG_IGN)
    Spoken.choose(Language.ofLocale)
    if let language = CommandMistake.languageAsked(Array(CommandLine.arguments.dropFirst())) {
      Spoken.choose(language, isFixed: true)
    }
    // Without file descriptors of its own, the thread pool crashes the process, possibly in the middle of a save.
    let descriptors = cprocess_descriptors(fewestDescriptors)
    guard descriptors >= fewestDescriptors else {
      StandardError.complain(
        Spoken.words(
          "這裡同時只能開啟 \(descriptors) 個檔案，至少要 \(fewestDescriptors) 個（ulimit -n）",
          "only \(descriptors) files may be open at the same time here, \(fewestDescriptors) are needed (ulimit -n)"))
      ExitStatus.unreadable.leave()
    }
    // Without arguments, nothing was done. The runtime reads them from /proc; if it can't, there are none.
    guard CommandLine.arguments.count > 1 else {
      StandardError.write(HelpPage().text(of: DealbookCommand.self, from: DealbookCommand.self) + "\n")
      ExitStatus.usage.leave()
    }
    let arguments = NightlyJoinCommand.joined(CommandMistake.plainHelp(Array(CommandLine.arguments.dropFirst())))
    if let mistake = CommandMistake.unknownCommand(arguments, of: configuration) {
      StandardError.complain(mistake)
      ExitStatus.usage.leave()
    }
    if let command = CommandMistake.lackingCommand(arguments, from: DealbookCommand.self) {
      StandardError.write(HelpPage().text(of: command, from: DealbookCommand.self) + "\n")
      ExitStatus.usage.leave()
    }
    var name: [String] = []
    var whose: any ParsableCommand.Type = DealbookCommand.self
    do {
      var command = try parseAsRoot(arguments)
      let path = CommandMistake.path(to: type(of: command), from: configuration)
      if !path.isEmpty { (whose, name) = (type(of: command), path) }
      try command.run()
    } catch let exit as ExitStatus {
      exit.leave()
    } catch let error {
      // The parser's exit code for wrong usage is 64. Ours is 2, as with other checkers.
      let code = exitCode(for: error)
      let message = CommandMistake.withWholeName(whose.fullMessage(for: error), name)
      if code.isSuccess {
        if Spoken.words.language != .english, CommandMistake.isHelp(message) {
          let asked = CommandMistake.command(
            in: Array(arguments.drop { $0 == "help" }), from: DealbookCommand.self)
          StandardOutput.write(HelpPage().text(of: asked, from: DealbookCommand.self) + "\n")
        } else if !message.isEmpty {
          StandardOutput.write(message + "\n")
        }
        ExitStatus.done.leave()
      }
      StandardError.write(
        CommandMistake.mended(
          message, of: CommandMistake.command(in: arguments, from: DealbookCommand.self), from: configuration) + "\n")
      (code == .validationFailure ? ExitStatus.usage : .internalFault).leave()
    }
    ExitStatus.done.leave()
  }
}

enum Version {
  static let text = "0.1.0"
}
