/// Where the attributes of a start tag stand. Only for tags that libxml2 has accepted.
struct StartTag {
  struct Attribute {
    /// With its prefix.
    let name: Range<Int>
    /// Between the quotes.
    let value: Range<Int>
  }

  /// With its prefix.
  let name: Range<Int>
  /// Declarations of namespaces included, in the order of the file.
  let attributes: [Attribute]

  /// `start` is the offset of `<`, `end` that of the closing `>` or of the `/` of `/>`.
  init(_ bytes: [UInt8], start: Int, end: Int) {
    var offset = start + 1
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    while offset < end, !isSpace(bytes[offset]) { offset += 1 }
    name = start + 1..<offset
    var found: [Attribute] = []
    while true {
      while offset < end, isSpace(bytes[offset]) { offset += 1 }
      let nameStart = offset
      while offset < end, bytes[offset] != UInt8(ascii: "="), !isSpace(bytes[offset]) { offset += 1 }
      let nameEnd = offset
      while offset < end, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "'") { offset += 1 }
      guard offset < end else { break }
      let quote = bytes[offset]
      let valueStart = offset + 1
      offset = valueStart
      while offset < end, bytes[offset] != quote { offset += 1 }
      guard offset < end else { break }
      found.append(Attribute(name: nameStart..<nameEnd, value: valueStart..<offset))
      offset += 1
    }
    attributes = found
  }
}
