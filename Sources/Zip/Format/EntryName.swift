/// How names of entries are read and compared.
enum EntryName {
  /// The text of a name. Without the flag for UTF-8 the format means code page 437 (APPNOTE, appendix D); many writers
  /// forget the flag, and what happens to be valid UTF-8 beyond ASCII is practically never anything else.
  static func decoded(_ raw: [UInt8]) -> String {
    if let text = String(validating: raw, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(raw.map(CodePage437.scalar)))
  }

  /// What two names must not have in common: ASCII letters in lower case, `\` as `/`, no leading `/`.
  /// Names of parts are compared like that (ECMA-376 Part 2, 6.3.5).
  static func key(_ name: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "/"))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }

  /// Whether the name could lead out of the archive: absolute, with a drive letter, a `..` step or a NUL.
  static func isUnsafe(_ raw: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    let backslash = UInt8(ascii: "\\")
    if raw.first == slash || raw.first == backslash || raw.contains(0) { return true }
    if let first = raw.first, let second = raw.dropFirst().first, second == UInt8(ascii: ":"),
      (first | 0x20) >= UInt8(ascii: "a"), (first | 0x20) <= UInt8(ascii: "z")
    {
      return true
    }
    return raw.split { $0 == slash || $0 == backslash }.contains { $0.elementsEqual("..".utf8) }
  }
}
