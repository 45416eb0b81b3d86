// SPDX-License-Identifier: Apache-2.0

/// The width of text on a terminal, where Chinese characters take two columns.
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x300: 1
    case 0x300...0x36F, 0x200B...0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// Cuts the text to `width` columns, with `…` at the end if anything was cut.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let more = of(String(character))
      guard used + more <= width - 1 else { break }
      result.append(character)
      used += more
    }
    return result + "…"
  }

  /// The text in lines that take at most `width` columns, all but the first indented. A line ends at a space, or beside a Chinese
  /// character, with no punctuation at the beginning of the next; no-break spaces keep together what has to be copied, and become spaces.
  ///
  /// Control sequences of colours take no room.
  static func wrapped(_ text: String, to width: Int, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text) {
      let room = of(visible: piece)
      let bare = piece.last == " " ? room - 1 : room
      if used + bare > width, used > (lines.isEmpty ? 0 : indent) {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        used = indent
      }
      line += piece
      used += room
    }
    lines.append(line)
    return lines.map { line in
      let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex
      return String(line[..<end]).replacing("\u{A0}", with: " ")
    }
  }

  /// Parts between which a line may end.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var last: Character?
    var isCode = false
    for character in text {
      if let before = last, !isCode, character != "\u{1B}", mayEnd(between: before, character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      if character == "\u{1B}" {
        isCode = true
      } else if isCode {
        isCode = character != "m"
      } else {
        last = character
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func mayEnd(between before: Character, _ after: Character) -> Bool {
    if after == " " || after == "\u{A0}" || before == "\u{A0}" { return false }
    if before == " " { return true }
    guard isWide(before) || isWide(after) else { return false }
    return !"，。、；：）」』”’！？…％!,.;:)]%".contains(after) && !"（「『“‘([".contains(before)
  }

  private static func isWide(_ character: Character) -> Bool { character.unicodeScalars.contains { of($0) == 2 } }

  private static func of(visible text: String) -> Int {
    text.contains("\u{1B}") ? of(withoutColors(text)) : of(text)
  }

  /// The text without the codes that colour it.
  static func withoutColors(_ text: String) -> String {
    var result = ""
    var isCode = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" {
        isCode = true
      } else if isCode {
        isCode = scalar != "m"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Pads the text with spaces to `width` columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }
}
