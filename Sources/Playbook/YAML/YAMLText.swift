/// What is done with any YAML text before a parser sees it, and with what the parser says of it.
public enum YAMLText {
  /// The first thing in a text that could exhaust memory, stack or time, with its line; nil for an ordinary one. Anchors, aliases
  /// and tags are such things.
  public static func refusal(_ bytes: [UInt8]) -> (line: Int, reason: String)? {
    YAMLGuard.findings(in: bytes).first.map { ($0.line, $0.message) }
  }

  /// As much of a message as anybody reads. Parsers repeat what they found, however long it is.
  public static func cut(_ message: String, to limit: Int = 600) -> String {
    guard message.utf8.count > limit else { return message }
    return String(String.UnicodeScalarView(message.unicodeScalars.prefix(limit / 4))) + "…"
  }
}
