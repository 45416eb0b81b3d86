// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The widths of columns in a new workbook, in characters of its font; a Chinese character counts as two.
enum ColumnWidths {
  /// The part of the header that the table's filter button covers.
  static let filterButton = 3.0
  /// What fits legibly on a landscape A4 page: at half its size, the type of a sheet is that of a footnote.
  static let page = 260.0
  /// The greatest width: a long text is cut so that the sheet does not become too wide.
  private static let most = 42.0

  /// - Parameter currency: what stands before each amount, as in `TWD 1,800,000.00`.
  static func width(
    of column: ColumnDefinition, header: String, values: [CellValue], language: Language, currency: String?
  ) -> Double {
    let least =
      switch column.type {
      case .id, .key: 12.0
      case .money: 15.0 + (currency.map { TextWidth.units($0) + 1 } ?? 0)
      case .number: 15.0
      case .date: 12.0
      case .tick: 9.0
      case .integer, .percent, .ratio, .score: 10.0
      case .list: 14.0
      case .text: column.isComputed ? 14.0 : 18.0
      }
    let amounts =
      column.type == .money ? values.compactMap(\.number).map { width(ofAmount: $0, currency) }.max() ?? 0 : 0
    let texts = values.compactMap(\.text).map { TextWidth.units($0) + 4 }.max() ?? 0
    // The header may take two lines, but no word is broken.
    let word = header.split(separator: " ").map { TextWidth.units(String($0)) }.max() ?? 0
    let half = (TextWidth.units(header) / 2).rounded(.up)
    let needed =
      (language == .english ? max(word, half) : min(TextWidth.units(header), max(half, 8))) + filterButton + 1
    return min(most, max(least, needed, texts, amounts)).rounded(.up)
  }

  /// With its commas, cents, sign and currency, in bold type.
  private static func width(ofAmount amount: Double, _ currency: String?) -> Double {
    let digits = Double(String(whole(amount)).count)
    return digits + ((digits - 1) / 3).rounded(.down) + 5 + (currency.map { TextWidth.units($0) + 1 } ?? 0)
  }

  private static func whole(_ amount: Double) -> Int { Int(exactly: amount.magnitude.rounded(.down)) ?? 0 }
}

/// The space that texts need.
enum TextWidth {
  static func units(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  /// The number of lines of a wrapped text.
  static func lines(of text: String, in width: Double) -> Int {
    var lines = 1
    var used = 0.0
    // Chinese breaks anywhere; other words stay whole.
    for word in words(of: text) {
      let units = units(word)
      if used > 0, used + units > width {
        lines += 1
        used = 0
      }
      used += units
    }
    return lines
  }

  /// The text in lines of at most `width`, all but the first indented. Spaces at the beginning stay.
  static func wrapped(_ text: String, in width: Double, indent: Int = 0) -> [String] {
    guard units(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0.0
    func isOnlySpace(_ text: String) -> Bool { text.allSatisfy { $0 == " " } }
    for piece in words(of: text).flatMap({ pieces(of: $0, in: max(2, width - Double(indent))) }) {
      let room = units(piece)
      // Punctuation does not begin a line.
      let mayBegin = !"，。、；：）」！？％".contains(piece)
      if used + room > width, mayBegin, !isOnlySpace(line) {
        lines.append(line.trimmedEnd)
        line = String(repeating: " ", count: indent)
        used = Double(indent)
        if piece == " " { continue }
      }
      line += piece
      used += room
    }
    return lines + [line.trimmedEnd]
  }

  /// A word, in parts if no line has room for it.
  private static func pieces(of word: String, in width: Double) -> [String] {
    guard units(word) > width else { return [word] }
    var pieces = [""]
    var used = 0.0
    for character in word {
      let room = units(String(character))
      if used + room > width {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += room
    }
    return pieces
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      let isWide = character.unicodeScalars.contains { $0.value >= 0x2E80 }
      if isWide || character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append(String(character))
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
