// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
internal import Foundation
internal import Isolation
import Nightly
import Playbook

/// Explains command lines that can't be understood.
enum CommandMistake {
  /// Why the first words don't name a command; nil if they do, or if options come first.
  static func unknownCommand(_ arguments: some Sequence<String>, of configuration: CommandConfiguration) -> String? {
    var configuration = configuration
    var path = "dealbook"
    for argument in arguments {
      guard !configuration.subcommands.isEmpty, !argument.hasPrefix("-") else { return nil }
      let commands = configuration.subcommands.map { ($0.configuration.commandName ?? "", $0.configuration) }
      // What follows is looked up as if it were called.
      if argument == "help", path == "dealbook" { continue }
      guard let next = commands.first(where: { $0.0 == argument }) else {
        let names = commands.filter { $0.1.shouldDisplay }.map(\.0)
        let looksLikeFile = argument.contains(".") || argument.contains("/")
        let hint =
          looksLikeFile
          ? Spoken.words(
            "；要檢查工作簿：\(path) check \(ShellWord.quoted(argument))",
            "; to check a workbook: \(path) check \(ShellWord.quoted(argument))")
          : Suggestion.text(argument, among: names)
        let end = hint.hasSuffix("?") ? " Commands" : "; commands"
        return Spoken.words(
          "沒有「\(argument)」這個命令\(hint)\(hint.hasSuffix("？") ? "" : "；")\(path) 的命令：\(Spoken.words.list(names))",
          "there is no command ‘\(argument)’\(hint)\(end) of \(path): \(Spoken.words.list(names))")
      }
      configuration = next.1
      path += " " + argument
    }
    return nil
  }

  /// The language that the command line asks for, wherever it says so; it is needed before the line is understood.
  static func languageAsked(_ arguments: [String]) -> Language? {
    for (place, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == "--language", place + 1 < arguments.count { return Language(rawValue: arguments[place + 1]) }
      if argument.hasPrefix("--language=") { return Language(rawValue: String(argument.dropFirst(11))) }
    }
    return nil
  }

  /// `help check --language en` without the language, which only says in which words the help is.
  static func plainHelp(_ arguments: [String]) -> [String] {
    guard arguments.first == "help", let place = arguments.firstIndex(where: { $0.hasPrefix("--language") }) else {
      return arguments
    }
    let count = arguments[place] == "--language" ? 2 : 1
    return Array(arguments[..<place] + arguments[place...].dropFirst(count))
  }

  /// Whether the parser's message is a page of help.
  static func isHelp(_ message: String) -> Bool { message.hasPrefix("OVERVIEW: ") }

