// SPDX-License-Identifier: Apache-2.0

/// The bytes of a part, ready to be parsed: UTF-8, in an allowed encoding, without DOCTYPE and within the limits.
struct XMLSource {
  /// The bytes that all ranges refer to. They still include a byte order mark and the declaration.
  let bytes: [UInt8]
  let encoding: XMLEncoding
  /// The offset after the byte order mark and the declaration, where libxml2 starts.
  let start: Int

  init(_ original: [UInt8], limits: XMLLimits) throws(XMLError) {
    let encoding = try XMLEncoding.detect(original)
    try self.init(transcoded: encoding.toUTF8(original), from: encoding, limits: limits)
  }

  /// `bytes` must be valid UTF-8.
  init(transcoded bytes: [UInt8], from encoding: XMLEncoding, limits: XMLLimits) throws(XMLError) {
    self.encoding = encoding
    self.bytes = bytes
    let declaration = try XMLDeclaration(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    try encoding.accept(declared: declaration.encoding)
    start = declaration.end
    // libxml2 would take a second byte order mark or declaration here for the first one.
    let rest = bytes[start...]
    guard !rest.starts(with: [0xEF, 0xBB, 0xBF]), !rest.starts(with: "<?xml ".utf8) else {
      throw .malformed(reason: "a second start of document", at: XMLPosition(offset: start, in: bytes))
    }
    if let zero = rest.firstIndex(of: 0) {
      throw .malformed(reason: "a zero byte", at: XMLPosition(offset: zero, in: bytes))
    }
    try XMLPrecheck.check(bytes, from: start, limits: limits)
  }
}
