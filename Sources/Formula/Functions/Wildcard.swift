// SPDX-License-Identifier: Apache-2.0

/// A wildcard pattern: `*` matches any characters, `?` matches one, and `~` makes the next character literal.
package struct Wildcard: Sendable {
  enum Element: Sendable, Equatable {
    case any
    case one
    /// A case-folded code point.
    case exactly(Unicode.Scalar)
  }

  let elements: [Element]
  let pieces: WildcardPieces

  /// The case-folded pattern of `text`; nil if it has no special characters, so that comparing for equality is enough.
  package init?(_ text: String) {
    guard text.utf8.contains(where: { Self.isSpecial($0) }) else { return nil }
    elements = Self.elements(text)
    pieces = WildcardPieces(elements)
  }

  /// The pattern of a text, with or without special characters.
  package init(any text: String) {
    elements = Self.elements(text)
    pieces = WildcardPieces(elements)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "~")
  }

  private static func elements(_ text: String) -> [Element] {
    var elements: [Element] = []
    var escaped = false
    for scalar in CaseFolding.folded(text).unicodeScalars {
      if escaped {
        elements.append(.exactly(scalar))
        escaped = false
      } else if scalar == "~" {
        escaped = true
      } else if scalar == "*" {
        if elements.last != .any { elements.append(.any) }
      } else {
        elements.append(scalar == "?" ? .one : .exactly(scalar))
      }
    }
    return elements
  }

  /// Whether the pattern matches the whole of a case-folded text.
  package func matches(folded text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard RunSettings.allows(pieces.cost(ofBytes: bytes.count)) else { return false }
    return pieces.match(bytes[...])
  }

  /// The index after a match that begins at `start`: the match must reach the end if `whole`, otherwise it is as short as possible.
  package func end(in text: [Unicode.Scalar], from start: Int, whole: Bool) -> Int? {
    var element = 0
    var place = start
    // Where to resume if the rest after the last `*` does not match: one character further on.
    var retry: (element: Int, place: Int)?
    while true {
      if element == elements.count {
        if !whole || place == text.count { return place }
      } else if elements[element] == .any {
        element += 1
        retry = (element, place)
        if whole, element == elements.count { return text.count }
        continue
      } else if place < text.count, elements[element] == .one || elements[element] == .exactly(text[place]) {
        element += 1
        place += 1
        continue
      }
      guard let back = retry, back.place < text.count else { return nil }
      retry = (back.element, back.place + 1)
      element = back.element
      place = back.place + 1
    }
  }
}
