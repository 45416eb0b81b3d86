// SPDX-License-Identifier: Apache-2.0

/// Checks on YAML text before parsing, and treatment of the parser's messages.
public enum YAMLText {
  /// The first construct that could exhaust memory, the stack or time, with its line; nil for an ordinary text. Anchors, aliases and tags
  /// count. The reason is in the language of the refusals.
  public static func refusal(_ bytes: [UInt8]) -> (line: Int, reason: String)? {
    YAMLGuard.findings(in: bytes).first.map { ($0.line, PlaybookIssueWords(words: .words).said($0.message)) }
  }

  /// Shortens a message to a readable length, because parsers quote what they found, however long it is.
  public static func cut(_ message: String, to limit: Int = 600) -> String {
    guard message.utf8.count > limit else { return message }
    return String(String.UnicodeScalarView(message.unicodeScalars.prefix(limit / 4))) + "…"
  }
}
