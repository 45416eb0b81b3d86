// SPDX-License-Identifier: Apache-2.0

/// The `<?xml …?>` declaration at the start of a part. It is parsed here rather than by libxml2, so that libxml2 only ever sees
/// UTF-8 without a declaration and has no influence on how the bytes are decoded.
struct XMLDeclaration {
  let encoding: String?
  /// The offset after the declaration; `start` if there is none.
  let end: Int

  /// Parses ASCII-compatible bytes from `start` on.
  init(_ bytes: [UInt8], from start: Int) throws(XMLError) {
    var scan = Scan(bytes: bytes, offset: start)
    guard scan.skip("<?xml"), let next = scan.peek, Scan.isSpace(next) else {
      encoding = nil
      end = start
      return
    }
    var values: [(name: String, value: String)] = []
    while true {
      let spaced = scan.skipSpace()
      if scan.skip("?>") { break }
      guard spaced, values.count < 3, let pair = scan.pseudoAttribute() else {
        throw .malformed(reason: "bad XML declaration", at: XMLPosition(offset: scan.offset, in: bytes))
      }
      values.append(pair)
    }
    let order = ["version", "encoding", "standalone"]
    let places = values.map { order.firstIndex(of: $0.name) ?? -1 }
    guard places.first == 0, zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }), values[0].value.hasPrefix("1.")
    else { throw .malformed(reason: "bad XML declaration", at: XMLPosition(offset: start, in: bytes)) }
    encoding = values.first { $0.name == "encoding" }?.value
    end = scan.offset
  }

  private struct Scan {
    let bytes: [UInt8]
    var offset: Int

    var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    mutating func skip(_ text: StaticString) -> Bool {
      let expected = Array(text.description.utf8)
      guard bytes.count - offset >= expected.count,
        bytes[offset..<offset + expected.count].elementsEqual(expected)
      else { return false }
      offset += expected.count
      return true
    }

    mutating func skipSpace() -> Bool {
      let start = offset
      while let byte = peek, Self.isSpace(byte) { offset += 1 }
      return offset > start
    }

    mutating func pseudoAttribute() -> (name: String, value: String)? {
      guard let name = run(where: { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else { return nil }
      _ = skipSpace()
      guard skip("=") else { return nil }
      _ = skipSpace()
      guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      offset += 1
      // Encoding names in use are far shorter than 64 bytes. Anything else is not an encoding name (XML 1.0, production 81).
      guard
        let value = run(where: { $0 > 0x20 && $0 < 0x7F && $0 != quote && $0 != UInt8(ascii: "<") }),
        value.utf8.count <= 64, peek == quote
      else { return nil }
      offset += 1
      return (name, value)
    }

    private mutating func run(where accept: (UInt8) -> Bool) -> String? {
      let start = offset
      while let byte = peek, accept(byte) { offset += 1 }
      return offset > start ? String(decoding: bytes[start..<offset], as: UTF8.self) : nil
    }
  }
}
