// SPDX-License-Identifier: Apache-2.0

/// Sentences of the program in English, each with its Traditional Chinese; Simplified Chinese follows from that.
///
/// It serves texts that are data, and messages made so often or so far from the user that their English is turned into another language
/// only when somebody reads it: `expected {what}, found {found}` is kept with `應為{what}，卻是{found}`, and what stands in the places of the
/// placeholders goes from the one to the other.
package struct PhraseBook: Sendable {
  private struct Phrase: Sendable {
    var english: [MessageTemplate.Part]
    var chinese: MessageTemplate
  }

  private var whole: [String: MessageTemplate] = [:]
  private var patterns: [Phrase] = []
  /// No sentence of ours is longer; the rest is what somebody wrote.
  private static let longest = 4000

  /// - Parameter phrases: a phrase with placeholders stands before one that it is a special case of.
  package init(_ phrases: KeyValuePairs<String, String>) { self.init(phrases.map { ($0.key, $0.value) }) }

  package init(_ phrases: [(String, String)]) {
    for (english, chinese) in phrases {
      let template = MessageTemplate(english)
      if template.placeholders.isEmpty {
        whole[english] = MessageTemplate(chinese)
      } else {
        patterns.append(Phrase(english: template.parts, chinese: MessageTemplate(chinese)))
      }
    }
  }

  /// The English phrases without placeholders.
  package var texts: [String] { whole.keys.sorted() }

  /// The sentence in a language, or nil if the book does not have it.
  ///
  /// - Parameter inner: says what stands in the place of a placeholder.
  package func said(_ text: String, in language: Language, _ inner: (String) -> String = { $0 }) -> String? {
    if language == .english { return text }
    guard text.utf8.count <= Self.longest else { return nil }
    if let chinese = whole[text] { return Self.filled(chinese, [:], language) }
    for phrase in patterns {
      if let values = Self.values(of: phrase.english, in: text) {
        return Self.filled(phrase.chinese, values.mapValues(inner), language)
      }
    }
    return nil
  }

  private static func filled(_ template: MessageTemplate, _ values: [String: String], _ language: Language) -> String {
    template.parts.reduce(into: "") { result, part in
      let piece =
        switch part {
        case .text(let text): language == .simplifiedChinese ? Simplified.wording(text) : text
        case .placeholder(let name): values[name] ?? "{\(name)}"
        case .counted(let name, let one, let many): "{\(name)|\(one)|\(many)}"
        }
      // Chinese and Latin letters beside each other have a space between them.
      if let last = result.last, let first = piece.first,
        isLatin(last) && isIdeograph(first) || isIdeograph(last) && isLatin(first)
      {
        result += " "
      }
      result += piece
    }
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  private static func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  /// What stands in the places of the placeholders, if the text is such a phrase.
  private static func values(of parts: [MessageTemplate.Part], in text: String) -> [String: String]? {
    var rest = text[...]
    var values: [String: String] = [:]
    var open: String?
    for (place, part) in parts.enumerated() {
      let literal: String
      switch part {
      case .placeholder(let name):
        open = name
        continue
      case .text(let text): literal = text
      case .counted(let name, let one, let many): literal = "{\(name)|\(one)|\(many)}"
      }
      guard let name = open else {
        guard rest.hasPrefix(literal) else { return nil }
        rest = rest.dropFirst(literal.count)
        continue
      }
      if place == parts.count - 1 {
        guard rest.hasSuffix(literal) else { return nil }
        values[name] = String(rest.dropLast(literal.count))
        rest = ""
      } else {
        guard let found = rest.firstRange(of: literal) else { return nil }
        values[name] = String(rest[..<found.lowerBound])
        rest = rest[found.upperBound...]
      }
      open = nil
    }
    if let open { values[open] = String(rest) } else if !rest.isEmpty { return nil }
    return values
  }
}
