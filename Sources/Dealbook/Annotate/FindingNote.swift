import Spreadsheet

/// The note that a cell with findings gets. Its last line holds a checksum of the lines above it: by that alone it is known
/// again, so a note that somebody else wrote, or wrote into, is never taken for ours.
enum FindingNote {
  static let author = "dealbook"
  private static let mark = "dealbook · "
  /// More findings than this on one cell are counted.
  private static let listed = 10

  static func text(_ findings: [AnnotatedFinding], _ words: AnnotationWords) -> String {
    var lines = findings.prefix(listed).map { finding in
      let message = finding.message.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\(words.word(finding.severity)) \(finding.rule): \(message.prefix(1000))"
    }
    if findings.count > listed { lines.append("… +\(findings.count - listed)") }
    return (lines + [mark + checksum(lines)]).joined(separator: "\n")
  }

  /// What others have written into a note around ours: empty for a note that is ours alone, nil for one without anything of
  /// ours.
  static func rest(of note: String) -> String? {
    let lines = note.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    for (end, line) in lines.enumerated() where line.hasPrefix(mark) {
      let sum = line.dropFirst(mark.count)
      for start in max(0, end - listed - 1)..<end {
        guard checksum(Array(lines[start..<end])) == sum else { continue }
        return (lines[..<start] + lines[(end + 1)...]).joined(separator: "\n")
      }
    }
    return nil
  }

  /// FNV-1a of 32 bits, in hexadecimal.
  private static func checksum(_ lines: [String]) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in lines.joined(separator: "\n").utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }
}
