// SPDX-License-Identifier: Apache-2.0

/// Escapes text for XML. Characters that XML 1.0 can't represent (production 2) become U+FFFD. A caller that wants to preserve
/// them must encode them first, in SpreadsheetML for example as `_x0001_`.
public enum XMLEscape {
  /// Appends `text` escaped for use between tags.
  public static func appendText(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    append(text, to: &bytes, inAttribute: false)
  }

  /// Appends `text` escaped for use between double quotes. Line ends and tabs become character references, so that they survive
  /// the normalization by a reader.
  public static func appendAttribute(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    append(text, to: &bytes, inAttribute: true)
  }

  public static func text(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    appendText(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  public static func attribute(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    appendAttribute(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ text: some StringProtocol, to bytes: inout [UInt8], inAttribute: Bool) {
    append(Array(text.utf8), to: &bytes, inAttribute: inAttribute)
  }

  /// Apart from the generic function, which is compiled once for every kind of text, and slowly.
  private static func append(_ text: [UInt8], to bytes: inout [UInt8], inAttribute: Bool) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case UInt8(ascii: "\"") where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
      case 0x0A where inAttribute: bytes.append(contentsOf: "&#10;".utf8)
      case 0x09 where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
      case 0x09, 0x0A: bytes.append(byte)
      case 0x00..<0x20: bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case 0xBE, 0xBF:
        bytes.append(byte)
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        if bytes.suffix(3).starts(with: [0xEF, 0xBF]) && bytes.count >= 3 { bytes[bytes.count - 1] = 0xBD }
      default: bytes.append(byte)
      }
    }
  }
}
