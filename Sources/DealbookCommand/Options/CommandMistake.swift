// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
internal import Foundation
internal import Isolation
import Nightly

/// Explains command lines that can't be understood.
enum CommandMistake {
  /// Why the first words don't name a command; nil if they do, or if options come first.
  static func unknownCommand(_ arguments: some Sequence<String>, of configuration: CommandConfiguration) -> String? {
    var configuration = configuration
    var path = "dealbook"
    for argument in arguments {
      guard !configuration.subcommands.isEmpty, !argument.hasPrefix("-") else { return nil }
      let commands = configuration.subcommands.map { ($0.configuration.commandName ?? "", $0.configuration) }
      if argument == "help" { return nil }
      guard let next = commands.first(where: { $0.0 == argument }) else {
        let names = commands.map(\.0)
        let looksLikeFile = argument.contains(".") || argument.contains("/")
        let hint =
          looksLikeFile
          ? "; to check a workbook: \(path) check \(ShellWord.quoted(argument))"
          : Suggestion.text(argument, among: names)
        let end = hint.hasSuffix("?") ? " Commands" : "; commands"
        return "there is no command ‘\(argument)’\(hint)\(end) of \(path): \(names.joined(separator: ", "))"
      }
      configuration = next.1
      path += " " + argument
    }
    return nil
  }

  /// The parser's message about an invalid value, with the most similar valid one added.
  static func withNearestValue(_ message: String) -> String {
    guard
      let match = message.firstMatch(
        of: #/The value '([^']*)' is invalid for '[^']*'\. Please provide one of ([^\n]*)\./#)
    else { return message }
    let choices = match.output.2.matches(of: #/'([^']*)'/#).map { String($0.output.1) }
    let value = String(match.output.1)
    guard let nearest = Self.nearest(value, among: choices) else { return message }
    return message.replacingCharacters(in: match.range, with: match.output.0 + " Did you mean '\(nearest)'?")
  }

  /// A choice that is a prefix of the value or has it as a prefix, or that is spelled similarly.
  private static func nearest(_ value: String, among choices: [String]) -> String? {
    let lower = value.lowercased()
    let alike = choices.filter { choice in
      let choice = choice.lowercased()
      return lower.count >= 2 && (choice.hasPrefix(lower) || lower.hasPrefix(choice))
    }
    return alike.count == 1 ? alike[0] : Suggestion.nearest(value, among: choices)
  }

  /// The words that call a command, such as `playbook check`; empty for the program itself.
  static func path(
    to command: any ParsableCommand.Type, from configuration: CommandConfiguration
  ) -> [String] {
    for next in configuration.subcommands {
      let name = next.configuration.commandName ?? ""
      if next == command { return [name] }
      let rest = path(to: command, from: next.configuration)
      if !rest.isEmpty { return [name] + rest }
    }
    return []
  }

  /// The parser's message with the full name of the command, of which the parser knows only the last word.
  static func withWholeName(_ message: String, _ path: [String]) -> String {
    guard let own = path.last else { return message }
    let whole = (["dealbook"] + path).joined(separator: " ")
    return message.replacing("Usage: \(own)", with: "Usage: \(whole)").replacing(
      "'\(own) --help'", with: "'\(whole) --help'")
  }

  /// Fails early if the folder for a file does not exist.
  static func requireFolder(of path: String) throws(Failure) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    guard !Files.exists(folder + "/.") else { return }
    throw Failure(.notWritten, "\(path): there is no folder ‘\(folder)’\(nearestFile(to: folder)); nothing was written")
  }

  /// `; did you mean ‘teams.xlsx’?`, if the folder contains a file with a similar name; otherwise empty.
  static func nearestFile(to path: String) -> String {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let most = 10_000
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder),
      entries.count <= most
    else { return "" }
    let candidates = entries.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted()
    if let stem = candidates.first(where: { $0.hasPrefix(name + ".") }) { return "; did you mean ‘\(folder)\(stem)’?" }
    return Suggestion.nearest(name, among: candidates).map { "; did you mean ‘\(folder)\($0)’?" } ?? ""
  }
}
