// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// The note on a cell with findings. Its last line holds a checksum of the lines above it, by which alone it is recognized, so that a note
/// that someone else wrote or edited is never taken for the tool's own.
enum FindingNote {
  static let author = "dealbook"
  private static let mark = "dealbook · "
  /// Further findings on one cell are only counted.
  private static let listed = 10

  static func text(_ findings: [AnnotatedFinding], _ words: AnnotationWords) -> String {
    var lines = findings.prefix(listed).map { finding in
      let message = finding.message.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\(words.word(finding.severity)) \(finding.rule): \(message.prefix(1000))"
    }
    if findings.count > listed { lines.append("… +\(findings.count - listed)") }
    return (lines + [mark + checksum(lines)]).joined(separator: "\n")
  }

  /// What others have written around the tool's lines in a note: empty if the note is the tool's alone, nil if none of it is the tool's.
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

  /// 32-bit FNV-1a, in hexadecimal.
  private static func checksum(_ lines: [String]) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in lines.joined(separator: "\n").utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash.hexadecimal(digits: 8)
  }
}
