// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// How text is printed: with colours if they are wanted, and cut to the width of the terminal.
struct TextStyle {
  var usesColor = false
  /// The width of the terminal; nil if lines may have any length.
  var width: Int?

  private func painted(_ text: String, _ code: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// - Parameter code: the terminal's number for the colour.
  func colored(_ text: String, code: String) -> String { painted(text, code) }

  func bold(_ text: String) -> String { painted(text, "1") }

  func faint(_ text: String) -> String { painted(text, "2") }

  func colored(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: painted(text, "31")
    case .warning: painted(text, "33")
    case .info: painted(text, "36")
    }
  }

  /// Without colours.
  func plain(_ text: String) -> String { usesColor ? DisplayWidth.withoutColors(text) : text }

  /// The line in pieces that the terminal has room for, all but the first indented.
  func wrapped(_ line: String, indent: Int) -> [String] {
    guard let width else { return [line.replacing("\u{A0}", with: " ")] }
    return DisplayWidth.wrapped(line, to: width, indent: indent)
  }

  /// The line cut to the width of the terminal, with `…` at the end. A command to copy is never cut.
  func fitted(_ line: String) -> String {
    guard let width, DisplayWidth.of(plain(line)) > width, !line.contains("dealbook ") else { return line }
    var result = ""
    var used = 0
    var isCode = false
    for scalar in line.unicodeScalars {
      if scalar == "\u{1B}" { isCode = true }
      if isCode {
        result.unicodeScalars.append(scalar)
        if scalar == "m" { isCode = false }
        continue
      }
      let more = DisplayWidth.of(scalar)
      guard used + more <= width - 1 else { break }
      result.unicodeScalars.append(scalar)
      used += more
    }
    return result + "…" + (usesColor ? "\u{1B}[0m" : "")
  }
}

/// Words for a command line that people can copy.
enum ShellWord {
  /// The word as it is if the shell accepts it, otherwise in single quotes.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0xA0 && !scalar.isControl && scalar != "\u{3000}"
          || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
          || "/._-+,:@%=".unicodeScalars.contains(scalar)
      }
    if isPlain { return word }
    return "'" + Printable.text(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))
      + "'"
  }

  /// `team-repaired.xlsx`: the name of a file with something more before its extension.
  ///
  /// - Parameter ending: the extension of the new file, where it has to be another.
  static func name(_ path: String, with suffix: String, ending: String? = nil) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let dot = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : $0 } ?? file.endIndex
    return file[..<dot] + suffix + (ending.map { "." + $0 } ?? String(file[dot...]))
  }
}
