// SPDX-License-Identifier: Apache-2.0

/// The encoding of text in SpreadsheetML (ST_Xstring, ECMA-376 Part 1, 22.9.2.19). A UTF-16 code unit that XML can't represent is
/// written as `_xHHHH_`. If the text itself contains such a sequence, its first `_` is written as `_x005F_`.
package enum XString {
  /// The text that `stored` represents. An unpaired surrogate stays as it is written.
  public static func decoded(_ stored: String) -> String {
    guard stored.utf8.contains(UInt8(ascii: "_")) else { return stored }
    return String(decoding: CellText.withoutEscapes(Array(stored.utf8)), as: UTF8.self)
  }

  /// Encodes `text` so that ``decoded(_:)`` returns it. The result still has to be escaped as XML.
  public static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x09, 0x0A: out.append(byte)
      case 0..<0x20: out.append(contentsOf: "_x00\(byte < 0x10 ? "0" : "")\(hex(byte))_".utf8)
      case UInt8(ascii: "_") where CellText.escape(bytes.span, index) != nil: out.append(contentsOf: "_x005F_".utf8)
      case 0xBE where out.suffix(2).elementsEqual([0xEF, 0xBF]): replaceNoncharacter(in: &out, with: "_xFFFE_")
      case 0xBF where out.suffix(2).elementsEqual([0xEF, 0xBF]): replaceNoncharacter(in: &out, with: "_xFFFF_")
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }

  private static func replaceNoncharacter(in out: inout [UInt8], with escape: String) {
    out.removeLast(2)
    out.append(contentsOf: escape.utf8)
  }
}
