// SPDX-License-Identifier: Apache-2.0

/// A message with placeholders: `逾期 {n} 天,未收 {amount}`.
public struct MessageTemplate: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case text(String)
    /// The name in braces.
    case placeholder(String)
  }

  public let parts: [Part]

  /// A brace that does not begin a valid placeholder is ordinary text.
  public init(_ text: String) {
    var parts: [Part] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}"), Self.isName(after[..<close]) else {
        plain += rest[...open]
        rest = after
        continue
      }
      plain += rest[..<open]
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
      parts.append(.placeholder(String(after[..<close])))
      rest = after[after.index(after: close)...]
    }
    plain += rest
    if !plain.isEmpty { parts.append(.text(plain)) }
    self.parts = parts
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  public var placeholders: [String] {
    parts.compactMap { part in
      guard case .placeholder(let name) = part else { return nil }
      return name
    }
  }

  /// The text with placeholders replaced by their values; a placeholder without a value stays as it is.
  public func filled(_ value: (String) -> String?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let name): value(name) ?? "{\(name)}"
      }
    }.joined()
  }
}
