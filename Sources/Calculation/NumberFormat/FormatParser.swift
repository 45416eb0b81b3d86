// SPDX-License-Identifier: Apache-2.0

/// Parses one section of a format.
struct FormatParser {
  private let characters: [Character]
  private var place = 0
  private var section = FormatCode.Section()

  init(_ characters: [Character]) { self.characters = characters }

  private func peek(_ ahead: Int = 0) -> Character? {
    place + ahead < characters.count ? characters[place + ahead] : nil
  }

  private func starts(with word: String) -> Bool {
    guard place + word.count <= characters.count else { return false }
    return zip(characters[place...], word).allSatisfy { $0.uppercased() == $1.uppercased() }
  }

  private mutating func literal(_ text: String) {
    if case .literal(let before)? = section.tokens.last {
      section.tokens[section.tokens.count - 1] = .literal(before + text)
    } else {
      section.tokens.append(.literal(text))
    }
  }

  private mutating func run(of letter: Character) -> Int {
    let start = place
    while let next = peek(), next.lowercased() == letter.lowercased() { place += 1 }
    return place - start
  }

  mutating func read() -> FormatCode.Section? {
    while let character = peek() {
      switch character {
      case "\"":
        place += 1
        while let next = peek(), next != "\"" {
          literal(String(next))
          place += 1
        }
        place += 1
      case "\\", "!":
        if let next = peek(1) { literal(String(next)) }
        place += 2
      case "_":
        literal(" ")
        place += 2
      case "*":
        // `*` fills the width of a cell, which does not apply here.
        place += 2
      case "[":
        guard bracket() else { return nil }
      case "0", "#", "?":
        section.tokens.append(.digit(character))
        place += 1
      case ".":
        place += 1
        let isOfSeconds = section.tokens.last.flatMap(Self.unit) == "s" && peek() == "0"
        section.tokens.append(isOfSeconds ? .secondFraction(run(of: "0")) : .point)
      case ",", "%", "/", "@":
        if let mark = Self.marks[character] { section.tokens.append(mark) }
        place += 1
      case "E", "e":
        if let sign = peek(1), sign == "+" || sign == "-", section.tokens.contains(where: isDigit) {
          section.tokens.append(.exponent(signed: sign == "+", String(character)))
          place += 2
        } else {
          section.tokens.append(.date("e", run(of: "e")))
        }
      case "A", "a":
        if starts(with: "AM/PM") {
          section.tokens.append(.half("AM", "PM"))
          place += 5
        } else if starts(with: "A/P") {
          section.tokens.append(.half(String(character), String(characters[place + 2])))
          place += 3
        } else if starts(with: "AAA") {
          section.tokens.append(.date("d", run(of: "a")))
        } else {
          return nil
        }
      case "G", "g":
        if starts(with: "General") {
          section.tokens.append(.general)
          place += 7
        } else {
          // The name of an era.
          section.tokens.append(.date("g", run(of: "g")))
        }
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "b", "B":
        let letter = Character(character.lowercased())
        section.tokens.append(.date(letter, run(of: letter)))
      case "n", "N":
        return nil
      default:
        literal(String(character))
        place += 1
      }
    }
    minutes()
    return isSound() ? section : nil
  }

  private static let marks: [Character: FormatCode.Token] = [",": .comma, "%": .percent, "/": .slash, "@": .text]

  private func isDigit(_ token: FormatCode.Token) -> Bool { if case .digit = token { true } else { false } }

  /// `[Red]`, `[>=100]`, `[h]`, `[$€-407]`; false if it is not a valid bracket.
  private mutating func bracket() -> Bool {
    guard let end = characters[place...].firstIndex(of: "]") else { return false }
    let inside = String(characters[(place + 1)..<end])
    place = end + 1
    let lower = inside.lowercased()
    if let first = lower.first, "hms".contains(first), lower.allSatisfy({ $0 == first }) {
      section.tokens.append(.elapsed(first, lower.count))
      return true
    }
    if inside.hasPrefix("$") {
      if let dash = inside.lastIndex(of: "-") {
        section.language = String(inside[inside.index(after: dash)...].prefix { $0.isHexDigit })
      }
      literal(String(inside.dropFirst().prefix { $0 != "-" }))
      return true
    }
    if let first = inside.first, "<>=".contains(first) {
      let comparison = inside.prefix { "<>=".contains($0) }
      guard let value = Double(inside.dropFirst(comparison.count).drop { $0 == " " }) else { return false }
      section.condition = FormatCode.Condition(comparison: String(comparison), value: value)
      return true
    }
    if lower.hasPrefix("dbnum") || lower.hasPrefix("natnum") {
      section.hasOtherDigits = true
      return true
    }
    let colors: Set = ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"]
    return colors.contains(lower) || lower.hasPrefix("color")
  }

  /// `m` after hours or beside seconds means minutes. A unit that is elapsed anywhere is elapsed wherever it stands.
  private mutating func minutes() {
    var last: Character?
    for index in section.tokens.indices {
      switch section.tokens[index] {
      case .date("m", let count) where count <= 2:
        let next = section.tokens[(index + 1)...].lazy.compactMap(Self.unit).first
        if last == "h" || last == "s" || next == "s" { section.tokens[index] = .date("M", count) }
        last = "m"
      case let token:
        if let unit = Self.unit(token) { last = unit }
      }
    }
    for case .elapsed(let letter, _) in section.tokens {
      for index in section.tokens.indices {
        guard case .date(let unit, let count) = section.tokens[index], unit == (letter == "m" ? "M" : letter) else {
          continue
        }
        section.tokens[index] = .elapsed(letter, count)
      }
    }
  }

  private static func unit(_ token: FormatCode.Token) -> Character? {
    switch token {
    case .date(let letter, _), .elapsed(let letter, _): letter
    default: nil
    }
  }

  /// A date format has no digit placeholders.
  private func isSound() -> Bool {
    // Eras have names in the languages that count by them alone.
    let hasEra = section.tokens.contains { if case .date("g", _) = $0 { true } else { false } }
    return !(section.isDate && section.tokens.contains(where: isDigit)) && (!hasEra || section.language != nil)
  }
}
