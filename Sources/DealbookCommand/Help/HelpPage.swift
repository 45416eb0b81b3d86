// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
internal import Isolation
import Playbook

/// The help of a command in the language of the refusals.
///
/// The parser makes the page in English, whose texts stand where commands and options are declared; the other languages are data beside
/// them, found by the English text, and are wrapped by the width of Chinese characters.
struct HelpPage: SaysInThreeLanguages {
  let language: Language

  init(_ language: Language = Spoken.words.language) { self.language = language }

  /// The page for a command, in lines that a terminal has room for.
  func text(of command: any ParsableCommand.Type, from root: any ParsableCommand.Type) -> String {
    if language == .english { return root.helpMessage(for: command) }
    let lines = root.helpMessage(for: command, columns: Self.unwrapped).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    return joined(lines).flatMap(said).joined(separator: "\n")
  }

  /// What a mistake says of the option in question: `--format <text|json>  Format of the results.`
  func hint(_ line: String) -> String {
    let parts = line.split(separator: "  ", maxSplits: 1).map { $0.drop { $0 == " " } }
    guard parts.count == 2 else { return self("說明：\(line)", "Help:  \(line)") }
    return self("說明：\(parts[0])  \(option(String(parts[1])))", "Help:  \(line)")
  }

  /// So wide that the parser wraps nothing.
  private static let unwrapped = 100_000
  /// Where the parser begins what is said of an option.
  private static let indent = 26
  private var width: Int { min(StandardOutput.columns ?? 80, 100) }

  /// An option whose names are long has its text on a line of its own.
  private func joined(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      if line.hasPrefix(String(repeating: " ", count: Self.indent)), let label = result.last, label.hasPrefix("  "),
        label.count > Self.indent - 3
      {
        result[result.count - 1] = label + "\u{A0}" + line.dropFirst(Self.indent)
      } else {
        result.append(line)
      }
    }
    return result
  }

  private func said(_ line: String) -> [String] {
    for (english, chinese) in HelpPhrases.headings where line.hasPrefix(english) {
      let rest = String(line.dropFirst(english.count))
      if english == "USAGE: " {
        let usage = rest.replacing("[<options>]", with: self("[<選項>]", "")).replacing(
          "<subcommand>", with: self("<命令>", ""))
        return wrapped(self(chinese, "") + usage, indent: 2)
      }
      return wrapped(self(chinese, "") + sentence(rest), indent: 0)
    }
    if let match = line.wholeMatch(of: #/ +See '(.*)' for detailed help\./#) {
      return wrapped("  " + self("詳細說明：\(match.output.1)", ""), indent: 2)
    }
    guard line.hasPrefix("  "), let (label, text) = Self.parted(line) else {
      // Examples stay as they are.
      return line.hasPrefix(" ") || line.isEmpty ? [line] : wrapped(sentence(line), indent: 0)
    }
    let said = option(text)
    if DisplayWidth.of(label) + 2 <= Self.indent {
      return wrapped(DisplayWidth.padded(label, to: Self.indent) + said, indent: Self.indent)
    }
    let pad = String(repeating: " ", count: Self.indent)
    return [label] + wrapped(pad + said, indent: Self.indent)
  }

  /// The name of an option and what is said of it; nil for other lines, such as those of examples.
  private static func parted(_ line: String) -> (label: String, text: String)? {
    if let gap = line.firstIndex(of: "\u{A0}") {
      return (String(line[..<gap]), String(line[line.index(after: gap)...]))
    }
    let characters = Array(line)
    guard characters.count > indent, characters[indent] != " ", characters[(indent - 2)..<indent] == [" ", " "] else {
      return nil
    }
    let label = String(characters[..<indent])
    let end = label.lastIndex { $0 != " " }.map(label.index(after:)) ?? label.startIndex
    return (String(label[..<end]), String(characters[indent...]))
  }

  /// `Format of the proposal. (values: text, json; default: text)`
  private func option(_ text: String) -> String {
    guard let match = text.wholeMatch(of: #/(.*?) ?\((values: .*|default: .*)\)/#) else { return sentence(text) }
    let values = String(match.output.2).split(separator: "; ").map { part in
      let part = String(part)
      if part.hasPrefix("values: ") {
        return self("可用：", "") + list(part.dropFirst(8).split(separator: ", ").map(String.init))
      }
      return part.hasPrefix("default: ") ? self("預設：", "") + part.dropFirst(9) : part
    }
    return sentence(String(match.output.1)) + self("（\(values.joined(separator: semicolon))）", "")
  }

  private func sentence(_ text: String) -> String { HelpPhrases.book.said(text, in: language) ?? text }

  private func wrapped(_ line: String, indent: Int) -> [String] {
    DisplayWidth.wrapped(line, to: width, indent: indent)
  }
}
