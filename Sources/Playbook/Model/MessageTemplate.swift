// SPDX-License-Identifier: Apache-2.0

/// A message with placeholders: `逾期 {n} 天，未收 {amount}`, `{n|day|days} overdue, {amount} outstanding`.
public struct MessageTemplate: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case text(String)
    /// The name in braces.
    case placeholder(String)
    /// A number and the word for what it counts: `{n|day|days}` is “1 day” or “2 days”.
    case counted(String, one: String, many: String)
  }

  public let parts: [Part]
  /// What stands in braces with a bar but is not a number with its two words, such as `{n|days}`; it is ordinary text.
  public let mistaken: [String]

  /// A brace that does not begin a valid placeholder is ordinary text.
  public init(_ text: String) {
    var parts: [Part] = []
    var mistaken: [String] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}"), let part = Self.part(after[..<close]) else {
        if let close = after.firstIndex(of: "}"), after[..<close].contains("|"), !after[..<close].contains("{") {
          mistaken.append(String(after[..<close]))
        }
        plain += rest[...open]
        rest = after
        continue
      }
      plain += rest[..<open]
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
      parts.append(part)
      rest = after[after.index(after: close)...]
    }
    plain += rest
    if !plain.isEmpty { parts.append(.text(plain)) }
    self.parts = parts
    self.mistaken = mistaken
  }

  private static func part(_ text: Substring) -> Part? {
    if isName(text) { return .placeholder(String(text)) }
    let words = text.split(separator: "|", omittingEmptySubsequences: false)
    guard words.count == 3, isName(words[0]), words[1...].allSatisfy(isWord) else { return nil }
    return .counted(String(words[0]), one: String(words[1]), many: String(words[2]))
  }

  private static func isWord(_ text: Substring) -> Bool {
    text.first.map { !$0.isWhitespace } == true && text.last.map { !$0.isWhitespace } == true && !text.contains("{")
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  public var placeholders: [String] {
    parts.compactMap { part in
      switch part {
      case .text: nil
      case .placeholder(let name), .counted(let name, _, _): name
      }
    }
  }

  /// The text with placeholders replaced by their values; a placeholder without a value stays as it is.
  public func filled(_ value: (String) -> String?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let name): value(name) ?? "{\(name)}"
      case .counted(let name, let one, let many):
        value(name).map { "\($0) \($0 == "1" ? one : many)" } ?? "{\(name)|\(one)|\(many)}"
      }
    }.joined()
  }

  /// The text for any values: `{n} days overdue, {amount} outstanding`.
  public var general: String { filled { "{\($0)}" } }

  /// The text without values, as the heading of many findings: `… days overdue, … outstanding`.
  public var outline: String { filled { _ in "…" } }
}
