/// What lock files of spreadsheet programs say.
enum LockFile {
  /// The user in a `~$name` file of Excel: 55 bytes hold the length and the name in some 8-bit character set, then comes the
  /// same in UTF-16 (as found in files that Excel left). WPS and LibreOffice write alike.
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

  /// User and host in a `.~lock.name#` file of LibreOffice: full name, system user, host, time and profile between commas,
  /// with `\` before a comma that belongs to a field.
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
    // A lock file may hold anything, and its text goes to a terminal.
    let visible = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    let words = String(String.UnicodeScalarView(visible)).split(separator: " ")
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
