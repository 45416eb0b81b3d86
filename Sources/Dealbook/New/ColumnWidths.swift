import Playbook
import Spreadsheet

/// How wide columns of a new workbook are, in characters of its font; a Chinese one counts as two.
enum ColumnWidths {
  /// The button of a table's filter covers this much of the header.
  static let filterButton = 3.0
  /// What a landscape page of A4 shows legibly.
  static let page = 210.0
  /// No column is wider: a long text is cut rather than the sheet made endless.
  private static let most = 42.0

  static func width(
    of column: ColumnDefinition, header: String, values: [CellValue], language: Language
  ) -> Double {
    let least =
      switch column.type {
      case .id, .key: 12.0
      case .money, .number: 15.0
      case .date: 12.0
      case .tick: 9.0
      case .integer, .percent, .ratio, .score: 10.0
      case .list: 14.0
      case .text: column.isComputed ? 14.0 : 18.0
      }
    let texts = values.compactMap(\.text).map { TextWidth.units($0) + 4 }.max() ?? 0
    // The header may take two lines, but no word of it is broken.
    let word = header.split(separator: " ").map { TextWidth.units(String($0)) }.max() ?? 0
    let half = (TextWidth.units(header) / 2).rounded(.up)
    let needed =
      (language == .english ? max(word, half) : min(TextWidth.units(header), max(half, 8))) + filterButton + 1
    return min(most, max(least, needed, texts)).rounded(.up)
  }
}

/// How much room texts take.
enum TextWidth {
  static func units(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  /// How many lines a text takes when it is wrapped.
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
