// SPDX-License-Identifier: Apache-2.0

/// Converts traditional characters to simplified ones, one by one.
///
/// Where a playbook gives only the traditional text, this makes the simplified text; names are also compared in this form. It converts
/// characters, not words: 儲存格 becomes 储存格, although a mainland writer would say 单元格.
public enum Simplified {
  public static func text(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var changed = false
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0..<0x80: at += 1
      case 0x80..<0xE0: at += 2
      case 0xE0..<0xF0:
        // Both characters of a pair take three bytes in UTF-8, so one replaces the other in place.
        let value = Int(bytes[at] & 0xF) << 12 | Int(bytes[at + 1] & 0x3F) << 6 | Int(bytes[at + 2] & 0x3F)
        if table.indices.contains(value - first), table[value - first] != 0 {
          let simplified = table[value - first]
          bytes[at] = 0xE0 | UInt8(truncatingIfNeeded: simplified >> 12)
          bytes[at + 1] = 0x80 | UInt8(truncatingIfNeeded: simplified >> 6 & 0x3F)
          bytes[at + 2] = 0x80 | UInt8(truncatingIfNeeded: simplified & 0x3F)
          changed = true
        }
        at += 3
      default: at += 4
      }
    }
    return changed ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// U+3400, where Chinese characters begin.
  private static let first = 0x3400

  /// The simplified character for each character from `first` on, or 0.
  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0xA000 - first)
    for (traditional, simplified) in zip(
      SimplifiedTable.traditional.unicodeScalars, SimplifiedTable.simplified.unicodeScalars)
    {
      let index = Int(traditional.value) - first
      if table.indices.contains(index), let value = UInt16(exactly: simplified.value) { table[index] = value }
    }
    return table
  }()
}
