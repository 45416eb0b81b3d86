// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Encodes text for cells: ST_Xstring (ECMA-376 Part 1, 22.9.2.19) inside XML.
enum TextMarkup {
  /// Appends `text` for use between tags. Characters that XML can't represent become `_xHHHH_`, and so do carriage returns, which
  /// XML readers would turn into line feeds. A `_` that happens to begin such an escape becomes `_x005F_`.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    if text.utf8.allSatisfy(isPlain) {
      bytes += text.utf8
      return
    }
    XMLEscape.appendText(XString.encoded(text), to: &bytes)
  }

  /// Whether readers would trim `text` without `xml:space="preserve"` (18.4.12).
  static func needsPreserve(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isSpace(first) || isSpace(last) || text.utf8.contains { $0 == 0x0A }
  }

  /// Whether `text` is longer than a cell allows.
  static func isTooLong(_ text: String) -> Bool {
    // No text has more UTF-16 units than bytes.
    text.utf8.count > ExcelLimits.textLength && text.utf16.count > ExcelLimits.textLength
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  /// Whether the byte never needs escaping, whatever comes next to it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A: true
    case 0x00..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"), 0xEF: false
    default: true
    }
  }
}
