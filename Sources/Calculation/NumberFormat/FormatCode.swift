// SPDX-License-Identifier: Apache-2.0

/// A parsed number format, as TEXT takes it: `#,##0.00;[Red]-0`, `yyyy-mm-dd`, `0.0,"k"`.
///
/// Source: ECMA-376 part 1, 18.8.31 (numFmts), and Microsoft's guidelines for number formats.
struct FormatCode {
  enum Token: Equatable {
    case literal(String)
    /// A digit placeholder: `0`, `#` or `?`.
    case digit(Character)
    case point
    case comma
    case percent
    /// Signed if it is `E+`, which always writes the sign; the letter as it is written.
    case exponent(signed: Bool, String)
    case slash
    case general
    case text
    /// A date or time letter and the length of its run.
    case date(Character, Int)
    /// Elapsed time: `[h]`, `[mm]`, `[ss]`.
    case elapsed(Character, Int)
    /// `.000` after seconds.
    case secondFraction(Int)
    /// `AM/PM` or `A/P`.
    case half(String, String)
  }

  struct Condition: Equatable {
    var comparison: String
    var value: Double

    func holds(_ number: Double) -> Bool {
      switch comparison {
      case "<": number < value
      case "<=": number <= value
      case ">": number > value
      case ">=": number >= value
      case "<>": number != value
      default: number == value
      }
    }
  }

  struct Section: Equatable {
    var tokens: [Token] = []
    var condition: Condition?
    /// The identifier in `[$-404]`: the language of names, and the calendar.
    var language: String?
    /// Whether it asks for digits of another script, or numbers in words: `[DBNum1]`.
    var hasOtherDigits = false

    static var general: Section {
      var section = Section()
      section.tokens = [.general]
      return section
    }

    /// Whether it asks for words, digits or a calendar that are not those of English.
    var needsLanguage: Bool {
      if hasOtherDigits { return true }
      guard let language else { return false }
      // The computer's own form of time.
      guard let identifier = UInt32(language, radix: 16) else { return true }
      // The second half says which language; above it are digits and calendars. F800 and F400 are the computer's own long forms.
      if identifier > 0xFFFF || [0xF800, 0xF400].contains(identifier) { return isDate || identifier >> 24 > 1 }
      let isEnglish = identifier & 0x3FF == 9 || identifier == 0
      return !isEnglish
        && tokens.contains {
          switch $0 {
          case .date("m", let count), .date("d", let count): count > 2
          case .date("e", _), .date("g", _), .date("b", _), .half: true
          default: false
          }
        }
    }

    var isDate: Bool {
      tokens.contains {
        switch $0 {
        case .date, .elapsed, .half: true
        default: false
        }
      }
    }
    var hasText: Bool { tokens.contains(.text) }
  }

  private(set) var sections: [Section] = []

  /// Whether a part asks for the words, digits or calendar of a language other than English.
  var needsLanguage: Bool { sections.contains { $0.needsLanguage } }

  /// Nil for a format that Excel does not accept.
  init?(_ text: String) {
    for part in Self.split(text) {
      var parser = FormatParser(part)
      guard let section = parser.read() else { return nil }
      sections.append(section)
    }
    guard sections.count <= 4 else { return nil }
  }

  /// Splits at semicolons outside quotes and not after a backslash.
  private static func split(_ text: String) -> [[Character]] {
    var parts: [[Character]] = [[]]
    var inQuotes = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        inQuotes.toggle()
      } else if !inQuotes, "\\_*!".contains(character) {
        isEscaped = true
      } else if !inQuotes, character == ";" {
        parts.append([])
        continue
      }
      parts[parts.count - 1].append(character)
    }
    return parts
  }
}