  /// The command that the first words name; the program itself where they name none.
  static func command(
    in arguments: [String], from root: any ParsableCommand.Type
  ) -> any ParsableCommand.Type {
    var command = root
    for argument in arguments {
      guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == argument })
      else { break }
      command = next
    }
    return command
  }

  /// A command that only stands for others, as `playbook` does, where nothing else was said.
  static func lackingCommand(
    _ arguments: [String], from root: any ParsableCommand.Type
  ) -> (any ParsableCommand.Type)? {
    let command = command(in: arguments, from: root)
    let path = path(to: command, from: root.configuration)
    return path == arguments && !command.configuration.subcommands.isEmpty ? command : nil
  }

  /// The parser's message with the reason, where it has none, and with the nearest right word.
  ///
  /// - Parameter command: whose arguments they are.
  static func mended(_ message: String, of command: any ParsableCommand.Type, from root: CommandConfiguration) -> String
  {
    ParserWords().said(withNearestOption(withExclusion(withExpectation(withNearestValue(message))), command, root))
  }

  /// Two flags that cannot be used together.
  private static func withExclusion(_ message: String) -> String {
    guard
      let match = message.firstMatch(
        of: #/Value to be set with flag '([^']*)' had already been set with flag '([^']*)'/#)
    else { return message }
    return message.replacingCharacters(
      in: match.range, with: "\(match.output.2) and \(match.output.1) cannot be used together")
  }

  /// What a value should have been.
  private static func withExpectation(_ message: String) -> String {
    guard let match = message.firstMatch(of: #/is invalid for '[^<']*<([^>]*)>'(?=\n|$)/#) else { return message }
    let expected: String
    switch match.output.1 {
    case "SECONDS", "NUMBER", "COUNT", "N", "DAYS", "RUNS": expected = "expected a whole number, for example 10"
    case "SHARE": expected = "expected a number, for example 0.8"
    case "YYYY-MM-DD": expected = "expected a day, for example 2026-03-31"
    case "I/N": expected = "expected which share of how many, for example 1/2"
    case "all|N": expected = "expected all, or a whole number, for example 10"
    default: return message
    }
    return message.replacingCharacters(in: match.range, with: "\(match.output.0): \(expected)")
  }

  /// An option that the command does not have: the one that is meant, or who has it.
  private static func withNearestOption(
    _ message: String, _ command: any ParsableCommand.Type, _ root: CommandConfiguration
  ) -> String {
    guard let match = message.firstMatch(of: #/Unknown option '(-[^']*)'(\. Did you mean '([^']*)'\?)?/#) else {
      return message
    }
    let option = String(match.output.1)
    let name = path(to: command, from: root).joined(separator: " ")
    let own = options(of: command)
    if let near = nearest(option, among: own) ?? (own.isEmpty ? match.output.3.map(String.init) : nil) {
      return message.replacingCharacters(in: match.range, with: "Unknown option '\(option)'. Did you mean '\(near)'?")
    }
    var text = "Unknown option '\(option)'"
    if ["-o", "--output"].contains(option), command == NewCommand.self {
      text += ": dealbook new takes the file without an option: dealbook new FILE"
    } else if ["-o", "--output"].contains(option), !name.isEmpty {
      text += ": dealbook \(name) writes to standard output; add > FILE"
    } else {
      let others = commands(under: root).filter { options(of: $0.command).contains(option) }.map(\.name)
      if !others.isEmpty, !name.isEmpty {
        text += ": dealbook \(name) has no such option; these commands do: \(others.prefix(6).joined(separator: ", "))"
      }
    }
    return message.replacingCharacters(in: match.range, with: text)
  }

  /// The long options of a command, by its help.
  private static func options(of command: any ParsableCommand.Type) -> [String] {
    let help = command.helpMessage(columns: 10_000)
    return help.matches(of: #/(?m)^  (?:-[a-z], )?(--[a-z-]+)/#).map { String($0.output.1) }
      + (help.contains("  -o, ") ? ["-o"] : [])
  }

  private static func commands(
    under root: CommandConfiguration, named path: String = ""
  ) -> [(name: String, command: any ParsableCommand.Type)] {
    root.subcommands.flatMap { command in
      let name = (path.isEmpty ? "" : path + " ") + (command.configuration.commandName ?? "")
      return command.configuration.subcommands.isEmpty
        ? [(name, command)] : commands(under: command.configuration, named: name)
    }
  }

  /// The parser's message about a value that is none of several, with the one that is most like it.
  private static func withNearestValue(_ message: String) -> String {
    guard
      let match = message.firstMatch(
        of: #/The value '([^']*)' is invalid for '[^']*'\. Please provide one of ([^\n]*)\./#)
    else { return message }
    let choices = match.output.2.matches(of: #/'([^']*)'/#).map { String($0.output.1) }
    let value = String(match.output.1)
    guard let nearest = language(value, among: choices) ?? Self.nearest(value, among: choices) else { return message }
    return message.replacingCharacters(in: match.range, with: match.output.0 + " Did you mean '\(nearest)'?")
  }

  /// A language by another of its names, where languages are the choice: `zh-TW`, `zh_CN.UTF-8`, `Traditional`.
  private static func language(_ value: String, among choices: [String]) -> String? {
    guard choices.contains(Language.english.rawValue) else { return nil }
    let name = value.lowercased().replacing("_", with: "-")
    let names: [(Language, [String])] = [
      (.traditionalChinese, ["zh-hant", "zh-tw", "zh-hk", "zh-mo", "tw", "hant", "traditional", "cht", "繁", "正體"]),
      (.simplifiedChinese, ["zh", "cn", "hans", "simplified", "chs", "chinese", "简", "簡", "中文"]),
      (.english, ["en", "eng", "英"]),
    ]
    return names.first { $0.1.contains(where: name.hasPrefix) }?.0.rawValue
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
      "USAGE: \(own)", with: "USAGE: \(whole)"
    ).replacing(
      "'\(own) --help'", with: "'\(whole) --help'")
  }

  /// Fails early if the folder for a file does not exist.
  static func requireFolder(of path: String) throws(Failure) {
    let folder = Files.folder(of: path)
    guard FileStamp(folder)?.isFolder != true else { return }
    let words = Spoken.words
    let reason = words("沒有資料夾「\(folder)」", "there is no folder ‘\(folder)’") + nearestFile(to: folder)
    throw Failure(.notWritten, words.then(words.at(path, reason), words.nothingWritten))
  }

  /// Refuses a file where a folder is wanted, before any work is done.
  static func requireNoFile(at folder: String) throws(Failure) {
    guard let stamp = FileStamp(folder), !stamp.isFolder else { return }
    throw Failure(
      .notWritten,
      Spoken.words("\(folder) 是檔案，應為資料夾；沒有寫入任何檔案", "\(folder) is a file, but a folder is expected; nothing was written")
    )
  }

  private static func stem(_ name: String) -> String {
    name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
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
    if let stem = candidates.first(where: { $0.hasPrefix(name + ".") }) {
      return Spoken.words.nearest(folder + stem)
    }
    // The extension, which all workbooks share, makes no two names alike.
    let near = Suggestion.nearest(stem(name), among: candidates.map(stem))
    return Spoken.words.nearest(candidates.first { stem($0) == near }.map { folder + $0 })
  }
}
