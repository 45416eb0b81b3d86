// SPDX-License-Identifier: Apache-2.0

/// Iterates over the attributes of a start tag, including namespace declarations. Only for tags that libxml2 has accepted.
struct StartTag {
  struct Attribute {
    /// The qualified name, including the prefix.
    let name: Range<Int>
    /// The range between the quotes.
    let value: Range<Int>
  }

  /// The qualified name, including the prefix.
  let name: Range<Int>
  private var offset: Int
  private let end: Int

  /// `start` is the offset of `<`, `end` that of the closing `>` or of the `/` of `/>`.
  init(_ bytes: [UInt8], start: Int, end: Int) {
    self.end = end
    offset = start + 1
    while offset < end, !Self.isSpace(bytes[offset]) { offset += 1 }
    name = start + 1..<offset
  }

  mutating func next(_ bytes: [UInt8]) -> Attribute? {
    while offset < end, Self.isSpace(bytes[offset]) { offset += 1 }
    let nameStart = offset
    while offset < end, bytes[offset] != UInt8(ascii: "="), !Self.isSpace(bytes[offset]) { offset += 1 }
    let nameEnd = offset
    while offset < end, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "'") { offset += 1 }
    guard offset < end else { return nil }
    let quote = bytes[offset]
    let valueStart = offset + 1
    offset = valueStart
    while offset < end, bytes[offset] != quote { offset += 1 }
    guard offset < end else { return nil }
    offset += 1
    return Attribute(name: nameStart..<nameEnd, value: valueStart..<offset - 1)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
