// SPDX-License-Identifier: Apache-2.0

/// Decodes, compares and checks the names of entries.
enum EntryName {
  /// The text of a name. Without the UTF-8 flag, the format specifies code page 437 (APPNOTE, appendix D). Many writers forget
  /// the flag, though, and a non-ASCII name that happens to be valid UTF-8 is practically never anything else.
  static func decoded(_ raw: [UInt8]) -> String {
    if let text = String(validating: raw, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(raw.map(CodePage437.scalar)))
  }

  /// The normalized name, by which entries must be distinct: ASCII letters in lower case, `\` as `/`, without a leading `/`. Part
  /// names are compared in the same way (ECMA-376 Part 2, 6.3.5).
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

  /// Whether the name could lead outside the folder that an archive is extracted to: it is absolute, or has a drive letter, a
  /// `..` segment or a NUL.
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
