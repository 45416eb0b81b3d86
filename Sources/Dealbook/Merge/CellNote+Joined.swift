// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension CellNote {
  /// This note with the lines that only another one has. Each line that both have is there once.
  ///
  /// - Parameter base: the note from which both were made; a line of it that one of them has no more is gone.
  func joined(with other: CellNote, since base: CellNote? = nil) -> CellNote {
    if text == other.text { return self }
    let (lines, before) = (Self.lines(other.text), Set(Self.lines(base?.text ?? "")))
    let kept = Set(lines)
    var result = Self.lines(text)
    var known = Set(result)
    var place = 0
    for line in lines {
      if known.contains(line) {
        if let found = result[place...].firstIndex(of: line) { place = found + 1 }
        continue
      }
      if before.contains(line) { continue }
      // After what only this note has.
      while place < result.count, !kept.contains(result[place]) { place += 1 }
      result.insert(line, at: place)
      known.insert(line)
      place += 1
    }
    result.removeAll { before.contains($0) && !kept.contains($0) }
    return CellNote(
      author: author, text: TextCut.fitting(result.joined(separator: "\n"), sign: "…"))
  }

  /// Whether this note is `base` with more lines.
  func extends(_ base: CellNote) -> Bool {
    guard !base.text.isEmpty else { return false }
    var rest = Self.lines(text)[...]
    return Self.lines(base.text).allSatisfy { line in
      guard let place = rest.firstIndex(of: line) else { return false }
      rest = rest[(place + 1)...]
      return true
    }
  }

  /// Programs end lines in their own ways.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r":
        lines.append(String(line))
        line.removeAll()
      default: line.append(scalar)
      }
      previous = scalar
    }
    return lines + [String(line)]
  }
}
