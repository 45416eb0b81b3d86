// SPDX-License-Identifier: Apache-2.0

/// White space at the edges of a text in the file, which Excel shows only where the tag says `xml:space="preserve"`.
enum TextEdges {
  static func areOpen(_ text: Span<UInt8>) -> Bool {
    !text.isEmpty && (isSpace(text[0]) || isSpace(text[text.count &- 1]))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Whether the tag before a text says `xml:space="preserve"`. Without it, Excel does not show leading and trailing spaces.
  static func areKept(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var at = start - 1
    while at > 0, bytes[at] != UInt8(ascii: "<") { at -= 1 }
    guard at >= 0, at < start else { return true }
    let word = Array("preserve".utf8)
    var place = at
    while place + word.count <= start {
      if word.indices.allSatisfy({ bytes[place + $0] == word[$0] }) { return true }
      place += 1
    }
    return false
  }

  static func inside(_ text: Span<UInt8>) -> Range<Int> {
    var (first, end) = (0, text.count)
    while first < end, isSpace(text[first]) { first += 1 }
    while end > first, isSpace(text[end - 1]) { end -= 1 }
    return first..<end
  }
}
