// SPDX-License-Identifier: Apache-2.0

/// Parses the lock files of spreadsheet programs.
enum LockFile {
  /// The user named in a `~$name` file written by Excel. The first 55 bytes hold the length and the name in an 8-bit character
  /// set; the same follows in UTF-16. The layout was found by inspecting files that Excel left behind. WPS and LibreOffice use it
  /// too.
  static func ownerFileUser(_ bytes: [UInt8]) -> String? {
    let wide = bytes.dropFirst(55)
    if wide.count >= 2, let low = wide.first, let high = wide.dropFirst().first, high == 0, low > 0 {
      let units = wide.dropFirst(2).prefix(Int(low) * 2)
      if units.count == Int(low) * 2 {
        let pairs = stride(from: units.startIndex, to: units.endIndex, by: 2)
        return trimmed(String(decoding: pairs.map { UInt16(units[$0]) | UInt16(units[$0 + 1]) << 8 }, as: UTF16.self))
      }
    }
    guard let length = bytes.first else { return nil }
    return trimmed(String(decoding: bytes.dropFirst().prefix(Int(length)), as: UTF8.self))
  }

  /// The user and host named in a `.~lock.name#` file written by LibreOffice. Its fields are separated by commas: full name,
  /// system user, host, time and profile. A `\` precedes a comma that is part of a field.
  static func commaSeparated(_ bytes: [UInt8]) -> (user: String?, host: String?) {
    var fields: [[UInt8]] = [[]]
    var escaped = false
    for byte in bytes {
      if !escaped, byte == UInt8(ascii: "\\") {
        escaped = true
      } else if !escaped, byte == UInt8(ascii: ",") {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
        escaped = false
      }
    }
    let texts = fields.map { trimmed(String(decoding: $0, as: UTF8.self)) }
    func field(_ index: Int) -> String? { texts.indices.contains(index) ? texts[index] : nil }
    return (field(0) ?? field(1), field(2))
  }

  private static func trimmed(_ text: String) -> String? {
    // A lock file may contain anything, and this text may be printed on a terminal: control characters are dropped.
    let visible = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    let words = String(String.UnicodeScalarView(visible)).split(separator: " ")
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
