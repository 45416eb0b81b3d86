// SPDX-License-Identifier: Apache-2.0

/// Whose habits a number format follows. Excel takes the format of TEXT as its own country writes formats: `TT.MM.JJJJ` and `#.##0,00` are
/// German, and the file does not say so.
enum FormatHabits {
  /// As English Excel writes them, as far as one can tell.
  case english
  /// `0,00` has two decimal places in one country and is a grouped number in another.
  case unclear
  case foreign

  init(_ code: String) {
    self = .english
    let plain = Self.withoutText(code).lowercased()
    if Self.hasForeignLetters(plain) { self = .foreign }
    for number in plain.split(whereSeparator: { !"0#?.,".contains($0) }) where self != .foreign {
      let parts = number.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count > 1, let last = parts.last, !last.isEmpty else { continue }
      // A comma with digits behind a point: 1.234,50.
      if parts.dropLast().contains(where: { $0.contains(".") }) {
        self = .foreign
      } else if last.prefix(while: { $0 != "." }).count != 3 {
        self = .unclear
      }
    }
  }

  /// Codes of dates in other languages: a letter twice or more that English formats do not have, or a year as `aaaa`.
  private static func hasForeignLetters(_ text: String) -> Bool {
    var letters: Set<Character> = []
    var previous: Character?
    for character in text {
      if character == previous, character.isLetter {
        if !"ymdhsegba".contains(character) { return true }
        letters.insert(character)
      }
      previous = character
    }
    // Days and months with `aaaa` and no `yyyy`; alone, it is the day of the week.
    return letters.contains("a") && letters.contains("m") && !letters.contains("y")
  }

  /// The format without what stands in quotes and brackets, or behind a backslash.
  private static func withoutText(_ code: String) -> String {
    var result = ""
    var end: Character?
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if let closing = end {
        if character == closing { end = nil }
      } else if character == "\"" || character == "[" {
        end = character == "[" ? "]" : character
      } else if "\\_*!".contains(character) {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
